//! Rights, and the longer page on how it works, in Danish: plain about what is not protected.

use super::Danish;
use crate::language::sentence::{labelled, paragraphs, passage};
use crate::language::{Chair, Numbers, PromiseFacts};
use crate::promise::Passage;

pub(super) fn rights(facts: &PromiseFacts<'_>) -> Vec<Passage> {
    let mut decide = vec![
        "Du må sige nej. Du må også stoppe midt i det hele.",
        "Det er frivilligt at svare, men det er ikke et samtykke. Vi må spørge, fordi loven siger, at vi må.",
    ];
    if facts.chair == Chair::ServiceUser {
        decide.push("Du får den samme hjælp, om du svarer eller ej.");
    }
    let legal = facts.legal;
    let named = [
        ("Ansvarlig for dine oplysninger", &legal.controller),
        ("Databeskyttelsesrådgiver", &legal.data_protection_officer),
        ("Lovgrundlag", &legal.legal_basis),
        ("Så længe gemmer vi det", &legal.retention),
        ("Aftale om drift (databehandleraftale)", &legal.agreement),
    ];
    let responsible = labelled(named);
    let mut passages = vec![
        passage(
            "Hvad bruger vi svarene til?",
            paragraphs(&[
                "De viser, hvordan stedet arbejder, og hvad der kan blive bedre. De bliver samlet til tal i en kort \
                 rapport. De bliver ikke brugt til noget, der handler om dig. Ingen maskine afgør noget om dig.",
            ]),
        ),
        passage("Du bestemmer", paragraphs(&decide)),
        passage(
            "Før du sender",
            paragraphs(&[
                "Du har ret til at se dine svar, rette dem og slette dem. Det gør du selv i skemaet. Sender du ikke, \
                 bliver det slettet, når vi lukker for svar.",
            ]),
        ),
        passage(
            "Når du har sendt",
            paragraphs(&[
                "Ingen kan vide, hvilke svar der er dine. Derfor kan vi ikke finde dem, rette dem, slette dem eller \
                 vise dig dem.",
                "Sådan må det være efter loven, når ingen kan se, hvem der har svaret. Det står i artikel 11 i \
                 databeskyttelsesforordningen.",
            ]),
        ),
        passage(
            "Hvem får noget at se?",
            paragraphs(&[
                "Alle kan bede om at se rapporten. Det står i offentlighedsloven. Der er ingen navne i den.",
                "Siden sender ikke dine svar videre til nogen, heller ikke til lande uden for EU.",
            ]),
        ),
        passage(
            "Kommer du med til et møde?",
            paragraphs(&[
                "Så står dit navn måske på en liste over, hvem der er inviteret. Stedet har skrevet det. Du kan få at se, \
                 hvad der står. Du kan få det rettet eller slettet. Du kan også sige nej til, at vi bruger det. Listen bliver \
                 slettet, når referatet er godkendt, og senest sammen med svarene.",
            ]),
        ),
        passage(
            "Har du en konto her?",
            vec![format!(
                "Så gemmer vi dit navn, din mail og det, du gør på siden. Du kan bede om at se det, få det rettet \
                 eller slettet eller sige nej til, at vi bruger det. Kontoen findes, til den bliver slettet. Det, du har \
                 gjort, står i en log i højst {}.",
                time(facts.times.log)
            )],
        ),
    ];
    passages.push(passage(
        "Hvornår bliver det slettet?",
        vec![
            "Koder og skemaer, der ikke er sendt, sletter vi, når vi lukker for svar.".to_owned(),
            "Det, du har skrevet, sletter vi, når rapporten er ude. Kun det, vi må bruge ordret, bliver stående."
                .to_owned(),
            format!(
                "Svarene sletter vi senest {} efter, at rapporten er ude. Så er kun de samlede tal tilbage.",
                time(facts.times.answers)
            ),
            format!(
                "Rapporten bliver gemt i kommunens arkiv. Her bliver den slettet senest {} efter.",
                time(facts.times.report)
            ),
            "Stopper vi før tid, sletter vi alle svar med det samme.".to_owned(),
        ],
    ));
    if !responsible.is_empty() {
        passages.push(passage("Hvem har ansvaret?", responsible));
    }
    passages.push(passage(
        "Er du utilfreds?",
        paragraphs(&[
            "Tal med den, der har ansvaret, eller med databeskyttelsesrådgiveren. Du kan også klage til Datatilsynet på \
             datatilsynet.dk.",
        ]),
    ));
    passages
}

