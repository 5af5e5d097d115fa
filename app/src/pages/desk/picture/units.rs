//! Focus points by unit: means with n, and nothing more exists.

use super::scene::Parts;
use crate::words::fill;
use screening::chart::Table;
use screening::id::FocusPointId;
use screening::instrument::{Disclosure, Group};
use screening::picture::{Kind, Published, PublishedRow, Shown};

/// The units that have rows, in the picture's order.
pub fn units(published: &Published) -> Vec<&str> {
    let mut units = Vec::new();
    for unit in published.rows.iter().filter_map(|row| row.unit.as_deref()) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}

/// What is given of a unit; and where some of it is hidden, what the words for that mean.
pub fn lead(scene: &Parts) -> String {
    let (words, language) = (scene.words(), scene.language());
    let smallest = language.number_word(scene.published().min_group_size.k());
    let hidden = |shown| scene.published().rows.iter().any(|row| row.unit.is_some() && row.shown == shown);
    let notes = [(Shown::Few, &words.units_few), (Shown::Derived, &words.units_derived)];
    let notes = notes.into_iter().filter(|(shown, _)| hidden(*shown));
    let notes = notes.map(|(_, note)| fill(note, &[("smallest", &smallest)]));
    std::iter::once(words.units_lead.clone()).chain(notes).collect::<Vec<_>>().join(" ")
}

/// Most units side by side: more are not read on one screen, nor on paper.
const MOST_ABREAST: usize = 6;

/// Tables for each group that has unit rows: focus points × units.
pub fn tables(scene: &Parts) -> Vec<Table> {
    let groups = scene.instrument().groups.iter().filter(|group| group.disclosure == Disclosure::Protected);
    let units = units(scene.published());
    // Parts of about the same width.
    let parts = units.len().div_ceil(MOST_ABREAST).max(1);
    let chunks: Vec<&[&str]> = units.chunks(units.len().div_ceil(parts).max(1)).collect();
    let by_group = |group| {
        let tables: Vec<Table> = chunks.iter().filter_map(|units| by_group(scene, group, units)).collect();
        let of = tables.len();
        tables.into_iter().zip(1..).map(move |(table, part)| numbered(scene, table, part, of))
    };
    groups.flat_map(by_group).collect()
}

/// Says which part of several it is.
fn numbered(scene: &Parts, table: Table, part: usize, of: usize) -> Table {
    if of == 1 {
        return table;
    }
    let values = [("caption", &*table.caption), ("part", &part.to_string()), ("parts", &of.to_string())];
    let caption = fill(&scene.words().units_part, &values);
    Table { caption, ..table }
}

fn by_group(scene: &Parts, group: &Group, units: &[&str]) -> Option<Table> {
    let words = scene.words();
    let rows: Vec<Vec<String>> = scene
        .instrument()
        .focus_points
        .iter()
        .filter(|point| units.iter().any(|unit| row(scene, &point.id, group, unit).is_some()))
        .map(|point| {
            let cells = units.iter().map(|unit| cell(scene, row(scene, &point.id, group, unit)));
            std::iter::once(scene.title(Kind::FocusPoint, point.id.as_str())).chain(cells).collect()
        })
        .collect();
    let columns = std::iter::once(words.focus_point.clone());
    let columns = columns.chain(units.iter().map(|unit| (*unit).to_owned())).collect();
    let caption = fill(&words.units_caption, &[("group", scene.group(&group.id))]);
    (!rows.is_empty()).then_some(Table { caption, columns, rows })
}

/// One focus point: units × groups.
pub fn of_point(scene: &Parts, point: &FocusPointId) -> Option<Table> {
    let words = scene.words();
    let units = units(scene.published());
    let has_rows = |group: &&Group| units.iter().any(|unit| row(scene, point, group, unit).is_some());
    let groups: Vec<&Group> = scene.instrument().groups.iter().filter(has_rows).collect();
    let columns = std::iter::once(words.unit.clone());
    let columns = columns.chain(groups.iter().map(|group| scene.group(&group.id).to_owned())).collect();
    let rows = units
        .iter()
        .map(|unit| {
            let cells = groups.iter().map(|group| cell(scene, row(scene, point, group, unit)));
            std::iter::once((*unit).to_owned()).chain(cells).collect()
        })
        .collect();
    let title = scene.title(Kind::FocusPoint, point.as_str());
    let caption = fill(&words.units_caption, &[("group", &title)]);
    (!groups.is_empty()).then_some(Table { caption, columns, rows })
}

fn row<'a>(scene: &'a Parts, point: &FocusPointId, group: &Group, unit: &str) -> Option<&'a PublishedRow> {
    scene.published().rows.iter().find(|row| {
        row.kind == Kind::FocusPoint
            && row.code == point.as_str()
            && row.group == group.id
            && row.unit.as_deref() == Some(unit)
    })
}

/// A mean with n, or in a word why there is none: the note of the table says it in full.
fn cell(scene: &Parts, row: Option<&PublishedRow>) -> String {
    let (words, language) = (scene.words(), scene.language());
    match row {
        Some(row) if row.shown.is_shown() => {
            row.mean.zip(row.n).map_or_else(String::new, |(mean, n)| language.mean(mean, n))
        }
        Some(row) if row.shown == Shown::Derived => words.derived.clone(),
        Some(_) => words.few_in_unit.clone(),
        None => language.not_asked().to_owned(),
    }
}
