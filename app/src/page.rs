//! One request for a page: who asks, in which words, with what was typed before.

use crate::error::PageError;
use crate::forms::Memory;
use crate::pages::account::ACCOUNT;
use crate::pages::second_step::SECOND_STEP;
use crate::preferences::Preferences;
use crate::render::render_page;
use crate::routes::{Access, ROUTES, Route};
use crate::session;
use crate::shell::Shell;
use crate::speaking;
use crate::state::AppState;
use crate::tablet::Tablet;
use crate::words::{self, Words};
use axum::extract::{FromRequestParts, MatchedPath};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use http::request::Parts;
use leptos::prelude::*;
use workflow::Actor;
use workflow::answering::{Questionnaire, Token};

/// One request for a page.
#[derive(Clone)]
pub struct Page {
    /// The program.
    pub state: AppState,
    /// Who asks.
    pub actor: Actor,
    /// The browser's token of a questionnaire, if any.
    pub token: Option<Token>,
    /// Language code of the page.
    pub language: &'static str,
    /// The words.
    pub words: &'static Words,
    /// The language that was chosen in this browser.
    pub chosen: Option<&'static str>,
    /// The languages that may be chosen here.
    pub languages: Vec<&'static str>,
    /// How the reader wants the pages.
    pub preferences: Preferences,
    /// What was typed on this page and did not hold.
    pub memory: Memory,
    /// The shared tablet that this browser is, if it is one.
    pub tablet: Option<Tablet>,
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

    /// The same page in another language, where there is one: that of what is shown, so that there is none to choose.
    pub fn speaking(&self, language: &str) -> Self {
        let words = words::of(language);
        Self { language: words.language, words, languages: Vec::new(), ..self.clone() }
    }

    /// The same page in the language of a questionnaire: the one that was chosen if it is asked in that, or else its
    /// own.
    pub fn asking(&self, questionnaire: &Questionnaire) -> Self {
        let (instrument, settings) = (&questionnaire.instrument, &questionnaire.settings);
        self.among(&instrument.languages, &settings.language)
    }

    /// The same page in the chosen language if it is one of these, or else in this one.
    pub fn among(&self, languages: &[String], otherwise: &str) -> Self {
        let known = |code: &&'static str| languages.iter().any(|language| language == code);
        let page = self.speaking(self.chosen.filter(known).unwrap_or(otherwise));
        Self { languages: self.languages.iter().copied().filter(known).collect(), ..page }
    }

    /// Where nobody is signed in, the way to signing in.
    pub fn signed_in(&self) -> Result<&workflow::Account, PageError> {
        Ok(self.actor.account()?)
    }
}

/// Whether a page waits until who is held back has set up a second step: all but one's own account and what everybody
/// sees.
fn waits(parts: &Parts) -> bool {
    let path = parts.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
    let route = ROUTES.iter().find(|route| route.path == path);
    let open = |route: &Route| matches!(route.access, Access::Anyone | Access::Respondent);
    !path.starts_with(ACCOUNT) && route.is_some_and(|route| !open(route))
}

impl FromRequestParts<AppState> for Page {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let jar = CookieJar::from_headers(&parts.headers);
        let path = parts.uri.path().to_owned();
        let actor = state.workflow.actor(session::token(&jar, session::SESSION).as_ref()).await;
        let actor = actor.map_err(|error| PageError(error).into_response())?;
        if actor.account().is_ok_and(|account| account.held_back) && waits(parts) {
            return Err(Redirect::to(SECOND_STEP).into_response());
        }
        let memory = jar
            .get(session::FORM)
            .and_then(|ticket| state.memory.take(ticket.value(), &path, state.workflow.clock.now()))
            .unwrap_or_default();
        let words = words::of(speaking::language(&parts.headers));
        let tablet = Tablet::held(&jar);
        // A tablet's language was chosen by whoever started it.
        let languages = if tablet.is_some() { &[] } else { words::all() };
        Ok(Self {
            state: state.clone(),
            actor,
            token: session::token(&jar, session::ANSWER),
            language: words.language,
            words,
            chosen: speaking::chosen(&jar),
            languages: languages.iter().map(|words| words.language).collect(),
            preferences: Preferences::read(&jar),
            memory,
            tablet,
            path,
        })
    }
}
