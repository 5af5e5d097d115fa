//! The audit log as a file: every line as it is stored, ids alone, each with its hash; or in words, for a spreadsheet.

use super::downloads::{actor, file, file_name};
use app::error::PageError;
use app::pages::administration_log::{Asked, LOG_FILE, LOG_SHEET, Told};
use app::words::{self, Words};
use app::{Access, Route, speaking};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use jiff::Timestamp;
use screening::score_file::harmless;
use workflow::audit::AuditLine;
use workflow::ports::{LogLine, StoreError};
use workflow::{Error, Workflow};

/// Both files, and who may ask for them.
pub const LOG_FILES: &[Route] = &[
    Route { method: "get", path: "/administration/log.csv", access: Access::Administrator },
    Route { method: "get", path: "/administration/log-excel.csv", access: Access::Administrator },
];

pub(super) fn routes(workflow: Workflow) -> Router {
    Router::new().route(LOG_FILE, get(log)).route(LOG_SHEET, get(sheet)).with_state(workflow)
}

async fn log(
    State(workflow): State<Workflow>,
    Query(asked): Query<Asked>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let lines = workflow.export_audit_log(&actor, &asked.choice()).await?;
    let bytes = written(&lines).map_err(|error| Error::from(StoreError(Box::new(error))))?;
    Ok(file("text/csv; charset=utf-8", "log.csv", bytes))
}

/// In the words of whoever asks, set up for a Danish spreadsheet.
async fn sheet(
    State(workflow): State<Workflow>,
    Query(asked): Query<Asked>,
    jar: CookieJar,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let lines = workflow.audit_log_to_read(&actor, &asked.choice()).await?;
    let language = speaking::language(&headers);
    let bytes = told(words::of(language), language, lines);
    let bytes = bytes.map_err(|error| Error::from(StoreError(Box::new(error))))?;
    Ok(file("text/csv; charset=utf-8", &file_name(&words::of(language).desk.log.title, "csv"), bytes))
}

fn told(words: &'static Words, language: &str, lines: Vec<AuditLine>) -> Result<Vec<u8>, csv::Error> {
    let heads = &words.desk.log;
    // A spreadsheet knows UTF-8 by its mark.
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer("\u{feff}".as_bytes().to_vec());
    let heads = [
        &heads.number,
        &heads.day,
        &heads.clock,
        &heads.who,
        &heads.what,
        &heads.place,
        &heads.screening,
        &heads.detail,
    ];
    out.write_record(heads)?;
    for line in lines {
        let number = line.number.to_string();
        let Told { day, time, who, what, place, screening, detail } = Told::of(words, language, line);
        let cells = [number, day, time, who, what, place, screening, detail];
        out.write_record(cells.iter().map(|cell| harmless(cell).into_owned()))?;
    }
    out.into_inner().map_err(|error| csv::Error::from(error.into_error()))
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
