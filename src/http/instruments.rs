//! An instrument as a sheet for a spreadsheet: one of the program's, or one's own, in any of its versions or as its draft
//! is now.

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

/// The sheet, and who may ask for it.
pub const INSTRUMENT_SHEETS: &[Route] =
    &[Route { method: "get", path: "/redskaber/{key}/redskab.csv", access: Access::Facilitator }];

type Known = (Workflow, Arc<Vec<Instrument>>);

/// Which version; the newest where nothing is said.
#[derive(Debug, Default, Deserialize)]
struct Which {
    #[serde(default, rename = "udgave")]
    version: String,
}

pub(super) fn routes(workflow: Workflow, shipped: Arc<Vec<Instrument>>) -> Router {
    Router::new().route("/redskaber/{key}/redskab.csv", get(csv)).with_state((workflow, shipped))
}

async fn csv(
    State((workflow, shipped)): State<Known>,
    Path(key): Path<String>,
    Query(which): Query<Which>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    if workflow.facilitated_organisations(&actor).await?.is_empty() {
        return Err(PageError(Error::NotFound));
    }
    let instrument = match shipped.iter().find(|known| known.id == key) {
        Some(instrument) => instrument.clone(),
        None => {
            let own = workflow.own_instrument(&actor, &key).await?;
            let draft = own.draft.filter(|_| which.version == DRAFT);
            if let Some(stored) = draft {
                return sheet_of(stored.draft.written());
            }
            let asked =
                |one: &Instrument| which.version.is_empty() || one.version.to_string() == which.version;
            own.versions.into_iter().rev().find(asked).ok_or(Error::NotFound)?
        }
    };
    sheet_of(&instrument)
}

fn sheet_of(instrument: &Instrument) -> Result<Response, PageError> {
    let mut bytes = Vec::new();
    sheet::write(instrument, &mut bytes).map_err(|error| Error::Unavailable(StoreError(Box::new(error))))?;
    let name = file_name(&format!("{} {}", instrument.id, instrument.version), "csv");
    Ok(file("text/csv; charset=utf-8", &name, bytes))
}
