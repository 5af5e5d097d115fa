//! The facilitator's screenings, each with its next step. Its user comes back after some days and wants to know what
//! waits.

use super::course::{Course, Step};
use super::frame::reminder;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration::ADMINISTRATION;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;

/// The list; someone who facilitates nothing is shown the reports, or what they run.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let workflow = &page.state.workflow;
    if workflow.facilitated_organisations(&page.actor).await?.is_empty() {
        let administers = page.actor.account().is_ok_and(|account| account.administrator);
        let home = if administers { ADMINISTRATION } else { "/rapporter" };
        return Ok(Redirect::to(home).into_response());
    }
    let (mut under_way, mut finished, mut stopped) = (Vec::new(), Vec::new(), Vec::new());
    for summary in workflow.screenings(&page.actor).await? {
        if summary.stopped {
            let place = &summary.organisation.name;
            stopped.push(Course::of_stopped(&summary.id, place, &summary.name, false));
            continue;
        }
        if summary.pilot {
            let place = &summary.organisation.name;
            under_way.push(Course::of_pilot(&summary.id, place, &summary.name, summary.state));
            continue;
        }
        let course = Course::from_parts(
            &page,
            &summary.id,
            &summary.organisation.name,
            &summary.name,
            summary.state,
            summary.released_version,
        )
        .await?;
        let waits = course.now < Step::HandOver || course.next_follow_up.is_some();
        if waits { under_way.push(course) } else { finished.push(course) }
    }
    let words = &page.words.desk.list;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let empty = under_way.is_empty() && finished.is_empty() && stopped.is_empty();
        view! {
            <h1>{words.title.as_str()}</h1>
            {empty.then(|| view! { <p class="lead">{words.empty.as_str()}</p> })}
            <p>
                <a class=if empty { "button" } else { "button quiet" } href="/screeninger/ny">
                    {words.new.as_str()}
                </a>
            </p>
            <p><a href=super::practice::PRACTICE>{shown.words.desk.practice.link.as_str()}</a></p>
            <p><a href=super::instruments::INSTRUMENTS>{shown.words.desk.instruments.link.as_str()}</a></p>
            {(!under_way.is_empty())
                .then(|| view! { <Cards page=shown.clone() title=words.under_way.as_str() courses=under_way /> })}
            {(!finished.is_empty())
                .then(|| view! { <Cards page=shown.clone() title=words.finished.as_str() courses=finished /> })}
            {(!stopped.is_empty())
                .then(|| {
                    let title = shown.words.desk.stopping.list.as_str();
                    view! { <Cards page=shown.clone() title courses=stopped /> }
                })}
        }
    }))
}

#[component]
fn Cards(page: Page, title: &'static str, courses: Vec<Course>) -> impl IntoView {
    let cards = courses
        .into_iter()
        .map(|course| {
            let (next, href) = course.next(page.words, None);
            let name = format!("{next}: {}", course.organisation);
            let pilot = &page.words.desk.pilot;
            let tag = match course.now.name(page.words) {
                _ if course.stopped => page.words.desk.stopping.rail.clone(),
                _ if course.pilot && course.closed => format!("{} · {}", pilot.tag, pilot.step),
                step if course.pilot => format!("{} · {step}", pilot.tag),
                step => step.to_owned(),
            };
            view! {
                <li>
                    <p class="tag">{tag}</p>
                    <h3>
                        <a href=course.address("")>{format!("{} · {}", course.organisation, course.name)}</a>
                    </h3>
                    {reminder(&page, &course)}
                    <p>
                        <a class="button small" href=href aria-label=name>
                            {next}
                        </a>
                    </p>
                </li>
            }
        })
        .collect_view();
    view! {
        <h2>{title}</h2>
        <ul class="cards">{cards}</ul>
    }
    .into_any()
}
