//! What is gathered of one group: whole-number sums by item, focus point, value and unit.

use super::formulas::wilson;
use super::tally::{AlphaTally, MeanTally};
use super::{FocusPointScore, GroupScores, IndicatorScore, UnitMean, ValueScore};
use crate::answers::Answer;
use crate::id::{GroupId, IndicatorId};
use crate::instrument::{Disclosure, Form, Group, Indicator, Instrument, Scale};
use std::collections::BTreeMap;

/// An item of a group's questionnaire, with its answers so far.
#[derive(Clone, Debug)]
struct Item {
    /// Place of its indicator in the instrument.
    indicator: usize,
    reverse: bool,
    /// Persons a step, lowest first.
    distribution: Vec<u64>,
    dont_know: u64,
    not_applicable: u64,
}

/// A focus point or a value in a group's questionnaire: the places of its items, and the persons' scores.
#[derive(Clone, Debug)]
struct Cluster {
    code: String,
    items: Vec<usize>,
    means: MeanTally,
    /// `None` for a value.
    alpha: Option<AlphaTally>,
}

/// What a person's answer to an item adds to a sum, and to how many are scored: nothing to either where it is not
/// scored. Kept so, a sum is made without asking at each item, which a processor can't foresee.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scored {
    score: u8,
    one: u8,
}

/// Everything gathered about one group.
#[derive(Clone, Debug)]
pub(super) struct GroupTally {
    pub(super) id: GroupId,
    by_unit: bool,
    submitted: u64,
    items: Vec<Item>,
    focus_points: Vec<Cluster>,
    values: Vec<Cluster>,
    units: BTreeMap<String, UnitTally>,
}

#[derive(Clone, Debug)]
struct UnitTally {
    submitted: u64,
    focus_points: Vec<MeanTally>,
}

impl Cluster {
    fn new(code: &str, items: Vec<usize>, with_alpha: bool) -> Self {
        let alpha = with_alpha.then(|| AlphaTally::new(items.len()));
        Self { code: code.to_owned(), means: MeanTally::new(items.len()), alpha, items }
    }

    /// Adds a person's score: the mean of the scored items, if at least half of the items are scored. Gives
    /// how many were scored, and their sum, where it counts.
    fn add(&mut self, scores: &[Scored]) -> Option<(usize, u64)> {
        let (mut scored, mut sum) = (0, 0);
        for place in &self.items {
            scored += usize::from(scores[*place].one);
            sum += u64::from(scores[*place].score);
        }
        if 2 * scored < self.items.len() {
            return None;
        }
        if let Some(alpha) = self.alpha.as_mut().filter(|_| scored == self.items.len()) {
            alpha.add(sum, self.items.iter().map(|place| scores[*place].score));
        }
        self.means.add(scored, sum);
        Some((scored, sum))
    }

    fn merge(&mut self, other: &Self) {
        self.means.merge(&other.means);
        if let (Some(one), Some(other)) = (&mut self.alpha, &other.alpha) {
            one.merge(other);
        }
    }
}

impl GroupTally {
    /// For a group that answers this form.
    pub(super) fn new(instrument: &Instrument, group: &Group, form: Form) -> Self {
        let asked: Vec<(usize, &Indicator)> = instrument
            .indicators()
            .enumerate()
            .filter(|(_, indicator)| indicator.asks(&group.id, form))
            .collect();
        let places = |holds: &dyn Fn(&Indicator) -> bool| -> Vec<usize> {
            (0..asked.len()).filter(|place| holds(asked[*place].1)).collect()
        };
        let focus_points = instrument.focus_points.iter().map(|point| {
            let own = places(&|indicator| point.indicators.iter().any(|own| own.id == indicator.id));
            Cluster::new(point.id.as_str(), own, true)
        });
        let values = instrument.values.iter().map(|value| {
            let own = places(&|indicator| indicator.value.as_ref() == Some(&value.id));
            Cluster::new(value.id.as_str(), own, false)
        });
        let item = |(indicator, asked): &(usize, &Indicator)| Item {
            indicator: *indicator,
            reverse: asked.reverse.contains(&group.id),
            distribution: vec![0; instrument.scale.steps()],
            dont_know: 0,
            not_applicable: 0,
        };
        Self {
            id: group.id.clone(),
            by_unit: group.disclosure == Disclosure::Protected,
            submitted: 0,
            items: asked.iter().map(item).collect(),
            focus_points: focus_points.filter(|point| !point.items.is_empty()).collect(),
            values: values.filter(|value| !value.items.is_empty()).collect(),
            units: BTreeMap::new(),
        }
    }

    /// Whether the group is asked anything at all.
    pub(super) fn is_asked(&self) -> bool {
        !self.items.is_empty()
    }

