//! The report's sentences, each in a field beside what it rests on. One form: whichever button is pressed, nothing
//! typed at another sentence is lost.

use super::frame::{in_lines, row_field};
use super::report_length::over;
use super::report_names::text_name;
use super::report_notes::Notes;
use super::report_sections::{content_anchor, is_open, list, told};
use crate::components::form::{Hidden, TextArea, field_id};
use crate::components::plot::{DataTable, Plot};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::Sitting;
use screening::report::{Block, Origin, Section, SectionKind, Sentence, is_answer};
use std::collections::BTreeSet;
use std::sync::Arc;
use workflow::Problem;
use workflow::reports::{Place, ReportDesk, fingerprint};

/// What every part of the page needs.
#[derive(Clone)]
pub struct Desk {
    /// The request.
    pub page: Page,
    /// The screening's id.
    pub screening: String,
    /// The draft and all that is beside it.
    pub report: Arc<ReportDesk>,
}

impl Desk {
    /// Address of the page.
    pub fn address(&self) -> String {
        super::course::address(&self.screening, "rapport")
    }

    /// The name of an account; of one that is gone, and of nobody known, a word for somebody.
    pub fn name(&self, account: &str) -> String {
        let known = self.report.colleagues.iter().find(|one| one.id == account);
        known.map_or_else(|| self.page.words.desk.review.somebody.clone(), |one| one.name.clone())
    }

    fn writer(&self, key: &str) -> String {
        self.name(self.report.writers.get(key).map_or("", String::as_str))
    }
}

/// The id of a sentence's place on the page.
pub fn sentence_anchor(key: &str) -> String {
    field_id(&format!("sentence-{key}"))
}

/// The id of a section's place on the page.
pub fn section_anchor(kind: SectionKind) -> String {
    format!("afsnit-{}", kind.id())
}

/// The sections with their sentences to edit.
#[component]
pub fn Sections(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let sections = desk.report.report.edited_sections();
    let list = list(&desk, &sections);
    let sections = sections.iter().map(|section| of_section(&desk, section));
    let sections = sections.collect::<Vec<_>>();
    view! {
        {list}
        <form method="post" action="/api/edit-sentences">
            <Hidden name="screening" value=desk.screening.clone() />
            {sections}
        </form>
    }
    .into_any()
}

