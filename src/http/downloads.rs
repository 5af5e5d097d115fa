//! Files to keep: the released report, the figures as published, the codes as a table. Each goes through `workflow`,
//! which authorises.
//!
//! To add one: a handler and a line in [`routes`] and in [`DOWNLOADS`].

use app::error::PageError;
use app::session::{SESSION, token};
use app::{Access, Route};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum_extra::extract::cookie::CookieJar;
use screening::id::GroupId;
use serde::Deserialize;
use workflow::screenings::Screening;
use workflow::{Actor, Workflow};

/// Every download, with who may ask for it.
pub const DOWNLOADS: &[Route] = &[
    Route { method: "get", path: "/rapporter/{id}/rapport.pdf", access: Access::Reader },
    Route { method: "get", path: "/screeninger/{id}/tal.csv", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/tal.json", access: Access::Facilitator },
    Route { method: "post", path: "/screeninger/{id}/svarkoder.csv", access: Access::Facilitator },
];

pub(super) fn routes(workflow: Workflow) -> Router {
    Router::new()
        .route("/rapporter/{id}/rapport.pdf", get(report))
        .route("/screeninger/{id}/tal.csv", get(figures_csv))
        .route("/screeninger/{id}/tal.json", get(figures_json))
        .route("/screeninger/{id}/svarkoder.csv", post(codes))
        .with_state(workflow)
}

async fn actor(workflow: &Workflow, jar: &CookieJar) -> workflow::Result<Actor> {
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

async fn figures_csv(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let view = workflow.picture(&actor, &id).await?;
    let mut out = Vec::new();
    let written = view.published.write_csv(&mut out);
    Ok(written_file(written, "text/csv; charset=utf-8", &name_of(&view.screening, "tal", "csv"), out))
}

async fn figures_json(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let view = workflow.picture(&actor, &id).await?;
    let mut out = Vec::new();
    let written = view.published.write_json(&mut out);
    Ok(written_file(written, "application/json", &name_of(&view.screening, "tal", "json"), out))
}

/// The codes as the page that showed them has them: they are nowhere else.
#[derive(Debug, Deserialize)]
struct Codes {
    /// A line a code: group, tabulator, unit, tabulator, code.
    #[serde(default)]
    codes: String,
}

async fn codes(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
    Form(form): Form<Codes>,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let screening = workflow.screening(&actor, &id).await?;
    let Some(rows) = checked_codes(&screening, &form.codes) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    Ok(file("text/csv; charset=utf-8", &name_of(&screening, "svarkoder", "csv"), spreadsheet(&rows)))
}

/// Group, unit and code a line, only with groups and units of the screening and codes that look like codes: what
/// comes back as a file holds nothing else.
fn checked_codes(screening: &Screening, text: &str) -> Option<Vec<[String; 3]>> {
    let texts = screening.instrument.texts(&screening.settings.language);
    let row = |line: &str| {
        let mut cells = line.split('\t');
        let (group, unit, code) = (GroupId::from(cells.next()?), cells.next()?, cells.next()?);
        let known = screening.instrument.group(&group).is_some()
            && (unit.is_empty() || screening.settings.units.iter().any(|known| known == unit));
        let is_code = code.len() <= 20
            && !code.is_empty()
            && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (known && is_code && cells.next().is_none())
            .then(|| [texts.group(&group).to_owned(), unit.to_owned(), code.to_owned()])
    };
    text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(row).collect()
}

/// As Danish Excel opens it: byte-order mark and semicolons. A cell that one would take for a formula gets an
/// apostrophe before it.
fn spreadsheet(rows: &[[String; 3]]) -> Vec<u8> {
    let mut out = "\u{feff}gruppe;afdeling;svarkode\r\n".to_owned();
    for row in rows {
        let cells = row.each_ref().map(|cell| {
            let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
            format!("\"{guard}{}\"", cell.replace('"', "\"\""))
        });
        out.push_str(&cells.join(";"));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

fn name_of(screening: &Screening, what: &str, extension: &str) -> String {
    file_name(&format!("{} {} {what}", screening.organisation.name, screening.name), extension)
}

/// A file's name of letters, digits and dashes; Danish letters as two.
fn file_name(words: &str, extension: &str) -> String {
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

fn written_file(written: std::io::Result<()>, kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    match written {
        Ok(()) => file(kind, name, bytes),
        Err(error) => {
            tracing::error!(%error, "a download could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
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

    #[test]
    fn a_table_of_codes_never_holds_a_formula() {
        let row = ["Brugere".to_owned(), "=1+1;\"x\"".to_owned(), "ABCD-EFGH-JKMNP".to_owned()];
        let text = String::from_utf8(spreadsheet(&[row])).unwrap();
        assert_eq!(
            text,
            "\u{feff}gruppe;afdeling;svarkode\r\n\"Brugere\";\"'=1+1;\"\"x\"\"\";\"ABCD-EFGH-JKMNP\"\r\n"
        );
    }
}
