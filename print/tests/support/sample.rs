//! A report such as a place might hand over, with every kind of block, and one that tries to break the page.

use screening::chart::{Chart, Table};
use screening::report::{Block, Report, Section, SectionKind, Sentence};
use std::fmt::Write;

/// One sentence without history.
pub(crate) fn sentence(text: &str) -> Sentence {
    Sentence { key: "sample".to_owned(), text: text.to_owned(), ..Sentence::default() }
}

/// Sentences of a paragraph or list.
pub(crate) fn sentences(texts: &[&str]) -> Vec<Sentence> {
    texts.iter().map(|text| sentence(text)).collect()
}

/// A section of the report.
pub(crate) fn section(kind: SectionKind, heading: &str, blocks: Vec<Block>) -> Section {
    Section { kind, heading: heading.to_owned(), blocks }
}

/// A table from rows of words, the first of them the headers.
pub(crate) fn table(caption: &str, rows: &[&[&str]]) -> Table {
    let mut rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect());
    Table { caption: caption.to_owned(), columns: rows.next().unwrap_or_default(), rows: rows.collect() }
}

const FOCUS_POINTS: [(&str, f64, f64, f64); 8] = [
    ("Retning og ledelse", 4.3, 3.9, 3.5),
    ("Mødet mellem mennesker", 4.6, 4.4, 4.2),
    ("Min egen plan", 4.2, 3.7, 2.8),
    ("Valg og selvbestemmelse", 3.9, 3.6, 2.9),
    ("Håb og udvikling", 4.4, 4.1, 3.9),
    ("Hverdag, netværk og fællesskab", 3.4, 3.2, 3.1),
    ("Indflydelse på stedet", 3.6, 2.9, 2.4),
    ("Faglighed, læring og sammenhæng", 4.0, 3.6, 3.3),
];

/// A dot plot of eight focus points and three groups.
pub(crate) fn chart() -> Chart {
    let mut svg = String::from(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 362" role="img"><title>Plot</title><desc>Otte emner</desc>"##,
    );
    let across = |value: f64| 300.0 + (value - 1.0) * 132.5;
    for step in 1..=5 {
        let x = across(f64::from(step));
        let _ = write!(
            svg,
            r##"<line x1="{x}" x2="{x}" y1="34" y2="342" stroke="#dedbd0"/><text x="{x}" y="20" text-anchor="middle" font-size="12.5" fill="#4b5753">{step}</text>"##
        );
    }
    for (place, (name, leaders, staff, users)) in FOCUS_POINTS.into_iter().enumerate() {
        let y = 53 + place * 38;
        let (l, s, u) = (across(leaders), across(staff), across(users));
        let _ = write!(
            svg,
            r##"<text x="0" y="{y}" font-size="14" fill="#4b5753">{}</text><text x="26" y="{y}" font-size="16" fill="#1b2422">{name}</text><path d="M{l} {} l7 13 l-14 0 Z" fill="#5b4a8b"/><rect x="{s}" y="{}" width="11" height="11" fill="#2a6a99"/><line x1="{}" x2="{}" y1="{y}" y2="{y}" stroke="#b2441a" stroke-width="2.5" opacity="0.55"/><circle cx="{u}" cy="{y}" r="6.2" fill="#b2441a"/>"##,
            place + 1,
            y - 20,
            y - 6,
            u - 40.0,
            u + 40.0,
        );
    }
    svg.push_str("</svg>");
    Chart {
        svg,
        narrow: String::new(),
        title: "Otte emner, set af ledere, medarbejdere og brugere".to_owned(),
        description: "Gennemsnit på en skala fra 1 til 5. Tabellen under figuren viser de samme tal."
            .to_owned(),
        table: Table {
            caption: "Gennemsnit og hvor mange der har svaret (n)".to_owned(),
            columns: ["Emne", "Ledere (n = 3)", "Medarbejdere (n = 14)", "Brugere (n = 22)"]
                .map(str::to_owned)
                .to_vec(),
            rows: FOCUS_POINTS
                .iter()
                .map(|(name, leaders, staff, users)| {
                    let number = |value: &f64| format!("{value:.1}").replace('.', ",");
                    vec![(*name).to_owned(), number(leaders), number(staff), number(users)]
                })
                .collect(),
        },
    }
}

