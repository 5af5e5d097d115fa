//! The drafts for whoever answers for data protection as Word documents, to be filled in: of a screening, and of all of an
//! installation. Each goes through `workflow`,
//! which authorises.

use super::downloads::{actor, file, file_name};
use super::report_files::WORD;
use app::error::PageError;
use app::pages::administration::ADMINISTRATION;
use app::speaking;
use app::{Access, Route};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use screening::data_protection::ProtectionDraft;
use screening::instrument::Instrument;
use screening::language;
use screening::report::Report;
use std::sync::Arc;
use workflow::{Error, Workflow};

/// Both drafts, and who may ask for them.
pub const PROTECTION_DRAFTS: &[Route] = &[
    Route { method: "get", path: "/screeninger/{id}/fortegnelse.docx", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/konsekvensanalyse.docx", access: Access::Facilitator },
    Route { method: "get", path: "/administration/fortegnelse.docx", access: Access::Administrator },
    Route { method: "get", path: "/administration/konsekvensanalyse.docx", access: Access::Administrator },
];

type Known = (Workflow, Arc<Vec<Instrument>>);

pub(super) fn routes(workflow: Workflow, shipped: Arc<Vec<Instrument>>) -> Router {
    ProtectionDraft::ALL
        .into_iter()
        .fold(Router::new(), |router, draft| {
            let of_one = format!("/screeninger/{{id}}/{}.docx", draft.id());
            let of_all = format!("{ADMINISTRATION}/{}.docx", draft.id());
            router
                .route(&of_one, get(move |known, id, jar| of_screening(draft, known, id, jar)))
                .route(&of_all, get(move |known, jar, headers| of_installation(draft, known, jar, headers)))
        })
        .with_state((workflow, shipped))
}

async fn of_screening(
    draft: ProtectionDraft,
    State((workflow, _)): State<Known>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let report = workflow.protection_draft(&actor, &id, draft).await?;
    document(draft, &workflow, &report).await
}

async fn of_installation(
    draft: ProtectionDraft,
    State((workflow, shipped)): State<Known>,
    jar: CookieJar,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let instrument = shipped.first().ok_or(Error::NotFound)?;
    let language = language::of(speaking::language(&headers));
    let report = workflow.installation_draft(&actor, draft, instrument, language).await?;
    document(draft, &workflow, &report).await
}

async fn document(
    draft: ProtectionDraft,
    workflow: &Workflow,
    report: &Report,
) -> Result<Response, PageError> {
    let today = workflow.clock.today();
    let bytes = workflow.printer.report_docx(report, today).await.map_err(Error::from)?;
    Ok(file(WORD, &file_name(format!("{} {}", report.kicker, draft.id()).trim(), "docx"), bytes))
}
