//! The report's other forms as files, of the draft and of what is released. Each goes through `workflow`, which
//! authorises.

use super::downloads::{actor, file, file_name, made};
use crate::export::FileKind;
use app::error::PageError;
use app::{Access, Route};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use axum_extra::extract::cookie::CookieJar;
use workflow::reports::ReportForm;
use workflow::{Error, Workflow};

/// The media type of a Word document, and of a workbook.
pub(super) const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Every form, and who may ask for it.
pub const REPORT_FILES: &[Route] = &[
    Route { method: "get", path: "/rapporter/{id}/rapport.docx", access: Access::Reader },
    Route { method: "get", path: "/rapporter/{id}/bilag.pdf", access: Access::Reader },
    Route { method: "get", path: "/rapporter/{id}/dias.pdf", access: Access::Reader },
    Route { method: "get", path: "/rapporter/{id}/til-deltagerne.pdf", access: Access::Reader },
    Route { method: "get", path: "/rapporter/{id}/tal.xlsx", access: Access::Reader },
    Route { method: "get", path: "/screeninger/{id}/rapport.docx", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/bilag.pdf", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/dias.pdf", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/til-deltagerne.pdf", access: Access::Facilitator },
    Route { method: "get", path: "/screeninger/{id}/stoppet.pdf", access: Access::Facilitator },
];

/// What a form is called in addresses and as a file.
const fn name(form: ReportForm) -> (&'static str, &'static str, &'static str) {
    match form {
        ReportForm::Document => ("rapport", "docx", WORD),
        ReportForm::Appendix => ("bilag", "pdf", "application/pdf"),
        ReportForm::Slide => ("dias", "pdf", "application/pdf"),
        ReportForm::Participants => ("til-deltagerne", "pdf", "application/pdf"),
    }
}

pub(super) fn routes(workflow: Workflow) -> Router {
    let forms = [ReportForm::Document, ReportForm::Appendix, ReportForm::Slide, ReportForm::Participants];
    let router = forms.into_iter().fold(Router::new(), |router, form| {
        let (stem, ending, _) = name(form);
        router
            .route(
                &format!("/rapporter/{{id}}/{stem}.{ending}"),
                get(move |w, id, jar| of(form, false, w, id, jar)),
            )
            .route(
                &format!("/screeninger/{{id}}/{stem}.{ending}"),
                get(move |w, id, jar| of(form, true, w, id, jar)),
            )
    });
    router
        .route("/rapporter/{id}/tal.xlsx", get(figures))
        .route("/screeninger/{id}/stoppet.pdf", get(stopped))
        .with_state(workflow)
}

async fn of(
    form: ReportForm,
    draft: bool,
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let made = if draft {
        workflow.draft_form(&actor, &id, form).await?
    } else {
        workflow.released_form(&actor, &id, form).await?
    };
    let (stem, ending, media) = name(form);
    let version = made.version.map_or_else(|| "udkast".to_owned(), |version| version.to_string());
    Ok(file(media, &file_name(&format!("{} {stem} {version}", made.title), ending), made.bytes))
}

/// The figures behind a released report as a workbook.
async fn figures(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let view = workflow.released_picture(&actor, &id).await?;
    let name =
        file_name(&format!("{} {} tal", view.screening.organisation.name, view.screening.name), "xlsx");
    Ok(file(WORKBOOK, &name, made(&workflow, FileKind::Workbook, view).await?))
}

/// The page for those who took part in a screening that was stopped.
async fn stopped(
    State(workflow): State<Workflow>,
    Path(id): Path<String>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let actor = actor(&workflow, &jar).await?;
    let paper = workflow.stopped_paper(&actor, &id).await?;
    let name = file_name(&format!("{} til deltagerne", paper.report.title), "pdf");
    let printed = workflow.printer.paper_pdf(&paper, workflow.clock.today()).await;
    Ok(file("application/pdf", &name, printed.map_err(Error::from)?))
}
