//! What is asked: scale, groups, values, focus points, indicators; every text in each language is in `texts`.
//!
//! Loading and checking of the files is in [`load`]. To add a field: here, in `load`, and in
//! `instruments/README.md`.

pub mod edit;
pub mod load;
mod names;
pub mod sheet;
pub mod taking_in;
mod texts;
mod why;
pub mod xlsform;

pub use names::{Forms, PlaceWords};
pub use texts::{FocusPointTexts, GroupScaleTexts, IndicatorTexts, ScaleTexts, Texts};
pub use why::Why;

use crate::id::{FocusPointId, GroupId, IndicatorId, ValueId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A checked instrument. A screening keeps its own frozen copy (as JSON) from the day it opens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Instrument {
    /// Name of its folder, e.g. `recovery-orientering`.
    pub id: String,
    /// Raised when the instrument changes.
    pub version: u32,
    /// Language codes; the first is the default.
    pub languages: Vec<String>,
    /// The answer scale.
    pub scale: Scale,
    /// Respondent groups in the instrument's order.
    pub groups: Vec<Group>,
    /// Values in the instrument's order.
    pub values: Vec<Value>,
    /// Focus points in the instrument's order.
    pub focus_points: Vec<FocusPoint>,
    /// Thresholds of the signals.
    pub signals: Thresholds,
    /// Words a screening may choose, by name; the first of each is the default.
    #[serde(default)]
    pub names: BTreeMap<String, Vec<String>>,
    /// The word in use for each name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub chosen: BTreeMap<String, String>,
    /// Every text, by language code, in the words chosen.
    pub texts: BTreeMap<String, Texts>,
    /// The same as they are written, with placeholders; empty where no text has one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub patterns: BTreeMap<String, Texts>,
}

/// A scale of 2 to 11 whole steps, none below 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// Lowest step.
    pub min: u8,
    /// Highest step.
    pub max: u8,
    /// Answers from here on count as agreement.
    pub agree_from: u8,
}

impl Scale {
    /// Number of steps.
    pub fn steps(self) -> usize {
        usize::from(self.max - self.min) + 1
    }
    /// Highest minus lowest, in scale points.
    pub fn range(self) -> f64 {
        f64::from(self.max - self.min)
    }
    /// Share of the range, 0 to 1, of a value in scale points.
    pub fn level(self, value: f64) -> f64 {
        (value - f64::from(self.min)) / self.range()
    }
    /// Whether the scale has this step.
    pub fn contains(self, step: u8) -> bool {
        (self.min..=self.max).contains(&step)
    }
}

/// How a group's figures may be shown (`scoring.md`, *What is protected, and how*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disclosure {
    /// Shown as the management's answers, told so before they start.
    InRole,
    /// Nothing under the smallest group shown.
    Protected,
}

/// A respondent group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// How its figures may be shown.
    pub disclosure: Disclosure,
    /// Uses the service: its signals lead, and it counts towards half of a hearing.
    pub service_users: bool,
    /// Focus points in this group's order; all of them.
    pub order: Vec<FocusPointId>,
    /// Minutes to answer, where the file corrects the estimate.
    pub minutes: Option<u32>,
}

/// A value, such as *selvbestemmelse*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// Its id.
    pub id: ValueId,
    /// The report's section on user involvement draws on it.
    pub involvement: bool,
}

/// A focus point with its indicators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FocusPoint {
    /// Its id.
    pub id: FocusPointId,
    /// The report's section on user involvement draws on it.
    pub involvement: bool,
    /// Its indicators, in order.
    pub indicators: Vec<Indicator>,
}

/// An indicator: what is assessed, from several sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// The value it carries, if any.
    pub value: Option<ValueId>,
    /// The groups that are asked (resolved: all of them where the file says nothing).
    pub groups: Vec<GroupId>,
    /// The groups whose short form holds it.
    pub short: Vec<GroupId>,
    /// The groups whose wording is reversed.
    pub reverse: Vec<GroupId>,
    /// Raised when a statement changes its meaning; comparison needs equal numbers.
    pub wording: u32,
}

