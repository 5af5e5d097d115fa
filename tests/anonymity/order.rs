//! Whether two orders of the same people have anything to do with each other.

/// A random order fails no oftener than this: with the normal tail, which is longer than the true one, 5.6
/// standard deviations are 2 in 10⁸.
const DEVIATIONS: f64 = 5.6;
/// Neighbours who stay neighbours are about two in a random order, and fifteen less often than 1 in 10⁸ (Poisson).
const NEIGHBOURS: usize = 15;

/// Why these two orders are not independent; `None`: nothing is to be seen. `places` gives, person by person in
/// one order, where they are in the other.
pub(crate) fn dependence(places: &[usize]) -> Option<String> {
    let count = places.len();
    assert!(count >= 40, "too few to see anything: {count}");
    let ranks = ranks(places);
    let distance: f64 =
        ranks.iter().enumerate().map(|(place, rank)| (place as f64 - *rank as f64).powi(2)).sum();
    let n = count as f64;
    let correlation = 1.0 - 6.0 * distance / (n * (n * n - 1.0));
    let bound = DEVIATIONS / (n - 1.0).sqrt();
    let neighbours = ranks.windows(2).filter(|pair| pair[0].abs_diff(pair[1]) == 1).count();
    (correlation.abs() > bound || neighbours >= NEIGHBOURS).then(|| {
        format!("rank correlation {correlation:.2} (bound {bound:.2}), {neighbours} neighbours of {count}")
    })
}

/// Each value's place among all of them.
fn ranks(values: &[usize]) -> Vec<usize> {
    values.iter().map(|value| values.iter().filter(|other| *other < value).count()).collect()
}

#[test]
fn an_order_kept_turned_or_kept_in_parts_is_seen() {
    let kept: Vec<usize> = (0..60).map(|place| place * 1000).collect();
    assert!(dependence(&kept).is_some());
    assert!(dependence(&kept.iter().rev().copied().collect::<Vec<_>>()).is_some());
    // Page by page: order within, chance between.
    let pages: Vec<usize> = [4, 0, 2, 5, 1, 3].iter().flat_map(|page| page * 10..page * 10 + 10).collect();
    assert!(dependence(&pages).is_some());
}

#[test]
fn chance_is_left_alone() {
    // Knuth's multiplicative hash: as good as shuffled, and the same in every run.
    for start in 0..200_usize {
        let places: Vec<usize> =
            (0..60).map(|n| (n + 1 + start * 60).wrapping_mul(2_654_435_761) % (1 << 32)).collect();
        let mut mixed = places.clone();
        mixed.iter_mut().for_each(|place| *place ^= *place >> 15);
        let mixed: Vec<usize> =
            mixed.iter().map(|place| place.wrapping_mul(2_246_822_519) % (1 << 32)).collect();
        assert_eq!(dependence(&mixed), None);
    }
}
