//! Thousands of random screenings against the attacker of `solve`, and what he finds once a rule is broken.

use crate::random::{World, categories, screenings, world};
use crate::solve::{attack, items, scored};
use screening::id::GroupId;
use screening::picture::{Figure, Kind, Published, PublishedRow, Shown};
use std::ops::AddAssign;

#[test]
fn nothing_protected_follows_from_all_that_is_published() {
    for seed in 0..screenings(2000) {
        let world = world(seed);
        let found = attack(&world, &world.published());
        assert!(found.is_empty(), "screening {seed}, k {}: {found:?}", world.size.k());
    }
}

/// The persons that a row is about.
fn persons(world: &World, row: &PublishedRow) -> u64 {
    let items = items(world, &row.code, &row.group);
    let own = world.responses.iter().filter(|response| response.group == row.group);
    let own = own.filter(|response| row.unit.is_none() || row.unit == response.unit);
    own.filter(|response| scored(response, &items)).count() as u64
}

/// A rule broken in one place: false where this screening has no such place.
type Break = fn(&World, &mut Published) -> bool;

const BREAKS: [(&str, Break); 9] = [
    ("the mean of a small unit", |world, published| reveal(world, published, true, Shown::Few)),
    ("the mean of a unit that another follows from", |world, published| {
        reveal(world, published, true, Shown::Derived)
    }),
    ("the mean of a small group", |world, published| reveal(world, published, false, Shown::Few)),
    ("the spread of a small group", |world, published| edit_few(world, published, |row| row.sd = Some(0.5))),
    ("the n of a small group", |world, published| edit_few(world, published, |row| row.n = Some(3))),
    ("a small count", |world, published| give_count(world, published, true)),
    ("a count that a small one follows from", |world, published| give_count(world, published, false)),
    ("a difference from a small group", |world, published| give_gap(world, published)),
    ("the equal voice with a small group", |world, published| give_voice(world, published)),
];

fn is_protected(world: &World, row: &PublishedRow) -> bool {
    world.protected().any(|group| group.id == row.group)
}

fn reveal(world: &World, published: &mut Published, by_unit: bool, shown: Shown) -> bool {
    let place = published.rows.iter().position(|row| {
        row.unit.is_some() == by_unit
            && row.shown == shown
            && row.other_group.is_none()
            && is_protected(world, row)
            && persons(world, row) > 0
    });
    if let Some(place) = place {
        published.rows[place].mean = Some(Figure::Value(3.0));
    }
    place.is_some()
}

fn edit_few(world: &World, published: &mut Published, edit: fn(&mut PublishedRow)) -> bool {
    let small = |row: &&mut PublishedRow| {
        row.shown == Shown::Few
            && row.other_group.is_none()
            && is_protected(world, row)
            && persons(world, row) > 0
    };
    let row = published.rows.iter_mut().find(small);
    row.map(edit).is_some()
}

/// Gives an emptied count: a small one, or one that was emptied for the sake of others.
fn give_count(world: &World, published: &mut Published, small: bool) -> bool {
    for row in published.rows.iter_mut().filter(|row| row.kind == Kind::Indicator && row.shown == Shown::Yes)
    {
        let Some(indicator) = world.instrument.indicators().find(|own| own.id.as_str() == row.code) else {
            continue;
        };
        if !is_protected(world, row) {
            continue;
        }
        let counts = categories(world, &row.group, indicator);
        let counts = &counts[counts.len() - 3..];
        let cells = [&mut row.dont_know, &mut row.not_applicable, &mut row.blank];
        for (cell, count) in cells.into_iter().zip(counts) {
            let fits = if small { (1..world.size.k()).contains(count) } else { *count >= world.size.k() };
            if cell.is_none() && fits {
                *cell = Some(*count);
                return true;
            }
        }
    }
    false
}

fn give_gap(world: &World, published: &mut Published) -> bool {
    let rows = published.rows.clone();
    let side = |gap: &PublishedRow, group: &GroupId| {
        rows.iter().find(|row| {
            row.code == gap.code && row.group == *group && row.unit.is_none() && row.other_group.is_none()
        })
    };
    let gap = published.rows.iter_mut().filter(|row| row.kind == Kind::Gap && row.shown == Shown::Few).find(
        |gap| {
            let other = gap.other_group.as_ref().and_then(|other| side(gap, other));
            let sides = [side(gap, &gap.group), other];
            let small = |row: &&&PublishedRow| {
                is_protected(world, row) && (1..world.size.k()).contains(&persons(world, row))
            };
            let sides: Vec<&PublishedRow> = sides.into_iter().flatten().collect();
            sides.iter().filter(small).count() == 1 && sides.iter().any(|row| row.shown.is_shown())
        },
    );
    gap.map(|gap| gap.mean = Some(Figure::Value(0.5))).is_some()
}

