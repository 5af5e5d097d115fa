//! What is printed to invite with: slips and booklets from the sheet's own form, since codes are kept nowhere, posters, and
//! conversation cards. Each goes through `workflow`, which authorises.

use super::downloads::{actor, file, file_name};
use app::error::PageError;
use app::pages::answer::last::on_paper;
use app::pages::desk::codes::issued;
use app::{Access, Route};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use axum_extra::extract::cookie::CookieJar;
use screening::id::GroupId;
use std::sync::Arc;
use workflow::Workflow;

/// What is printed to invite with, and who may ask for it.
pub const INVITATIONS: &[Route] = &[
    Route { method: "post", path: "/screeninger/{id}/sedler.pdf", access: Access::Facilitator },
    Route { method: "post", path: "/screeninger/{id}/haefter.pdf", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/plakat/{group}/plakat.pdf", access: Access::Facilitator },
    Route {
        method: "get",
        path: "/screeninger/{id}/samtalekort/{group}/samtalekort.pdf",
        access: Access::Facilitator,
    },
];

/// What the routes need.
#[derive(Clone)]
struct Printing {
    workflow: Workflow,
    /// The program's own address.
    site: Arc<str>,
}

pub(super) fn routes(workflow: Workflow, site: Arc<str>) -> Router {
    Router::new()
        .route("/screeninger/{id}/sedler.pdf", post(slips))
        .route("/screeninger/{id}/haefter.pdf", post(booklets))
        .route("/screeninger/{id}/plakat/{group}/plakat.pdf", get(poster))
        .route("/screeninger/{id}/samtalekort/{group}/samtalekort.pdf", get(cards))
        .with_state(Printing { workflow, site })
}

async fn slips(
    State(Printing { workflow, site }): State<Printing>,
    Path(id): Path<String>,
    jar: CookieJar,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let sheets = workflow.slip_sheets(&actor, &id, &issued(&fields), &site).await?;
    let printed = workflow.printer.slips_pdf(&sheets, workflow.clock.today()).await;
    Ok(file("application/pdf", "sedler.pdf", printed.map_err(workflow::Error::from)?))
}

async fn booklets(
    State(Printing { workflow, site }): State<Printing>,
    Path(id): Path<String>,
    jar: CookieJar,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let booklets = workflow.booklets(&actor, &id, &issued(&fields), &site, on_paper).await?;
    let printed = workflow.printer.booklets_pdf(&booklets, workflow.clock.today()).await;
    Ok(file("application/pdf", "haefter.pdf", printed.map_err(workflow::Error::from)?))
}

async fn poster(
    State(Printing { workflow, site }): State<Printing>,
    Path((id, group)): Path<(String, String)>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let poster = workflow.poster(&actor, &id, &GroupId::from(group.as_str()), &site).await?;
    let name = file_name(&format!("{} plakat {group}", poster.place), "pdf");
    let printed = workflow.printer.poster_pdf(&poster, workflow.clock.today()).await;
    Ok(file("application/pdf", &name, printed.map_err(workflow::Error::from)?))
}

async fn cards(
    State(Printing { workflow, .. }): State<Printing>,
    Path((id, group)): Path<(String, String)>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let cards = workflow.conversation_cards(&actor, &id, &GroupId::from(group.as_str())).await?;
    let printed = workflow.printer.cards_pdf(&cards, workflow.clock.today()).await;
    Ok(file("application/pdf", "samtalekort.pdf", printed.map_err(workflow::Error::from)?))
}
