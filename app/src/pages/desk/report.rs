//! The report's draft: how long it is, every sentence beside what it rests on, reading through, and the release.

use super::course::Course;
use super::frame;
use super::report_edit::{Desk, Sections};
use super::report_length::length;
use super::report_release::{Release, field_names};
use super::report_talks::ReadingThrough;
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::components::report::ReportView;
use crate::components::report_files::ReportFiles;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

/// The draft with its sentences.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.report;
    if !course.closed {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let report = page.state.workflow.report_desk(&page.actor, &id).await?;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let review = &shown.words.desk.review;
        let released = here.released.map(|version| {
            let text = fill(&words.released, &[("version", &version.to_string())]);
            view! {
                <p class="notice">
                    {text}
                    " "
                    <a href=format!("/rapporter/{}", here.id)>{words.see_released.as_str()}</a>
                </p>
            }
        });
        let to_hand_over = here.released.map(
            |_| view! { <li><a href=here.address("overlevering")>{review.to_hand_over.as_str()}</a></li> },
        );
        let desk =
            Desk { page: shown.clone(), screening: here.id.clone(), report: std::sync::Arc::new(report) };
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() names=field_names(&desk) />
            {released}
            {length(&shown, &desk.report.length)}
            <ul class="ways">
                <li><a href=here.address("rapport/visning")>{words.preview.as_str()}</a></li>
                <li><a href=here.address("rapport.pdf")>{words.pdf.as_str()}</a></li>
                <li><a href="#gennemlaesning">{review.to_review.as_str()}</a></li>
                <li><a href="#udgiv">{words.to_release.as_str()}</a></li>
                {to_hand_over}
            </ul>
            <ReportFiles
                page=shown.clone()
                base=super::course::address(&here.id, "")
                report=desk.report.report.clone()
                figures=false
            />
            <Sections desk=desk.clone() />
            <ReadingThrough desk=desk.clone() />
            <Release desk=desk.clone() course=here.clone() />
        }
        .into_any()
    }))
}

/// The draft as it will look.
pub async fn preview(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let report = page.state.workflow.draft_report(&page.actor, &id).await?;
    let words = &page.words.desk.report;
    let shown = page.clone();
    Ok(page.render(Frame::Sheet, &words.preview, move || {
        view! {
            <p class="no-print narrow">
                <a href=super::course::address(&id, "rapport")>{words.back.as_str()}</a>
                " · "
                <a href=super::course::address(&id, "rapport.pdf")>{words.pdf.as_str()}</a>
            </p>
            <ReportView report fold=shown.words.common.table.as_str() />
        }
    }))
}
