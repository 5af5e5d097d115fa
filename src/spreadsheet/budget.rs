//! What is left of the limits of a file, and the rows that were read within them.

use screening::answers::import::{
    FileFault, FileProblem, LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_LINES, MOST_TEXT, Merged, Sheet,
    SheetRow,
};
use std::collections::BTreeMap;

/// Most merged cells that are looked at: a table has none.
const MOST_MERGED: usize = 10_000;

/// What one file has used.
#[derive(Debug, Default)]
pub(super) struct Budget {
    cells: usize,
    text: usize,
}

impl Budget {
    /// Counts so many places for cells.
    pub(super) fn cells(&mut self, more: usize) -> Result<(), FileProblem> {
        self.cells = self.cells.saturating_add(more);
        if self.cells > MOST_CELLS { Err(FileProblem::TooManyCells(MOST_CELLS)) } else { Ok(()) }
    }

    /// Counts a text.
    pub(super) fn text(&mut self, text: &str) -> Result<(), FileProblem> {
        if text.len() > LONGEST_CELL {
            return Err(FileProblem::CellTooLong(LONGEST_CELL));
        }
        self.text = self.text.saturating_add(text.len());
        if self.text > MOST_TEXT { Err(FileProblem::TooMuchText(MOST_TEXT)) } else { Ok(()) }
    }
}

/// A sheet as it grows. Only cells that hold something take room; a sheet's own word on its size is never believed.
#[derive(Debug, Default)]
pub(super) struct Growing {
    rows: BTreeMap<u64, Vec<Box<str>>>,
    merged: Vec<Merged>,
}

impl Growing {
    /// Puts a text in its cell; line and column begin with 1. An empty one is not there.
    pub(super) fn put(
        &mut self,
        (line, column): (u64, usize),
        text: &str,
        budget: &mut Budget,
    ) -> Result<(), FileFault> {
        if text.is_empty() {
            return Ok(());
        }
        let fault = |why| FileFault::cell(line, column, why);
        if line > MOST_LINES {
            return Err(fault(FileProblem::TooManyLines(MOST_LINES)));
        }
        if column > MOST_COLUMNS {
            return Err(fault(FileProblem::TooManyColumns(MOST_COLUMNS)));
        }
        let row = self.rows.entry(line).or_default();
        if row.len() < column {
            budget.cells(column - row.len()).map_err(fault)?;
            row.resize(column, Box::default());
        }
        budget.text(text).map_err(fault)?;
        if let Some(cell) = column.checked_sub(1).and_then(|place| row.get_mut(place)) {
            *cell = text.into();
        }
        Ok(())
    }

    /// Notes merged cells.
    pub(super) fn merge(&mut self, merged: Merged) -> Result<(), FileFault> {
        if self.merged.len() == MOST_MERGED {
            return Err(FileFault::cell(merged.line, merged.column, FileProblem::Merged));
        }
        self.merged.push(merged);
        Ok(())
    }

    /// As it was read.
    pub(super) fn sheet(self, name: String) -> Sheet {
        let rows = self.rows.into_iter().map(|(line, cells)| SheetRow { line, cells }).collect();
        Sheet { name, rows, merged: self.merged, text: false }
    }
}
