//! One indicator: what was read and seen, two forms to write more, and the rating, which comes after writing.

use super::course::{Course, address};
use super::frame::{self, SmallForm, numbered, row_field};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, TextArea, TextField, field_id};
use crate::error::PageError;
use crate::page::Page;
use crate::words;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::evidence::{Evidence, EvidenceKind, IndicatorRating, Rating};
use screening::id::IndicatorId;
use screening::instrument::Instrument;
use workflow::Error;
use workflow::screenings::Screening;

/// A kind of evidence in the value of its field.
pub fn kind_value(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Document => "document",
        EvidenceKind::Observation => "observation",
    }
}

/// The page.
pub async fn get(page: Page, Path((id, indicator)): Path<(String, String)>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let indicator = IndicatorId::from(indicator);
    if screening.instrument.indicator(&indicator).is_none() {
        return Err(PageError(Error::NotFound));
    }
    let evidence = page.state.workflow.evidence(&page.actor, &id).await?;
    let rating = page.state.workflow.ratings(&page.actor, &id).await?;
    let rating = rating.into_iter().find(|settled| settled.indicator == indicator);
    let title = numbered(indicator.as_str(), screening.instrument.texts(page.language).indicator(&indicator));
    let heading = title.clone();
    let shown = page.clone();
    Ok(frame::render(&page, &course, &title, move || {
        let words = &shown.words.desk.evidence;
        let here: Vec<(String, Evidence)> =
            evidence.into_iter().filter(|(_, one)| one.indicators.contains(&indicator)).collect();
        let written = !here.is_empty();
        let log = here.into_iter().map(|(key, one)| entry(&shown, &screening.id, &indicator, &key, &one));
        let log = log.collect::<Vec<_>>();
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
            <Write
                page=shown.clone()
                screening=screening.clone()
                indicator=indicator.clone()
                kind=EvidenceKind::Document
            />
            <Write
                page=shown.clone()
                screening=screening.clone()
                indicator=indicator.clone()
                kind=EvidenceKind::Observation
            />
            <h2>{words.rate.as_str()}</h2>
            <Rate
                page=shown.clone()
                screening=screening.id.clone()
                instrument=screening.instrument.clone()
                indicator=indicator.clone()
                written
                rating
            />
        }
    }))
}

/// What was read or seen, with a way to take it back.
fn entry(page: &Page, screening: &str, indicator: &IndicatorId, key: &str, one: &Evidence) -> AnyView {
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
            <SmallForm
                action="/api/remove-evidence"
                values
                label=words.remove.as_str()
                about=one.title.clone()
                class="link"
            />
        </li>
    }
    .into_any()
}

