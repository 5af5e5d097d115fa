//! The picture: focus points seen by every group, what may be talked about, what is hidden and why.

use super::course::Course;
use super::frame::{self, numbered};
use super::signals::Signals;
use super::suppressed;
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::components::plot::{DataTable, Plot};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::chart::{Drawing, Table, Width, focus_point_rows};
use screening::figures;
use screening::instrument::{Disclosure, Group};
use screening::picture::{Kind, Shown};
use workflow::pictures::PictureView;

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.picture;
    if !course.closed {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let picture = page.state.workflow.picture(&page.actor, &id).await?;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let language = screening::language::of(shown.language);
        let instrument = &picture.screening.instrument;
        let texts = instrument.texts(shown.language);
        let answered: Vec<String> = picture
            .published
            .groups
            .iter()
            .map(|count| {
                format!("{} {}", texts.group(&count.group), language.counted(count.submitted, count.invited))
            })
            .collect();
        let drawing = Drawing { published: &picture.published, instrument, language, prefix: "focus-points" };
        let plot = figures::any(&picture.published, instrument)
            .then(|| drawing.dot_plot(&focus_point_rows(instrument), Width::Wide));
        let plot = match plot {
            Some(chart) => view! { <Plot chart fold=shown.words.common.table.as_str() /> }.into_any(),
            None => view! { <p class="notice">{words.no_figures.as_str()}</p> }.into_any(),
        };
        let points = instrument
            .focus_points
            .iter()
            .map(|point| {
                let href = here.address(&format!("billede/{}", point.id));
                let title = numbered(point.id.as_str(), texts.focus_point(&point.id));
                view! { <li><a href=href>{title}</a></li> }
            })
            .collect_view();
        let by_unit = instrument
            .groups
            .iter()
            .filter_map(|group| unit_table(&shown, &picture, group))
            .map(|table| view! { <DataTable table /> })
            .collect::<Vec<_>>();
        let size = picture.published.min_group_size;
        let why = language.why_hidden(size.k(), size.d());
        let why = why.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        let reasons = suppressed::reasons(&shown, &picture.published, instrument);
        let hidden = if reasons.is_empty() {
            view! { <p>{words.nothing_hidden.as_str()}</p> }.into_any()
        } else {
            let reasons = reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
            view! { <p>{words.hidden_here.as_str()}</p><ul>{reasons}</ul> }.into_any()
        };
        let signals = picture.signals.clone();
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{format!("{}. {}", answered.join(" · "), words.closed)}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {plot}
            <h2>{words.points.as_str()}</h2>
            <ul class="columns">{points}</ul>
            <h2>{words.talk.as_str()}</h2>
            <p>{words.talk_lead.as_str()}</p>
            <Signals page=shown.clone() picture=picture.clone() signals />
            {(!by_unit.is_empty())
                .then(|| view! { <h2>{words.units.as_str()}</h2><p>{words.units_lead.as_str()}</p> })}
            {by_unit}
            <h2>{words.files.as_str()}</h2>
            <ul class="ways">
                <li><a href=here.address("tal.csv")>{words.csv.as_str()}</a></li>
                <li><a href=here.address("tal.json")>{words.json.as_str()}</a></li>
            </ul>
            <h2>{words.hidden.as_str()}</h2>
            <p>{words.hidden_lead.as_str()}</p>
            <ul>{why}</ul>
            {hidden}
        }
    }))
}

/// A group's focus points by unit: means with n, and nothing more exists.
fn unit_table(page: &Page, picture: &PictureView, group: &Group) -> Option<Table> {
    let words = &page.words.desk.picture;
    let language = screening::language::of(page.language);
    let published = &picture.published;
    let instrument = &picture.screening.instrument;
    let texts = instrument.texts(page.language);
    let units = suppressed::units(published);
    if units.is_empty() || group.disclosure != Disclosure::Protected {
        return None;
    }
    let row = |code: &str, unit: &str| {
        published.rows.iter().find(|row| {
            row.kind == Kind::FocusPoint
                && row.code == code
                && row.group == group.id
                && row.unit.as_deref() == Some(unit)
        })
    };
    let rows = instrument
        .focus_points
        .iter()
        .filter(|point| units.iter().any(|unit| row(point.id.as_str(), unit).is_some()))
        .map(|point| {
            let cells = units.iter().map(|unit| match row(point.id.as_str(), unit) {
                Some(row) if row.shown.is_shown() => {
                    row.mean.zip(row.n).map_or_else(String::new, |(mean, n)| language.mean(mean, n))
                }
                Some(row) if row.shown == Shown::Derived => words.derived.clone(),
                Some(_) => language.few().to_owned(),
                None => language.not_asked().to_owned(),
            });
            std::iter::once(numbered(point.id.as_str(), texts.focus_point(&point.id))).chain(cells).collect()
        })
        .collect::<Vec<_>>();
    let caption = fill(&words.units_caption, &[("group", texts.group(&group.id))]);
    let columns = std::iter::once(words.focus_point.clone())
        .chain(units.iter().map(|unit| (*unit).to_owned()))
        .collect();
    (!rows.is_empty()).then_some(Table { caption, columns, rows })
}
