//! How many units a file of answers may name: sums are kept of each, so their number bounds the memory it takes.

use super::fault::{AnswersFault, found};
use super::file::FileRow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Most different units in a file: more than any organisation has, few enough to keep sums of.
pub const MOST_UNITS: usize = 1000;

/// The units of a file, and the line on which each stands first, gathered by everyone who reads a part of it.
#[derive(Default)]
pub(super) struct Units(Mutex<BTreeMap<String, u64>>);

/// What one of them has met, so that the others are asked once a name and not once a row.
pub(super) struct Met<'a> {
    all: &'a Units,
    own: BTreeSet<String>,
}

impl Units {
    /// For one who reads rows in the order of their lines.
    pub(super) fn met(&self) -> Met<'_> {
        Met { all: self, own: BTreeSet::new() }
    }

    /// The first unit beyond those that may be: exact when all rows before it have been noted.
    pub(super) fn fault(&self) -> Option<AnswersFault> {
        let units = self.lines();
        let mut lines: Vec<(u64, &str)> = units.iter().map(|(unit, line)| (*line, unit.as_str())).collect();
        lines.sort_unstable();
        let (line, unit) = lines.get(MOST_UNITS)?;
        Some(AnswersFault {
            line: Some(*line),
            column: Some("unit".to_owned()),
            message: format!(
                "expected {MOST_UNITS} different units at most, found {} beside them",
                found(unit)
            ),
        })
    }

    /// A thread that fell while noting leaves nothing half done that another could trip over.
    fn lines(&self) -> MutexGuard<'_, BTreeMap<String, u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Met<'_> {
    /// Notes the unit of a row; false where it is one too many.
    pub(super) fn note(&mut self, row: &FileRow<'_>) -> bool {
        let Some(unit) = row.unit.filter(|unit| !self.own.contains(*unit)) else { return true };
        self.own.insert(unit.to_owned());
        let mut lines = self.all.lines();
        let first = lines.entry(unit.to_owned()).or_insert(row.line);
        *first = row.line.min(*first);
        lines.len() <= MOST_UNITS
    }
}
