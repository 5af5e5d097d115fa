//! Conversation cards as their readers meet them: round a table, with scissors, and with a voice that reads.

use print::{PdfOptions, cards_pdf};
use screening::cards::{Card, ConversationCards};

fn cards(count: usize, statement: &str) -> ConversationCards {
    let card = |number: usize| Card {
        topic: "Valg og selvbestemmelse".to_owned(),
        statement: format!("{statement} {number}"),
    };
    ConversationCards {
        language: "da".to_owned(),
        title: "Samtalekort: Bostedet Egelunden".to_owned(),
        how: ["Klip kortene ud.", "Læs kortet højt."].map(str::to_owned).to_vec(),
        cards: (1..=count).map(card).collect(),
    }
}

fn printed(cards: &ConversationCards) -> String {
    let options = PdfOptions { date: jiff::civil::date(2026, 11, 21) };
    let pdf = cards_pdf(cards, options).expect("the cards are printed");
    pdf.iter().map(|byte| char::from(*byte)).collect()
}

fn pages(pdf: &str) -> usize {
    pdf.matches("/Type/Page/").count()
}

#[test]
fn six_cards_a_sheet_after_a_page_that_tells_how() {
    for (count, sheets) in [(0, 1), (1, 2), (6, 2), (7, 3), (32, 7)] {
        assert_eq!(
            pages(&printed(&cards(count, "Jeg kan vælge mellem flere slags hjælp."))),
            sheets,
            "{count}"
        );
    }
}

#[test]
fn everyone_can_read_it() {
    let pdf = printed(&cards(3, "Jeg kan sige nej."));
    for mark in ["<pdfuaid:part>1</pdfuaid:part>", "/Lang(da)", "/DisplayDocTitle true"] {
        assert!(pdf.contains(mark), "{mark}");
    }
}

#[test]
fn what_somebody_wrote_is_only_ever_text() {
    let long = "#panic() $x$ ".repeat(30);
    assert_eq!(pages(&printed(&cards(6, &long))), 2);
}
