//! Sums of whole numbers: exact, the same in any order, and addable.

use super::formulas::Moments;

/// Persons' mean scores over a set of items, kept apart by how many of the items they scored, so that every
/// sum is a whole number: with `m` items scored a person's score is sum / m.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct MeanTally {
    /// Number `m - 1` holds the persons with `m` items scored.
    strata: Vec<Stratum>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Stratum {
    persons: u64,
    sum: u64,
    squares: u128,
}

impl MeanTally {
    pub(super) fn new(items: usize) -> Self {
        Self { strata: vec![Stratum::default(); items] }
    }

    /// Adds a person: `scored` of the items, and the sum over them.
    pub(super) fn add(&mut self, scored: usize, sum: u64) {
        if let Some(stratum) = scored.checked_sub(1).and_then(|index| self.strata.get_mut(index)) {
            stratum.persons += 1;
            stratum.sum += sum;
            stratum.squares += u128::from(sum) * u128::from(sum);
        }
    }

    /// Adds persons who scored the one item alike.
    pub(super) fn add_many(&mut self, persons: u64, score: u64) {
        if let Some(stratum) = self.strata.first_mut() {
            stratum.persons += persons;
            stratum.sum += persons * score;
            stratum.squares += u128::from(persons) * u128::from(score * score);
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (one, other) in self.strata.iter_mut().zip(&other.strata) {
            one.persons += other.persons;
            one.sum += other.sum;
            one.squares += other.squares;
        }
    }

    /// n, mean and variance of the persons' scores.
    ///
    /// The mean is one division of two whole numbers over the common denominator, so it is the nearest number
    /// there is. The squares about it are those within a stratum, exact before the division, plus those of the
    /// strata's means: nothing cancels, and persons who all score alike have a variance of exactly 0.
    pub(super) fn moments(&self) -> Moments {
        let n: u64 = self.strata.iter().map(|stratum| stratum.persons).sum();
        if n == 0 {
            return Moments::default();
        }
        let filled = || (1_u64..).zip(&self.strata).filter(|(_, stratum)| stratum.persons > 0);
        let exact = filled().try_fold((0_u128, 1_u128), |(sum, denominator), (m, stratum)| {
            let m = u128::from(m);
            let common = (denominator / gcd(denominator, m)).checked_mul(m)?;
            let sum = sum.checked_mul(common / denominator)?;
            Some((sum.checked_add(u128::from(stratum.sum).checked_mul(common / m)?)?, common))
        });
        let mean = match exact.and_then(|(sum, common)| Some((sum, common.checked_mul(u128::from(n))?))) {
            Some((sum, denominator)) => {
                let divisor = gcd(sum, denominator).max(1);
                (sum / divisor) as f64 / (denominator / divisor) as f64
            }
            // Only with more than sixty items in one score.
            None => filled().map(|(m, stratum)| stratum.sum as f64 / m as f64).sum::<f64>() / n as f64,
        };
        let squares: f64 = filled()
            .map(|(m, stratum)| {
                let (persons, sum) = (u128::from(stratum.persons), u128::from(stratum.sum));
                let within = persons * stratum.squares - sum * sum;
                let stratum_mean = stratum.sum as f64 / (stratum.persons * m) as f64;
                let scale = stratum.persons as f64 * (m * m) as f64;
                within as f64 / scale + stratum.persons as f64 * (stratum_mean - mean).powi(2)
            })
            .sum();
        Moments { n, mean: Some(mean), variance: (n > 1).then(|| squares / (n - 1) as f64) }
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Sums over the persons who scored every item of a focus point, for Cronbach's alpha and for each item beside the rest.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct AlphaTally {
    persons: u64,
    items: Vec<ItemSums>,
    /// Of the persons' sums.
    total: (u64, u128),
}

/// Sums of an item's scores.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct ItemSums {
    sum: u64,
    squares: u64,
    /// Of the score times the person's sum over all items.
    products: u64,
}

impl AlphaTally {
    pub(super) fn new(items: usize) -> Self {
        Self { items: vec![ItemSums::default(); items], ..Self::default() }
    }

    /// Adds a person: the sum of the scores, and the scores, one an item.
    pub(super) fn add(&mut self, total: u64, scores: impl Iterator<Item = u8>) {
        for (item, score) in self.items.iter_mut().zip(scores) {
            let score = u64::from(score);
            item.sum += score;
            item.squares += score * score;
            item.products += score * total;
        }
        self.persons += 1;
        self.total.0 += total;
        self.total.1 += u128::from(total) * u128::from(total);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.persons += other.persons;
        for (one, other) in self.items.iter_mut().zip(&other.items) {
            one.sum += other.sum;
            one.squares += other.squares;
            one.products += other.products;
        }
        self.total.0 += other.total.0;
        self.total.1 += other.total.1;
    }

    /// Cronbach's alpha, k/(k - 1) · (1 - Σ item variances / variance of the sums), over 30 persons or more
    /// with two items or more; `None` otherwise, and where the sums do not vary.
    pub(super) fn alpha(&self) -> Option<f64> {
        let items = self.items.len();
        if items < 2 || self.persons < super::formulas::LEAST_FOR_ALPHA {
            return None;
        }
        // n times the sum of squares about the mean: n (n - 1) times the variance, which cancels in the ratio.
        let persons = u128::from(self.persons);
        let square = |sum: u64| u128::from(sum) * u128::from(sum);
        let total = persons * self.total.1 - square(self.total.0);
        let of_item = |item: &ItemSums| persons * u128::from(item.squares) - square(item.sum);
        let of_items: u128 = self.items.iter().map(of_item).sum();
        let factor = items as f64 / (items - 1) as f64;
        (total > 0).then(|| factor * (1.0 - of_items as f64 / total as f64))
    }

    /// Pearson's correlation of an item with the sum of the other items (the corrected item-total correlation, in R
    /// `cor(x, rest)`), over 30 persons or more with two items or more; `None` otherwise, and where either does not vary.
    pub(super) fn item_rest(&self, item: usize) -> Option<f64> {
        let own = self.items.get(item)?;
        if self.items.len() < 2 || self.persons < super::formulas::LEAST_FOR_ALPHA {
            return None;
        }
        let persons = i128::from(self.persons);
        let signed = |sum: u128| i128::try_from(sum).ok();
        let (sum, total) = (i128::from(own.sum), i128::from(self.total.0));
        // n times each sum of squares or products about the mean, whole numbers: n - 1 cancels in the ratio.
        let of_item = persons * i128::from(own.squares) - sum * sum;
        let of_total = persons.checked_mul(signed(self.total.1)?)? - total * total;
        let together = persons * i128::from(own.products) - sum * total;
        let of_rest = of_total + of_item - 2 * together;
        let vary = of_item > 0 && of_rest > 0;
        vary.then(|| (together - of_item) as f64 / ((of_item as f64).sqrt() * (of_rest as f64).sqrt()))
    }
}
