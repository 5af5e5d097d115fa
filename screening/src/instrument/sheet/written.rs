//! The files that a sheet's rows make, as TOML.

use super::HEADS;
use super::files::Gathered;
use super::parts::{Kind, Table};
use super::toml_file::{Keys, Tables, TomlFile, key, quoted};
use crate::instrument::Why;
use std::collections::HashMap;

impl Gathered {
    /// `instrument.toml`; an indicator that is in no focus point is a fault.
    pub(super) fn structure_file(&mut self) -> TomlFile {
        let mut file = TomlFile::default();
        let mut inside: HashMap<&str, Vec<(&str, &Keys)>> = HashMap::new();
        let mut lost = Vec::new();
        let points: Vec<&str> = self
            .structure
            .iter()
            .filter_map(|(table, _)| if let Table::FocusPoint(id) = table { Some(id.as_str()) } else { None })
            .collect();
        for (table, keys) in self.structure.iter() {
            let Table::Indicator(id) = table else { continue };
            match self.points.get(id).filter(|point| points.contains(&point.as_str())) {
                Some(point) => inside.entry(point).or_default().push((id, keys)),
                None => lost.push((keys.row, id.clone())),
            }
        }
        let tables =
            |wanted: fn(&Table) -> bool| self.structure.iter().filter(move |(table, _)| wanted(table));
        for (_, keys) in tables(|table| matches!(table, Table::Root)) {
            file.table(&[], keys);
        }
        for (_, keys) in tables(|table| matches!(table, Table::Scale)) {
            file.table(&["[scale]"], keys);
        }
        for (table, keys) in self.structure.iter() {
            match table {
                Table::Group(id) => file.table(&["[[groups]]", &with_id(id)], keys),
                Table::Value(id) => file.table(&["[[values]]", &with_id(id)], keys),
                _ => {}
            }
        }
        for (table, keys) in self.structure.iter() {
            let Table::FocusPoint(id) = table else { continue };
            file.table(&["[[focus_points]]", &with_id(id)], keys);
            for (id, keys) in inside.get(id.as_str()).into_iter().flatten() {
                file.table(&["[[focus_points.indicators]]", &with_id(id)], keys);
            }
        }
        for (table, keys) in self.structure.iter() {
            match table {
                Table::Names => file.table(&["[names]"], keys),
                Table::Signals => file.table(&["[signals]"], keys),
                _ => {}
            }
        }
        for (row, id) in lost {
            let message =
                format!("indicator {id} is in no focus point: write a row focus_point with the id of one");
            self.fault(row, HEADS[3], message, Why::InNoPoint(id));
        }
        file
    }
}

fn with_id(id: &str) -> String {
    format!("id = {}", quoted(id))
}

/// A language's file.
pub(super) fn text_file(tables: &Tables<Vec<String>>) -> TomlFile {
    let mut file = TomlFile::default();
    // Keys without a table must come first.
    for (_, keys) in tables.iter().filter(|(path, _)| path.is_empty()) {
        file.table(&[], keys);
    }
    for (path, keys) in tables.iter().filter(|(path, _)| !path.is_empty()) {
        file.table(&[&format!("[{}]", key(path))], keys);
    }
    file
}

/// A cell of structure as TOML writes it; what does not fit its kind becomes a text, which the check refuses.
pub(super) fn value(cell: &str, kind: Kind) -> String {
    match (kind, cell) {
        (Kind::Flag, "yes" | "true") => "true".to_owned(),
        (Kind::Flag, "no" | "false") => "false".to_owned(),
        (Kind::Number, number) if number.parse::<u32>().is_ok_and(|read| read.to_string() == number) => {
            number.to_owned()
        }
        (Kind::Share, share) => match share.replace(',', ".").parse::<f64>() {
            Ok(share) if share.is_finite() => format!("{share:?}"),
            _ => quoted(cell),
        },
        (Kind::Ids, ids) => {
            let ids: Vec<String> = ids.split_whitespace().map(quoted).collect();
            format!("[{}]", ids.join(", "))
        }
        _ => quoted(cell),
    }
}
