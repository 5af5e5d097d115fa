//! What somebody signed in was refused, for the audit log: the route's template, and nothing of those who answer.

use app::error::REFUSED;
use app::routes::ACTIONS;
use app::session::{SESSION, encode, token};
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum_extra::extract::cookie::CookieJar;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use workflow::Workflow;

/// One line is enough for whoever asks for the same again within so many seconds.
const ONE_IN: i64 = 60;
/// Most pairs of session and place that are remembered for that.
const MOST: usize = 1_000;

/// What was noted lately.
#[derive(Clone)]
pub(super) struct Noted {
    workflow: Workflow,
    lately: Arc<Mutex<HashMap<(String, String), i64>>>,
}

impl Noted {
    pub(super) fn new(workflow: Workflow) -> Self {
        Self { workflow, lately: Arc::default() }
    }

    /// Whether this was not noted a moment ago.
    fn first(&self, session: String, place: &str) -> bool {
        let now = self.workflow.clock.now();
        let mut lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        lately.retain(|_, at| now - *at < ONE_IN);
        lately.len() < MOST && lately.insert((session, place.to_owned()), now).is_none()
    }
}

/// Notes an answer that says it is a refusal, and takes that word off it.
pub(super) async fn note(State(noted): State<Noted>, request: Request, next: Next) -> Response {
    let held = token(&CookieJar::from_headers(request.headers()), SESSION);
    let path = request.uri().path();
    let action = ACTIONS.iter().find(|(known, _)| *known == path).map(|(known, _)| (*known).to_owned());
    let route = request.extensions().get::<MatchedPath>().map(|route| route.as_str().to_owned());
    let mut response = next.run(request).await;
    if response.headers_mut().remove(REFUSED).is_none() {
        return response;
    }
    if let (Some(held), Some(place)) = (held, action.or(route))
        && noted.first(encode(&held.0), &place)
        && let Err(error) = noted.workflow.note_refusal(&held, &place).await
    {
        tracing::error!(%error, "a refusal could not be noted");
    }
    response
}
