//! What the server shows: rounded, and bounded where few persons are near the end of the scale. k = 5, d = 10.

mod support;

use screening::answers::Response;
use screening::instrument::Instrument;
use screening::picture::{Figure, Interval, Kind, PublishedRow};
use support::{alike, alike_of, odd, picture, small};

fn published(instrument: &Instrument, responses: &[Response], code: &str, group: &str) -> PublishedRow {
    let found = picture(instrument, responses).published(instrument);
    let row = found.rows.iter().find(|row| {
        row.code == code && row.group.as_str() == group && row.kind != Kind::Gap && row.unit.is_none()
    });
    row.expect("a row").clone()
}

#[test]
fn published_figures_have_one_decimal_and_whole_per_cent() {
    let small = small();
    let mut responses = alike(&small, "people", "", 8, 4);
    responses.extend(alike(&small, "people", "", 3, 1));
    let row = published(&small, &responses, "p1", "people");
    // (32 + 3)/11 = 3.1818; sd sqrt((8·0.8182² + 3·2.1818²)/10) = 1.4013; t(10) = 2.2281: half 0.9414.
    assert_eq!(row.mean, Some(Figure::Value(3.2)));
    assert_eq!((row.sd, row.interval), (Some(1.4), Some(Interval { low: 2.2, high: 4.1 })));
    // 8/11 = 72.7 %; Wilson 43.4 to 90.3 (R: prop.test(8, 11, correct = FALSE)).
    assert_eq!((row.agreement, row.agreement_interval), (Some(73), Some((43, 90))));
}

#[test]
fn halves_are_rounded_away_from_nought() {
    let small = small();
    // 20 persons: 13 of 4 and 7 of 3 are 73/20 = 3.65.
    let mut responses = alike(&small, "people", "", 13, 4);
    responses.extend(alike(&small, "people", "", 7, 3));
    assert_eq!(published(&small, &responses, "q1", "people").mean, Some(Figure::Value(3.7)));
}

#[test]
fn near_the_end_of_the_scale_few_persons_have_a_bound() {
    let small = small();
    let mean = |group: &str, high: usize, low: usize| {
        let mut responses = alike(&small, group, "", high, 5);
        responses.extend(alike(&small, group, "", low, 4));
        published(&small, &responses, "q1", group).mean
    };
    // An eighth of 1 to 5 is 0.5: over 4.5 is near, 4.5 itself is not.
    assert_eq!(mean("people", 5, 0), Some(Figure::Over(4.5)));
    assert_eq!(mean("people", 5, 4), Some(Figure::Over(4.5)));
    assert_eq!(mean("people", 4, 4), Some(Figure::Value(4.5)));
    assert_eq!(mean("people", 10, 0), Some(Figure::Value(5.0)), "from d on the mean is given");
    assert_eq!(mean("people", 4, 0), None);
    assert_eq!(mean("chiefs", 1, 0), Some(Figure::Value(5.0)), "in role");
    let low = published(&small, &alike(&small, "people", "", 6, 1), "p", "people").mean;
    assert_eq!(low, Some(Figure::Under(1.5)));
    // 0 to 10: 1.25.
    let odd = odd();
    let mean = |answers: &str| {
        published(&odd, &alike_of(&odd, "volunteers", "", answers, 6), "meals-warm", "volunteers").mean
    };
    assert_eq!(mean("9 9 - - 9 9 9"), Some(Figure::Over(8.75)));
    assert_eq!(mean("1 9 - - 9 9 9"), Some(Figure::Under(1.25)));
    assert_eq!(mean("8 9 - - 9 9 9"), Some(Figure::Value(8.0)));
}

#[test]
fn a_units_mean_is_bounded_too() {
    let small = small();
    let mut responses = alike(&small, "people", "Nord", 6, 5);
    responses.extend(alike(&small, "people", "Syd", 12, 5));
    let found = picture(&small, &responses).published(&small);
    let mean = |unit: &str| {
        found
            .rows
            .iter()
            .find(|row| row.code == "p" && row.unit.as_deref() == Some(unit))
            .and_then(|row| row.mean)
    };
    assert_eq!((mean("Nord"), mean("Syd")), (Some(Figure::Over(4.5)), Some(Figure::Value(5.0))));
}

#[test]
fn a_gap_with_a_bounded_side_is_given_from_the_bound_or_left_out() {
    let small = small();
    let gap = |people: (usize, u8), crew: (usize, u8)| {
        let mut responses = alike(&small, "people", "", people.0, people.1);
        responses.extend(alike(&small, "crew", "", crew.0, crew.1));
        let found = picture(&small, &responses).published(&small);
        let row = found
            .rows
            .iter()
            .find(|row| row.kind == Kind::Gap && row.code == "q1" && row.group.as_str() == "people");
        row.expect("a gap").mean
    };
    assert_eq!(gap((10, 4), (10, 3)), Some(Figure::Value(1.0)));
    assert_eq!(gap((6, 4), (6, 3)), Some(Figure::Value(1.0)));
    assert_eq!(gap((6, 5), (10, 3)), Some(Figure::Over(1.5)));
    assert_eq!(gap((10, 3), (6, 5)), Some(Figure::Under(-1.5)));
    assert_eq!(gap((6, 1), (10, 3)), Some(Figure::Under(-1.5)));
    assert_eq!(gap((10, 3), (6, 1)), Some(Figure::Over(1.5)));
    assert_eq!(gap((6, 5), (6, 1)), Some(Figure::Over(3.0)));
    assert_eq!(gap((6, 5), (6, 5)), None, "each is over 4.5: nothing is known of the difference");
    assert_eq!(gap((4, 5), (6, 3)), None);
}

#[test]
fn an_equal_voice_with_a_bounded_side_is_left_out() {
    let small = small();
    let voices = |step: u8| {
        let mut responses = alike(&small, "people", "", 6, step);
        responses.extend(alike(&small, "crew", "", 12, 4));
        responses.extend(alike(&small, "chiefs", "", 1, 4));
        let found = picture(&small, &responses).published(&small);
        found.equal_voice.iter().find(|voice| voice.1 == "q1").map(|voice| voice.2)
    };
    // (4 + 4 + 4)/3; (3 + 4 + 4)/3 = 3.667.
    assert_eq!((voices(4), voices(3), voices(5)), (Some(4.0), Some(3.7), None));
}
