//! The one function between scores and every output: [`disclose`].
//!
//! Rules 2 to 4 of `scoring.md`, *What is protected, and how*, are here; the rounding of rule 6 is in
//! `rounding`, as [`Picture::published`]. To add a figure: a field in [`Row`] and in
//! [`crate::picture::PublishedRow`], filled here for rows that are [`Shown::Yes`], rounded there.

pub(crate) mod rounding;

use crate::id::GroupId;
use crate::instrument::{Disclosure, Instrument};
use crate::picture::{GroupCount, Kind, Picture, Row, Shown};
use crate::scoring::{FocusPointScore, GapScore, GroupScores, IndicatorScore, Scores, Summary, UnitMean};
use crate::settings::{self, GroupSize};
use std::collections::BTreeMap;

/// Lets through what may be shown, in the row order of `contract.md`, *Scores as a file*.
pub fn disclose(scores: &Scores, instrument: &Instrument, size: GroupSize) -> Picture {
    let groups: Vec<Rules<'_>> = scores
        .groups
        .iter()
        .map(|scores| {
            let disclosure = instrument.group(&scores.group).map(|group| group.disclosure);
            // A group the instrument does not know, which scoring never gives, would be protected.
            Rules { scores, protected: disclosure != Some(Disclosure::InRole), size }
        })
        .collect();
    let mut rows: Vec<Row> = groups.iter().flat_map(Rules::group_rows).collect();
    for indicator in instrument.indicators() {
        for group in &groups {
            let own = group.scores.indicators.iter().filter(|score| score.id == indicator.id);
            rows.extend(own.map(|score| group.indicator_row(score)));
        }
    }
    for point in &instrument.focus_points {
        for group in &groups {
            let own = group.scores.focus_points.iter().filter(|score| score.id == point.id);
            rows.extend(own.flat_map(|score| group.focus_point_rows(score)));
        }
    }
    for value in &instrument.values {
        for group in &groups {
            let own = group.scores.values.iter().filter(|score| score.id == value.id);
            rows.extend(own.map(|score| group.summary_row(Kind::Value, score.id.as_str(), &score.summary)));
        }
    }
    let gaps: Vec<Row> = scores.gaps.iter().map(|gap| gap_row(gap, &rows)).collect();
    let equal_voice = equal_voice(&rows);
    rows.extend(gaps);
    let count = |scores: &GroupScores| GroupCount {
        group: scores.group.clone(),
        submitted: scores.submitted,
        invited: scores.invited,
        response_rate: settings::response_rate(scores.submitted, scores.invited),
    };
    Picture { min_group_size: size, groups: scores.groups.iter().map(count).collect(), rows, equal_voice }
}

/// A row without figures.
fn bare(kind: Kind, code: &str, group: &GroupId) -> Row {
    Row {
        kind,
        code: code.to_owned(),
        group: group.clone(),
        unit: None,
        other_group: None,
        n: None,
        mean: None,
        sd: None,
        interval: None,
        agreement: None,
        agreement_interval: None,
        dont_know: None,
        not_applicable: None,
        blank: None,
        alpha: None,
        item_rest: None,
        distribution: None,
        shown: Shown::Few,
    }
}

/// One group's scores, with what is allowed of them.
struct Rules<'a> {
    scores: &'a GroupScores,
    protected: bool,
    size: GroupSize,
}

impl Rules<'_> {
    /// Rule 2: how much of a row over `n` scored persons may be shown.
    fn shown(&self, n: u64) -> Shown {
        let least = if self.protected { self.size.k() } else { 1 };
        match n {
            n if n < least => Shown::Few,
            n if n < self.size.d() => Shown::Mean,
            _ => Shown::Yes,
        }
    }

    /// Questionnaires submitted: no figures about answers, so always given.
    fn group_rows(&self) -> Vec<Row> {
        let row = |unit: Option<&str>, submitted: u64| Row {
            unit: unit.map(str::to_owned),
            n: Some(submitted),
            shown: Shown::Yes,
            ..bare(Kind::Group, "", &self.scores.group)
        };
        let units = self.scores.units.iter().map(|(unit, submitted)| row(Some(unit), *submitted));
        std::iter::once(row(None, self.scores.submitted)).chain(units).collect()
    }

    fn summary_row(&self, kind: Kind, code: &str, summary: &Summary) -> Row {
        let shown = self.shown(summary.n);
        let mut row = Row { shown, ..bare(kind, code, &self.scores.group) };
        if shown.is_shown() {
            row.n = Some(summary.n);
            row.mean = summary.mean;
        }
        if shown == Shown::Yes {
            row.sd = summary.sd;
            row.interval = summary.interval;
        }
        row
    }

    fn indicator_row(&self, score: &IndicatorScore) -> Row {
        let mut row = self.summary_row(Kind::Indicator, score.id.as_str(), &score.summary);
        if row.shown == Shown::Yes {
            row.agreement = score.agreement;
            row.agreement_interval = score.agreement_interval;
            row.distribution = Some(score.distribution.clone());
            row.item_rest = score.item_rest;
            let counts = [score.dont_know, score.not_applicable, score.blank];
            let least = if self.protected { self.size.k() } else { 0 };
            [row.dont_know, row.not_applicable, row.blank] = given_counts(counts, least);
        }
        row
    }

    fn focus_point_rows(&self, score: &FocusPointScore) -> Vec<Row> {
        let mut all = self.summary_row(Kind::FocusPoint, score.id.as_str(), &score.summary);
        if all.shown == Shown::Yes {
            all.alpha = score.alpha;
        }
        let mut rows = vec![all];
        let hidden = unit_shown(score.summary.n, &score.units, self.size.k());
        for ((unit, mean), shown) in score.units.iter().zip(hidden) {
            let mut row = Row {
                unit: Some(unit.clone()),
                shown,
                ..bare(Kind::FocusPoint, score.id.as_str(), &self.scores.group)
            };
            if shown.is_shown() {
                row.n = Some(mean.n);
                row.mean = mean.mean;
            }
            rows.push(row);
        }
        rows
    }
}

