//! Why a file of answers is refused, in one line.

use super::rows::RowFault;

/// Longest piece of a cell that a fault quotes, in characters.
const QUOTED: usize = 40;

/// Why a file of answers is refused; one line, without the file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersFault {
    /// Line, the header is 1; `None` where it is the file as a whole.
    pub line: Option<u64>,
    /// Name of the column, where it is about one.
    pub column: Option<String>,
    /// What was expected.
    pub message: String,
}

impl std::fmt::Display for AnswersFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}")?;
            if let Some(column) = &self.column {
                write!(
                    f,
                    ", column {}",
                    if column.is_empty() { "\"\"".to_owned() } else { shortened(column) }
                )?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for AnswersFault {}

impl AnswersFault {
    /// Of the file as a whole.
    pub(super) fn file(message: String) -> Self {
        Self { line: None, column: None, message }
    }

    /// Of a row that can't be had.
    pub(super) fn row(fault: RowFault, line: u64) -> Self {
        let message = match fault {
            RowFault::TooLong if line == 1 => {
                return Self::file("has a header row that never ends: expected one line".to_owned());
            }
            RowFault::NotUtf8 => "expected UTF-8: save the file as CSV UTF-8",
            RowFault::OpenQuote => "a quote is opened and not closed: expected quotes in pairs",
            RowFault::StrayQuote => {
                "a quote stands inside a cell: expected quotes around the whole cell, doubled inside"
            }
            RowFault::TooLong => "expected a row, found one that never ends",
        };
        Self { line: Some(line), column: None, message: message.to_owned() }
    }
}

/// `a, b or c`.
pub(super) fn one_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = words.collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// A cell as a fault quotes it: one line, and not the whole of a long one.
pub(super) fn found(cell: &str) -> String {
    if cell.is_empty() { "an empty cell".to_owned() } else { format!("\"{}\"", shortened(cell)) }
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(QUOTED).flat_map(char::escape_debug).collect();
    if text.chars().nth(QUOTED).is_some() { format!("{short}…") } else { short }
}
