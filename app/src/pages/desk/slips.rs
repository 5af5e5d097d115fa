//! The sheet of slips, shown once: to print and cut out, drawn from a pile.

use crate::page::{Frame, Page};
use axum::response::Response;
use leptos::prelude::*;
use screening::invitation::{Pile, SlipSheets};
use workflow::screenings::IssuedCode;

/// The sheet, with the form that gives the same codes as files.
pub fn render(page: &Page, screening: &str, sheets: SlipSheets, codes: Vec<IssuedCode>) -> Response {
    let words = &page.words.desk.codes;
    let address = |at: &str| super::course::address(screening, at);
    let (pdf, booklets) = (address("sedler.pdf"), address("haefter.pdf"));
    let (csv, onwards) = (address("koder.csv"), address(""));
    page.render(Frame::Sheet, &words.sheet_title, move || {
        let piles = sheets.piles.into_iter().map(pile).collect_view();
        let hidden = codes
            .into_iter()
            .map(|issued| {
                view! {
                    <input type="hidden" name="group" value=issued.group.to_string() />
                    <input type="hidden" name="unit" value=issued.unit />
                    <input type="hidden" name="code" value=issued.code />
                }
            })
            .collect_view();
        view! {
            <div class="no-print narrow">
                <h1>{words.sheet_title.as_str()}</h1>
                <p class="notice">{words.sheet_lead.as_str()}</p>
                <form method="post" action=pdf class="row-buttons">
                    {hidden}
                    <button class="button" type="submit">{words.pdf.as_str()}</button>
                    <button class="button quiet" type="submit" formaction=booklets>
                        {words.booklets.as_str()}
                    </button>
                    <button class="button quiet" type="submit" formaction=csv>{words.csv.as_str()}</button>
                </form>
                <p>{words.sheet_print.as_str()}</p>
                <p><a href=onwards>{words.onwards.as_str()}</a></p>
            </div>
            {piles}
        }
    })
}

/// One pile: a group, in a unit where there are units. The code stands in letters beside its QR, which is hidden from
/// those who listen.
fn pile(pile: Pile) -> AnyView {
    let Pile { heading, lines, how, contact, slips, .. } = pile;
    let slips = slips
        .into_iter()
        .map(|slip| {
            let lines = lines.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
            view! {
                <li class="slip">
                    <div class="qr" aria-hidden="true" inner_html=slip.qr.unwrap_or_default()></div>
                    <div>
                        <p class="slip-code">{slip.code}</p>
                        {lines}
                        <p class="slip-address">{how.clone()}</p>
                        {contact.clone().map(|text| view! { <p class="slip-address">{text}</p> })}
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="sheet slip-sheet">
            <h2>{heading}</h2>
            <ul class="slips">{slips}</ul>
        </section>
    }
    .into_any()
}
