//! Exact linear algebra: which sums follow from given sums.

/// A fraction in lowest terms, its denominator above nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    above: i128,
    below: i128,
}

fn divisor(one: i128, other: i128) -> i128 {
    if other == 0 { one.abs() } else { divisor(other, one % other) }
}

impl Fraction {
    pub(crate) const NOUGHT: Self = Self { above: 0, below: 1 };
    pub(crate) const ONE: Self = Self { above: 1, below: 1 };

    /// above / below; `below` is not nought.
    pub(crate) fn new(above: i128, below: i128) -> Self {
        let common = divisor(above, below).max(1) * below.signum();
        Self { above: above / common, below: below / common }
    }

    fn minus_times(self, factor: Self, other: Self) -> Self {
        let product = Self::new(factor.above * other.above, factor.below * other.below);
        Self::new(self.above * product.below - product.above * self.below, self.below * product.below)
    }

    fn over(self, other: Self) -> Self {
        Self::new(self.above * other.below, self.below * other.above)
    }
}

/// Everything that linear combinations of the rows added so far can give (row echelon form).
#[derive(Default)]
pub(crate) struct Span(Vec<(usize, Vec<Fraction>)>);

impl Span {
    pub(crate) fn of(rows: impl IntoIterator<Item = Vec<Fraction>>) -> Self {
        let mut span = Self::default();
        for row in rows {
            let mut row = span.rest(row);
            if let Some(pivot) = row.iter().position(|cell| *cell != Fraction::NOUGHT) {
                let leading = row[pivot];
                row.iter_mut().for_each(|cell| *cell = cell.over(leading));
                span.0.push((pivot, row));
            }
        }
        span
    }

    /// Whether a combination gives this row, or a multiple of it.
    pub(crate) fn gives(&self, row: Vec<Fraction>) -> bool {
        self.rest(row).iter().all(|cell| *cell == Fraction::NOUGHT)
    }

    fn rest(&self, mut row: Vec<Fraction>) -> Vec<Fraction> {
        for (pivot, own) in &self.0 {
            let factor = row[*pivot];
            if factor != Fraction::NOUGHT {
                row.iter_mut().zip(own).for_each(|(cell, own)| *cell = cell.minus_times(factor, *own));
            }
        }
        row
    }
}

/// Every choice of places whose sizes come to 1 to `most` together; sizes are 1 or more.
pub(crate) fn small_sets(sizes: &[u64], most: u64) -> Vec<Vec<usize>> {
    let mut sets: Vec<(Vec<usize>, u64)> = vec![(Vec::new(), 0)];
    for (place, size) in sizes.iter().enumerate() {
        let larger: Vec<_> = sets
            .iter()
            .filter(|(_, sum)| sum + size <= most)
            .map(|(set, sum)| ([set.as_slice(), &[place]].concat(), sum + size))
            .collect();
        sets.extend(larger);
    }
    sets.into_iter().map(|(set, _)| set).filter(|set| !set.is_empty()).collect()
}

#[test]
fn what_follows_from_sums_follows_and_nothing_else() {
    let row = |cells: [i128; 3]| cells.map(|cell| Fraction::new(cell, 1)).to_vec();
    let span = Span::of([row([1, 1, 1]), row([0, 2, 2]), row([2, 3, 3])]);
    assert!(span.gives(row([1, 0, 0])) && span.gives(row([3, 1, 1])));
    assert!(!span.gives(row([0, 1, 0])) && !span.gives(row([1, 1, 0])));
    assert_eq!(small_sets(&[2, 3, 1, 9], 3), [vec![0], vec![1], vec![2], vec![0, 2]]);
}
