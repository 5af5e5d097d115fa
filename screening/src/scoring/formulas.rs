//! The statistics of `scoring.md`, *From a person to a group*; all intervals are 95 %.

use super::Summary;
use super::student::{NORMAL, quantile};
use crate::picture::Interval;

/// Fewest persons with complete answers for Cronbach's alpha.
pub const LEAST_FOR_ALPHA: u64 = 30;

/// How many, their mean and their variance with n - 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    /// Persons.
    pub n: u64,
    /// `None` where n is 0.
    pub mean: Option<f64>,
    /// `None` where n is under 2.
    pub variance: Option<f64>,
}

impl Moments {
    /// Mean, sd and t interval; with `population` persons invited and n of them scored the standard error
    /// carries the finite-population factor sqrt(1 - n/N) (Cochran), where n ≤ N.
    pub fn summary(self, population: Option<u64>) -> Summary {
        let Moments { n, mean, variance } = self;
        let sd = variance.map(f64::sqrt);
        let interval = mean.zip(sd).map(|(mean, sd)| {
            let correction = match population {
                Some(population) if n <= population => (1.0 - n as f64 / population as f64).sqrt(),
                _ => 1.0,
            };
            let error = sd / (n as f64).sqrt() * correction;
            // No quantile is needed where nothing varies or nobody is left out: the mean is then known.
            let half = if error > 0.0 { quantile((n - 1) as f64) * error } else { 0.0 };
            Interval { low: mean - half, high: mean + half }
        });
        Summary { n, mean, sd, interval }
    }
}

/// Wilson's score interval of a share, `successes` of `n`, without continuity correction; `None` for n = 0.
pub fn wilson(successes: u64, n: u64) -> Option<Interval> {
    if n == 0 {
        return None;
    }
    let (x, count, z2) = (successes as f64, n as f64, NORMAL * NORMAL);
    let root = NORMAL * (z2 + 4.0 * x * (count - x) / count).sqrt();
    let end = |sign: f64| (2.0 * x + z2 + sign * root) / (2.0 * (count + z2));
    // At the ends the exact limits are 0 and 1; rounding must not pass them.
    let low = if successes == 0 { 0.0 } else { end(-1.0) };
    let high = if successes == n { 1.0 } else { end(1.0) };
    Some(Interval { low, high })
}

/// Difference of two means with Welch's interval; no interval where n is under 2 on a side or both sd are 0.
pub fn gap(one: &Summary, other: &Summary) -> (Option<f64>, Option<Interval>) {
    let difference = one.mean.zip(other.mean).map(|(one, other)| one - other);
    let part = |side: &Summary| Some((side.sd?.powi(2) / side.n as f64, (side.n - 1) as f64));
    let interval = difference.zip(part(one)).zip(part(other)).and_then(|((difference, one), other)| {
        let squared_error = one.0 + other.0;
        // Welch and Satterthwaite's degrees of freedom.
        let df = squared_error.powi(2) / (one.0.powi(2) / one.1 + other.0.powi(2) / other.1);
        let half = quantile(df) * squared_error.sqrt();
        (squared_error > 0.0).then_some(Interval { low: difference - half, high: difference + half })
    });
    (difference, interval)
}
