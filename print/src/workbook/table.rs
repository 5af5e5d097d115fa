//! The table of figures: under the name of each thing that is asked about a row a group, then the differences.

use super::sheet::{Sheet, numbered, place};
use rust_xlsxwriter::{ColNum, Format, XlsxError};
use screening::export::Export;
use screening::id::IndicatorId;
use screening::instrument::{FocusPoint, Texts};
use screening::language::{Column, Subject};
use screening::picture::{Kind, PublishedRow, Shown};

/// A thing that is asked about.
struct Block<'a> {
    kind: Kind,
    code: &'a str,
    name: String,
}

/// A table on its sheet.
struct Figures<'s, 'a, 'e> {
    sheet: &'s mut Sheet<'a>,
    export: &'s Export<'e>,
    texts: &'s Texts,
    columns: Vec<Column>,
}

/// The sheet of a focus point: the focus point, then each indicator with its statements.
pub(super) fn focus_point(
    sheet: &mut Sheet<'_>,
    export: &Export<'_>,
    point: &FocusPoint,
    title: &str,
) -> Result<(), XlsxError> {
    let texts = export.instrument.texts(export.language.code());
    let scale = export.instrument.scale;
    sheet.title(title, &[scale_line(export)])?;
    let mut columns = vec![
        Column::Group,
        Column::Statement,
        Column::Persons,
        Column::Mean,
        Column::Deviation,
        Column::Low,
        Column::High,
        Column::Agreement,
        Column::AgreementLow,
        Column::AgreementHigh,
        Column::DontKnow,
        Column::NotApplicable,
        Column::Blank,
    ];
    columns.extend((scale.min..=scale.max).map(Column::Step));
    columns.push(Column::Note);
    let mut figures = Figures { sheet, export, texts, columns };
    figures.heads()?;
    let whole = export.language.whole_point().to_owned();
    figures.block(&Block { kind: Kind::FocusPoint, code: point.id.as_str(), name: whole })?;
    for indicator in &point.indicators {
        let name = numbered(indicator.id.as_str(), texts.indicator(&indicator.id));
        figures.block(&Block { kind: Kind::Indicator, code: indicator.id.as_str(), name })?;
    }
    Ok(())
}

/// The sheet of the values.
pub(super) fn values(sheet: &mut Sheet<'_>, export: &Export<'_>) -> Result<(), XlsxError> {
    let texts = export.instrument.texts(export.language.code());
    sheet.title(export.language.sheet_of(Subject::Values), &[scale_line(export)])?;
    let columns = vec![
        Column::Group,
        Column::Persons,
        Column::Mean,
        Column::Deviation,
        Column::Low,
        Column::High,
        Column::Note,
    ];
    let mut figures = Figures { sheet, export, texts, columns };
    figures.heads()?;
    for value in &export.instrument.values {
        let name = texts.code(value.id.as_str());
        let name = if name.is_empty() { value.id.as_str() } else { name };
        figures.block(&Block { kind: Kind::Value, code: value.id.as_str(), name: name.to_owned() })?;
    }
    Ok(())
}

/// What the scale's ends mean.
pub(super) fn scale_line(export: &Export<'_>) -> String {
    let labels = &export.instrument.texts(export.language.code()).scale.labels;
    let label = |label: Option<&String>| label.cloned().unwrap_or_default();
    export.language.scale_line(export.instrument.scale, &label(labels.first()), &label(labels.last()))
}

