//! The report's draft: every sentence beside what it rests on, and the release.

use super::course::{Course, waiting_comments};
use super::frame::{self, SmallForm};
use super::report_edit::Sections;
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::components::report::ReportView;
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
    let report = page.state.workflow.draft_report(&page.actor, &id).await?;
    let waiting = waiting_comments(&page, &id).await?;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
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
        let release = if here.released.is_some() { &words.release_again } else { &words.release };
        let values = vec![("screening", here.id.clone())];
        let waiting = (waiting > 0).then(|| {
            let text = fill(&words.waiting, &[("count", &waiting.to_string())]);
            view! {
                <p class="notice">
                    {text}
                    " "
                    <a href=here.address("kommentarer")>{words.read_comments.as_str()}</a>
                </p>
            }
        });
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {released}
            <ul class="ways">
                <li><a href=here.address("rapport/visning")>{words.preview.as_str()}</a></li>
                <li><a href=here.address("rapport.pdf")>{words.pdf.as_str()}</a></li>
                <li><a href="#udgiv">{words.to_release.as_str()}</a></li>
            </ul>
            <Sections page=shown.clone() screening=here.id.clone() report />
            <h2 id="udgiv">{words.release_title.as_str()}</h2>
            <p>{words.release_text.as_str()}</p>
            <ul>
                <li>{words.release_leaders.as_str()}</li>
                <li>{words.release_frozen.as_str()}</li>
                <li>{words.release_originals.as_str()}</li>
            </ul>
            {waiting}
            <SmallForm action="/api/release-report" values label=release.as_str() class="button" />
        }
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
