//! Places across years: they say yes, take it back and screen anew, and somebody keeps every tally there ever was and
//! subtracts. No combination of figures may be about fewer than five places.

use crate::random::Dice;
use crate::support::{alike, picture, small};
use screening::across::{Candidate, LEAST_PLACES, Tally, Told, tally, to_count};
use screening::comparison::Round;
use screening::instrument::Instrument;
use screening::picture::Picture;
use std::collections::BTreeSet;

/// How many municipalities are lived through.
const HISTORIES: usize = 10;

/// A screening of an organisation.
struct Place {
    id: String,
    organisation: String,
    leave: bool,
    counted: bool,
    /// How many people answered, and with which step.
    people: (usize, u8),
}

/// What a tally publishes of one group on one focus point, and the places that it moves with.
struct Published {
    point: String,
    group: String,
    places: BTreeSet<String>,
}

fn answered(instrument: &Instrument, place: &Place, moved: bool) -> Picture {
    let (persons, step) = place.people;
    let step = if moved { step + 2 } else { step };
    let crew = persons.saturating_sub(3);
    let all = [alike(instrument, "people", "", persons, step), alike(instrument, "crew", "", crew, step)];
    picture(instrument, &all.concat())
}

fn made(instrument: &Instrument, places: &[&Place], moved: Option<usize>) -> Tally {
    let pictures: Vec<Picture> =
        places.iter().enumerate().map(|(at, place)| answered(instrument, place, moved == Some(at))).collect();
    let rounds: Vec<Round<'_>> = pictures.iter().map(|picture| Round { picture, instrument }).collect();
    tally(&rounds, instrument)
}

/// A tally as the attacker has it: each figure with the places it comes from, found by moving one place's answers.
fn published(instrument: &Instrument, places: &[&Place]) -> Vec<Published> {
    let told = made(instrument, places, None);
    let moved: Vec<Tally> = (0..places.len()).map(|at| made(instrument, places, Some(at))).collect();
    let figures = told.rows.iter().enumerate().filter(|(_, row)| matches!(row.told, Told::Mean { .. }));
    figures
        .map(|(at, row)| Published {
            point: row.point.to_string(),
            group: row.group.to_string(),
            places: places
                .iter()
                .zip(&moved)
                .filter(|(_, moved)| moved.rows[at].told != row.told)
                .map(|(place, _)| place.id.clone())
                .collect(),
        })
        .collect()
}

/// The fewest places that some sum or difference of figures of the same group on the same focus point is about.
fn fewest(all: &[Published]) -> Option<usize> {
    let mut fewest = None;
    for first in all {
        let same: Vec<&Published> = all
            .iter()
            .filter(|one| (&one.point, &one.group) == (&first.point, &first.group))
            .take(6)
            .collect();
        // Each figure added, left out or subtracted.
        for combination in 1..3_usize.pow(same.len() as u32) {
            let signs = (0..same.len()).map(|at| (combination / 3_usize.pow(at as u32) % 3) as i32 - 1);
            let signs: Vec<i32> = signs.collect();
            let ids: BTreeSet<&String> = same.iter().flat_map(|one| &one.places).collect();
            let weight = |id: &String| -> i32 {
                same.iter().zip(&signs).filter(|(one, _)| one.places.contains(id)).map(|(_, sign)| sign).sum()
            };
            let left = ids.into_iter().filter(|id| weight(id) != 0).count();
            if left > 0 {
                fewest = Some(fewest.map_or(left, |least: usize| least.min(left)));
            }
        }
    }
    fewest
}

/// Years of a municipality; `rule` says which places a tally counts.
fn history(seed: u64, rule: fn(&[Place]) -> Vec<String>) -> Vec<Published> {
    let (instrument, mut dice) = (small(), Dice::new(seed));
    let mut newest_first: Vec<Place> = Vec::new();
    let mut known = Vec::new();
    for event in 0..60 {
        let at = (!newest_first.is_empty()).then(|| dice.pick(0, newest_first.len() - 1));
        match (dice.pick(0, 9), at) {
            (0..=3, _) | (_, None) => newest_first.insert(
                0,
                Place {
                    id: format!("screening {event}"),
                    organisation: format!("organisation {}", dice.pick(1, 12)),
                    leave: dice.chance(70),
                    counted: false,
                    people: ([4, 7, 12, 15][dice.pick(0, 3)], [2, 3][dice.pick(0, 1)]),
                },
            ),
            (4..=6, Some(at)) => newest_first[at].leave = true,
            // Taken back, which is refused once it is counted.
            (7, Some(at)) => newest_first[at].leave = newest_first[at].counted,
            (_, Some(_)) => {
                let counted = rule(&newest_first);
                let places: Vec<&Place> =
                    newest_first.iter().filter(|place| counted.contains(&place.id)).collect();
                if places.len() >= LEAST_PLACES && made(&instrument, &places, None).tells() {
                    known.extend(published(&instrument, &places));
                    for place in newest_first.iter_mut().filter(|place| counted.contains(&place.id)) {
                        place.counted = true;
                    }
                }
            }
        }
    }
    known
}

fn candidate(place: &Place, counted: bool) -> Candidate<'_> {
    Candidate {
        id: &place.id,
        organisation: &place.organisation,
        instrument: "small",
        leave: place.leave,
        counted,
    }
}

#[test]
fn tallies_cannot_be_subtracted_down_to_a_few_places() {
    let (mut figures, mut noticed) = (0, 0);
    for seed in 0..HISTORIES {
        let once = history(seed as u64, |places| {
            let all: Vec<Candidate<'_>> =
                places.iter().map(|place| candidate(place, place.counted)).collect();
            to_count(&all, "small").into_iter().map(str::to_owned).collect()
        });
        figures += once.len();
        if let Some(fewest) = fewest(&once) {
            assert!(fewest >= LEAST_PLACES, "history {seed}: a difference is about {fewest} places");
        }
        // The same attacker, once places are counted again and again.
        let again = history(seed as u64, |places| {
            let all: Vec<Candidate<'_>> = places.iter().map(|place| candidate(place, false)).collect();
            to_count(&all, "small").into_iter().map(str::to_owned).collect()
        });
        noticed += usize::from(fewest(&again).is_some_and(|fewest| fewest < LEAST_PLACES));
    }
    println!("{figures} figures; counting again is noticed in {noticed} of {HISTORIES} histories");
    assert!(figures > HISTORIES && noticed > 2, "{figures} figures, {noticed} noticed");
}
