//! Sheets of an XLSX package (ECMA-376): values as they are stored; styles, formulas and comments are not read.

use super::budget::{Budget, Growing};
use super::package::Package;
use super::xml::{Element, Next, Xml};
use screening::answers::import::{FileFault, FileProblem, MOST_CELLS, MOST_SHEETS, Merged, Sheet};
use std::collections::HashMap;

/// Longest piece of a formula that stands for a value that was never worked out, in characters.
const FORMULA: usize = 40;

pub(super) fn read(package: &mut Package<'_>, budget: &mut Budget) -> Result<Vec<Sheet>, FileFault> {
    let named = package.xml("xl/workbook.xml", workbook)?.unwrap_or_default();
    let places = package.xml("xl/_rels/workbook.xml.rels", relations)?.unwrap_or_default();
    let shared = match places.values().find(|place| place.kind.ends_with("/sharedStrings")) {
        Some(place) => package.xml(&place.part, shared_strings)?.unwrap_or_default(),
        None => Vec::new(),
    };
    let mut sheets = Vec::new();
    for (name, id) in named.into_iter().take(MOST_SHEETS) {
        // A chart has a place among the sheets too.
        let Some(place) = places.get(&id).filter(|place| place.kind.ends_with("/worksheet")) else {
            continue;
        };
        let mut growing = Growing::default();
        let mut line = 0;
        let done = package
            .xml(&place.part, |xml| sheet(xml, &shared, &mut growing, &mut line, budget))
            .and_then(|there| there.ok_or_else(|| FileFault::file(FileProblem::DamagedPackage)));
        done.map_err(|fault| {
            FileFault { line: fault.line.or((line > 0).then_some(line)), ..fault }.in_sheet(&name)
        })?;
        sheets.push(growing.sheet(name));
    }
    Ok(sheets)
}

/// The sheets' names with their relations, in order.
fn workbook(xml: &mut Xml<'_>) -> Result<Vec<(String, String)>, FileFault> {
    let mut sheets = Vec::new();
    loop {
        match xml.next()? {
            Next::Start(element) if element.name() == "sheet" => {
                let name = element.attribute("name").unwrap_or_default();
                sheets.extend(element.attribute("id").map(|id| (name, id)));
            }
            Next::EndOfFile => return Ok(sheets),
            _ => {}
        }
    }
}

/// Where a relation leads.
struct Place {
    kind: String,
    part: String,
}

/// Relations of the workbook by id.
fn relations(xml: &mut Xml<'_>) -> Result<HashMap<String, Place>, FileFault> {
    let mut places = HashMap::new();
    loop {
        match xml.next()? {
            Next::Start(element) if element.name() == "Relationship" => {
                let word = |name| element.attribute(name).unwrap_or_default();
                let target = word("Target");
                let part = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("xl/{}", target.trim_start_matches("./")),
                };
                places.insert(word("Id"), Place { kind: word("Type"), part });
            }
            Next::EndOfFile => return Ok(places),
            _ => {}
        }
    }
}

/// The texts that cells refer to by number.
fn shared_strings(xml: &mut Xml<'_>) -> Result<Vec<Box<str>>, FileFault> {
    let (mut strings, mut text) = (Vec::new(), String::new());
    let (mut inside, mut reading_aid) = (false, false);
    // Of their own: each text counts once here, and again in every cell that shows it.
    let mut budget = Budget::default();
    let fault = FileFault::file;
    loop {
        match xml.next()? {
            Next::Start(element) => match element.name().as_str() {
                "si" => text.clear(),
                "t" => inside = true,
                "rPh" => reading_aid = true,
                _ => {}
            },
            Next::Text(piece) if inside && !reading_aid => text += &piece,
            Next::End(name) => match name.as_str() {
                "t" => inside = false,
                "rPh" => reading_aid = false,
                "si" => {
                    if strings.len() == MOST_CELLS {
                        return Err(fault(FileProblem::TooManyCells(MOST_CELLS)));
                    }
                    budget.text(&text).map_err(fault)?;
                    strings.push(text.as_str().into());
                }
                _ => {}
            },
            Next::Text(_) => {}
            Next::EndOfFile => return Ok(strings),
        }
    }
}

/// What is being read of a cell.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Nothing,
    Value,
    Formula,
    Text,
    ReadingAid,
}

