//! Change since an earlier screening: a group's later figures minus its own earlier ones.
//!
//! A change is a gap between two rounds, treated as independent (`scoring.md`, *From a person to a group*): the same
//! formula, the same rule for what may be shown and the same rounding as between two groups. It is made of two
//! pictures, so it never holds more than they do. What was asked is read from the pictures too: a group has a row for
//! all that its questionnaire held, in whichever form it answered.

mod earlier;
mod trend;
mod two_rounds;

pub use earlier::{Earlier, Moved};
pub use trend::{Step, Stop, Trend, trends};
pub use two_rounds::TwoRounds;

use crate::disclosure::{rounding, shown_between};
use crate::figures::stands;
use crate::id::{GroupId, IndicatorId};
use crate::instrument::Instrument;
use crate::picture::{Figure, Interval, Kind, Picture, Row, Shown};
use crate::scoring::{Summary, formulas};
use std::collections::BTreeMap;

/// A closed screening of an organisation.
#[derive(Clone, Copy, Debug)]
pub struct Round<'a> {
    /// Its picture.
    pub picture: &'a Picture,
    /// Its own copy of the instrument.
    pub instrument: &'a Instrument,
}

/// How a group's mean has moved on an indicator or focus point.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Indicator or focus point.
    pub kind: Kind,
    /// Its id.
    pub code: String,
    /// The group.
    pub group: GroupId,
    /// Later minus earlier, scale points.
    pub difference: Option<f64>,
    /// Welch's 95 % interval.
    pub interval: Option<Interval>,
    /// `Yes`, `Mean` (the difference only) or `Few`.
    pub shown: Shown,
}

/// A [`Change`] as every page, report and export shows it: rounded by rule 6 of `scoring.md`.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedChange {
    /// Indicator or focus point.
    pub kind: Kind,
    /// Its id.
    pub code: String,
    /// The group.
    pub group: GroupId,
    /// Later minus earlier, scale points: one decimal, or from a bound where a side is only that.
    pub difference: Option<Figure>,
    /// Welch's 95 % interval, one decimal.
    pub interval: Option<Interval>,
    /// `Yes`, `Mean` (the difference only) or `Few`.
    pub shown: Shown,
    /// Whether it may stand in a plot, a report or hearing material: an in-role group's change stands only where a
    /// protected group's change on the same code is shown.
    pub stands: bool,
}

/// Why a group's figures on a code can't be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The rounds used different instruments, whose ids mean different things.
    OtherInstrument,
    /// The answer scales have different ends.
    OtherScale,
    /// The group was not asked the first time.
    New,
    /// The group was not asked the last time.
    Gone,
    /// The statement has changed its meaning.
    Wording,
    /// Of a focus point: the group was not asked the same statements about it.
    Statements,
}

/// Something that a group was asked in one round or both, and that can't be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotComparable {
    /// Indicator or focus point.
    pub kind: Kind,
    /// Its id.
    pub code: String,
    /// The group.
    pub group: GroupId,
    /// Why.
    pub reason: Reason,
}

/// Two rounds side by side. Both lists are by code (indicators, then focus points) and group, in the later
/// instrument's order; then what only the earlier one has.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    earlier: Round<'a>,
    later: Round<'a>,
    /// What can be compared, in full precision.
    pub changes: Vec<Change>,
    /// What can't.
    pub not_comparable: Vec<NotComparable>,
}

/// Compares a screening with an earlier one.
pub fn compare<'a>(earlier: Round<'a>, later: Round<'a>) -> Comparison<'a> {
    let mut found = Comparison { earlier, later, changes: Vec::new(), not_comparable: Vec::new() };
    let groups = |round: Round<'a>| round.instrument.groups.iter().map(|group| group.id.as_str());
    let groups = united(groups(later), groups(earlier));
    let indicators = |round: Round<'a>| round.instrument.indicators().map(|indicator| indicator.id.as_str());
    let points = |round: Round<'a>| round.instrument.focus_points.iter().map(|point| point.id.as_str());
    let codes = united(indicators(later), indicators(earlier)).into_iter().map(|id| (Kind::Indicator, id));
    let points = united(points(later), points(earlier)).into_iter().map(|id| (Kind::FocusPoint, id));
    for (kind, code) in codes.chain(points) {
        for group in &groups {
            found.add(kind, code, &GroupId::from(*group));
        }
    }
    found
}

