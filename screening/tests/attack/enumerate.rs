//! The attacker who tries every possible screening of a few people: whatever answers would have been published
//! alike can't be told apart, so a hidden figure is safe where those screenings differ in it.

use crate::random::World;
use crate::support;
use screening::answers::{Answer, Answers, Response};
use screening::instrument::Instrument;
use screening::picture::{Kind, Published, PublishedRow, Shown};
use screening::settings::{GroupSize, Invited};
use std::collections::{BTreeMap, BTreeSet};

/// One protected group and one focus point `p` with these items, answered from 1 to `max`.
fn tiny(items: usize, max: u8) -> World {
    let mut instrument: Instrument = support::small();
    instrument.scale.max = max;
    instrument.scale.agree_from = max;
    instrument.groups.retain(|group| group.id.as_str() == "people");
    instrument.values.clear();
    instrument.focus_points.truncate(1);
    instrument.focus_points[0].indicators.truncate(items);
    for indicator in &mut instrument.focus_points[0].indicators {
        indicator.value = None;
    }
    let (forms, size) = (BTreeMap::new(), GroupSize::default());
    World { instrument, forms, invited: Invited::default(), size, responses: Vec::new() }
}

fn person(world: &World, unit: Option<usize>, answers: &[Answer]) -> Response {
    let answers = world.instrument.indicators().zip(answers).map(|(own, answer)| (own.id.clone(), *answer));
    Response {
        group: "people".into(),
        unit: unit.map(|unit| format!("Enhed {unit}")),
        answers: Answers(answers.collect()),
    }
}

/// Every way to choose so many of these, order apart.
fn choices<T: Clone>(of: &[T], persons: usize) -> Vec<Vec<T>> {
    if persons == 0 {
        return vec![Vec::new()];
    }
    let with = |place: usize| {
        choices(&of[place..], persons - 1).into_iter().map(move |rest| [&of[place..=place], &rest].concat())
    };
    (0..of.len()).flat_map(with).collect()
}

fn json(published: &Published) -> String {
    let mut out = Vec::new();
    published.write_json(&mut out).expect("memory");
    String::from_utf8(out).expect("UTF-8")
}

/// The hidden figures of a screening: by row, its mean in lowest terms.
fn hidden(world: &World, published: &Published) -> Vec<(String, Option<(u64, u64)>)> {
    let bare = |row: &&PublishedRow| !row.shown.is_shown() && row.kind != Kind::Group;
    let mean = |row: &PublishedRow| {
        let own = world.responses.iter().filter(|response| row.unit.is_none() || response.unit == row.unit);
        let steps: Vec<u64> = own
            .filter_map(|response| {
                let item = if row.kind == Kind::Indicator { row.code.as_str() } else { "p1" };
                match response.answers.0.get(item) {
                    Some(Answer::Step(step)) => Some(u64::from(*step)),
                    _ => None,
                }
            })
            .collect();
        let (sum, n) = (steps.iter().sum::<u64>(), steps.len() as u64);
        let common = (1..=n.max(1)).rev().find(|common| sum % common == 0 && n % common == 0).unwrap_or(1);
        (n > 0).then_some((sum / common, n / common))
    };
    let key = |row: &PublishedRow| format!("{:?} {} {:?}", row.kind, row.code, row.unit);
    published.rows.iter().filter(bare).map(|row| (key(row), mean(row))).collect()
}

/// Screenings that are published alike, by what is published: how many, the values that each hidden figure takes
/// among them, and whether in all of them everyone outside the shown units answered alike.
#[derive(Default)]
struct Alike {
    figures: BTreeMap<String, BTreeSet<Option<(u64, u64)>>>,
    spread: bool,
}

