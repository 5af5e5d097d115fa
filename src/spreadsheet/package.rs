//! A spreadsheet's package (a zip), unpacked part by part and never to more than it may.

use super::xml::Xml;
use screening::answers::import::{FileFault, FileProblem, LONGEST_UNPACKED};
use std::cell::Cell;
use std::io::{BufReader, Cursor, Error, Read, Result};
use zip::ZipArchive;
use zip::result::ZipError;

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: Cell<u64>,
}

/// A part as it is unpacked.
struct Part<'a, R> {
    part: R,
    left: &'a Cell<u64>,
}

impl<R: Read> Read for Part<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.part.read(buffer)?;
        // By what comes out and not by what the package says of itself.
        match self.left.get().checked_sub(read as u64) {
            Some(left) => self.left.set(left),
            None => {
                self.left.set(0);
                return Err(Error::other("too long"));
            }
        }
        Ok(read)
    }
}

impl<'a> Package<'a> {
    pub(super) fn open(file: &'a [u8]) -> std::result::Result<Self, FileFault> {
        let archive =
            ZipArchive::new(Cursor::new(file)).map_err(|_| FileFault::file(FileProblem::DamagedPackage))?;
        // One more byte than may be: what takes the last one is too long.
        Ok(Self { archive, left: Cell::new(LONGEST_UNPACKED + 1) })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The names of its files, folders left out.
    pub(super) fn names(&self) -> Vec<String> {
        let names = self.archive.file_names().filter_map(std::result::Result::ok);
        names.filter(|name| !name.ends_with('/')).map(std::borrow::Cow::into_owned).collect()
    }

    /// Reads a file as text in UTF-8, of so many bytes at most.
    pub(super) fn text(&mut self, name: &str, most: usize) -> std::result::Result<String, FileFault> {
        let fault = |why| Err(FileFault::file(why));
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return fault(FileProblem::Password);
            }
            Err(_) => return fault(FileProblem::DamagedPackage),
        };
        let mut bytes = Vec::new();
        let read = Part { part, left: &self.left }.take(most as u64 + 1).read_to_end(&mut bytes);
        if self.left.get() == 0 {
            return fault(FileProblem::UnpacksTooLong(LONGEST_UNPACKED));
        }
        if bytes.len() > most {
            return fault(FileProblem::TooLong(most));
        }
        match (read, String::from_utf8(bytes)) {
            (Ok(_), Ok(text)) => Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()),
            (Ok(_), Err(_)) => fault(FileProblem::UnknownKind),
            (Err(_), _) => fault(FileProblem::DamagedPackage),
        }
    }

    /// Reads a part as XML; `None` where there is none of this name.
    pub(super) fn xml<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Xml<'_>) -> std::result::Result<T, FileFault>,
    ) -> std::result::Result<Option<T>, FileFault> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(FileFault::file(FileProblem::Password));
            }
            Err(_) => return Err(FileFault::file(FileProblem::DamagedPackage)),
        };
        let part = BufReader::new(Part { part, left: &self.left });
        let result = read(&mut Xml::of(Box::new(part)));
        if self.left.get() == 0 {
            return Err(FileFault::file(FileProblem::UnpacksTooLong(LONGEST_UNPACKED)));
        }
        result.map(Some)
    }
}