    /// Adds a person: one answer an indicator, in the instrument's order. `scores` is scratch.
    pub(super) fn add(
        &mut self,
        scale: Scale,
        unit: Option<&str>,
        answers: &[Answer],
        scores: &mut Vec<Scored>,
    ) {
        self.submitted += 1;
        scores.clear();
        scores.extend(
            self.items
                .iter_mut()
                .map(|item| item.add(scale, answers.get(item.indicator).copied().unwrap_or_default())),
        );
        let mut unit = unit.filter(|_| self.by_unit).and_then(|unit| {
            if !self.units.contains_key(unit) {
                let means = self.focus_points.iter().map(|point| MeanTally::new(point.items.len()));
                let tally = UnitTally { submitted: 0, focus_points: means.collect() };
                self.units.insert(unit.to_owned(), tally);
            }
            self.units.get_mut(unit)
        });
        if let Some(unit) = &mut unit {
            unit.submitted += 1;
        }
        for (place, point) in self.focus_points.iter_mut().enumerate() {
            let person = point.add(scores);
            if let (Some((scored, sum)), Some(unit)) = (person, &mut unit) {
                unit.focus_points[place].add(scored, sum);
            }
        }
        for value in &mut self.values {
            value.add(scores);
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.submitted += other.submitted;
        for (one, other) in self.items.iter_mut().zip(&other.items) {
            one.dont_know += other.dont_know;
            one.not_applicable += other.not_applicable;
            for (one, other) in one.distribution.iter_mut().zip(&other.distribution) {
                *one += other;
            }
        }
        let clusters = self.focus_points.iter_mut().zip(&other.focus_points);
        for (one, other) in clusters.chain(self.values.iter_mut().zip(&other.values)) {
            one.merge(other);
        }
        for (unit, other) in other.units {
            match self.units.get_mut(&unit) {
                None => {
                    self.units.insert(unit, other);
                }
                Some(one) => {
                    one.submitted += other.submitted;
                    for (one, other) in one.focus_points.iter_mut().zip(&other.focus_points) {
                        one.merge(other);
                    }
                }
            }
        }
    }

    /// An item beside the others of its focus point.
    fn item_rest(&self, item: usize) -> Option<f64> {
        let of_point = |point: &Cluster| point.items.iter().position(|place| *place == item);
        let (point, place) = self.focus_points.iter().find_map(|point| Some((point, of_point(point)?)))?;
        point.alpha.as_ref()?.item_rest(place)
    }

    /// The figures of the group.
    pub(super) fn scores(
        &self,
        scale: Scale,
        indicators: &[IndicatorId],
        invited: Option<u64>,
    ) -> GroupScores {
        let unit_mean = |tally: &MeanTally| {
            let moments = tally.moments();
            UnitMean { n: moments.n, mean: moments.mean }
        };
        let focus_points = self.focus_points.iter().enumerate().map(|(place, point)| FocusPointScore {
            id: point.code.as_str().into(),
            summary: point.means.moments().summary(invited),
            alpha: point.alpha.as_ref().and_then(AlphaTally::alpha),
            units: self
                .units
                .iter()
                .map(|(unit, tally)| (unit.clone(), unit_mean(&tally.focus_points[place])))
                .collect(),
        });
        GroupScores {
            group: self.id.clone(),
            submitted: self.submitted,
            invited,
            units: self.units.iter().map(|(unit, tally)| (unit.clone(), tally.submitted)).collect(),
            indicators: self
                .items
                .iter()
                .enumerate()
                .map(|(place, item)| IndicatorScore {
                    item_rest: self.item_rest(place),
                    ..item.score(scale, indicators[item.indicator].clone(), self.submitted, invited)
                })
                .collect(),
            focus_points: focus_points.collect(),
            values: self
                .values
                .iter()
                .map(|value| ValueScore {
                    id: value.code.as_str().into(),
                    summary: value.means.moments().summary(invited),
                })
                .collect(),
        }
    }
}

impl Item {
    /// Counts an answer; gives the score, reversed where the wording is.
    fn add(&mut self, scale: Scale, answer: Answer) -> Scored {
        match answer {
            Answer::Step(step) if scale.contains(step) => {
                // Steps are counted from the lowest: reversed, the lowest is the highest.
                let above = if self.reverse { scale.max - step } else { step - scale.min };
                self.distribution[usize::from(above)] += 1;
                return Scored { score: scale.min + above, one: 1 };
            }
            Answer::DontKnow => self.dont_know += 1,
            Answer::NotApplicable => self.not_applicable += 1,
            // Blank is what is left of those who submitted.
            Answer::Step(_) | Answer::Blank => {}
        }
        Scored::default()
    }

    fn score(&self, scale: Scale, id: IndicatorId, submitted: u64, invited: Option<u64>) -> IndicatorScore {
        let mut means = MeanTally::new(1);
        let mut agreeing = 0;
        for (step, persons) in (scale.min..=scale.max).zip(&self.distribution) {
            means.add_many(*persons, u64::from(step));
            if step >= scale.agree_from {
                agreeing += persons;
            }
        }
        let moments = means.moments();
        IndicatorScore {
            id,
            summary: moments.summary(invited),
            agreement: (moments.n > 0).then(|| agreeing as f64 / moments.n as f64),
            agreement_interval: wilson(agreeing, moments.n),
            distribution: self.distribution.clone(),
            dont_know: self.dont_know,
            not_applicable: self.not_applicable,
            blank: submitted - moments.n - self.dont_know - self.not_applicable,
            item_rest: None,
        }
    }
}
