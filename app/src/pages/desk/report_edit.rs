//! The report's sentences, each in a field beside what it rests on.

use super::frame::row_field;
use crate::components::form::{Hidden, TextArea, field_id};
use crate::components::plot::{DataTable, Plot};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::Sitting;
use screening::report::{Block, Report, Sentence};

/// The section with its sentences to edit.
#[component]
pub fn Sections(
    /// The request.
    page: Page,
    /// The screening's id.
    screening: String,
    /// The draft.
    report: Report,
) -> impl IntoView {
    let words = &page.words.desk.report;
    let about_screening = screening.clone();
    let sections = report
        .sections
        .into_iter()
        .map(|section| {
            let heading = section.heading.clone();
            let mut place = 0;
            let mut row = |sentence: Sentence, whose: Option<String>| {
                place += 1;
                let about = fill(&words.sentence, &[("section", &heading), ("number", &place.to_string())]);
                let screening = screening.clone();
                view! {
                    <Edit page=page.clone() screening sentence about whose=whose.unwrap_or_default() />
                }
                .into_any()
            };
            let blocks = section
                .blocks
                .into_iter()
                .flat_map(|block| match block {
                    Block::Paragraph(sentences) | Block::List(sentences) | Block::Steps(sentences) => {
                        sentences.into_iter().map(|sentence| row(sentence, None)).collect::<Vec<_>>()
                    }
                    Block::Quotes(quotes) => {
                        quotes.into_iter().map(|(sentence, whose)| row(sentence, Some(whose))).collect()
                    }
                    Block::Chart(chart) => {
                        vec![view! { <Plot chart fold=page.words.common.table.as_str() /> }.into_any()]
                    }
                    Block::Table(table) => vec![view! { <DataTable table /> }.into_any()],
                    Block::Lines(label, count) => {
                        let text = fill(&words.lines, &[("label", &label), ("count", &count.to_string())]);
                        vec![view! { <p class="quiet">{text}</p> }.into_any()]
                    }
                })
                .collect::<Vec<_>>();
            view! {
                <h2>{section.heading.clone()}</h2>
                {blocks}
            }
        })
        .collect_view();
    // One form: whichever button is pressed, nothing typed at another sentence is lost.
    view! {
        <form method="post" action="/api/edit-sentences">
            <Hidden name="screening" value=about_screening />
            {sections}
        </form>
    }
    .into_any()
}

#[component]
fn Edit(page: Page, screening: String, sentence: Sentence, about: String, whose: String) -> impl IntoView {
    let words = &page.words.desk.report;
    let name = row_field("text", &sentence.key);
    let anchor = field_id(&format!("sentence-{}", sentence.key));
    let mut basis = sentence
        .basis
        .iter()
        .map(|basis| view! { <li>{basis.0.clone()}</li> }.into_any())
        .collect::<Vec<_>>();
    // A line of the minutes is `<sitting of the hearing>/<id>`.
    basis.extend(sentence.lines.iter().filter_map(|line| {
        let (number, id) = line.split_once('/')?;
        let href = format!(
            "{}#linje-{id}",
            super::course::address(&screening, &format!("hoering/{number}/referat"))
        );
        let sitting: Sitting = number.parse().ok()?;
        let language = screening::language::of(page.language);
        let letter = (!sitting.is_first()).then(|| sitting.letter());
        let hearing = language.inside(&language.sitting_name(sitting.number, letter));
        let text = fill(&page.words.desk.minutes.to_line, &[("hearing", &hearing)]);
        Some(view! { <li><a href=href>{text}</a></li> }.into_any())
    }));
    let basis = if basis.is_empty() {
        view! { <p class="quiet">{words.no_basis.as_str()}</p> }.into_any()
    } else {
        view! { <ul>{basis}</ul> }.into_any()
    };
    let reset = sentence.original.clone().map(|original| {
        let label = format!("{}: {about}", words.reset);
        view! {
            <p class="quiet">{format!("{} {original}", words.original)}</p>
            <button class="link" type="submit" name="reset" value=sentence.key.clone() aria-label=label>
                {words.reset.as_str()}
            </button>
        }
    });
    let taken_out =
        sentence.text.trim().is_empty().then(|| view! { <p class="tag">{words.taken_out.as_str()}</p> });
    // About as many lines as the text fills in a wide field.
    let rows = u8::try_from(sentence.text.chars().count() / 55 + 1).unwrap_or(u8::MAX).clamp(2, 8);
    let save = format!("{}: {about}", words.save);
    let whose = (!whose.is_empty()).then(|| view! { <p class="quiet">{whose}</p> });
    view! {
        <div class="pair edit-sentence" id=anchor>
            <div>
                {taken_out}
                <TextArea
                    page=page.clone()
                    name=name
                    label=about.clone()
                    value=sentence.text.clone()
                    rows=rows
                />
                {whose}
                <button
                    class="button quiet small"
                    type="submit"
                    name="sentence"
                    value=sentence.key.clone()
                    aria-label=save
                >
                    {words.save.as_str()}
                </button>
                {reset}
            </div>
            <div class="basis">
                <p class="tag">{words.basis.as_str()}</p>
                {basis}
            </div>
        </div>
    }
    .into_any()
}
