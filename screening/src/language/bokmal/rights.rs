//! Rights, and the longer page on how it works, in Bokmål: plain about what is not protected.

use super::Bokmal;
use crate::language::sentence::{labelled, paragraphs, passage};
use crate::language::{Chair, Numbers, PromiseFacts};
use crate::promise::Passage;

pub(super) fn rights(facts: &PromiseFacts<'_>) -> Vec<Passage> {
    let mut decide = vec![
        "Du kan si nei. Du kan også stoppe midt i det hele.",
        "Det er frivillig å svare, men det er ikke et samtykke. Vi kan spørre fordi loven sier at vi kan.",
    ];
    if facts.chair == Chair::ServiceUser {
        decide.push("Du får den samme hjelpen om du svarer eller ikke.");
    }
    let legal = facts.legal;
    let responsible = labelled([
        ("Ansvarlig for opplysningene dine", &legal.controller),
        ("Personvernombud", &legal.data_protection_officer),
        ("Lovgrunnlag", &legal.legal_basis),
        ("Så lenge lagrer vi det", &legal.retention),
        ("Avtale om drift (databehandleravtale)", &legal.agreement),
    ]);
    let mut passages = vec![
        passage(
            "Hva bruker vi svarene til?",
            paragraphs(&[
                "De viser hvordan stedet arbeider, og hva som kan bli bedre. De blir samlet til tall i en kort rapport. De \
                 blir ikke brukt til noe som handler om deg. Ingen maskin avgjør noe om deg.",
            ]),
        ),
        passage("Du bestemmer", paragraphs(&decide)),
        passage(
            "Før du sender",
            paragraphs(&[
                "Du har rett til å se svarene dine, rette dem og slette dem. Det gjør du selv i skjemaet. Sender du ikke, blir \
                 det slettet når vi stenger for svar.",
            ]),
        ),
        passage(
            "Når du har sendt",
            paragraphs(&[
                "Ingen kan vite hvilke svar som er dine. Derfor kan vi ikke finne dem, rette dem, slette dem eller vise \
                 deg dem.",
                "Slik må det være etter loven når ingen kan se hvem som har svart. Det står i artikkel 11 i \
                 personvernforordningen.",
            ]),
        ),
        passage(
            "Hvem får se noe?",
            paragraphs(&[
                "Alle kan be om å få se rapporten. Det sier loven om innsyn. Det er ingen navn i den.",
                "Siden sender ikke svarene dine videre til noen, heller ikke til land utenfor EU og EØS.",
            ]),
        ),
        passage(
            "Blir du med på et møte?",
            paragraphs(&[
                "Da står navnet ditt kanskje på en liste over hvem som er invitert. Stedet har skrevet det. Du kan få se hva \
                 som står. Du kan få det rettet eller slettet. Du kan også si nei til at vi bruker det. Listen blir slettet \
                 når referatet er godkjent, og senest sammen med svarene.",
            ]),
        ),
        passage(
            "Har du en konto her?",
            vec![format!(
                "Da lagrer vi navnet ditt, mailen din og det du gjør på siden. Du kan be om å få se det, få det rettet eller \
                 slettet eller si nei til at vi bruker det. Kontoen finnes til den blir slettet. Det du har gjort, står i en \
                 logg i høyst {}.",
                time(facts.times.log)
            )],
        ),
    ];
    passages.push(passage(
        "Når blir det slettet?",
        vec![
            "Koder og skjemaer som ikke er sendt, sletter vi når vi stenger for svar.".to_owned(),
            "Det du har skrevet, sletter vi når rapporten er ute. Bare det vi kan bruke ordrett, blir stående.".to_owned(),
            format!(
                "Svarene sletter vi senest {} etter at rapporten er ute. Da er bare de samlede tallene igjen.",
                time(facts.times.answers)
            ),
            format!(
                "Rapporten blir lagret i kommunens arkiv. Her blir den slettet senest {} etter.",
                time(facts.times.report)
            ),
            "Stopper vi før tiden, sletter vi alle svar med en gang.".to_owned(),
        ],
    ));
    if !responsible.is_empty() {
        passages.push(passage("Hvem har ansvaret?", responsible));
    }
    passages.push(passage(
        "Er du misfornøyd?",
        paragraphs(&["Snakk med den som har ansvaret, eller med personvernombudet. Du kan også klage til Datatilsynet."]),
    ));
    passages
}

