//! What the columns of a form's sheet hold: its heads, and labels in several languages.

use super::Remark;
use super::names::language_code;
use crate::answers::import::{Sheet, SheetRow, Sheets, letters};
use crate::instrument::Why;

/// A sheet of a form with its heads understood.
pub(super) struct Form<'a> {
    pub(super) sheet: &'a str,
    heads: Vec<String>,
    head_row: u64,
    rows: &'a [SheetRow],
}

/// A row below the heads.
#[derive(Clone, Copy)]
pub(super) struct FormRow<'a> {
    form: &'a Form<'a>,
    row: &'a SheetRow,
}

impl<'a> Form<'a> {
    /// The sheet with this name, if there is one with anything in it.
    pub(super) fn of(sheets: &'a Sheets, name: &'static str) -> Option<Self> {
        let Sheet { rows, .. } =
            sheets.sheets.iter().find(|sheet| sheet.name.trim().eq_ignore_ascii_case(name))?;
        let (head, rows) = rows.split_first()?;
        let heads = head.cells.iter().map(|cell| cell.trim().to_owned()).collect();
        Some(Self { sheet: name, heads, head_row: head.line, rows })
    }

    /// Its rows that hold something.
    pub(super) fn rows(&'a self) -> impl Iterator<Item = FormRow<'a>> {
        let rows = self.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
        rows.map(|row| FormRow { form: self, row })
    }

    /// The place of the column with one of these heads.
    pub(super) fn column(&self, heads: &[&str]) -> Option<usize> {
        self.heads.iter().position(|head| heads.contains(&head.to_lowercase().as_str()))
    }

    /// The languages of a kind of column, such as `label`, each with its column: of `label::Dansk (da)` and `label:da`
    /// the language's code, of `label` alone nothing.
    ///
    /// # Errors
    /// A head that names a language of which nobody knows the code.
    pub(super) fn languages(&self, kind: &str) -> Result<Vec<(Option<String>, usize)>, Remark> {
        let mut found = Vec::new();
        for (place, head) in self.heads.iter().enumerate() {
            let (name, language) = head.split_once(':').unwrap_or((head, ""));
            if !name.trim().eq_ignore_ascii_case(kind) {
                continue;
            }
            let language = language.trim_start_matches(':').trim();
            if language.is_empty() {
                found.push((None, place));
            } else if let Some(code) = language_code(language) {
                found.push((Some(code), place));
            } else {
                let message =
                    format!("names a language without its code: write for example {kind}::Dansk (da)");
                return Err(self.remark(self.head_row, place, message, Why::HeadLanguage));
            }
        }
        Ok(found)
    }

    /// A column as people name it: its head, else its letter.
    pub(super) fn head(&self, column: usize) -> String {
        self.heads.get(column).filter(|head| !head.is_empty()).cloned().unwrap_or_else(|| letters(column + 1))
    }

    /// The row of its heads.
    pub(super) fn begins(&self) -> u64 {
        self.head_row
    }

    /// About a place in this sheet.
    pub(super) fn remark(&self, row: u64, column: usize, message: impl Into<String>, why: Why) -> Remark {
        Remark {
            sheet: self.sheet.to_owned(),
            row,
            column: self.head(column),
            message: message.into(),
            why: Box::new(why),
        }
    }

    /// About the sheet as a whole.
    pub(super) fn about(&self, message: impl Into<String>, why: Why) -> Remark {
        self.remark(self.head_row, 0, message, why)
    }
}

impl<'a> FormRow<'a> {
    pub(super) fn line(self) -> u64 {
        self.row.line
    }

    /// A cell without the spaces around it; an absent one is empty.
    pub(super) fn cell(self, column: usize) -> &'a str {
        self.row.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// The cell under one of these heads.
    pub(super) fn under(self, heads: &[&str]) -> &'a str {
        self.form.column(heads).map_or("", |column| self.cell(column))
    }

    /// A column as people name it.
    pub(super) fn head(self, column: usize) -> String {
        self.form.head(column)
    }

    /// About a cell of this row.
    pub(super) fn remark(self, column: usize, message: impl Into<String>, why: Why) -> Remark {
        self.form.remark(self.row.line, column, message, why)
    }
}
