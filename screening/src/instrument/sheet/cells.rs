//! The cells of a sheet as its file has them.

use super::{Fault, HEADS, LARGEST_SHEET, Row, cell};
use crate::answers::import::Sheet;
use crate::instrument::Why;

/// A row with its number.
pub(super) type Numbered = (usize, Row);

/// The languages of the heads, and every row with its number.
pub(super) fn rows(bytes: &[u8]) -> Result<(Vec<String>, Vec<Numbered>), Fault> {
    if bytes.len() > LARGEST_SHEET {
        return Err(fault(
            1,
            HEADS[0],
            format!("the file is larger than {LARGEST_SHEET} bytes: no instrument is"),
            Why::TooLarge(LARGEST_SHEET),
        ));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|_| fault(1, HEADS[0], "the file is not UTF-8: save it as CSV UTF-8", Why::NotUtf8))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let heads = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b',', b'\t'].into_iter().find(|sign| heads.contains(char::from(*sign)));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b';'))
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().enumerate().map(|(number, record)| {
        let record =
            record.map_err(|error| fault(number + 1, HEADS[0], error.to_string(), Why::Unreadable))?;
        Ok((number + 1, record.iter().map(|cell| cell::given_back(cell).to_owned()).collect::<Vec<_>>()))
    });
    of_records(records)
}

/// The same of a sheet that was read already, whatever its file.
pub(super) fn rows_of(sheet: &Sheet) -> Result<(Vec<String>, Vec<Numbered>), Fault> {
    let mut row = 0;
    let mut below = 1;
    let records = sheet.rows.iter().map(|line| {
        // A file of text counts its lines; a spreadsheet shows a text of several lines in one row.
        let at = usize::try_from(line.line).unwrap_or(usize::MAX);
        row = if sheet.text { row + 1 + at.saturating_sub(below) } else { at };
        below = at + 1 + line.cells.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        Ok((row, line.cells.iter().map(|cell| cell::given_back(cell).to_owned()).collect()))
    });
    of_records(records)
}

fn fault(row: usize, column: &str, message: impl Into<String>, why: Why) -> Fault {
    Fault { row, column: column.to_owned(), message: message.into(), why }
}

fn of_records(
    mut records: impl Iterator<Item = Result<(usize, Vec<String>), Fault>>,
) -> Result<(Vec<String>, Vec<Numbered>), Fault> {
    let heads = records.next().transpose()?.map(|(_, heads)| heads).unwrap_or_default();
    let mut heads: Vec<String> = heads.into_iter().map(|head| head.trim().to_owned()).collect();
    let mut languages = heads.split_off(HEADS.len().min(heads.len()));
    while languages.last().is_some_and(String::is_empty) {
        languages.pop();
    }
    if heads != HEADS || languages.is_empty() {
        let message = format!("the heads must be {}, then a language each", HEADS.join(", "));
        return Err(fault(1, HEADS[0], message, Why::Heads));
    }
    let mut rows = Vec::new();
    for record in records {
        let (number, mut cells) = record?;
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let width = HEADS.len() + languages.len();
        if cells.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
            let last = languages.last().map_or(HEADS[3], String::as_str);
            return Err(fault(
                number,
                last,
                "there are more cells behind it than heads: remove them",
                Why::BeyondHeads,
            ));
        }
        cells.resize(width, String::new());
        let texts = cells.split_off(HEADS.len());
        let mut cells = cells.into_iter().map(|cell| cell.trim().to_owned());
        let mut next = || cells.next().unwrap_or_default();
        rows.push((number, Row { part: next(), id: next(), field: next(), structure: next(), texts }));
    }
    Ok((languages, rows))
}
