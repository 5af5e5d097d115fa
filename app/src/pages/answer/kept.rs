//! An ending without network. Its user pressed *Send*, and wants to know what became of it: it is kept, and not sent.

use super::questionnaire;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::response::Response;
use leptos::prelude::*;

/// What is kept, how it will be sent, and until when. Its script shows which of the two ways this browser has.
pub async fn get(page: Page) -> Response {
    let (page, _) = match questionnaire(page).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let seconds = match &page.token {
        Some(token) => page.state.workflow.on_device_for(token).await.unwrap_or_default(),
        None => 0,
    };
    let words = &page.words.answer.on_device;
    let days = (seconds / (24 * 60 * 60)).max(1).to_string();
    let until = fill(&words.until, &[("days", &days)]);
    page.render(Frame::Answering, &words.kept_title, move || {
        view! {
            <h1>{words.kept_title.as_str()}</h1>
            <p class="lead">{words.kept_lead.as_str()}</p>
            <p data-sync="" hidden>{words.by_itself.as_str()}</p>
            <p data-no-sync="" hidden>{words.by_the_page.as_str()}</p>
            <p>{until}</p>
            <p>{words.locked.as_str()}</p>
            <p><button type="button" class="button" data-deliver="" hidden>{words.deliver.as_str()}</button></p>
            <p><a href="/svar/se-igennem">{words.look.as_str()}</a></p>
        }
        .into_any()
    })
}
