//! Focus points by unit: means with n, and nothing more exists.

use super::sheet::{Sheet, numbered};
use super::table::{note, scale_line};
use rust_xlsxwriter::XlsxError;
use screening::export::Export;
use screening::id::GroupId;
use screening::language::{Column, Subject};
use screening::picture::{Kind, PublishedRow};

/// Whether anything is given by unit.
pub(super) fn any(export: &Export<'_>) -> bool {
    rows(export).next().is_some()
}

fn rows<'a>(export: &'a Export<'_>) -> impl Iterator<Item = &'a PublishedRow> {
    export.figures.rows.iter().filter(|row| row.kind == Kind::FocusPoint && row.unit.is_some())
}

/// Fills the sheet: a row a unit under each focus point, group by group.
pub(super) fn fill(sheet: &mut Sheet<'_>, export: &Export<'_>) -> Result<(), XlsxError> {
    let language = export.language;
    let texts = export.instrument.texts(language.code());
    sheet.title(language.sheet_of(Subject::Units), &[scale_line(export)])?;
    let heads = [
        language.column(Column::Group),
        language.head_of(Subject::FocusPoints).to_owned(),
        language.head_of(Subject::Units).to_owned(),
        language.column(Column::Note),
        language.column(Column::Persons),
        language.column(Column::Mean),
    ];
    sheet.widths(&[24.0, 44.0, 30.0, 34.0, 8.0, 14.0])?;
    sheet.heads(&heads, 4..6, true)?;
    let looks = sheet.looks;
    let groups: Vec<&GroupId> = export.figures.groups.iter().map(|count| &count.group).collect();
    for group in groups {
        for row in rows(export).filter(|row| row.group == *group) {
            sheet.text(0, texts.group(group), &looks.text)?;
            sheet.text(1, &numbered(&row.code, texts.code(&row.code)), &looks.text)?;
            sheet.text(2, row.unit.as_deref().unwrap_or_default(), &looks.text)?;
            let why = if row.shown.is_shown() { "" } else { note(export, row) };
            sheet.text(3, why, &looks.soft)?;
            sheet.count(4, row.n)?;
            sheet.figure(5, row.mean, language, &looks.mean)?;
            sheet.next()?;
        }
    }
    Ok(())
}
