//! Server functions: one small file an aggregate. Each parses what was posted, calls one use case and answers
//! post/redirect/get; it decides nothing.
//!
//! To add one: `#[server(endpoint = "…")]` with an endpoint of its own, a body that ends in [`Post::finish`], and a
//! line in [`crate::routes::ACTIONS`].

pub mod account;
pub mod accounts;
pub mod across;
pub mod again;
pub mod answer;
pub mod attach;
pub mod by_date;
pub mod comments;
pub mod controller;
pub mod evidence;
pub mod first;
pub mod hearings;
pub mod importing;
pub mod instruments;
pub mod invitations;
pub mod mailing;
pub mod minutes;
pub mod passwords;
pub mod piloting;
pub mod plans;
pub mod practice;
pub mod preferences;
pub mod preparing;
pub mod ratings;
pub mod reporting;
pub mod reports;
pub mod retaining;
pub mod room;
pub mod screenings;
pub mod second_step;
mod settings_form;
pub mod statement;
pub mod stopping;
pub mod tablets;
pub mod taking_in;
pub mod typing;
pub mod upload;
pub mod votes;

use crate::error::{AppError, REFUSED};
use crate::forms::{Memory, Notice};
use crate::session;
use crate::speaking;
use crate::state::AppState;
use crate::tablet;
use crate::words::{self, Words};
use axum_extra::extract::cookie::{Cookie, CookieJar};
use http::request::Parts;
use http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use std::collections::BTreeMap;
use workflow::answering::Token;
use workflow::{Actor, FieldProblem};

/// A form post on its way: who sent it, from which page, with what typed.
pub struct Post {
    /// The program.
    pub state: AppState,
    /// The cookies.
    pub jar: CookieJar,
    script: bool,
    user_agent: String,
    words: &'static Words,
    response: ResponseOptions,
    page: String,
    values: BTreeMap<String, String>,
}

impl Post {
    /// A post from this page; a page that is not a path of ours becomes the start page.
    pub fn from_page(page: &str) -> Result<Self, AppError> {
        let parts: Parts = use_context().ok_or(AppError::Unavailable)?;
        let said = |name| parts.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let accept = said(header::ACCEPT);
        Ok(Self {
            user_agent: said(header::USER_AGENT).to_owned(),
            state: use_context().ok_or(AppError::Unavailable)?,
            jar: CookieJar::from_headers(&parts.headers),
            script: !accept.contains("text/html"),
            words: words::of(speaking::language(&parts.headers)),
            response: use_context().ok_or(AppError::Unavailable)?,
            page: own_path(page),
            values: BTreeMap::new(),
        })
    }

    /// Remembers what was typed in a field, in case it does not hold. Never a password.
    pub fn remember(mut self, field: &str, value: &str) -> Self {
        self.values.insert(field.to_owned(), value.to_owned());
        self
    }

    /// Who is signed in.
    pub async fn actor(&self) -> workflow::Result<Actor> {
        self.state.workflow.actor(session::token(&self.jar, session::SESSION).as_ref()).await
    }

