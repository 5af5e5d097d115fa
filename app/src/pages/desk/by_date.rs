//! Opening and closing on a day, on the page of collecting; and the question before a screening that was never opened is
//! deleted.

use super::course::{Course, address};
use super::dates::written;
use super::frame;
use crate::components::form::{Agree, Hidden, ProblemSummary, TextField};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use leptos::prelude::*;
use screening::by_date::ByDate;
use screening::schedule::{Milestone, Schedule};
use screening::settings::State;
use workflow::screenings::Screening;

/// The page of deleting within a screening.
pub const DELETE: &str = "slet";

/// What happens by itself, and the form that chooses it; nothing where it is closing or closed.
pub fn section(
    page: &Page,
    screening: &Screening,
    days: ByDate,
    schedule: &Schedule,
    today: Date,
) -> AnyView {
    let words = &page.words.desk.by_date;
    let prepared = screening.state == State::Prepared;
    if !prepared && screening.state != State::Open {
        return ().into_any();
    }
    let said = |text: &str, day: Date| {
        let text = fill(text, &[("day", &written(page, day))]);
        view! { <p class="notice">{text}</p> }
    };
    let over = days.closes_on.filter(|day| prepared && *day < today);
    let happens = match (over, days.opens_on.filter(|_| prepared)) {
        (Some(day), _) => Some(said(&words.over, day)),
        (None, Some(day)) if day <= today => Some(said(&words.late, day)),
        (None, Some(day)) => Some(said(&words.opens, day)),
        (None, None) => None,
    };
    let ends = days.closes_on.filter(|_| over.is_none()).map(|day| said(&words.closes, day));
    let field = |name: &'static str, label: &'static str, chosen: Option<Date>, milestone: Milestone| {
        let planned = fill(&words.by_schedule, &[("day", &written(page, schedule.date(milestone)))]);
        view! {
            <TextField
                page=page.clone()
                name=name
                label=label
                hint=format!("{} {planned}", words.hint)
                value=chosen.map(|day| day.to_string()).unwrap_or_default()
                kind="date"
                class="date"
            />
        }
    };
    view! {
        <h2>{words.title.as_str()}</h2>
        {happens}
        {ends}
        <p>{words.lead.as_str()}</p>
        <form method="post" action="/api/save-by-date">
            <Hidden name="screening" value=screening.id.clone() />
            {prepared.then(|| field("opens_on", &words.opens_on, days.opens_on, Milestone::Open))}
            {field("closes_on", &words.closes_on, days.closes_on, Milestone::Close)}
            <button class="button quiet" type="submit">{words.save.as_str()}</button>
        </form>
    }
    .into_any()
}

/// The question before it is deleted.
pub async fn delete(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.by_date;
    if screening.state != State::Prepared || screening.practice.is_some() {
        return Ok(frame::render_empty(&page, &course, &words.delete_title, &words.delete_not_now));
    }
    let shown = page.clone();
    Ok(frame::render(&page, &course, &words.delete_title, move || {
        let codes = screening.codes_made.then(|| view! { <li>{words.delete_codes.as_str()}</li> });
        view! {
            <h1>{words.delete_title.as_str()}</h1>
            <p class="lead">{words.delete_lead.as_str()}</p>
            <ProblemSummary page=shown.clone() />
            <h2>{words.delete_goes.as_str()}</h2>
            <ul>
                <li>{words.delete_settings.as_str()}</li>
                {codes}
            </ul>
            <p>{words.delete_log.as_str()}</p>
            <form method="post" action="/api/delete-screening">
                <Hidden name="screening" value=screening.id.clone() />
                <Agree page=shown.clone() name="deletes" value="on" label=words.delete_agree.as_str() />
                <button class="button quiet" type="submit">{words.delete.as_str()}</button>
            </form>
            <p><a href=address(&screening.id, "")>{words.delete_back.as_str()}</a></p>
        }
        .into_any()
    }))
}
