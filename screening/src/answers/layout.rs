//! What each column of a file of answers holds, and whether a row of it is what the instrument asks.

use super::fault::{AnswersFault, found, one_of};
use super::rows::Rows;
use super::{Answer, FileRow};
use crate::id::GroupId;
use crate::instrument::{Form, Indicator, Instrument, Scale};
use std::collections::BTreeMap;

const CHANNELS: [&str; 3] = ["web", "tablet", "paper"];
const HELPED: [&str; 2] = ["alone", "helped"];

/// Longest `response_id` or `unit`, in bytes: whoever counts them keeps them, and the other cells are words.
const LONGEST_NAME: usize = 1000;

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    ResponseId,
    Group,
    Unit,
    Channel,
    Helped,
    /// Number of the indicator in the instrument.
    Indicator(usize),
}

/// A file's header, understood.
pub(super) struct Layout<'a> {
    scale: Scale,
    names: Vec<String>,
    columns: Vec<Column>,
    separator: u8,
    id: Option<usize>,
    group: usize,
    unit: Option<usize>,
    indicators: usize,
    groups: Vec<Asked<'a>>,
    /// The answer that a cell of one byte is, by that byte: nearly every cell is one.
    by_byte: [Option<Answer>; 256],
}

/// A group, and of each indicator whether it is asked it.
struct Asked<'a> {
    id: &'a str,
    indicators: Vec<bool>,
}

impl<'a> Layout<'a> {
    /// Reads a header row. Of the two separators it is the one that gives more cells.
    pub(super) fn read(
        header: &[u8],
        instrument: &'a Instrument,
        forms: &BTreeMap<GroupId, Form>,
    ) -> Result<Self, AnswersFault> {
        if header.is_empty() {
            let message = "is empty: expected a header row and one row a response";
            return Err(AnswersFault::file(message.to_owned()));
        }
        let split = |separator: u8| {
            let mut row = Rows::new(header, 1, separator);
            row.advance().map_err(|fault| AnswersFault::row(fault, 1))?;
            // One pass over the cells: finding each from the beginning takes minutes in a header of a megabyte.
            Ok(row.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect::<Vec<_>>())
        };
        let (by_comma, by_semicolon) = (split(b','), split(b';'));
        let cells = |names: &Result<Vec<_>, AnswersFault>| names.as_ref().map_or(0, Vec::len);
        let (separator, names) =
            if cells(&by_semicolon) > cells(&by_comma) { (b';', by_semicolon?) } else { (b',', by_comma?) };
        let indicators: Vec<&Indicator> = instrument.indicators().collect();
        let columns = columns(&names, &indicators)?;
        let place_of = |wanted: Column| columns.iter().position(|column| *column == wanted);
        let groups = instrument.groups.iter().map(|group| {
            let form = forms.get(&group.id).copied().unwrap_or_default();
            let asked = indicators.iter().map(|indicator| indicator.asks(&group.id, form));
            Asked { id: group.id.as_str(), indicators: asked.collect() }
        });
        Ok(Self {
            scale: instrument.scale,
            separator,
            id: place_of(Column::ResponseId),
            group: place_of(Column::Group).unwrap_or_default(),
            unit: place_of(Column::Unit),
            indicators: indicators.len(),
            groups: groups.collect(),
            by_byte: std::array::from_fn(|byte| Answer::parse(&[byte as u8], instrument.scale)),
            names,
            columns,
        })
    }

