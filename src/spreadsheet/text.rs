//! A text file as one sheet: UTF-8, UTF-16 or what Danish Excel writes (Windows-1252); semicolons, commas or tabs.

use super::budget::Budget;
use screening::answers::import::{
    Encoding, FileFault, FileProblem, MOST_COLUMNS, MOST_LINES, Sheet, SheetRow, Sheets,
};

/// What Windows-1252 has from 0x80 to 0x9F; the rest of it is Latin-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

pub(super) fn read(file: &[u8], budget: &mut Budget) -> Result<Sheets, FileFault> {
    let (text, encoding) = decoded(file).ok_or_else(|| FileFault::file(FileProblem::UnknownKind))?;
    let start = text.trim_start().get(..9).unwrap_or_default().to_lowercase();
    let other = ["<html", "<!doctype", "<?xml", "<table", "%pdf", "{\\rtf"];
    let control =
        |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{80}'..='\u{9f}');
    if other.iter().any(|kind| start.starts_with(kind)) || text.chars().any(control) {
        return Err(FileFault::file(FileProblem::UnknownKind));
    }
    let (separator, text, first) = separated(&text);
    let rows = rows(text, separator, first, budget)?;
    Ok(Sheets { sheets: vec![Sheet { rows, text: true, ..Sheet::default() }], encoding: Some(encoding) })
}

/// The text without its byte-order mark, and how it was written; `None` where it is none.
fn decoded(file: &[u8]) -> Option<(String, Encoding)> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units = pairs.iter().map(|pair| unit(*pair));
        let text = char::decode_utf16(units).collect::<Result<String, _>>().ok()?;
        rest.is_empty().then_some((text, Encoding::Utf16))
    };
    match file {
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        // Of letters in UTF-16 every other byte is mostly nought, and text in anything else has none.
        [first, 0, ..] if *first != 0 => return utf16(file, u16::from_le_bytes),
        [0, first, ..] if *first != 0 => return utf16(file, u16::from_be_bytes),
        _ => {}
    }
    let bytes = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((text.to_owned(), Encoding::Utf8));
    }
    let letter = |byte: &u8| match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        byte => char::from(*byte),
    };
    Some((file.iter().map(letter).collect(), Encoding::Windows1252))
}

/// The separator, the text, and the number of its first line. Excel's own first line `sep=;` says it; else it is what
/// the first line has most of outside quotes.
fn separated(text: &str) -> (char, &str, u64) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(said) = line.trim_end().strip_prefix("sep=")
        && let [separator @ (b';' | b',' | b'\t')] = said.as_bytes()
    {
        return (char::from(*separator), rest, 2);
    }
    let mut counts = [(';', 0_usize), (',', 0), ('\t', 0)];
    let mut quoted = false;
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            letter if !quoted => {
                counts.iter_mut().filter(|(known, _)| *known == letter).for_each(|(_, count)| *count += 1);
            }
            _ => {}
        }
    }
    // The first of the most: a Danish list has commas in its numbers.
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    (best.map_or(';', |(separator, _)| *separator), text, 1)
}

/// The rows that hold something. Quotes stand around a whole cell, doubled inside; a line end inside quotes is text.
fn rows(text: &str, separator: char, first: u64, budget: &mut Budget) -> Result<Vec<SheetRow>, FileFault> {
    let (mut rows, mut rest, mut line) = (Vec::new(), text, first);
    while !rest.is_empty() {
        let mut row = SheetRow { line, cells: Vec::new() };
        let begins = line;
        loop {
            let at = |cells: &Vec<Box<str>>, why| FileFault::cell(begins, cells.len() + 1, why);
            let cell = cell(&mut rest, separator).map_err(|why| at(&row.cells, why))?;
            line = line.saturating_add(cell.matches('\n').count() as u64);
            if row.cells.len() == MOST_COLUMNS {
                return Err(at(&row.cells, FileProblem::TooManyColumns(MOST_COLUMNS)));
            }
            budget.cells(1).and_then(|()| budget.text(&cell)).map_err(|why| at(&row.cells, why))?;
            row.cells.push(cell.into());
            match rest.strip_prefix(separator) {
                Some(more) => rest = more,
                None => break,
            }
        }
        let ended = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']));
        match ended {
            Some(more) => rest = more,
            None if rest.is_empty() => {}
            None => return Err(FileFault::cell(begins, row.cells.len(), FileProblem::StrayQuote)),
        }
        line = line.saturating_add(1);
        // Lines of nothing between or after the rows are no rows.
        if row.cells.iter().any(|cell| !cell.trim().is_empty()) {
            if begins > MOST_LINES {
                return Err(FileFault::line(begins, FileProblem::TooManyLines(MOST_LINES)));
            }
            rows.push(row);
        }
    }
    Ok(rows)
}

/// Takes one cell off the front.
fn cell(rest: &mut &str, separator: char) -> Result<String, FileProblem> {
    let Some(mut inner) = rest.strip_prefix('"') else {
        let end = rest.find([separator, '\n', '\r']).unwrap_or(rest.len());
        let (cell, after) = rest.split_at(end);
        *rest = after;
        return if cell.contains('"') { Err(FileProblem::StrayQuote) } else { Ok(cell.to_owned()) };
    };
    let mut text = String::new();
    loop {
        let (part, after) = inner.split_once('"').ok_or(FileProblem::OpenQuote)?;
        text += part;
        match after.strip_prefix('"') {
            Some(more) => {
                text.push('"');
                inner = more;
            }
            None => {
                *rest = after;
                return Ok(text);
            }
        }
    }
}
