//! Everywhere alike, in the files too: whatever is hidden may be anything else, and no workbook, no CSV for a
//! spreadsheet and no data package changes by a byte. Screenings and changes are those of the attack suite.

#[path = "../../screening/tests/attack/change.rs"]
mod change;
#[path = "../../screening/tests/attack/random.rs"]
mod random;

use change::{
    hidden_units_change_places, one_of_a_small_count_answers_otherwise, other_answers,
    small_groups_answer_otherwise,
};
use print::{packed, xlsx};
use random::{World, screenings, world};
use screening::data_package;
use screening::export::Export;
use screening::id::GroupId;
use screening::instrument::Disclosure;
use screening::language;
use std::collections::BTreeMap;

/// Every file of figures that `screening` alone does not write.
fn files(world: &World) -> [(&'static str, Vec<u8>); 3] {
    let published = world.published();
    let danish = language::of("da");
    let export = Export::new(&published, &world.instrument, danish, ("Stedet", "Efterår"), (2026, 11, 21));
    let mut csv = Vec::new();
    export.figures.write_excel_csv(&world.instrument, danish, &mut csv).expect("memory");
    let package = data_package::files(&export).expect("a data package");
    [
        ("workbook", xlsx(&export).expect("a workbook")),
        ("CSV for a spreadsheet", csv),
        ("data package", packed(&package).expect("a package")),
    ]
}

/// Compares the files of so many pairs of screenings that differ in what is hidden, and in nothing else.
fn unnoticed(what: &str, pair: impl Fn(World, u64) -> Option<(World, World)>) {
    let mut tried = 0;
    for seed in 0..screenings(15) {
        let differ = |(one, other): &(World, World)| one.responses != other.responses;
        let Some((one, other)) = pair(world(seed), seed).filter(differ) else { continue };
        tried += 1;
        for ((file, one), (_, other)) in files(&one).iter().zip(&files(&other)) {
            assert!(one == other, "screening {seed}: {what} shows in the {file}");
        }
    }
    assert!(tried > 0 || screenings(15) < 25, "{what}");
    println!("{tried} screenings: {what} changed no file");
}

#[test]
fn what_a_small_group_answered_is_in_no_file() {
    unnoticed("what a small group answered", |world, seed| {
        let other = small_groups_answer_otherwise(&world, seed)?;
        Some((world, other))
    });
}

#[test]
fn who_is_in_which_hidden_unit_is_in_no_file() {
    unnoticed("who is in which hidden unit", |world, _| {
        let other = hidden_units_change_places(&world);
        Some((world, other))
    });
}

#[test]
fn a_small_count_is_in_no_file() {
    unnoticed("one more or less of a small count", |world, _| {
        let other = one_of_a_small_count_answers_otherwise(&world);
        Some((world, other))
    });
}

#[test]
fn an_in_role_group_stands_alone_in_no_file() {
    unnoticed("what an in-role group alone answered", |mut world, seed| {
        let groups = world.instrument.groups.clone();
        let in_role = |id: &GroupId| {
            groups.iter().any(|group| group.id == *id && group.disclosure == Disclosure::InRole)
        };
        // The first k - 1 of every protected group.
        let (k, mut kept) = (world.size.k(), BTreeMap::<GroupId, u64>::new());
        world.responses.retain(|response| {
            let persons = kept.entry(response.group.clone()).or_default();
            *persons += 1;
            in_role(&response.group) || *persons < k
        });
        let other = other_answers(&world, seed, false, in_role);
        Some((world, other))
    });
}

/// And a figure that is shown does change them: the comparison would see one.
#[test]
fn what_is_shown_is_in_every_file() {
    let mut changed = BTreeMap::new();
    for seed in 0..screenings(15) {
        let world = world(seed);
        let other = other_answers(&world, seed, false, |_| true);
        for ((file, one), (_, other)) in files(&world).iter().zip(&files(&other)) {
            *changed.entry(*file).or_insert(0) += u64::from(one != other);
        }
    }
    println!("of {} screenings with other answers: {changed:?}", screenings(15));
    assert!(changed.values().all(|screenings| *screenings > 0), "{changed:?}");
}
