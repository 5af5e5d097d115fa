//! A booklet that two people type: what a key stands for, and where the two differ.
//!
//! To add something that is typed of a booklet: a [`Field`], and its line in [`differences`].

use crate::answers::Answer;
use crate::comment::Consent;
use crate::id::{FocusPointId, IndicatorId};
use crate::instrument::{FocusPoint, Indicator, Scale};
use std::collections::BTreeMap;

/// The key of *not relevant*.
pub const NOT_APPLICABLE: &str = "-";

/// The key of *don't know*: nought, or where the scale has that as a step a question mark.
pub fn dont_know(scale: Scale) -> &'static str {
    if scale.contains(0) { "?" } else { "0" }
}

/// What was typed in the field of a statement, as a form of the questionnaire posts it; what is none of the keys stays
/// as it is and is no answer there.
pub fn keyed(scale: Scale, typed: &str) -> String {
    match typed.trim() {
        "-" | "–" | "—" | "−" => "NA".to_owned(),
        key if key == dont_know(scale) || key == "?" => "DK".to_owned(),
        // Letters are no keys.
        "DK" | "NA" => typed.to_lowercase(),
        other => other.to_owned(),
    }
}

/// The key that an answer is typed with; nothing for one that is left out.
pub fn key(scale: Scale, answer: Answer) -> String {
    match answer {
        Answer::Step(step) => step.to_string(),
        Answer::DontKnow => dont_know(scale).to_owned(),
        Answer::NotApplicable => NOT_APPLICABLE.to_owned(),
        Answer::Blank => String::new(),
    }
}

/// One person's typing of a booklet. Texts as they are kept.
#[derive(Clone, Default, PartialEq)]
pub struct Typing {
    /// Answers; blank ones are left out.
    pub answers: BTreeMap<IndicatorId, Answer>,
    /// What was written under a focus point.
    pub comments: BTreeMap<FocusPointId, String>,
    /// What was written to the open question.
    pub open_answer: String,
    /// May the words be used.
    pub consent: Option<Consent>,
    /// Who helped, in its stored form.
    pub help: String,
}

/// Never what somebody answered: it would end in a log.
impl std::fmt::Debug for Typing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typing(…)")
    }
}

/// A place in a booklet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The answer to a statement.
    Answer(IndicatorId),
    /// What stands under a focus point.
    Comment(FocusPointId),
    /// What stands at the open question.
    OpenAnswer,
    /// May the words be used.
    Consent,
    /// Who helped.
    Help,
}

impl Field {
    /// Its name in a form: it begins with a letter.
    pub fn name(&self) -> String {
        match self {
            Self::Answer(indicator) => format!("item-{indicator}"),
            Self::Comment(point) => format!("comment-{point}"),
            Self::OpenAnswer => "open_answer".to_owned(),
            Self::Consent => "consent".to_owned(),
            Self::Help => "help".to_owned(),
        }
    }
}

/// Where two people's typing of a booklet differs, in the booklet's order; `asked` are its pages. Two texts that differ in
/// spaces and lines alone are the same, and where nobody typed any words it makes no difference what may be done with them.
pub fn differences(asked: &[(&FocusPoint, Vec<&Indicator>)], first: &Typing, second: &Typing) -> Vec<Field> {
    let mut found = Vec::new();
    for (point, indicators) in asked {
        let other = |id: &IndicatorId| answer(first, id) != answer(second, id);
        let answers = indicators.iter().filter(|one| other(&one.id));
        found.extend(answers.map(|one| Field::Answer(one.id.clone())));
        let [mine, theirs] =
            [first, second].map(|one| one.comments.get(&point.id).map_or("", String::as_str));
        if !same_text(mine, theirs) {
            found.push(Field::Comment(point.id.clone()));
        }
    }
    if !same_text(&first.open_answer, &second.open_answer) {
        found.push(Field::OpenAnswer);
    }
    if first.consent != second.consent && (has_words(first) || has_words(second)) {
        found.push(Field::Consent);
    }
    if first.help != second.help {
        found.push(Field::Help);
    }
    found
}

/// The answer to a statement, blank where there is none.
fn answer(typing: &Typing, indicator: &IndicatorId) -> Answer {
    typing.answers.get(indicator).copied().unwrap_or_default()
}

fn has_words(typing: &Typing) -> bool {
    typing.comments.values().chain([&typing.open_answer]).any(|text| !text.trim().is_empty())
}

fn same_text(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
