//! The next screening at the same place: what comes along, what does not, and the form that makes it.

use super::course::{Course, address};
use super::dates::today;
use super::frame;
use crate::components::form::{Hidden, ProblemSummary, TextField};
use crate::error::PageError;
use crate::page::Page;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

/// The page within a screening.
pub const AGAIN: &str = "igen";

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.again;
    if (course.released.is_none() && !course.stopped) || course.practice {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let all = page.state.workflow.screenings(&page.actor).await?;
    let begun: Vec<_> = all.into_iter().filter(|one| one.earlier.as_ref() == Some(&id)).collect();
    let schedule = page.state.workflow.schedule(&page.actor, &id).await?;
    let start = if course.stopped { today(&page) } else { schedule.again(today(&page)) };
    let stopped = course.stopped;
    let shown = page.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let there = (!begun.is_empty()).then(|| {
            let links = begun.iter().map(|one| {
                view! { <li><a href=address(&one.id, "")>{one.name.clone()}</a></li> }
            });
            view! {
                <div class="notice">
                    <p>{words.begun.as_str()}</p>
                    <ul>{links.collect_view()}</ul>
                </div>
            }
        });
        let list = |items: &[&'static str]| {
            items.iter().map(|item| view! { <li>{*item}</li> }).collect_view().into_any()
        };
        let stopping = &shown.words.desk.stopping;
        let (lead, wording) = if stopped {
            (&stopping.anew_lead, &stopping.anew_along)
        } else {
            (&words.lead, &words.along_wording)
        };
        let names = [("name", &words.name), ("start", &words.start)];
        let names: Vec<_> = names.map(|(field, name)| (field.to_owned(), name.clone())).into();
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{lead.as_str()}</p>
            <ProblemSummary page=shown.clone() names />
            {there}
            <h2>{words.comes_along.as_str()}</h2>
            <ul>{list(&[&words.along_settings, &words.along_dates, wording])}</ul>
            <h2>{words.not_along.as_str()}</h2>
            <ul>{list(&[&words.not_answers, &words.not_promises])}</ul>
            <form method="post" action="/api/start-again">
                <Hidden name="screening" value=id.clone() />
                <TextField
                    page=shown.clone()
                    name="name"
                    label=words.name.as_str()
                    hint=words.name_hint.as_str()
                />
                <TextField
                    page=shown.clone()
                    name="start"
                    label=words.start.as_str()
                    hint=words.start_hint.as_str()
                    value=start.to_string()
                    kind="date"
                    class="date"
                />
                <button class="button" type="submit">{words.submit.as_str()}</button>
            </form>
        }
    }))
}
