//! `GET /metrics`, on a listener of its own that visitors never reach.

use crate::metrics;
use crate::store::SqlStore;
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

/// What Prometheus calls the form of the text.
const KIND: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The one route of that listener.
pub fn metrics_router(store: SqlStore) -> Router {
    Router::new().route("/metrics", get(told)).with_state(store)
}

async fn told(State(store): State<SqlStore>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, KIND), (header::CACHE_CONTROL, "no-store")], metrics::text(&store.db).await)
}
