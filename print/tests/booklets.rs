//! Booklets as they are met by whoever fills them in, and by whoever types them.

#[path = "support/paper.rs"]
#[allow(dead_code, reason = "the plan's forms use the rest")]
mod paper;

use paper::{kept, options, pages, text_of};
use print::booklets_pdf;
use screening::booklet::{Booklet, BookletPile, Booklets, Choices, LastPage, Topic};

const CODES: [&str; 2] = ["ABCD-EFGH-JKLM2", "PQRS-TVWX-YZ123"];

fn booklets(labels: &[&str], statements: usize) -> Booklets {
    let statement =
        |number: usize| format!("Jeg kan sige nej til noget, uden at det går ud over mig ({number}).");
    let topic = |number: usize| Topic {
        title: format!("Valg og selvbestemmelse {number}"),
        intro: Some("Det handler om at vælge selv og om at sige fra.".to_owned()),
        statements: (1..=statements).map(statement).collect(),
    };
    let choices = |question: &str| Choices {
        question: question.to_owned(),
        hint: "Vi tæller kun, hvor mange der får hjælp.".to_owned(),
        choices: ["Jeg svarer selv", "En, der ikke hører til her"].map(str::to_owned).to_vec(),
    };
    let pile = BookletPile {
        heading: "Brugere · Gårdhuset".to_owned(),
        how: vec!["Sæt ét kryds ud for hvert udsagn. Du må gerne springe over.".to_owned(); 5],
        told: vec!["Du bestemmer selv, om du vil svare.".to_owned(); 10],
        beside: vec!["Har du spørgsmål, så ring til Maja på 12 34 56 78.".to_owned()],
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        apart: ["Ved ikke", "Ikke relevant for mig"].map(str::to_owned),
        topics: (1..=3).map(topic).collect(),
        last: LastPage {
            title: "Til sidst".to_owned(),
            about_topic: "Vil du skrive noget om emnet?".to_owned(),
            question: "Er der andet, du vil sige om stedet?".to_owned(),
            consent: choices("Må vi bruge dine ord?"),
            help: choices("Har nogen hjulpet dig?"),
        },
        beside_text: "Det, du skriver, bliver først læst om nogle uger.".to_owned(),
        typist: "Til dig, der skriver svarene ind: Skriv de tre ord her.".to_owned(),
        qr_alternative: "QR-kode, der åbner pejling.example med koden.".to_owned(),
        envelope: ["Svar til Egelunden", "Brugere", "Åbnes kun af den, der skriver svarene ind."]
            .map(str::to_owned)
            .to_vec(),
        booklets: CODES.map(|code| Booklet { code: code.to_owned(), qr: screening::qr::svg(code) }).to_vec(),
    };
    Booklets {
        language: "da".to_owned(),
        title: "Hæfter til svar på papir: Bostedet Egelunden".to_owned(),
        instrument: "Recovery-orientering".to_owned(),
        place: "Bostedet Egelunden".to_owned(),
        page_of: "side {page} af {pages}".to_owned(),
        piles: vec![pile],
    }
}

const FIVE: [&str; 5] =
    ["I meget lille grad", "I mindre grad", "I nogen grad", "I høj grad", "I meget høj grad"];

/// Each booklet counts its own pages, and every page has its code: leaves that fall apart find together again.
#[test]
fn every_page_of_a_booklet_has_its_code_and_its_place() {
    let pdf = booklets_pdf(&booklets(&FIVE, 4), options()).unwrap();
    kept("booklets.pdf", &pdf);
    // Cover, three focus points, the last page; one sheet of labels.
    assert_eq!(pages(&pdf), 2 * 5 + 1);
    let Some(text) = text_of(&pdf) else { return };
    for page in 1..=5 {
        assert_eq!(text.matches(&format!("side {page} af 5")).count(), 2, "{page}\n{text}");
    }
    for code in CODES {
        // On each of five pages, and large on the cover.
        assert_eq!(text.matches(code).count(), 6, "{text}");
    }
    let (_, labels) = text.rsplit_once("side 5 af 5").unwrap();
    assert!(labels.contains("Svar til Egelunden"), "{labels}");
    assert!(CODES.iter().all(|code| !labels.contains(code)), "an envelope tells no code");
}

#[test]
fn a_long_form_and_a_scale_of_eleven_have_their_room() {
    let steps: Vec<String> = (0..=10).map(|step| step.to_string()).collect();
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    let pdf = booklets_pdf(&booklets(&steps, 9), options()).unwrap();
    kept("booklets-long.pdf", &pdf);
    let Some(text) = text_of(&pdf) else { return };
    let all = pages(&pdf) / 2;
    assert_eq!(text.matches(&format!("side {all} af {all}")).count(), 2, "{text}");
}

#[test]
fn everyone_can_read_it_and_what_somebody_wrote_is_only_text() {
    let mut odd = booklets(&FIVE, 4);
    odd.piles[0].topics[0].statements[0] = "#panic() $x$ ".repeat(20);
    odd.piles[0].booklets[0].qr = None;
    let pdf: String = booklets_pdf(&odd, options()).unwrap().into_iter().map(char::from).collect();
    for mark in ["<pdfuaid:part>1</pdfuaid:part>", "/Lang(da)", "/DisplayDocTitle true"] {
        assert!(pdf.contains(mark), "{mark}");
    }
}
