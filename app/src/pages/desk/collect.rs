//! Collecting: open, count, close. While it is open only numbers of questionnaires exist, for anyone.

use super::by_date;
use super::course::Course;
use super::dates::today;
use super::frame::{self, SmallForm};
use super::invited::CorrectInvited;
use super::lacks::{Parts, list};
use super::when::time_of_day;
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::Page;
use crate::words::{fill, minutes};
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::settings::State;
use workflow::screenings::{Count, Screening};

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let counts = page.state.workflow.counts(&page.actor, &id).await?;
    let (days, _) = page.state.workflow.by_date(&page.actor, &id).await?;
    let schedule = page.state.workflow.schedule(&page.actor, &id).await?;
    let words = &page.words.desk.collect;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let counted = (screening.state != State::Prepared)
            .then(|| view! { <Counts page=shown.clone() screening=screening.clone() counts=counts /> });
        view! {
            <h1>{words.title.as_str()}</h1>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {state(&shown, &here, &screening)}
            {(!here.practice).then(|| by_date::section(&shown, &screening, days, &schedule, today(&shown)))}
            {counted}
            <CorrectInvited page=shown.clone() screening=screening.clone() />
        }
    }))
}

/// What the state allows, with its button.
fn state(page: &Page, course: &Course, screening: &Screening) -> AnyView {
    let words = &page.words.desk.collect;
    let values = vec![("screening", screening.id.clone())];
    match screening.state {
        State::Prepared => {
            let parts = Parts::of(page, screening);
            let advised = parts.advised(page, screening);
            let facts = (!parts.legal.is_empty()).then(|| {
                view! {
                    <p>{words.facts_missing.as_str()}</p>
                    {list(parts.legal)}
                }
            });
            let advised = (!advised.is_empty()).then(|| {
                let overview = &page.words.desk.overview;
                view! {
                    <p>{format!("{}. {}", overview.advised, overview.advised_lead)}</p>
                    {list(advised)}
                }
            });
            let codes = (!screening.codes_made).then(|| {
                view! { <p><a href=course.address("koder")>{words.codes_first.as_str()}</a></p> }
            });
            view! {
                <p class="lead">{words.prepared.as_str()}</p>
                {facts}
                {advised}
                {codes}
                <h2>{words.open_title.as_str()}</h2>
                <p>{words.open_text.as_str()}</p>
                <SmallForm action="/api/open-screening" values label=words.open.as_str() class="button" />
            }
            .into_any()
        }
        State::Open => {
            let minutes = minutes(page.words, screening.settings.closing_minutes);
            view! {
                <p class="lead">{words.is_open.as_str()}</p>
                <p><a href=course.address(super::import::START)>{page.words.desk.import.link.as_str()}</a></p>
                {typing(page, course)}
                <p><a href=course.address("koder")>{words.more_ways.as_str()}</a></p>
                <p><a href=course.address(super::tablet::TABLET)>{page.words.desk.tablet.link.as_str()}</a></p>
                <h2>{words.close_title.as_str()}</h2>
                <p>{fill(&words.close_text, &[("minutes", &minutes)])}</p>
                <p>{page.words.desk.typing.before_close.as_str()}</p>
                <SmallForm action="/api/begin-closing" values label=words.close.as_str() class="button" />
            }
            .into_any()
        }
        State::Closing => {
            let until = screening.closing_ends_at.map(|at| {
                let text = fill(&words.closing_until, &[("time", &time_of_day(page.words, at))]);
                view! { <p>{text}</p> }
            });
            view! {
                <p class="lead">{words.is_closing.as_str()}</p>
                {until}
                {typing(page, course)}
                <h2>{words.end_title.as_str()}</h2>
                <p>{words.end_text.as_str()}</p>
                <SmallForm action="/api/end-closing" values label=words.end.as_str() class="button" />
            }
            .into_any()
        }
        State::Closed if course.stopped => {
            view! { <p class="lead">{page.words.desk.stopping.nothing_more.as_str()}</p> }.into_any()
        }
        State::Closed => {
            let (lead, (text, to)) = match course.pilot {
                true => (&page.words.desk.pilot.about, course.next(page.words, None)),
                false => (&words.is_closed, (words.to_picture.as_str(), course.address("billede"))),
            };
            view! {
                <p class="lead">{lead.as_str()}</p>
                <p><a class="button" href=to>{text}</a></p>
            }
            .into_any()
        }
    }
}

/// The way to typing booklets; a practice has nobody else to type them again.
fn typing(page: &Page, course: &Course) -> Option<AnyView> {
    let link = page.words.desk.typing.link.as_str();
    let href = course.address(super::typing::TYPING);
    (!course.practice).then(|| view! { <p><a href=href>{link}</a></p> }.into_any())
}

/// Submitted of invited. No status per code anywhere.
#[component]
fn Counts(page: Page, screening: Screening, counts: Vec<Count>) -> impl IntoView {
    let words = &page.words.desk.collect;
    let texts = screening.instrument.texts(page.language);
    let language = screening::language::of(page.language);
    let rows = counts
        .into_iter()
        .map(|count| {
            let invited =
                count.invited.map_or_else(|| words.unknown.clone(), |number| language.count(number));
            view! {
                <tr>
                    <th scope="row">{texts.group(&count.group).to_owned()}</th>
                    <td>{language.count(count.submitted)}</td>
                    <td>{invited}</td>
                </tr>
            }
        })
        .collect_view();
    let again = (screening.state != State::Closed).then(|| {
        view! { <p><a href=page.path.clone()>{words.again.as_str()}</a></p> }
    });
    view! {
        <h2>{words.counts.as_str()}</h2>
        <div class="table-scroll" tabindex="0" role="group" aria-label=words.counts_caption.as_str()>
            <table>
                <caption>{words.counts_caption.as_str()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.group.as_str()}</th>
                        <th scope="col">{words.submitted.as_str()}</th>
                        <th scope="col">{words.invited.as_str()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {again}
        <p class="quiet">{words.no_names.as_str()}</p>
    }
    .into_any()
}
