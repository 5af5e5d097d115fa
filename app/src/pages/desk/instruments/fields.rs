//! The fields of a part's texts, and under each statement how it reads and how those who are asked meet it.
//!
//! What stands in an element with `data-live` and an id is read anew while one types (`browser/writing`).

use super::asked::statement;
use super::forms::meaning;
use super::{lang, language_name, place_name, reading};
use crate::components::form::{TextArea, TextField, field_id};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::id::{GroupId, IndicatorId};
use screening::instrument::edit::hint::{Hint, hints};
use screening::instrument::edit::{Draft, Part, TextPlace, Typed, field};
use screening::instrument::{Form, Instrument};
use screening::readability::lix;
use std::collections::BTreeMap;

/// A text's key among the posted texts.
pub fn text_key(place: &TextPlace, language: &str) -> String {
    format!("{}:{language}", place.key())
}

/// The posted texts of a part, by where they stand.
pub fn typed_texts(draft: &Draft, part: &Part, posted: &BTreeMap<String, String>) -> Typed {
    let mut typed = Typed::new();
    for place in draft.places(part) {
        for language in &draft.written().languages {
            if let Some(text) = posted.get(&text_key(&place, language)) {
                typed.insert((place.clone(), language.clone()), text.clone());
            }
        }
    }
    typed
}

/// What the fields of a part are drawn with.
pub(super) struct Fields<'a> {
    pub(super) page: &'a Page,
    /// As it is stored.
    pub(super) draft: &'a Draft,
    /// With what was typed, in the words that nobody has to choose.
    pub(super) typed: &'a Instrument,
    /// The draft with what was typed.
    pub(super) typed_draft: &'a Draft,
    /// The version before, where there is one.
    pub(super) before: Option<&'a Instrument>,
}

impl Fields<'_> {
    /// A text in every language, under its name.
    pub(super) fn text(&self, place: &TextPlace) -> AnyView {
        let written = self.draft.written();
        let name = place_name(self.page.words, self.typed, &reading(self.page, self.typed), place);
        let fields = written.languages.iter().map(|code| self.field(place, code)).collect_view();
        let meaning = match (place, self.before) {
            (TextPlace::Item(id, group), Some(before)) => Some(meaning(self, id, group, before)),
            _ => None,
        };
        view! {
            <fieldset class="text-fields">
                <legend>{name}</legend>
                <div class="languages">{fields}</div>
                {meaning}
            </fieldset>
        }
        .into_any()
    }

    fn field(&self, place: &TextPlace, code: &str) -> AnyView {
        let name = field(place, code);
        let id = field_id(&name);
        let stored = self.draft.text(place, code);
        let label = language_name(code);
        let page = self.page.clone();
        let typed = page.memory.values.get(&name).filter(|typed| typed.trim() != stored.trim());
        // What somebody else saved stands beside what was typed here.
        let elsewhere = typed.filter(|_| self.stale()).map(|_| {
            let words = &page.words.desk.instrument_edit;
            let saved = if stored.is_empty() { page.words.desk.instruments.no_text.clone() } else { stored.clone() };
            view! { <p class="notice meanwhile">{words.saved_now.as_str()} " " <span lang=code.to_owned()>{saved}</span></p> }
        });
        let rows = match place {
            TextPlace::Explain
            | TextPlace::Forms(..)
            | TextPlace::Documents(_)
            | TextPlace::Observations(_) => 4,
            TextPlace::Intro(..) | TextPlace::OpenQuestion(_) => 3,
            _ => 2,
        };
        let short = matches!(
            place,
            TextPlace::Title
                | TextPlace::PointTitle(_)
                | TextPlace::IndicatorTitle(_)
                | TextPlace::GroupName(_)
                | TextPlace::ValueName(_)
                | TextPlace::Label(_)
                | TextPlace::Scale(..)
        );
        let control = if short {
            view! { <TextField page=page.clone() name label value=stored /> }.into_any()
        } else {
            view! { <TextArea page=page.clone() name label value=stored rows /> }.into_any()
        };
        let text = || self.typed.texts.get(code).map(|texts| place.text(texts)).unwrap_or_default();
        let reads = match place {
            TextPlace::Item(_, group) => {
                let uses = self.typed.group(group).is_some_and(|group| group.service_users);
                view! {
                    {readable(&page, &id, &text())}
                    {advice(&page, &id, &hints(&text(), code, uses))}
                    {self.met(&id, group, code, &text())}
                }
                .into_any()
            }
            TextPlace::Intro(..) => readable(&page, &id, &text()),
            _ => ().into_any(),
        };
        view! {
            <div>
                <div lang=lang(&page, code) dir=right_to_left(code).then_some("rtl")>{control}</div>
                {elsewhere}
                {reads}
            </div>
        }
        .into_any()
    }

    /// Whether a save was refused because somebody else wrote meanwhile.
    fn stale(&self) -> bool {
        use screening::instrument::edit::EditProblem::ChangedMeanwhile;
        let problems = self.page.memory.problems.iter();
        problems.into_iter().any(|one| one.problem == workflow::Problem::Edit(ChangedMeanwhile))
    }

    /// The statement as the group meets it, folded away but in the language that the page reads it in.
    fn met(&self, id: &str, group: &GroupId, code: &str, text: &str) -> AnyView {
        let language = reading(self.page, self.typed);
        let words = &self.page.words.desk.instrument_edit;
        let name = self.typed.texts(&language).group(group).to_owned();
        let asked = if text.is_empty() {
            view! { <p class="quiet">{words.not_asked.as_str()}</p> }.into_any()
        } else {
            let asked = statement(self.typed, group, code, None, text);
            view! { <div class="as-asked" lang=lang(self.page, code) dir="auto">{asked}</div> }.into_any()
        };
        view! {
            <details class="as-met" open=language == code>
                <summary>{fill(&words.as_met, &[("group", &name)])}</summary>
                <div id=format!("{id}-met") data-live>
                    {asked}
                </div>
            </details>
        }
        .into_any()
    }

    /// The first statement that a group is asked.
    fn example(&self, part: &Part, group: &GroupId, language: &str) -> Option<String> {
        let texts = self.typed.texts(language);
        let of = |id: &IndicatorId| TextPlace::Item(id.clone(), group.clone()).text(texts);
        match part {
            Part::Group(id) if id != group => None,
            Part::Scale | Part::Group(_) => {
                let asked = self.typed.questionnaire(group, Form::Long);
                let first = asked.first().and_then(|(_, indicators)| indicators.first());
                Some(first.map(|indicator| of(&indicator.id)).unwrap_or_default())
            }
            _ => None,
        }
    }

    /// A statement as each group meets it, where the scale is what one edits.
    pub(super) fn preview(&self, part: &Part) -> AnyView {
        let language = reading(self.page, self.typed);
        let texts = self.typed.texts(&language);
        let unasked = &self.page.words.desk.instruments.asked_nothing;
        let groups = self.typed.groups.iter().filter_map(|group| {
            let text = self.example(part, &group.id, &language)?;
            let asked = (!text.is_empty()).then(|| statement(self.typed, &group.id, &language, None, &text));
            let name = texts.group(&group.id).to_owned();
            Some(view! {
                <h3 lang=lang(self.page, &language)>{name}</h3>
                {match asked {
                    Some(asked) => {
                        view! { <div class="as-asked" lang=lang(self.page, &language)>{asked}</div> }.into_any()
                    }
                    None => view! { <p class="quiet">{unasked.as_str()}</p> }.into_any(),
                }}
            })
        });
        groups.collect_view().into_any()
    }
}

