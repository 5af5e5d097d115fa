//! Signing in with another's account: the way to the provider, and the way back. Whatever goes wrong ends on the
//! sign-in page, where e-mail and password work as ever.

use crate::actions::kept;
use crate::forms::Memory;
use crate::page::Page;
use crate::session;
use crate::state::AppState;
use crate::tablet::{self, Tablet};
use crate::words::fill;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use http::HeaderMap;
use http::header::USER_AGENT;
use leptos::prelude::*;
use serde::Deserialize;
use std::sync::Arc;
use workflow::answering::Token;
use workflow::ports::Provider;
use workflow::sign_on::attempt;
use workflow::{Error, FieldProblem, Problem};

/// Where the way to the provider begins.
pub const BEGIN: &str = "/log-ind/hos";
/// Where it leads back to: what a provider is told.
pub const BACK: &str = "/log-ind/retur";

/// Where both ways end.
const SIGN_IN: &str = "/log-ind";
/// The longest code that is handed on, in bytes.
const LONGEST_CODE: usize = 4096;

/// The link on the sign-in page, where there is a provider.
#[component]
pub fn SignOn(
    /// The request.
    page: Page,
) -> impl IntoView {
    let words = &page.words.sign_on;
    page.state.provider.as_ref().map(|provider| {
        view! {
            <p><a class="button quiet" href=BEGIN>{fill(&words.with, &[("label", provider.label())])}</a></p>
            <h2>{words.or_here.clone()}</h2>
        }
        .into_any()
    })
}

/// Sends the browser to the provider, with a cookie by which its answer is known again.
pub async fn begin(State(state): State<AppState>, jar: CookieJar) -> Response {
    let Some(provider) = state.provider.clone() else { return Redirect::to(SIGN_IN).into_response() };
    let (secret, attempt) = state.workflow.begin_sign_on();
    match provider.entrance(&attempt).await {
        Ok(address) => {
            let cookie = session::cookie(&state, session::SIGN_ON, session::encode(&secret.0));
            (jar.add(cookie), Redirect::to(&address)).into_response()
        }
        Err(fault) => {
            tracing::warn!(%fault, issuer = provider.issuer(), "sign-on");
            refused(&state, jar, Problem::ProviderFails)
        }
    }
}

/// What a provider sends along.
#[derive(Debug, Default, Deserialize)]
pub struct Answer {
    state: Option<String>,
    code: Option<String>,
    error: Option<String>,
    iss: Option<String>,
}

/// Takes the provider's answer. The cookie is used up, whatever it says.
pub async fn back(
    State(state): State<AppState>,
    jar: CookieJar,
    headers: HeaderMap,
    answer: Result<Query<Answer>, QueryRejection>,
) -> Response {
    let Some(provider) = state.provider.clone() else { return Redirect::to(SIGN_IN).into_response() };
    let secret = session::token(&jar, session::SIGN_ON);
    let earlier = session::token(&jar, session::SESSION);
    let jar = jar.add(session::ended(&state, session::SIGN_ON));
    let answer = answer.map(|Query(answer)| answer).unwrap_or_default();
    match signed_in(&state, &provider, secret, answer).await {
        Ok(token) => {
            // Signing in anew ends what this browser had: a session is never taken over.
            if let Some(earlier) = earlier {
                state.workflow.sign_out(&earlier).await.ok();
            }
            let mut left = Vec::new();
            if let Some(held) = Tablet::held(&jar) {
                state.workflow.leave_tablet(&held.token).await.ok();
                left = tablet::ended(&state, &jar);
            }
            let user_agent = headers.get(USER_AGENT).and_then(|said| said.to_str().ok()).unwrap_or_default();
            state.workflow.note_device(&token, user_agent).await.ok();
            let cookie = session::cookie(&state, session::SESSION, session::encode(&token.0));
            let jar = left.iter().cloned().fold(jar, CookieJar::add).add(cookie);
            tablet::sweeping(Vec::new(), (jar, Redirect::to("/screeninger")))
        }
        Err(problem) => refused(&state, jar, problem),
    }
}

async fn signed_in(
    state: &AppState,
    provider: &Arc<dyn Provider>,
    secret: Option<Token>,
    answer: Answer,
) -> Result<Token, Problem> {
    let attempt = secret.as_ref().map(attempt).ok_or(Problem::SignOnLost)?;
    // Both are digests: how long comparing them takes tells nothing of the secret.
    if answer.state.as_deref() != Some(&attempt.state) {
        return Err(Problem::SignOnLost);
    }
    // Another provider's answer (RFC 9207).
    if answer.iss.is_some_and(|issuer| issuer != provider.issuer()) {
        return Err(Problem::ProviderFails);
    }
    if answer.error.is_some() {
        return Err(Problem::SignOnRefused);
    }
    let code = answer.code.filter(|code| !code.is_empty() && code.len() <= LONGEST_CODE);
    let code = code.ok_or(Problem::ProviderFails)?;
    let identity = provider.identity(&attempt, &code, state.workflow.clock.now()).await.map_err(|fault| {
        tracing::warn!(%fault, issuer = provider.issuer(), "sign-on");
        Problem::ProviderFails
    })?;
    state.workflow.sign_in_by(&identity).await.map_err(|error| match error {
        Error::Refused(problem) => problem,
        error => {
            tracing::error!(%error, "a sign-on failed");
            Problem::ProviderFails
        }
    })
}

/// Back to the sign-in page, which says what to do.
fn refused(state: &AppState, jar: CookieJar, problem: Problem) -> Response {
    let problems = vec![FieldProblem { field: String::new(), problem }];
    let memory = Memory { page: SIGN_IN.to_owned(), problems, ..Memory::default() };
    (jar.add(kept(state, memory)), Redirect::to(SIGN_IN)).into_response()
}
