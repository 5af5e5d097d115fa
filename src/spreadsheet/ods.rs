//! Sheets of an ODS package (OpenDocument 1.3): values as they are stored; what is repeated is laid out only where it
//! holds something.

use super::budget::{Budget, Growing};
use super::package::Package;
use super::xlsx::number;
use super::xml::{Element, Next, Xml};
use screening::answers::import::{FileFault, FileProblem, LONGEST_CELL, MOST_SHEETS, Merged, Sheet};

/// Parts of a document that hold cells or paragraphs which are not the sheet's own.
const ASIDE: [&str; 5] = ["annotation", "tracked-changes", "shapes", "dde-links", "forms"];

pub(super) fn read(package: &mut Package<'_>, budget: &mut Budget) -> Result<Vec<Sheet>, FileFault> {
    if package.xml("META-INF/manifest.xml", is_locked)?.unwrap_or_default() {
        return Err(FileFault::file(FileProblem::Password));
    }
    let sheets = package.xml("content.xml", |xml| content(xml, budget))?;
    sheets.ok_or_else(|| FileFault::file(FileProblem::DamagedPackage))
}

/// Whether the content is sealed with a password.
fn is_locked(xml: &mut Xml<'_>) -> Result<bool, FileFault> {
    loop {
        match xml.next()? {
            Next::Start(element) if element.name() == "encryption-data" => return Ok(true),
            Next::EndOfFile => return Ok(false),
            _ => {}
        }
    }
}

/// A sheet as it is read.
#[derive(Default)]
struct Reading {
    name: String,
    growing: Growing,
    line: u64,
    /// How often the row at hand stands there.
    rows: u64,
    row: Vec<(usize, String)>,
    column: usize,
    cell: Cell,
}

/// A cell as it is read.
#[derive(Default)]
struct Cell {
    repeated: usize,
    covered: bool,
    value: Option<String>,
    text: String,
    paragraphs: usize,
}

fn content(xml: &mut Xml<'_>, budget: &mut Budget) -> Result<Vec<Sheet>, FileFault> {
    let mut sheets = Vec::new();
    let mut reading: Option<Reading> = None;
    let (mut aside, mut paragraph) = (0_usize, 0_usize);
    loop {
        let at = |fault: FileFault, reading: &Option<Reading>| match reading {
            Some(sheet) => {
                FileFault { line: fault.line.or(Some(sheet.line).filter(|line| *line > 0)), ..fault }
                    .in_sheet(&sheet.name)
            }
            None => fault,
        };
        let next = xml.next().map_err(|fault| at(fault, &reading))?;
        match next {
            Next::Start(element) => {
                let name = element.name();
                if aside > 0 || ASIDE.contains(&name.as_str()) {
                    aside += 1;
                    continue;
                }
                match (name.as_str(), &mut reading) {
                    ("table", None) if sheets.len() < MOST_SHEETS => {
                        let name = element.attribute("name").unwrap_or_default();
                        reading = Some(Reading { name, ..Reading::default() });
                    }
                    ("table-row", Some(sheet)) => sheet.begin_row(&element),
                    ("table-cell" | "covered-table-cell", Some(sheet)) => {
                        sheet
                            .begin_cell(&element, name == "covered-table-cell")
                            .map_err(|fault| fault.in_sheet(&sheet.name))?;
                    }
                    ("p", Some(sheet)) => {
                        paragraph += 1;
                        sheet.cell.paragraphs += 1;
                        if sheet.cell.paragraphs > 1 {
                            sheet.cell.add("\n");
                        }
                    }
                    ("s", Some(sheet)) if paragraph > 0 => {
                        let spaces = element.number("c").unwrap_or(1).min(LONGEST_CELL as u64);
                        sheet.cell.add(&" ".repeat(usize::try_from(spaces).unwrap_or_default()));
                    }
                    ("tab" | "line-break", Some(sheet)) if paragraph > 0 => sheet.cell.add(" "),
                    _ => {}
                }
            }
            Next::Text(text) if aside == 0 && paragraph > 0 => {
                if let Some(sheet) = &mut reading {
                    sheet.cell.add(&text);
                }
            }
            Next::Text(_) => {}
            Next::End(_) if aside > 0 => aside -= 1,
            Next::End(name) => match (name.as_str(), &mut reading) {
                ("p", _) => paragraph = paragraph.saturating_sub(1),
                ("table-cell" | "covered-table-cell", Some(sheet)) => sheet.end_cell(),
                ("table-row", Some(sheet)) => {
                    sheet.end_row(budget).map_err(|fault| fault.in_sheet(&sheet.name))?;
                }
                ("table", Some(_)) => {
                    sheets.extend(reading.take().map(|sheet| sheet.growing.sheet(sheet.name)));
                }
                _ => {}
            },
            Next::EndOfFile => return Ok(sheets),
        }
    }
}

impl Reading {
    fn begin_row(&mut self, element: &Element) {
        self.line = self.line.saturating_add(1);
        self.rows = element.number("number-rows-repeated").unwrap_or(1).max(1);
        self.row.clear();
        self.column = 0;
    }

    fn begin_cell(&mut self, element: &Element, covered: bool) -> Result<(), FileFault> {
        let count = |name| element.number(name).unwrap_or(1).max(1);
        let repeated = usize::try_from(count("number-columns-repeated")).unwrap_or(usize::MAX);
        let (rows, columns) = (count("number-rows-spanned"), count("number-columns-spanned"));
        if rows > 1 || columns > 1 {
            let last_line = self.line.saturating_add(rows - 1);
            self.growing.merge(Merged {
                line: self.line,
                last_line,
                column: self.column.saturating_add(1),
            })?;
        }
        let value = match element.attribute("value-type").as_deref() {
            Some("float" | "percentage" | "currency") => {
                element.attribute("value").map(|value| number(&value))
            }
            Some("date") => element.attribute("date-value"),
            Some("time") => element.attribute("time-value"),
            Some("boolean") => element.attribute("boolean-value").map(|value| value.to_uppercase()),
            Some("string") => element.attribute("string-value"),
            _ => None,
        };
        self.cell = Cell { repeated, covered, value, ..Cell::default() };
        Ok(())
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        let text = cell.value.unwrap_or(cell.text);
        if !cell.covered && !text.is_empty() {
            // A few beyond the last column that may hold something are enough for its fault.
            let last = cell.repeated.min(screening::answers::import::MOST_COLUMNS + 1);
            self.row.extend((1..=last).map(|place| (self.column.saturating_add(place), text.clone())));
        }
        self.column = self.column.saturating_add(cell.repeated);
    }

    fn end_row(&mut self, budget: &mut Budget) -> Result<(), FileFault> {
        let row = std::mem::take(&mut self.row);
        if !row.is_empty() {
            for line in 0..self.rows {
                for (column, text) in &row {
                    self.growing.put((self.line.saturating_add(line), *column), text, budget)?;
                }
            }
        }
        self.line = self.line.saturating_add(self.rows - 1);
        Ok(())
    }
}

impl Cell {
    /// Adds a piece of text; what is longer than a cell may be is found too long where it is put in its place.
    fn add(&mut self, text: &str) {
        if self.text.len() <= LONGEST_CELL {
            self.text += text;
        }
    }
}
