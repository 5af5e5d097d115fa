//! Slips and conversation cards to cut out, and posters, as PDF/UA-1 on A4.

use crate::letters::printable_data;
use crate::typeset::{language, print, refused};
use crate::world::{Desk, fonts, place};
use crate::{PdfOptions, PrintError};
use screening::cards::ConversationCards;
use screening::invitation::{Poster, SlipSheets};
use screening::language::unbroken;
use serde_json::{Value, json};
use std::sync::LazyLock;
use typst::diag::FileError;
use typst::foundations::Bytes;
use typst::syntax::Source;

static SLIPS: LazyLock<Result<Source, FileError>> =
    LazyLock::new(|| Ok(Source::new(place("slips.typ")?, include_str!("slips.typ").to_owned())));

static POSTER: LazyLock<Result<Source, FileError>> =
    LazyLock::new(|| Ok(Source::new(place("poster.typ")?, include_str!("poster.typ").to_owned())));

static CARDS: LazyLock<Result<Source, FileError>> =
    LazyLock::new(|| Ok(Source::new(place("cards.typ")?, include_str!("cards.typ").to_owned())));

/// Slips as a PDF that conforms to PDF/UA-1: ten on a sheet, each pile on sheets of its own, to cut along the lines.
///
/// Takes some milliseconds of one core a slip: call it where blocking is allowed.
///
/// # Errors
/// When the language isn't a code.
pub fn slips_pdf(sheets: &SlipSheets, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    print(&slips_desk(sheets)?, options)
}

/// A poster as a PDF that conforms to PDF/UA-1: one page, however much is promised on it.
///
/// # Errors
/// When the language isn't a code.
pub fn poster_pdf(poster: &Poster, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    print(&poster_desk(poster)?, options)
}

/// Conversation cards as a PDF that conforms to PDF/UA-1: how they are used, then six cards a sheet, to cut along the
/// lines.
///
/// # Errors
/// When the language isn't a code.
pub fn cards_pdf(cards: &ConversationCards, options: PdfOptions) -> Result<Vec<u8>, PrintError> {
    print(&cards_desk(cards)?, options)
}

fn cards_desk(cards: &ConversationCards) -> Result<Desk, PrintError> {
    let each = cards.cards.iter();
    let each = each.map(|card| json!({ "topic": card.topic, "statement": card.statement }));
    let mut data = json!({ "title": cards.title, "how": cards.how, "cards": each.collect::<Vec<_>>() });
    printable_data(&mut data, fonts());
    laid(&CARDS, data, &cards.language)
}

fn slips_desk(sheets: &SlipSheets) -> Result<Desk, PrintError> {
    let piles: Vec<Value> = sheets
        .piles
        .iter()
        .map(|pile| {
            json!({
                "heading": pile.heading,
                "lines": pile.lines,
                "how": pile.how,
                "contact": pile.contact.as_deref().map(unbroken),
                "qr_alternative": pile.qr_alternative,
                "slips": pile.slips.iter().map(|slip| json!({ "code": slip.code })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let mut data = json!({ "title": sheets.title, "piles": piles });
    printable_data(&mut data, fonts());
    // Drawings are no text to be broken into lines.
    for (at, pile) in sheets.piles.iter().enumerate() {
        for (place, slip) in pile.slips.iter().enumerate() {
            data["piles"][at]["slips"][place]["qr"] = json!(slip.qr);
        }
    }
    laid(&SLIPS, data, &sheets.language)
}

fn poster_desk(poster: &Poster) -> Result<Desk, PrintError> {
    let link = poster.link.as_ref();
    let mut data = json!({
        "title": poster.title,
        "place": poster.place,
        "lines": poster.lines,
        "how": poster.how,
        "link": link.map(|link| json!({ "address": link.address, "qr_alternative": link.qr_alternative })),
        "leader_promise": poster.leader_promise.as_deref().map(unbroken),
        "contact": poster.contact.as_deref().map(unbroken),
    });
    printable_data(&mut data, fonts());
    if let Some(link) = link {
        data["link"]["qr"] = json!(link.qr);
    }
    laid(&POSTER, data, &poster.language)
}

/// The template with its data beside it.
pub(crate) fn laid(
    template: &LazyLock<Result<Source, FileError>>,
    mut data: Value,
    code: &str,
) -> Result<Desk, PrintError> {
    data["language"] = language(code)?;
    let mut desk = Desk::new(template.as_ref().map_err(refused)?.clone());
    desk.lay("data.json", Bytes::new(serde_json::to_vec(&data)?)).map_err(|error| refused(&error))?;
    Ok(desk)
}
