//! The drafts for whoever answers for data protection as Word documents, to be filled in. Each goes through `workflow`,
//! which authorises.

use super::downloads::{actor, file, file_name};
use super::report_files::WORD;
use app::error::PageError;
use app::{Access, Route};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use screening::data_protection::ProtectionDraft;
use workflow::{Error, Workflow};

/// Both drafts, and who may ask for them.
pub const PROTECTION_DRAFTS: &[Route] = &[
    Route { method: "get", path: "/screeninger/{id}/fortegnelse.docx", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/konsekvensanalyse.docx", access: Access::Facilitator },
];

pub(super) fn routes(workflow: Workflow) -> Router {
    ProtectionDraft::ALL
        .into_iter()
        .fold(Router::new(), |router, draft| {
            let path = format!("/screeninger/{{id}}/{}.docx", draft.id());
            router.route(&path, get(move |workflow, id, jar| document(draft, workflow, id, jar)))
        })
        .with_state(workflow)
}

async fn document(
    draft: ProtectionDraft,
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let report = workflow.protection_draft(&actor, &id, draft).await?;
    let today = workflow.clock.today();
    let bytes = workflow.printer.report_docx(&report, today).await.map_err(Error::from)?;
    Ok(file(WORD, &file_name(&format!("{} {}", report.kicker, draft.id()), "docx"), bytes))
}
