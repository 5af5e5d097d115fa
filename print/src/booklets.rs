//! Booklets to answer on paper, as PDF/UA-1 on A4.

use crate::invitation::laid;
use crate::letters::printable_data;
use crate::typeset::print;
use crate::world::{Desk, fonts, place};
use crate::{PdfOptions, PrintError};
use screening::booklet::{BookletPile, Booklets, Choices};
use screening::language::unbroken;
use serde_json::{Value, json};
use std::sync::LazyLock;
use typst::diag::FileError;
use typst::syntax::Source;

static BOOKLETS: LazyLock<Result<Source, FileError>> =
    LazyLock::new(|| Ok(Source::new(place("booklets.typ")?, include_str!("booklets.typ").to_owned())));

/// Booklets as a PDF that conforms to PDF/UA-1: each with a cover, a page or more a focus point and a last page, with
/// its code and its place in the booklet on every page; after each pile a label for each envelope.
///
/// Takes some tens of milliseconds of one core a booklet: call it where blocking is allowed.
///
/// # Errors
/// When the language isn't a code.
pub fn booklets_pdf(booklets: &Booklets, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    print(&desk(booklets)?, options)
}

fn desk(booklets: &Booklets) -> Result<Desk, PrintError> {
    let mut data = json!({
        "title": booklets.title,
        "instrument": booklets.instrument,
        "place": booklets.place,
        "page_of": booklets.page_of,
        "piles": booklets.piles.iter().map(pile).collect::<Vec<_>>(),
    });
    printable_data(&mut data, fonts());
    // Drawings are no text to be broken into lines.
    for (at, pile) in booklets.piles.iter().enumerate() {
        for (place, booklet) in pile.booklets.iter().enumerate() {
            data["piles"][at]["booklets"][place]["qr"] = json!(booklet.qr);
        }
    }
    laid(&BOOKLETS, data, &booklets.language)
}

fn pile(pile: &BookletPile) -> Value {
    let topics = pile
        .topics
        .iter()
        .map(|topic| json!({ "title": topic.title, "intro": topic.intro, "statements": topic.statements }));
    let last = &pile.last;
    json!({
        "heading": pile.heading,
        "how": pile.how,
        "told": pile.told,
        "beside": pile.beside.iter().map(|line| unbroken(line)).collect::<Vec<_>>(),
        "labels": pile.labels,
        "apart": pile.apart,
        "topics": topics.collect::<Vec<_>>(),
        "last": {
            "title": last.title,
            "about_topic": last.about_topic,
            "question": last.question,
            "consent": choices(&last.consent),
            "help": choices(&last.help),
        },
        "beside_text": pile.beside_text,
        "typist": pile.typist,
        "qr_alternative": pile.qr_alternative,
        "envelope": pile.envelope,
        "booklets": pile.booklets.iter().map(|booklet| json!({ "code": booklet.code })).collect::<Vec<_>>(),
    })
}

fn choices(one: &Choices) -> Value {
    json!({ "question": one.question, "hint": one.hint, "choices": one.choices })
}