/// The later ones in their order, then those that only the earlier ones have.
fn united<'a>(later: impl Iterator<Item = &'a str>, earlier: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut all: Vec<&str> = later.collect();
    for id in earlier {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

impl<'a> Round<'a> {
    fn row(self, kind: Kind, code: &str, group: &GroupId) -> Option<&'a Row> {
        self.picture.row(kind, code, group)
    }

    /// The wording numbers of what the group was asked about a focus point.
    pub(crate) fn statements(self, point: &str, group: &GroupId) -> BTreeMap<&'a IndicatorId, u32> {
        let indicators = self.instrument.focus_points.iter().filter(|own| own.id.as_str() == point);
        indicators
            .flat_map(|point| &point.indicators)
            .filter(|indicator| self.row(Kind::Indicator, indicator.id.as_str(), group).is_some())
            .map(|indicator| (&indicator.id, indicator.wording))
            .collect()
    }

    fn wording(self, id: &str) -> Option<u32> {
        self.instrument.indicator(&id.into()).map(|(_, indicator)| indicator.wording)
    }

    fn figure(self, kind: Kind, code: &str, group: &GroupId) -> Option<Figure> {
        self.picture.figure(self.row(kind, code, group)?, self.instrument)
    }
}

/// What the formulas need of a row.
fn summary(row: &Row) -> Summary {
    Summary { n: row.n.unwrap_or(0), mean: row.mean, sd: row.sd, interval: row.interval }
}

impl Comparison<'_> {
    /// Adds what there is to say of a group and a code, if it was asked at all.
    fn add(&mut self, kind: Kind, code: &str, group: &GroupId) {
        let (earlier, later) = (self.earlier.row(kind, code, group), self.later.row(kind, code, group));
        if earlier.is_none() && later.is_none() {
            return;
        }
        let reason = self.reason(kind, code, group);
        let (code, group) = (code.to_owned(), group.clone());
        match (reason, earlier.zip(later)) {
            (None, Some((earlier, later))) => {
                let shown = shown_between(later.shown, earlier.shown);
                let (difference, interval) = formulas::gap(&summary(later), &summary(earlier));
                let difference = difference.filter(|_| shown.is_shown());
                let interval = interval.filter(|_| shown == Shown::Yes);
                self.changes.push(Change { kind, code, group, difference, interval, shown });
            }
            (reason, _) => {
                self.not_comparable.extend(reason.map(|reason| NotComparable { kind, code, group, reason }));
            }
        }
    }

    /// Why a group's figures on a code can't be compared; `None` where they can.
    fn reason(&self, kind: Kind, code: &str, group: &GroupId) -> Option<Reason> {
        let (earlier, later) = (self.earlier, self.later);
        let (before, now) = (earlier.instrument, later.instrument);
        let same_statements = || match kind {
            Kind::FocusPoint => earlier.statements(code, group) == later.statements(code, group),
            _ => earlier.wording(code) == later.wording(code),
        };
        if before.id != now.id {
            Some(Reason::OtherInstrument)
        } else if (before.scale.min, before.scale.max) != (now.scale.min, now.scale.max) {
            Some(Reason::OtherScale)
        } else if earlier.row(kind, code, group).is_none() {
            Some(Reason::New)
        } else if later.row(kind, code, group).is_none() {
            Some(Reason::Gone)
        } else if same_statements() {
            None
        } else {
            Some(if kind == Kind::FocusPoint { Reason::Statements } else { Reason::Wording })
        }
    }

    /// The changes as every page, report and export shows them.
    pub fn published(&self) -> Vec<PublishedChange> {
        self.changes.iter().map(|change| self.published_change(change)).collect()
    }

    fn published_change(&self, change: &Change) -> PublishedChange {
        let Change { kind, code, group, .. } = change;
        let side = |round: Round<'_>| round.figure(*kind, code, group);
        let difference = change.difference.zip(side(self.later)).zip(side(self.earlier));
        let company = |other: &GroupId| {
            let same = |one: &&Change| one.kind == *kind && one.code == *code && one.group == *other;
            self.changes.iter().find(same).map(|change| change.shown)
        };
        PublishedChange {
            kind: *kind,
            code: code.clone(),
            group: group.clone(),
            difference: difference
                .and_then(|((difference, later), earlier)| rounding::gap(difference, later, earlier)),
            interval: change.interval.map(rounding::interval),
            shown: change.shown,
            stands: [self.earlier, self.later].iter().all(|round| stands(round.instrument, group, company)),
        }
    }
}
