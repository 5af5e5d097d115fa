//! A released report, to read and to take along.

use crate::components::report::ReportView;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::desk::when::date;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

/// The report.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let released = page.state.workflow.released_report(&page.actor, &id).await?;
    let page_words = &page.words.desk;
    let words = &page_words.leader;
    let table = page.words.common.table.as_str();
    let line = fill(
        &words.released,
        &[("version", &released.version.to_string()), ("date", &date(page.language, released.released_at))],
    );
    let title = released.report.title.clone();
    Ok(page.render(Frame::Sheet, &title, move || {
        view! {
            <div class="no-print narrow">
                <p class="where"><a href="/rapporter">{words.title.as_str()}</a></p>
                <p>{line}</p>
                <p><a class="button" href=format!("/rapporter/{id}/rapport.pdf")>{words.pdf.as_str()}</a></p>
                <p><a href=format!("/rapporter/{id}/plan")>{page_words.plan.read_plan.as_str()}</a></p>
                <p class="quiet">{words.answer.as_str()}</p>
            </div>
            <ReportView report=released.report.clone() fold=table />
        }
    }))
}