    /// Sets a cookie with the answer.
    pub fn set_cookie(&self, cookie: &Cookie<'_>) {
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            self.response.append_header(header::SET_COOKIE, value);
        }
    }

    /// Begins a session in this browser.
    pub async fn begin_session(&self, token: &Token) -> workflow::Result<()> {
        self.state.workflow.note_device(token, &self.user_agent).await?;
        self.set_cookie(&session::cookie(&self.state, session::SESSION, session::encode(&token.0)));
        Ok(())
    }

    /// Tells the browser to forget what pages stored in it, such as lines of minutes that wait. No page is in its cache.
    pub fn forget_stored(&self) {
        let name = HeaderName::from_static("clear-site-data");
        self.response.insert_header(name, HeaderValue::from_static("\"storage\""));
    }

    /// Ends these cookies, and tells the browser to forget all that pages stored in it.
    pub fn forget(&self, cookies: Vec<Cookie<'static>>) {
        cookies.iter().for_each(|cookie| self.set_cookie(cookie));
        let (name, value) = tablet::forget();
        self.response.insert_header(name, value);
    }

    /// Answers: on to the next page, or back to this one with what was typed and its mends.
    pub fn finish(self, done: workflow::Result<Next>) -> Result<(), AppError> {
        use workflow::Error;
        if matches!(done, Err(Error::Forbidden)) {
            self.response.insert_header(REFUSED, HeaderValue::from_static("1"));
        }
        match done {
            Ok(next) => {
                if let Next::Saved(page) = &next {
                    self.hand_over(Memory {
                        page: page.clone(),
                        notice: Some(Notice::Saved),
                        ..Memory::default()
                    });
                }
                let (Next::Page(page) | Next::Saved(page)) = next;
                self.go(&page);
                Ok(())
            }
            Err(Error::Unavailable(error)) => {
                tracing::error!(%error, "a form failed");
                self.response.set_status(StatusCode::SERVICE_UNAVAILABLE);
                if self.script {
                    return Err(AppError::Unavailable);
                }
                self.go("/fejl");
                Ok(())
            }
            Err(Error::NotSignedIn | Error::Forbidden | Error::NotFound) if self.script => {
                self.response.set_status(StatusCode::NOT_FOUND);
                Err(AppError::Gone)
            }
            Err(Error::NotSignedIn) => {
                self.go("/log-ind");
                Ok(())
            }
            Err(Error::Forbidden | Error::NotFound) => {
                self.go("/findes-ikke");
                Ok(())
            }
            Err(Error::Invalid(problems)) => self.back(problems),
            Err(Error::Refused(problem)) if self.script => {
                self.response.set_status(StatusCode::CONFLICT);
                Err(AppError::Invalid(words::problem(self.words, &problem)))
            }
            Err(Error::Refused(problem)) => self.back(vec![FieldProblem { field: String::new(), problem }]),
        }
    }

    fn back(self, problems: Vec<FieldProblem>) -> Result<(), AppError> {
        if self.script {
            self.response.set_status(StatusCode::UNPROCESSABLE_ENTITY);
            let text =
                problems.iter().map(|p| words::problem(self.words, &p.problem)).collect::<Vec<_>>().join(" ");
            return Err(AppError::Invalid(text));
        }
        let page = self.page.clone();
        self.hand_over(Memory { page: page.clone(), values: self.values.clone(), problems, notice: None });
        self.go(&page);
        Ok(())
    }

    /// Hands something to the next page, under a fresh ticket in this browser.
    pub fn hand_over(&self, memory: Memory) {
        self.set_cookie(&kept(&self.state, memory));
    }

    fn go(&self, page: &str) {
        if self.script {
            return;
        }
        // An id in it may be whatever somebody posted.
        leptos_axum::redirect(&own_path(page));
        self.response.set_status(StatusCode::SEE_OTHER);
    }
}

/// Keeps form memory under a fresh ticket: the cookie that gives it to its page.
pub fn kept(state: &AppState, memory: Memory) -> Cookie<'static> {
    let mut bytes = [0; 16];
    state.workflow.random.fill(&mut bytes);
    let ticket = session::encode(&bytes);
    state.memory.keep(&ticket, state.workflow.clock.now(), memory);
    session::cookie(state, session::FORM, ticket)
}

/// Where a post that held leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// To this page.
    Page(String),
    /// To this page, which says that it is saved.
    Saved(String),
}

/// A path on this host, or the start page: an address from a form never leads elsewhere.
pub fn own_path(page: &str) -> String {
    let plain = page.bytes().all(|b| b.is_ascii_graphic() && b != b'\\' && b != b'"');
    if plain && page.starts_with('/') && !page.starts_with("//") { page.to_owned() } else { "/".to_owned() }
}

/// Puts the problems of a form's fields at one of its rows: `text` of row 7 stands at `text[row-7]`.
fn in_row<T>(done: workflow::Result<T>, row: &str) -> workflow::Result<T> {
    use workflow::Error;
    done.map_err(|error| match error {
        Error::Invalid(problems) => Error::Invalid(
            problems
                .into_iter()
                .map(|p| FieldProblem { field: crate::pages::desk::frame::row_field(&p.field, row), ..p })
                .collect(),
        ),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_post_never_leads_to_another_host() {
        for page in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "",
            "/a\r\nb",
        ] {
            assert_eq!(own_path(page), "/", "{page:?}");
        }
        assert_eq!(own_path("/svar/emne/3"), "/svar/emne/3");
    }
}
