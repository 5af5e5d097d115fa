//! The record of processing and the impact assessment in Bokmål. They say what the program does, and leave to the
//! controller what only the controller knows.

use super::Bokmal;
use super::pilot::PILOT;
use crate::data_protection::{ProtectionDraft, ProtectionFacts, ProtectionPart};
use crate::language::sentence::{Filling, capital, protection_part as part, protection_row as row};
use crate::language::{Numbers, ProtectionWords};

/// What the controller fills in.
const FILLING: Filling = Filling("Må fylles ut");

impl ProtectionWords for Bokmal {
    fn protection_title(&self, draft: ProtectionDraft) -> &'static str {
        match draft {
            ProtectionDraft::Record => "Protokoll over behandlingen (utkast)",
            ProtectionDraft::ImpactAssessment => "Vurdering av personvernkonsekvenser (utkast)",
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
        "det enkelte stedet"
    }

    fn so_long(&self, kept: u32) -> String {
        months(kept)
    }
}

fn who_answers(facts: &ProtectionFacts<'_>) -> String {
    let groups: Vec<String> = facts.groups.iter().map(|group| Bokmal.inside(group)).collect();
    Bokmal.list(&groups)
}

fn record(facts: &ProtectionFacts<'_>) -> Vec<ProtectionPart> {
    let legal = facts.legal;
    let who = vec![
        row("Behandlingsansvarlig", FILLING.written(&legal.controller, "navn og kontaktopplysninger.")),
        row("Personvernombud", FILLING.written(&legal.data_protection_officer, "navn, telefon og mail.")),
        row(
            "Databehandler",
            FILLING.written(&legal.agreement, "hvem som drifter løsningen, og databehandleravtalen."),
        ),
    ];
    let why = vec![
        row(
            "Formål",
            format!(
                "Å se hvor langt {} arbeider på en måte som støtter det enkelte menneskets recovery, og hvor stedet kan \
                 utvikle seg. Det er stedet som blir vurdert, aldri et menneske.",
                facts.organisation
            ),
        ),
        row(
            "Rettslig grunnlag",
            FILLING
                .written(&legal.legal_basis, "bestemmelsen, også for sensitive opplysninger (artikkel 9)."),
        ),
    ];
    let unit = if facts.units {
        " Avdelingen følger med besvarelsen til det er stengt, og slettes der for få har svart."
    } else {
        ""
    };
    let what = vec![
        row(
            "Kategorier av registrerte",
            format!(
                "De som svarer: {}. De som er omtalt i kommentarer, dokumenter, observasjoner og referater. De som er \
                 invitert til høringer. De som har en konto.",
                who_answers(facts)
            ),
        ),
        row(
            "Om dem som svarer",
            format!(
                "Svar på utsagn om stedet og det de selv skriver. Uten navn, adresse og tidspunkt.{unit} I det folk skriver, \
                 kan det stå noe om helse eller andre sensitive forhold."
            ),
        ),
        row(
            "Om dem som er omtalt",
            "Det andre skriver om hverdagen på stedet. Programmet advarer mot navn og annet som viser hvem noen er. I filer \
             som legges ved, kan det stå mer."
                .to_owned(),
        ),
        row("Om dem som er invitert til en høring", "Navn og rolle.".to_owned()),
        row(
            "Om dem som har en konto",
            "Navn, mail, rolle, når de har vært logget inn, og hva de har gjort i løsningen. Passordet kan ikke leses."
                .to_owned(),
        ),
    ];
    let others = vec![
        row(
            "Mottakere",
            "Ledelsen og de som har deltatt, får rapporten: tall for grupper og sitater som er godkjent. Noen kan ha rett \
             til innsyn i rapporten."
                .to_owned(),
        ),
        row(
            "Overføring til tredjeland",
            FILLING.asks(
                "hvor løsningen driftes. Programmet sender ikke svar til andre. Mail til dem som har en konto, går gjennom \
                 den mailserveren dere velger.",
            ),
        ),
    ];
    let long = vec![
        row("Frister for sletting", FILLING.written(&legal.retention, "når hva slettes.")),
        row(
            "Dette sletter programmet selv",
            format!(
                "Svarkoder og skjemaer som ikke er sendt: når det er stengt for svar. Kommentarer slik de ble skrevet: \
                 når rapporten publiseres. Navn på inviterte: når referatet fra høringen er godkjent, og senest sammen med \
                 svarene. De enkelte svarene: senest {} etter rapporten. Dokumenter og observasjoner: senest {} etter \
                 rapporten. Resten: senest {} etter at rapporten er journalført i kommunens eget arkiv. Loggen: senest \
                 etter {}. Stoppes peilingen: alle svar med en gang. En konto finnes til en administrator sletter den.",
                months(facts.times.answers),
                months(facts.times.evidence),
                months(facts.times.report),
                months(facts.times.log)
            ) + PILOT.protection.deleted_too,
        ),
        row("Sikkerhet", security(facts)),
        row(
            "Sikkerhet rundt programmet",
            FILLING.asks(
                "kryptering av disk og forbindelse, sikkerhetskopier, og hvem som har tilgang til serveren.",
            ),
        ),
    ];
    let columns = ["Hva", "Innhold"];
    vec![
        part("Hvem", &["Utkast etter personvernforordningen artikkel 30."], &columns, who),
        part("Hvorfor", &[], &columns, why),
        part("Hvem og hva det handler om", &[], &columns, what),
        part("Hvem som får det", &[], &columns, others),
        part("Hvor lenge, og hvordan det blir passet på", &[], &columns, long),
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
        "Ingen kolonne i databasen knytter svarkode og besvarelse sammen. Et skjema som ikke er sendt, er kryptert. Tall vises \
         først når minst {} i en beskyttet gruppe har svart, og bare gjennomsnitt under {}. Tilgang etter rolle. Loggen over \
         handlinger inneholder ingen svar.",
        Bokmal.number_word(facts.smallest),
        Bokmal.number_word(facts.full)
    )
}

