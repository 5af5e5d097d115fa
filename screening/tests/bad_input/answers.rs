//! Files of answers, broken in every way.

use crate::mutate::{Dice, mutated};
use crate::support::odd;
use crate::{corpus, tries};
use screening::answers::{Answer, FileRow, read_rows, read_side_by_side};
use screening::instrument::Instrument;
use std::collections::BTreeMap;

const COMMAS: &str = "response_id,group,unit,channel,helped,meals-warm,meals-table,meals-night,say-menu,say-wishes,waste-bin,waste-leftovers\n\
    a,kitchen,\"Nord, \"\"øst\"\"\nog syd\",web,alone,1,2,,3,DK,,NA\nb,night-shift,,,,10,,0,,,7,NA\nc,volunteers,Nord,paper,helped,5,6,,,8,9,10\n";
const SEMICOLONS: &str = "\u{feff}group;response_id;meals-warm;meals-table;meals-night;say-menu;say-wishes;waste-bin;waste-leftovers\r\n\
    council;x;1;2;;3;4;5;6\r\n\"kitchen\";\"y\";;;;;;;\r\nvolunteers;z;DK;NA;;;10;;1";

/// A row as it was handed on.
type Row = (u64, String, usize, Option<String>, Vec<Answer>);

/// Reads a file; checks what must hold whether it is read or refused, and gives the rows where it is read.
fn read(instrument: &Instrument, file: &[u8]) -> Option<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    let read = read_rows(file, instrument, &BTreeMap::new(), |row| {
        let (id, unit) = (row.response_id.to_owned(), row.unit.map(str::to_owned));
        rows.push((row.line, id, row.group, unit, row.answers.to_vec()));
    });
    assert!(rows.is_sorted_by(|one, next| one.0 < next.0));
    let shown = || String::from_utf8_lossy(file).chars().take(500).collect::<String>();
    let Err(fault) = read else { return Some(rows) };
    let said = fault.to_string();
    assert!(!said.chars().any(char::is_control) && said.chars().count() < 900, "{said:?} of {:?}", shown());
    let lines = file.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
    match fault.line {
        Some(line) => {
            assert!((1..=lines).contains(&line) && said.starts_with(&format!("line {line}")), "{said}");
            assert!(said.contains("expected") || said.contains("is there twice"), "{said}");
            // A column is one of the header, or one that is missing there.
            let header = String::from_utf8_lossy(file);
            let known = |column: &String| {
                header.replace("\"\"", "\"").contains(column.as_str())
                    || instrument.indicators().any(|own| own.id.as_str() == column)
                    || ["response_id", "group"].contains(&column.as_str())
            };
            assert!(fault.column.as_ref().is_none_or(known), "{said}");
            // Only rows before the fault were handed on: whoever imports keeps none of them.
            assert!(rows.iter().all(|row| row.0 < line), "{said}");
        }
        None => assert!(rows.is_empty() && fault.column.is_none(), "{said}"),
    }
    None
}

/// The same by two threads in small blocks: the same rows in some order, or the same fault.
fn is_read_alike_side_by_side(instrument: &Instrument, file: &[u8]) {
    let own = |row: FileRow<'_>| -> Row {
        let (id, unit) = (row.response_id.to_owned(), row.unit.map(str::to_owned));
        (row.line, id, row.group, unit, row.answers.to_vec())
    };
    let mut in_order: Vec<Row> = Vec::new();
    let read = read_rows(file, instrument, &BTreeMap::new(), |row| in_order.push(own(row)));
    let mut parts: [Vec<Row>; 2] = Default::default();
    let forms = BTreeMap::new();
    let beside = read_side_by_side(file, 50, instrument, &forms, &mut parts, |part, row| part.push(own(row)));
    assert_eq!(read, beside);
    if read.is_ok() {
        let mut rows = parts.concat();
        rows.sort_by_key(|row| row.0);
        assert_eq!(rows, in_order);
    }
}

/// The rows as a plain file.
fn written(instrument: &Instrument, rows: &[Row]) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let ids: Vec<&str> = instrument.indicators().map(|own| own.id.as_str()).collect();
    let mut file = format!("response_id,group,unit,{}\n", ids.join(","));
    for (_, id, group, unit, answers) in rows {
        let group = instrument.groups[*group].id.as_str();
        let answers: Vec<String> = answers.iter().map(ToString::to_string).collect();
        let unit = unit.as_deref().unwrap_or_default();
        file += &format!("{},{group},{},{}\n", quoted(id), quoted(unit), answers.join(","));
    }
    file
}

fn without_lines(rows: Vec<Row>) -> Vec<(String, usize, Option<String>, Vec<Answer>)> {
    rows.into_iter().map(|(_, id, group, unit, answers)| (id, group, unit, answers)).collect()
}

#[test]
fn any_bytes_are_read_or_refused_in_one_line() {
    let instrument = odd();
    let mut dice = Dice(3);
    let (mut sound, tries) = (0, tries(6000));
    for number in 0..tries {
        let file = if number % 2 == 0 { COMMAS } else { SEMICOLONS };
        let file = mutated(&mut dice, file.as_bytes());
        if number % 5 == 0 {
            is_read_alike_side_by_side(&instrument, &file);
        }
        if let Some(rows) = read(&instrument, &file) {
            sound += 1;
            let again = read(&instrument, written(&instrument, &rows).as_bytes()).expect("what was read");
            assert_eq!(without_lines(again), without_lines(rows));
        }
    }
    println!("{tries} mutated files of answers, {sound} still sound");
    assert!(
        read(&instrument, COMMAS.as_bytes()).is_some() && read(&instrument, SEMICOLONS.as_bytes()).is_some()
    );
}

#[test]
fn what_a_fuzzer_found_stays_harmless() {
    let instrument = odd();
    for (name, file) in corpus("answers") {
        println!("{name}: {}", if read(&instrument, &file).is_some() { "read" } else { "refused" });
    }
}

#[test]
fn a_file_too_large_in_any_direction_is_refused() {
    let instrument = odd();
    let header = COMMAS.lines().next().expect("a header");
    for wide in ["x,", ",", "\"\",", "response_id,", "\"\n\","] {
        assert_eq!(read(&instrument, wide.repeat(400_000).as_bytes()), None, "{wide}");
    }
    for (cell, times) in [("æ", 600), ("æ", 1 << 20), ("\"\"", 1 << 20), ("1", (1 << 20) - 60)] {
        let file = format!("{header}\na,kitchen,\"{}\",,,1,2,,3,,,\n", cell.repeat(times));
        assert_eq!(read(&instrument, file.as_bytes()), None, "{cell}");
    }
}
