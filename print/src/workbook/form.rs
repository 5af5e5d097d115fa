//! Sheets of words as a workbook, for programs that read an XLSForm.

use super::WorkbookError;
use super::sheet::place;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, RowNum, Workbook, XlsxError};
use screening::instrument::xlsform::Table;

/// A workbook with these sheets; the first row of each has the heads. Every cell is a text, so nothing is taken for a
/// number, a date or a formula. The same sheets give the same bytes.
///
/// # Errors
/// More rows, columns or letters than a workbook holds.
pub fn xlsform(tables: &[Table]) -> Result<Vec<u8>, WorkbookError> {
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap();
    let head = Format::new().set_num_format("@").set_bold();
    let mut workbook = Workbook::new();
    // A form has no day of its own.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for Table { name, rows } in tables {
        let page = workbook.add_worksheet();
        page.set_name(*name)?;
        page.set_freeze_panes(1, 0)?;
        for (column, title) in rows.first().into_iter().flatten().enumerate() {
            let width = if title.contains("::") { 48.0 } else { 18.0 };
            page.set_column_width(place(column)?, width)?;
        }
        for (row, cells) in rows.iter().enumerate() {
            let number = RowNum::try_from(row).map_err(|_| XlsxError::RowColumnLimitError)?;
            let look = if row == 0 { &head } else { &text };
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                page.write_string_with_format(number, place(column)?, cell, look)?;
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}
