//! The picture: focus points seen by every group, what may be talked about, values, units, what we know too little
//! about, what is hidden and why. [`part`] goes into one focus point or indicator.
//!
//! To add a section: a file in `picture`, a line in [`sections`], its words in `words/desk/seeing.rs`.

pub mod files;
pub mod findings;
pub mod gaps;
pub mod hidden;
pub mod indicator;
pub mod part;
pub mod point;
pub mod scene;
pub mod units;
pub mod unknown;

use self::files::FigureFiles;
use self::findings::{Findings, Loudest, Setting};
use self::hidden::WhatIsHidden;
use self::scene::{PlaceOnPaper, Scene};
use self::unknown::Unknown;
use super::course::Course;
use super::frame;
use super::over_time::OVER_TIME;
use super::since::SINCE;
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::components::plot::{DataTable, PlotWithTable};
use crate::error::PageError;
use crate::page::Page;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::chart::{PlotRow, Width, focus_point_rows, value_rows};
use screening::figures;

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.picture;
    if !course.picture {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let scene = Scene::of(&page, &course).await?;
    Ok(frame::render(&page, &course, &words.title, move || {
        let language = scene.language();
        let answered: Vec<String> = scene
            .published()
            .groups
            .iter()
            .map(|count| {
                let counted = language.counted(count.submitted, count.invited);
                format!("{} {counted}", scene.group(&count.group))
            })
            .collect();
        let hidden =
            hidden::any(&scene).then(|| view! { " " <a href="#skjult">{words.hidden_some.as_str()}</a> });
        let sections = sections(&scene);
        let ways = sections
            .iter()
            .map(|section| view! { <li><a href=format!("#{}", section.id)>{section.title}</a></li> })
            .collect::<Vec<_>>();
        let sections = sections
            .into_iter()
            .map(|Section { id, title, content }| {
                view! {
                    <section class="picture-part" class:no-print=id == FILES id=id aria-labelledby=format!("{id}-titel")>
                        <h2 id=format!("{id}-titel")>{title}</h2>
                        {content}
                    </section>
                }
            })
            .collect::<Vec<_>>();
        view! {
            <PlaceOnPaper scene=scene.clone() />
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{format!("{}. {}", answered.join(" · "), words.closed)} {hidden}</p>
            {scene.course.earlier.then(|| {
                let words = &scene.page.words.desk.since;
                view! { <p class="no-print"><a href=scene.course.address(SINCE)>{words.link.as_str()}</a></p> }
            })}
            {(scene.course.rounds > 2).then(|| {
                let words = &scene.page.words.desk.over_time;
                view! { <p class="no-print"><a href=scene.course.address(OVER_TIME)>{words.link.as_str()}</a></p> }
            })}
            <SavedNotice page=scene.page.clone() />
            <ProblemSummary page=scene.page.clone() />
            <nav class="on-page no-print" aria-label=words.on_page.as_str()>
                <ul>{ways}</ul>
            </nav>
            {sections}
        }
    }))
}

/// The section of downloads, which is nothing on paper.
const FILES: &str = "filer";

/// A part of the page, with the name by which one gets to it.
struct Section {
    id: &'static str,
    title: &'static str,
    content: AnyView,
}

/// The sections that have something to say, in order.
fn sections(scene: &Scene) -> Vec<Section> {
    let words = scene.words();
    let instrument = scene.instrument();
    let shown = figures::any(scene.published(), instrument);
    let points = if shown {
        let rows = focus_point_rows(instrument);
        let links = rows.iter().map(|PlotRow { code, .. }| scene.address(code)).collect();
        let chart = scene.drawing("focus-points").dot_plot(&rows, Width::Wide);
        view! { <PlotWithTable chart links caption=words.choose_point.as_str() /> }.into_any()
    } else {
        let links = focus_point_rows(instrument)
            .into_iter()
            .map(|row| {
                view! { <li><a href=scene.address(&row.code)>{scene.title(row.kind, &row.code)}</a></li> }
            })
            .collect::<Vec<_>>();
        view! { <p class="notice">{words.no_figures.as_str()}</p><ul class="columns">{links}</ul> }.into_any()
    };
    let mut sections = vec![Section { id: "nedslagspunkter", title: &words.focus_points, content: points }];
    let talk = if scene.signals().is_empty() {
        view! { <p>{words.no_signals.as_str()}</p> }.into_any()
    } else {
        let signals = scene.signals().to_vec();
        view! {
            <p>{words.talk_lead.as_str()}</p>
            <Loudest scene=scene.clone() />
            <h3 class="after-cards">{words.everything.as_str()}</h3>
            <Findings scene=scene.clone() signals setting=Setting::Folded />
        }
        .into_any()
    };
    sections.push(Section { id: "tale", title: &words.talk, content: talk });
    let values = value_rows(instrument);
    if shown && !values.is_empty() {
        let chart = scene.drawing("values").dot_plot(&values, Width::Wide);
        let content = view! {
            <p>{words.values_lead.as_str()}</p>
            <PlotWithTable chart />
        };
        sections.push(Section { id: "vaerdier", title: &words.values, content: content.into_any() });
    }
    let by_unit = units::tables(scene);
    if !by_unit.is_empty() {
        let tables = by_unit.into_iter().map(|table| view! { <DataTable table /> }).collect::<Vec<_>>();
        let content = view! { <p>{units::lead(scene)}</p> {tables} };
        sections.push(Section { id: "afdelinger", title: &words.units, content: content.into_any() });
    }
    let unknown = view! { <p>{words.unknown_lead.as_str()}</p><Unknown scene=scene.clone() /> };
    sections.push(Section { id: "for-lidt", title: &words.unknown, content: unknown.into_any() });
    let hidden = view! { <p>{words.hidden_lead.as_str()}</p><WhatIsHidden scene=scene.clone() /> };
    sections.push(Section { id: "skjult", title: &words.hidden, content: hidden.into_any() });
    let files = view! { <FigureFiles scene=scene.clone() /> };
    sections.push(Section { id: FILES, title: &words.files, content: files.into_any() });
    sections
}
