//! One statement with its choices: a set of radio buttons in a row that becomes a column on a phone, *don't know* and
//! *not relevant* beside it, a way to take the choice back, and its hard words explained where they stand.

use super::{AskAboutNames, BesideText, Shown, answer_field, item_id, note_field, promise};
use crate::components::form::TextArea;
use crate::page::Page;
use crate::words::{self, fill};
use leptos::prelude::*;
use screening::answers::Answer;
use screening::id::GroupId;
use screening::instrument::{Indicator, Scale, Texts};
use workflow::answering::Questionnaire;

/// A statement with its choices, as it is drawn.
pub(super) struct Item {
    id: String,
    field: String,
    code: String,
    statement: String,
    /// (value, label) of the steps.
    steps: Vec<(String, String)>,
    /// *Don't know* and *not relevant*.
    beside: [(&'static str, String); 2],
    chosen: String,
    problem: Option<String>,
    /// Hard words of the statement, each with its question and its sentence.
    explained: Vec<(String, String)>,
    /// In a pilot: where one writes what one thought.
    note: Option<NoteField>,
}

/// The note at a statement, as it is drawn.
#[derive(Clone)]
struct NoteField {
    page: Page,
    field: String,
    written: String,
    beside: String,
}

impl Item {
    /// The statement as this group reads it; `None` where the instrument has none for it.
    pub(super) fn of(page: &Page, questionnaire: &Questionnaire, indicator: &Indicator) -> Option<Self> {
        let texts = questionnaire.instrument.texts(page.language);
        let field = answer_field(indicator.id.as_str());
        let statement = texts.item(&indicator.id, &questionnaire.group)?.to_owned();
        Some(Self {
            id: item_id(&indicator.id),
            code: indicator.id.to_string(),
            explained: explained(page, texts, &statement),
            statement,
            steps: steps(questionnaire.instrument.scale, texts),
            beside: beside(texts, &questionnaire.group),
            chosen: posted(questionnaire.draft.answers.get(&indicator.id)),
            problem: page.memory.problem(&field).map(|problem| words::problem(page.words, problem)),
            field,
            note: questionnaire.settings.pilot.then(|| NoteField {
                page: page.clone(),
                field: note_field(indicator.id.as_str()),
                written: questionnaire.draft.notes.get(&indicator.id).cloned().unwrap_or_default(),
                beside: promise(questionnaire, page.language).beside_text(),
            }),
        })
    }

    /// Its fields, and what a person calls each.
    pub(super) fn names(&self) -> impl Iterator<Item = (String, String)> + use<> {
        let fields = [Some(self.field.clone()), self.note.as_ref().map(|note| note.field.clone())];
        let statement = self.statement.clone();
        fields.into_iter().flatten().map(move |field| (field, statement.clone()))
    }

    /// As a set of choices; `number` is its place on the page, from 1.
    pub(super) fn view(self, number: usize, words: &words::Topic) -> impl IntoView + use<> {
        let clear_label = format!("{}: {}", words.clear, self.statement);
        let answered = !self.chosen.is_empty();
        let Self { id, field, code, statement, steps, beside, chosen, problem, explained, note } = self;
        let (shown_field, shown_value) = (field.clone(), chosen.clone());
        let problem_id = format!("{id}-problem");
        let described = problem.is_some().then(|| problem_id.clone());
        let radio = move |value: &str| {
            let checked = value == chosen;
            view! { <input type="radio" name=field.clone() value=value.to_owned() checked=checked /> }
        };
        view! {
            <fieldset class="item" id=id aria-describedby=described>
                <Shown of=shown_field value=shown_value />
                <legend><span class="number">{number}" "</span>{statement}</legend>
                {problem.map(|text| view! { <p class="problem" id=problem_id>{text}</p> })}
                {explained
                    .into_iter()
                    .map(|(question, sentence)| {
                        view! {
                            <details class="explained">
                                <summary>{question}</summary>
                                <p>{sentence}</p>
                            </details>
                        }
                    })
                    .collect_view()}
                <div class="steps">
                    {steps
                        .into_iter()
                        .map(|(value, label)| {
                            view! {
                                <label class="step">
                                    {radio(&value)} <span class="dot" aria-hidden="true"></span> <span>{label}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
                <div class="beside">
                    {beside
                        .into_iter()
                        .map(|(value, label)| view! { <label class="choice">{radio(value)} <span>{label}</span></label> })
                        .collect_view()}
                    <button
                        class="link clear"
                        class:answered=answered
                        type="submit"
                        name="go"
                        value=format!("clear:{code}")
                        aria-label=clear_label
                    >
                        {words.clear.clone()}
                    </button>
                </div>
                {note.map(|note| note.view(number))}
            </fieldset>
        }
    }
}

impl NoteField {
    /// Folded, until something is written; `number` tells its question from those of the other statements.
    fn view(self, number: usize) -> AnyView {
        let Self { page, field, written, beside } = self;
        let words = &page.words.answer.note;
        // A problem is not folded away.
        let open = !written.is_empty() || page.memory.problem(&field).is_some();
        view! {
            <details class="note" open=open>
                <summary>{words.question.as_str()}<span class="unseen">{format!(" ({number})")}</span></summary>
                <Shown of=field.clone() value=written.clone() />
                <TextArea
                    page=page.clone()
                    name=field.clone()
                    label=words.label.as_str()
                    hint=page.words.answer.topic.comment_hint.as_str()
                    value=written
                    rows=3
                />
                <AskAboutNames page=page.clone() name=field />
                <BesideText text=beside />
            </details>
        }
        .into_any()
    }
}

/// An answer as a form posts it.
pub(super) fn posted(answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::Step(step)) => step.to_string(),
        Some(Answer::DontKnow) => "DK".to_owned(),
        Some(Answer::NotApplicable) => "NA".to_owned(),
        Some(Answer::Blank) | None => String::new(),
    }
}

/// Every step with its label.
pub(super) fn steps(scale: Scale, texts: &Texts) -> Vec<(String, String)> {
    (scale.min..=scale.max).map(|step| step.to_string()).zip(texts.scale.labels.iter().cloned()).collect()
}

/// *Don't know* and *not relevant* in this group's words.
pub(super) fn beside(texts: &Texts, group: &GroupId) -> [(&'static str, String); 2] {
    let [dont_know, not_applicable] = texts.scale.apart(group);
    [("DK", dont_know.to_owned()), ("NA", not_applicable.to_owned())]
}

/// The hard words that stand in a statement, each with its question and its sentence.
fn explained(page: &Page, texts: &Texts, statement: &str) -> Vec<(String, String)> {
    let lower = statement.to_lowercase();
    let stands = |word: &str| lower.contains(&word.to_lowercase());
    let question = |word: &str| fill(&page.words.answer.topic.what_is, &[("word", word)]);
    let hard = texts.explain.iter().filter(|(word, _)| stands(word));
    hard.map(|(word, sentence)| (question(word), sentence.clone())).collect()
}
