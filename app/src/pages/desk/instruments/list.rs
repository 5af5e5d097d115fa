//! All instruments: those of the program and one's own, each with its versions and where it is in use.

use super::take_in::START;
use super::{DRAFT, INSTRUMENTS, address, lang, reading};
use crate::components::form::ProblemSummary;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::response::Response;
use leptos::prelude::*;
use screening::instrument::Instrument;
use screening::instrument::edit::Draft;
use workflow::Error;
use workflow::instruments::{InstrumentUse, OwnInstrument};

/// The page.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let workflow = &page.state.workflow;
    let organisations = workflow.facilitated_organisations(&page.actor).await?;
    if organisations.is_empty() {
        return Err(PageError(Error::NotFound));
    }
    let own = workflow.own_instruments(&page.actor).await?;
    let uses = workflow.instrument_uses(&page.actor).await?;
    let several = organisations.len() > 1;
    let shipped = page.state.instruments.clone();
    let words = &page.words.desk.instruments;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let of_program = shipped
            .iter()
            .map(|instrument| {
                let tag = version(&shown, instrument);
                card(&shown, &instrument.id, tag, instrument, &uses)
            })
            .collect_view();
        let none = own.is_empty();
        let of_us = own.iter().filter_map(|one| Some((one, one.latest()?))).map(|(one, latest)| {
            let tag = state(&shown, one);
            let tag = if several { format!("{} · {tag}", one.organisation.name) } else { tag };
            card(&shown, &one.id, tag, &latest, &uses)
        });
        let of_us = of_us.collect_view();
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <ProblemSummary page=shown.clone() />
            <ul class="ways">
                <li>
                    <a href=address(START, "")>{shown.words.desk.instrument_take_in.link.as_str()}</a>
                </li>
            </ul>
            <h2>{words.own.as_str()}</h2>
            {none.then(|| view! { <p>{words.no_own.as_str()}</p> })}
            {(!none).then(|| view! { <ul class="cards">{of_us}</ul> })}
            <h2>{words.shipped.as_str()}</h2>
            <ul class="cards">{of_program}</ul>
        }
        .into_any()
    }))
}

/// *Udgave 2*.
pub(super) fn version(page: &Page, instrument: &Instrument) -> String {
    fill(&page.words.desk.instruments.version, &[("number", &instrument.version.to_string())])
}

/// Versions and draft in a few words.
fn state(page: &Page, own: &OwnInstrument) -> String {
    let words = &page.words.desk.instruments;
    match (own.newest(), &own.draft) {
        (Some(newest), Some(_)) => format!("{} · {}", version(page, newest), words.with_draft),
        (Some(newest), None) => version(page, newest),
        (None, _) => words.only_draft.clone(),
    }
}

fn card(page: &Page, key: &str, tag: String, instrument: &Instrument, uses: &[InstrumentUse]) -> AnyView {
    let words = &page.words.desk.instruments;
    let title = instrument.texts(&reading(page, instrument)).title.clone();
    let count = uses.iter().filter(|one| one.instrument == instrument.id).count();
    let holds = fill(
        &words.holds,
        &[
            ("points", &instrument.focus_points.len().to_string()),
            ("indicators", &instrument.indicators().count().to_string()),
            ("groups", &instrument.groups.len().to_string()),
        ],
    );
    let used = match count {
        0 => words.not_used.clone(),
        count => page.words.counted(count as u64, &words.used_once, &words.used),
    };
    view! {
        <li>
            <p class="tag">{tag}</p>
            <h3>
                <a href=address(key, "")>{title}</a>
            </h3>
            <p>{holds}</p>
            <p class="quiet">{used}</p>
        </li>
    }
    .into_any()
}

/// The way back to the list.
pub(super) fn back(page: &Page) -> AnyView {
    view! { <p class="where"><a href=INSTRUMENTS>{page.words.desk.instruments.title.as_str()}</a></p> }
        .into_any()
}

/// The way back to a draft's page.
pub(super) fn to_draft(page: &Page, key: &str, draft: &Draft) -> AnyView {
    let read = draft.shown();
    let language = reading(page, &read);
    view! {
        <p class="where">
            <a href=address(key, DRAFT) lang=lang(page, &language)>{read.texts(&language).title.clone()}</a>
        </p>
    }
    .into_any()
}
