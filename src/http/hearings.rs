//! What a hearing hands out, as PDF. Each goes through `workflow`, which authorises.

use super::downloads::{actor, file, file_name};
use app::error::PageError;
use app::{Access, Route};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use screening::hearing::Sitting;
use workflow::hearings::HandOut;
use workflow::{Error, Workflow};

/// What can be printed of a hearing, and who may ask for it.
pub const HAND_OUTS: &[Route] = &[
    Route {
        method: "get",
        path: "/screeninger/{id}/hoering/{number}/materiale.pdf",
        access: Access::Facilitator,
    },
    Route {
        method: "get",
        path: "/screeninger/{id}/hoering/{number}/invitation.pdf",
        access: Access::Facilitator,
    },
    Route { method: "get", path: "/screeninger/{id}/hoering/{number}/kort.pdf", access: Access::Facilitator },
];

pub(super) fn routes(workflow: Workflow) -> Router {
    let of = |what| get(move |workflow, path, jar| hand_out(what, workflow, path, jar));
    Router::new()
        .route("/screeninger/{id}/hoering/{number}/materiale.pdf", of(HandOut::Material))
        .route("/screeninger/{id}/hoering/{number}/invitation.pdf", of(HandOut::Invitation))
        .route("/screeninger/{id}/hoering/{number}/kort.pdf", of(HandOut::Card))
        .with_state(workflow)
}

async fn hand_out(
    what: HandOut,
    State(workflow): State<Workflow>,
    Path((id, number)): Path<(String, String)>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let sitting: Sitting = number.parse().map_err(|_| PageError(Error::NotFound))?;
    let paper = workflow.hearing_paper(&actor, &id, sitting, what).await?;
    let name = match what {
        HandOut::Material => "materiale",
        HandOut::Invitation => "invitation",
        HandOut::Card => "kort",
    };
    let name = file_name(&format!("hoering {sitting} {name}"), "pdf");
    let printed = workflow.printer.paper_pdf(&paper, workflow.clock.today()).await;
    Ok(file("application/pdf", &name, printed.map_err(Error::from)?))
}
