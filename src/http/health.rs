//! `GET /health/live`: the process answers. `GET /health/ready`: the database does too.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use std::time::Duration;
use workflow::Workflow;

/// A database that takes longer than this is not ready.
const PATIENCE: Duration = Duration::from_secs(3);

pub(super) fn routes(workflow: Workflow) -> Router {
    Router::new()
        .route("/health/live", get(|| async { "ok\n" }))
        .route("/health/ready", get(ready))
        .with_state(workflow)
}

async fn ready(State(workflow): State<Workflow>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(PATIENCE, workflow.store.ready()).await {
        Ok(Ok(())) => (StatusCode::OK, "ok\n"),
        Ok(Err(error)) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
        Err(_) => {
            tracing::error!("the database does not answer in time");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer in time\n")
        }
    }
}
