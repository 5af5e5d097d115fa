//! An earlier screening beside a later one, as pages and reports show it: what may be said of each change.

use super::{Comparison, NotComparable, PublishedChange, Round, compare};
use crate::instrument::Instrument;
use crate::picture::{Figure, Kind, Published, Shown};
use crate::plan::Goal;

/// What may be said of how a group's answers have moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// Higher than the last time: the interval as published is above 0.
    Higher,
    /// Lower than the last time: it is below 0.
    Lower,
    /// Nobody can say: the interval holds 0, or there is none.
    Unsure,
    /// Too few in one of the rounds.
    Few,
    /// The group is in role, and no protected group's change is shown here.
    Alone,
}

impl PublishedChange {
    /// What may be said of it. It goes by the interval as it is published, so that a reader sees what it rests on.
    pub fn moved(&self) -> Moved {
        match self.interval {
            _ if !self.stands => Moved::Alone,
            _ if !self.shown.is_shown() => Moved::Few,
            Some(interval) if self.shown == Shown::Yes && interval.low > 0.0 => Moved::Higher,
            Some(interval) if self.shown == Shown::Yes && interval.high < 0.0 => Moved::Lower,
            _ => Moved::Unsure,
        }
    }
}

/// The earlier screening, and what has changed since. It holds published figures and nothing else.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// Which it was, e.g. *Efterår 2025*.
    pub name: String,
    /// Its own instrument.
    pub instrument: Instrument,
    /// Its figures.
    pub published: Published,
    /// What can be compared, in the order of [`Comparison`].
    pub changes: Vec<PublishedChange>,
    /// What can't.
    pub not_comparable: Vec<NotComparable>,
    /// The goals of its development plan, in their order.
    pub goals: Vec<Goal>,
}

impl Earlier {
    /// What a later screening is read beside.
    pub fn new(name: &str, earlier: Round<'_>, later: Round<'_>) -> Self {
        let found: Comparison<'_> = compare(earlier, later);
        Self {
            name: name.to_owned(),
            instrument: earlier.instrument.clone(),
            published: earlier.picture.published(earlier.instrument),
            changes: found.published(),
            not_comparable: found.not_comparable,
            goals: Vec::new(),
        }
    }

    /// The same with the goals that its plan had.
    pub fn with_goals(self, goals: Vec<Goal>) -> Self {
        Self { goals, ..self }
    }

    /// The means of a change with the persons behind each, then and now; `None` where the change can't be shown.
    pub fn sides(&self, later: &Published, change: &PublishedChange) -> Option<[(Figure, u64); 2]> {
        if matches!(change.moved(), Moved::Few | Moved::Alone) {
            return None;
        }
        let side = |published: &Published| {
            let row = published.row(change.kind, &change.code, &change.group)?;
            row.mean.zip(row.n)
        };
        Some([side(&self.published)?, side(later)?])
    }

    /// Whether a change is told in the report: focus points are, and an indicator only where the group's figures on
    /// its focus point can't be compared. The more is compared, the more differs by chance.
    pub fn leads(&self, change: &PublishedChange) -> bool {
        if change.kind != Kind::Indicator {
            return true;
        }
        let point =
            self.instrument.indicator(&change.code.as_str().into()).map(|(point, _)| point.id.as_str());
        let same = |one: &PublishedChange| {
            one.kind == Kind::FocusPoint && one.group == change.group && Some(one.code.as_str()) == point
        };
        !self.changes.iter().any(same)
    }
}
