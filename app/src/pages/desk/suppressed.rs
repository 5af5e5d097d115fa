//! What is hidden, and why, in words.

use crate::page::Page;
use crate::words::fill;
use screening::figures::{Standing, standing};
use screening::instrument::{Disclosure, Group, Instrument};
use screening::picture::{Kind, Published, PublishedRow, Shown};

/// One sentence for each group (and unit) and reason; empty where everything is shown.
pub fn reasons(page: &Page, published: &Published, instrument: &Instrument) -> Vec<String> {
    let mut sentences = Vec::new();
    for group in &instrument.groups {
        whole(page, published, instrument, group, &mut sentences);
        by_unit(page, published, instrument, group, &mut sentences);
    }
    sentences
}

/// Rows over all units.
fn whole(
    page: &Page,
    published: &Published,
    instrument: &Instrument,
    group: &Group,
    sentences: &mut Vec<String>,
) {
    let words = &page.words.desk.picture;
    let name = instrument.texts(page.language).group(&group.id);
    let rows: Vec<&PublishedRow> = published
        .rows
        .iter()
        .filter(|row| {
            matches!(row.kind, Kind::FocusPoint | Kind::Indicator)
                && row.group == group.id
                && row.unit.is_none()
        })
        .collect();
    let codes = |why: fn(&Standing<'_>) -> bool| {
        rows.iter()
            .filter(|row| why(&standing(published, instrument, row.kind, &row.code, &group.id)))
            .map(|row| row.code.as_str())
            .collect::<Vec<_>>()
    };
    let few = codes(|standing| matches!(standing, Standing::Few));
    let alone = codes(|standing| matches!(standing, Standing::Alone));
    let mut say = |text: &str, codes: &[&str]| {
        if !codes.is_empty() {
            sentences.push(fill(text, &[("group", name), ("codes", &codes.join(", "))]));
        }
    };
    say(&words.hidden_few, &few);
    say(&words.hidden_alone, &alone);
    let thin = rows.iter().any(|row| row.shown == Shown::Mean);
    if thin && group.disclosure == Disclosure::Protected {
        let full = published.min_group_size.d().to_string();
        sentences.push(fill(&words.hidden_mean, &[("group", name), ("full", &full)]));
    }
}

/// Rows of one unit.
fn by_unit(
    page: &Page,
    published: &Published,
    instrument: &Instrument,
    group: &Group,
    sentences: &mut Vec<String>,
) {
    let words = &page.words.desk.picture;
    let name = instrument.texts(page.language).group(&group.id);
    for unit in units(published) {
        let codes = |shown: Shown| {
            published
                .rows
                .iter()
                .filter(|row| {
                    row.kind == Kind::FocusPoint
                        && row.group == group.id
                        && row.unit.as_deref() == Some(unit)
                        && row.shown == shown
                })
                .map(|row| row.code.as_str())
                .collect::<Vec<_>>()
                .join(", ")
        };
        for (shown, text) in
            [(Shown::Few, &words.hidden_unit_few), (Shown::Derived, &words.hidden_unit_derived)]
        {
            let codes = codes(shown);
            if !codes.is_empty() {
                sentences.push(fill(text, &[("group", name), ("unit", unit), ("codes", &codes)]));
            }
        }
    }
}

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
