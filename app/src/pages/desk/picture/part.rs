//! A part of the picture, by the id of a focus point or of an indicator; and the way from one part to the next.

use super::scene::{Parts, Scene};
use super::{indicator, point};
use crate::error::PageError;
use crate::page::Page;
use crate::pages::desk::course::Course;
use crate::pages::desk::frame;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::id::{FocusPointId, IndicatorId};
use screening::picture::Kind;
use workflow::Error;

/// The page.
pub async fn get(page: Page, Path((id, code)): Path<(String, String)>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let (focus_point, indicator) = (FocusPointId::from(code.clone()), IndicatorId::from(code.clone()));
    let texts = screening.instrument.texts(page.language);
    let title = if screening.instrument.focus_point(&focus_point).is_some() {
        frame::numbered(&code, texts.focus_point(&focus_point))
    } else if screening.instrument.indicator(&indicator).is_some() {
        frame::numbered(&code, texts.indicator(&indicator))
    } else {
        return Err(PageError(Error::NotFound));
    };
    if !course.picture {
        return Ok(frame::render_empty(&page, &course, &title, &page.words.desk.picture.not_yet));
    }
    let scene = Scene::of(&page, &course).await?;
    let heading = title.clone();
    Ok(frame::render(&page, &course, &title, move || {
        if scene.instrument().indicator(&indicator).is_some() {
            view! { <indicator::IndicatorPage scene indicator heading /> }.into_any()
        } else {
            view! { <point::PointPage scene point=focus_point heading /> }.into_any()
        }
    }))
}

/// The parts before and after this one, in the instrument's order, as links with their titles.
#[component]
pub fn Neighbours(
    /// The picture.
    scene: Scene,
    /// Focus points or indicators.
    kind: Kind,
    /// Where we are.
    code: String,
    /// What the links are called together.
    label: String,
) -> impl IntoView {
    let codes = codes(&scene, kind);
    let place = codes.iter().position(|one| *one == code);
    let at = |place: Option<usize>| codes.get(place?).copied();
    let words = scene.words();
    let link = |code: Option<&str>, text: &str, rel: &'static str| {
        code.map(|code| {
            let text = fill(text, &[("title", &scene.title(kind, code))]);
            view! { <a href=scene.address(code) rel=rel>{text}</a> }
        })
    };
    let previous = link(at(place.and_then(|place| place.checked_sub(1))), &words.previous, "prev");
    let next = link(at(place.map(|place| place + 1)), &words.next, "next");
    view! { <nav class="neighbours no-print" aria-label=label>{previous} {next}</nav> }.into_any()
}

fn codes(scene: &Parts, kind: Kind) -> Vec<&str> {
    let instrument = scene.instrument();
    match kind {
        Kind::Indicator => instrument.indicators().map(|one| one.id.as_str()).collect(),
        _ => instrument.focus_points.iter().map(|one| one.id.as_str()).collect(),
    }
}