/// A report of about four pages, with every kind of block.
pub(crate) fn report() -> Report {
    Report {
        language: "da".to_owned(),
        kicker: "Recovery-orientering · efterår 2026".to_owned(),
        title: "Bostedet Egelunden".to_owned(),
        footer: "Brugere 22 af 31 · medarbejdere 14 af 17 · ledere 3 af 3, som svarer som ledelse. Brugere og medarbejdere vises kun, når mindst fem har svaret.".to_owned(),
        version: "Version 1 · 21. november 2026".to_owned(),
        page_of: "side {page} af {pages}".to_owned(),
        for_participants: Vec::new(),
        sections: vec![
            section(SectionKind::InShort, "Kort fortalt", vec![Block::List(sentences(&[
                "Brugere, medarbejdere og ledere ligger tæt og højt om mødet mellem mennesker (4,2, n = 22; 4,4, n = 14; 4,6, n = 3).",
                "Mange brugere oplever, at de ansatte tror på dem (4,0, n = 22).",
                "Planen ses forskelligt: brugere 2,8 (n = 22), medarbejdere 3,7 (n = 14), ledere 4,2 (n = 3).",
                "Brugernes svar om indflydelse på stedet ligger lavest (2,4, n = 21).",
                "Begge høringer foreslår at begynde med planen, skrevet med brugerens egne ord.",
            ]))]),
            section(SectionKind::SinceLast, "Siden sidst", vec![Block::Paragraph(sentences(&[
                "I foråret 2025 var det samme spørgsmål lavest.",
                "Det peger på en lille bevægelse opad, men så få svar kan ikke bære en sikker konklusion.",
            ]))]),
            section(SectionKind::Strengths, "Det står stærkt", vec![
                Block::Paragraph(sentences(&[
                    "Mødet mellem mennesker står stærkt hos jer.",
                    "Alle tre grupper svarer højt, og høringen gav mange eksempler: der bliver banket på, før nogen går ind, og der er tid til kaffen.",
                ])),
                Block::Paragraph(sentences(&["Håb og udvikling ligger også højt.", "Flere brugere fortalte om medarbejdere, der husker, hvad de drømte om for et år siden."])),
            ]),
            section(SectionKind::Picture, "Billedet", vec![
                Block::Chart(chart()),
                Block::Paragraph(sentences(&["De tre grupper ser det forskelligt, mest om planen og om indflydelse.", "Om mødet mellem mennesker ligger de tæt."])),
            ]),
            section(SectionKind::SeenDifferently, "Set forskelligt", vec![
                Block::Table(table("Hvor grupperne ser det mest forskelligt", &[
                    &["Udsagn", "Brugere", "Medarbejdere", "Forskel"],
                    &["Jeg har selv været med til at lave min plan", "2,6 (n = 21)", "3,8 (n = 14)", "1,2"],
                    &["Vi bestemmer sammen, hvad huset bruger pengene til", "1,9 (n = 20)", "2,9 (n = 14)", "1,0"],
                    &["Jeg ved, hvem jeg kan klage til", "2,7 (n = 19)", "3,6 (n = 13)", "0,9"],
                ])),
                Block::Paragraph(sentences(&["Ved høringen sagde begge grupper, at planen bliver skrevet på et møde, hvor brugeren er med, men at ordene er medarbejderens."])),
            ]),
            section(SectionKind::Words, "Brugernes ord", vec![Block::Quotes(vec![
                (sentence("De spørger, hvad jeg vil, og så skriver de det, de plejer."), "En bruger".to_owned()),
                (sentence("Jeg kan godt lide, at nogen husker min fødselsdag. Det er ikke en indikator, men det er her, jeg bor."), "En bruger".to_owned()),
                (sentence("Hvis vi måtte bestemme maden, ville vi også lave den."), "En bruger ved høring 1".to_owned()),
            ])]),
            section(SectionKind::Involvement, "Potentialet i brugerinddragelse", vec![
                Block::Paragraph(sentences(&[
                    "Brugernes svar om indflydelse på stedet er de laveste i screeningen (2,4, n = 21).",
                    "Medarbejdernes er også lave (2,9, n = 14), så de to grupper peger samme vej.",
                    "Der er et husmøde hver måned, men referatet viser kun to emner, der blev til noget.",
                ])),
                Block::Paragraph(sentences(&["Otte brugere har sagt ja til at være med, hvis der bliver en plads at sidde på."])),
            ]),
            section(SectionKind::Beginnings, "Tre steder at begynde", vec![Block::Steps(sentences(&[
                "Planen med egne ord. Første skridt: to brugere og to medarbejdere skriver en side om, hvordan en plan begynder.",
                "Husmødet får et beløb. Første skridt: ledelsen siger, hvor stort det er, og hvad det ikke må bruges til.",
                "En vej at klage, som alle kender. Første skridt: et opslag ved køkkenet med et navn og et telefonnummer.",
            ]))]),
            section(SectionKind::Questions, "Det beder vi ledelsen svare på senest 15. januar 2027", vec![
                Block::Steps(sentences(&[
                    "Hvem skriver planen, og hvem ejer ordene i den?",
                    "Hvor meget af husets budget vil I lade beboerne bestemme over det næste år?",
                    "Hvordan får brugerne at vide, hvad der skete med det, de foreslog?",
                ])),
                Block::Lines("Ledelsens svar".to_owned(), 6),
            ]),
            section(SectionKind::Method, "Sådan har vi gjort", vec![
                Block::Table(table("Hvem svarede", &[
                    &["Gruppe", "Inviteret", "Svarede"],
                    &["Brugere", "31", "22"],
                    &["Medarbejdere", "17", "14"],
                    &["Ledere", "3", "3"],
                ])),
                Block::Paragraph(sentences(&[
                    "Ved den første høring var der 11 i rummet, 6 af dem brugere.",
                    "Ved den anden var der 9, 5 af dem brugere.",
                    "Vi har læst fem dokumenter og været med til to husmøder.",
                    "Vi ved for lidt om dem, der ikke svarede, og om natten.",
                ])),
            ]),
        ],
    }
}