    /// Checks whole rows, the first of which begins on this line, and gives them one by one.
    pub(super) fn rows(
        &self,
        rows: &[u8],
        line: u64,
        mut each: impl FnMut(FileRow<'_>),
    ) -> Result<(), AnswersFault> {
        let mut rows = Rows::new(rows, line, self.separator);
        let mut answers = vec![Answer::Blank; self.indicators];
        while rows.advance().map_err(|fault| AnswersFault::row(fault, rows.line()))? {
            each(self.row(&rows, &mut answers)?);
        }
        Ok(())
    }

    fn row<'b>(&self, rows: &'b Rows<'_>, answers: &'b mut [Answer]) -> Result<FileRow<'b>, AnswersFault> {
        let line = rows.line();
        if rows.len() != self.names.len() {
            let message =
                format!("expected {} cells as in the header, found {}", self.names.len(), rows.len());
            return Err(AnswersFault { line: Some(line), column: None, message });
        }
        let fault = |place: usize, expected: String| AnswersFault {
            line: Some(line),
            column: Some(self.names[place].clone()),
            message: format!("expected {expected}, found {}", found(rows.cell(place))),
        };
        let group = rows.bytes(self.group);
        let Some(number) = self.groups.iter().position(|known| known.id.as_bytes() == group) else {
            return Err(fault(self.group, one_of(self.groups.iter().map(|group| group.id))));
        };
        let asked = &self.groups[number];
        for (place, (column, cell)) in self.columns.iter().zip(rows.cells()).enumerate() {
            let expected = if let Column::Indicator(indicator) = *column {
                let answer = match cell {
                    [byte] => self.by_byte[usize::from(*byte)],
                    [] => Some(Answer::Blank),
                    longer => Answer::parse(longer, self.scale),
                };
                match answer {
                    Some(answer) if answer == Answer::Blank || asked.indicators[indicator] => {
                        answers[indicator] = answer;
                        continue;
                    }
                    _ => self.answer_expected(asked, indicator),
                }
            } else {
                match *column {
                    Column::ResponseId if cell.is_empty() => "an id".to_owned(),
                    Column::ResponseId | Column::Unit if cell.len() > LONGEST_NAME => {
                        format!("{LONGEST_NAME} bytes at most")
                    }
                    Column::Channel if !is_one_of(&CHANNELS, cell) => {
                        format!("{} or an empty cell", one_of(CHANNELS.into_iter()))
                    }
                    Column::Helped if !is_one_of(&HELPED, cell) => {
                        format!("{} or an empty cell", one_of(HELPED.into_iter()))
                    }
                    _ => continue,
                }
            };
            return Err(fault(place, expected));
        }
        let text = |place: Option<usize>| place.map_or("", |place| rows.cell(place));
        Ok(FileRow {
            line,
            response_id: text(self.id),
            group: number,
            unit: Some(text(self.unit)).filter(|unit| !unit.is_empty()),
            answers,
        })
    }

    fn answer_expected(&self, asked: &Asked<'_>, indicator: usize) -> String {
        if asked.indicators[indicator] {
            format!("a whole number from {} to {}, DK, NA or an empty cell", self.scale.min, self.scale.max)
        } else {
            format!("an empty cell, since {} is not asked this", asked.id)
        }
    }
}

/// What each column of the header holds.
fn columns(names: &[String], indicators: &[&Indicator]) -> Result<Vec<Column>, AnswersFault> {
    let ids: Vec<&str> = indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    let fault = |name: &str, message: &str| AnswersFault {
        line: Some(1),
        column: Some(name.to_owned()),
        message: message.to_owned(),
    };
    let mut columns = Vec::new();
    for name in names {
        let column = match name.as_str() {
            "response_id" => Column::ResponseId,
            "group" => Column::Group,
            "unit" => Column::Unit,
            "channel" => Column::Channel,
            "helped" => Column::Helped,
            other => match ids.iter().position(|id| *id == other) {
                Some(indicator) => Column::Indicator(indicator),
                None => {
                    let expected = "is unknown: expected response_id, group, unit, channel, helped and one \
                                    column an indicator";
                    return Err(fault(name, expected));
                }
            },
        };
        if columns.contains(&column) {
            return Err(fault(name, "is there twice: expected it once"));
        }
        columns.push(column);
    }
    let required = [("response_id", Column::ResponseId), ("group", Column::Group)];
    let indicators = ids.iter().enumerate().map(|(number, id)| (*id, Column::Indicator(number)));
    match required.into_iter().chain(indicators).find(|(_, column)| !columns.contains(column)) {
        Some((name, _)) => Err(fault(name, "is missing: expected it in the header")),
        None => Ok(columns),
    }
}

/// Whether a cell is empty or holds one of these words.
fn is_one_of(words: &[&str], cell: &[u8]) -> bool {
    cell.is_empty() || words.iter().any(|word| word.as_bytes() == cell)
}
