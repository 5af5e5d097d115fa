//! How a sheet comes out on paper, and the language of the file.

use crate::PackError;
use crate::pack::{changed, escaped};
use rust_xlsxwriter::{Worksheet, XlsxError};
use screening::export::Export;

/// A4.
const PAPER: u8 = 9;

/// As many letters of a name as the head of a page has room for.
const LONGEST_NAME: usize = 90;

/// A4 across, as many columns as there are on one page's width, the place on top and the page's number below.
pub(super) fn set_up(page: &mut Worksheet, export: &Export<'_>) -> Result<(), XlsxError> {
    // Where the head of a page says & it means a sign of its own.
    let name = |name: &str| name.chars().take(LONGEST_NAME).collect::<String>().replace('&', "&&");
    page.set_paper_size(PAPER)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_header(format!("&L{} – {}&R&A", name(export.organisation), name(export.screening)))
        .set_footer(format!("&R{}", export.language.page_foot()))
        .set_screen_gridlines(false);
    Ok(())
}

/// The workbook with its language among its properties, which the library that writes it has no word for.
pub(super) fn with_language(workbook: Vec<u8>, code: &str) -> Result<Vec<u8>, PackError> {
    let end = "</cp:coreProperties>";
    changed(workbook, "docProps/core.xml", |core| {
        core.replacen(end, &format!("<dc:language>{}</dc:language>{end}", escaped(code)), 1)
    })
}
