//! The record of processing and the impact assessment in Danish. They say what the program does, and leave to the
//! controller what only the controller knows.

use super::Danish;
use super::pilot::PILOT;
use crate::data_protection::{ProtectionDraft, ProtectionFacts, ProtectionPart};
use crate::language::sentence::{Filling, capital, protection_part as part, protection_row as row};
use crate::language::{Numbers, ProtectionWords};

/// What the controller fills in.
const FILLING: Filling = Filling("Skal udfyldes");

impl ProtectionWords for Danish {
    fn protection_title(&self, draft: ProtectionDraft) -> &'static str {
        match draft {
            ProtectionDraft::Record => "Fortegnelse over behandlingen (udkast)",
            ProtectionDraft::ImpactAssessment => "Konsekvensanalyse (udkast)",
        }
    }

    fn protection_parts(&self, draft: ProtectionDraft, facts: &ProtectionFacts<'_>) -> Vec<ProtectionPart> {
        match draft {
            ProtectionDraft::Record => record(facts),
            ProtectionDraft::ImpactAssessment => impact_assessment(facts),
        }
    }

    fn to_fill_in(&self) -> &'static str {
        FILLING.0
    }

    fn each_place(&self) -> &'static str {
        "det enkelte sted"
    }

    fn so_long(&self, kept: u32) -> String {
        months(kept)
    }
}

fn who_answers(facts: &ProtectionFacts<'_>) -> String {
    let groups: Vec<String> = facts.groups.iter().map(|group| Danish.inside(group)).collect();
    Danish.list(&groups)
}

fn record(facts: &ProtectionFacts<'_>) -> Vec<ProtectionPart> {
    let legal = facts.legal;
    let who = vec![
        row("Dataansvarlig", FILLING.written(&legal.controller, "navn og kontaktoplysninger.")),
        row(
            "Databeskyttelsesrådgiver",
            FILLING.written(&legal.data_protection_officer, "navn, telefon og mail."),
        ),
        row(
            "Databehandler",
            FILLING.written(&legal.agreement, "hvem der driver løsningen, og databehandleraftalen."),
        ),
    ];
    let why = vec![
        row(
            "Formål",
            format!(
                "At se, hvor langt {} arbejder på en måde, der støtter det enkelte menneskes recovery, og hvor stedet \
                 kan udvikle sig. Stedet bliver vurderet, aldrig et menneske.",
                facts.organisation
            ),
        ),
        row(
            "Retsgrundlag",
            FILLING.written(&legal.legal_basis, "bestemmelsen, også for følsomme oplysninger (artikel 9)."),
        ),
    ];
    let unit = if facts.units {
        " Afdelingen følger med besvarelsen, til der er lukket, og slettes dér, hvor for få har svaret."
    } else {
        ""
    };
    let what = vec![
        row(
            "Kategorier af registrerede",
            format!(
                "De, der svarer: {}. De, der er omtalt i kommentarer, dokumenter, iagttagelser og referater. De, der er \
                 inviteret til høringer. De, der har en konto.",
                who_answers(facts)
            ),
        ),
        row(
            "Om dem, der svarer",
            format!(
                "Svar på udsagn om stedet og det, de selv skriver. Uden navn, adresse og tidspunkt.{unit} I det, folk \
                 skriver, kan der stå noget om helbred eller andre følsomme forhold."
            ),
        ),
        row(
            "Om dem, der er omtalt",
            "Det, andre skriver om hverdagen på stedet. Programmet advarer mod navne og andet, der viser, hvem nogen er. \
             I filer, der lægges ved, kan der stå mere."
                .to_owned(),
        ),
        row("Om dem, der er inviteret til en høring", "Navn og rolle.".to_owned()),
        row(
            "Om dem, der har en konto",
            "Navn, mail, rolle, hvornår de har været logget ind, og hvad de har gjort i løsningen. Adgangskoden kan ikke \
             læses."
                .to_owned(),
        ),
    ];
    let others = vec![
        row(
            "Modtagere",
            "Ledelsen og de, der har deltaget, får rapporten: tal for grupper og citater, der er godkendt. Rapporten \
             kan være omfattet af aktindsigt."
                .to_owned(),
        ),
        row(
            "Overførsel til tredjelande",
            FILLING.asks(
                "hvor løsningen drives. Programmet sender ikke svar til andre. Mails til dem, der har en konto, går gennem \
                 den mailserver, I vælger.",
            ),
        ),
    ];
    let long = vec![
        row("Frister for sletning", FILLING.written(&legal.retention, "hvornår hvad slettes.")),
        row(
            "Det sletter programmet selv",
            format!(
                "Svarkoder og skemaer, der ikke er sendt: når der er lukket for svar. Kommentarer, som de blev skrevet: \
                 når rapporten udgives. Navne på inviterede: når referatet af høringen er godkendt, og senest sammen med \
                 svarene. De enkelte svar: senest {} efter rapporten. Dokumenter og iagttagelser: senest {} efter \
                 rapporten. Resten: senest {} efter, at rapporten er journaliseret i kommunens eget arkiv. Loggen: senest \
                 efter {}. Stoppes pejlingen: alle svar med det samme. En konto findes, til en administrator sletter den.",
                months(facts.times.answers),
                months(facts.times.evidence),
                months(facts.times.report),
                months(facts.times.log)
            ) + PILOT.protection.deleted_too,
        ),
        row("Sikkerhed", security(facts)),
        row(
            "Sikkerhed omkring programmet",
            FILLING.asks(
                "kryptering af disk og forbindelse, sikkerhedskopier, og hvem der har adgang til serveren.",
            ),
        ),
    ];
    let columns = ["Hvad", "Indhold"];
    vec![
        part("Hvem", &["Udkast efter databeskyttelsesforordningens artikel 30."], &columns, who),
        part("Hvorfor", &[], &columns, why),
        part("Hvem og hvad det handler om", &[], &columns, what),
        part("Hvem der får det", &[], &columns, others),
        part("Hvor længe, og hvordan det passes på", &[], &columns, long),
    ]
}

