//! Two rounds of the same screening: both are published, and the comparison of them.

use crate::random::{World, screenings, world};
use crate::solve::{Round, attack_sums, codes};
use screening::comparison::{self, Earlier, PublishedChange, compare};
use screening::id::GroupId;

/// The same instrument, groups and settings, answered by others and by fewer or more of them.
pub(crate) fn later(world: &World, seed: u64) -> World {
    let mut later = world.clone();
    for (place, response) in later.responses.iter_mut().enumerate() {
        // Everyone answers as somebody else of the group did.
        let own: Vec<_> = world.responses.iter().filter(|other| other.group == response.group).collect();
        response.answers = own[(place * 7 + seed as usize) % own.len()].answers.clone();
    }
    match seed % 3 {
        0 => later.responses.retain(|response| response.unit.as_deref() != Some("Enhed 1")),
        1 => drop(later.responses.pop()),
        _ => later.responses.extend(world.responses.first().cloned()),
    }
    later
}

/// What the comparison of two rounds publishes.
fn changes(earlier: &World, later: &World) -> Vec<PublishedChange> {
    let (before, now) = (earlier.picture(), later.picture());
    let earlier = comparison::Round { picture: &before, instrument: &earlier.instrument };
    let later = comparison::Round { picture: &now, instrument: &later.instrument };
    compare(earlier, later).published()
}

/// An earlier round as the report of a later one has it beside itself.
pub(crate) fn between(earlier: &World, later: &World) -> Earlier {
    let (before, now) = (earlier.picture(), later.picture());
    let earlier = comparison::Round { picture: &before, instrument: &earlier.instrument };
    let later = comparison::Round { picture: &now, instrument: &later.instrument };
    Earlier::new("Sidst", earlier, later)
}

/// A screening among others in a row, as the trend tells of them: first, in between and last.
pub(crate) fn in_a_row(world: &World) -> String {
    let next = later(world, 1);
    let rows = [[world, &next, &next], [&next, world, &next], [&next, &next, world]];
    let told = rows.map(|row| {
        let pictures = row.map(World::picture);
        let rounds: Vec<comparison::Round<'_>> = row
            .iter()
            .zip(&pictures)
            .map(|(world, picture)| comparison::Round { picture, instrument: &world.instrument })
            .collect();
        format!("{:?}", comparison::trends(&rounds))
    });
    told.join("\n")
}

/// The changes that pages and reports show of a screening since one before it.
pub(crate) fn read(world: &World) -> String {
    let changes = changes(world, &later(world, 1));
    format!("{:?}", changes.iter().filter(|change| change.stands).collect::<Vec<_>>())
}

#[test]
fn two_rounds_give_away_no_more_than_each() {
    let (mut told_of, mut noticed) = (0, 0);
    for seed in 0..screenings(150) {
        let first = world(seed);
        let second = later(&first, seed);
        let (one, other) = (first.published(), second.published());
        let rounds: [Round<'_>; 2] = [(&first, &one), (&second, &other)];
        let changes = changes(&first, &second);
        for code in codes(&first) {
            let told = |change: &&PublishedChange| {
                change.code == code && (change.difference.is_some() || change.interval.is_some())
            };
            let groups: Vec<GroupId> =
                changes.iter().filter(told).map(|change| change.group.clone()).collect();
            told_of += groups.len();
            let found = attack_sums(&rounds, &code, &groups);
            assert!(found.is_empty(), "screening {seed}: {found:?}");
            // The same attacker, once a change is given where one of the rounds is hidden.
            let all: Vec<GroupId> = first.protected().map(|group| group.id.clone()).collect();
            noticed += u64::from(!attack_sums(&rounds, &code, &all).is_empty());
        }
    }
    println!("{told_of} changes give nothing away");
    println!("a change beside a hidden round is noticed on {noticed} codes");
    assert!(told_of > 0 && noticed > 0);
}