/// Rule 3: how much of each unit is shown of one focus point of a protected group with `total` scored persons.
///
/// Units under k are hidden. Then the persons outside the shown units, which anyone can find by subtraction,
/// must be none or at least k; while they are not, the smallest shown unit goes too (a tie: the last by bytes).
fn unit_shown(total: u64, units: &BTreeMap<String, UnitMean>, k: u64) -> Vec<Shown> {
    let sizes: Vec<u64> = units.values().map(|unit| unit.n).collect();
    let mut shown: Vec<Shown> = sizes.iter().map(|n| if *n < k { Shown::Few } else { Shown::Mean }).collect();
    loop {
        let given = || (0..sizes.len()).filter(|place| shown[*place] == Shown::Mean);
        let outside = total - given().map(|place| sizes[place]).sum::<u64>();
        let smallest = given().min_by_key(|place| (sizes[*place], std::cmp::Reverse(*place)));
        match smallest {
            Some(place) if (1..k).contains(&outside) => shown[place] = Shown::Derived,
            _ => return shown,
        }
    }
}

/// Rule 4: which of the counts (don't know, not relevant, blank) are given, where one under `least` is not.
///
/// What the emptied ones hold together is known from n and the number submitted; were it 1 to `least` - 1, it
/// would be a count of so few, so the smallest one still given is emptied too (a tie: the later).
fn given_counts(counts: [u64; 3], least: u64) -> [Option<u64>; 3] {
    let mut given = counts.map(|count| (count >= least).then_some(count));
    let emptied: u64 = counts.iter().filter(|count| **count < least).sum();
    if (1..least).contains(&emptied) {
        let smallest = given.iter_mut().rev().filter(|count| count.is_some()).min_by_key(|count| **count);
        if let Some(count) = smallest {
            *count = None;
        }
    }
    given
}

/// A difference is as little shown as the less shown of its sides: between two groups, or two rounds of one.
pub(crate) fn shown_between(one: Shown, other: Shown) -> Shown {
    match (one, other) {
        (Shown::Yes, Shown::Yes) => Shown::Yes,
        (one, other) if one.is_shown() && other.is_shown() => Shown::Mean,
        _ => Shown::Few,
    }
}

fn gap_row(gap: &GapScore, rows: &[Row]) -> Row {
    let side = |group: &GroupId| {
        let mut own = rows.iter().filter(|row| row.kind == gap.of && row.unit.is_none());
        own.find(|row| row.code == gap.code && row.group == *group).map_or(Shown::Few, |row| row.shown)
    };
    let shown = shown_between(side(&gap.group), side(&gap.other_group));
    Row {
        other_group: Some(gap.other_group.clone()),
        mean: gap.difference.filter(|_| shown.is_shown()),
        interval: gap.interval.filter(|_| shown == Shown::Yes),
        shown,
        ..bare(Kind::Gap, &gap.code, &gap.group)
    }
}

/// The unweighted mean of the groups' means, for each code of which every group asked is shown.
fn equal_voice(rows: &[Row]) -> Vec<(Kind, String, f64)> {
    let mut voices: Vec<(Kind, String, f64)> = Vec::new();
    let all_units: Vec<&Row> =
        rows.iter().filter(|row| row.kind != Kind::Group && row.unit.is_none()).collect();
    // The groups of a code stand together.
    for of_code in all_units.chunk_by(|one, next| (one.kind, &one.code) == (next.kind, &next.code)) {
        let means: Option<Vec<f64>> = of_code.iter().map(|row| row.mean).collect();
        if let (Some(means), Some(first)) = (means, of_code.first()) {
            voices.push((first.kind, first.code.clone(), means.iter().sum::<f64>() / means.len() as f64));
        }
    }
    voices
}
