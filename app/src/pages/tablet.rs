//! A shared tablet between two people, and where one of them says that they are done. Its user picks it up where somebody
//! else put it down, and wants to be sure that nothing of either is left.

use crate::components::form::ProblemSummary;
use crate::components::tablet::Leave;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::answer::stopped;
use crate::session;
use crate::tablet::{self, START};
use crate::words::{fill, minutes};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::settings::State as Stage;
use workflow::Error;
use workflow::stopping::StoppedNotice;
use workflow::tablets::TabletView;

/// The start: a large button. A questionnaire that is not sent is never lost by coming here.
pub async fn get(page: Page, jar: CookieJar) -> Result<Response, PageError> {
    let Some(held) = &page.tablet else { return Ok(Redirect::to("/").into_response()) };
    let view = match page.state.workflow.tablet(&held.token).await {
        Ok(view) => view,
        Err(Error::NotFound) => return Ok(ended(&page, &jar)),
        Err(error) => return Err(error.into()),
    };
    if let Some(token) = &page.token
        && page.state.workflow.questionnaire(token).await.is_ok_and(|begun| !begun.sent)
    {
        return Ok(half_done(&page));
    }
    // What is left of the last person is nothing that anybody goes on with.
    let left: Vec<_> = tablet::swept(&page.state, &jar)
        .into_iter()
        .filter(|cookie| page.token.is_some() || cookie.name() == session::FORM)
        .collect();
    Ok(tablet::sweeping(left, start(&page, view)))
}

fn start(page: &Page, view: TabletView) -> Response {
    let TabletView { organisation, state, instrument, settings, group, stopped } = view;
    if let Some(stopped) = stopped {
        return stopped::told(page, &StoppedNotice { organisation, instrument, settings, stopped });
    }
    let page = page.among(&instrument.languages, &settings.language);
    let words = &page.words.answer.tablet;
    let group = fill(&words.group, &[("group", instrument.texts(page.language).group(&group))]);
    let left = minutes(page.words, page.tablet.as_ref().map_or(0, |tablet| tablet.minutes));
    let without_scripts = fill(&words.without_scripts, &[("minutes", &left)]);
    let shown = page.clone();
    page.render(Frame::Answering, &page.words.answer.start.title, move || {
        let problems = &shown.words.problems;
        let begin = match state {
            Stage::Open => view! {
                <form method="post" action="/api/answer/begin-tablet" data-once="">
                    <button class="button big" type="submit">{shown.words.answer.start.begin.as_str()}</button>
                </form>
                <p>{words.sweeps.as_str()}</p>
            }
            .into_any(),
            Stage::Closing => view! { <p class="notice">{problems.closing.as_str()}</p> }.into_any(),
            Stage::Prepared | Stage::Closed => {
                view! { <p class="notice">{problems.closed.as_str()}</p> }.into_any()
            }
        };
        view! {
            <p class="where" data-tablet-start="">{organisation}</p>
            <h1>{shown.words.answer.start.title.as_str()}</h1>
            <p class="lead">{group}</p>
            <ProblemSummary page=shown.clone() />
            {begin}
            <p>{words.begun_before.as_str()} " " <a href="/fortsaet">{words.go_on_words.as_str()}</a></p>
            <noscript><p class="notice">{without_scripts}</p></noscript>
            <p class="quiet"><a href="/log-ind">{words.staff.as_str()}</a></p>
        }
        .into_any()
    })
}

/// It was ended by whoever runs the screening, or its screening is no more.
fn ended(page: &Page, jar: &CookieJar) -> Response {
    let words = &page.words.answer.tablet;
    let gone = page.render(Frame::Answering, &words.off_title, move || {
        view! {
            <h1 data-tablet-start="">{words.off_title.as_str()}</h1>
            <p class="lead">{words.off_text.as_str()}</p>
            <p><a class="button" href="/log-ind">{words.off_sign_in.as_str()}</a></p>
        }
        .into_any()
    });
    tablet::sweeping(tablet::ended(&page.state, jar), gone)
}

/// Somebody's questionnaire is open here: theirs who came back, or theirs who left it.
fn half_done(page: &Page) -> Response {
    let words = &page.words.answer.tablet;
    page.render(Frame::Answering, &words.half_title, move || {
        view! {
            <h1>{words.half_title.as_str()}</h1>
            <p class="lead">{words.half_text.as_str()}</p>
            <p><a class="button" href="/svar">{words.half_go_on.as_str()}</a></p>
            <Leave label=words.half_leave.as_str() class="button quiet" />
        }
        .into_any()
    })
}

/// The ways to be done.
pub async fn done(page: Page) -> Response {
    let (true, Some(token)) = (page.tablet.is_some(), &page.token) else {
        return Redirect::to(START).into_response();
    };
    let begun = page.state.workflow.questionnaire(token).await;
    let Some(begun) = begun.ok().filter(|begun| !begun.sent) else {
        return Redirect::to(START).into_response();
    };
    let page = page.asking(&begun);
    let words = &page.words.answer.tablet;
    let kept = if begun.draft.words.is_some() { &words.leave_with_words } else { &words.leave_for_good };
    page.render(Frame::Answering, &words.done_title, move || {
        view! {
            <h1>{words.done_title.as_str()}</h1>
            <p class="lead">{words.done_lead.as_str()}</p>
            <p><a class="button" href="/svar/se-igennem">{words.done_send.as_str()}</a></p>
            <p><a class="button quiet" href="/svar/pause">{words.done_pause.as_str()}</a></p>
            <p><a class="button quiet" href="/svar">{words.done_back.as_str()}</a></p>
            <h2>{words.leave_title.as_str()}</h2>
            <p>{kept.as_str()}</p>
            <Leave label=words.leave.as_str() class="button quiet" />
        }
        .into_any()
    })
}

/// Where a page leads by itself that nobody left, without scripts.
pub async fn still(page: Page) -> Response {
    if page.tablet.is_none() {
        return Redirect::to("/").into_response();
    }
    let words = &page.words.answer.tablet;
    let text = fill(&words.still_text, &[("seconds", &tablet::ASKS.to_string())]);
    let back = if page.token.is_some() { "/svar" } else { START };
    page.render(Frame::Answering, &words.still_title, move || {
        view! {
            <h1>{words.still_title.as_str()}</h1>
            <p class="lead">{text}</p>
            <p><a class="button" href=back>{words.still_here.as_str()}</a></p>
        }
        .into_any()
    })
}

/// Sweeps, and shows the start. It changes nothing but this browser's own cookies; another site cannot ask for it.
pub async fn left(State(state): State<crate::AppState>, jar: CookieJar, headers: HeaderMap) -> Response {
    let from = headers.get("sec-fetch-site").and_then(|from| from.to_str().ok());
    let own = from.is_none_or(|from| matches!(from, "same-origin" | "none"));
    let cookies = if own { tablet::swept(&state, &jar) } else { Vec::new() };
    tablet::sweeping(cookies, Redirect::to(START))
}
