//! Several rounds in a row: a group's figures from round to round, and what may be said of each step.
//!
//! Each figure is what its own round publishes, and each step is [`compare`] of two rounds that follow each other, so a
//! trend holds nothing that its rounds and their comparisons don't. Rounds hold different people: a trend is of the
//! place.

use super::{Moved, PublishedChange, Reason, Round, compare};
use crate::figures::{Standing, standing};
use crate::id::GroupId;
use crate::picture::{Figure, Interval, Kind, Published};

/// What may be shown of one round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stop {
    /// A mean with its n, and the interval where it is given.
    Shown {
        /// As published.
        mean: Figure,
        /// Persons scored.
        n: u64,
        /// 95 %, one decimal.
        interval: Option<Interval>,
    },
    /// Too few to show a figure.
    Few,
    /// The group is in role and no protected group is shown here.
    Alone,
    /// The group was not asked.
    NotAsked,
    /// Another instrument or another scale than the newest round's: its figures mean something else.
    Other,
}

/// What may be said since the round before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// There is no round before, or neither asked.
    None,
    /// Both asked the same.
    Moved(Moved),
    /// They did not.
    NotComparable(Reason),
}

/// A group on an indicator or focus point, oldest round first.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Indicator or focus point.
    pub kind: Kind,
    /// Its id.
    pub code: String,
    /// The group.
    pub group: GroupId,
    /// What each round shows, with what may be said since the one before.
    pub stops: Vec<(Stop, Step)>,
}

impl Trend {
    /// Whether there is anything to draw: two rounds or more with a figure.
    pub fn is_drawn(&self) -> bool {
        self.stops.iter().filter(|(stop, _)| matches!(stop, Stop::Shown { .. })).count() > 1
    }

    /// Whether a line may join a round to the one before it: both are shown, and they asked the same.
    pub fn joined(&self, place: usize) -> bool {
        let told = matches!(
            self.stops.get(place),
            Some((Stop::Shown { .. }, Step::Moved(Moved::Higher | Moved::Lower | Moved::Unsure)))
        );
        let before = place.checked_sub(1).and_then(|before| self.stops.get(before));
        told && matches!(before, Some((Stop::Shown { .. }, _)))
    }
}

/// The trends of everything that the newest of these rounds asks about, oldest round first: focus points, then
/// indicators, each by group, in the newest instrument's order.
pub fn trends(rounds: &[Round<'_>]) -> Vec<Trend> {
    let Some(newest) = rounds.last() else { return Vec::new() };
    let published: Vec<Published> =
        rounds.iter().map(|round| round.picture.published(round.instrument)).collect();
    let steps: Vec<Steps> = rounds.windows(2).map(|pair| Steps::between(pair[0], pair[1])).collect();
    let points = newest.instrument.focus_points.iter().map(|point| (Kind::FocusPoint, point.id.as_str()));
    let indicators = newest.instrument.indicators().map(|one| (Kind::Indicator, one.id.as_str()));
    let mut found = Vec::new();
    for (kind, code) in points.chain(indicators) {
        for group in &newest.instrument.groups {
            let stop = |place: usize| stop(rounds[place], *newest, &published[place], kind, code, &group.id);
            let step = |place: usize| {
                let before = place.checked_sub(1).and_then(|before| steps.get(before));
                before.map_or(Step::None, |steps| steps.of(kind, code, &group.id))
            };
            let stops: Vec<(Stop, Step)> =
                (0..rounds.len()).map(|place| (stop(place), step(place))).collect();
            if stops.iter().any(|(stop, _)| !matches!(stop, Stop::NotAsked | Stop::Other)) {
                found.push(Trend { kind, code: code.to_owned(), group: group.id.clone(), stops });
            }
        }
    }
    found
}

fn stop(
    round: Round<'_>,
    newest: Round<'_>,
    published: &Published,
    kind: Kind,
    code: &str,
    group: &GroupId,
) -> Stop {
    let measure = |round: Round<'_>| {
        let scale = round.instrument.scale;
        (round.instrument.id.clone(), scale.min, scale.max)
    };
    if measure(round) != measure(newest) {
        return Stop::Other;
    }
    match standing(published, round.instrument, kind, code, group) {
        Standing::Shown(row, mean, n) => Stop::Shown { mean, n, interval: row.interval },
        Standing::Few => Stop::Few,
        Standing::Alone => Stop::Alone,
        Standing::NotAsked => Stop::NotAsked,
    }
}

/// What can be said of one round since the one before it.
struct Steps {
    changes: Vec<PublishedChange>,
    not_comparable: Vec<super::NotComparable>,
}

impl Steps {
    fn between(earlier: Round<'_>, later: Round<'_>) -> Self {
        let found = compare(earlier, later);
        Self { changes: found.published(), not_comparable: found.not_comparable }
    }

    fn of(&self, kind: Kind, code: &str, group: &GroupId) -> Step {
        let change = |one: &&PublishedChange| one.kind == kind && one.code == code && one.group == *group;
        if let Some(change) = self.changes.iter().find(change) {
            return Step::Moved(change.moved());
        }
        let own = self.not_comparable.iter();
        let mut own = own.filter(|one| one.kind == kind && one.code == code && one.group == *group);
        own.next().map_or(Step::None, |one| Step::NotComparable(one.reason))
    }
}
