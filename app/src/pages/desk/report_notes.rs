//! Notes of those who read the draft through, beside a sentence or a section. They are fields of the form that the
//! sentences are in, so that neither loses the other's words.

use super::frame::{in_lines, row_field};
use super::report_edit::Desk;
use crate::components::form::TextArea;
use crate::words::fill;
use leptos::prelude::*;
use workflow::reports::{Place, ReviewNote};

/// How many notes on these places are open.
pub fn open_notes(desk: &Desk, here: impl Fn(&Place) -> bool) -> usize {
    desk.report.notes.iter().filter(|note| !note.settled && here(&note.place)).count()
}

/// The notes of a place, and room for another.
#[component]
pub fn Notes(
    /// The page.
    desk: Desk,
    /// What they are about.
    place: Place,
    /// The row of the field.
    row: String,
    /// Label of the field.
    label: String,
) -> impl IntoView {
    let words = &desk.page.words.desk.review;
    let notes = desk.report.notes.iter().filter(|note| note.place == place);
    let notes = notes.map(|note| of_note(&desk, note)).collect::<Vec<_>>();
    let notes = (!notes.is_empty()).then(|| view! { <ul class="review-notes">{notes}</ul> });
    let name = row_field("note", &row);
    let open = desk.page.memory.problem(&name).is_some();
    view! {
        {notes}
        <details class="fold note" open=open>
            <summary aria-label=label.clone()>{words.note.as_str()}</summary>
            <TextArea page=desk.page.clone() name=name label=label.clone() hint=words.note_hint.as_str() rows=2 />
            <button
                class="button quiet small"
                type="submit"
                name="sentence"
                value=row
                aria-label=format!("{}: {label}", words.note_save)
            >
                {words.note_save.as_str()}
            </button>
        </details>
    }
    .into_any()
}

fn of_note(desk: &Desk, note: &ReviewNote) -> AnyView {
    let words = &desk.page.words.desk.review;
    let by = fill(&words.note_by, &[("name", &desk.name(&note.by))]);
    let (field, label) = if note.settled { ("reopen", &words.reopen) } else { ("settle", &words.settle) };
    let settled = note.settled.then(|| view! { <p class="tag">{words.note_settled.as_str()}</p> });
    let text: String = note.text.chars().take(60).collect();
    view! {
        <li id=format!("bemaerkning-{}", note.id) class:settled=note.settled>
            {settled}
            <p><strong>{by}</strong> " " {in_lines(&note.text)}</p>
            <button
                class="link"
                type="submit"
                name=field
                value=format!("{}:{}", note.id, note.revision)
                aria-label=format!("{label}: {text}")
            >
                {label.as_str()}
            </button>
        </li>
    }
    .into_any()
}
