//! A forgotten password: asking for a link, and choosing a new one. Its user is locked out and has a meeting in ten
//! minutes.

use crate::components::form::{Hidden, ProblemSummary, TextField};
use crate::page::{Frame, Page};
use crate::session;
use crate::words::fill;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use leptos::prelude::*;
use workflow::Error;
use workflow::accounts::SHORTEST_PASSWORD;

use crate::error::PageError;

/// Where a link is asked for.
pub const FORGOTTEN: &str = "/glemt-adgangskode";

/// The page of a link.
pub fn address(token: &str) -> String {
    format!("/ny-adgangskode/{token}")
}

/// Asking for a link; where mail is not set up, whom to ask.
pub async fn forgotten(page: Page) -> Response {
    let words = &page.words.desk.password;
    let shown = page.clone();
    page.render(Frame::Answering, &words.forgotten, move || {
        let asked = shown.memory.notice.is_some();
        let form = if shown.state.mailer.is_none() {
            view! { <p class="lead">{words.ask_administrator.as_str()}</p> }.into_any()
        } else if asked {
            view! { <p class="notice" role="status">{words.on_its_way.as_str()}</p> }.into_any()
        } else {
            view! {
                <p class="lead">{words.lead.as_str()}</p>
                <ProblemSummary page=shown.clone() names=vec![("email".to_owned(), words.email.clone())] />
                <form method="post" action="/api/forgot-password">
                    <TextField
                        page=shown.clone()
                        name="email"
                        label=words.email.clone()
                        kind="email"
                        autocomplete="username"
                    />
                    <button class="button" type="submit">{words.ask.as_str()}</button>
                </form>
            }
            .into_any()
        };
        view! {
            <h1>{words.forgotten.as_str()}</h1>
            {form}
            <p><a href="/log-ind">{words.to_sign_in.as_str()}</a></p>
        }
    })
}

/// Choosing a new password, or that the link does not work any more.
pub async fn choose(page: Page, Path(token): Path<String>) -> Result<Response, PageError> {
    let words = &page.words.desk.password;
    let owner = match session::decode(&token) {
        Some(held) => page.state.workflow.password_link(&held).await,
        None => Err(Error::NotFound),
    };
    let email = match owner {
        Ok(email) => email,
        Err(Error::NotFound) => {
            let gone = page.render(Frame::Answering, &words.gone_title, move || {
                view! {
                    <h1>{words.gone_title.as_str()}</h1>
                    <p class="lead">{words.gone.as_str()}</p>
                    <p><a class="button" href=FORGOTTEN>{words.ask.as_str()}</a></p>
                }
            });
            return Ok((StatusCode::NOT_FOUND, gone).into_response());
        }
        Err(other) => return Err(other.into()),
    };
    let shown = page.clone();
    let names = vec![("password".to_owned(), words.new.clone()), ("again".to_owned(), words.again.clone())];
    Ok(page.render(Frame::Answering, &words.choose, move || {
        view! {
            <h1>{words.choose.as_str()}</h1>
            <p class="lead">{fill(&words.choose_lead, &[("email", &email)])}</p>
            <ProblemSummary page=shown.clone() names />
            <form method="post" action="/api/set-password">
                <Hidden name="token" value=token />
                // For the browser's own keeper of passwords.
                <input type="hidden" name="username" autocomplete="username" value=email.clone() />
                <TextField
                    page=shown.clone()
                    name="password"
                    label=words.new.clone()
                    hint=fill(&words.hint, &[("least", &SHORTEST_PASSWORD.to_string())])
                    kind="password"
                    autocomplete="new-password"
                />
                <TextField
                    page=shown.clone()
                    name="again"
                    label=words.again.clone()
                    kind="password"
                    autocomplete="new-password"
                />
                <button class="button" type="submit">{words.save.as_str()}</button>
            </form>
        }
    }))
}
