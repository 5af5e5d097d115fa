//! The figures as a workbook (XLSX): an overview, a sheet a focus point, values, units, and how the figures are read.
//!
//! Every figure comes from [`Export`] as it stands there; numbers are numbers with a format, bounds are text. What
//! anybody wrote is a string cell, which no program takes for a formula. To add a sheet: a file beside the others
//! and a line in [`xlsx`]; its words are in `screening::language::ExportWords`.

mod form;
mod method;
mod names;
mod overview;
mod paper;
mod sheet;
mod table;
mod units;

pub use form::xlsform;

use names::SheetNames;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use screening::export::Export;
use screening::language::Subject;
use sheet::{Looks, Sheet};

/// Why there is no workbook.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// More rows, columns or letters than a workbook holds, or a day that is none.
    #[error("the workbook could not be written: {0}")]
    Write(#[from] XlsxError),
    /// The file could not be put together.
    #[error("the workbook could not be put together: {0}")]
    Pack(#[from] crate::PackError),
}

/// The workbook. The same export gives the same bytes.
///
/// # Errors
/// Where the instrument is larger than a workbook can be, or the day is none.
pub fn xlsx(export: &Export<'_>) -> Result<Vec<u8>, WorkbookError> {
    let language = export.language;
    let texts = export.instrument.texts(language.code());
    let looks = Looks::new();
    let mut names = SheetNames::default();
    let overview_name = names.take(language.overview());
    // The last sheets keep their plain names, whatever the focus points are called.
    let values_name = names.take(language.sheet_of(Subject::Values));
    let units_name = names.take(language.sheet_of(Subject::Units));
    let method_name = names.take(language.method_sheet());
    let points: Vec<_> = export
        .instrument
        .focus_points
        .iter()
        .map(|point| {
            let title = sheet::numbered(point.id.as_str(), texts.focus_point(&point.id));
            let name = names.take(&title);
            (point, title, name)
        })
        .collect();

    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(export)?);
    let mut add = |name: &str, fill: &dyn Fn(&mut Sheet<'_>) -> Result<(), XlsxError>| {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(name)?;
        paper::set_up(worksheet, export)?;
        fill(&mut Sheet::new(worksheet, &looks))
    };
    let point_sheets: Vec<_> = points.iter().map(|(point, _, name)| (&point.id, name.as_str())).collect();
    add(&overview_name, &|sheet| overview::fill(sheet, export, &point_sheets))?;
    for (point, title, name) in &points {
        add(name, &|sheet| table::focus_point(sheet, export, point, title))?;
    }
    if !export.instrument.values.is_empty() {
        add(&values_name, &|sheet| table::values(sheet, export))?;
    }
    if units::any(export) {
        add(&units_name, &|sheet| units::fill(sheet, export))?;
    }
    add(&method_name, &|sheet| method::fill(sheet, export))?;
    let bytes = workbook.save_to_buffer()?;
    Ok(paper::with_language(bytes, language.code())?)
}

fn properties(export: &Export<'_>) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = export.made_on;
    let invalid = |_| XlsxError::DateTimeRangeError(format!("{year}-{month}-{day}"));
    let made = ExcelDateTime::from_ymd(
        u16::try_from(year).map_err(invalid)?,
        u8::try_from(month).map_err(invalid)?,
        u8::try_from(day).map_err(invalid)?,
    )?;
    let texts = export.instrument.texts(export.language.code());
    Ok(DocProperties::new()
        .set_title(format!("{} – {}", export.organisation, export.screening))
        .set_subject(export.language.figures_of(&texts.title))
        .set_company(export.organisation)
        .set_creation_datetime(&made))
}
