//! One focus point: each indicator from every chair, its spread where that is shown, the differences, and what was
//! read and seen.

use super::chairs::{Chairs, with_figures};
use super::course::Course;
use super::frame::{self, numbered};
use super::signals::Signals;
use crate::components::plot::{DataTable, Plot};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::chart::{Drawing, Table, Width, indicator_rows};
use screening::evidence::{Evidence, IndicatorRating, about};
use screening::figures;
use screening::id::{FocusPointId, IndicatorId};
use screening::picture::Kind;
use workflow::Error;
use workflow::pictures::PictureView;

/// The page.
pub async fn get(page: Page, Path((id, point)): Path<(String, String)>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let point = FocusPointId::from(point);
    if screening.instrument.focus_point(&point).is_none() {
        return Err(PageError(Error::NotFound));
    }
    let title = numbered(point.as_str(), screening.instrument.texts(page.language).focus_point(&point));
    if !course.closed {
        return Ok(frame::render_empty(&page, &course, &title, &page.words.desk.picture.not_yet));
    }
    let picture = page.state.workflow.picture(&page.actor, &id).await?;
    let evidence: Vec<Evidence> =
        page.state.workflow.evidence(&page.actor, &id).await?.into_iter().map(|(_, one)| one).collect();
    let ratings = page.state.workflow.ratings(&page.actor, &id).await?;
    let shown = page.clone();
    let heading = title.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &title, move || {
        let words = &shown.words.desk.picture;
        let language = screening::language::of(shown.language);
        let instrument = &picture.screening.instrument;
        let drawing = Drawing { published: &picture.published, instrument, language, prefix: "indicators" };
        let plot = figures::any(&picture.published, instrument)
            .then(|| drawing.dot_plot(&indicator_rows(instrument, &point), Width::Wide))
            .map(|chart| view! { <Plot chart fold=shown.words.common.table.as_str() /> });
        let indicators = instrument
            .focus_point(&point)
            .map(|point| {
                point
                    .indicators
                    .iter()
                    .map(|indicator| one(&shown, &picture, &indicator.id, &evidence, &ratings))
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default();
        let signals =
            picture.signals.iter().filter(|signal| signal.subject.focus_point == point).cloned().collect();
        view! {
            <p class="where"><a href=here.address("billede")>{words.title.as_str()}</a></p>
            <h1>{heading}</h1>
            {plot}
            <h2>{words.talk.as_str()}</h2>
            <Signals page=shown.clone() picture=picture.clone() signals />
            {indicators}
        }
    }))
}

fn one(
    page: &Page,
    picture: &PictureView,
    indicator: &IndicatorId,
    evidence: &[Evidence],
    ratings: &[IndicatorRating],
) -> AnyView {
    let words = &page.words.desk.picture;
    let language = screening::language::of(page.language);
    let instrument = &picture.screening.instrument;
    let texts = instrument.texts(page.language);
    let prefix = format!("spread-{}", indicator.as_str().replace('.', "-"));
    let drawing = Drawing { published: &picture.published, instrument, language, prefix: &prefix };
    let spread = match drawing.distribution(indicator, Width::Wide) {
        Some(chart) => view! {
            <details>
                <summary>{words.spread.as_str()}</summary>
                <Plot chart fold=page.words.common.table.as_str() />
            </details>
        }
        .into_any(),
        None => view! { <p class="quiet">{words.no_spread.as_str()}</p> }.into_any(),
    };
    let chairs = with_figures(instrument, &picture.published, indicator, language, &words.chair_interval);
    let gaps = gaps(page, picture, indicator).map(|table| view! { <DataTable table /> });
    let seen = about(evidence, indicator)
        .map(|one| {
            let head = if one.date.is_empty() {
                one.title.clone()
            } else {
                format!("{} · {}", one.title, one.date)
            };
            view! { <li><strong>{head}</strong><br />{frame::in_lines(&one.text)}</li> }
        })
        .collect::<Vec<_>>();
    let rating = ratings.iter().find(|settled| settled.indicator == *indicator).map(|settled| {
        let said = language.rated(indicator.as_str(), settled.rating);
        let late = settled.after_picture.then(|| format!(" {}", words.rated_late));
        view! { <p>{said}{late}</p> }
    });
    let seen = if seen.is_empty() {
        view! { <p class="quiet">{words.no_evidence.as_str()}</p> }.into_any()
    } else {
        view! { <ul>{seen}</ul> }.into_any()
    };
    let id = format!("indikator-{}", indicator.as_str().replace('.', "-"));
    let log = super::course::address(&picture.screening.id, &format!("dokumenter/{indicator}"));
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{numbered(indicator.as_str(), texts.indicator(indicator))}</h2>
            <Chairs instrument=instrument.clone() chairs />
            {spread}
            {gaps}
            <h3>{words.evidence.as_str()}</h3>
            {rating}
            {seen}
            <p><a href=log>{fill(&words.to_evidence, &[("code", indicator.as_str())])}</a></p>
        </section>
    }
    .into_any()
}

/// The differences between the groups on an indicator, as they may be shown.
fn gaps(page: &Page, picture: &PictureView, indicator: &IndicatorId) -> Option<Table> {
    let words = &page.words.desk.picture;
    let language = screening::language::of(page.language);
    let texts = picture.screening.instrument.texts(page.language);
    let rows = picture
        .published
        .rows
        .iter()
        .filter(|row| row.kind == Kind::Gap && row.code == indicator.as_str())
        .map(|row| {
            let other = row.other_group.as_ref().map(|group| language.inside(texts.group(group)));
            let sides = [Some(texts.group(&row.group).to_owned()), other];
            let difference = match row.mean {
                Some(figure) if row.shown.is_shown() => language.figure(figure),
                _ => language.few().to_owned(),
            };
            let interval = row
                .interval
                .map_or_else(|| words.no_interval.clone(), |interval| language.interval(interval));
            vec![language.list(&sides.into_iter().flatten().collect::<Vec<_>>()), difference, interval]
        })
        .collect::<Vec<_>>();
    let columns = vec![words.between.clone(), words.difference.clone(), words.interval.clone()];
    let caption = fill(&words.gaps_caption, &[("code", indicator.as_str())]);
    (!rows.is_empty()).then_some(Table { caption, columns, rows })
}
