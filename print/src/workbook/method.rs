//! The last sheet: who answered, what each figure means, what is hidden, the scale's words, Cronbach's alpha.

use super::sheet::{Sheet, numbered};
use rust_xlsxwriter::XlsxError;
use screening::export::Export;
use screening::instrument::Disclosure;
use screening::language::{Answered, MethodFacts, Subject};
use screening::picture::Kind;

/// Fills it.
pub(super) fn fill(sheet: &mut Sheet<'_>, export: &Export<'_>) -> Result<(), XlsxError> {
    let (language, looks) = (export.language, sheet.looks);
    let instrument = export.instrument;
    let texts = instrument.texts(language.code());
    sheet.title(language.method_sheet(), &[])?;
    sheet.widths(&[42.0, 100.0])?;

    let [term, meaning, step, label] = language.method_heads().map(str::to_owned);
    sheet.heads(&[language.sheet_of(Subject::Groups).to_owned(), String::new()], 2..2, false)?;
    for count in &export.figures.groups {
        let group = texts.group(&count.group);
        let in_role =
            instrument.group(&count.group).is_some_and(|group| group.disclosure == Disclosure::InRole);
        let said = language.answered(Answered {
            group,
            submitted: count.submitted,
            invited: count.invited,
            per_cent: count.response_rate.map(|rate| (rate * 100.0).round() as u8),
            in_role,
            open_link: export.open_links.contains(&count.group),
        });
        sheet.text(0, group, &looks.text)?;
        sheet.text(1, &said, &looks.text)?;
        sheet.next()?;
    }

    sheet.next()?;
    sheet.heads(&[term, meaning], 2..2, false)?;
    let size = export.figures.min_group_size;
    let facts = MethodFacts {
        scale: instrument.scale,
        no_answer: [&texts.scale.dont_know, &texts.scale.not_applicable],
        smallest: size.k(),
        full: size.d(),
        reversed: instrument.indicators().any(|indicator| !indicator.reverse.is_empty()),
        units: super::units::any(export),
    };
    for (term, meaning) in language.explained(&facts) {
        sheet.text(0, &term, &looks.text)?;
        sheet.text(1, &meaning, &looks.text)?;
        sheet.next()?;
    }

    sheet.next()?;
    sheet.heads(&[step, label], 2..2, false)?;
    let steps = instrument.scale.min..=instrument.scale.max;
    for (step, label) in steps.zip(&texts.scale.labels) {
        // At the left, beside its words.
        sheet.text(0, &step.to_string(), &looks.text)?;
        sheet.text(1, label, &looks.text)?;
        sheet.next()?;
    }
    alpha(sheet, export)
}

/// Cronbach's alpha where there is any: focus point and group, then the figure.
fn alpha(sheet: &mut Sheet<'_>, export: &Export<'_>) -> Result<(), XlsxError> {
    let (language, looks) = (export.language, sheet.looks);
    let texts = export.instrument.texts(language.code());
    let mut rows = export
        .figures
        .rows
        .iter()
        .filter(|row| row.kind == Kind::FocusPoint && row.alpha.is_some())
        .peekable();
    if rows.peek().is_none() {
        return Ok(());
    }
    let (name, meaning) = language.alpha();
    sheet.next()?;
    sheet.heads(&[name.to_owned(), meaning.to_owned()], 2..2, false)?;
    for row in rows {
        let point = numbered(&row.code, texts.code(&row.code));
        sheet.text(0, &format!("{point} – {}", texts.group(&row.group)), &looks.text)?;
        sheet.number(1, row.alpha, &looks.alpha)?;
        sheet.next()?;
    }
    Ok(())
}
