//! An instrument as one sheet for a spreadsheet: a row a text, a column a language, so that the statements of an
//! indicator stand below each other and a translation beside what it translates.
//!
//! Writing is in `rows`, reading in `cells`, `files` and `written`: rows become the files of a folder, which [`super::load`] checks as it
//! checks any other, and each fault is told by its row and column. `parts` says where each row belongs; to add a
//! field, add it there and in `rows`.

mod cell;
mod cells;
mod files;
mod making;
mod parts;
mod rows;
mod toml_file;
mod written;

use super::load::limits::LARGEST_FILE;
use super::{Instrument, Why};
use std::io::{self, Write};

pub use files::{Folder, read, read_draft};
pub(crate) use making::{Making, Unfit};

/// The columns before the languages.
const HEADS: [&str; 4] = ["part", "id", "field", "structure"];

/// Most bytes of a sheet: a folder's files together.
pub const LARGEST_SHEET: usize = 4 * LARGEST_FILE;

/// One row: what it is about, and its cells behind that: the structure, then a text a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    part: String,
    id: String,
    field: String,
    structure: String,
    texts: Vec<String>,
}

/// A fault in a sheet. Rows are counted as a spreadsheet does: the heads are row 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("row {row}, column {column}: {message}")]
pub struct Fault {
    /// The row; the first is 1.
    pub row: usize,
    /// The head of the column.
    pub column: String,
    /// What is wrong and the mend.
    pub message: String,
    /// The same for whoever says it in another language.
    pub why: Why,
}

/// Writes the instrument as a sheet that Danish Excel opens right: byte-order mark, semicolons, every cell in quotes.
/// What a spreadsheet would take for a formula, a date or another number has an apostrophe before it, which
/// [`read`] takes away again.
///
/// # Errors
///
/// What writing gives.
pub fn write(instrument: &Instrument, mut out: impl Write) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    writer.write_record(HEADS.into_iter().chain(instrument.languages.iter().map(String::as_str)))?;
    for Row { part, id, field, structure, texts } in rows::of(instrument) {
        let cells = [part, id, field, structure].into_iter().chain(texts);
        writer.write_record(cells.map(|text| cell::kept(&text).into_owned()))?;
    }
    writer.flush()
}
