//! The receipt. Its user wants to know that it arrived, what happens next, and whom one may call.

use super::promise;
use crate::components::tablet::Leave;
use crate::page::{Frame, Page};
use crate::session;
use crate::words::unbroken;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::id::GroupId;
use workflow::Problem;

/// Field names of form memory that say whose receipt it is, where a spent code was typed.
pub const SCREENING: &str = "screening";
/// See [`SCREENING`].
pub const GROUP: &str = "group";

/// The receipt: of the code just typed, or of this browser's own questionnaire.
pub async fn get(page: Page) -> Response {
    let workflow = &page.state.workflow;
    let typed = page.memory.values.get(SCREENING).zip(page.memory.values.get(GROUP));
    let questionnaire = match (typed, &page.token) {
        (Some((screening, group)), _) => workflow.receipt(screening, &GroupId::from(group.as_str())).await,
        (None, Some(token)) => match workflow.questionnaire(token).await {
            Ok(questionnaire) if !questionnaire.sent => {
                return Redirect::to("/svar/se-igennem").into_response();
            }
            other => other,
        },
        (None, None) => return Redirect::to(super::NO_QUESTIONNAIRE).into_response(),
    };
    let questionnaire = match questionnaire {
        Ok(questionnaire) => questionnaire,
        Err(workflow::Error::Refused(Problem::Stopped(screening))) => {
            return super::stopped::of(&page, &screening).await;
        }
        Err(workflow::Error::NotFound | workflow::Error::Refused(_)) => return super::gone(&page),
        Err(error) => return crate::error::PageError(error).into_response(),
    };
    let page = page.asking(&questionnaire);
    let token = page.token.as_ref().filter(|_| page.tablet.is_none());
    // Sent: what was kept beyond the browser's session goes with it.
    let cookie = token.map(|token| session::cookie(&page.state, session::ANSWER, session::encode(&token.0)));
    let words = &page.words.answer.receipt;
    let lines = promise(&questionnaire, page.language).receipt();
    let close = match page.tablet {
        Some(_) => {
            let words = &page.words.answer.tablet;
            view! {
                <Leave label=words.receipt_done.as_str() />
                <p class="quiet">{words.receipt_text.as_str()}</p>
            }
            .into_any()
        }
        None => view! { <p class="quiet">{words.close.as_str()}</p> }.into_any(),
    };
    let receipt = page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{words.title.clone()}</h1>
            <ul class="promise">{lines.into_iter().map(|line| view! { <li>{unbroken(&line)}</li> }).collect_view()}</ul>
            {close}
        }
    });
    (cookie.into_iter().fold(CookieJar::new(), CookieJar::add), receipt).into_response()
}
