//! A part or a language of a draft that somebody means to take away: what goes with it is told first.

use super::draft::part_values;
use super::list::to_draft;
use super::shape::{LANGUAGE, SHAPE};
use super::{DRAFT, address, lang, language_name, part_name, reading};
use crate::actions::instruments::part_of;
use crate::components::form::Hidden;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use screening::instrument::Instrument;
use screening::instrument::edit::{Draft, Part, TextPlace};
use workflow::instruments::StoredDraft;

/// The way to it.
pub(super) fn drop_link(page: &Page, key: &str, (kind, id): (&str, String), name: &str) -> AnyView {
    let label = page.words.desk.instrument_edit.drop.clone();
    let spoken = format!("{label}: {name}");
    let href = address(key, &format!("{DRAFT}/fjern/{kind}/{id}"));
    view! { <a class="button quiet small" href=href aria-label=spoken>{label}</a> }.into_any()
}

/// The page; where it is gone already, the draft's.
pub async fn get(
    page: Page,
    Path((key, kind, id)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let own = page.state.workflow.own_instrument(&page.actor, &key).await?;
    let part = part_of(&kind, &id);
    let there = |draft: &Draft| match kind.as_str() {
        LANGUAGE => draft.written().languages.contains(&id),
        _ => part_values(&part).0 == kind && draft.has(&part),
    };
    let Some(StoredDraft { revision, draft }) = own.draft.filter(|stored| there(&stored.draft)) else {
        return Ok(Redirect::to(&address(&key, DRAFT)).into_response());
    };
    let read = draft.shown();
    let language = reading(&page, &read);
    let is_language = kind == LANGUAGE;
    let name = if is_language { language_name(&id) } else { part_name(page.words, &read, &language, &part) };
    let title = fill(&page.words.desk.instrument_edit.remove_title, &[("name", &name)]);
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &title.clone(), move || {
        let words = &shown.words.desk.instrument_edit;
        let shape = &shown.words.desk.instrument_shape;
        let (hint, lines) = if is_language {
            (&shape.language_drop_hint, Vec::new())
        } else {
            match &part {
                Part::FocusPoint(_) => (&words.drop_point_hint, along(&shown, &read, &language, &part)),
                Part::Group(_) => (&shape.group_drop_hint, Vec::new()),
                Part::Value(_) => (&shape.value_drop_hint, Vec::new()),
                Part::Name(_) => (&shape.name_drop_hint, Vec::new()),
                _ => (&words.drop_indicator_hint, along(&shown, &read, &language, &part)),
            }
        };
        let around = is_language || matches!(part, Part::Group(_) | Part::Value(_) | Part::Name(_));
        let back = match &part {
            _ if around => address(&key, SHAPE),
            Part::FocusPoint(id) => format!("{}#punkt-{id}", address(&key, DRAFT)),
            Part::Indicator(id) => format!("{}#indikator-{id}", address(&key, DRAFT)),
            _ => address(&key, DRAFT),
        };
        let lines = (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! { <ul lang=lang(&shown, &language)>{lines}</ul> }
        });
        view! {
            {to_draft(&shown, &key, &draft)}
            <h1>{title.clone()}</h1>
            <p class="lead">{hint.as_str()}</p>
            {lines}
            <form method="post" action="/api/reshape-instrument">
                <Hidden name="instrument" value=key.clone() />
                <Hidden name="seen" value=revision.to_string() />
                <Hidden name="what" value="drop" />
                <Hidden name="kind" value=kind.clone() />
                <Hidden name="part" value=id.clone() />
                <div class="row-buttons">
                    <button class="button" type="submit">
                        {words.drop.as_str()}
                    </button>
                    <a class="button quiet" href=back>
                        {words.remove_keep.as_str()}
                    </a>
                </div>
            </form>
        }
        .into_any()
    }))
}

/// What goes with it: the indicators of a focus point, the statements of an indicator.
fn along(page: &Page, read: &Instrument, language: &str, part: &Part) -> Vec<String> {
    match part {
        Part::FocusPoint(id) => {
            let point = read.focus_point(id).into_iter();
            let all = point.flat_map(|point| &point.indicators);
            all.map(|one| part_name(page.words, read, language, &Part::Indicator(one.id.clone()))).collect()
        }
        Part::Indicator(id) => {
            let texts = read.texts(language);
            let places = read.groups.iter().map(|group| TextPlace::Item(id.clone(), group.id.clone()));
            places.map(|place| place.text(texts)).filter(|text| !text.is_empty()).collect()
        }
        _ => Vec::new(),
    }
}