/// Thresholds of the signals, as shares of the scale or of persons; defaults are `scoring.md`'s.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thresholds {
    /// Users' mean from here on may be a strength.
    pub strength: f64,
    /// Users' agreement from here on may be a strength.
    pub strength_agreement: f64,
    /// No other shown group's mean may be below this for a strength.
    pub others_floor: f64,
    /// Users' mean below this is worth talking about.
    pub talk: f64,
    /// Users' agreement at or below this is worth talking about.
    pub talk_agreement: f64,
    /// Means that differ by this much are seen differently.
    pub gap: f64,
    /// A share of *don't know* from here on is itself a finding.
    pub dont_know: f64,
    /// Others' mean from here on, against a low rating, is word and deed.
    pub word_high: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            strength: 0.75,
            strength_agreement: 0.70,
            others_floor: 0.625,
            talk: 0.50,
            talk_agreement: 0.40,
            gap: 0.1875,
            dont_know: 0.25,
            word_high: 0.75,
        }
    }
}

impl Thresholds {
    /// Each by the name that an instrument's file has for it.
    pub(crate) fn by_name(&mut self) -> [(&'static str, &mut f64); 8] {
        [
            ("strength", &mut self.strength),
            ("strength_agreement", &mut self.strength_agreement),
            ("others_floor", &mut self.others_floor),
            ("talk", &mut self.talk),
            ("talk_agreement", &mut self.talk_agreement),
            ("gap", &mut self.gap),
            ("dont_know", &mut self.dont_know),
            ("word_high", &mut self.word_high),
        ]
    }
}

/// Which of a group's indicators a screening asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Only the indicators of the group's short form.
    Short,
    /// Every indicator of the group.
    #[default]
    Long,
}

impl Instrument {
    /// The group with this id.
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The focus point with this id.
    pub fn focus_point(&self, id: &FocusPointId) -> Option<&FocusPoint> {
        self.focus_points.iter().find(|point| point.id == *id)
    }

    /// The indicator with this id, with its focus point.
    pub fn indicator(&self, id: &IndicatorId) -> Option<(&FocusPoint, &Indicator)> {
        self.focus_points
            .iter()
            .find_map(|point| Some((point, point.indicators.iter().find(|i| i.id == *id)?)))
    }

    /// Every indicator in the instrument's order.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.focus_points.iter().flat_map(|point| &point.indicators)
    }

    /// Texts in a language, or in the default one where that is not there.
    pub fn texts(&self, language: &str) -> &Texts {
        static EMPTY: std::sync::LazyLock<Texts> = std::sync::LazyLock::new(Texts::default);
        self.texts.get(language).or_else(|| self.texts.get(self.languages.first()?)).unwrap_or(&EMPTY)
    }

    /// The forms a new screening begins with: short for every group that has a short form.
    pub fn default_forms(&self) -> BTreeMap<GroupId, Form> {
        let short = |group: &Group| self.indicators().any(|indicator| indicator.short.contains(&group.id));
        self.groups.iter().filter(|group| short(group)).map(|group| (group.id.clone(), Form::Short)).collect()
    }

    /// What one group is asked, in that group's order: focus points that hold at least one of its
    /// indicators, each with those indicators.
    pub fn questionnaire(&self, group: &GroupId, form: Form) -> Vec<(&FocusPoint, Vec<&Indicator>)> {
        let order = self.group(group).map(|g| g.order.as_slice()).unwrap_or_default();
        order
            .iter()
            .filter_map(|id| self.focus_point(id))
            .map(|point| (point, point.indicators.iter().filter(|i| i.asks(group, form)).collect::<Vec<_>>()))
            .filter(|(_, indicators)| !indicators.is_empty())
            .collect()
    }
}

impl Indicator {
    /// Whether this group's questionnaire holds it in this form.
    pub fn asks(&self, group: &GroupId, form: Form) -> bool {
        self.groups.contains(group) && (form == Form::Long || self.short.contains(group))
    }
}
