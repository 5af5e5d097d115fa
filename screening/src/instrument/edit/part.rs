//! What a form writes in one part of a draft.

use super::{Draft, Part, TextPlace, Typed};
use crate::id::{GroupId, IndicatorId, ValueId};
use crate::instrument::Instrument;
use crate::instrument::names::placeholders;
use std::collections::{BTreeMap, BTreeSet};

/// Longest text, in characters.
pub const LONGEST_STATEMENT_TEXT: usize = 2000;

/// What was typed and chosen on the page of a part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartChange {
    /// Its texts; one that is not there stays as it is.
    pub texts: Typed,
    /// An indicator's value.
    pub value: Option<ValueId>,
    /// The groups whose short form holds an indicator.
    pub short: BTreeSet<GroupId>,
    /// The groups whose statement of an indicator is reversed.
    pub reverse: BTreeSet<GroupId>,
    /// Whether an indicator's statement means something else now to a group; not there: not said.
    pub means_other: BTreeMap<GroupId, bool>,
    /// What a part has beside texts, as it is typed, by its key ([`Draft::settings`]); one that is not there stays as it is.
    pub set: BTreeMap<String, String>,
}

/// A statement that reads otherwise than before, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// The language.
    pub language: String,
    /// As it was.
    pub was: String,
    /// As it is now.
    pub is: String,
}

/// A field of the form that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditFault {
    /// Its name: [`field`] of a text, [`setting_field`](super::setting_field), [`meaning_field`].
    pub field: String,
    /// What is wrong.
    pub problem: EditProblem,
}

/// What can be wrong with an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditProblem {
    /// Longer than this many characters.
    TooLong(usize),
    /// A line of the hard words that is not a word, a colon and a sentence.
    NotExplained(String),
    /// A line of a word's forms that is not a form's name, a colon and the form itself.
    NotAForm(String),
    /// Must be a whole number within these.
    NotANumber(u32, u32),
    /// A scale of so many steps; 2 to 11 may be.
    Steps(u32),
    /// Agreement begins outside the scale, which goes from here to there.
    OffScale(u8, u8),
    /// Must be a share, from 0 to 100 per cent.
    NotAShare,
    /// None of those that there are.
    NotAChoice,
    /// The same word twice.
    WordTwice(String),
    /// There is no word to choose.
    NoWords,
    /// Nothing is typed that it could be called.
    Unnamed,
    /// No name of letters from a to z, digits, `-` and `_`, beginning with a letter.
    NotAName,
    /// There is one of this name.
    There(String),
    /// No language code, such as `da`.
    NotALanguage,
    /// As many as there may be.
    TooMany(usize),
    /// The last group or language: an instrument has one at least.
    LastOne,
    /// An order leaves these focus points out.
    OrderLacks(Vec<String>),
    /// An order names these, which are no focus points, or names them twice.
    OrderUnknown(Vec<String>),
    /// A statement was changed, and nobody said whether it means something else now.
    MeaningUnsaid,
    /// As many focus points as there may be.
    TooManyFocusPoints(usize),
    /// As many indicators as there may be.
    TooManyIndicators(usize),
    /// There is no such part any more.
    NotThere,
    /// Somebody else wrote in the same part meanwhile; what was typed is still there.
    ChangedMeanwhile,
    /// So many things are missing before it can be a version.
    Unfinished(usize),
}

/// The name of a text's field.
pub fn field(place: &TextPlace, language: &str) -> String {
    format!("text[{}:{language}]", place.key())
}

/// The name of the field where it is said whether a group's statement means something else now.
pub fn meaning_field(group: &GroupId) -> String {
    format!("means_other[group-{group}]")
}

