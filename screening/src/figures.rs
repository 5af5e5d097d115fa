//! Which figures may stand in a plot, a report or hearing material.
//!
//! [`crate::disclosure`] decides what a row holds. This adds the one rule about rows side by side: a result that
//! only in-role groups would have does not stand alone (`scoring.md`, *What is protected, and how*).

use crate::id::GroupId;
use crate::instrument::{Disclosure, Instrument};
use crate::picture::{Figure, Kind, Picture, Published, PublishedRow, Row, Shown};

/// What may be said of a group about a code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing<'a> {
    /// A mean with its n.
    Shown(&'a PublishedRow, Figure, u64),
    /// Too few to show a figure.
    Few,
    /// The group is in role and no protected group is shown here: its result is not shown alone.
    Alone,
    /// The group was not asked.
    NotAsked,
}

impl Standing<'_> {
    /// The mean and n, where they stand.
    pub fn mean(self) -> Option<(Figure, u64)> {
        match self {
            Self::Shown(_, mean, n) => Some((mean, n)),
            _ => None,
        }
    }
}

/// What may be said of a group about a code, all units together.
pub fn standing<'a>(
    published: &'a Published,
    instrument: &Instrument,
    kind: Kind,
    code: &str,
    group: &GroupId,
) -> Standing<'a> {
    let Some(row) = published.row(kind, code, group) else {
        return Standing::NotAsked;
    };
    let (true, Some(mean), Some(n)) = (row.shown.is_shown(), row.mean, row.n) else {
        return Standing::Few;
    };
    let company = |other: &GroupId| published.row(kind, code, other).map(|row| row.shown);
    if stands(instrument, group, company) { Standing::Shown(row, mean, n) } else { Standing::Alone }
}

/// Whether any figure of any focus point, indicator or value may stand.
pub fn any(published: &Published, instrument: &Instrument) -> bool {
    published.rows.iter().any(|row| {
        matches!(row.kind, Kind::FocusPoint | Kind::Indicator | Kind::Value)
            && row.unit.is_none()
            && standing(published, instrument, row.kind, &row.code, &row.group).mean().is_some()
    })
}

/// The row of a group that is shown and need not stand alone, in full precision, with its mean.
pub(crate) fn shown_row<'a>(
    picture: &'a Picture,
    instrument: &Instrument,
    kind: Kind,
    code: &str,
    group: &GroupId,
) -> Option<(&'a Row, f64)> {
    let row = picture.row(kind, code, group).filter(|row| row.shown.is_shown())?;
    let company = |other: &GroupId| picture.row(kind, code, other).map(|row| row.shown);
    stands(instrument, group, company).then_some((row, row.mean?))
}

/// Whether a group's figure may stand beside what is `shown` of the other groups: a protected group's always may, an
/// in-role group's only in the company of a protected one.
pub(crate) fn stands(
    instrument: &Instrument,
    group: &GroupId,
    shown: impl Fn(&GroupId) -> Option<Shown>,
) -> bool {
    let protected = |disclosure| disclosure == Disclosure::Protected;
    instrument.group(group).is_some_and(|group| protected(group.disclosure))
        || instrument
            .groups
            .iter()
            .any(|other| protected(other.disclosure) && shown(&other.id).is_some_and(Shown::is_shown))
}
