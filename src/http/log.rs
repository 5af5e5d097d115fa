//! The audit log as a file: every line as it is stored, ids alone, each with its hash.

use super::downloads::{actor, file};
use app::error::PageError;
use app::pages::administration_log::{Asked, LOG_FILE};
use app::{Access, Route};
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use jiff::Timestamp;
use workflow::ports::{LogLine, StoreError};
use workflow::{Error, Workflow};

/// The file, and who may ask for it.
pub const LOG_FILES: &[Route] =
    &[Route { method: "get", path: "/administration/log.csv", access: Access::Administrator }];

pub(super) fn routes(workflow: Workflow) -> Router {
    Router::new().route(LOG_FILE, get(log)).with_state(workflow)
}

async fn log(
    State(workflow): State<Workflow>,
    Query(asked): Query<Asked>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let lines = workflow.export_audit_log(&actor, asked.place(), asked.kind()).await?;
    let bytes = written(&lines).map_err(|error| Error::from(StoreError(Box::new(error))))?;
    Ok(file("text/csv; charset=utf-8", "log.csv", bytes))
}

fn written(lines: &[LogLine]) -> Result<Vec<u8>, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record([
        "number",
        "time",
        "seconds",
        "id",
        "account",
        "organisation",
        "screening",
        "event",
        "detail",
        "hash",
    ])?;
    for LogLine { number, hash, entry } in lines {
        let time = Timestamp::from_second(entry.at).map(|time| time.to_string()).unwrap_or_default();
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        out.write_record([
            &number.to_string(),
            &time,
            &entry.at.to_string(),
            &entry.id,
            &entry.actor,
            entry.organisation.as_deref().unwrap_or_default(),
            entry.screening.as_deref().unwrap_or_default(),
            &entry.event,
            &entry.detail,
            &hash,
        ])?;
    }
    out.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}
