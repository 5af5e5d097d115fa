//! Slips and posters as their readers meet them: somebody who cuts them out, somebody who hears them, somebody who
//! wrote in them.

use print::{PdfOptions, poster_pdf, slips_pdf};
use screening::invitation::{Pile, Poster, PosterLink, Slip, SlipSheets};
use screening::qr;
use std::io::Write;
use std::process::{Command, Stdio};

const SITE: &str = "https://pejling.example.dk";

fn options() -> PdfOptions {
    PdfOptions { date: jiff::civil::date(2026, 11, 21) }
}

fn pile(heading: &str, count: usize) -> Pile {
    let slip = |number: usize| {
        let code = format!("7KQM-2XRT-9W{number:03}");
        Slip { qr: qr::svg(&format!("{SITE}/#{code}")), code }
    };
    Pile {
        heading: heading.to_owned(),
        lines: vec![
            "Hvordan er det at bruge stedet? Vi vil gerne høre, hvad du synes.".to_owned(),
            "Du bestemmer selv, om du vil svare. Du svarer uden navn.".to_owned(),
        ],
        how: "Skriv koden på pejling.example.dk, eller scan billedet med telefonen.".to_owned(),
        contact: Some("Har du spørgsmål, så ring til Anne Holm, 12 34 56 78.".to_owned()),
        qr_alternative: "QR-kode, der åbner pejling.example.dk med koden på denne seddel.".to_owned(),
        slips: (0..count).map(slip).collect(),
    }
}

fn sheets(piles: Vec<Pile>) -> SlipSheets {
    SlipSheets {
        language: "da".to_owned(),
        title: "Sedler med svarkoder: Bostedet Egelunden".to_owned(),
        piles,
    }
}

fn poster(link: bool, promise: &str) -> Poster {
    let address = format!("{SITE}/til/k7qm2-xrt9w");
    let lines = [
        "Vi vil gerne høre, hvad du synes. Det handler om stedet. Det handler ikke om dig.",
        "Du bestemmer selv, om du vil svare. Siger du nej, får du den samme hjælp som før.",
        "Du svarer uden navn. De ansatte kan ikke se, hvad du svarer. Det kan lederen heller ikke.",
        "Det tager cirka 8 minutter. Du må hoppe over, og du må gerne få hjælp af en, du stoler på.",
        "Svarene bliver brugt på to møder og i en kort rapport. Du hører fra os senest den 15. januar 2027.",
    ];
    let how = if link {
        "Scan billedet med telefonen, eller skriv adressen. Svar kun én gang. Har du fået en seddel, så brug koden på den."
    } else {
        "Spørg efter en seddel. Du trækker den selv fra en bunke. Så ved ingen, hvilken kode du har."
    };
    Poster {
        language: "da".to_owned(),
        title: "Hvordan er det at bruge stedet?".to_owned(),
        place: "Bostedet Egelunden".to_owned(),
        lines: lines.map(str::to_owned).to_vec(),
        how: how.to_owned(),
        link: link.then(|| PosterLink {
            qr: qr::svg(&address),
            qr_alternative: format!("QR-kode, der åbner {}", address.replace("https://", "")),
            address: address.replace("https://", ""),
        }),
        leader_promise: Some(promise.to_owned()),
        contact: Some("Har du spørgsmål, så ring til Anne Holm, 12 34 56 78.".to_owned()),
    }
}

const PROMISE: &str = "Det lover lederen: Ingen får mindre hjælp, fordi de har svaret, eller fordi de lader være. I får \
                       svar på, hvad vi gør, senest den 15. januar 2027.";

/// The file's own text, where structure and metadata stand uncompressed.
fn source(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn pages(bytes: &[u8]) -> usize {
    source(bytes).matches("/Type/Page/").count()
}

/// What `pdftotext` reads, without the spaces; nothing where it isn't installed. With `PEJLING_SHOTS` a copy is kept
/// there to look at.
fn read(name: &str, bytes: &[u8]) -> Option<String> {
    if let Some(folder) = std::env::var_os("PEJLING_SHOTS") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), bytes).expect("a copy");
    }
    let mut child = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    let bytes = bytes.to_owned();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().expect("an ending");
    writer.join().expect("a writer").expect("a written file");
    assert!(output.status.success(), "pdftotext can't read the PDF");
    Some(letters(&String::from_utf8(output.stdout).expect("UTF-8")))
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{200b}').collect()
}

