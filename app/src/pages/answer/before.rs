//! Before you start. Its user wants to know what happens to the answers, and who sees them, in ten lines.

use super::{ClosingNotice, promise, questionnaire, where_one_was};
use crate::components::on_device::whose;
use crate::page::{Frame, Page};
use crate::words::{fill, minutes, unbroken};
use axum::response::Response;
use leptos::prelude::*;

/// The ten lines.
pub async fn get(page: Page) -> Response {
    let (page, questionnaire) = match questionnaire(page).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let words = &page.words.answer.before;
    let helper = page.words.answer.topic.helper.clone();
    let promise = promise(&questionnaire, page.language);
    let lines = promise.before_you_start();
    let (leader_promise, contact) = (promise.leader_promise(), promise.contact());
    let begun = !questionnaire.draft.answers.is_empty();
    let next = if begun { where_one_was(&questionnaire) } else { "/svar/emne/1".to_owned() };
    let title = fill(&words.title, &[("organisation", &questionnaire.organisation)]);
    let heading = title.clone();
    let seconds = match &page.token {
        Some(token) => page.state.workflow.on_device_for(token).await.unwrap_or_default(),
        None => 0,
    };
    let on_device = whose(&page, &questionnaire, seconds);
    let on_tablet = page.tablet.as_ref().map(|tablet| {
        let left = minutes(page.words, tablet.minutes);
        fill(&page.words.answer.tablet.before, &[("minutes", &left)])
    });
    let shown = page.clone();
    page.render(Frame::Answering, &title, move || {
        view! {
            <h1>{heading}</h1>
            <ClosingNotice page=shown state=questionnaire.state closing_ends_at=questionnaire.closing_ends_at />
            <ul class="promise">{lines.into_iter().map(|line| view! { <li>{unbroken(&line)}</li> }).collect_view()}</ul>
            {leader_promise.map(|text| view! { <p class="leader-promise">{unbroken(&text)}</p> })}
            {contact.map(|text| view! { <p>{unbroken(&text)}</p> })}
            {on_device}
            {on_tablet.map(|text| view! { <p class="box">{text}</p> })}
            <p>
                <a class="button" href=next data-begin="">
                    {if begun { words.go_on.clone() } else { words.begin.clone() }}
                </a>
            </p>
            <p class="ways-out">
                <a href="/hjaelper">{helper}</a>
                <a href="/rettigheder">{words.rights.clone()}</a>
                <a href="/saadan-virker-det">{words.how.clone()}</a>
            </p>
        }
    })
}
