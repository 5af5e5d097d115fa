//! The figures as published, as files for programs and for a spreadsheet.

use super::formula::{harmless, kept_as_text};
use super::{COLUMNS, Cell, Line, csv, json};
use crate::instrument::Instrument;
use crate::language::Language;
use crate::picture::Published;
use std::io::{self, Write};

/// The columns that [`Published::write_excel_csv`] adds behind [`COLUMNS`].
pub const NAMES: [&str; 3] = ["title", "group_title", "other_group_title"];

impl Published {
    /// Writes the rows as CSV, bounds as `>4.5` and `<1.5`. It may be opened in a spreadsheet all the same, so a
    /// unit's name that one would take for a formula gets an apostrophe before it.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn write_csv(&self, out: impl Write) -> io::Result<()> {
        csv(self.rows.iter().map(|row| without_formulas(Line::from(row))), out)
    }

    /// Writes the same rows and columns for a spreadsheet set up for Danish: byte-order mark, semicolon, decimal
    /// comma, CRLF; behind the columns stand the titles of code and groups ([`NAMES`]), and an id that would
    /// become a date is kept as text by a no-break space behind it.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn write_excel_csv(
        &self,
        instrument: &Instrument,
        language: &dyn Language,
        mut out: impl Write,
    ) -> io::Result<()> {
        let texts = instrument.texts(language.code());
        out.write_all("\u{feff}".as_bytes())?;
        let mut writer =
            ::csv::WriterBuilder::new().delimiter(b';').terminator(::csv::Terminator::CRLF).from_writer(out);
        writer.write_record(COLUMNS.iter().chain(&NAMES))?;
        for row in &self.rows {
            let other = row.other_group.as_ref().map_or("", |group| texts.group(group));
            let names = [texts.code(&row.code), texts.group(&row.group), other];
            let cells = without_formulas(Line::from(row)).cells;
            let cells = cells.iter().map(|cell| match cell {
                Cell::Nothing => String::new(),
                Cell::Number(number) | Cell::Bound(number) => number.replace('.', ","),
                Cell::Text(text) => kept_as_text(text).into_owned(),
            });
            let names = names.map(|name| kept_as_text(&harmless(name)).into_owned());
            writer.write_record(cells.chain(names))?;
        }
        writer.flush()
    }

    /// Writes the rows as JSON, with distributions, invited and equal voice.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn write_json(&self, out: impl Write) -> io::Result<()> {
        json(self.rows.iter().map(Line::from), &self.groups, &self.equal_voice, out)
    }
}

fn without_formulas(mut line: Line) -> Line {
    for cell in &mut line.cells {
        if let Cell::Text(text) = cell {
            *text = harmless(text).into_owned();
        }
    }
    line
}