fn lix_of(page: &Page, text: &str) -> String {
    page.words.sentences().number(lix(text), 0)
}

/// Whether a language is written from right to left.
fn right_to_left(code: &str) -> bool {
    let language = code.split('-').next().unwrap_or_default();
    ["ar", "fa", "he", "ps", "ur", "yi"].contains(&language)
}

/// How easily a text reads.
fn readable(page: &Page, id: &str, text: &str) -> AnyView {
    let lix = || fill(&page.words.desk.instrument_edit.lix, &[("lix", &lix_of(page, text))]);
    let said = (!text.trim().is_empty()).then(lix).unwrap_or_default();
    view! { <p class="reads" id=format!("{id}-lix") data-live>{said}</p> }.into_any()
}

/// What to look at again; whoever hears the page is told of what is new.
fn advice(page: &Page, id: &str, found: &[Hint]) -> AnyView {
    view! { <div id=format!("{id}-hints") data-live aria-live="polite">{hint_list(page, found)}</div> }
        .into_any()
}

/// Hints in words, where there are any.
pub(super) fn hint_list(page: &Page, found: &[Hint]) -> Option<AnyView> {
    let lines = || found.iter().map(|hint| view! { <li>{worded(page, hint)}</li> }).collect_view();
    (!found.is_empty()).then(|| view! { <ul class="hints">{lines()}</ul> }.into_any())
}

fn worded(page: &Page, hint: &Hint) -> String {
    let words = &page.words.desk.instrument_edit;
    let language = page.words.sentences();
    let number = |number: usize| number.to_string();
    match hint {
        Hint::TooLong(count, most) => {
            fill(&words.hint_long, &[("count", &number(*count)), ("most", &number(*most))])
        }
        Hint::LongWords(found, most) => {
            fill(&words.hint_long_words, &[("words", &found.join(", ")), ("most", &number(*most))])
        }
        Hint::TwoIdeas(word) => fill(&words.hint_two, &[("word", &language.quoted(word))]),
        Hint::DoubleNegation(one, other) => {
            fill(&words.hint_negation, &[("one", &language.quoted(one)), ("other", &language.quoted(other))])
        }
        Hint::Ought(word) => fill(&words.hint_ought, &[("word", &language.quoted(word))]),
        Hint::Past(word) => fill(&words.hint_past, &[("word", &language.quoted(word))]),
        Hint::NotFirstPerson => words.hint_person.clone(),
    }
}
