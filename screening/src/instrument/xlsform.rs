//! An instrument's questionnaire as an XLSForm, the spreadsheet that ODK, `KoboToolbox` and others make forms of, and an
//! instrument's draft from such a form. The format: <https://xlsform.org>.
//!
//! A form asks one group: `write` makes its sheets, `read` takes a form's select-one questions. What a form has no
//! place for (values, anchors, other groups, reversed wordings) is not in it, so a draft has none of it. `names` says
//! what forms call things, `heads` what a form's columns hold, `choices` which of its lists is a scale.

mod choices;
mod drafting;
mod heads;
mod names;
mod questions;
mod read;
mod write;

pub use read::{Draft, Taken, Wanted, read, read_draft};

use super::Why;
pub use write::tables;

/// A sheet: its name, then its rows; the first has the heads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// `survey`, `choices` or `settings`.
    pub name: &'static str,
    /// Its rows, all of one length.
    pub rows: Vec<Vec<String>>,
}

/// The sheets of a form.
const SURVEY: &str = "survey";
const CHOICES: &str = "choices";
const SETTINGS: &str = "settings";

/// The column, unknown to other programs and left alone by them, in which our own forms keep the ids of focus points
/// and indicators, of which a question's name keeps letters and digits only.
const OWN_IDS: &str = "indicator";

/// Names of the choices beside the scale's steps, as a file of answers writes them.
const DONT_KNOW: &str = "DK";
const NOT_APPLICABLE: &str = "NA";

/// Something about a place in a form: a fault with its mend, or what was left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("sheet {sheet}, row {row}, column {column}: {message}")]
pub struct Remark {
    /// The sheet.
    pub sheet: String,
    /// The row; the first is 1.
    pub row: u64,
    /// The head of the column.
    pub column: String,
    /// What is wrong or left out, and the mend.
    pub message: String,
    /// The same for whoever says it in another language.
    pub why: Box<Why>,
}
