//! The figures as they may be shown: made once, when closing ends, and stored.
//!
//! A [`Picture`] is what [`crate::disclosure::disclose`] lets through, in full precision; only `pejling score`
//! prints it so. Everything else shows [`Picture::published`], which is rounded by rule 6 of `scoring.md`.

use crate::id::GroupId;
use crate::instrument::{Disclosure, Instrument};
use crate::settings::GroupSize;
use serde::{Deserialize, Serialize};

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A group's questionnaires.
    Group,
    /// One indicator.
    Indicator,
    /// One focus point.
    FocusPoint,
    /// One value.
    Value,
    /// The difference between two groups on an indicator or focus point.
    Gap,
}

/// How much of a row may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// Everything.
    Yes,
    /// n and mean only; of a gap the difference only.
    Mean,
    /// No figure: too few.
    Few,
    /// No figure: it would give another away.
    Derived,
}

impl Shown {
    /// Whether the row has figures at all.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Yes | Self::Mean)
    }
}

/// A 95 % interval, scale points or shares.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// One row of the picture, suppressed where it must be; what is absent does not exist or is not shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What it is about.
    pub kind: Kind,
    /// Id of the indicator, focus point or value; empty for a group.
    pub code: String,
    /// The group; of a gap, the first.
    pub group: GroupId,
    /// The unit; `None`: all units.
    pub unit: Option<String>,
    /// Of a gap, the group that is subtracted.
    pub other_group: Option<GroupId>,
    /// Persons scored (group rows: submitted).
    pub n: Option<u64>,
    /// Mean, or of a gap the difference, scale points.
    pub mean: Option<f64>,
    /// Standard deviation with n - 1.
    pub sd: Option<f64>,
    /// Interval of the mean or difference.
    pub interval: Option<Interval>,
    /// Share that agrees, 0 to 1.
    pub agreement: Option<f64>,
    /// Wilson interval of the agreement.
    pub agreement_interval: Option<Interval>,
    /// How many said *don't know*.
    pub dont_know: Option<u64>,
    /// How many said *not relevant*.
    pub not_applicable: Option<u64>,
    /// How many left it blank.
    pub blank: Option<u64>,
    /// Cronbach's alpha.
    pub alpha: Option<f64>,
    /// An indicator's correlation with the rest of its focus point; pictures made before it have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_rest: Option<f64>,
    /// Persons a step, lowest first (indicator rows that are `Yes`).
    pub distribution: Option<Vec<u64>>,
    /// How much may be shown.
    pub shown: Shown,
}

/// Response numbers of a group, which are not figures about answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupCount {
    /// The group.
    pub group: GroupId,
    /// Questionnaires submitted.
    pub submitted: u64,
    /// Number invited, where known.
    pub invited: Option<u64>,
    /// submitted / invited, where it may be given.
    pub response_rate: Option<f64>,
}

/// The figures as they may be shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// The smallest group shown.
    pub min_group_size: GroupSize,
    /// Numbers per group, in the instrument's order, all units.
    pub groups: Vec<GroupCount>,
    /// Rows in the order of `contract.md`, *Scores as a file*.
    pub rows: Vec<Row>,
    /// The unweighted mean of the groups' means, by code, where every group asked is shown.
    pub equal_voice: Vec<(Kind, String, f64)>,
}

/// A mean or difference as it is published.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Figure {
    /// Rounded to one decimal (an in-role group's too).
    Value(f64),
    /// "over 4,5": too near the end of the scale to give with so few.
    Over(f64),
    /// "under 1,5".
    Under(f64),
}

impl Figure {
    /// Whether it is a number and not a bound.
    pub fn is_value(self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// The number or the bound itself; a bound may have more than one decimal (an eighth of the scale's range).
    pub fn number(self) -> f64 {
        match self {
            Self::Value(number) | Self::Over(number) | Self::Under(number) => number,
        }
    }
}

/// A row as it is published: [`Row`] rounded by rule 6.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishedRow {
    /// What it is about.
    pub kind: Kind,
    /// Id of the indicator, focus point or value; empty for a group.
    pub code: String,
    /// The group; of a gap, the first.
    pub group: GroupId,
    /// The unit; `None`: all units.
    pub unit: Option<String>,
    /// Of a gap, the group that is subtracted.
    pub other_group: Option<GroupId>,
    /// Persons scored.
    pub n: Option<u64>,
    /// Mean or difference.
    pub mean: Option<Figure>,
    /// Standard deviation, one decimal.
    pub sd: Option<f64>,
    /// Interval, one decimal.
    pub interval: Option<Interval>,
    /// Whole per cent, 0 to 100.
    pub agreement: Option<u8>,
    /// Whole per cent.
    pub agreement_interval: Option<(u8, u8)>,
    /// How many said *don't know*.
    pub dont_know: Option<u64>,
    /// How many said *not relevant*.
    pub not_applicable: Option<u64>,
    /// How many left it blank.
    pub blank: Option<u64>,
    /// Cronbach's alpha, two decimals.
    pub alpha: Option<f64>,
    /// An indicator's correlation with the rest of its focus point, two decimals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_rest: Option<f64>,
    /// Persons a step, lowest first.
    pub distribution: Option<Vec<u64>>,
    /// How much may be shown.
    pub shown: Shown,
}

/// The picture as every page, report and export shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// The smallest group shown.
    pub min_group_size: GroupSize,
    /// Numbers per group.
    pub groups: Vec<GroupCount>,
    /// Rows in the picture's order.
    pub rows: Vec<PublishedRow>,
    /// Equal-voice means, one decimal.
    pub equal_voice: Vec<(Kind, String, f64)>,
}

impl Picture {
    /// Whether any protected group has a figure that is shown. Where none has, the report and the hearings work
    /// without figures: a result that only the in-role group would have is not shown alone.
    pub fn shows_protected(&self, instrument: &Instrument) -> bool {
        let protected = |id: &GroupId| {
            instrument.group(id).is_some_and(|group| group.disclosure == Disclosure::Protected)
        };
        self.rows.iter().any(|row| {
            !matches!(row.kind, Kind::Group | Kind::Gap) && row.shown.is_shown() && protected(&row.group)
        })
    }

    /// The all-units row of a group on a code.
    pub fn row(&self, kind: Kind, code: &str, group: &GroupId) -> Option<&Row> {
        self.rows.iter().find(|r| r.kind == kind && r.code == code && r.group == *group && r.unit.is_none())
    }

    /// The gap between two groups on a code, in either order.
    pub fn gap(&self, code: &str, one: &GroupId, other: &GroupId) -> Option<&Row> {
        self.rows.iter().find(|r| {
            r.kind == Kind::Gap
                && r.code == code
                && matches!(&r.other_group, Some(o) if (r.group == *one && o == other) || (r.group == *other && o == one))
        })
    }
}

impl Published {
    /// The all-units row of a group on a code.
    pub fn row(&self, kind: Kind, code: &str, group: &GroupId) -> Option<&PublishedRow> {
        self.rows.iter().find(|r| r.kind == kind && r.code == code && r.group == *group && r.unit.is_none())
    }
}
