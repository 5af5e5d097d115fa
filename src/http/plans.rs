//! The plan to print, its dates for a calendar, and the poster. Each goes through `workflow`, which authorises.

use super::downloads::{actor, file, file_name};
use app::error::PageError;
use app::{Access, Route};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use screening::hearing::Paper;
use screening::plan::Telling;
use workflow::{Error, Workflow};

/// Files of the plan, and who may ask for them.
pub const PLANS: &[Route] = &[
    Route { method: "get", path: "/rapporter/{id}/plan.pdf", access: Access::Reader },
    Route { method: "get", path: "/rapporter/{id}/plan.ics", access: Access::Reader },
    Route { method: "get", path: "/rapporter/{id}/i-sagde-tre.pdf", access: Access::Reader },
    Route { method: "get", path: "/rapporter/{id}/i-sagde-seks.pdf", access: Access::Reader },
];

pub(super) fn routes(workflow: Workflow) -> Router {
    let poster = |telling| get(move |workflow, path, jar| poster(telling, workflow, path, jar));
    Router::new()
        .route("/rapporter/{id}/plan.pdf", get(plan))
        .route("/rapporter/{id}/plan.ics", get(calendar))
        .route("/rapporter/{id}/i-sagde-tre.pdf", poster(Telling::ThreeMonths))
        .route("/rapporter/{id}/i-sagde-seks.pdf", poster(Telling::SixMonths))
        .with_state(workflow)
}

async fn plan(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let paper = workflow.plan_paper(&actor, &id).await?;
    printed(&workflow, &paper, "udviklingsplan").await
}

async fn calendar(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let calendar = workflow.plan_calendar(&actor, &id).await?;
    Ok(file("text/calendar; charset=utf-8", &file_name("udviklingsplan", "ics"), calendar.into_bytes()))
}

async fn poster(
    telling: Telling,
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let paper = workflow.told_poster(&actor, &id, telling).await?;
    printed(&workflow, &paper, &format!("i sagde vi goer {} maaneder", telling.months())).await
}

async fn printed(workflow: &Workflow, paper: &Paper, name: &str) -> Result<Response, PageError> {
    let pdf = workflow.printer.paper_pdf(paper, workflow.clock.today()).await.map_err(Error::from)?;
    Ok(file("application/pdf", &file_name(name, "pdf"), pdf))
}
