//! One line a request, and one count: method, the route's template, status, milliseconds. Never the path as asked for, a query, an
//! address, a cookie or a body: a path may hold what should not be kept.

use crate::metrics;
use app::routes::ACTIONS;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Instant;

#[expect(clippy::disallowed_methods, reason = "a duration for the log; no rule depends on it")]
pub(super) async fn write(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    // All server functions share one template; their own names are constants, and say which form it was.
    let path = request.uri().path();
    let action = ACTIONS.iter().find(|(known, _)| *known == path).map(|(known, _)| *known);
    let response = next.run(request).await;
    let route = action.unwrap_or_else(|| route.as_ref().map_or("(none)", MatchedPath::as_str));
    let (took, status) = (started.elapsed(), response.status().as_u16());
    tracing::info!(%method, route, status, milliseconds = took.as_millis(), "request");
    metrics::request(method.as_str(), route, status, took);
    response
}
