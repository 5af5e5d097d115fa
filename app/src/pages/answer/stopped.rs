//! The screening is stopped. Its user came to answer, perhaps with half a questionnaire, and wants to know why, what
//! became of it, and whom one may ask.

use super::receipt::SCREENING;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::unbroken;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use workflow::stopping::StoppedNotice;

/// Where a form leads that was posted to a stopped screening.
pub(crate) const STOPPED: &str = "/svar/stoppet";

/// The page after a form; the screening comes from form memory.
pub async fn get(page: Page) -> Response {
    match page.memory.values.get(SCREENING).cloned() {
        Some(screening) => of(&page, &screening).await,
        None => Redirect::to(super::NO_QUESTIONNAIRE).into_response(),
    }
}

/// What is told of a stopped screening, by its id.
pub(crate) async fn of(page: &Page, screening: &str) -> Response {
    match page.state.workflow.stopped_notice(screening).await {
        Ok(notice) => told(page, &notice),
        Err(error) => PageError(error).into_response(),
    }
}

/// The page itself.
pub(crate) fn told(page: &Page, notice: &StoppedNotice) -> Response {
    let page = page.among(&notice.instrument.languages, &notice.settings.language);
    let language = screening::language::of(page.language);
    let title = language.is_stopped();
    let why = language.because(&notice.stopped.reason);
    let lines = language.stopped_lines(&notice.stopped.facts(&notice.settings, &notice.instrument, language));
    let organisation = notice.organisation.clone();
    let to_start = page.words.answer.gone.again.clone();
    page.render(Frame::Answering, title, move || {
        view! {
            <p class="where">{organisation}</p>
            <h1>{title}</h1>
            <p class="lead">{why}</p>
            <ul class="promise">{lines.into_iter().map(|line| view! { <li>{unbroken(&line)}</li> }).collect_view()}</ul>
            <p class="quiet"><a href="/">{to_start}</a></p>
        }
        .into_any()
    })
}
