//! One screening: where it stands, what is missing before the step can be left, and the next step as one button.

use super::by_date::DELETE;
use super::course::{Course, Step, missing};
use super::data_protection::DATA_PROTECTION;
use super::dates::Dates;
use super::frame;
use super::lacks::{Parts, list};
use super::prepare_ready::warning;
use super::retention::RETENTION;
use super::since::SINCE;
use super::statements::STATEMENTS;
use super::stop::STOP;
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::settings::State;

/// The overview.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let missing = missing(&page, &course, &screening).await?;
    let words = &page.words.desk.overview;
    let preparing = course.now == Step::Prepare;
    let advised =
        if preparing { Parts::of(&page, &screening).advised(&page, &screening) } else { Vec::new() };
    let schedule = page.state.workflow.schedule(&page.actor, &id).await?;
    let tie = screening.settings.preparation.tie.filter(|_| preparing);
    let (next, href) = course.next(page.words, Some(&screening));
    let title = course.organisation.clone();
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &title, move || {
        let released = here.released.map(|version| {
            let text = fill(&words.released, &[("version", &version.to_string())]);
            view! { <p class="notice">{text}</p> }
        });
        let stopping = &shown.words.desk.stopping;
        let pilot = &shown.words.desk.pilot;
        let tried = here.pilot && here.closed && !here.stopped;
        let step = match () {
            () if here.stopped => stopping.rail.as_str(),
            () if tried => pilot.step.as_str(),
            () => here.now.name(shown.words),
        };
        let about = match here.now {
            _ if here.stopped => &stopping.about_next,
            _ if tried => &pilot.about,
            Step::Prepare => &words.about_prepare,
            Step::Collect if here.pilot => &pilot.about_collect,
            Step::Collect => &words.about_collect,
            Step::Close => &words.about_close,
            Step::HearingOne => &words.about_hearing_one,
            Step::HearingTwo => &words.about_hearing_two,
            Step::Report => &words.about_report,
            Step::Develop => &shown.words.desk.plan.about,
            Step::HandOver | Step::Again => &words.about_hand_over,
        };
        let missing = (!missing.is_empty()).then(|| {
            view! {
                <h3>{words.missing.as_str()}</h3>
                {list(missing)}
            }
        });
        let advised = (!advised.is_empty()).then(|| {
            view! {
                <h3>{words.advised.as_str()}</h3>
                <p>{words.advised_lead.as_str()}</p>
                {list(advised)}
            }
        });
        view! {
            <p class="where">{here.name.clone()}</p>
            <h1>{here.organisation.clone()}</h1>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {released}
            {warning(&shown, tie)}
            <section class="box next-step" aria-labelledby="next">
                <p class="tag">{words.next.as_str()}</p>
                <h2 id="next">{step}</h2>
                <p>{about.as_str()}</p>
                {frame::reminder(&shown, &here)}
                {missing}
                {advised}
                <p><a class="button" href=href>{next}</a></p>
            </section>
            {(!here.stopped && !here.pilot).then(|| view! { <Dates page=shown.clone() course=here.clone() schedule /> })}
            <h2>{words.always.as_str()}</h2>
            <ul>
                <li><a href=here.address("forbered")>{words.see_settings.as_str()}</a></li>
                {(!here.pilot).then(|| {
                    view! { <li><a href=here.address("dokumenter")>{words.see_evidence.as_str()}</a></li> }
                })}
                <li><a href=here.address(DATA_PROTECTION)>{shown.words.desk.data_protection.link.as_str()}</a></li>
                {here.picture.then(|| {
                    let (at, text) = match here.pilot {
                        true => (STATEMENTS, &shown.words.desk.statements.link),
                        false => ("billede", &words.see_picture),
                    };
                    view! { <li><a href=here.address(at)>{text.as_str()}</a></li> }
                })}
                {here
                    .closed
                    .then(|| {
                        view! { <li><a href=here.address("kommentarer")>{words.see_comments.as_str()}</a></li> }
                    })}
                {(here.picture && here.earlier)
                    .then(|| view! { <li><a href=here.address(SINCE)>{shown.words.desk.since.link.as_str()}</a></li> })}
                {here
                    .link(Step::Again)
                    .map(|href| view! { <li><a href=href>{shown.words.desk.again.link.as_str()}</a></li> })}
                {(!here.practice && !here.pilot).then(|| {
                    let text = shown.words.desk.retention.link.as_str();
                    view! { <li><a href=here.address(RETENTION)>{text}</a></li> }
                })}
                {(screening.state == State::Prepared && !here.practice).then(|| {
                    let text = shown.words.desk.by_date.delete_title.as_str();
                    view! { <li><a href=here.address(DELETE)>{text}</a></li> }
                })}
                {here
                    .may_stop
                    .then(|| view! { <li><a href=here.address(STOP)>{stopping.link.as_str()}</a></li> })}
            </ul>
        }
    }))
}
