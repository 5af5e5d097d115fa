//! The draft's sections as a list on top, and which of them stand open: what nobody has touched and nothing is said about
//! is folded.

use super::frame::row_field;
use super::report_edit::{Desk, section_anchor};
use super::report_notes::open_notes;
use crate::words::fill;
use leptos::prelude::*;
use screening::report::{Block, Origin, Section, SectionKind, Sentence};
use workflow::reports::Place;

/// The id of what is folded: who follows a link to it finds it open.
pub fn content_anchor(kind: SectionKind) -> String {
    format!("{}-tekst", section_anchor(kind))
}

/// Every section with what is told of it, as links.
pub fn list(desk: &Desk, sections: &[Section]) -> AnyView {
    let words = &desk.page.words.desk.one_page;
    let links = sections.iter().map(|section| {
        view! {
            <li>
                <a href=format!("#{}", content_anchor(section.kind))>{section.heading.clone()}</a>
                " "
                <span class="quiet">{told(desk, section)}</span>
            </li>
        }
    });
    view! {
        <nav class="section-list" aria-label=words.sections.as_str()>
            <ul>{links.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// Words of the section, what the language check stops at, notes that are open.
pub fn told(desk: &Desk, section: &Section) -> String {
    let words = &desk.page.words.desk.review;
    let hints = desk.report.hints.iter().filter(|passage| passage.section == section.kind).count();
    let notes = noted(desk, section);
    let counted = |text: &str, count: usize| fill(text, &[("count", &count.to_string())]);
    let mut parts = vec![counted(&words.words, section.words())];
    parts.extend((hints > 0).then(|| counted(&words.check_count, hints)));
    parts.extend((notes > 0).then(|| counted(&words.notes_open, notes)));
    parts.join(" · ")
}

/// Open notes at the section and its sentences.
fn noted(desk: &Desk, section: &Section) -> usize {
    let keys: Vec<&str> =
        section.blocks.iter().flat_map(Block::sentences).map(|sentence| sentence.key.as_str()).collect();
    open_notes(desk, |place| match place {
        Place::Section(kind) => *kind == section.kind,
        Place::Sentence(key) => keys.contains(&key.as_str()),
    })
}

/// Whether a section stands open: the first one, and any that somebody works on or should look at.
pub fn is_open(desk: &Desk, section: &Section) -> bool {
    let hinted = desk.report.hints.iter().any(|passage| passage.section == section.kind);
    let over = desk.report.length.over.iter().any(|over| over.section() == section.kind);
    let sentences: Vec<&Sentence> = section.blocks.iter().flat_map(Block::sentences).collect();
    let memory = &desk.page.memory;
    let touched = |sentence: &&Sentence| {
        let name = row_field("text", &sentence.key);
        sentence.origin() != Origin::Draft
            || memory.problem(&name).is_some()
            || memory.value(&name, &sentence.text) != sentence.text
    };
    let adding = !memory.value(&row_field("add", section.kind.id()), "").is_empty();
    section.kind == SectionKind::InShort
        || hinted
        || over
        || noted(desk, section) > 0
        || adding
        || sentences.iter().any(touched)
}
