//! Answers as a file (`contract.md`): one row a response, strict, streaming, refused at the first fault.

use super::rows::{RowFault, Rows};
use super::{Answer, Answers, Response};
use crate::id::{GroupId, IndicatorId};
use crate::instrument::{Form, Instrument, Scale};
use std::collections::BTreeMap;
use std::io::Read;

const CHANNELS: [&str; 3] = ["web", "tablet", "paper"];
const HELPED: [&str; 2] = ["alone", "helped"];

/// Longest piece of a cell that a fault quotes, in characters.
const QUOTED: usize = 40;

/// Why a file of answers is refused; one line, without the file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersFault {
    /// Line, the header is 1; `None` where it is the file as a whole.
    pub line: Option<u64>,
    /// Name of the column, where it is about one.
    pub column: Option<String>,
    /// What was expected.
    pub message: String,
}

impl std::fmt::Display for AnswersFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}")?;
            if let Some(column) = &self.column {
                write!(
                    f,
                    ", column {}",
                    if column.is_empty() { "\"\"".to_owned() } else { shortened(column) }
                )?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for AnswersFault {}

/// A row of the file, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FileRow<'a> {
    /// Line it begins on; the header is 1.
    pub line: u64,
    /// As in the file. Repeats are for an import to refuse: this reader keeps nothing.
    pub response_id: &'a str,
    /// Number of the group in the instrument.
    pub group: usize,
    /// The unit, if any.
    pub unit: Option<&'a str>,
    /// One answer an indicator, in the instrument's order.
    pub answers: &'a [Answer],
}

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

/// Reads a file of answers, a [`Response`] a row.
///
/// # Errors
///
/// The first fault; `each` may have been called for the rows before it.
pub fn read_csv(
    reader: impl Read,
    instrument: &Instrument,
    forms: &BTreeMap<GroupId, Form>,
    mut each: impl FnMut(Response),
) -> Result<(), AnswersFault> {
    let ids: Vec<&IndicatorId> = instrument.indicators().map(|indicator| &indicator.id).collect();
    read_rows(reader, instrument, forms, |row| {
        let given = ids.iter().zip(row.answers).filter(|(_, answer)| **answer != Answer::Blank);
        each(Response {
            group: instrument.groups[row.group].id.clone(),
            unit: row.unit.map(str::to_owned),
            answers: Answers(given.map(|(id, answer)| ((*id).clone(), *answer)).collect()),
        });
    })
}