fn of_section(desk: &Desk, section: &Section) -> AnyView {
    let page = &desk.page;
    let words = &page.words.desk.review;
    let heading = section.heading.clone();
    let (mut place, mut named) = (0, BTreeSet::new());
    let mut row = |sentence: &Sentence, whose: Option<&str>| {
        place += 1;
        let values = [("section", heading.as_str()), ("number", &place.to_string())];
        let about = match text_name(page, &sentence.key).filter(|name| named.insert(*name)) {
            Some(name) => format!("{heading}: {name}"),
            None => fill(&page.words.desk.report.sentence, &values),
        };
        if is_answer(&sentence.key) {
            return view! { <p>{in_lines(&sentence.text)}</p> }.into_any();
        }
        Edit { desk, sentence, about, whose }.view()
    };
    let mut blocks = Vec::new();
    for block in &section.blocks {
        match block {
            Block::Paragraph(sentences) | Block::List(sentences) | Block::Steps(sentences) => {
                blocks.extend(sentences.iter().map(|sentence| row(sentence, None)));
            }
            Block::Quotes(quotes) => {
                blocks.extend(quotes.iter().map(|(sentence, whose)| row(sentence, Some(whose))));
            }
            Block::Chart(chart) => {
                let fold = page.words.common.table.as_str();
                blocks.push(view! { <Plot chart=chart.clone() fold /> }.into_any());
            }
            Block::Table(table) => blocks.push(view! { <DataTable table=table.clone() /> }.into_any()),
            // A report has none.
            Block::Facts(_) => {}
            Block::Lines(label, 0) => {
                blocks.push(view! { <p class="lines-label">{label.clone()}</p> }.into_any())
            }
            Block::Lines(label, count) => {
                let values = [("label", label.as_str()), ("count", &count.to_string())];
                let text = fill(&page.words.desk.report.lines, &values);
                blocks.push(view! { <p class="quiet">{text}</p> }.into_any());
            }
        }
    }
    let kind = section.kind;
    let named = [("section", section.heading.as_str())];
    let add = row_field("add", kind.id());
    let typed = !page.memory.value(&add, "").is_empty();
    let edited =
        section.blocks.iter().flat_map(Block::sentences).any(|sentence| sentence.origin() == Origin::Edited);
    let reset = edited.then(|| {
        view! {
            <button class="link" type="submit" name="reset_section" value=kind.id()>
                {fill(&words.reset_section, &named)}
            </button>
            " "
            <span class="quiet">{words.reset_section_what.as_str()}</span>
        }
    });
    let label = fill(&words.add, &named);
    let note_label = fill(&words.section_note, &named);
    let beside = view! {
        <details class="fold" open=typed>
            <summary>{label.clone()}</summary>
            <TextArea page=page.clone() name=add label=label.clone() hint=words.add_hint.as_str() rows=2 />
            <button
                class="button quiet small"
                type="submit"
                name="section"
                value=kind.id()
                aria-label=format!("{}: {label}", words.save_added)
            >
                {words.save_added.as_str()}
            </button>
        </details>
        <Notes desk=desk.clone() place=Place::Section(kind) row=format!("section-{}", kind.id()) label=note_label />
        {reset.map(|reset| view! { <p>{reset}</p> })}
    };
    view! {
        <section id=section_anchor(kind) class="edit-section" aria-labelledby=format!("{}-title", section_anchor(kind))>
            <details class="fold" open=is_open(desk, section)>
                <summary>
                    <h2 id=format!("{}-title", section_anchor(kind))>{section.heading.clone()}</h2>
                    " "
                    <span class="tag">{told(desk, section)}</span>
                </summary>
                <div id=content_anchor(kind)>
                    {over(page, &desk.report.length, Some(kind))}
                    {blocks}
                    {beside}
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// One sentence.
struct Edit<'a> {
    desk: &'a Desk,
    sentence: &'a Sentence,
    about: String,
    whose: Option<&'a str>,
}

impl Edit<'_> {
    fn view(&self) -> AnyView {
        let (page, sentence) = (&self.desk.page, self.sentence);
        let words = &page.words.desk.report;
        let name = row_field("text", &sentence.key);
        let stale = page.memory.problem(&name) == Some(&Problem::SentenceChanged);
        let taken_out =
            sentence.text.trim().is_empty().then(|| view! { <p class="tag">{words.taken_out.as_str()}</p> });
        // About as many lines as the text fills in a wide field.
        let rows = u8::try_from(sentence.text.chars().count() / 55 + 1).unwrap_or(u8::MAX).clamp(2, 8);
        let save = if stale { &page.words.desk.review.save_mine } else { &words.save };
        let whose = self.whose.map(|whose| view! { <p class="quiet">{whose.to_owned()}</p> });
        view! {
            <div class="pair edit-sentence" id=sentence_anchor(&sentence.key)>
                <div>
                    {taken_out}
                    <TextArea
                        page=page.clone()
                        name=name
                        label=self.about.clone()
                        value=sentence.text.clone()
                        rows=rows
                    />
                    <Hidden name=row_field("was", &sentence.key) value=fingerprint(&sentence.text) />
                    {whose}
                    {stale.then(|| self.meanwhile())}
                    {self.hints()}
                    <button
                        class="button quiet small"
                        type="submit"
                        name="sentence"
                        value=sentence.key.clone()
                        aria-label=format!("{save}: {}", self.about)
                    >
                        {save.as_str()}
                    </button>
                    {self.reset()}
                </div>
                <div class="basis">
                    {self.basis()}
                    <Notes
                        desk=self.desk.clone()
                        place=Place::Sentence(sentence.key.clone())
                        row=sentence.key.clone()
                        label=format!("{}: {}", page.words.desk.review.note, self.about)
                    />
                </div>
            </div>
        }
        .into_any()
    }

    /// What somebody else wrote meanwhile, above what was typed here.
    fn meanwhile(&self) -> AnyView {
        let words = &self.desk.page.words.desk.review;
        let text = fill(&words.now, &[("name", &self.desk.writer(&self.sentence.key))]);
        // Another address, since the same one with a fragment would not be asked for again.
        let keep = format!("{}?vis=nu#{}", self.desk.address(), sentence_anchor(&self.sentence.key));
        view! {
            <div class="box meanwhile">
                <p class="tag">{text}</p>
                <p>{in_lines(&self.sentence.text)}</p>
                <p><a href=keep>{words.keep_theirs.as_str()}</a></p>
            </div>
        }
        .into_any()
    }

    /// What the language check stops at, why, and what to write instead.
    fn hints(&self) -> Option<AnyView> {
        let language = screening::language::of(self.desk.page.language);
        let passage = self.desk.report.hints.iter().find(|passage| passage.key == self.sentence.key)?;
        let hints = passage.hints.iter().map(|hint| view! { <li>{language.hint(hint)}</li> }).collect_view();
        Some(
            view! {
                <div class="wording">
                    <p class="tag">{self.desk.page.words.desk.review.check.as_str()}</p>
                    <ul>{hints}</ul>
                </div>
            }
            .into_any(),
        )
    }

    fn reset(&self) -> Option<AnyView> {
        let words = &self.desk.page.words.desk.report;
        let original = self.sentence.original.clone()?;
        let label = format!("{}: {}", words.reset, self.about);
        Some(
            view! {
                <p class="quiet">{format!("{} {original}", words.original)}</p>
                <button class="link" type="submit" name="reset" value=self.sentence.key.clone() aria-label=label>
                    {words.reset.as_str()}
                </button>
            }
            .into_any(),
        )
    }

    /// Who wrote it, and what it rests on.
    fn basis(&self) -> AnyView {
        let (page, sentence) = (&self.desk.page, self.sentence);
        let (words, review) = (&page.words.desk.report, &page.words.desk.review);
        let writer = || self.desk.writer(&sentence.key);
        let origin = match sentence.origin() {
            Origin::Draft => review.by_draft.clone(),
            Origin::Edited => fill(&review.by_edit, &[("name", &writer())]),
            Origin::Own => fill(&review.by_own, &[("name", &writer())]),
        };
        let mut basis = sentence
            .basis
            .iter()
            .map(|basis| view! { <li>{basis.0.clone()}</li> }.into_any())
            .collect::<Vec<_>>();
        // A line of the minutes is `<sitting of the hearing>/<id>`.
        let all = u64::try_from(sentence.lines.len()).unwrap_or(u64::MAX);
        basis.extend((1..).zip(&sentence.lines).filter_map(|(which, line)| {
            let (number, id) = line.split_once('/')?;
            let at = format!("hoering/{number}/referat");
            let href = format!("{}#linje-{id}", super::course::address(&self.desk.screening, &at));
            let sitting: Sitting = number.parse().ok()?;
            let language = screening::language::of(page.language);
            let letter = (!sitting.is_first()).then(|| sitting.letter());
            let hearing = language.inside(&language.sitting_name(sitting.number, letter));
            let mut text = fill(&page.words.desk.minutes.to_line, &[("hearing", &hearing)]);
            if all > 1 {
                // Two links that say the same would lead to two places.
                text = format!("{text}, {}", language.counted(which, Some(all)));
            }
            Some(view! { <li><a href=href>{text}</a></li> }.into_any())
        }));
        let rests = match (basis.is_empty(), sentence.origin()) {
            (_, Origin::Own) => None,
            (true, _) => Some(view! { <p class="quiet">{words.no_basis.as_str()}</p> }.into_any()),
            (false, _) => Some(
                view! {
                    <p class="tag">{words.basis.as_str()}</p>
                    <ul>{basis}</ul>
                }
                .into_any(),
            ),
        };
        view! {
            <p class="origin">{origin}</p>
            {rests}
        }
        .into_any()
    }
}
