//! One request for a page: who asks, in which words, with what was typed before.

use crate::error::PageError;
use crate::forms::Memory;
use crate::preferences::Preferences;
use crate::render::render_page;
use crate::session;
use crate::shell::Shell;
use crate::state::AppState;
use crate::words::{self, Words};
use axum::extract::FromRequestParts;
use axum::response::{Html, IntoResponse, Response};
use axum_extra::extract::cookie::CookieJar;
use http::request::Parts;
use leptos::prelude::*;
use workflow::Actor;
use workflow::answering::Token;

/// One request for a page.
#[derive(Clone)]
pub struct Page {
    /// The program.
    pub state: AppState,
    /// Who asks.
    pub actor: Actor,
    /// The browser's token of a questionnaire, if any.
    pub token: Option<Token>,
    /// Language code of the interface.
    pub language: &'static str,
    /// The words.
    pub words: &'static Words,
    /// How the reader wants the pages.
    pub preferences: Preferences,
    /// What was typed on this page and did not hold.
    pub memory: Memory,
    /// The page's path.
    pub path: String,
}

/// Which frame stands around a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Someone who answers: narrow, calm, nothing beside.
    Answering,
    /// Work at a desk.
    Desk,
    /// A sheet to print.
    Sheet,
    /// A screen that a room looks at: nothing around the page.
    Stage,
}

impl Page {
    /// The whole page. `title` is what stands in the browser's tab before *Pejling*.
    pub fn render<V, F>(&self, frame: Frame, title: &str, view: F) -> Response
    where
        V: IntoView + 'static,
        F: FnOnce() -> V + Send + 'static,
    {
        let page = self.clone();
        // What a screen reader says first.
        let title = match self.memory.problems.is_empty() {
            true => title.to_owned(),
            false => words::fill(&self.words.common.problems_in_title, &[("title", title)]),
        };
        Html(render_page(move || {
            provide_context(page.clone());
            view! { <Shell page frame title>{view()}</Shell> }
        }))
        .into_response()
    }

    /// Where nobody is signed in, the way to signing in.
    pub fn signed_in(&self) -> Result<&workflow::Account, PageError> {
        Ok(self.actor.account()?)
    }
}

impl FromRequestParts<AppState> for Page {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let jar = CookieJar::from_headers(&parts.headers);
        let path = parts.uri.path().to_owned();
        let actor = state.workflow.actor(session::token(&jar, session::SESSION).as_ref()).await?;
        let memory = jar
            .get(session::FORM)
            .and_then(|ticket| state.memory.take(ticket.value(), &path, state.workflow.clock.now()))
            .unwrap_or_default();
        Ok(Self {
            state: state.clone(),
            actor,
            token: session::token(&jar, session::ANSWER),
            language: "da",
            words: words::of("da"),
            preferences: Preferences::read(&jar),
            memory,
            path,
        })
    }
}
