//! Spreadsheets made by hand, as small as they can be.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// A package of these parts.
pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        package.start_file(*name, SimpleFileOptions::default()).unwrap();
        package.write_all(part.as_bytes()).unwrap();
    }
    package.finish().unwrap().into_inner()
}

/// An XLSX with one sheet, *Svar*, and the shared text *Id*.
pub(crate) fn xlsx(sheet: &str) -> Vec<u8> {
    with_shared(sheet, "<sst><si><t>Id</t></si></sst>")
}

/// The same with other shared texts.
pub(crate) fn with_shared(sheet: &str, shared: &str) -> Vec<u8> {
    package(&[
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="r"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>"#,
        ),
        ("xl/sharedStrings.xml", shared),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// A sheet of an XLSX with these rows.
pub(crate) fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// An ODS with this content.
pub(crate) fn ods(content: &str) -> Vec<u8> {
    package(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)])
}

/// The content of an ODS with one sheet, *Svar*, of these rows.
pub(crate) fn content(rows: &str) -> String {
    format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Svar">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    )
}
