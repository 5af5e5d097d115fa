//! Figures across a municipality: by hand, and what always holds. Against whoever subtracts: `attack/across.rs`.

mod support;

use proptest::prelude::*;
use screening::across::{Candidate, LEAST_PLACES, Tally, Told, tally, to_count};
use screening::answers::Response;
use screening::comparison::Round;
use screening::instrument::{Disclosure, Instrument};
use screening::picture::{Figure, Kind, Picture};
use support::any::{instruments, persons, responses};
use support::{alike, picture, small};

/// A tally of places that used the same instrument.
fn of(instrument: &Instrument, places: &[Vec<Response>]) -> Tally {
    let pictures: Vec<Picture> = places.iter().map(|own| picture(instrument, own)).collect();
    let rounds: Vec<Round<'_>> = pictures.iter().map(|picture| Round { picture, instrument }).collect();
    tally(&rounds, instrument)
}

fn told(tally: &Tally, point: &str, group: &str) -> Told {
    tally.told(&point.into(), &group.into())
}

fn mean(mean: f64, places: usize) -> Told {
    Told::Mean { mean: Figure::Value(mean), places }
}

#[test]
fn a_figure_is_the_places_mean_of_means_however_many_answered() {
    let small = small();
    // 2, 3, 3, 4 and 5 are 17 of 5: 3.4. By headcount the forty who said 5 would have drawn it up to 4.2.
    let people = [(10, 2), (12, 3), (10, 3), (11, 4), (40, 5)];
    let mut places: Vec<Vec<Response>> =
        people.iter().map(|(persons, step)| alike(&small, "people", "", *persons, *step)).collect();
    // The crew of four: one too few.
    for place in places.iter_mut().take(4) {
        place.extend(alike(&small, "crew", "", 10, 4));
    }
    // One who leads each, 4 4 4 4 3: 19 of 5.
    for (place, own) in places.iter_mut().enumerate() {
        own.extend(alike(&small, "chiefs", "", 1, if place == 4 { 3 } else { 4 }));
    }
    let found = of(&small, &places);
    assert_eq!((found.places, found.tells()), (5, true));
    for point in ["p", "q"] {
        assert_eq!(told(&found, point, "people"), mean(3.4, 5));
        assert_eq!(told(&found, point, "crew"), Told::Few);
        assert_eq!(told(&found, point, "chiefs"), mean(3.8, 5));
    }
    let codes: Vec<&str> = found.rows.iter().map(|row| row.point.as_str()).collect();
    assert_eq!(codes, ["p", "p", "p", "q", "q", "q"], "in the instrument's order, never by size");
    places.pop();
    let found = of(&small, &places);
    assert!(!found.tells(), "four places have no figure: {found:?}");
}

#[test]
fn a_group_in_role_does_not_stand_alone_across_places_either() {
    let small = small();
    // At each place the leader stands beside somebody, but neither people nor crew are five places.
    let places: Vec<Vec<Response>> = ["people", "people", "people", "people", "crew"]
        .iter()
        .map(|group| [alike(&small, group, "", 10, 3), alike(&small, "chiefs", "", 1, 4)].concat())
        .collect();
    let found = of(&small, &places);
    assert_eq!(told(&found, "p", "chiefs"), Told::Alone);
    assert_eq!((told(&found, "p", "people"), found.tells()), (Told::Few, false));
}

#[test]
fn a_place_that_shows_a_bound_makes_it_a_bound() {
    let small = small();
    let place = |persons, step| alike(&small, "people", "", persons, step);
    // Five persons who all said 5 are told as over 4.5, and who all said 1 as under 1.5.
    let (threes, over, under) = (|| place(10, 3), place(5, 5), place(5, 1));
    let bound = |figure| Told::Mean { mean: figure, places: 5 };
    for (places, expected) in [
        (vec![over.clone(); 5], bound(Figure::Over(4.5))),
        // 3 + 3 + 3 + 3 + 4.5 is 16.5 of 5.
        (vec![threes(), threes(), threes(), threes(), over.clone()], bound(Figure::Over(3.3))),
        (vec![threes(), threes(), threes(), threes(), under.clone()], bound(Figure::Under(2.7))),
        (vec![threes(), threes(), threes(), over, under], Told::Unbound),
    ] {
        assert_eq!(told(&of(&small, &places), "p", "people"), expected);
    }
    // 2.7, 3 and three times 3.3 are 15.6: with one more over 4.5 it is 20.1 of 6, 3.35: over 3.3, for over 3.4 may be wrong.
    let mixed = |high: usize| {
        [alike(&small, "people", "", 10 - high, 3), alike(&small, "people", "", high, 4)].concat()
    };
    let mut lower = mixed(0);
    lower.splice(0..3, alike(&small, "people", "", 3, 2));
    let places = [lower, mixed(0), mixed(3), mixed(3), mixed(3), place(5, 5)];
    let expected = Told::Mean { mean: Figure::Over(3.3), places: 6 };
    assert_eq!(told(&of(&small, &places), "p", "people"), expected);
}

