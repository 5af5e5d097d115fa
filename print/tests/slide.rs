//! The slide: one page whatever it holds, and everything on it.

#[path = "support/sample.rs"]
mod sample;

use print::{PdfOptions, slide_pdf};
use sample::{hostile, report};
use screening::report::Slide;

fn printed(slide: &Slide) -> String {
    let bytes = slide_pdf(slide, PdfOptions { date: jiff::civil::date(2026, 11, 21) }).expect("a PDF");
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn pages(pdf: &str) -> usize {
    pdf.matches("/Type/Page/").count()
}

#[test]
fn it_is_one_page_that_can_be_heard() {
    let pdf = printed(&report().slide());
    assert_eq!(pages(&pdf), 1);
    for needed in ["<pdfuaid:part>1</pdfuaid:part>", "/Lang(da)", "/Alt", "/S/Figure", "/S/L/"] {
        assert!(pdf.contains(needed), "no {needed}");
    }
}

#[test]
fn it_is_one_page_with_something_to_say_with_nothing_to_show_and_with_odd_words() {
    let mut long = report().slide();
    long.points = vec!["En sætning, der går over flere linjer og siger det hele. ".repeat(2); 5];
    assert_eq!(pages(&printed(&long)), 1);
    assert_eq!(long.words_over(), 0);
    let bare = Slide { chart: None, ..report().slide() };
    assert_eq!(pages(&printed(&bare)), 1);
    assert!(pages(&printed(&hostile().slide())) >= 1);
}

/// Type too small to be read from the back of a room is no way to have room: it goes on over the page, and says how much.
#[test]
fn too_much_to_say_goes_on_over_the_page() {
    let sentence = "En lang sætning, der går over flere linjer og siger det hele en gang til. ";
    let mut long = report().slide();
    long.points = vec![sentence.repeat(4); 5];
    assert!(pages(&printed(&long)) > 1);
    let words = long.words_over();
    assert!((60..200).contains(&words), "{words}");
    // With so many words fewer it has room.
    let mut left: Vec<&str> = sentence.split_whitespace().cycle().take(14 * 4 * 5 - words).collect();
    long.points =
        (0..5).map(|_| left.split_off(left.len().saturating_sub(left.len() / 5 + 1)).join(" ")).collect();
    assert_eq!(pages(&printed(&long)), 1);
}
