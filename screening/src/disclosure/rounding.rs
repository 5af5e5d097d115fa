//! Rule 6 of `scoring.md`: one decimal and whole per cent, and bounds where few persons are near the scale's end,
//! so that sums can't be rebuilt and unanimity is not announced.

use crate::id::GroupId;
use crate::instrument::{Disclosure, Instrument};
use crate::picture::{Figure, Interval, Kind, Picture, Published, PublishedRow, Row};
use std::collections::HashMap;

/// Sums of binary fractions are off by less than this; a figure as near a half or a bound is on it.
const NOISE: f64 = 1e-9;

/// Rounds to a number of decimals, halves away from zero.
fn round(value: f64, decimals: i32) -> f64 {
    let factor = 10_f64.powi(decimals);
    let rounded = (value.abs() * factor + NOISE).round() / factor;
    // Never minus nought.
    if value < 0.0 && rounded > 0.0 { -rounded } else { rounded }
}

fn tenth(value: f64) -> f64 {
    round(value, 1)
}

/// Both ends of an interval in scale points.
pub(crate) fn interval(Interval { low, high }: Interval) -> Interval {
    Interval { low: tenth(low), high: tenth(high) }
}

/// Whole per cent of a share from 0 to 1.
fn percent(share: f64) -> u8 {
    round(share * 100.0, 0).clamp(0.0, 100.0) as u8
}

impl Picture {
    /// The picture as every page, report and export shows it.
    pub fn published(&self, instrument: &Instrument) -> Published {
        let figures: HashMap<(Kind, &str, &GroupId), Figure> = self
            .rows
            .iter()
            .filter(|row| row.unit.is_none())
            .filter_map(|row| {
                Some(((row.kind, row.code.as_str(), &row.group), self.figure(row, instrument)?))
            })
            .collect();
        let side = |code: &str, group: &GroupId| {
            let of_kind = |kind| figures.get(&(kind, code, group)).copied();
            of_kind(Kind::Indicator).or_else(|| of_kind(Kind::FocusPoint))
        };
        let rows = self.rows.iter().map(|row| {
            let mean = match (row.kind, &row.other_group) {
                (Kind::Gap, Some(other)) => row.mean.and_then(|difference| {
                    gap(difference, side(&row.code, &row.group)?, side(&row.code, other)?)
                }),
                _ => self.figure(row, instrument),
            };
            published(row, mean)
        });
        let bounded = |kind: Kind, code: &str| {
            figures.iter().any(|(key, figure)| key.0 == kind && key.1 == code && !figure.is_value())
        };
        Published {
            min_group_size: self.min_group_size,
            groups: self.groups.clone(),
            rows: rows.collect(),
            equal_voice: self
                .equal_voice
                .iter()
                .filter(|(kind, code, _)| !bounded(*kind, code))
                .map(|(kind, code, mean)| (*kind, code.clone(), tenth(*mean)))
                .collect(),
        }
    }

    /// A mean, or the bound that is given in its place: of a protected group with n < d, where the mean is less
    /// than an eighth of the scale's range from its end.
    pub(crate) fn figure(&self, row: &Row, instrument: &Instrument) -> Option<Figure> {
        let (mean, scale) = (row.mean?, instrument.scale);
        let in_role =
            instrument.group(&row.group).is_some_and(|group| group.disclosure == Disclosure::InRole);
        let eighth = scale.range() / 8.0;
        let (low, high) = (f64::from(scale.min) + eighth, f64::from(scale.max) - eighth);
        Some(match row.n {
            _ if in_role => Figure::Value(tenth(mean)),
            Some(n) if n >= self.min_group_size.d() => Figure::Value(tenth(mean)),
            _ if mean > high + NOISE => Figure::Over(high),
            _ if mean < low - NOISE => Figure::Under(low),
            _ => Figure::Value(tenth(mean)),
        })
    }
}

/// A difference whose sides are given so; from a bound where one side is only that, and none where the bounds
/// point the same way and so bound nothing.
pub(crate) fn gap(difference: f64, one: Figure, other: Figure) -> Option<Figure> {
    use Figure::{Over, Under, Value};
    // From the figures as published, so that a reader who subtracts finds the same.
    let bound = |one: f64, other: f64| round(one - other, 6);
    match (one, other) {
        (Value(_), Value(_)) => Some(Value(tenth(difference))),
        (Over(one), Value(other) | Under(other)) | (Value(one), Under(other)) => {
            Some(Over(bound(one, other)))
        }
        (Under(one), Value(other) | Over(other)) | (Value(one), Over(other)) => {
            Some(Under(bound(one, other)))
        }
        (Over(_), Over(_)) | (Under(_), Under(_)) => None,
    }
}

fn published(row: &Row, mean: Option<Figure>) -> PublishedRow {
    PublishedRow {
        kind: row.kind,
        code: row.code.clone(),
        group: row.group.clone(),
        unit: row.unit.clone(),
        other_group: row.other_group.clone(),
        n: row.n,
        mean,
        sd: row.sd.map(tenth),
        interval: row.interval.map(interval),
        agreement: row.agreement.map(percent),
        agreement_interval: row
            .agreement_interval
            .map(|Interval { low, high }| (percent(low), percent(high))),
        dont_know: row.dont_know,
        not_applicable: row.not_applicable,
        blank: row.blank,
        alpha: row.alpha.map(|alpha| round(alpha, 2)),
        item_rest: row.item_rest.map(|correlation| round(correlation, 2)),
        distribution: row.distribution.clone(),
        shown: row.shown,
    }
}