fn give_voice(world: &World, published: &mut Published) -> bool {
    let all =
        |row: &&PublishedRow| row.unit.is_none() && row.other_group.is_none() && row.kind != Kind::Group;
    let rows: Vec<&PublishedRow> = published.rows.iter().filter(all).collect();
    let voice = rows.chunk_by(|one, next| one.code == next.code).find(|rows| {
        let hidden: Vec<_> = rows.iter().filter(|row| !row.shown.is_shown()).collect();
        rows.len() > 1 && hidden.len() == 1 && is_protected(world, hidden[0]) && persons(world, hidden[0]) > 0
    });
    let voice = voice.map(|rows| (rows[0].kind, rows[0].code.clone(), 3.0));
    let given = voice.is_some();
    published.equal_voice.extend(voice);
    given
}

#[test]
fn the_attacker_finds_every_rule_that_is_broken() {
    let mut tried = [0_u64; BREAKS.len()];
    let screenings = screenings(300);
    for seed in 0..screenings {
        let world = world(seed);
        let sound = world.published();
        for ((what, broken), tried) in BREAKS.iter().zip(&mut tried) {
            let mut published = sound.clone();
            if broken(&world, &mut published) {
                tried.add_assign(1);
                assert!(!attack(&world, &published).is_empty(), "screening {seed}: {what} goes unnoticed");
            }
        }
    }
    for ((what, _), tried) in BREAKS.iter().zip(tried) {
        println!("{what}: given in {tried} of {screenings} screenings, found in each");
        assert!(tried > 0 || screenings < 300, "{what}");
    }
}

/// What the rules hide beyond what is small. They hide the smallest shown unit once, where fewer than k are left
/// outside, and the smallest count given once; neither can happen twice in a place, since each holds k or more.
#[test]
fn hardly_more_is_hidden_than_what_is_small() {
    let (mut units, mut few, mut derived, mut counts, mut small, mut emptied) = (0, 0, 0, 0, 0, 0);
    for seed in 0..screenings(1500) {
        let world = world(seed);
        let published = world.published();
        for group in world.protected() {
            for point in &world.instrument.focus_points {
                let own = |row: &&PublishedRow| {
                    row.kind == Kind::FocusPoint
                        && row.unit.is_some()
                        && row.code == point.id.as_str()
                        && row.group == group.id
                };
                let rows: Vec<&PublishedRow> = published.rows.iter().filter(own).collect();
                let hidden = |why: Shown| rows.iter().filter(|row| row.shown == why).count();
                units += rows.len();
                few += hidden(Shown::Few);
                derived += hidden(Shown::Derived);
                assert!(hidden(Shown::Derived) <= 1, "screening {seed}, {} {}", group.id, point.id);
            }
            for indicator in world.instrument.indicators() {
                let row = published.row(Kind::Indicator, indicator.id.as_str(), &group.id);
                let Some(row) = row.filter(|row| row.shown == Shown::Yes) else { continue };
                let persons = categories(&world, &group.id, indicator);
                let cells = [row.dont_know, row.not_applicable, row.blank];
                let large =
                    |(cell, count): &(&Option<u64>, &u64)| cell.is_none() && **count >= world.size.k();
                let beyond = cells.iter().zip(&persons[persons.len() - 3..]).filter(large).count();
                assert!(beyond <= 1, "screening {seed}, {} {}", group.id, indicator.id);
                counts += 3;
                small += cells.iter().filter(|cell| cell.is_none()).count() - beyond;
                emptied += beyond;
            }
        }
    }
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    println!(
        "units: {units} cells, {few} small, {derived} hidden though not small ({:.1} % of the hidden, {:.1} % of all)",
        share(derived, few + derived),
        share(derived, units)
    );
    println!(
        "counts: {counts} cells, {small} small, {emptied} emptied though not small ({:.1} % of the emptied, {:.1} % of all)",
        share(emptied, small + emptied),
        share(emptied, counts)
    );
}
