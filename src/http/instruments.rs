//! An instrument as a sheet for a spreadsheet and as its folder, packed: one of the program's, or one's own, in any of its
//! versions; the sheet of a draft as it is now too.

use super::downloads::{actor, file, file_name};
use app::error::PageError;
use app::pages::desk::instruments::DRAFT;
use app::{Access, Route};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use screening::instrument::{Instrument, sheet};
use serde::Deserialize;
use std::sync::Arc;
use workflow::ports::StoreError;
use workflow::{Error, Workflow};

/// Both, and who may ask for them.
pub const INSTRUMENT_SHEETS: &[Route] = &[
    Route { method: "get", path: "/redskaber/{key}/redskab.csv", access: Access::Facilitator },
    Route { method: "get", path: "/redskaber/{key}/redskab.zip", access: Access::Facilitator },
];

type Known = (Workflow, Arc<Vec<Instrument>>);
/// What both need of a request.
type Request = (State<Known>, Path<String>, Query<Which>, CookieJar);

/// Which version; the newest where nothing is said.
#[derive(Debug, Default, Deserialize)]
struct Which {
    #[serde(default, rename = "udgave")]
    version: String,
}

pub(super) fn routes(workflow: Workflow, shipped: Arc<Vec<Instrument>>) -> Router {
    Router::new()
        .route("/redskaber/{key}/redskab.csv", get(csv))
        .route("/redskaber/{key}/redskab.zip", get(folder))
        .with_state((workflow, shipped))
}

/// What is asked for: a version, or a draft as it is written.
async fn asked(
    (State((workflow, shipped)), Path(key), Query(which), jar): Request,
) -> Result<Instrument, PageError> {
    let actor = actor(&workflow, &jar).await?;
    if workflow.facilitated_organisations(&actor).await?.is_empty() {
        return Err(PageError(Error::NotFound));
    }
    if let Some(instrument) = shipped.iter().find(|known| known.id == key) {
        return Ok(instrument.clone());
    }
    let own = workflow.own_instrument(&actor, &key).await?;
    if let Some(stored) = own.draft.filter(|_| which.version == DRAFT) {
        return Ok(stored.draft.written().clone());
    }
    let wanted = |one: &Instrument| which.version.is_empty() || one.version.to_string() == which.version;
    Ok(own.versions.into_iter().rev().find(wanted).ok_or(Error::NotFound)?)
}

async fn csv(request: Request) -> Result<Response, PageError> {
    let instrument = asked(request).await?;
    let name = file_name(&called(&instrument), "csv");
    Ok(file("text/csv; charset=utf-8", &name, sheet_of(&instrument)?))
}

async fn folder(request: Request) -> Result<Response, PageError> {
    let instrument = asked(request).await?;
    // What lacks texts is no folder yet.
    let read = sheet::read(&sheet_of(&instrument)?).map_err(|_| Error::NotFound)?;
    let inside = |(name, text): (String, String)| (format!("{}/{name}", instrument.id), text.into_bytes());
    let files: Vec<_> = read.files.into_iter().map(inside).collect();
    let bytes = print::packed(&files).map_err(|error| Error::Unavailable(StoreError(Box::new(error))))?;
    Ok(file("application/zip", &file_name(&called(&instrument), "zip"), bytes))
}

fn called(instrument: &Instrument) -> String {
    format!("{} {}", instrument.id, instrument.version)
}

fn sheet_of(instrument: &Instrument) -> Result<Vec<u8>, PageError> {
    let mut bytes = Vec::new();
    sheet::write(instrument, &mut bytes).map_err(|error| Error::Unavailable(StoreError(Box::new(error))))?;
    Ok(bytes)
}
