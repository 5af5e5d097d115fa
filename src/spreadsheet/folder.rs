//! An instrument's folder, packed: `instrument.toml` with a file a language beside it, whatever else is in the package.

use super::package::Package;
use screening::answers::import::{FileFault, FileProblem};
use screening::instrument::edit::MOST_LANGUAGES;
use screening::instrument::load::limits::LARGEST_FILE;

/// The file by which a folder is known.
const STRUCTURE: &str = "instrument.toml";

/// Name and text of each of its files; `None` where the package is something else.
pub(super) fn read(package: &mut Package<'_>) -> Result<Option<Vec<(String, String)>>, FileFault> {
    let names = package.names();
    let folder = |name: &String| {
        let folder = name.strip_suffix(STRUCTURE)?;
        (folder.is_empty() || folder.ends_with('/')).then(|| folder.to_owned())
    };
    // The outermost: what a computer packs beside it lies deeper.
    let Some(folder) = names.iter().filter_map(folder).min_by_key(String::len) else { return Ok(None) };
    let inside = |name: &String| {
        let file = name.strip_prefix(&folder)?.to_owned();
        (file.ends_with(".toml") && !file.contains('/') && !file.starts_with('.')).then_some(file)
    };
    let files: Vec<String> = names.iter().filter_map(inside).collect();
    if files.len() > MOST_LANGUAGES + 1 {
        return Err(FileFault::file(FileProblem::UnknownKind));
    }
    let mut read = Vec::new();
    for file in files {
        let text = package.text(&format!("{folder}{file}"), LARGEST_FILE)?;
        read.push((file, text));
    }
    Ok(Some(read))
}