/// Why a row has no figure, or not all of them.
pub(super) fn note(export: &Export<'_>, row: &PublishedRow) -> &'static str {
    match row.shown {
        // Only what would stand alone is hidden so over all units.
        Shown::Derived if row.unit.is_none() => export.language.alone(),
        Shown::Mean if row.kind == Kind::Gap => export.language.only_difference(row.mean.is_some()),
        shown => export.language.hidden(shown).unwrap_or_default(),
    }
}

fn width(column: Column) -> f64 {
    match column {
        Column::Group => 42.0,
        Column::Statement => 40.0,
        Column::Persons => 8.0,
        Column::Mean | Column::Deviation | Column::Low | Column::High => 13.0,
        Column::Agreement | Column::AgreementLow | Column::AgreementHigh => 9.0,
        Column::DontKnow | Column::NotApplicable | Column::Blank => 9.5,
        Column::Step(_) => 8.0,
        Column::Note => 20.0,
    }
}

impl Figures<'_, '_, '_> {
    fn heads(&mut self) -> Result<(), XlsxError> {
        let heads: Vec<String> = self.columns.iter().map(|head| self.export.language.column(*head)).collect();
        let words = |head: &&Column| matches!(head, Column::Group | Column::Statement);
        let first_number = self.columns.iter().take_while(words).count();
        let widths: Vec<f64> = self.columns.iter().map(|column| width(*column)).collect();
        self.sheet.widths(&widths)?;
        self.sheet.heads(&heads, first_number..heads.len() - 1, true)
    }

    /// One thing with its rows; nothing where nobody was asked.
    fn block(&mut self, block: &Block<'_>) -> Result<(), XlsxError> {
        let export = self.export;
        let of = |row: &&PublishedRow| row.code == block.code && row.unit.is_none();
        let own: Vec<_> =
            export.figures.rows.iter().filter(|row| row.kind == block.kind).filter(of).collect();
        let gaps = export.figures.rows.iter().filter(|row| row.kind == Kind::Gap).filter(of);
        if own.is_empty() {
            return Ok(());
        }
        let looks = self.sheet.looks;
        self.sheet.across(&block.name, &looks.block)?;
        for number in 1..self.columns.len() {
            self.sheet.page.write_blank(self.sheet.row, place(number)?, &looks.block)?;
        }
        self.sheet.next()?;
        for row in own {
            let name = self.texts.group(&row.group).to_owned();
            self.row(row, &name, &looks.text)?;
        }
        for row in gaps {
            let other = row.other_group.as_ref().map_or("", |group| self.texts.group(group));
            let name = export.language.difference(self.texts.group(&row.group), other);
            self.row(row, &name, &looks.soft)?;
        }
        Ok(())
    }

    fn row(&mut self, row: &PublishedRow, name: &str, look: &Format) -> Result<(), XlsxError> {
        let (language, looks) = (self.export.language, self.sheet.looks);
        let share = |per_cent: Option<u8>| per_cent.map(|per_cent| f64::from(per_cent) / 100.0);
        let mean_look = if row.kind == Kind::Gap { &looks.difference } else { &looks.mean };
        for number in 0..self.columns.len() {
            let at = place(number)?;
            match self.columns[number] {
                Column::Group => self.sheet.text(at, name, look)?,
                Column::Statement => match statement(self.texts, row) {
                    Some(statement) => self.sheet.text(at, statement, &looks.text)?,
                    None => self.sheet.empty(at)?,
                },
                Column::Persons => self.sheet.count(at, row.n)?,
                Column::Mean => self.sheet.figure(at, row.mean, language, mean_look)?,
                Column::Deviation => self.sheet.number(at, row.sd, &looks.mean)?,
                Column::Low => self.sheet.number(at, row.interval.map(|ends| ends.low), mean_look)?,
                Column::High => self.sheet.number(at, row.interval.map(|ends| ends.high), mean_look)?,
                Column::Agreement => self.sheet.number(at, share(row.agreement), &looks.share)?,
                Column::AgreementLow => {
                    self.sheet.number(at, share(row.agreement_interval.map(|ends| ends.0)), &looks.share)?;
                }
                Column::AgreementHigh => {
                    self.sheet.number(at, share(row.agreement_interval.map(|ends| ends.1)), &looks.share)?;
                }
                Column::DontKnow => self.given(at, row, row.dont_know)?,
                Column::NotApplicable => self.given(at, row, row.not_applicable)?,
                Column::Blank => self.given(at, row, row.blank)?,
                Column::Step(step) => {
                    let place = usize::from(step - self.export.instrument.scale.min);
                    let persons = row.distribution.as_ref().and_then(|steps| steps.get(place)).copied();
                    self.sheet.count(at, persons)?;
                }
                Column::Note => match note(self.export, row) {
                    "" => self.sheet.empty(at)?,
                    note => self.sheet.text(at, note, &looks.note)?,
                },
            }
        }
        self.sheet.next()?;
        Ok(())
    }

    /// A count of those who gave no answer; where the row has them and this one is not given, that it is hidden.
    fn given(&mut self, at: ColNum, row: &PublishedRow, count: Option<u64>) -> Result<(), XlsxError> {
        let has_counts = row.kind == Kind::Indicator && row.shown == Shown::Yes;
        match count {
            None if has_counts => {
                self.sheet.text(at, self.export.language.count_hidden(), &self.sheet.looks.aside)
            }
            count => self.sheet.count(at, count),
        }
    }
}

fn statement<'a>(texts: &'a Texts, row: &PublishedRow) -> Option<&'a str> {
    let id = IndicatorId::from(row.code.as_str());
    (row.kind == Kind::Indicator).then(|| texts.item(&id, &row.group))?
}
