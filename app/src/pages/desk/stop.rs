//! Stopping a screening: what it means, before it is done; what was done and what is next, after. Its user has a heavy
//! reason, and owes many people an explanation.

use super::again::AGAIN;
use super::course::Course;
use super::evidence_form::keep_it;
use super::frame;
use crate::components::form::{Agree, Hidden, ProblemSummary, TextArea};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::settings::State;
use screening::stopping::Stopped;
use workflow::screenings::Screening;

/// The page within a screening.
pub const STOP: &str = "stop";

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.stopping;
    if let Some(stopped) = screening.stopped.clone() {
        return Ok(story(&page, course, screening, stopped));
    }
    if !course.may_stop {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_now));
    }
    let counts = page.state.workflow.counts(&page.actor, &id).await?;
    let sent: u64 = counts.iter().map(|count| count.submitted).sum();
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let agreed = match sent {
            0 => words.delete_none.clone(),
            sent => shown.words.counted(sent, &words.delete_one, &words.delete_many),
        };
        let names = [("reason", &words.reason), ("deletes", &agreed)];
        let names: Vec<_> = names.map(|(field, name)| (field.to_owned(), name.clone())).into();
        let happens: &[&'static str] = if screening.state == State::Closed {
            &[&words.answers_gone, &words.picture_stays, &words.told_why]
        } else {
            &[&words.nobody_answers, &words.codes_gone, &words.sent_gone, &words.told_why, &words.stays]
        };
        let happens = happens.iter().map(|line| view! { <li>{*line}</li> }).collect_view();
        let asked = keep_it(&shown, "sure", &["reason".to_owned()]);
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <ProblemSummary page=shown.clone() names />
            <h2>{words.what_happens.as_str()}</h2>
            <ul>{happens}</ul>
            <form method="post" action="/api/stop-screening" data-once="">
                <Hidden name="screening" value=here.id.clone() />
                <TextArea
                    page=shown.clone()
                    name="reason"
                    label=words.reason.as_str()
                    hint=words.reason_hint.as_str()
                    rows=3
                />
                {asked}
                <Agree page=shown.clone() name="deletes" value="on" label=agreed />
                <button class="button quiet" type="submit">{words.submit.as_str()}</button>
            </form>
            <p><a href=here.address("")>{words.back.as_str()}</a></p>
        }
        .into_any()
    }))
}

/// What was done, and what is next.
fn story(page: &Page, course: Course, screening: Screening, stopped: Stopped) -> Response {
    let words = &page.words.desk.stopping;
    let language = screening::language::of(page.language);
    let own = screening::language::of(&screening.settings.language);
    let title = language.is_stopped();
    let (shown, here) = (page.clone(), course.clone());
    frame::render(page, &course, title, move || {
        let day = language.date(stopped.on.year(), stopped.on.month(), stopped.on.day());
        let said =
            format!("{} {}", fill(&words.stopped_on, &[("day", &day)]), language.because(&stopped.reason));
        let (deleted, left) = if stopped.picture {
            (&words.deleted_closed, &words.left_closed)
        } else {
            (&words.deleted_open, &words.left_open)
        };
        let passages = own.stopped_page(&stopped.facts(&screening.settings, &screening.instrument, own));
        let says = passages.into_iter().map(|passage| {
            let lines = passage.paragraphs.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
            view! {
                <h4>{passage.heading}</h4>
                {lines}
            }
        });
        view! {
            <h1>{title}</h1>
            <p class="lead">{said}</p>
            <section class="box next-step" aria-labelledby="next">
                <p class="tag">{shown.words.desk.overview.next.as_str()}</p>
                <h2 id="next">{words.next.as_str()}</h2>
                <p>{words.tell_text.as_str()}</p>
                <p>
                    <a class="button" href=here.address("stoppet.pdf")>{words.tell_file.as_str()}</a>
                </p>
                <details class="fold">
                    <summary>{words.says.as_str()}</summary>
                    {says.collect_view()}
                </details>
                <h3>{words.anew.as_str()}</h3>
                <p>{words.anew_text.as_str()}</p>
                <p><a href=here.address(AGAIN)>{words.anew.as_str()}</a></p>
            </section>
            <h2>{words.deleted.as_str()}</h2>
            <p>{deleted.as_str()}</p>
            <h2>{words.left.as_str()}</h2>
            <p>{left.as_str()}</p>
        }
        .into_any()
    })
}
