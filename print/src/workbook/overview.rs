//! The first sheet: every focus point as every group sees it, and who answered.

use super::sheet::{Sheet, numbered, place};
use super::table::{note, scale_line};
use rust_xlsxwriter::{Url, XlsxError};
use screening::export::Export;
use screening::id::FocusPointId;
use screening::language::Subject;
use screening::picture::Kind;

/// Fills it; `sheets` are the names of the focus points' sheets.
pub(super) fn fill(
    sheet: &mut Sheet<'_>,
    export: &Export<'_>,
    sheets: &[(&FocusPointId, &str)],
) -> Result<(), XlsxError> {
    let language = export.language;
    let texts = export.instrument.texts(language.code());
    let (year, month, day) = export.made_on;
    let lines = [
        language.figures_of(&texts.title),
        language.made_on(&language.date(year, month, day)),
        scale_line(export),
    ];
    sheet.title(&format!("{} – {}", export.organisation, export.screening), &lines)?;
    let groups: Vec<_> = export.figures.groups.iter().map(|count| &count.group).collect();
    let mut heads = vec![language.head_of(Subject::FocusPoints).to_owned()];
    for group in &groups {
        let name = texts.group(group);
        heads.extend([language.persons_of(name), language.mean_of(name)]);
    }
    let widths: Vec<f64> = (0..heads.len()).map(|number| if number == 0 { 44.0 } else { 17.0 }).collect();
    sheet.widths(&widths)?;
    sheet.heads(&heads, 1..heads.len(), true)?;
    let looks = sheet.looks;
    for (id, name) in sheets {
        let title = numbered(id.as_str(), texts.focus_point(id));
        // Quoted: a sheet's name may hold blanks and apostrophes.
        let link = Url::new(format!("internal:'{}'!A1", name.replace('\'', "''"))).set_text(&title);
        sheet.page.write_url_with_format(sheet.row, 0, link, &looks.link)?;
        for (number, group) in groups.iter().enumerate() {
            let (persons, mean) = (place(2 * number + 1)?, place(2 * number + 2)?);
            match export.figures.row(Kind::FocusPoint, id.as_str(), group) {
                None => {
                    sheet.empty(persons)?;
                    sheet.text(mean, language.not_asked(), &looks.aside)?;
                }
                Some(row) if !row.shown.is_shown() => {
                    sheet.empty(persons)?;
                    sheet.text(mean, note(export, row), &looks.aside)?;
                }
                Some(row) => {
                    sheet.count(persons, row.n)?;
                    sheet.figure(mean, row.mean, language, &looks.mean)?;
                }
            }
        }
        sheet.next()?;
    }
    sheet.next()?;
    answered(sheet, export)
}

/// Who answered, of how many.
fn answered(sheet: &mut Sheet<'_>, export: &Export<'_>) -> Result<(), XlsxError> {
    let language = export.language;
    let texts = export.instrument.texts(language.code());
    let heads: Vec<String> = std::iter::once(language.sheet_of(Subject::Groups))
        .chain(language.answered_heads())
        .map(str::to_owned)
        .collect();
    sheet.heads(&heads, 1..heads.len(), false)?;
    let looks = sheet.looks;
    for count in &export.figures.groups {
        sheet.text(0, texts.group(&count.group), &looks.text)?;
        sheet.count(1, Some(count.submitted))?;
        sheet.count(2, count.invited)?;
        sheet.number(3, count.response_rate, &looks.share)?;
        sheet.next()?;
    }
    Ok(())
}