/// So many months, in years where they are whole.
fn time(months: u32) -> String {
    match (months, months / 12) {
        (1, _) => "en måned".to_owned(),
        (12, _) => "et år".to_owned(),
        (24.., years) if months.is_multiple_of(12) => format!("{} år", Danish.number_word(years.into())),
        _ => format!("{} måneder", Danish.number_word(months.into())),
    }
}

pub(super) fn how_it_works(facts: &PromiseFacts<'_>) -> Vec<Passage> {
    let smallest = Danish.number_word(facts.smallest);
    let full = Danish.number_word(facts.full);
    let mut sent = vec![
        "Koden er brugt. Dine svar bliver gemt uden kode, uden navn og uden dag og tid.".to_owned(),
        "Vi tæller, hvor mange der har svaret, men ikke hvem.".to_owned(),
    ];
    if facts.units {
        sent.push(format!(
            "Din afdeling følger med svaret. Har færre end {smallest} i din gruppe svaret der, bliver den slettet, \
             når vi lukker."
        ));
    }
    let mut code =
        vec!["Koden starter et skema én gang. Vi skriver ikke op, hvem der får hvilken kode.".to_owned()];
    if facts.open_link {
        code.push(
            "Din gruppe kan også svare uden seddel. Så laver siden en kode, når man begynder. Derfor kan vi ikke \
             love, at hver kun har svaret én gang."
                .to_owned(),
        );
    }
    let shown = if facts.chair == Chair::InRole {
        vec![
            "I svarer som ledelse. Jeres tal bliver vist, selv om I er få, og alle kan se, at det er jeres."
                .to_owned(),
            format!("De andre grupper bliver kun vist, når mindst {smallest} har svaret."),
        ]
    } else {
        vec![
            format!(
                "Vi viser kun tal, når mindst {smallest} i din gruppe har svaret. Er I under {full}, viser vi kun \
                 gennemsnit."
            ),
            "Når en gruppe bliver vist, kan man se noget om, hvordan svarene er spredt. Det er ikke skjult. Har alle \
             svaret det samme, kan man regne ud, hvad hver af dem har svaret."
                .to_owned(),
        ]
    };
    vec![
        passage("Koden", code),
        passage(
            "Mens du svarer",
            paragraphs(&[
                "Dine svar bliver gemt i en låst kasse, så du kan holde pause. Nøglen ligger i din telefon. De tre \
                 ord, du får, er også en nøgle. Vi har ingen kopi.",
            ]),
        ),
        passage("Når du har sendt", sent),
        passage(
            "Mens der er åbent for svar",
            paragraphs(&[
                "Så længe der er åbent, er ét ikke helt sikkert: En, der kan hente selve filerne bag siden, eller \
                 flere kopier af dem, vil måske kunne sætte en kode sammen med et svar.",
                "Når vi lukker, bliver alle svar blandet og skrevet på ny, og koderne bliver slettet. Gamle kopier \
                 fra før kan stadig findes, til de også er slettet.",
            ]),
        ),
        passage("Det, vi viser", shown),
        passage(
            "Det, du skriver",
            paragraphs(&[
                "Det bliver skilt fra dine andre svar og blandet med det, andre har skrevet.",
                "Du vælger, om vi må bruge dine ord. Bliver de rettet, så ingen kan kende dig, står der, at de er \
                 rettet. Det, du skrev, bliver slettet, når rapporten er færdig.",
            ]),
        ),
    ]
}
