//! The first hearing's lines in the second: what became of each, and the form that says so.

use super::frame::row_field;
use super::hearing::Loaded;
use super::hearing_line::said;
use super::hearing_minutes::{Beside, Choices};
use crate::components::form::{Hidden, TextArea};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::{Fate, LineKind, MinuteLine, fate};
use screening::id::FocusPointId;
use workflow::hearings::HearingView;

/// What became of a line of the first hearing, in words.
pub fn became(page: &Page, hearing: &HearingView, id: &str) -> String {
    let words = &page.words.desk.minutes;
    match fate(id, &hearing.second) {
        Fate::Confirmed => words.fate_confirmed.clone(),
        Fate::NotTaken => words.fate_open.clone(),
        Fate::Corrected(by) => {
            let text = hearing.second.iter().find(|(later, _)| *later == by);
            fill(&words.fate_corrected, &[("text", text.map_or("", |(_, line)| line.text.as_str()))])
        }
    }
}

/// What the first hearing said of a theme, what became of it, and the form that says so.
pub fn earlier(
    page: &Page,
    loaded: &Loaded,
    hearing: &HearingView,
    beside: &Beside,
    point: &FocusPointId,
) -> AnyView {
    let words = &page.words.desk.minutes;
    let lines = beside
        .first
        .iter()
        .filter(|(_, line)| line.focus_point == *point)
        .map(|(id, line)| {
            let became = became(page, hearing, id);
            let form = (!hearing.plan.approved).then(|| about_form(page, loaded, id, line));
            view! {
                <li id=format!("foerst-{id}")>
                    {said(page, loaded, line)}
                    <p class="tag">{became}</p>
                    {form}
                </li>
            }
        })
        .collect::<Vec<_>>();
    if lines.is_empty() {
        return view! { <p class="quiet">{page.words.desk.material.nothing_said.as_str()}</p> }.into_any();
    }
    view! {
        <h4>{words.you_said.as_str()}</h4>
        <ul class="minute-lines" id=format!("sagt-{point}") data-live="lines">{lines}</ul>
    }
    .into_any()
}

fn about_form(page: &Page, loaded: &Loaded, id: &str, line: &MinuteLine) -> AnyView {
    let words = &page.words.desk.minutes;
    let answer = MinuteLine { kind: LineKind::Confirmed, role: None, about: None, ..line.clone() };
    let text = row_field("text", id);
    let open = page.memory.problem(&text).is_some();
    view! {
        <details class="fold edit-line" open=open>
            <summary>{words.about_kind.as_str()}</summary>
            <form method="post" action="/api/write-minute-line" data-send="">
                <Hidden name="screening" value=loaded.screening.id.clone() />
                <Hidden name="number" value=loaded.sitting.to_string() />
                <Hidden name="focus_point" value=line.focus_point.to_string() />
                <Hidden name="about" value=id.to_owned() />
                <Choices page=page.clone() loaded=loaded.clone() row=id.to_owned() line=answer />
                <TextArea page=page.clone() name=text label=words.about_text.as_str() rows=2 />
                <button class="button quiet small" type="submit">{words.about_add.as_str()}</button>
            </form>
        </details>
    }
    .into_any()
}
