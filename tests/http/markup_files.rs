//! Files as the programs that open them read them: no broken package, no cell that reckons, no line of its own.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What is wrong with a file of this kind, and its words.
pub(crate) fn judged(kind: &str, bytes: &[u8]) -> (Vec<String>, String) {
    let text = || String::from_utf8(bytes.to_vec()).map_err(|_| "not UTF-8".to_owned());
    let judged = match kind.split(';').next().unwrap_or_default() {
        kind if kind.contains("openxmlformats") || kind == "application/zip" => of_package(bytes),
        "application/pdf" => of_pdf(bytes),
        "application/json" => text().and_then(|text| {
            serde_json::from_str::<serde_json::Value>(&text).map_err(|fault| fault.to_string())?;
            Ok((Vec::new(), text))
        }),
        "text/csv" => text().map(|text| of_csv(&text)),
        "text/calendar" => text().map(|text| of_calendar(&text)),
        _ => Ok((Vec::new(), String::new())),
    };
    judged.unwrap_or_else(|fault| (vec![fault], String::new()))
}

type Judged = Result<(Vec<String>, String), String>;

/// A Word document, a workbook, a package of data: every part is whole, and of its kind.
fn of_package(bytes: &[u8]) -> Judged {
    let said = |fault: &dyn std::fmt::Display| fault.to_string();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| said(&fault))?;
    let (mut wrong, mut words) = (Vec::new(), String::new());
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|fault| said(&fault))?;
        let (name, mut held) = (part.name().map_err(|fault| said(&fault))?.into_owned(), Vec::new());
        part.read_to_end(&mut held).map_err(|fault| said(&fault))?;
        let (faults, told) = match name.rsplit('.').next().unwrap_or_default() {
            "xml" | "rels" => of_xml(&held)?,
            "csv" => of_csv(&String::from_utf8_lossy(&held)),
            _ => continue,
        };
        wrong.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
        words += &told;
    }
    Ok((wrong, words))
}

fn of_xml(bytes: &[u8]) -> Judged {
    let text = std::str::from_utf8(bytes).map_err(|fault| fault.to_string())?;
    let mut reader = Reader::from_str(text);
    let (mut wrong, mut words) = (Vec::new(), String::new());
    loop {
        match reader.read_event().map_err(|fault| fault.to_string())? {
            Event::Start(element) | Event::Empty(element) => {
                let name = element.name().as_ref().to_owned();
                if ["xss", "f"].contains(&name.as_str()) {
                    wrong.push(format!("<{name}>"));
                }
            }
            Event::DocType(_) => wrong.push("it declares types".to_owned()),
            Event::Text(text) => words += &text,
            Event::Eof => return Ok((wrong, words)),
            _ => {}
        }
    }
}

/// Typst compresses what it writes, so that what it says is shown by the tests of `print`.
fn of_pdf(bytes: &[u8]) -> Judged {
    let has = |what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
    let mut wrong: Vec<String> = ["/JavaScript", "/Launch", "javascript:"]
        .iter()
        .filter(|what| has(what.as_bytes()))
        .map(|what| (*what).to_owned())
        .collect();
    if !bytes.starts_with(b"%PDF-") || !has(b"%%EOF") {
        wrong.push("not a whole PDF".to_owned());
    }
    Ok((wrong, String::new()))
}

fn of_csv(text: &str) -> (Vec<String>, String) {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let between = if first.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(between)
        .from_reader(text.as_bytes());
    let (mut wrong, mut words) = (Vec::new(), String::new());
    for row in reader.records() {
        match row {
            Ok(row) => {
                for cell in &row {
                    if cell.starts_with(['=', '+', '@', '\t', '\r']) {
                        wrong.push(format!("a cell that reckons: {cell}"));
                    }
                    words = words + cell + " ";
                }
            }
            Err(fault) => wrong.push(fault.to_string()),
        }
    }
    (wrong, words)
}

fn of_calendar(text: &str) -> (Vec<String>, String) {
    let whole = text.replace("\r\n ", "");
    let property = |line: &str| {
        let name = line.split([';', ':']).next().unwrap_or_default();
        name.len() < line.len() && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-')
    };
    let wrong = whole.split("\r\n").filter(|line| !line.is_empty() && !property(line));
    (wrong.map(|line| format!("a line of no property: {line}")).collect(), whole.clone())
}
