//! One indicator: what was read and seen, two forms to write more, and the rating, which comes after writing.

use super::course::{Course, address};
use super::evidence_files::beside;
use super::evidence_form::{EvidenceForm, Start, typed_here};
use super::evidence_rating::Rated;
use super::frame::{self, SmallForm, numbered};
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::Page;
use crate::words;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::evidence::{Evidence, EvidenceKind};
use screening::id::IndicatorId;
use workflow::Error;
use workflow::attachments::Attachments;
use workflow::screenings::Screening;

/// The page.
pub async fn get(page: Page, Path((id, indicator)): Path<(String, String)>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let indicator = IndicatorId::from(indicator);
    if screening.instrument.indicator(&indicator).is_none() {
        return Err(PageError(Error::NotFound));
    }
    let evidence = page.state.workflow.evidence(&page.actor, &id).await?;
    let assessment = page.state.workflow.assessment(&page.actor, &id).await?;
    let files = page.state.workflow.attachments(&page.actor, &id).await?;
    let title = numbered(indicator.as_str(), screening.instrument.texts(page.language).indicator(&indicator));
    let heading = title.clone();
    let shown = page.clone();
    Ok(frame::render(&page, &course, &title, move || {
        let words = &shown.words.desk.evidence;
        let here: Vec<(String, Evidence)> =
            evidence.into_iter().filter(|(_, one)| one.indicators.contains(&indicator)).collect();
        let written = !here.is_empty();
        let log =
            here.into_iter().map(|(key, one)| entry(&shown, &screening.id, &indicator, (&key, &one), &files));
        let log = log.collect::<Vec<_>>();
        let rated = Rated {
            page: shown.clone(),
            screening: screening.id.clone(),
            instrument: screening.instrument.clone(),
            indicator: indicator.clone(),
            written,
            assessment,
        };
        view! {
            <p class="where"><a href=address(&screening.id, "dokumenter")>{words.title.as_str()}</a></p>
            <h1>{heading}</h1>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <p class="notice">{words.never_people.as_str()}</p>
            <h2>{words.log.as_str()}</h2>
            {(!written).then(|| view! { <p>{words.log_empty.as_str()}</p> })}
            <ul class="cards">{log}</ul>
            <h2>{words.write.as_str()}</h2>
            {[EvidenceKind::Document, EvidenceKind::Observation]
                .map(|kind| write(&shown, &screening, &indicator, kind))
                .into_iter()
                .collect::<Vec<_>>()}
            <h2>{words.rate.as_str()}</h2>
            {rated.view()}
        }
    }))
}

/// What was read or seen, with a way to take it back.
fn entry(
    page: &Page,
    screening: &str,
    indicator: &IndicatorId,
    (key, one): (&str, &Evidence),
    files: &Attachments,
) -> AnyView {
    let words = &page.words.desk.evidence;
    let kind = screening::language::of(page.language).evidence_kind(one.kind);
    let tag = if one.document_kind.is_empty() {
        kind.to_owned()
    } else {
        format!("{kind} · {}", one.document_kind)
    };
    let tag = if one.date.is_empty() { tag } else { format!("{tag} · {}", one.date) };
    let values = vec![
        ("screening", screening.to_owned()),
        ("indicator", indicator.to_string()),
        ("evidence", key.to_owned()),
    ];
    let edit = address(screening, &format!("dokumenter/ret/{key}"));
    let others: Vec<String> =
        one.indicators.iter().filter(|id| *id != indicator).map(ToString::to_string).collect();
    let also = (!others.is_empty()).then(|| {
        let text = words::fill(&words.also_about, &[("codes", &others.join(", "))]);
        view! { <p class="quiet">{text}</p> }
    });
    view! {
        <li>
            <p class="tag">{tag}</p>
            <h3>{one.title.clone()}</h3>
            <p>{frame::in_lines(&one.text)}</p>
            {also}
            {beside(page, screening, indicator, (key, one), files)}
            <div class="row-buttons">
                <a class="link" href=edit aria-label=format!("{}: {}", words.edit, one.title)>
                    {words.edit.as_str()}
                </a>
                <SmallForm
                    action="/api/remove-evidence"
                    values
                    label=words.remove.as_str()
                    about=one.title.clone()
                    class="link"
                />
            </div>
        </li>
    }
    .into_any()
}

/// The prompts and the form of a document or an observation.
fn write(page: &Page, screening: &Screening, indicator: &IndicatorId, kind: EvidenceKind) -> AnyView {
    let words = &page.words.desk.evidence;
    let texts = screening.instrument.texts(page.language).indicators.get(indicator);
    let (summary, prompts) = match kind {
        EvidenceKind::Document => (&words.write_document, texts.map(|texts| &texts.documents)),
        EvidenceKind::Observation => (&words.write_observation, texts.map(|texts| &texts.observations)),
    };
    let prompts: Vec<_> =
        prompts.into_iter().flatten().map(|prompt| view! { <li>{prompt.clone()}</li> }).collect();
    let start = Start { indicator: Some(indicator.clone()), evidence: None };
    view! {
        <details class="box" open=typed_here(page, kind)>
            <summary>{summary.as_str()}</summary>
            {(!prompts.is_empty()).then(|| view! { <ul>{prompts}</ul> })}
            <EvidenceForm page=page.clone() screening=screening.clone() kind start />
        </details>
    }
    .into_any()
}