fn impact_assessment(facts: &ProtectionFacts<'_>) -> Vec<ProtectionPart> {
    let legal = facts.legal;
    let described = vec![
        row(
            "Behandlingen",
            format!(
                "{} svarer på utsagn om {}. Svarene samles til tall, som drøftes på to høringer og skrives i en kort rapport. \
                 Se protokollen.",
                capital(&who_answers(facts)),
                facts.organisation
            ),
        ),
        row(
            "Hvorfor en vurdering",
            "Behandlingen gjelder mennesker i en sårbar situasjon, og det kan inngå opplysninger om helse.".to_owned(),
        ),
        row("Rettslig grunnlag", FILLING.written(&legal.legal_basis, "bestemmelsen.")),
        row(
            "Nødvendighet og proporsjonalitet",
            "Det spørres bare om stedet. Ingen navn, ingen fødselsdatoer, ingen opplysninger om den enkeltes forløp. \
             Kommentarer er frivillige."
                .to_owned(),
        ),
        row(
            "De registrertes rettigheter",
            "De som svarer, får vite hva som skjer, før de begynner. De kan rette og slette til de sender. Etter det kan \
             besvarelsen ikke finnes igjen (artikkel 11). Alle andre får innsyn, retting og sletting hos den \
             behandlingsansvarlige."
                .to_owned(),
        ),
    ];
    let mut risks = vec![
        (
            "Noen finner ut hva en bestemt person har svart",
            format!(
                "Tall for en beskyttet gruppe vises først fra {} svar, avrundet og uten mulighet for å regne ut skjulte tall. \
                 Ledere får vite før de svarer, at svarene deres kan ses.",
                Bokmal.number_word(facts.smallest)
            ),
        ),
        (
            "En svarkode kobles til et svar mens det er åpent",
            "Koder trekkes som lodd og skrives ikke opp. Når det stenges, skrives svarene på nytt i tilfeldig rekkefølge, og \
             kodene slettes. Før det kan den som henter selve databasefilene, kanskje koble de to. Det står på siden til dem \
             som svarer."
                .to_owned(),
        ),
        (
            "Noen skriver noe som avslører dem selv eller andre",
            "Det advares ved feltet. En leser godkjenner, omskriver eller utelater hver kommentar før andre ser den. Det \
             opprinnelige slettes når rapporten publiseres."
                .to_owned(),
        ),
        (
            "Dokumenter og observasjoner viser hvem noen er",
            "Det advares ved feltet, og bare fasilitatorene ser dem. Filer kan bare legges ved der noen har slått det på. \
             Alt slettes etter en tid."
                .to_owned(),
        ),
        (
            "Uvedkommende kommer inn på en konto",
            "Tilgang etter rolle og bare til eget sted. Ingen konto kan se et enkelt svar. Gjentatte forsøk stanses, og \
             innlogging i to trinn kan kreves. Loggen viser hvem som har gjort hva."
                .to_owned(),
        ),
        (
            "Brukere føler seg presset til å svare",
            "Det er frivillig, og det står på den første siden. Ingen kan se hvem som har svart.".to_owned(),
        ),
    ];
    if facts.open_link {
        risks.push((
            "Noen svarer flere ganger gjennom en åpen lenke",
            "Rapporten sier at det var en åpen lenke, og at ett svar per person ikke kan loves.".to_owned(),
        ));
    }
    let risks = risks
        .into_iter()
        .map(|(risk, done)| vec![risk.to_owned(), done, FILLING.asks("sannsynlighet, alvor og restrisiko.")]);
    let heard = vec![
        row(
            "De registrerte",
            FILLING.written(
                facts.planning_group,
                "hvordan brukere er spurt, for eksempel i planleggingsgruppen.",
            ),
        ),
        row(
            "Tillitsvalgte",
            FILLING.written(facts.staff_representatives, "hva som er drøftet med de tillitsvalgte."),
        ),
        row("Personvernombudet", FILLING.asks("rådet, og hva det førte til.")),
    ];
    let conclusion = vec![
        row(
            "Vurdering",
            FILLING
                .written(&legal.impact_assessment, "om behandlingen kan gjennomføres, og på hvilke vilkår."),
        ),
        row("Vurdert av", FILLING.asks("navn, stilling og dato.")),
        row("Tas opp igjen", FILLING.asks("når, og hva som ville endre vurderingen.")),
    ];
    let columns = ["Hva", "Innhold"];
    vec![
        part("Behandlingen", &["Utkast etter personvernforordningen artikkel 35."], &columns, described),
        part(
            "Risiko for dem det handler om",
            &[],
            &["Risiko", "Dette er gjort", "Vurdering"],
            risks.collect(),
        ),
        part("Hvem som er spurt", &[], &columns, heard),
        part("Konklusjon", &[], &columns, conclusion),
    ]
}