/// The form of a document or of an observation.
#[component]
fn Write(page: Page, screening: Screening, indicator: IndicatorId, kind: EvidenceKind) -> impl IntoView {
    let words = &page.words.desk.evidence;
    let row = kind_value(kind);
    let document = kind == EvidenceKind::Document;
    let instrument = &screening.instrument;
    let texts = instrument.texts(page.language);
    let prompts = texts.indicators.get(&indicator).map(|texts| match kind {
        EvidenceKind::Document => texts.documents.clone(),
        EvidenceKind::Observation => texts.observations.clone(),
    });
    let prompts = prompts.unwrap_or_default().into_iter().map(|prompt| view! { <li>{prompt}</li> });
    let prompts = prompts.collect::<Vec<_>>();
    let (summary, title, title_hint, date, text, text_hint, submit) = if document {
        (
            &words.write_document,
            &words.document_title,
            &words.document_title_hint,
            &words.document_date,
            &words.excerpt,
            &words.excerpt_hint,
            &words.save_document,
        )
    } else {
        (
            &words.write_observation,
            &words.where_seen,
            &words.where_seen_hint,
            &words.when_seen,
            &words.what_seen,
            &words.what_seen_hint,
            &words.save_observation,
        )
    };
    let others = instrument
        .indicator(&indicator)
        .map(|(point, _)| point.indicators.iter().filter(|one| one.id != indicator).collect::<Vec<_>>())
        .unwrap_or_default()
        .into_iter()
        .map(|other| {
            let name = row_field("also", other.id.as_str());
            let id = field_id(&format!("{row}-{name}"));
            let checked = page.memory.value("kind", "") == row && page.memory.value(&name, "") == "on";
            view! {
                <div class="choice">
                    <input type="checkbox" id=id.clone() name=name value="on" checked=checked />
                    <label for=id>{numbered(other.id.as_str(), texts.indicator(&other.id))}</label>
                </div>
            }
        })
        .collect_view();
    let open = page.memory.value("kind", "") == row;
    view! {
        <details class="box" open=open>
            <summary>{summary.as_str()}</summary>
            {(!prompts.is_empty()).then(|| view! { <ul>{prompts}</ul> })}
            <form method="post" action="/api/add-evidence">
                <Hidden name="screening" value=screening.id.clone() />
                <Hidden name="indicator" value=indicator.to_string() />
                <Hidden name="kind" value=row />
                <TextField
                    page=page.clone()
                    name=row_field("title", row)
                    label=title.as_str()
                    hint=title_hint.as_str()
                />
                {document
                    .then(|| {
                        view! {
                            <TextField
                                page=page.clone()
                                name=row_field("document_kind", row)
                                label=words.document_kind.as_str()
                                hint=words.document_kind_hint.as_str()
                            />
                        }
                    })}
                <TextField page=page.clone() name=row_field("date", row) label=date.as_str() />
                <TextArea
                    page=page.clone()
                    name=row_field("text", row)
                    label=text.as_str()
                    hint=text_hint.as_str()
                    rows=6
                />
                <fieldset class="field">
                    <legend>{words.also.as_str()}</legend>
                    {others}
                </fieldset>
                <button class="button" type="submit">{submit.as_str()}</button>
            </form>
        </details>
    }
    .into_any()
}

/// The rating; where nothing is written yet, why it waits.
#[component]
fn Rate(
    page: Page,
    screening: String,
    instrument: Instrument,
    indicator: IndicatorId,
    written: bool,
    rating: Option<IndicatorRating>,
) -> impl IntoView {
    let words = &page.words.desk.evidence;
    if !written {
        return view! { <p>{words.rate_after.as_str()}</p> }.into_any();
    }
    let anchors = instrument
        .texts(page.language)
        .indicators
        .get(&indicator)
        .map(|texts| texts.anchors.clone())
        .unwrap_or_default();
    let general = [&words.step_1, &words.step_2, &words.step_3, &words.step_4, &words.step_5];
    let current = rating.as_ref().map_or(String::new(), |settled| match settled.rating {
        Rating::Step(step) => step.to_string(),
        Rating::Insufficient => "insufficient".to_owned(),
    });
    let chosen = page.memory.value("rating", &current);
    let choices = (1_u8..=5)
        .zip(general)
        .map(|(step, general)| {
            let anchor = anchors.get(&step).unwrap_or(general);
            (step.to_string(), format!("{step} · {anchor}"))
        })
        .chain([("insufficient".to_owned(), words.insufficient_choice.clone())])
        .map(|(value, label)| {
            let id = field_id(&format!("rating-{value}"));
            let checked = chosen == value;
            view! {
                <div class="choice">
                    <input type="radio" id=id.clone() name="rating" value=value checked=checked />
                    <label for=id>{label}</label>
                </div>
            }
        })
        .collect_view();
    let problem = page.memory.problem("rating").map(|problem| words::problem(page.words, problem));
    let late = rating.filter(|settled| settled.after_picture).map(|_| {
        view! { <p class="quiet">{words.rated_late.as_str()}</p> }
    });
    view! {
        {late}
        <form method="post" action="/api/rate">
            <Hidden name="screening" value=screening />
            <Hidden name="indicator" value=indicator.to_string() />
            <fieldset class="field" id=field_id("rating")>
                <legend>{words.rate_question.as_str()}</legend>
                {problem.map(|text| view! { <p class="problem">{text}</p> })}
                {choices}
            </fieldset>
            <button class="button" type="submit">{words.save_rating.as_str()}</button>
        </form>
    }
    .into_any()
}