/// So many months, in years where they are whole.
fn time(months: u32) -> String {
    match (months, months / 12) {
        (1, _) => "en måned".to_owned(),
        (12, _) => "ett år".to_owned(),
        (24.., years) if months.is_multiple_of(12) => format!("{} år", Bokmal.number_word(years.into())),
        _ => format!("{} måneder", Bokmal.number_word(months.into())),
    }
}

pub(super) fn how_it_works(facts: &PromiseFacts<'_>) -> Vec<Passage> {
    let smallest = Bokmal.number_word(facts.smallest);
    let full = Bokmal.number_word(facts.full);
    let mut sent = vec![
        "Koden er brukt. Svarene dine blir lagret uten kode, uten navn og uten dag og tid.".to_owned(),
        "Vi teller hvor mange som har svart, men ikke hvem.".to_owned(),
    ];
    if facts.units {
        sent.push(format!(
            "Avdelingen din følger med svaret. Har færre enn {smallest} i din gruppe svart der, blir den slettet når vi \
             stenger."
        ));
    }
    let mut code =
        vec!["Koden starter et skjema én gang. Vi skriver ikke opp hvem som får hvilken kode.".to_owned()];
    if facts.open_link {
        code.push(
            "Din gruppe kan også svare uten lapp. Da lager siden en kode når man begynner. Derfor kan vi ikke love at hver \
             bare har svart én gang."
                .to_owned(),
        );
    }
    let shown = if facts.chair == Chair::InRole {
        vec![
            "Dere svarer som ledelse. Tallene deres blir vist selv om dere er få, og alle kan se at de er deres."
                .to_owned(),
            format!("De andre gruppene blir bare vist når minst {smallest} har svart."),
        ]
    } else {
        vec![
            format!(
                "Vi viser bare tall når minst {smallest} i din gruppe har svart. Er dere under {full}, viser vi bare \
                 gjennomsnitt."
            ),
            "Når en gruppe blir vist, kan man se noe om hvordan svarene er spredt. Det er ikke skjult. Har alle svart det \
             samme, kan man regne ut hva hver av dem har svart."
                .to_owned(),
        ]
    };
    vec![
        passage("Koden", code),
        passage(
            "Mens du svarer",
            paragraphs(&[
                "Svarene dine blir lagret i en låst kasse, så du kan ta pause. Nøkkelen ligger i telefonen din. De tre \
                 ordene du får, er også en nøkkel. Vi har ingen kopi.",
            ]),
        ),
        passage("Når du har sendt", sent),
        passage(
            "Mens det er åpent for svar",
            paragraphs(&[
                "Så lenge det er åpent, er én ting ikke helt sikker: En som kan hente selve filene bak siden, eller flere \
                 kopier av dem, kan kanskje koble en kode til et svar.",
                "Når vi stenger, blir alle svar blandet og skrevet på nytt, og kodene blir slettet. Gamle kopier fra før \
                 kan ligge igjen til de også er slettet.",
            ]),
        ),
        passage("Det vi viser", shown),
        passage(
            "Det du skriver",
            paragraphs(&[
                "Det blir skilt fra de andre svarene dine og blandet med det andre har skrevet.",
                "Du velger om vi kan bruke ordene dine. Blir de rettet så ingen kan kjenne deg igjen, står det at de er \
                 rettet. Det du skrev, blir slettet når rapporten er ferdig.",
            ]),
        ),
    ]
}
