//! A sheet that is made row by row of something else.

use super::cells::Numbered;
use super::files::{folder, gathered};
use super::{Fault, Folder, Row};
use crate::instrument::Why;
use crate::instrument::edit::Draft;

/// The number of a row, the place of its language where it is about a text, what is wrong.
pub(crate) type Unfit = (usize, Option<usize>, String, Why);
/// An instrument made row by row of something else than a sheet.
pub(crate) struct Making<'a> {
    languages: &'a [String],
    rows: Vec<Numbered>,
}

impl<'a> Making<'a> {
    /// In these languages.
    pub(crate) fn new(languages: &'a [String]) -> Self {
        Self { languages, rows: Vec::new() }
    }

    /// A row as a sheet would have it, with its number: part, id and field; structure, or a text a language.
    pub(crate) fn row(&mut self, number: usize, of: [&str; 3], structure: &str, mut texts: Vec<String>) {
        let [part, id, field] = of.map(str::to_owned);
        texts.resize(self.languages.len(), String::new());
        self.rows.push((number, Row { part, id, field, structure: structure.to_owned(), texts }));
    }

    /// The folder; else each fault by the number of its row, the place of its language where it is about a text, and
    /// what is wrong.
    pub(crate) fn checked(self) -> Result<Folder, Vec<Unfit>> {
        folder(self.languages.to_vec(), &self.rows).map_err(|faults| self.unfit(faults))
    }

    /// The same as a draft, which may lack texts.
    pub(crate) fn drafted(self) -> Result<Draft, Vec<Unfit>> {
        gathered(self.languages.to_vec(), &self.rows).drafted().map_err(|faults| self.unfit(faults))
    }

    fn unfit(&self, faults: Vec<Fault>) -> Vec<Unfit> {
        let language = |column: &str| self.languages.iter().position(|language| language == column);
        let unfit = |fault: Fault| (fault.row, language(&fault.column), fault.message, fault.why);
        faults.into_iter().map(unfit).collect()
    }
}
