//! The sheet of slips: to print and cut out, drawn from a pile.

use crate::page::{Frame, Page};
use axum::response::Response;
use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;
use screening::promise::Promise;
use std::fmt::Write;
use workflow::screenings::{IssuedCode, Screening};

/// The address that a slip's QR opens: the code stands in the fragment, which no server is sent.
pub fn address(page: &Page, code: &str) -> String {
    format!("{}/#{code}", page.state.public_url)
}

/// The sheet, with the form that gives the same codes as a file.
pub fn render(page: &Page, screening: Screening, codes: Vec<IssuedCode>) -> Response {
    let words = &page.words.desk.codes;
    let shown = page.clone();
    page.render(Frame::Sheet, &words.sheet_title, move || {
        let piles = codes.chunk_by(|one, other| one.group == other.group && one.unit == other.unit);
        let piles = piles.map(|pile| slips(&shown, &screening, pile)).collect_view();
        let hidden = codes
            .iter()
            .map(|issued| {
                view! {
                    <input type="hidden" name="group" value=issued.group.to_string() />
                    <input type="hidden" name="unit" value=issued.unit.clone() />
                    <input type="hidden" name="code" value=issued.code.clone() />
                }
            })
            .collect_view();
        view! {
            <div class="no-print narrow">
                <h1>{words.sheet_title.as_str()}</h1>
                <p class="notice">{words.sheet_lead.as_str()}</p>
                <p>{words.sheet_print.as_str()}</p>
                <form method="post" action=super::course::address(&screening.id, "koder.csv")>
                    {hidden}
                    <button class="button" type="submit">{words.csv.as_str()}</button>
                </form>
                <p><a href=super::course::address(&screening.id, "")>{words.onwards.as_str()}</a></p>
            </div>
            {piles}
        }
    })
}

/// One pile: a group, in a unit where there are units.
fn slips(page: &Page, screening: &Screening, pile: &[IssuedCode]) -> Option<AnyView> {
    let first = pile.first()?;
    let texts = screening.instrument.texts(page.language);
    let language = screening::language::of(page.language);
    let [one, two] = Promise::new(&screening.settings, &screening.instrument, &first.group, language).slip();
    let heading = match first.unit.as_str() {
        "" => texts.group(&first.group).to_owned(),
        unit => format!("{} · {unit}", texts.group(&first.group)),
    };
    let site = page.state.public_url.to_string();
    let slips = pile
        .iter()
        .map(|issued| {
            view! {
                <li class="slip">
                    <div class="qr" inner_html=qr(&address(page, &issued.code))></div>
                    <div>
                        <p class="slip-code">{issued.code.clone()}</p>
                        <p>{one.clone()}</p>
                        <p>{two.clone()}</p>
                        <p class="slip-address">{site.clone()}</p>
                    </div>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="sheet slip-sheet">
                <h2>{heading}</h2>
                <ul class="slips">{slips}</ul>
            </section>
        }
        .into_any(),
    )
}

/// The QR as SVG, dark on light whatever the page's colours; the same code stands in letters beside it, so it is
/// hidden from those who listen. Empty where an address is too long to be one.
fn qr(text: &str) -> String {
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else {
        return String::new();
    };
    // Four modules of quiet zone, as the standard asks.
    let side = code.size + 8;
    let mut path = String::new();
    for row in 0..code.size {
        for column in 0..code.size {
            if code[row][column].value() {
                let _ = write!(path, "M{} {}h1v1h-1z", column + 4, row + 4);
            }
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"120\" height=\"120\" \
         aria-hidden=\"true\" focusable=\"false\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    )
}
