//! The 97.5 % quantile of Student's t, to about 1e-14 of its size.
//!
//! Our own since a quantile from a library's inverse beta loses digits as the degrees of freedom grow.

/// The 97.5 % quantile of the normal distribution: the limit for many degrees of freedom.
pub(super) const NORMAL: f64 = 1.959_963_984_540_054;

/// Degrees of freedom from which the expansion is used: its error is then under 1e-15.
const MANY: f64 = 1000.0;

/// What lies above the quantile.
const TAIL: f64 = 0.025;

/// The t that 2.5 % lie above, for `df` ≥ 1 degrees of freedom (fractional ones too, as Welch's).
///
/// Newton's method on the tail: it is convex and falling for t > 0, so from the normal quantile, which is
/// always below, each step comes nearer from the left and never passes. With many degrees of freedom the tail's
/// argument is too near 1 to keep its digits, and the expansion about the normal quantile is exact.
pub(super) fn quantile(df: f64) -> f64 {
    if !df.is_finite() {
        return NORMAL;
    }
    if df >= MANY {
        return expansion(df);
    }
    let mut t = NORMAL;
    // 1 degree of freedom takes 7 steps; the bound is for rounding alone.
    for _ in 0..60 {
        let next = t + (tail(t, df) - TAIL) / density(t, df);
        if next <= t * (1.0 + f64::EPSILON) {
            break;
        }
        t = next;
    }
    t
}

/// The quantile as a series in 1/df about the normal one (Abramowitz and Stegun 26.7.5). The first term left
/// out is under 0.8 / df⁵.
fn expansion(df: f64) -> f64 {
    let z = NORMAL;
    let terms = [
        (z.powi(3) + z) / 4.0,
        (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0,
        (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / 384.0,
        (79.0 * z.powi(9) + 776.0 * z.powi(7) + 1482.0 * z.powi(5) - 1920.0 * z.powi(3) - 945.0 * z)
            / 92_160.0,
    ];
    z + terms.iter().rev().fold(0.0, |sum, term| (sum + term) / df)
}

/// Density of Student's t.
fn density(t: f64, df: f64) -> f64 {
    let shape = (-(df + 1.0) / 2.0 * (t * t / df).ln_1p()).exp();
    gamma_ratio(df / 2.0) / (df * std::f64::consts::PI).sqrt() * shape
}

/// What lies above t: half the regularised incomplete beta function of df/(df + t²) with a = df/2, b = 1/2, by
/// its continued fraction (Abramowitz and Stegun 26.5.8, evaluated by Lentz's method). From the normal quantile
/// on it always converges fast, since t² > 3.
fn tail(t: f64, df: f64) -> f64 {
    const LEAST: f64 = 1e-300;
    let (a, b) = (df / 2.0, 0.5);
    let x = df / (df + t * t);
    // x^a (1 - x)^b / (a B(a, b)), with 1/B(a, 1/2) = Γ(a + 1/2) / (Γ(a) √π).
    let front = (-a * (t * t / df).ln_1p()).exp() * (t * t / (df + t * t)).sqrt() * gamma_ratio(a)
        / (a * std::f64::consts::PI.sqrt());
    let off_zero = |value: f64| if value.abs() < LEAST { LEAST } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / off_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..100_000_u32 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / off_zero(1.0 + even * d);
        c = off_zero(1.0 + even / c);
        fraction *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / off_zero(1.0 + odd * d);
        c = off_zero(1.0 + odd / c);
        fraction *= d * c;
        if (d * c - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    front * fraction / 2.0
}

/// Γ(a + 1/2) / Γ(a), by its expansion in 1/a (Tricomi and Erdélyi) after moving a to where that is exact.
fn gamma_ratio(a: f64) -> f64 {
    const COEFFICIENTS: [f64; 9] = [
        1.0,
        -1.0 / 8.0,
        1.0 / 128.0,
        5.0 / 1024.0,
        -21.0 / 32_768.0,
        -399.0 / 262_144.0,
        869.0 / 4_194_304.0,
        39_325.0 / 33_554_432.0,
        -334_477.0 / 2_147_483_648.0,
    ];
    let (mut a, mut factor) = (a, 1.0);
    while a < 40.0 {
        factor *= a / (a + 0.5);
        a += 1.0;
    }
    factor * a.sqrt() * COEFFICIENTS.iter().rev().fold(0.0, |sum, coefficient| sum / a + coefficient)
}

#[cfg(test)]
mod tests {
    use super::quantile;

    /// From R 4.2: `sprintf("%.17g", qt(0.975, df))`.
    const FROM_R: &str = include_str!("../../tests/data/student.csv");

    #[test]
    fn the_quantile_is_that_of_r() {
        let mut lines = 0;
        for line in FROM_R.lines().skip(1) {
            let (df, t) = line.split_once(',').expect("two columns");
            let (df, t): (f64, f64) = (df.parse().expect("df"), t.parse().expect("t"));
            let error = (quantile(df) / t - 1.0).abs();
            assert!(error < 2e-13, "df {df}: {} against {t}, off by {error:e}", quantile(df));
            lines += 1;
        }
        assert!(lines > 20);
    }
}
