//! Real answers scored here and by R (`data/bfi/scores.R`): every cell of the file of scores, to 1e-9.

mod support;

use screening::answers::{read_csv, read_rows};
use screening::disclosure::disclose;
use screening::instrument::Instrument;
use screening::instrument::load::load;
use screening::scoring::Scorer;
use screening::settings::GroupSize;
use support::{invited, long};

const ANSWERS: &str = include_str!("data/bfi/answers.csv");
const FROM_R: &str = include_str!("data/bfi/scores.csv");

fn instrument() -> Instrument {
    let structure = include_str!("data/bfi/instrument.toml");
    load(("instrument.toml", structure), &[("da", "da.toml", include_str!("data/bfi/da.toml"))])
        .expect("a sound instrument")
}

/// As in `scores.R`.
const INVITED: [(&str, u64); 5] =
    [("minors", 20), ("young", 400), ("adults", 426), ("late", 9), ("elders", 5)];

fn assert_equal_to_r(scorer: &Scorer, instrument: &Instrument) {
    let picture = disclose(&scorer.finish(&invited(&INVITED)), instrument, GroupSize::default());
    let mut ours = Vec::new();
    picture.write_csv(&mut ours).expect("a file");
    let ours = String::from_utf8(ours).expect("UTF-8");
    assert_eq!(ours.lines().count(), FROM_R.lines().count());
    let mut figures = 0;
    for (ours, from_r) in ours.lines().zip(FROM_R.lines()) {
        assert_eq!(ours.split(',').count(), from_r.split(',').count());
        for (our, r) in ours.split(',').zip(from_r.split(',')) {
            if our == r {
                continue;
            }
            let (our, r): (f64, f64) = match (our.parse(), r.parse()) {
                (Ok(our), Ok(r)) => (our, r),
                _ => panic!("ours {ours}\nR    {from_r}"),
            };
            assert!((our - r).abs() < 1e-9, "ours {ours}\nR    {from_r}");
            figures += 1;
        }
    }
    assert!(figures > 100, "R prints 17 digits and this the shortest: most figures are compared as numbers");
}

#[test]
fn every_figure_is_that_of_r() {
    let instrument = instrument();
    let mut scorer = Scorer::new(&instrument, &long());
    read_csv(ANSWERS.as_bytes(), &instrument, &long(), |response| scorer.add(&response))
        .expect("a sound file");
    assert_equal_to_r(&scorer, &instrument);
}

#[test]
fn so_it_is_when_halves_are_read_apart_and_merged() {
    let instrument = instrument();
    let mut halves = [Scorer::new(&instrument, &long()), Scorer::new(&instrument, &long())];
    read_rows(ANSWERS.as_bytes(), &instrument, &long(), |row| {
        halves[usize::from(row.line % 3 == 0)].add_row(row.group, row.unit, row.answers);
    })
    .expect("a sound file");
    let [mut one, other] = halves;
    one.merge(other);
    assert_equal_to_r(&one, &instrument);
}