/// So many months, in years where there are several whole ones.
fn months(months: u32) -> String {
    match months {
        1 => "1 måned".to_owned(),
        24.. if months.is_multiple_of(12) => format!("{} år", months / 12),
        _ => format!("{months} måneder"),
    }
}

fn security(facts: &ProtectionFacts<'_>) -> String {
    format!(
        "Ingen kolonne i databasen forbinder svarkode og besvarelse. Et skema, der ikke er sendt, er krypteret. Tal vises \
         først, når mindst {} i en beskyttet gruppe har svaret, og kun gennemsnit under {}. Adgang efter rolle. Loggen \
         over handlinger indeholder ingen svar.",
        Danish.number_word(facts.smallest),
        Danish.number_word(facts.full)
    )
}

fn impact_assessment(facts: &ProtectionFacts<'_>) -> Vec<ProtectionPart> {
    let legal = facts.legal;
    let described = vec![
        row(
            "Behandlingen",
            format!(
                "{} svarer på udsagn om {}. Svarene samles til tal, som drøftes ved to høringer og skrives i en kort \
                 rapport. Se fortegnelsen.",
                capital(&who_answers(facts)),
                facts.organisation
            ),
        ),
        row(
            "Hvorfor en konsekvensanalyse",
            "Behandlingen gælder mennesker i en sårbar situation, og der kan indgå oplysninger om helbred.".to_owned(),
        ),
        row("Retsgrundlag", FILLING.written(&legal.legal_basis, "bestemmelsen.")),
        row(
            "Nødvendighed og proportionalitet",
            "Der spørges kun om stedet. Ingen navne, ingen fødselsdatoer, ingen oplysninger om den enkeltes forløb. \
             Kommentarer er frivillige."
                .to_owned(),
        ),
        row(
            "Registreredes rettigheder",
            "De, der svarer, får at vide, hvad der sker, før de begynder. De kan rette og slette, til de sender. Derefter \
             kan besvarelsen ikke findes igen (artikel 11). Alle andre får indsigt, rettelse og sletning hos den \
             dataansvarlige."
                .to_owned(),
        ),
    ];
    let mut risks = vec![
        (
            "Nogen finder ud af, hvad en bestemt har svaret",
            format!(
                "Tal for en beskyttet gruppe vises først fra {} svar, afrundet og uden mulighed for at regne skjulte \
                 tal ud. Ledere får at vide, før de svarer, at deres svar kan ses.",
                Danish.number_word(facts.smallest)
            ),
        ),
        (
            "En svarkode kobles til et svar, mens der er åbent",
            "Koder trækkes som lodder og skrives ikke op. Når der lukkes, skrives svarene på ny i tilfældig orden, og \
             koderne slettes. Før det kan den, der henter selve databasefilerne, måske koble de to. Det står på siden \
             til dem, der svarer."
                .to_owned(),
        ),
        (
            "Nogen skriver noget, der afslører dem selv eller andre",
            "Der advares ved feltet. En læser godkender, omskriver eller udelader hver kommentar, før andre ser den. \
             Det oprindelige slettes, når rapporten udgives."
                .to_owned(),
        ),
        (
            "Dokumenter og iagttagelser viser, hvem nogen er",
            "Der advares ved feltet, og kun facilitatorerne ser dem. Filer kan kun lægges ved, hvor nogen har slået det \
             til. Alt slettes efter tid."
                .to_owned(),
        ),
        (
            "Uvedkommende kommer ind på en konto",
            "Adgang efter rolle og kun til eget sted. Ingen konto kan se et enkelt svar. Gentagne forsøg standses, og \
             login i to trin kan kræves. Loggen viser, hvem der har gjort hvad."
                .to_owned(),
        ),
        (
            "Brugere føler sig presset til at svare",
            "Det er frivilligt, og det står på den første side. Ingen kan se, hvem der har svaret.".to_owned(),
        ),
    ];
    if facts.open_link {
        risks.push((
            "Nogen svarer flere gange ved et åbent link",
            "Rapporten siger, at der var et åbent link, og at ét svar pr. person ikke kan loves.".to_owned(),
        ));
    }
    let risks = risks
        .into_iter()
        .map(|(risk, done)| vec![risk.to_owned(), done, FILLING.asks("sandsynlighed, alvor og restrisiko.")]);
    let heard = vec![
        row(
            "De registrerede",
            FILLING.written(
                facts.planning_group,
                "hvordan brugere er spurgt, for eksempel i planlægningsgruppen.",
            ),
        ),
        row(
            "Medarbejdernes repræsentanter",
            FILLING.written(facts.staff_representatives, "hvad der er drøftet (MED)."),
        ),
        row("Databeskyttelsesrådgiveren", FILLING.asks("rådet, og hvad det førte til.")),
    ];
    let conclusion = vec![
        row(
            "Vurdering",
            FILLING
                .written(&legal.impact_assessment, "om behandlingen kan gennemføres, og på hvilke vilkår."),
        ),
        row("Vurderet af", FILLING.asks("navn, stilling og dato.")),
        row("Tages op igen", FILLING.asks("hvornår, og hvad der ville ændre vurderingen.")),
    ];
    let columns = ["Hvad", "Indhold"];
    vec![
        part(
            "Behandlingen",
            &["Udkast efter databeskyttelsesforordningens artikel 35."],
            &columns,
            described,
        ),
        part(
            "Risici for dem, det handler om",
            &[],
            &["Risiko", "Det er gjort", "Vurdering"],
            risks.collect(),
        ),
        part("Hvem der er spurgt", &[], &columns, heard),
        part("Konklusion", &[], &columns, conclusion),
    ]
}