/// A cell as it is read.
#[derive(Default)]
struct Reading {
    column: usize,
    kind: String,
    value: String,
    formula: String,
}

fn sheet(
    xml: &mut Xml<'_>,
    shared: &[Box<str>],
    growing: &mut Growing,
    line: &mut u64,
    budget: &mut Budget,
) -> Result<(), FileFault> {
    let mut cell = Reading::default();
    let mut inside = Inside::Nothing;
    loop {
        match xml.next()? {
            Next::Start(element) => match element.name().as_str() {
                "row" => {
                    let said = element.number("r").filter(|line| *line > 0);
                    *line = said.unwrap_or_else(|| line.saturating_add(1));
                    cell.column = 0;
                }
                "c" => cell = begin(&element, cell.column, line),
                "v" => inside = Inside::Value,
                "f" => inside = Inside::Formula,
                "t" if inside != Inside::ReadingAid => inside = Inside::Text,
                "rPh" => inside = Inside::ReadingAid,
                "mergeCell" => {
                    if let Some(merged) = element.attribute("ref").and_then(|cells| merged(&cells)) {
                        growing.merge(merged)?;
                    }
                }
                _ => {}
            },
            Next::Text(piece) => match inside {
                Inside::Value | Inside::Text => cell.value += &piece,
                Inside::Formula if cell.formula.len() < 4 * FORMULA => cell.formula += &piece,
                Inside::Formula | Inside::Nothing | Inside::ReadingAid => {}
            },
            Next::End(name) => match name.as_str() {
                "v" | "f" | "rPh" => inside = Inside::Nothing,
                "t" if inside == Inside::Text => inside = Inside::Nothing,
                "c" => {
                    inside = Inside::Nothing;
                    let text = text(&cell, shared)
                        .ok_or_else(|| FileFault::cell(*line, cell.column, FileProblem::DamagedPart))?;
                    growing.put((*line, cell.column), &text, budget)?;
                    cell.value.clear();
                    cell.formula.clear();
                }
                _ => {}
            },
            Next::EndOfFile => return Ok(()),
        }
    }
}

fn begin(element: &Element, last: usize, line: &mut u64) -> Reading {
    let place = element.attribute("r").and_then(|name| place(&name));
    if let Some((_, there)) = place {
        *line = there;
    }
    Reading {
        column: place.map_or(last.saturating_add(1), |(column, _)| column),
        kind: element.attribute("t").unwrap_or_default(),
        ..Reading::default()
    }
}

/// What a cell shows; `None` where it refers to a text that is not there.
fn text(cell: &Reading, shared: &[Box<str>]) -> Option<String> {
    if cell.value.is_empty() && !cell.formula.is_empty() && cell.kind != "str" {
        // Never worked out: whoever meets it in a column that counts is told so.
        return Some(format!("={}", cell.formula.chars().take(FORMULA).collect::<String>()));
    }
    Some(match cell.kind.as_str() {
        "s" if cell.value.is_empty() => String::new(),
        "s" => shared.get(cell.value.trim().parse::<usize>().ok()?)?.to_string(),
        "b" => (if cell.value.trim() == "1" { "TRUE" } else { "FALSE" }).to_owned(),
        "str" | "inlineStr" | "e" | "d" => cell.value.clone(),
        _ => number(cell.value.trim()),
    })
}

/// A number as people write it: `4` and not `4.0` or `4E0`.
pub(super) fn number(text: &str) -> String {
    match text.parse::<f64>() {
        Ok(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Ok(number) if number.is_finite() => number.to_string(),
        _ => text.to_owned(),
    }
}

/// Column and line of a cell's name, both from 1: `B7` is (2, 7).
fn place(name: &str) -> Option<(usize, u64)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, line) = name.split_at(digits);
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let letter = letter.to_ascii_uppercase();
        if !letter.is_ascii_uppercase() {
            return None;
        }
        column = column.checked_mul(26)?.checked_add(usize::from(letter - b'A') + 1)?;
    }
    let line = line.parse().ok()?;
    (column > 0 && line > 0).then_some((column, line))
}

/// `B2:C5`.
fn merged(cells: &str) -> Option<Merged> {
    let (first, last) = cells.split_once(':')?;
    let ((column, line), (_, last_line)) = (place(first)?, place(last)?);
    Some(Merged { line, last_line, column })
}
