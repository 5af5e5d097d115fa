//! The port of `workflow` that reads files of answers: CSV, XLSX and ODS, told apart by what is in them and never by
//! their name, in bounded memory whatever they claim.
//!
//! Our own and not a library for spreadsheets: those lay a sheet out whole, as wide and long as it says it is, and
//! unpack without a limit. To read one more kind: a file here, a line in [`read`].

mod budget;
mod folder;
mod ods;
mod package;
mod text;
mod xlsx;
mod xml;

use async_trait::async_trait;
use budget::Budget;
use package::Package;
use screening::answers::import::{FileFault, FileProblem, LONGEST_FILE, Sheets};
use std::sync::Arc;
use tokio::sync::Semaphore;
use workflow::ports::{InstrumentFile, PortResult, Spreadsheets, StoreError};

/// What a package of a spreadsheet begins with.
const PACKAGE: &[u8] = b"PK\x03\x04";
/// What spreadsheets before 2007 begin with, and newer ones with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Reads a file's sheets.
///
/// # Errors
///
/// What keeps it from being read, with sheet, line and column where there is one.
pub fn read(file: &[u8]) -> Result<Sheets, FileFault> {
    if file.len() > LONGEST_FILE {
        return Err(FileFault::file(FileProblem::TooLong(LONGEST_FILE)));
    }
    let mut budget = Budget::default();
    if file.starts_with(COMPOUND) {
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = file.windows(locked.len()).any(|bytes| bytes == locked);
        return Err(FileFault::file(if locked {
            FileProblem::Password
        } else {
            FileProblem::OldSpreadsheet
        }));
    }
    if !file.starts_with(PACKAGE) {
        return text::read(file, &mut budget);
    }
    let mut package = Package::open(file)?;
    let sheets = if package.has("xl/workbook.xml") {
        xlsx::read(&mut package, &mut budget)?
    } else if package.has("content.xml") {
        ods::read(&mut package, &mut budget)?
    } else {
        return Err(FileFault::file(FileProblem::UnknownKind));
    };
    Ok(Sheets { sheets, encoding: None })
}

/// Reads an instrument's file: its folder, packed, or the sheets of a spreadsheet.
///
/// # Errors
///
/// As [`read`].
pub fn read_instrument(file: &[u8]) -> Result<InstrumentFile, FileFault> {
    if file.len() <= LONGEST_FILE
        && file.starts_with(PACKAGE)
        && let Some(files) = folder::read(&mut Package::open(file)?)?
    {
        return Ok(InstrumentFile::Files(files));
    }
    read(file).map(InstrumentFile::Sheets)
}

/// Reads files on the blocking pool, a few at a time.
#[derive(Clone, Debug)]
pub struct SpreadsheetReader {
    places: Arc<Semaphore>,
}

impl SpreadsheetReader {
    /// With room for this many at once.
    pub fn new(places: usize) -> Self {
        Self { places: Arc::new(Semaphore::new(places)) }
    }
}

#[async_trait]
impl Spreadsheets for SpreadsheetReader {
    async fn read(&self, file: Vec<u8>) -> PortResult<Result<Sheets, FileFault>> {
        self.on_a_place(move || read(&file)).await
    }

    async fn read_instrument(&self, file: Vec<u8>) -> PortResult<Result<InstrumentFile, FileFault>> {
        self.on_a_place(move || read_instrument(&file)).await
    }
}

impl SpreadsheetReader {
    async fn on_a_place<T: Send + 'static>(
        &self,
        read: impl FnOnce() -> Result<T, FileFault> + Send + 'static,
    ) -> PortResult<Result<T, FileFault>> {
        let place =
            Arc::clone(&self.places).acquire_owned().await.map_err(|error| StoreError(error.into()))?;
        // The place goes along: where the caller gives up, the thread still works.
        let work = move || {
            let result = read();
            drop(place);
            result
        };
        tokio::task::spawn_blocking(work).await.map_err(|error| StoreError(error.into()))
    }
}
