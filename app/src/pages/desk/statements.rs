//! How each statement did, group by group: for whoever mends the instrument after a pilot. Figures and advice are
//! `screening::item_statistics`'s; what was written at it stands beside them.

use super::course::Course;
use super::dates::written;
use super::frame::{self, SmallForm};
use super::since::users_first;
use crate::components::form::{Agree, ProblemSummary, SavedNotice};
use crate::components::plot::DataTable;
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::export::Export;
use screening::id::{GroupId, IndicatorId};
use screening::item_statistics::{advised, items, table, told};
use screening::language;
use screening::pilot::Note;
use workflow::piloting::{GroupNotes, deleted_on};
use workflow::screenings::Screening;

/// The page within a screening.
pub const STATEMENTS: &str = "udsagn";

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.statements;
    if !course.picture {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let view = page.state.workflow.picture(&page.actor, &id).await?;
    let notes = match screening.settings.pilot {
        true => page.state.workflow.notes(&page.actor, &id).await?,
        false => Vec::new(),
    };
    let language = language::of(page.language);
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let screening = &view.screening;
        let named = (screening.organisation.name.as_str(), screening.name.as_str());
        let export = Export::new(&view.published, &screening.instrument, language, named, (0, 0, 0));
        let groups: Vec<AnyView> = users_first(&screening.instrument)
            .into_iter()
            .filter_map(|group| {
                let of_group = notes.iter().find(|one| one.group == *group);
                section(&shown, &export, group, of_group, screening)
            })
            .collect();
        let content = if groups.is_empty() {
            view! { <p class="notice">{words.nothing.as_str()}</p> }.into_any()
        } else {
            let file = here.address("udsagn.csv");
            view! {
                <ul>
                    <li>{words.shares.as_str()}</li>
                    <li>{words.together.as_str()}</li>
                    <li>{words.hidden.as_str()}</li>
                </ul>
                {(!notes.is_empty()).then(|| about_notes(&shown, &here))}
                {groups}
                <p class="no-print"><a href=file>{words.file.as_str()}</a></p>
            }
            .into_any()
        };
        let (at, back) = match here.pilot {
            true => ("", &shown.words.desk.steps.overview),
            false => ("billede", &shown.words.desk.picture.title),
        };
        view! {
            <p class="where"><a href=here.address(at)>{back.as_str()}</a></p>
            <h1>{words.title.as_str()}</h1>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <p class="lead">{words.lead.as_str()}</p>
            {content}
            {here.pilot.then(|| delete(&shown, screening))}
        }
        .into_any()
    }))
}

/// A group's statements: what may be asked better, what was written, and every figure; `None` where there is nothing.
fn section(
    page: &Page,
    export: &Export<'_>,
    group: &GroupId,
    notes: Option<&GroupNotes>,
    screening: &Screening,
) -> Option<AnyView> {
    let words = &page.words.desk.statements;
    let language = language::of(page.language);
    let items = items(export, group);
    // Of a group with means alone there is nothing to mend by but the notes.
    let figures = told(export).iter().any(|one| one.id == *group);
    if !figures && notes.is_none() {
        return None;
    }
    let table = table(export, group, language);
    let texts = screening.instrument.texts(language.code());
    let open = notes.and_then(|notes| notes.notes.as_deref());
    let statements: Vec<AnyView> = screening
        .instrument
        .indicators()
        .filter_map(|indicator| {
            let item = items.iter().find(|item| item.id == indicator.id);
            let said = item.map(|item| advised(item, language)).unwrap_or_default();
            let own: Vec<(&str, &Note)> = open
                .into_iter()
                .flatten()
                .filter(|(_, note)| note.indicator == indicator.id)
                .map(|(id, note)| (id.as_str(), note))
                .collect();
            if said.is_empty() && own.is_empty() {
                return None;
            }
            let heading =
                format!("{} {}", indicator.id, texts.item(&indicator.id, group).unwrap_or_default());
            let said = said.into_iter().map(|said| view! { <p>{said}</p> }.into_any()).collect_view();
            let own = (!own.is_empty()).then(|| written_at(page, screening, &indicator.id, &own));
            Some(view! { <li><strong>{heading}</strong> {said} {own}</li> }.into_any())
        })
        .collect();
    let advice = match (statements.is_empty(), figures) {
        (false, _) => view! { <ul>{statements}</ul> }.into_any(),
        (true, true) => view! { <p>{words.no_advice.as_str()}</p> }.into_any(),
        (true, false) => ().into_any(),
    };
    let heading = texts.group(group).to_owned();
    Some(
        view! {
            <section>
                <h2>{heading}</h2>
                {notes.and_then(|notes| no_notes(page, screening, notes))}
                {advice}
                {figures.then(|| {
                    view! {
                        <details class="fold">
                            <summary>{words.every.as_str()}</summary>
                            <DataTable table />
                        </details>
                    }
                })}
            </section>
        }
        .into_any(),
    )
}

/// How the notes are to be read, and what to do about one.
fn about_notes(page: &Page, course: &Course) -> AnyView {
    let words = &page.words.desk.pilot;
    view! {
        <p>{words.notes_lead.as_str()} " " {words.remove_hint.as_str()}</p>
        <p><a href=course.address("kommentarer/bekymring")>{words.worry.as_str()}</a></p>
    }
    .into_any()
}

/// Why a group has no notes to read.
fn no_notes(page: &Page, screening: &Screening, notes: &GroupNotes) -> Option<AnyView> {
    let words = &page.words.desk.pilot;
    let language = language::of(page.language);
    let text = match &notes.notes {
        None => {
            let smallest = language.number_word(screening.settings.min_group_size.k());
            fill(&words.notes_shut, &[("smallest", &smallest)])
        }
        Some(notes) if notes.is_empty() => words.no_notes.clone(),
        Some(_) => return None,
    };
    Some(view! { <p class="quiet">{text}</p> }.into_any())
}

/// What was written at a statement, each with a way to delete it.
fn written_at(page: &Page, screening: &Screening, indicator: &IndicatorId, own: &[(&str, &Note)]) -> AnyView {
    let words = &page.words.desk.pilot;
    let notes = own.iter().zip(1..).map(|((id, note), number)| {
        let values = vec![("screening", screening.id.clone()), ("note", (*id).to_owned())];
        let about = format!("{indicator}, {number}");
        view! {
            <li>
                <p>{frame::in_lines(&note.text)}</p>
                <SmallForm action="/api/remove-note" values label=words.remove.as_str() about class="link" />
            </li>
        }
        .into_any()
    });
    view! { <ul class="review-notes">{notes.collect::<Vec<_>>()}</ul> }.into_any()
}

/// The way to end a pilot.
fn delete(page: &Page, screening: &Screening) -> AnyView {
    let words = &page.words.desk.pilot;
    let text = fill(&words.delete_text, &[("day", &written(page, deleted_on(screening)))]);
    view! {
        <section class="box no-print">
            <h2 class="card-title">{words.delete_title.as_str()}</h2>
            <p>{text}</p>
            <form method="post" action="/api/delete-pilot">
                <input type="hidden" name="screening" value=screening.id.clone() />
                <Agree page=page.clone() name="deletes" value="on" label=words.delete_agree.as_str() />
                <button class="button quiet" type="submit">{words.delete.as_str()}</button>
            </form>
        </section>
    }
    .into_any()
}
