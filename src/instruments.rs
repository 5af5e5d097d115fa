//! The instruments: those shipped inside the program, and folders of somebody's own.

use rust_embed::RustEmbed;
use screening::instrument::Instrument;
use screening::instrument::load::limits::LARGEST_FILE;
use screening::instrument::load::{Fault, load};
use std::collections::BTreeMap;
use std::io::{Error, Read, Result as IoResult};
use std::path::Path;

/// The folder `instruments/`, inside the program.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/instruments/"]
struct Shipped;

/// Structure of an instrument, in every folder.
const STRUCTURE: &str = "instrument.toml";

/// Why an instrument could not be had.
#[derive(Debug, thiserror::Error)]
pub enum InstrumentError {
    /// The folder or a file in it cannot be read.
    #[error("{path}: {reason}")]
    Unreadable {
        /// The file or folder.
        path: String,
        /// What the operating system said.
        reason: String,
    },
    /// The files do not hold together; every fault at once.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Faults(Vec<Fault>),
    /// Neither a shipped instrument nor a folder.
    #[error("there is no instrument {asked:?}: name a folder, or one of {}", .known.join(", "))]
    Unknown {
        /// What was asked for.
        asked: String,
        /// The shipped ones.
        known: Vec<String>,
    },
}

/// The full instrument, which a new screening begins with unless another is chosen.
const FIRST: &str = "recovery-orientering";

/// Ids of the shipped instruments: the full one first, then the smaller ones by id.
pub fn shipped_ids() -> Vec<String> {
    let mut ids: Vec<String> = Shipped::iter()
        .filter_map(|path| path.strip_suffix(STRUCTURE)?.strip_suffix('/').map(str::to_owned))
        .collect();
    ids.sort_by(|one, other| (one != FIRST, one).cmp(&(other != FIRST, other)));
    ids
}

/// All shipped instruments, in the order of [`shipped_ids`].
///
/// # Errors
/// Where the program was built with one that does not hold together.
pub fn shipped() -> Result<Vec<Instrument>, InstrumentError> {
    shipped_ids().iter().map(|id| embedded(id)).collect()
}

/// A shipped instrument by its id, or one from a folder.
///
/// # Errors
/// Where there is none, or its files do not hold together.
pub fn find(id_or_folder: &str) -> Result<Instrument, InstrumentError> {
    let known = shipped_ids();
    if known.iter().any(|id| id == id_or_folder) {
        embedded(id_or_folder)
    } else if Path::new(id_or_folder).is_dir() {
        read_folder(Path::new(id_or_folder))
    } else {
        Err(InstrumentError::Unknown { asked: id_or_folder.to_owned(), known })
    }
}

/// An instrument from a folder of somebody's own.
///
/// # Errors
/// Where a file cannot be read, or the files do not hold together.
pub fn read_folder(folder: &Path) -> Result<Instrument, InstrumentError> {
    let unreadable = |path: &Path, reason: &dyn std::fmt::Display| InstrumentError::Unreadable {
        path: path.display().to_string(),
        reason: reason.to_string(),
    };
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let text = read_file(&path).map_err(|error| unreadable(&path, &error))?;
            files.insert(path.display().to_string(), text);
        }
    }
    let structure = folder.join(STRUCTURE).display().to_string();
    if !files.contains_key(&structure) {
        return Err(unreadable(folder, &format!("has no {STRUCTURE}: see instruments/README.md")));
    }
    read(&structure, &files)
}

/// The text of a file, of which no more is read than an instrument may hold.
fn read_file(path: &Path) -> IoResult<String> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LARGEST_FILE {
        return Err(Error::other(format!("is larger than {LARGEST_FILE} bytes: no instrument is")));
    }
    String::from_utf8(bytes).map_err(|_| Error::other("is not UTF-8: save it as UTF-8"))
}

/// A shipped one; its files are named as in the source.
fn embedded(id: &str) -> Result<Instrument, InstrumentError> {
    let prefix = format!("{id}/");
    let mut files = BTreeMap::new();
    for path in Shipped::iter().filter(|path| path.starts_with(&prefix) && path.ends_with(".toml")) {
        let unreadable = |reason: &str| InstrumentError::Unreadable {
            path: format!("instruments/{path}"),
            reason: reason.to_owned(),
        };
        let file = Shipped::get(&path).ok_or_else(|| unreadable("is gone"))?;
        let text = String::from_utf8(file.data.into_owned()).map_err(|_| unreadable("is not UTF-8"))?;
        files.insert(format!("instruments/{path}"), text);
    }
    read(&format!("instruments/{prefix}{STRUCTURE}"), &files)
}

/// Reads structure and texts by the names of their files.
fn read(structure: &str, files: &BTreeMap<String, String>) -> Result<Instrument, InstrumentError> {
    let structure_text = files.get(structure).map(String::as_str).unwrap_or_default();
    let texts: Vec<(&str, &str, &str)> = files
        .iter()
        .filter(|(path, _)| *path != structure)
        .filter_map(|(path, text)| {
            let language = Path::new(path).file_stem()?.to_str()?;
            Some((language, path.as_str(), text.as_str()))
        })
        .collect();
    load((structure, structure_text), &texts).map_err(InstrumentError::Faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_instrument_holds_together_and_bears_the_name_of_its_folder() {
        let instruments = shipped().unwrap();
        let ids: Vec<&str> = instruments.iter().map(|instrument| instrument.id.as_str()).collect();
        assert_eq!(ids[0], "recovery-orientering", "what a new screening begins with");
        assert_eq!(ids, shipped_ids());
    }

    #[test]
    fn an_unknown_instrument_is_told_which_there_are() {
        let error = find("findes-ikke").unwrap_err().to_string();
        assert!(error.contains("findes-ikke") && error.contains("recovery-orientering"), "{error}");
    }
}
