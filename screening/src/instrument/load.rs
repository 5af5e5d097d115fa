//! Reading and checking an instrument's files; every fault names file, line, field and mend.
//!
//! `structure` (with `indicators`) reads `instrument.toml`, `texts` a language file against that structure,
//! `section` is the walk they share, `source` keeps the faults, [`limits`] how large it all may be. To add a field: in [`super`], in the reader of its file, and in
//! `instruments/README.md`.

mod indicators;
pub mod limits;
mod names;
mod section;
mod source;
mod structure;
mod texts;

use super::{Instrument, Why};
pub(super) use indicators::is_taken;

use section::Section;
use source::{Faults, Source};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// One fault in an instrument's files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {field}: {message}")]
pub struct Fault {
    /// File name as given.
    pub file: String,
    /// Line, the first is 1.
    pub line: usize,
    /// The field, as a path in the file, e.g. `indicators."1.1".items.users`; `TOML` where the file can't be
    /// read as such.
    pub field: String,
    /// What is wrong and the mend.
    pub message: String,
    /// The same for whoever says it in another language.
    pub why: Why,
}

/// Builds an instrument from its files: `structure` is (name, text) of `instrument.toml`, `texts` are
/// (language, name, text).
///
/// # Errors
///
/// All faults at once, file by file in the order given, each by line; at most [`limits::MOST_FAULTS`].
pub fn load(structure: (&str, &str), texts: &[(&str, &str, &str)]) -> Result<Instrument, Vec<Fault>> {
    all(structure, texts, false).map(Instrument::with_patterns)
}

/// The same as it is written, of what may lack texts still: what a draft says itself that it lacks is no fault.
///
/// # Errors
///
/// As [`load`].
pub(super) fn load_draft(
    structure: (&str, &str),
    texts: &[(&str, &str, &str)],
) -> Result<Instrument, Vec<Fault>> {
    all(structure, texts, true)
}

fn all(
    structure: (&str, &str),
    texts: &[(&str, &str, &str)],
    drafting: bool,
) -> Result<Instrument, Vec<Fault>> {
    let faults = Faults { found: RefCell::default(), structure: structure.0, drafting };
    let source = Source::new(structure.0, structure.1, &faults);
    let mut read_structure = None;
    if let Some(table) = source.parse() {
        let root = Section::root(&source, &table);
        read_structure = Some(structure::read(&root));
        if root.has("languages") {
            check_languages(&root, texts);
        }
    }
    let mut read = BTreeMap::new();
    for (language, file, text) in texts {
        let source = Source::new(file, text, &faults);
        let Some(table) = source.parse() else { continue };
        // Without a readable structure every id would be unknown: only the TOML itself is checked then.
        if let Some((instrument, scale)) = &read_structure {
            let read_texts = texts::read(&Section::root(&source, &table), instrument, *scale);
            if read.insert((*language).to_owned(), read_texts).is_some() {
                source.fault(
                    &(0..0),
                    "",
                    format!("is a second file for {language:?}: keep one"),
                    Why::Twice((*language).to_owned()),
                );
            }
        }
    }
    let mut faults = faults.found.into_inner();
    let files: Vec<&str> = std::iter::once(structure.0).chain(texts.iter().map(|text| text.1)).collect();
    faults.sort_by_key(|fault| (files.iter().position(|file| *file == fault.file), fault.line));
    match read_structure {
        Some((instrument, _)) if faults.is_empty() => Ok(Instrument { texts: read, ..instrument }),
        _ => Err(faults),
    }
}

/// Every language has its file, and every file is a language's.
fn check_languages(root: &Section<'_>, texts: &[(&str, &str, &str)]) {
    let languages = root.list("languages").unwrap_or_default();
    for language in &languages {
        if !texts.iter().any(|text| text.0 == language.text) {
            let message =
                format!("names {:?}, which has no file: add {0}.toml, or remove it here", language.text);
            root.source.fault(
                &language.place,
                root.field("languages"),
                message,
                Why::NoTexts(language.text.clone()),
            );
        }
    }
    for (language, file, text) in texts {
        if !languages.iter().any(|known| known.text == *language) {
            let source = Source::new(file, text, root.source.faults);
            let message = format!("is for {language:?}, which `languages` does not name: add it there");
            source.fault(&(0..0), "languages", message, Why::NotNamed((*language).to_owned()));
        }
    }
}
