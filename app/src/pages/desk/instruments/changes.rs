//! What is otherwise in a version than in another, text by text.

use super::forms::was_and_is;
use super::list::version;
use super::{DRAFT, address, language_name, part_name, place_name, reading};
use crate::components::form::Select;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;
use screening::instrument::Instrument;
use screening::instrument::edit::{Difference, differences};
use serde::Deserialize;
use workflow::Error;
use workflow::instruments::OwnInstrument;

/// Which two.
#[derive(Debug, Default, Deserialize)]
pub struct Between {
    #[serde(default, rename = "fra")]
    from: String,
    #[serde(default, rename = "til")]
    to: String,
}

/// What it was copied from, in addresses.
const ORIGIN: &str = "forlaeg";

/// The page: the draft against the newest version, or the newest against the one before, until others are chosen; the first
/// against what it was copied from.
pub async fn get(
    page: Page,
    Path(key): Path<String>,
    Query(between): Query<Between>,
) -> Result<Response, PageError> {
    let own = page.state.workflow.own_instrument(&page.actor, &key).await?;
    let all = choices(&own);
    let [.., before_last, last] = &*all else { return Err(PageError(Error::NotFound)) };
    let find = |name: &str| all.iter().find(|(known, _)| known == name);
    let from = find(&between.from).unwrap_or(before_last).clone();
    let to = find(&between.to).unwrap_or(last).clone();
    let names: Vec<_> = all.iter().map(|(name, one)| (name.clone(), called(&page, name, one))).collect();
    let words = &page.words.desk.instruments;
    let shown = page.clone();
    let title = words.changes.clone();
    Ok(page.render(Frame::Desk, &title, move || {
        let found = differences(&from.1, &to.1);
        let none = found.is_empty().then(|| view! { <p>{words.no_changes.as_str()}</p> });
        let language = reading(&shown, &to.1);
        view! {
            <p class="where">
                <a href=address(&key, "")>{to.1.texts(&language).title.clone()}</a>
            </p>
            <h1>{words.changes.as_str()}</h1>
            <form method="get" action=address(&key, "aendringer") class="inline-form">
                <Select
                    page=shown.clone()
                    name="fra"
                    label=words.from.as_str()
                    choices=names.clone()
                    value=from.0.clone()
                />
                <Select
                    page=shown.clone()
                    name="til"
                    label=words.to.as_str()
                    choices=names.clone()
                    value=to.0.clone()
                />
                <button class="button quiet small" type="submit">
                    {words.show_changes.as_str()}
                </button>
            </form>
            {none}
            {parts(&shown, &from.1, &to.1, &found)}
        }
        .into_any()
    }))
}

/// What it was copied from, versions and draft by their names in addresses, oldest first.
fn choices(own: &OwnInstrument) -> Vec<(String, Instrument)> {
    let origin = own.origin.iter().map(|one| (ORIGIN.to_owned(), one.clone()));
    let versions = own.versions.iter().map(|one| (one.version.to_string(), one.clone()));
    let draft = own.draft.iter().map(|stored| (DRAFT.to_owned(), stored.draft.shown()));
    origin.chain(versions).chain(draft).collect()
}

fn called(page: &Page, name: &str, one: &Instrument) -> String {
    let words = &page.words.desk.instruments;
    match name {
        DRAFT => words.the_draft.clone(),
        ORIGIN => fill(&words.the_origin, &[("title", &one.texts(&reading(page, one)).title)]),
        _ => version(page, one),
    }
}

/// The differences, those of a part together.
pub(super) fn parts(page: &Page, then: &Instrument, now: &Instrument, found: &[Difference]) -> AnyView {
    let mut drawn = Vec::new();
    let mut rest = found;
    while let [first, ..] = rest {
        let part = first.part();
        let count = rest.iter().take_while(|one| one.part() == part).count();
        let (these, others) = rest.split_at(count);
        rest = others;
        let lines: Vec<AnyView> = these.iter().map(|one| line(page, then, now, one)).collect();
        let named = match first {
            Difference::Dropped(_) => then,
            _ => now,
        };
        let name = part_name(page.words, named, &reading(page, named), &part);
        let sign = view! { <h2>{name}</h2> };
        drawn.push(view! { <section class="changes">{sign}{lines}</section> }.into_any());
    }
    drawn.into_any()
}

fn line(page: &Page, then: &Instrument, now: &Instrument, one: &Difference) -> AnyView {
    let words = &page.words.desk.instruments;
    match one {
        Difference::Added(_) => view! { <p>{words.added.as_str()}</p> }.into_any(),
        Difference::Dropped(_) => view! { <p>{words.dropped.as_str()}</p> }.into_any(),
        Difference::Order => view! { <p>{words.order_changed.as_str()}</p> }.into_any(),
        Difference::Shape(_) => view! { <p>{words.shape_changed.as_str()}</p> }.into_any(),
        Difference::Set(_, key, was, is) => {
            let shape = &page.words.desk.instrument_shape;
            let (was, is) = (shape.setting_value(key, was), shape.setting_value(key, is));
            let said = fill(
                &shape.set_changed,
                &[("name", shape.setting(key)), ("from", was.as_str()), ("to", is.as_str())],
            );
            view! { <p>{said}</p> }.into_any()
        }
        Difference::Languages(was, is) => {
            let named = |codes: &[String]| {
                codes.iter().map(|code| language_name(code)).collect::<Vec<_>>().join(", ")
            };
            let said = &page.words.desk.instrument_shape.languages_changed;
            view! { <p>{fill(said, &[("from", &named(was)), ("to", &named(is))])}</p> }.into_any()
        }
        Difference::Wording(_, was, is) => {
            let said = fill(&words.wording_changed, &[("from", &was.to_string()), ("to", &is.to_string())]);
            view! { <p class="notice">{said}</p> }.into_any()
        }
        Difference::Text(place, code, was, is) => {
            let named = if now.languages.contains(code) { now } else { then };
            let name = place_name(page.words, named, &reading(page, named), place);
            view! {
                <p class="row-name">{name}</p>
                {was_and_is(page, code, was, is)}
            }
            .into_any()
        }
    }
}