/// Reads a file of answers without an allocation a row, for [`crate::scoring::Scorer::add_row`].
///
/// # Errors
///
/// The first fault; `each` may have been called for the rows before it.
pub fn read_rows(
    reader: impl Read,
    instrument: &Instrument,
    forms: &BTreeMap<GroupId, Form>,
    mut each: impl FnMut(FileRow<'_>),
) -> Result<(), AnswersFault> {
    let mut rows = Rows::new(reader);
    let file = |message: &str| AnswersFault { line: None, column: None, message: message.to_owned() };
    match rows.header() {
        Ok(true) => {}
        Ok(false) => return Err(file("is empty: expected a header row and one row a response")),
        Err(RowFault::TooLong) => return Err(file("has a header row that never ends: expected one line")),
        Err(fault) => return Err(row_fault(&fault, rows.line())),
    }
    let names: Vec<String> = (0..rows.len()).map(|place| rows.cell(place).to_owned()).collect();
    let columns = columns(&names, instrument)?;
    let place_of = |wanted: Column| columns.iter().position(|column| *column == wanted);
    let (id, group, unit) = (place_of(Column::ResponseId), place_of(Column::Group), place_of(Column::Unit));
    let asked: Vec<Vec<bool>> = instrument
        .groups
        .iter()
        .map(|group| {
            let form = forms.get(&group.id).copied().unwrap_or_default();
            instrument.indicators().map(|indicator| indicator.asks(&group.id, form)).collect()
        })
        .collect();
    let mut answers = vec![Answer::Blank; instrument.indicators().count()];
    while rows.advance().map_err(|fault| row_fault(&fault, rows.line()))? {
        let line = rows.line();
        if rows.len() != names.len() {
            let message = format!("expected {} cells as in the header, found {}", names.len(), rows.len());
            return Err(AnswersFault { line: Some(line), column: None, message });
        }
        let fault = |place: usize, expected: String| AnswersFault {
            line: Some(line),
            column: Some(names[place].clone()),
            message: format!("expected {expected}, found {}", found(rows.cell(place))),
        };
        let cell = |place: Option<usize>| place.map_or("", |place| rows.cell(place));
        let number = instrument.groups.iter().position(|known| known.id.as_str() == cell(group));
        let Some(number) = number else {
            let ids = instrument.groups.iter().map(|group| group.id.as_str());
            return Err(fault(group.unwrap_or_default(), one_of(ids)));
        };
        for (place, column) in columns.iter().enumerate() {
            match *column {
                Column::Indicator(indicator) => {
                    let answer = Answer::parse(rows.bytes(place), instrument.scale);
                    answers[indicator] = match answer {
                        Some(Answer::Blank) => Answer::Blank,
                        _ if !asked[number][indicator] => {
                            let group = instrument.groups[number].id.as_str();
                            return Err(fault(
                                place,
                                format!("an empty cell, since {group} is not asked this"),
                            ));
                        }
                        Some(answer) => answer,
                        None => return Err(fault(place, answer_expected(instrument.scale))),
                    };
                }
                Column::ResponseId if rows.bytes(place).is_empty() => {
                    return Err(fault(place, "an id".to_owned()));
                }
                Column::Channel if !is_one_of(&CHANNELS, rows.cell(place)) => {
                    return Err(fault(place, format!("{} or an empty cell", one_of(CHANNELS.into_iter()))));
                }
                Column::Helped if !is_one_of(&HELPED, rows.cell(place)) => {
                    return Err(fault(place, format!("{} or an empty cell", one_of(HELPED.into_iter()))));
                }
                _ => {}
            }
        }
        each(FileRow {
            line,
            response_id: cell(id),
            group: number,
            unit: Some(cell(unit)).filter(|unit| !unit.is_empty()),
            answers: &answers,
        });
    }
    Ok(())
}

/// What each column of the header holds.
fn columns(names: &[String], instrument: &Instrument) -> Result<Vec<Column>, AnswersFault> {
    let ids: Vec<&str> = instrument.indicators().map(|indicator| indicator.id.as_str()).collect();
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

fn row_fault(fault: &RowFault, line: u64) -> AnswersFault {
    let message = match fault {
        RowFault::Read(error) => {
            return AnswersFault { line: None, column: None, message: format!("can't be read: {error}") };
        }
        RowFault::NotUtf8 => "expected UTF-8: save the file as CSV UTF-8",
        RowFault::OpenQuote => "a quote is opened and not closed: expected quotes in pairs",
        RowFault::StrayQuote => {
            "a quote stands inside a cell: expected quotes around the whole cell, doubled inside"
        }
        RowFault::TooLong => "expected a row, found one that never ends",
    };
    AnswersFault { line: Some(line), column: None, message: message.to_owned() }
}

fn answer_expected(scale: Scale) -> String {
    format!("a whole number from {} to {}, DK, NA or an empty cell", scale.min, scale.max)
}

/// Whether a cell is empty or holds one of these words.
fn is_one_of(words: &[&str], cell: &str) -> bool {
    cell.is_empty() || words.contains(&cell)
}

/// `a, b or c`.
fn one_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = words.collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// A cell as a fault quotes it: one line, and not the whole of a long one.
fn found(cell: &str) -> String {
    if cell.is_empty() { "an empty cell".to_owned() } else { format!("\"{}\"", shortened(cell)) }
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(QUOTED).flat_map(char::escape_debug).collect();
    if text.chars().nth(QUOTED).is_some() { format!("{short}…") } else { short }
}