#[test]
fn only_places_that_were_asked_the_same_are_counted() {
    let asked = small();
    let mut other = small();
    other.focus_points[0].indicators[0].wording = 2;
    let people = alike(&asked, "people", "", 10, 3);
    let (own, reworded) = (picture(&asked, &people), picture(&other, &alike(&other, "people", "", 10, 5)));
    let rounds = |same: usize, others: usize| {
        let same = std::iter::repeat_n(Round { picture: &own, instrument: &asked }, same);
        let others = std::iter::repeat_n(Round { picture: &reworded, instrument: &other }, others);
        tally(&same.chain(others).collect::<Vec<_>>(), &other)
    };
    assert_eq!(told(&rounds(4, 4), "p", "people"), Told::Few, "four who were asked one thing, four another");
    assert_eq!(told(&rounds(4, 4), "q", "people"), mean(4.0, 8), "q is asked alike");
    assert_eq!(told(&rounds(6, 5), "p", "people"), mean(3.0, 6), "the most that were asked the same");
    assert_eq!(told(&rounds(5, 6), "p", "people"), mean(5.0, 6));
}

#[test]
fn the_newest_of_each_organisation_is_counted_once_and_with_leave() {
    let one =
        |id, organisation, leave, counted| Candidate { id, organisation, instrument: "r", leave, counted };
    let all = [
        one("a-new", "a", true, false),
        one("a-old", "a", true, false),
        one("b-new", "b", false, false),
        one("b-old", "b", true, false),
        one("c", "c", true, true),
        Candidate { instrument: "other", ..one("d", "d", true, false) },
        one("e", "e", true, false),
    ];
    assert_eq!(to_count(&all, "r"), ["a-new", "e"]);
    assert_eq!(to_count(&all, "other"), ["d"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_figure_has_five_places_and_lies_among_theirs(
        instrument in instruments(),
        places in prop::collection::vec(persons(), 1..9),
    ) {
        let places: Vec<Vec<Response>> = places.iter().map(|own| responses(&instrument, own)).collect();
        let found = of(&instrument, &places);
        prop_assert_eq!(found.rows.len(), instrument.focus_points.len() * instrument.groups.len());
        let published: Vec<_> =
            places.iter().map(|own| picture(&instrument, own).published(&instrument)).collect();
        for row in &found.rows {
            let Told::Mean { mean, places } = row.told else { continue };
            prop_assert!(places >= LEAST_PLACES);
            let shown: Vec<f64> = published
                .iter()
                .filter_map(|own| own.row(Kind::FocusPoint, row.point.as_str(), &row.group)?.mean)
                .map(|figure| figure.number())
                .collect();
            let low = shown.iter().copied().fold(f64::INFINITY, f64::min);
            let high = shown.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            prop_assert!(shown.len() >= places);
            // A bound is rounded to the tenth that holds.
            prop_assert!(mean.number() > low - 0.1 && mean.number() < high + 0.1, "{:?} in {:?}", mean, shown);
        }
        let mut turned = places.clone();
        turned.reverse();
        prop_assert_eq!(of(&instrument, &turned), found, "the order of places tells nothing");
    }

    #[test]
    fn answers_that_no_report_shows_change_nothing(
        places in prop::collection::vec(persons(), 5..8),
        step in 1_u8..=5,
    ) {
        let small = small();
        let mut places: Vec<Vec<Response>> = places.iter().map(|own| responses(&small, own)).collect();
        let found = of(&small, &places);
        for place in &mut places {
            for group in small.groups.iter().filter(|group| group.disclosure == Disclosure::Protected) {
                let own = place.iter().filter(|one| one.group == group.id).count();
                if own < 5 {
                    place.retain(|one| one.group != group.id);
                    place.extend(alike(&small, group.id.as_str(), "", own, step));
                }
            }
        }
        prop_assert_eq!(of(&small, &places), found);
    }
}
