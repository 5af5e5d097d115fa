//! Several files as one (ZIP). The same files give the same bytes: no file in it has a time.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Why files could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The archive could not be read or written.
    #[error(transparent)]
    Zip(#[from] zip::result::ZipError),
    /// A file in it could not.
    #[error(transparent)]
    File(#[from] std::io::Error),
}

/// The files by name, in their order, as one.
///
/// # Errors
/// Where two have one name.
pub fn packed(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, PackError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name.as_str(), options())?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The archive with the text of one file in it changed.
pub(crate) fn changed(
    archive: Vec<u8>,
    name: &str,
    change: impl Fn(&str) -> String,
) -> Result<Vec<u8>, PackError> {
    let mut read = ZipArchive::new(Cursor::new(archive))?;
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..read.len() {
        let mut file = read.by_index(place)?;
        if file.name()? == name {
            let mut text = String::new();
            file.read_to_string(&mut text)?;
            written.start_file(name, options())?;
            written.write_all(change(&text).as_bytes())?;
        } else {
            written.raw_copy_file(file)?;
        }
    }
    Ok(written.finish()?.into_inner())
}

/// `text` inside XML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
}
