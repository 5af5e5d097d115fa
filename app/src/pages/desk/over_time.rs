//! Several screenings of the same place in a row: a small plot a focus point and group, with the same figures beside it;
//! and one focus point's indicators on a page of their own.

use super::course::Course;
use super::frame::{self, numbered};
use super::since::users_first;
use crate::components::plot::PlotWithTable;
use crate::error::PageError;
use crate::page::Page;
use crate::words::{OverTimeWords, fill};
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::chart::TrendPlot;
use screening::comparison::Trend;
use screening::id::{FocusPointId, GroupId};
use screening::instrument::{Indicator, Instrument};
use screening::language::{self, Language};
use screening::picture::Kind;
use workflow::Error;
use workflow::again::RoundsView;

/// The page within a screening.
pub const OVER_TIME: &str = "over-tid";

/// Every focus point.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    show(page, id, None).await
}

/// The indicators of one.
pub async fn point(page: Page, Path((id, point)): Path<(String, String)>) -> Result<Response, PageError> {
    show(page, id, Some(point.into())).await
}

async fn show(page: Page, id: String, point: Option<FocusPointId>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let known = |point: &FocusPointId| screening.instrument.focus_point(point).is_some();
    if screening.earlier.is_none() || point.as_ref().is_some_and(|point| !known(point)) {
        return Err(PageError(Error::NotFound));
    }
    let words = &page.words.desk.over_time;
    if !course.closed {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let view = page.state.workflow.rounds(&page.actor, &id).await?;
    let title = match &point {
        Some(point) => subject(&view.screening.instrument, page.language, Kind::FocusPoint, point.as_str()),
        None => words.title.clone(),
    };
    let shown = page.clone();
    let heading = title.clone();
    Ok(frame::render(&page, &course.clone(), &title, move || {
        let rows = Rows {
            words,
            language: language::of(shown.language),
            course: &course,
            view: &view,
            point: point.as_ref(),
        };
        let groups: Vec<AnyView> =
            users_first(rows.instrument()).into_iter().filter_map(|group| rows.group(group)).collect();
        let nothing = groups.is_empty().then(|| view! { <p class="notice">{words.nothing.as_str()}</p> });
        let back = point.as_ref().map(|_| {
            view! { <p class="where"><a href=course.address(OVER_TIME)>{words.title.as_str()}</a></p> }
        });
        view! {
            {back}
            <h1>{heading}</h1>
            <p class="lead">{rows.which()}</p>
            <ul>
                <li>{words.others.as_str()}</li>
                <li>{words.steps.as_str()}</li>
                <li>{words.gaps.as_str()}</li>
                <li>{shown.words.desk.since.by_chance.as_str()}</li>
            </ul>
            {nothing}
            {groups}
        }
        .into_any()
    }))
}

/// Number and title of a focus point or indicator.
fn subject(instrument: &Instrument, language: &str, kind: Kind, code: &str) -> String {
    let texts = instrument.texts(language);
    match kind {
        Kind::Indicator => numbered(code, texts.indicator(&code.into())),
        _ => numbered(code, texts.focus_point(&code.into())),
    }
}

/// What is shown: every focus point, or the indicators of one.
struct Rows<'a> {
    words: &'static OverTimeWords,
    language: &'static dyn Language,
    course: &'a Course,
    view: &'a RoundsView,
    point: Option<&'a FocusPointId>,
}

impl Rows<'_> {
    fn instrument(&self) -> &Instrument {
        &self.view.screening.instrument
    }

    /// Which screenings they are.
    fn which(&self) -> String {
        let names: Vec<String> = self.view.names.iter().map(|name| self.language.quoted(name)).collect();
        fill(&self.words.which, &[("names", &self.language.list(&names))])
    }

    fn asked(&self, trend: &Trend) -> bool {
        match self.point {
            None => trend.kind == Kind::FocusPoint,
            Some(point) => {
                let own = self.instrument().focus_point(point);
                let mut own =
                    own.into_iter().flat_map(|point| &point.indicators).map(|one: &Indicator| &one.id);
                trend.kind == Kind::Indicator && own.any(|id| id.as_str() == trend.code)
            }
        }
    }

    /// A group's plots; what can be shown of no two rounds is said in a line.
    fn group(&self, group: &GroupId) -> Option<AnyView> {
        let texts = self.instrument().texts(self.language.code());
        let own = self.view.trends.iter().filter(|trend| trend.group == *group && self.asked(trend));
        let (drawn, other): (Vec<&Trend>, Vec<&Trend>) = own.partition(|trend| trend.is_drawn());
        if drawn.is_empty() && other.is_empty() {
            return None;
        }
        let title = |trend: &Trend| subject(self.instrument(), self.language.code(), trend.kind, &trend.code);
        let plots = drawn.into_iter().map(|trend| {
            let subject = title(trend);
            let prefix = format!("tid-{group}-{}", trend.code.replace('.', "-"));
            let chart = TrendPlot {
                trend,
                rounds: &self.view.names,
                instrument: self.instrument(),
                language: self.language,
                subject: &subject,
                prefix: &prefix,
            }
            .chart();
            let into = (trend.kind == Kind::FocusPoint).then(|| {
                let href = self.course.address(&format!("{OVER_TIME}/{}", trend.code));
                let name = format!("{}: {subject}", self.words.see_indicators);
                view! { <p><a href=href aria-label=name>{self.words.see_indicators.as_str()}</a></p> }
            });
            view! {
                <div class="trend">
                    <h3>{subject.clone()}</h3>
                    <PlotWithTable chart />
                    {into}
                </div>
            }
        });
        let plots = plots.collect_view();
        let other = (!other.is_empty()).then(|| {
            let names: Vec<String> = other.iter().map(|trend| title(trend)).collect();
            let text = fill(&self.words.too_little, &[("what", &self.language.list(&names))]);
            view! { <p>{text}</p> }
        });
        Some(
            view! {
                <section class="picture-part">
                    <h2>{texts.group(group).to_owned()}</h2>
                    <div class="pair trends">{plots}</div>
                    {other}
                </section>
            }
            .into_any(),
        )
    }
}
