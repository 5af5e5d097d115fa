//! A file in the place of a draft: chosen, compared with what is there, and put in.

use super::changes::parts;
use super::list::to_draft;
use super::take_in::{START, file_form, left_out, waiting};
use super::{DRAFT, address, lang, part_name, reading};
use crate::actions::taking_in::gone;
use crate::components::form::{Hidden, ProblemSummary};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::instrument::Instrument;
use screening::instrument::edit::{Draft, Part, differences};
use std::collections::BTreeSet;
use workflow::instruments::{OwnInstrument, StoredDraft};

/// Where a file is chosen that is to take a draft's place.
pub async fn get(page: Page, Path(key): Path<String>) -> Result<Response, PageError> {
    let own = page.state.workflow.own_instrument(&page.actor, &key).await?;
    let Some(stored) = own.draft else { return Ok(Redirect::to(&address(&key, "")).into_response()) };
    let words = &page.words.desk.instrument_take_in;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.into_link, move || {
        view! {
            {to_draft(&shown, &key, &stored.draft)}
            <h1>{words.into_link.as_str()}</h1>
            <p class="lead">{words.into_lead.as_str()}</p>
            <ProblemSummary page=shown.clone() />
            <ul class="ways">
                <li>
                    <a href=draft_csv(&key) download>{words.draft_csv.as_str()}</a>
                </li>
            </ul>
            {file_form(&shown, address(&key, &format!("{DRAFT}/{START}/fil")))}
        }
        .into_any()
    }))
}

/// The draft as a sheet.
pub(super) fn draft_csv(key: &str) -> String {
    format!("{}?udgave={DRAFT}", address(key, "redskab.csv"))
}

/// What a file would change in a draft.
pub async fn compare(page: Page, Path(key): Path<String>, jar: CookieJar) -> Result<Response, PageError> {
    let own = page.state.workflow.own_instrument(&page.actor, &key).await?;
    let Some(stored) = own.draft.clone() else {
        return Ok(Redirect::to(&address(&key, "")).into_response());
    };
    let Some(upload) = waiting(&page, &jar, &key) else { return Ok(gone(&page.state, jar, &key)) };
    let words = &page.words.desk.instrument_take_in;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.compare_title, move || {
        let StoredDraft { revision, draft } = stored;
        let next = draft.replaced_by(&upload.read.draft, &own.versions, &BTreeSet::new());
        let (then, now) = (draft.shown(), next.shown());
        let found = differences(draft.written(), next.written());
        let form = (!found.is_empty()).then(|| {
            view! {
                <form method="post" action="/api/replace-instrument-draft">
                    <Hidden name="instrument" value=key.clone() />
                    <Hidden name="seen" value=revision.to_string() />
                    {means(&shown, &own, &upload.read.draft, &now)}
                    <p>{words.replace_hint.as_str()}</p>
                    <button class="button" type="submit">{words.replace.as_str()}</button>
                </form>
            }
        });
        let none = found.is_empty().then(|| view! { <p>{words.compare_none.as_str()}</p> });
        view! {
            {to_draft(&shown, &key, &draft)}
            <h1>{words.compare_title.as_str()}</h1>
            <p class="lead">{fill(&words.compare_lead, &[("file", &upload.name)])}</p>
            <ProblemSummary page=shown.clone() />
            {left_out(&shown, &upload)}
            {none}
            {parts(&shown, &then, &now, &found)}
            {form}
            <p>
                <a href=address(&key, &format!("{DRAFT}/{START}"))>{words.other_file.as_str()}</a>
            </p>
        }
        .into_any()
    }))
}

/// The statements that read otherwise than in the version before: which of them mean something else now?
fn means(page: &Page, own: &OwnInstrument, read: &Draft, now: &Instrument) -> Option<AnyView> {
    let words = &page.words.desk.instrument_take_in;
    let before = own.newest()?;
    let changed = read.changed_statements(before);
    let language = reading(page, now);
    let boxes = changed.iter().map(|id| {
        let name = format!("means[indicator-{id}]");
        let raised = || {
            let wording = |it: &Instrument| it.indicator(id).map_or(1, |(_, one)| one.wording);
            wording(read.written()) > wording(before)
        };
        let checked =
            if page.memory.problems.is_empty() { raised() } else { page.memory.values.contains_key(&name) };
        let label = part_name(page.words, now, &language, &Part::Indicator(id.clone()));
        view! {
            <label class="choice">
                <input type="checkbox" name=name value="on" checked=checked />
                <span lang=lang(page, &language)>{label}</span>
            </label>
        }
    });
    let boxes = boxes.collect_view();
    (!changed.is_empty()).then(|| {
        view! {
            <fieldset class="field">
                <legend>{words.means.as_str()}</legend>
                <p class="hint">{words.means_hint.as_str()}</p>
                {boxes}
            </fieldset>
        }
        .into_any()
    })
}
