//! Everywhere alike: whatever is hidden may be anything else, and no output changes by a letter. So no output holds
//! a number made of it, whichever way it was made.

use crate::change::{
    hidden_units_change_places, one_of_a_small_count_answers_otherwise, other_answers,
    small_groups_answer_otherwise,
};
use crate::outputs::{charts, files, read};
use crate::random::{World, screenings, world};
use screening::comment;
use screening::figures::{Standing, any, standing};
use screening::id::GroupId;
use screening::instrument::Disclosure;
use screening::picture::{Kind, Published, Shown};
use screening::score_file::COLUMNS;
use std::collections::BTreeMap;

fn everything(world: &World) -> Vec<(String, String)> {
    let mut texts = files(&world.published());
    texts.extend(read(world));
    texts
}

fn assert_alike(seed: u64, what: &str, one: &[(String, String)], other: &[(String, String)]) {
    assert_eq!(one.len(), other.len(), "screening {seed}: {what} adds or removes an output");
    for (one, other) in one.iter().zip(other) {
        let at = one.1.chars().zip(other.1.chars()).position(|(one, other)| one != other).unwrap_or(0);
        let around = |text: &str| text.chars().skip(at.saturating_sub(60)).take(120).collect::<String>();
        let (one_part, other_part) = (around(&one.1), around(&other.1));
        assert!(one == other, "screening {seed}: {what} shows in {}: {one_part} and {other_part}", one.0);
    }
}

#[test]
fn what_a_small_group_answered_is_in_no_output() {
    let mut tried = 0;
    for seed in 0..screenings(60) {
        let world = world(seed);
        if let Some(other) = small_groups_answer_otherwise(&world, seed) {
            tried += 1;
            assert_alike(seed, "a small group's answers", &everything(&world), &everything(&other));
        }
    }
    assert!(tried > 0);
    println!("{tried} screenings with a small group, whose answers changed nothing");
}

#[test]
fn who_of_a_hidden_unit_answered_what_is_in_no_output() {
    let mut tried = 0;
    for seed in 0..screenings(60) {
        let world = world(seed);
        let other = hidden_units_change_places(&world);
        tried += u64::from(other.responses != world.responses);
        assert_alike(seed, "who is in which hidden unit", &everything(&world), &everything(&other));
    }
    assert!(tried > 0);
    println!("{tried} screenings with hidden units, whose persons changed places unnoticed");
}

#[test]
fn a_small_count_is_in_no_output() {
    let mut tried = 0;
    for seed in 0..screenings(60) {
        let world = world(seed);
        let other = one_of_a_small_count_answers_otherwise(&world);
        tried += u64::from(other.responses != world.responses);
        assert_alike(seed, "one don't know as not relevant", &everything(&world), &everything(&other));
    }
    assert!(tried > 0);
    println!("{tried} screenings with small counts, of which one more or less changed nothing");
}

/// The answers of an in-role group, where nobody else is shown: only files of figures hold them.
#[test]
fn an_in_role_group_is_never_shown_alone() {
    let mut tried = 0;
    for seed in 0..screenings(60) {
        let mut world = world(seed);
        let in_role: Vec<GroupId> = world
            .instrument
            .groups
            .iter()
            .filter(|group| group.disclosure == Disclosure::InRole)
            .map(|group| group.id.clone())
            .collect();
        let published = world.published();
        for row in published.rows.iter().filter(|row| row.unit.is_none() && row.other_group.is_none()) {
            let stands = standing(&published, &world.instrument, row.kind, &row.code, &row.group);
            let company = world.protected().any(|group| {
                published.row(row.kind, &row.code, &group.id).is_some_and(|other| other.shown.is_shown())
            });
            if in_role.contains(&row.group) && row.kind != Kind::Group && !company {
                assert!(matches!(stands, Standing::Alone | Standing::Few), "screening {seed}: {row:?}");
            }
        }
        // The first k - 1 of every protected group.
        let mut kept = BTreeMap::<GroupId, u64>::new();
        let k = world.size.k();
        world.responses.retain(|response| {
            let persons = kept.entry(response.group.clone()).or_default();
            *persons += 1;
            in_role.contains(&response.group) || *persons < k
        });
        if world.responses.iter().any(|response| in_role.contains(&response.group)) {
            tried += 1;
            assert!(!any(&world.published(), &world.instrument), "screening {seed}");
            let other = other_answers(&world, seed, false, |group| in_role.contains(group));
            assert_alike(seed, "an in-role group's answers", &read(&world), &read(&other));
        }
    }
    assert!(tried > 0);
    println!("{tried} screenings with an in-role group alone, whose answers changed nothing that is read");
}

/// Hidden rows of files and plots, looked at cell by cell.
#[test]
fn a_hidden_row_has_no_digit_in_any_output() {
    let figures = |name: &str| COLUMNS.iter().position(|column| *column == name).expect("a column");
    let (first, last) = (figures("n"), figures("alpha"));
    let mut hidden = 0;
    for seed in 0..screenings(60) {
        let world = world(seed);
        let published = world.published();
        let mut csv = Vec::new();
        published.write_csv(&mut csv).expect("memory");
        let lines = String::from_utf8(csv).expect("UTF-8");
        for (line, row) in lines.lines().skip(1).zip(&published.rows) {
            let cells: Vec<&str> = line.split(',').collect();
            if !row.shown.is_shown() {
                hidden += 1;
                assert!(cells[first..=last].iter().all(|cell| cell.is_empty()), "screening {seed}: {line}");
            }
        }
        for (name, chart) in charts(&world, &published).iter().filter(|(name, _)| name == "means") {
            for (row, column, cell) in cells(&chart.table) {
                let shown = shown_of(&world, &published, row, column);
                assert!(
                    shown || !cell.contains(|c: char| c.is_ascii_digit()),
                    "screening {seed}: {name} {row} {column}: {cell}"
                );
            }
        }
    }
    println!("{hidden} hidden rows without a digit");
}

fn cells(table: &screening::chart::Table) -> impl Iterator<Item = (&str, &str, &str)> {
    table.rows.iter().flat_map(|row| {
        let columns = table.columns.iter().zip(row).skip(1);
        columns.map(|(column, cell)| (row[0].as_str(), column.as_str(), cell.as_str()))
    })
}

/// Whether a group, by its name, is shown on a row of a plot's table, by its header.
fn shown_of(world: &World, published: &Published, header: &str, name: &str) -> bool {
    let texts = world.instrument.texts("da");
    published.rows.iter().any(|row| {
        let title = match row.kind {
            Kind::Indicator => format!("{} {}", row.code, texts.indicator(&row.code.as_str().into())),
            Kind::FocusPoint => format!("{} {}", row.code, texts.focus_point(&row.code.as_str().into())),
            Kind::Value => texts.values[row.code.as_str()].clone(),
            Kind::Group | Kind::Gap => return false,
        };
        row.unit.is_none()
            && title == header
            && texts.group(&row.group) == name
            && matches!(row.shown, Shown::Yes | Shown::Mean)
    })
}

#[test]
fn comments_of_a_small_group_stay_closed() {
    for seed in 0..screenings(60) {
        let world = world(seed);
        for group in &world.instrument.groups {
            let submitted = world.submitted(&group.id) as u64;
            let open = group.disclosure == Disclosure::InRole || submitted >= world.size.k();
            assert_eq!(comment::opens(group.disclosure, submitted, world.size), open);
        }
    }
}
