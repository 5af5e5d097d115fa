//! What a hearing is offered: the rules of `scoring.md`, *Signals*, each shown with its numbers.

use crate::id::{FocusPointId, GroupId, IndicatorId};
use serde::{Deserialize, Serialize};

/// The five kinds, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignalKind {
    /// *Står stærkt.*
    Strength,
    /// *Værd at tale om.*
    Talk,
    /// *Set forskelligt.*
    SeenDifferently,
    /// *Det ved vi for lidt om.*
    Unknown,
    /// *Ord og handling.*
    WordAndDeed,
}

/// What a signal is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Subject {
    /// The focus point.
    pub focus_point: FocusPointId,
    /// The indicator, where the signal is on one.
    pub indicator: Option<IndicatorId>,
}

/// A rule that spoke, with what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signal {
    /// Which rule.
    pub kind: SignalKind,
    /// About what.
    pub subject: Subject,
    /// The group that leads: the service users of the rule, or the first side of a gap.
    pub group: GroupId,
    /// The other side of a gap.
    pub other_group: Option<GroupId>,
    /// *Tydelig forskel*: the gap's interval excludes 0.
    pub clear: bool,
    /// A settled rating, in word and deed.
    pub rating: Option<u8>,
    /// How far past its threshold, as a share of the scale or of persons.
    pub excess: f64,
}
