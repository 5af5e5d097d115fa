//! The figures of a screening as a file, for the command line and the web alike.
//!
//! To add a kind: a variant of [`FileKind`], its writer in [`written`], a route in `http::downloads`.

use print::{PackError, WorkbookError, packed, xlsx};
use screening::data_package;
use screening::export::Export;
use screening::item_statistics;
use screening::language;
use screening::pilot::Notes;
use std::io;
use workflow::pictures::PictureView;

/// How the figures are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// For programs: comma, decimal point, no byte-order mark.
    Csv,
    /// For a spreadsheet set up for Danish.
    ExcelCsv,
    /// The same rows with distributions, invited and equal voice.
    Json,
    /// A workbook.
    Workbook,
    /// CSV with codebook, a Frictionless data package.
    Package,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The workbook could not be written.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
    /// The data package could not be packed.
    #[error("the data package could not be packed: {0}")]
    Package(#[from] PackError),
    /// The rows could not be written.
    #[error("the figures could not be written: {0}")]
    Rows(#[from] io::Error),
}

/// What a file is made from, in the language of the screening, on this day (year, month, day).
pub fn export_of(view: &PictureView, made_on: (i16, i8, i8)) -> Export<'_> {
    let screening = &view.screening;
    let export = Export::new(
        &view.published,
        &screening.instrument,
        language::of(&screening.settings.language),
        (&screening.organisation.name, &screening.name),
        made_on,
    );
    let open_links = screening.settings.open_links.keys().cloned().collect();
    Export { open_links, ..export }
}

/// The file. A workbook takes a processor for some tens of milliseconds.
///
/// # Errors
/// Where the instrument is larger than a workbook can be.
pub fn written(kind: FileKind, export: &Export<'_>) -> Result<Vec<u8>, ExportError> {
    let mut file = Vec::new();
    match kind {
        FileKind::Csv => export.figures.write_csv(&mut file)?,
        FileKind::ExcelCsv => {
            export.figures.write_excel_csv(export.instrument, export.language, &mut file)?;
        }
        FileKind::Json => export.figures.write_json(&mut file)?,
        FileKind::Workbook => file = xlsx(export)?,
        FileKind::Package => file = packed(&data_package::files(export)?)?,
    }
    Ok(file)
}

/// How each statement did, for a spreadsheet; with the notes of a pilot.
///
/// # Errors
/// Where the rows can't be written.
pub fn statements(export: &Export<'_>, notes: Option<&Notes>) -> Result<Vec<u8>, ExportError> {
    let mut file = Vec::new();
    item_statistics::write_csv(export, export.language, notes, &mut file)?;
    Ok(file)
}
