//! One of an instrument's files, and the faults found in all of them.

use super::Fault;
use super::limits::{LARGEST_FILE, MOST_FAULTS};
use super::names::Names;
use crate::instrument::Why;
use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

/// Longest name of a key in a fault's path, and longest message, in characters.
pub(super) const LONGEST_NAME: usize = 60;
const LONGEST_MESSAGE: usize = 500;

/// The faults found in all files so far.
pub(super) struct Faults<'a> {
    pub(super) found: RefCell<Vec<Fault>>,
    /// The file of the structure; the others hold texts.
    pub(super) structure: &'a str,
    /// What a draft may lack is no fault.
    pub(super) drafting: bool,
}

/// One file, and the faults found in all files so far.
pub(super) struct Source<'a> {
    pub(super) file: &'a str,
    pub(super) text: &'a str,
    pub(super) faults: &'a Faults<'a>,
    /// What the texts of a language file may name in braces; unset while its forms are read.
    pub(super) names: OnceCell<Names>,
}

impl<'a> Source<'a> {
    /// A file, with the faults found in all files so far.
    pub(super) fn new(file: &'a str, text: &'a str, faults: &'a Faults<'a>) -> Self {
        Self { file, text, faults, names: OnceCell::new() }
    }

    /// Notes a fault at a place in this file; past [`MOST_FAULTS`] only that there are more.
    pub(super) fn fault(
        &self,
        place: &Range<usize>,
        field: impl Into<String>,
        message: impl Into<String>,
        why: Why,
    ) {
        let waits = self.faults.drafting && why.may_wait(self.file != self.faults.structure);
        if waits || self.is_full() {
            return;
        }
        let before = self.text.as_bytes().iter().take(place.start);
        let line = 1 + before.filter(|byte| **byte == b'\n').count();
        let mut faults = self.faults.found.borrow_mut();
        let fault = if faults.len() + 1 < MOST_FAULTS {
            let (field, message) = (one_line(&field.into()), one_line(&message.into()));
            let message = shortened(&message, LONGEST_MESSAGE);
            Fault { file: self.file.to_owned(), line, field, message, why }
        } else {
            let message = format!("{MOST_FAULTS} faults or more: mend the others first");
            let why = Why::More(MOST_FAULTS);
            Fault { file: self.file.to_owned(), line, field: "TOML".to_owned(), message, why }
        };
        faults.push(fault);
    }

    /// Whether no more faults are noted.
    pub(super) fn is_full(&self) -> bool {
        self.faults.found.borrow().len() >= MOST_FAULTS
    }

    /// The whole file as a table; `None` where it is no TOML, with a fault for each thing that stops it.
    pub(super) fn parse(&self) -> Option<Spanned<DeTable<'_>>> {
        if self.text.len() > LARGEST_FILE {
            let message = format!("is larger than {LARGEST_FILE} bytes: no instrument is");
            self.fault(&(0..0), "TOML", message, Why::TooLarge(LARGEST_FILE));
            return None;
        }
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let place = error.span().unwrap_or(0..0);
            self.fault(&place, "TOML", error.message(), Why::Unreadable);
        }
        errors.is_empty().then_some(table)
    }
}

/// A fault is one line, whatever the parser says and whatever stands in a name.
fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// The text, or the beginning of a long one: a fault quotes what may be as long as the file.
pub(super) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Line breaks of one kind, whatever the file was saved with: a spreadsheet changes them too.
pub(super) fn unix_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// The TOML type with its article.
pub(super) fn a(type_name: &str) -> String {
    let article = if type_name.starts_with(['a', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {type_name}")
}
