//! An instrument that somebody edits: a draft may lack texts, and becomes a version once it holds what a folder must.
//!
//! Where a text stands is [`TextPlace`]; what a form writes is [`PartChange`], what a button moves is [`Reshape`]; what
//! is missing is [`Lack`]; what has changed between two versions is in `difference`; advice about a statement in
//! [`hint`], gathered for the whole in `review`. To add a text that is edited: a [`TextPlace`], and its line in `parts`; something else than a text: its line in
//! `setting`.

mod around;
mod difference;
pub mod hint;
mod lack;
mod part;
mod parts;
mod place;
mod replacing;
mod reshape;
mod review;
mod setting;

pub use around::{MOST_LANGUAGES, plain_word};
pub use difference::{Difference, differences};
pub use lack::{Lack, Unsaid};
pub use part::{EditFault, EditProblem, LONGEST_STATEMENT_TEXT, PartChange, Reworded, field, meaning_field};
pub use place::{ScaleWord, TextPlace};
pub use reshape::Reshape;
pub use review::{Behind, Hinted};
pub use setting::{LONGEST_WORD, setting_field};

use super::{Instrument, sheet};
use crate::id::{FocusPointId, GroupId, IndicatorId, ValueId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A stretch of an instrument that is edited on one page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What is of the whole: title, hard words.
    Whole,
    /// The answer scale.
    Scale,
    /// A respondent group.
    Group(GroupId),
    /// A value.
    Value(ValueId),
    /// A name with the words that a screening may choose.
    Name(String),
    /// The thresholds of the signals.
    Signals,
    /// A focus point.
    FocusPoint(FocusPointId),
    /// An indicator.
    Indicator(IndicatorId),
}

/// An instrument that is being written: its texts stand as they are written, with `{place}` in them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Draft(Instrument);

impl Draft {
    /// A copy of an instrument, which begins as version 1 of one with an id of its own.
    pub fn copy_of(instrument: &Instrument, id: String) -> Self {
        let mut draft = Self::of(instrument);
        draft.0.id = id;
        draft.0.version = 1;
        draft
    }

    /// What becomes the next version.
    pub fn after(instrument: &Instrument) -> Self {
        let mut draft = Self::of(instrument);
        draft.0.version = instrument.version.saturating_add(1);
        draft
    }

    /// What was written elsewhere and may lack texts.
    pub(super) fn written_as(instrument: Instrument) -> Self {
        Self(instrument)
    }

    fn of(instrument: &Instrument) -> Self {
        let mut written = instrument.clone();
        if !written.patterns.is_empty() {
            written.texts = std::mem::take(&mut written.patterns);
        }
        written.chosen.clear();
        Self(written)
    }

    /// The instrument as it is written.
    pub fn written(&self) -> &Instrument {
        &self.0
    }

    /// The instrument as it reads now, in the words that nobody has to choose; texts may be missing.
    pub fn shown(&self) -> Instrument {
        self.0.clone().with_patterns()
    }

    /// Sets the title in a language, and where it is another than before in every one: nobody should meet it by the name
    /// of what it was made from.
    pub fn entitle(&mut self, language: &str, title: &str) {
        if self.0.texts.get(language).is_some_and(|texts| texts.title != title) {
            self.0.texts.values_mut().for_each(|texts| title.clone_into(&mut texts.title));
        }
    }

    /// The instrument that it is: checked as a folder is.
    ///
    /// # Errors
    ///
    /// All that is missing or does not hold together.
    pub fn checked(&self) -> Result<Instrument, Vec<Lack>> {
        let lacks = self.lacks();
        if !lacks.is_empty() {
            return Err(lacks);
        }
        let mut bytes = Vec::new();
        let written = sheet::write(&self.0, &mut bytes).is_ok();
        match sheet::read(&bytes) {
            Ok(folder) if written => Ok(folder.instrument),
            Ok(_) => Err(Vec::new()),
            Err(faults) => Err(faults.into_iter().map(Lack::of_fault).collect()),
        }
    }

    /// Focus points and indicators with their titles, so that a part can be named.
    pub fn has(&self, part: &Part) -> bool {
        match part {
            Part::Whole | Part::Scale | Part::Signals => true,
            Part::Group(id) => self.0.group(id).is_some(),
            Part::Value(id) => self.0.values.iter().any(|value| value.id == *id),
            Part::Name(name) => self.0.names.contains_key(name),
            Part::FocusPoint(id) => self.0.focus_point(id).is_some(),
            Part::Indicator(id) => self.0.indicator(id).is_some(),
        }
    }

    /// The texts of a part, in the order in which they are edited.
    pub fn places(&self, part: &Part) -> Vec<TextPlace> {
        parts::of(&self.0, part)
    }

    /// A text as it is written; empty where it is missing.
    pub fn text(&self, place: &TextPlace, language: &str) -> String {
        self.0.texts.get(language).map(|texts| place.text(texts)).unwrap_or_default()
    }

    /// What a part has beside texts, by its key in [`PartChange::set`].
    pub fn setting(&self, part: &Part, key: &str) -> String {
        let all = setting::of(&self.0, part);
        all.into_iter().find(|(known, _)| *known == key).map(|(_, value)| value).unwrap_or_default()
    }

    /// The keys of a part's settings, in the order in which they are edited.
    pub fn settings(&self, part: &Part) -> Vec<&'static str> {
        setting::of(&self.0, part).into_iter().map(|(key, _)| key).collect()
    }

    /// All that a form of this part shows, so that it can be seen whether somebody else changed it meanwhile.
    pub fn state(&self, part: &Part) -> String {
        let mut state = String::new();
        for language in &self.0.languages {
            for place in self.places(part) {
                state.push_str(&format!("{:?}\n", self.text(&place, language)));
            }
        }
        for (key, value) in setting::of(&self.0, part) {
            state.push_str(&format!("{key}={value:?}\n"));
        }
        if let Part::Indicator(id) = part {
            state.push_str(&format!("{:?}", self.0.indicator(id).map(|(_, indicator)| indicator)));
        }
        state
    }
}

/// The ids of focus points and indicators that versions have had: none is given to something else later, since a
/// comparison goes by them.
pub fn taken<'a>(versions: impl IntoIterator<Item = &'a Instrument>) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for version in versions {
        ids.extend(version.focus_points.iter().map(|point| point.id.to_string()));
        ids.extend(version.indicators().map(|indicator| indicator.id.to_string()));
    }
    ids
}

/// Texts of a form: by place and language.
pub type Typed = BTreeMap<(TextPlace, String), String>;
