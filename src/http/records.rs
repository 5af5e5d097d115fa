//! What is kept about an account as a file: for its owner, and for the administrator whom somebody asks.

use super::downloads::{actor, file};
use app::error::PageError;
use app::{Access, Route};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use workflow::ports::{AccountRecord, StoreError};
use workflow::{Error, Workflow};

/// Both files, and who may ask for them.
pub const ACCOUNT_RECORDS: &[Route] = &[
    Route { method: "get", path: "/konto/oplysninger.json", access: Access::Account },
    Route {
        method: "get",
        path: "/administration/konti/{id}/oplysninger.json",
        access: Access::Administrator,
    },
];

pub(super) fn routes(workflow: Workflow) -> Router {
    Router::new()
        .route("/konto/oplysninger.json", get(own))
        .route("/administration/konti/{id}/oplysninger.json", get(one))
        .with_state(workflow)
}

async fn own(State(workflow): State<Workflow>, jar: CookieJar) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    written(&workflow.own_record(&actor).await?)
}

async fn one(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    written(&workflow.account_record(&actor, &id).await?)
}

fn written(record: &AccountRecord) -> Result<Response, PageError> {
    let bytes = serde_json::to_vec_pretty(record);
    let bytes = bytes.map_err(|error| Error::from(StoreError(Box::new(error))))?;
    Ok(file("application/json", "oplysninger.json", bytes))
}