/// Units of these sizes, and people without one, each answering the one item with one of these.
fn every_screening(units: &[usize], without: usize, options: &[Answer], max: u8) -> BTreeMap<String, Alike> {
    let mut world = tiny(1, max);
    let mut found: BTreeMap<String, Alike> = BTreeMap::new();
    let sets: Vec<(Option<usize>, usize)> =
        (0..units.len()).map(|unit| (Some(unit), units[unit])).chain([(None, without)]).collect();
    let mut all: Vec<Vec<Response>> = vec![Vec::new()];
    for (unit, persons) in sets {
        let own: Vec<Vec<Response>> = choices(options, persons)
            .into_iter()
            .map(|answers| answers.into_iter().map(|answer| person(&world, unit, &[answer])).collect())
            .collect();
        all =
            all.iter().flat_map(|before| own.iter().map(|more| [before.as_slice(), more].concat())).collect();
    }
    for responses in all {
        world.responses = responses;
        let published = world.published();
        let shown: Vec<&PublishedRow> =
            published.rows.iter().filter(|row| row.shown == Shown::Mean && row.unit.is_some()).collect();
        let outside: BTreeSet<u8> = world
            .responses
            .iter()
            .filter(|response| !shown.iter().any(|row| row.unit == response.unit))
            .filter_map(|response| match response.answers.0.values().next() {
                Some(Answer::Step(step)) => Some(*step),
                _ => None,
            })
            .collect();
        let alike = found.entry(json(&published)).or_default();
        alike.spread |= outside.len() > 1;
        for (row, mean) in hidden(&world, &published) {
            alike.figures.entry(row).or_default().insert(mean);
        }
    }
    found
}

#[test]
fn a_hidden_unit_can_have_answered_otherwise() {
    let unsure = (vec![Answer::Step(1), Answer::Step(2), Answer::DontKnow], 2);
    let three = ((1..=3).map(Answer::Step).collect(), 3);
    let mut screenings = 0;
    let tries = [
        (&[5, 3][..], 2, &unsure),
        (&[5, 5], 1, &unsure),
        (&[5, 2, 2], 1, &unsure),
        (&[3, 4], 0, &unsure),
        (&[6, 2], 0, &unsure),
        (&[5, 3], 2, &three),
    ];
    for (units, without, (options, max)) in tries {
        for (said, alike) in every_screening(units, without, options, *max) {
            screenings += 1;
            for (row, means) in &alike.figures {
                let pinned = means.len() == 1 && !means.contains(&None);
                // That k or more persons answered alike is not protected.
                assert!(!pinned || !alike.spread, "{units:?} {without}: {row} is {means:?} after {said}");
            }
        }
    }
    println!("{screenings} different publications of 7 to 12 persons in units, no hidden unit pinned");
}

/// The rule for emptied counts can be reckoned backwards in two patterns, for k = 5: one count of 4 that stands
/// before two that are alike, and 4, 4 and 5. Every other emptied count can have been another.
#[test]
fn an_emptied_count_can_have_been_another() {
    let most = 18;
    let mut alike: BTreeMap<_, Vec<[usize; 3]>> = BTreeMap::new();
    let mut world = tiny(1, 2);
    for dont_know in 0..=most {
        for not_applicable in 0..=most - dont_know {
            for blank in 0..=most - dont_know - not_applicable {
                let counts = [dont_know, not_applicable, blank];
                let unscored = [Answer::DontKnow, Answer::NotApplicable, Answer::Blank];
                let skipping =
                    unscored.iter().zip(counts).flat_map(|(answer, persons)| vec![*answer; persons]);
                let answers = [Answer::Step(1); 6].into_iter().chain([Answer::Step(2); 6]).chain(skipping);
                world.responses = answers.map(|answer| person(&world, None, &[answer])).collect();
                let published = world.published();
                let row = published.row(Kind::Indicator, "p1", &"people".into()).expect("a row");
                let given = [row.dont_know, row.not_applicable, row.blank];
                alike.entry((given, world.responses.len())).or_default().push(counts);
            }
        }
    }
    let mut pinned = BTreeSet::new();
    for ((given, _), worlds) in &alike {
        for place in (0..3).filter(|place| given[*place].is_none()) {
            let values: BTreeSet<usize> = worlds.iter().map(|counts| counts[place]).collect();
            if values.len() == 1 && (1..5).contains(&worlds[0][place]) {
                pinned.extend(worlds.iter().copied());
            }
        }
    }
    let expected = [[4, 4, 5], [4, 5, 5], [4, 6, 6], [4, 7, 7]];
    assert_eq!(pinned.into_iter().collect::<Vec<_>>(), expected, "of {} patterns", alike.len());
}