#[test]
fn ten_slips_lie_on_a_sheet_and_each_pile_begins_a_new_one() {
    let both = sheets(vec![pile("Brugere · Nord", 23), pile("Medarbejdere", 4)]);
    let bytes = slips_pdf(&both, options()).expect("a PDF");
    assert_eq!(pages(&bytes), 3 + 1);
    let Some(read) = read("slips", &bytes) else { return };
    for slip in both.piles.iter().flat_map(|pile| &pile.slips) {
        assert!(read.matches(&letters(&slip.code)).count() >= 1, "{} is not on paper", slip.code);
    }
    for line in both.piles[0].lines.iter().chain([&both.piles[0].how]) {
        assert_eq!(read.matches(&letters(line)).count(), 27, "{line}");
    }
    assert!(read.matches("Brugere·Nord").count() == 3, "every sheet says whose it is");
}

#[test]
fn a_screen_reader_finds_language_headings_and_what_each_drawing_is() {
    let source = source(&slips_pdf(&sheets(vec![pile("Brugere", 3)]), options()).expect("a PDF"));
    for needed in ["<pdfuaid:part>1</pdfuaid:part>", "/Lang(da)", "/DisplayDocTitle true", "/S/H1"] {
        assert!(source.contains(needed), "no {needed}");
    }
    assert_eq!(source.matches("/S/Figure").count(), 3);
    assert_eq!(source.matches("/Alt").count(), 3);
}

#[test]
fn a_poster_is_one_page_with_its_way_in() {
    let long = "Vi lover at lytte, og vi lover at svare. ".repeat(20);
    for (name, link, promise) in
        [("poster-link", true, PROMISE), ("poster-slip", false, PROMISE), ("poster-long", true, &long)]
    {
        let poster = poster(link, promise);
        let bytes = poster_pdf(&poster, options()).expect("a PDF");
        assert_eq!(pages(&bytes), 1, "{name}");
        assert!(source(&bytes).contains("<pdfuaid:part>1</pdfuaid:part>"));
        assert_eq!(source(&bytes).matches("/S/Figure").count(), usize::from(link));
        let Some(read) = read(name, &bytes) else { continue };
        for text in [&poster.title, &poster.place, &poster.how].into_iter().chain(&poster.lines) {
            assert!(read.contains(&letters(text)), "{name}: not on paper: {text}");
        }
        assert_eq!(read.contains("pejling.example.dk/til/k7qm2-xrt9w"), link);
    }
}

#[test]
fn words_are_only_ever_words_and_no_letter_stops_a_sheet() {
    let trap = "#panic() *fed* $x$ `kode` \\ <a> @b //c 🎉";
    let mut hostile = pile(trap, 1);
    hostile.contact = Some(trap.repeat(4));
    let mut poster = poster(true, trap);
    poster.place = trap.to_owned();
    let bytes = slips_pdf(&sheets(vec![hostile]), options()).expect("a PDF");
    let printed = poster_pdf(&poster, options()).expect("a PDF");
    let Some(read) = read("slips-hostile", &bytes) else { return };
    assert!(read.contains("#panic()*fed*$x$`kode`"), "{read}");
    assert!(letters(&source(&printed)).contains("pdfuaid"));
}

#[test]
fn an_address_too_long_for_a_qr_still_gives_a_slip() {
    let mut plain = pile("Brugere", 1);
    plain.slips[0].qr = None;
    let mut poster = poster(true, PROMISE);
    if let Some(link) = &mut poster.link {
        link.qr = None;
    }
    assert_eq!(pages(&slips_pdf(&sheets(vec![plain]), options()).expect("a PDF")), 1);
    assert_eq!(pages(&poster_pdf(&poster, options()).expect("a PDF")), 1);
}

#[test]
fn nothing_to_print_is_an_empty_sheet() {
    assert_eq!(pages(&slips_pdf(&sheets(Vec::new()), options()).expect("a PDF")), 1);
}