/// Words that would be markup, code or too long if they were ever taken for anything but words.
pub(crate) const HOSTILE: &[&str] = &[
    r##"#image("x") *bold* _kursiv_ $x^2$ [link] \\ @label <b> `kode` = Overskrift"##,
    r##"#eval("1+1") #panic("nej") #read("/etc/passwd") #sys.inputs // ikke en note /* heller ikke */"##,
    "- ikke en liste",
    "+ ikke nummereret",
    "/ Ikke: en forklaring",
    r##""citat" 'citat' “citat” »citat« -- --- ... ~ https://example.org/a?b=c&d=e#f"##,
    "{\"json\": \"nej\"} {page} {pages} \\u{1f600} &amp; <script>alert(1)</script>",
    "Speciallægepraksisplanlægningsstabiliseringsperiode",
];

/// The sample with every text a trap.
pub(crate) fn hostile() -> Report {
    let mut report = report();
    let long =
        "Sådan skriver en, der har meget på hjerte, og som ikke vil stoppes midt i det hele. ".repeat(36);
    let long = long.trim_end();
    report.title = HOSTILE[0].to_owned();
    report.kicker = HOSTILE[1].to_owned();
    report.footer = HOSTILE[5].to_owned();
    report.sections = vec![
        section(
            SectionKind::InShort,
            HOSTILE[0],
            vec![
                Block::List(sentences(HOSTILE)),
                Block::Steps(sentences(HOSTILE)),
                Block::Paragraph(sentences(HOSTILE)),
                Block::Paragraph(sentences(&[long])),
            ],
        ),
        section(
            SectionKind::Words,
            HOSTILE[1],
            vec![
                Block::Quotes(HOSTILE.iter().map(|words| (sentence(words), (*words).to_owned())).collect()),
                Block::Table(table(
                    HOSTILE[0],
                    &[HOSTILE.get(..4).unwrap_or_default(), HOSTILE.get(4..).unwrap_or_default()],
                )),
                Block::Lines(HOSTILE[2].to_owned(), 2),
                Block::Paragraph(sentences(&[&"x".repeat(400), "Glad 🎉 i dag, مرحبا, a\u{30a}bent"])),
            ],
        ),
    ];
    report
}