/// As it is kept: one line, or a line a text of a list; no control characters, no blanks at the ends.
pub(super) fn tidy(place: &TextPlace, text: &str) -> String {
    let one_line = |text: &str| {
        let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        spaced.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    if place.is_list() {
        let lines = text.lines().map(one_line).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    } else {
        one_line(text)
    }
}

impl Draft {
    /// Writes one part; nothing is written where anything does not hold. `before` is the version before, by which it is
    /// seen whether a statement has changed.
    ///
    /// # Errors
    ///
    /// Every field that does not hold.
    pub fn write(
        &mut self,
        part: &Part,
        change: &PartChange,
        before: Option<&Instrument>,
    ) -> Result<(), Vec<EditFault>> {
        let mut faults = Vec::new();
        let mut next = self.clone();
        let places = self.places(part);
        for ((place, language), text) in change.texts.iter().filter(|((place, _), _)| places.contains(place))
        {
            let text = tidy(place, text);
            if let Some(problem) = wrong(place, &text) {
                faults.push(EditFault { field: field(place, language), problem });
            }
            if let Some(texts) = next.0.texts.get_mut(language) {
                place.write(texts, &text);
            }
        }
        match part {
            Part::Whole => {}
            Part::Scale
            | Part::Group(_)
            | Part::Value(_)
            | Part::Name(_)
            | Part::Signals
            | Part::FocusPoint(_) => next.set(part, &change.set, &mut faults),
            Part::Indicator(id) => {
                next.settle(id, change);
                if let Some(wording) = next.wording(id, &change.means_other, before, &mut faults)
                    && let Some(indicator) = next.indicator_mut(id)
                {
                    indicator.wording = wording;
                }
            }
        }
        if faults.is_empty() {
            *self = next;
            Ok(())
        } else {
            Err(faults)
        }
    }

    fn indicator_mut(&mut self, id: &IndicatorId) -> Option<&mut crate::instrument::Indicator> {
        self.0.focus_points.iter_mut().flat_map(|point| &mut point.indicators).find(|one| one.id == *id)
    }

    /// Who is asked: those with a statement in any language; of those the short form and what is reversed.
    fn settle(&mut self, id: &IndicatorId, change: &PartChange) {
        let with_statement = |group: &GroupId| {
            let place = TextPlace::Item(id.clone(), group.clone());
            self.0.texts.values().any(|texts| !place.text(texts).is_empty())
        };
        let groups = || self.0.groups.iter().map(|group| group.id.clone());
        let mut asked: Vec<GroupId> = groups().filter(with_statement).collect();
        if asked.is_empty() {
            // Nobody yet, so that a statement is missing for everyone.
            asked = groups().collect();
        }
        let value = change.value.clone().filter(|id| self.0.values.iter().any(|value| value.id == *id));
        let Some(indicator) = self.indicator_mut(id) else { return };
        let among = |chosen: &BTreeSet<GroupId>| {
            asked.iter().filter(|group| chosen.contains(*group)).cloned().collect()
        };
        indicator.value = value;
        indicator.short = among(&change.short);
        indicator.reverse = among(&change.reverse);
        indicator.groups = asked;
    }

    /// The groups whose statement of this indicator reads otherwise than in the version before, with each language in
    /// which it does.
    pub fn statements_changed(&self, id: &IndicatorId, before: &Instrument) -> Vec<(GroupId, Vec<Reworded>)> {
        let groups =
            before.indicator(id).map(|(_, indicator)| indicator.groups.as_slice()).unwrap_or_default();
        let of_group = |group: &GroupId| {
            let place = TextPlace::Item(id.clone(), group.clone());
            let reworded = before.languages.iter().filter_map(|language| {
                let then = before.written(language).map(|texts| place.text(texts)).unwrap_or_default();
                let (was, is) = (tidy(&place, &then), tidy(&place, &self.text(&place, language)));
                (!is.is_empty() && was != is).then(|| Reworded { language: language.clone(), was, is })
            });
            (group.clone(), reworded.collect::<Vec<_>>())
        };
        groups.iter().map(of_group).filter(|(_, reworded)| !reworded.is_empty()).collect()
    }

    /// The indicator's wording number: one more than before where any group's statement means something else now.
    fn wording(
        &self,
        id: &IndicatorId,
        means_other: &BTreeMap<GroupId, bool>,
        before: Option<&Instrument>,
        faults: &mut Vec<EditFault>,
    ) -> Option<u32> {
        let before = before?;
        let (_, then) = before.indicator(id)?;
        let changed = self.statements_changed(id, before);
        let said = |group: &GroupId| means_other.get(group);
        for (group, _) in changed.iter().filter(|(group, _)| said(group).is_none()) {
            faults.push(EditFault { field: meaning_field(group), problem: EditProblem::MeaningUnsaid });
        }
        let other = changed.iter().any(|(group, _)| said(group) == Some(&true));
        Some(then.wording.saturating_add(u32::from(other)))
    }
}

fn wrong(place: &TextPlace, text: &str) -> Option<EditProblem> {
    if text.chars().count() > LONGEST_STATEMENT_TEXT {
        return Some(EditProblem::TooLong(LONGEST_STATEMENT_TEXT));
    }
    let halves = |line: &str| {
        let (word, said) = line.split_once(':').unwrap_or_default();
        (word.trim().to_owned(), said.trim().to_owned())
    };
    let refused = |line: &&str| {
        let (word, said) = halves(line);
        word.is_empty() || said.is_empty() || (place.is_forms() && !is_form(&word, &said))
    };
    let line = text.lines().filter(|_| place.is_explained()).find(refused)?.to_owned();
    Some(if place.is_forms() { EditProblem::NotAForm(line) } else { EditProblem::NotExplained(line) })
}

/// Whether texts can name the form, and it names no other word itself.
fn is_form(name: &str, said: &str) -> bool {
    name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
        && placeholders(said).next().is_none()
}
