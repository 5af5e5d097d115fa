//! The words of an instrument in one language.

use super::Forms;
use crate::id::{FocusPointId, GroupId, IndicatorId, ValueId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Every text of an instrument in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Texts {
    /// The instrument's title.
    pub title: String,
    /// The scale's words.
    pub scale: ScaleTexts,
    /// The open question of each group.
    pub open_question: BTreeMap<GroupId, String>,
    /// The groups' names, e.g. *Brugere*.
    pub groups: BTreeMap<GroupId, String>,
    /// The values' names.
    pub values: BTreeMap<ValueId, String>,
    /// Texts of each focus point.
    pub focus_points: BTreeMap<FocusPointId, FocusPointTexts>,
    /// Texts of each indicator.
    pub indicators: BTreeMap<IndicatorId, IndicatorTexts>,
    /// Hard words, each with one sentence shown in place.
    pub explain: BTreeMap<String, String>,
    /// Inflected forms of the words a screening may choose: name, word, form.
    #[serde(default)]
    pub names: Forms,
}

/// The words of the scale.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ScaleTexts {
    /// One label a step, lowest first.
    pub labels: Vec<String>,
    /// *Don't know*, by default for every group; empty where the instrument has no words for it.
    pub dont_know: String,
    /// *Not relevant*, by default for every group; empty where the instrument has no words for it.
    pub not_applicable: String,
    /// Help line under the scale.
    pub help: String,
    /// What a group says its own way.
    pub by_group: BTreeMap<GroupId, GroupScaleTexts>,
}

impl ScaleTexts {
    /// *Don't know* and *not relevant* in this group's words.
    pub fn apart(&self, group: &GroupId) -> [&str; 2] {
        let own = self.by_group.get(group);
        [
            own.and_then(|own| own.dont_know.as_ref()).unwrap_or(&self.dont_know),
            own.and_then(|own| own.not_applicable.as_ref()).unwrap_or(&self.not_applicable),
        ]
    }
}

/// What a group says its own way; `None` keeps the default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupScaleTexts {
    /// *Don't know*.
    pub dont_know: Option<String>,
    /// *Not relevant*.
    pub not_applicable: Option<String>,
    /// Help line.
    pub help: Option<String>,
}

/// Texts of a focus point.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FocusPointTexts {
    /// Its title.
    pub title: String,
    /// Two lines of introduction for each group.
    pub intro: BTreeMap<GroupId, String>,
}

/// Texts of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IndicatorTexts {
    /// What is assessed, in a few words; the first group's statement where absent.
    pub title: Option<String>,
    /// The statement put to each group.
    pub items: BTreeMap<GroupId, String>,
    /// Prompts for documents.
    pub documents: Vec<String>,
    /// Prompts for observations.
    pub observations: Vec<String>,
    /// Written anchors of a rating.
    pub anchors: BTreeMap<u8, String>,
    /// A question for dialogue.
    pub dialogue: Option<String>,
}

impl IndicatorTexts {
    fn named(&self) -> Option<&str> {
        self.title.as_deref().or_else(|| self.items.values().next().map(String::as_str))
    }
}

impl Texts {
    /// Goes through every text that a person reads; the forms of words are none.
    pub(super) fn each(&mut self, visit: &mut impl FnMut(&mut String)) {
        let Self { title, scale, open_question, groups, values, focus_points, indicators, explain, names: _ } =
            self;
        visit(title);
        scale.labels.iter_mut().for_each(&mut *visit);
        for text in [&mut scale.dont_know, &mut scale.not_applicable, &mut scale.help] {
            visit(text);
        }
        for own in scale.by_group.values_mut() {
            let own = [&mut own.dont_know, &mut own.not_applicable, &mut own.help];
            own.into_iter().flatten().for_each(&mut *visit);
        }
        open_question.values_mut().chain(groups.values_mut()).for_each(&mut *visit);
        values.values_mut().chain(explain.values_mut()).for_each(&mut *visit);
        for point in focus_points.values_mut() {
            visit(&mut point.title);
            point.intro.values_mut().for_each(&mut *visit);
        }
        for indicator in indicators.values_mut() {
            let IndicatorTexts { title, items, documents, observations, anchors, dialogue } = indicator;
            title.iter_mut().chain(dialogue).for_each(&mut *visit);
            items.values_mut().chain(anchors.values_mut()).for_each(&mut *visit);
            documents.iter_mut().chain(observations).for_each(&mut *visit);
        }
    }

    /// A group's name, or its id where the instrument names none.
    pub fn group<'a>(&'a self, id: &'a GroupId) -> &'a str {
        self.groups.get(id).map_or(id.as_str(), String::as_str)
    }
    /// A focus point's title.
    pub fn focus_point<'a>(&'a self, id: &'a FocusPointId) -> &'a str {
        self.focus_points.get(id).map_or(id.as_str(), |t| t.title.as_str())
    }
    /// An indicator's title, or its first statement.
    pub fn indicator<'a>(&'a self, id: &'a IndicatorId) -> &'a str {
        self.indicators.get(id).and_then(IndicatorTexts::named).unwrap_or(id.as_str())
    }
    /// The title of an indicator, focus point or value by its id, which no other of them has; empty where there is none.
    pub fn code(&self, id: &str) -> &str {
        let point = || self.focus_points.get(id).map(|texts| texts.title.as_str());
        let value = || self.values.get(id).map(String::as_str);
        let indicator = || self.indicators.get(id)?.named();
        point().or_else(value).or_else(indicator).unwrap_or_default()
    }
    /// The statement of an indicator put to a group.
    pub fn item(&self, indicator: &IndicatorId, group: &GroupId) -> Option<&str> {
        self.indicators.get(indicator)?.items.get(group).map(String::as_str)
    }
}
