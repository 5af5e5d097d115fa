//! What is still to be said in a language of a draft, text by text, each with the way to where it is written.

use super::list::to_draft;
use super::shape::SHAPE;
use super::{address, language_name, part_address, part_name, place_name, reading};
use crate::components::form::{ProblemSummary, field_id};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use screening::instrument::Instrument;
use screening::instrument::edit::{Part, Unsaid, field};

/// The page; where there is no draft, or not this language, the instrument's.
pub async fn get(page: Page, Path((key, code)): Path<(String, String)>) -> Result<Response, PageError> {
    let own = page.state.workflow.own_instrument(&page.actor, &key).await?;
    let draft = own.draft.map(|stored| stored.draft);
    let Some(draft) = draft.filter(|draft| draft.written().languages.contains(&code)) else {
        return Ok(Redirect::to(&address(&key, "")).into_response());
    };
    let words = &page.words.desk.instrument_shape;
    let title = fill(&words.unsaid_title, &[("language", &language_name(&code))]);
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &title.clone(), move || {
        let read = draft.shown();
        let all = draft.unsaid(&code);
        let (needed, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.needed);
        let none = (needed.is_empty() && others.is_empty())
            .then(|| view! { <p class="notice">{words.unsaid_none.as_str()}</p> });
        let lead = none.is_none().then(|| view! { <p class="lead">{words.unsaid_lead.as_str()}</p> });
        view! {
            {to_draft(&shown, &key, &draft)}
            <h1>{title.clone()}</h1>
            <ProblemSummary page=shown.clone() />
            {lead}
            {none}
            {list(&shown, &key, &read, &code, &words.unsaid_needed, &needed)}
            {list(&shown, &key, &read, &code, &words.unsaid_others, &others)}
            <p>
                <a href=address(&key, SHAPE)>{words.title.as_str()}</a>
            </p>
        }
        .into_any()
    }))
}

fn list(
    page: &Page,
    key: &str,
    read: &Instrument,
    code: &str,
    title: &str,
    all: &[Unsaid],
) -> Option<AnyView> {
    let language = reading(page, read);
    let lines = all.iter().map(|Unsaid { place, .. }| {
        let part = place.part();
        let name = place_name(page.words, read, &language, place);
        let text = match &part {
            Part::Whole => name,
            part => format!("{}: {name}", part_name(page.words, read, &language, part)),
        };
        let href = format!("{}#{}", part_address(key, &part), field_id(&field(place, code)));
        view! { <li><a href=href>{text}</a></li> }
    });
    let lines = lines.collect_view();
    let title = format!("{title} ({})", all.len());
    (!all.is_empty()).then(|| view! { <h2>{title}</h2><ul>{lines}</ul> }.into_any())
}
