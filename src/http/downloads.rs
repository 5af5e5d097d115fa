//! Files to keep: the released report, its draft, the figures as published. Each goes through `workflow`,
//! which authorises.
//!
//! To add one: a handler and a line in [`routes`] and in [`DOWNLOADS`].

use crate::export::{self, FileKind, export_of, written};
use app::error::PageError;
use app::session::{SESSION, token};
use app::{Access, Route};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use workflow::pictures::PictureView;
use workflow::piloting::opened;
use workflow::ports::StoreError;
use workflow::screenings::Screening;
use workflow::{Actor, Workflow};

/// Every download, with who may ask for it.
pub const DOWNLOADS: &[Route] = &[
    Route { method: "get", path: "/rapporter/{id}/rapport.pdf", access: Access::Reader },
    Route { method: "get", path: "/rapporter/{id}/rapport.json", access: Access::Reader },
    Route {
        method: "get",
        path: "/screeninger/{id}/rapport/version/{version}/rapport.pdf",
        access: Access::Facilitator,
    },
    Route { method: "get", path: "/screeninger/{id}/tal.csv", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/tal-excel.csv", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/tal.json", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/tal.xlsx", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/datapakke.zip", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/udsagn.csv", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/rapport.pdf", access: Access::Facilitator },
];

pub(super) fn routes(workflow: Workflow) -> Router {
    let of = |kind| get(move |workflow, id, jar| figures(kind, workflow, id, jar));
    Router::new()
        .route("/rapporter/{id}/rapport.pdf", get(report))
        .route("/rapporter/{id}/rapport.json", get(canonical))
        .route("/screeninger/{id}/rapport/version/{version}/rapport.pdf", get(version))
        .route("/screeninger/{id}/tal.csv", of(FileKind::Csv))
        .route("/screeninger/{id}/tal-excel.csv", of(FileKind::ExcelCsv))
        .route("/screeninger/{id}/tal.json", of(FileKind::Json))
        .route("/screeninger/{id}/tal.xlsx", of(FileKind::Workbook))
        .route("/screeninger/{id}/datapakke.zip", of(FileKind::Package))
        .route("/screeninger/{id}/udsagn.csv", get(statements))
        .route("/screeninger/{id}/rapport.pdf", get(draft))
        .with_state(workflow)
}

pub(super) async fn actor(workflow: &Workflow, jar: &CookieJar) -> workflow::Result<Actor> {
    workflow.actor(token(jar, SESSION).as_ref()).await
}

async fn report(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let released = workflow.released_report(&actor, &id).await?;
    let name = file_name(&format!("{} rapport {}", released.report.title, released.version), "pdf");
    Ok(file("application/pdf", &name, released.pdf))
}

/// The released report in its canonical form: its SHA-256 is the checksum that the pages show.
async fn canonical(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let released = workflow.released_report(&actor, &id).await?;
    let name = file_name(&format!("{} rapport {}", released.report.title, released.version), "json");
    Ok(file("application/json", &name, released.canonical()?))
}

/// One released version, for facilitators.
async fn version(
    State(workflow): State<Workflow>,
    Path((id, version)): Path<(String, String)>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let version = version.parse().map_err(|_| workflow::Error::NotFound)?;
    let released = workflow.released_version(&actor, &id, version).await?;
    let name = file_name(&format!("{} rapport {version}", released.report.title), "pdf");
    Ok(file("application/pdf", &name, released.pdf))
}

/// The draft as it stands, printed anew each time.
async fn draft(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let report = workflow.draft_report(&actor, &id).await?.pruned();
    let name = file_name(&format!("{} udkast", report.title), "pdf");
    let printed = workflow.printer.report_pdf(&report, workflow.clock.today()).await;
    Ok(file("application/pdf", &name, printed.map_err(workflow::Error::from)?))
}

/// The figures as published, in one way of writing them.
async fn figures(
    kind: FileKind,
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let view = workflow.picture(&actor, &id).await?;
    let (what, extension, media) = match kind {
        FileKind::Csv => ("tal", "csv", "text/csv; charset=utf-8"),
        FileKind::ExcelCsv => ("tal excel", "csv", "text/csv; charset=utf-8"),
        FileKind::Json => ("tal", "json", "application/json"),
        FileKind::Workbook => {
            ("tal", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        FileKind::Package => ("datapakke", "zip", "application/zip"),
    };
    let name = name_of(&view.screening, what, extension);
    Ok(file(media, &name, made(&workflow, kind, view).await?))
}

/// How each statement did; in a pilot with what was written at it.
async fn statements(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let view = workflow.picture(&actor, &id).await?;
    let notes = match view.screening.settings.pilot {
        true => Some(opened(&workflow.notes(&actor, &id).await?)),
        false => None,
    };
    let name = name_of(&view.screening, "udsagn", "csv");
    let today = workflow.clock.today();
    let work = move || {
        export::statements(&export_of(&view, today), notes.as_ref()).map_err(|error| StoreError(error.into()))
    };
    let bytes = workflow.printer.make(Box::new(work)).await.map_err(workflow::Error::from)?;
    Ok(file("text/csv; charset=utf-8", &name, bytes))
}

/// The figures as a file. It may take a processor for a while: in one of the printer's places.
pub(super) async fn made(
    workflow: &Workflow,
    kind: FileKind,
    view: PictureView,
) -> Result<Vec<u8>, PageError> {
    let today = workflow.clock.today();
    let work = move || written(kind, &export_of(&view, today)).map_err(|error| StoreError(error.into()));
    Ok(workflow.printer.make(Box::new(work)).await.map_err(workflow::Error::from)?)
}

fn name_of(screening: &Screening, what: &str, extension: &str) -> String {
    file_name(&format!("{} {} {what}", screening.organisation.name, screening.name), extension)
}

/// A file's name of letters, digits and dashes; Danish letters as two.
pub(super) fn file_name(words: &str, extension: &str) -> String {
    let mut name = String::new();
    for letter in words.to_lowercase().chars() {
        match letter {
            'æ' => name.push_str("ae"),
            'ø' => name.push_str("oe"),
            'å' => name.push_str("aa"),
            letter if letter.is_ascii_alphanumeric() => name.push(letter),
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
    }
    format!("{}.{extension}", name.trim_end_matches('-'))
}

pub(super) fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let headers: [(HeaderName, HeaderValue); 2] =
        [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_has_no_letter_that_a_header_or_a_disk_minds() {
        assert_eq!(
            file_name("Bostøtten Havnegade: \"rapport\" 1", "pdf"),
            "bostoetten-havnegade-rapport-1.pdf"
        );
        assert_eq!(file_name("../Væk\r\nSet-Cookie: å", "csv"), "vaek-set-cookie-aa.csv");
    }
}
