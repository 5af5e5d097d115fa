//! A sheet as a table: where its head is, and what stands below.

use super::fault::{FileFault, FileProblem};

/// Lines in which the head is looked for: a title, a date and some blank lines may stand above it.
const HEAD_WITHIN: usize = 20;

/// A sheet as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for a text file.
    pub name: String,
    /// Its lines that hold something, in order.
    pub rows: Vec<SheetRow>,
    /// Its merged cells.
    pub merged: Vec<Merged>,
    /// A text file: every row must have as many cells as the head.
    pub text: bool,
}

/// A line of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number; the first is 1.
    pub line: u64,
    /// Its cells from the first column on.
    pub cells: Vec<Box<str>>,
}

/// Cells that were made one; lines and columns begin with 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First line.
    pub line: u64,
    /// Last line.
    pub last_line: u64,
    /// First column.
    pub column: usize,
}

/// A head and the rows below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Name of the sheet; empty for a text file.
    pub sheet: String,
    /// The columns' names as they stand; empty where there is none.
    pub heads: Vec<String>,
    /// The rows that hold something.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line it begins on in the file.
    pub line: u64,
    cells: Vec<Box<str>>,
}

impl Row {
    /// A cell as it stands; an absent one is empty.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell)
    }

    /// Bytes that it takes in memory, roughly.
    pub fn size(&self) -> usize {
        self.cells.iter().map(|cell| size_of::<Box<str>>() + cell.len()).sum()
    }
}

impl Table {
    /// Finds the head: of the first lines the first that fills at least half as many cells as the fullest of them.
    ///
    /// # Errors
    ///
    /// Nothing in it, nothing below the head, cells merged at or below the head, a text file's row of another length.
    pub fn of(sheet: Sheet) -> Result<Self, FileFault> {
        let Sheet { name, mut rows, merged, text } = sheet;
        let fault = |fault: FileFault| fault.in_sheet(&name);
        rows.retain(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
        let filled = |row: &SheetRow| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let fullest = rows.iter().take(HEAD_WITHIN).map(filled).max().unwrap_or_default();
        // Of a text file the head is the first line: nothing stands above it.
        let head =
            if text { 0 } else { rows.iter().position(|row| 2 * filled(row) >= fullest).unwrap_or_default() };
        if rows.is_empty() {
            return Err(fault(FileFault::file(FileProblem::Empty)));
        }
        let below = rows.split_off(head + 1);
        let Some(head) = rows.pop() else { return Err(fault(FileFault::file(FileProblem::Empty))) };
        if let Some(merged) = merged.iter().find(|merged| {
            // Within the head's own line some columns have no name of their own, which is seen in the mapping.
            merged.last_line > head.line
        }) {
            return Err(fault(FileFault::cell(merged.line, merged.column, FileProblem::Merged)));
        }
        if below.is_empty() {
            return Err(fault(FileFault::file(FileProblem::OnlyHead)));
        }
        let mut heads: Vec<String> = head.cells.iter().map(|cell| one_line(cell)).collect();
        if text && let Some(row) = below.iter().find(|row| row.cells.len() != heads.len()) {
            let why = FileProblem::RowLength(heads.len(), row.cells.len());
            return Err(fault(FileFault::line(row.line, why)));
        }
        let widest = below.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        heads.resize(heads.len().max(widest), String::new());
        let rows = below.into_iter().map(|row| Row { line: row.line, cells: row.cells }).collect();
        Ok(Self { sheet: name, heads, rows })
    }

    /// A column as people name it: its head, with its letter where it has none or shares it.
    pub fn column(&self, column: usize) -> String {
        let head = self.heads.get(column).map_or("", String::as_str);
        let shared = self.heads.iter().filter(|other| *other == head).count() > 1;
        match head {
            "" => letters(column + 1),
            head if shared => format!("{head} ({})", letters(column + 1)),
            head => head.to_owned(),
        }
    }

    /// The different things that stand in a column, in the order in which they come, at most `most`; empty cells
    /// left out.
    pub fn different(&self, column: usize, most: usize) -> Vec<&str> {
        let mut seen = std::collections::BTreeSet::new();
        let cells = self.rows.iter().map(|row| row.cell(column).trim()).filter(|cell| !cell.is_empty());
        cells.filter(|cell| seen.insert(*cell)).take(most).collect()
    }
}

/// A column's letters as spreadsheets write them: 1 is A, 27 is AA.
pub fn letters(column: usize) -> String {
    let (mut rest, mut letters) = (column, Vec::new());
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// A head on one line.
fn one_line(text: &str) -> String {
    let spaced: String =
        text.chars().map(|c| if c.is_control() || c == '\u{feff}' { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sheets of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheets {
    /// In order.
    pub sheets: Vec<Sheet>,
    /// How a text file was written.
    pub encoding: Option<Encoding>,
}

/// How a text file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, as survey programs and Excel call Unicode.
    Utf16,
    /// What Danish Excel writes where nothing else is chosen.
    Windows1252,
}
