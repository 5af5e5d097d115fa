//! From persons to groups: the exact formulas of `scoring.md`, nothing hidden yet.
//!
//! A [`Scorer`] takes one response at a time and keeps whole-number sums only, so its memory does not grow
//! with the number of responses and the order they come in can't change a figure. [`Scorer::finish`] turns the
//! sums into [`Scores`]. Nothing here may be shown to anyone before [`crate::disclosure::disclose`].
//!
//! [`formulas`] holds the statistics, `tally` the sums, `group` what is gathered of a group, `student` the quantile of Student's t.

pub mod formulas;
mod group;
mod scorer;
mod student;
mod tally;

pub use scorer::Scorer;

use crate::id::{FocusPointId, GroupId, IndicatorId, ValueId};
use crate::picture::{Interval, Kind};
use std::collections::BTreeMap;

/// How many, their mean and how far they spread, scale points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// Persons scored.
    pub n: u64,
    /// Their mean; `None` where n is 0.
    pub mean: Option<f64>,
    /// Standard deviation with n - 1; `None` where n is under 2.
    pub sd: Option<f64>,
    /// 95 % t interval of the mean; `None` where n is under 2. Not cut at the scale's ends.
    pub interval: Option<Interval>,
}

/// An indicator as one group sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorScore {
    /// The indicator.
    pub id: IndicatorId,
    /// Over the persons who scored it.
    pub summary: Summary,
    /// Share of the scored answers at or above `agree_from`, 0 to 1.
    pub agreement: Option<f64>,
    /// Its Wilson 95 % interval.
    pub agreement_interval: Option<Interval>,
    /// Persons a step, lowest first, reversed where the group's wording is.
    pub distribution: Vec<u64>,
    /// How many said *don't know*.
    pub dont_know: u64,
    /// How many said *not relevant*.
    pub not_applicable: u64,
    /// How many left it blank.
    pub blank: u64,
    /// Its correlation with the sum of the other items of its focus point, -1 to 1, over 30 complete persons or more.
    pub item_rest: Option<f64>,
}

/// A focus point as one group sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct FocusPointScore {
    /// The focus point.
    pub id: FocusPointId,
    /// Over the persons' focus-point scores.
    pub summary: Summary,
    /// Cronbach's alpha.
    pub alpha: Option<f64>,
    /// n and mean by unit, for each unit with a response of the group; empty for an in-role group.
    pub units: BTreeMap<String, UnitMean>,
}

/// What is kept of a focus point in one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct UnitMean {
    /// Persons scored.
    pub n: u64,
    /// Their mean, scale points.
    pub mean: Option<f64>,
}

/// A value as one group sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueScore {
    /// The value.
    pub id: ValueId,
    /// Over the persons' value scores.
    pub summary: Summary,
}

/// Everything about one group; what it is not asked is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupScores {
    /// The group.
    pub group: GroupId,
    /// Questionnaires submitted.
    pub submitted: u64,
    /// Number invited, where known.
    pub invited: Option<u64>,
    /// Questionnaires submitted by unit; empty for an in-role group.
    pub units: BTreeMap<String, u64>,
    /// In the instrument's order.
    pub indicators: Vec<IndicatorScore>,
    /// In the instrument's order.
    pub focus_points: Vec<FocusPointScore>,
    /// In the instrument's order.
    pub values: Vec<ValueScore>,
}

/// The difference between two groups: `group` minus `other_group`.
#[derive(Clone, Debug, PartialEq)]
pub struct GapScore {
    /// Indicator or focus point.
    pub of: Kind,
    /// Its id.
    pub code: String,
    /// The group.
    pub group: GroupId,
    /// The group that is subtracted.
    pub other_group: GroupId,
    /// Difference of the means, scale points; `None` where one has none.
    pub difference: Option<f64>,
    /// Welch's 95 % interval.
    pub interval: Option<Interval>,
}

/// Every figure of a screening, in the instrument's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// The groups that are asked something.
    pub groups: Vec<GroupScores>,
    /// By code (indicators, then focus points), group and other group.
    pub gaps: Vec<GapScore>,
}
