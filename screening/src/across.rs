//! Figures across a municipality: what several places' groups answered, taken together.
//!
//! A figure is the unweighted mean of what each place's own report shows of a group, so nobody can learn more of a
//! person from it than from the reports. What is protected here is the place, from whoever sees the figures of all:
//! behind each figure stand [`LEAST_PLACES`] or more, and each screening is counted in one [`tally`] alone
//! ([`to_count`]), so that no two figures can be subtracted. Why so, and why there is no spread:
//! `docs/decisions/0012-across-in-tallies.md`.

use crate::comparison::Round;
use crate::figures::{Standing, standing};
use crate::id::{FocusPointId, GroupId, IndicatorId};
use crate::instrument::{Disclosure, Instrument};
use crate::picture::{Figure, Kind, Published};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The smallest number of places behind a figure.
pub const LEAST_PLACES: usize = 5;

/// What is told of a group on a focus point.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// The mean of so many places' means, scale points.
    Mean {
        /// One decimal; from a bound where one place's mean is only that.
        mean: Figure,
        /// How many places.
        places: usize,
    },
    /// Fewer than [`LEAST_PLACES`] were asked the same and have a figure.
    Few,
    /// Some places' means are only *over* and others' only *under*: together they bound nothing.
    Unbound,
    /// The group is in role, and no protected group has a figure here.
    Alone,
    /// No place asked the group.
    NotAsked,
}

/// A row of a tally.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcrossRow {
    /// The focus point.
    pub point: FocusPointId,
    /// The group.
    pub group: GroupId,
    /// What is told.
    pub told: Told,
}

/// The figures of several places, made once, of one screening each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// How many places are counted.
    pub places: usize,
    /// Every focus point and group, in the instrument's order.
    pub rows: Vec<AcrossRow>,
}

impl Tally {
    /// Whether there is a figure in it at all.
    pub fn tells(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.told, Told::Mean { .. }))
    }

    /// What is told of a group on a focus point.
    pub fn told(&self, point: &FocusPointId, group: &GroupId) -> Told {
        let own = self.rows.iter().find(|row| row.point == *point && row.group == *group);
        own.map_or(Told::NotAsked, |row| row.told)
    }
}

/// A closed screening whose report is released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its organisation's.
    pub organisation: &'a str,
    /// Its instrument's.
    pub instrument: &'a str,
    /// Whether somebody of the organisation said yes.
    pub leave: bool,
    /// Whether it was counted before.
    pub counted: bool,
}

/// What a tally of an instrument would be made of, from the candidates, newest first: the newest of each organisation,
/// where it said yes and was never counted.
pub fn to_count<'a>(newest_first: &[Candidate<'a>], instrument: &str) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    newest_first
        .iter()
        .filter(|one| one.instrument == instrument && seen.insert(one.organisation))
        .filter(|one| one.leave && !one.counted)
        .map(|one| one.id)
        .collect()
}

/// What makes figures of a group on a focus point the same measure: the scale's ends, how the group is told of, and
/// the wording number of every statement it was asked.
type Asked<'a> = (u8, u8, bool, BTreeMap<&'a IndicatorId, u32>);

/// Counts these places, one screening each. `instrument` gives the order of rows.
pub fn tally(places: &[Round<'_>], instrument: &Instrument) -> Tally {
    let published: Vec<Published> =
        places.iter().map(|place| place.picture.published(place.instrument)).collect();
    let mut rows = Vec::new();
    for point in &instrument.focus_points {
        let told = |group: &GroupId| told(places, &published, &point.id, group);
        let groups = || instrument.groups.iter();
        let company = groups()
            .filter(|group| group.disclosure == Disclosure::Protected)
            .any(|group| matches!(told(&group.id), Told::Mean { .. }));
        rows.extend(groups().map(|group| {
            let own = match told(&group.id) {
                Told::Mean { .. } if group.disclosure == Disclosure::InRole && !company => Told::Alone,
                own => own,
            };
            AcrossRow { point: point.id.clone(), group: group.id.clone(), told: own }
        }));
    }
    Tally { places: places.len(), rows }
}

fn told(places: &[Round<'_>], published: &[Published], point: &FocusPointId, group: &GroupId) -> Told {
    let mut alike: BTreeMap<Asked<'_>, Vec<Figure>> = BTreeMap::new();
    let mut asked = false;
    for (place, published) in places.iter().zip(published) {
        let standing = standing(published, place.instrument, Kind::FocusPoint, point.as_str(), group);
        asked |= standing != Standing::NotAsked;
        if let Some((mean, _)) = standing.mean() {
            alike.entry(measure(*place, point, group)).or_default().push(mean);
        }
    }
    // The most places that were asked the same; the last of several as large, whatever order they came in.
    let most = alike.into_values().max_by_key(Vec::len).filter(|means| means.len() >= LEAST_PLACES);
    match most {
        Some(means) => mean(&means).map_or(Told::Unbound, |mean| Told::Mean { mean, places: means.len() }),
        None if asked => Told::Few,
        None => Told::NotAsked,
    }
}

fn measure<'a>(place: Round<'a>, point: &FocusPointId, group: &GroupId) -> Asked<'a> {
    let scale = place.instrument.scale;
    let known = place.instrument.group(group);
    let in_role = known.is_some_and(|group| group.disclosure == Disclosure::InRole);
    (scale.min, scale.max, in_role, place.statements(point.as_str(), group))
}

/// The unweighted mean of published figures, one decimal. A bound counts as itself, and then the mean is a bound too,
/// rounded so that it holds; `None` where bounds point both ways.
fn mean(figures: &[Figure]) -> Option<Figure> {
    let sum: f64 = figures.iter().map(|figure| figure.number()).sum();
    // A tenth, but for the noise of binary fractions.
    let tenths = sum / figures.len() as f64 * 10.0;
    let over = figures.iter().any(|figure| matches!(figure, Figure::Over(_)));
    let under = figures.iter().any(|figure| matches!(figure, Figure::Under(_)));
    match (over, under) {
        (true, true) => None,
        (true, false) => Some(Figure::Over((tenths + 1e-9).floor() / 10.0)),
        (false, true) => Some(Figure::Under((tenths - 1e-9).ceil() / 10.0)),
        (false, false) => Some(Figure::Value((tenths + 1e-9).round() / 10.0)),
    }
}
