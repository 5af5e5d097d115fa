//! One response at a time into sums; sums into scores.

use super::formulas::gap;
use super::group::{GroupTally, Scored};
use super::{GapScore, GroupScores, Scores, Summary};
use crate::answers::{Answer, Response};
use crate::id::{FocusPointId, GroupId, IndicatorId};
use crate::instrument::{Form, Indicator, Instrument, Scale};
use crate::picture::Kind;
use crate::settings::Invited;
use std::collections::BTreeMap;

/// Gathers responses. Several may gather parts of them side by side and be merged.
#[derive(Clone, Debug)]
pub struct Scorer {
    scale: Scale,
    indicators: Vec<IndicatorId>,
    focus_points: Vec<FocusPointId>,
    groups: Vec<GroupTally>,
    /// The scores of the response at hand, by item of its group; kept to spare an allocation a response.
    scores: Vec<Scored>,
}

impl Scorer {
    /// For an instrument whose groups answer these forms; a group that is not named answers the long one.
    pub fn new(instrument: &Instrument, forms: &BTreeMap<GroupId, Form>) -> Self {
        let indicators: Vec<&Indicator> = instrument.indicators().collect();
        let form = |id: &GroupId| forms.get(id).copied().unwrap_or_default();
        let groups =
            instrument.groups.iter().map(|group| GroupTally::new(instrument, group, form(&group.id)));
        Self {
            scale: instrument.scale,
            groups: groups.collect(),
            indicators: indicators.iter().map(|indicator| indicator.id.clone()).collect(),
            focus_points: instrument.focus_points.iter().map(|point| point.id.clone()).collect(),
            scores: Vec::new(),
        }
    }

    /// Adds a checked response. An answer to what its group is not asked, or off the scale, counts for nothing:
    /// [`crate::answers`] refuses those before.
    pub fn add(&mut self, response: &Response) {
        let Some(group) = self.groups.iter().position(|group| group.id == response.group) else { return };
        let answers: Vec<Answer> = self
            .indicators
            .iter()
            .map(|id| response.answers.0.get(id).copied().unwrap_or_default())
            .collect();
        self.add_row(group, response.unit.as_deref(), &answers);
    }

    /// Adds a response by the number of its group and one answer an indicator, both in the instrument's order.
    pub fn add_row(&mut self, group: usize, unit: Option<&str>, answers: &[Answer]) {
        if let Some(group) = self.groups.get_mut(group) {
            group.add(self.scale, unit.filter(|unit| !unit.is_empty()), answers, &mut self.scores);
        }
    }

    /// Adds what another has gathered for the same instrument and forms.
    pub fn merge(&mut self, other: Self) {
        for (one, other) in self.groups.iter_mut().zip(other.groups) {
            one.merge(other);
        }
    }

    /// The figures of everything gathered so far, of the groups that are asked anything.
    pub fn finish(&self, invited: &Invited) -> Scores {
        let asked = self.groups.iter().filter(|group| group.is_asked());
        let groups: Vec<GroupScores> =
            asked.map(|group| group.scores(self.scale, &self.indicators, invited.group(&group.id))).collect();
        let mut gaps = Vec::new();
        for id in &self.indicators {
            gaps.extend(gaps_on(&groups, Kind::Indicator, id.as_str(), |group| {
                group.indicators.iter().find(|score| score.id == *id).map(|score| &score.summary)
            }));
        }
        for id in &self.focus_points {
            gaps.extend(gaps_on(&groups, Kind::FocusPoint, id.as_str(), |group| {
                group.focus_points.iter().find(|score| score.id == *id).map(|score| &score.summary)
            }));
        }
        Scores { groups, gaps }
    }
}

/// Each pair of the groups that are asked, once.
fn gaps_on<'a>(
    groups: &'a [GroupScores],
    of: Kind,
    code: &str,
    summary: impl Fn(&'a GroupScores) -> Option<&'a Summary>,
) -> Vec<GapScore> {
    let sides: Vec<_> = groups.iter().filter_map(|group| Some((&group.group, summary(group)?))).collect();
    let mut gaps = Vec::new();
    for (place, one) in sides.iter().enumerate() {
        for other in &sides[place + 1..] {
            let (difference, interval) = gap(one.1, other.1);
            let (group, other_group) = (one.0.clone(), other.0.clone());
            gaps.push(GapScore { of, code: code.to_owned(), group, other_group, difference, interval });
        }
    }
    gaps
}
