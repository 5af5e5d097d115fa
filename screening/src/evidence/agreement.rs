//! How far two assessors agreed before they spoke.

use super::Rating;

/// The fewest indicators that kappa is given for: with fewer, one indicator more or less moves it too far to be
/// read. The number is ours.
pub const LEAST_FOR_KAPPA: usize = 10;

/// How two assessors' first ratings lie to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Indicators that both gave a number.
    pub indicators: usize,
    /// Of them: with the same number.
    pub same: usize,
    /// Of them: with numbers at most one step apart.
    pub near: usize,
    /// Indicators of which one or both knew too little; they are in no other figure.
    pub insufficient: usize,
    /// Kappa with quadratic weights, from [`LEAST_FOR_KAPPA`] indicators on.
    pub kappa: Option<f64>,
}

/// The agreement of two assessors over the indicators that both have rated; `None` where there is none.
pub fn agreement(pairs: &[(Rating, Rating)]) -> Option<Agreement> {
    let steps: Vec<(u8, u8)> = pairs
        .iter()
        .filter_map(|pair| match *pair {
            (Rating::Step(one), Rating::Step(other)) => Some((one, other)),
            _ => None,
        })
        .collect();
    let within = |most: u8| steps.iter().filter(|(one, other)| one.abs_diff(*other) <= most).count();
    (!pairs.is_empty()).then(|| Agreement {
        indicators: steps.len(),
        same: within(0),
        near: within(1),
        insufficient: pairs.len() - steps.len(),
        kappa: if steps.len() >= LEAST_FOR_KAPPA { kappa(&steps) } else { None },
    })
}

/// Kappa with quadratic weights (Cohen 1968): one less the mean squared difference of the pairs over the mean squared
/// difference of every first with every second rating. `None` where that is 0, both having used one and the same step.
pub fn kappa(pairs: &[(u8, u8)]) -> Option<f64> {
    let squared = |one: u8, other: u8| f64::from(one.abs_diff(other)).powi(2);
    let observed: f64 = pairs.iter().map(|(one, other)| squared(*one, *other)).sum();
    let expected: f64 =
        pairs.iter().flat_map(|(one, _)| pairs.iter().map(move |(_, other)| squared(*one, *other))).sum();
    (expected > 0.0).then(|| 1.0 - observed * pairs.len() as f64 / expected)
}
