//! The fields of a part's texts, and under each statement how it reads.

use super::asked::statement;
use super::{lang, language_name, place_name, reading};
use crate::components::form::{TextArea, TextField};
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
}

impl Fields<'_> {
    /// A text in every language, under its name.
    pub(super) fn text(&self, place: &TextPlace) -> AnyView {
        let written = self.draft.written();
        let name = place_name(self.page.words, self.typed, &reading(self.page, self.typed), place);
        let fields = written.languages.iter().map(|code| self.field(place, code)).collect_view();
        view! {
            <fieldset class="text-fields">
                <legend>{name}</legend>
                <div class="languages">{fields}</div>
            </fieldset>
        }
        .into_any()
    }

    fn field(&self, place: &TextPlace, code: &str) -> AnyView {
        let name = field(place, code);
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
        let reads = match place {
            TextPlace::Item(_, group) => {
                let uses = self.typed.group(group).is_some_and(|group| group.service_users);
                let text = self.typed.texts.get(code).map(|texts| place.text(texts)).unwrap_or_default();
                advice(&page, &text, code, uses)
            }
            TextPlace::Intro(..) => {
                let text = self.typed.texts.get(code).map(|texts| place.text(texts)).unwrap_or_default();
                readable(&page, &text)
            }
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

    /// The statement of a part that a group meets: an indicator's own, or the first that it is asked.
    fn example(&self, part: &Part, group: &GroupId, language: &str) -> Option<String> {
        let texts = self.typed.texts(language);
        let of = |id: &IndicatorId| TextPlace::Item(id.clone(), group.clone()).text(texts);
        match part {
            Part::Indicator(id) => Some(of(id)),
            Part::Group(id) if id != group => None,
            Part::Scale | Part::Group(_) => {
                let asked = self.typed.questionnaire(group, Form::Long);
                let first = asked.first().and_then(|(_, indicators)| indicators.first());
                Some(first.map(|indicator| of(&indicator.id)).unwrap_or_default())
            }
            _ => None,
        }
    }

    /// A statement as each group meets it, with its scale.
    pub(super) fn preview(&self, part: &Part) -> AnyView {
        let language = reading(self.page, self.typed);
        let texts = self.typed.texts(&language);
        let words = &self.page.words.desk;
        let unasked = match part {
            Part::Indicator(_) => &words.instrument_edit.not_asked,
            _ => &words.instruments.asked_nothing,
        };
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
fn readable(page: &Page, text: &str) -> AnyView {
    if text.trim().is_empty() {
        return ().into_any();
    }
    let said = fill(&page.words.desk.instrument_edit.lix, &[("lix", &lix_of(page, text))]);
    view! { <p class="reads">{said}</p> }.into_any()
}

/// How easily a statement reads, and what to look at again.
fn advice(page: &Page, text: &str, code: &str, uses: bool) -> AnyView {
    let found = hints(text, code, uses);
    let list = (!found.is_empty()).then(|| {
        let lines = found.iter().map(|hint| view! { <li>{worded(page, hint)}</li> }).collect_view();
        view! { <ul class="hints">{lines}</ul> }
    });
    view! {
        {readable(page, text)}
        {list}
    }
    .into_any()
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
