//! To write a document or an observation with the thing itself in hand, and to change one.

use super::course::{Course, address};
use super::evidence_form::{EvidenceForm, Start, kind_path};
use super::frame;
use crate::components::form::ProblemSummary;
use crate::error::PageError;
use crate::page::Page;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::evidence::{Evidence, EvidenceKind};
use workflow::{Error, Problem};

/// A new one.
pub async fn new(page: Page, Path((id, kind)): Path<(String, String)>) -> Result<Response, PageError> {
    let kind = [EvidenceKind::Document, EvidenceKind::Observation]
        .into_iter()
        .find(|known| kind_path(*known) == kind)
        .ok_or(PageError(Error::NotFound))?;
    render(page, &id, kind, Start::default()).await
}

/// One that is there.
pub async fn edit(page: Page, Path((id, evidence)): Path<(String, String)>) -> Result<Response, PageError> {
    let (one, revision) = page.state.workflow.one_evidence(&page.actor, &id, &evidence).await?;
    let kind = one.kind;
    let indicator = one.indicators.first().cloned();
    render(page, &id, kind, Start { indicator, evidence: Some((evidence, revision, one)) }).await
}

async fn render(page: Page, id: &str, kind: EvidenceKind, start: Start) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.evidence;
    let title = match (kind, start.evidence.is_some()) {
        (EvidenceKind::Document, false) => &words.write_document,
        (EvidenceKind::Observation, false) => &words.write_observation,
        (EvidenceKind::Document, true) => &words.edit_document,
        (EvidenceKind::Observation, true) => &words.edit_observation,
    };
    let shown = page.clone();
    Ok(frame::render(&page, &course, title, move || {
        // Typed text that could not be saved stands in the form; beside it what stands there now.
        let meanwhile = start
            .evidence
            .as_ref()
            .filter(|_| shown.memory.problems.iter().any(|one| one.problem == Problem::Changed))
            .map(|(_, _, one)| stands(&shown, one));
        view! {
            <p class="where"><a href=address(&screening.id, "dokumenter")>{words.title.as_str()}</a></p>
            <h1>{title.as_str()}</h1>
            <ProblemSummary page=shown.clone() />
            <p class="notice">{words.never_people.as_str()}</p>
            {meanwhile}
            <EvidenceForm page=shown.clone() screening=screening.clone() kind start=start.clone() />
        }
    }))
}

/// How it stands now.
fn stands(page: &Page, one: &Evidence) -> AnyView {
    let words = &page.words.desk.evidence;
    view! {
        <details class="box" open=true>
            <summary>{words.stands_now.as_str()}</summary>
            <h2>{one.title.clone()}</h2>
            <p>{frame::in_lines(&one.text)}</p>
        </details>
    }
    .into_any()
}
