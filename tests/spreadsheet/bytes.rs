//! Any bytes at all: thousands of small damages to sound files, and what earlier runs found. `PEJLING_FUZZ` gives the
//! number of rounds.

use super::packages::{content, ods, sheet, xlsx};
use pejling::spreadsheet::read;
use screening::answers::import::{LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_LINES, MOST_TEXT, Table};
use std::path::Path;

/// Chance that repeats itself (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).unwrap()
    }

    /// A few small damages.
    fn damage(&mut self, file: &[u8]) -> Vec<u8> {
        const PIECES: [&[u8]; 12] = [
            b"\"",
            b";",
            b"<c r=\"",
            b"</row>",
            b"<row r=\"99999999999999999999\">",
            b"&#x0;",
            b"<![CDATA[",
            b"\xff\xfe",
            b"\x00",
            b"18446744073709551615",
            b"-1",
            b"<!DOCTYPE a [<!ENTITY b \"c\">]>",
        ];
        let mut file = file.to_vec();
        for _ in 0..=self.below(4) {
            let place = self.below(file.len() + 1);
            match self.below(5) {
                0 if place < file.len() => file[place] ^= 1 << self.below(8),
                1 => file.truncate(place),
                2 => {
                    let end = (place + self.below(40)).min(file.len());
                    file.drain(place..end);
                }
                3 => {
                    let end = (place + self.below(40)).min(file.len());
                    let again = file[place..end].to_vec();
                    file.splice(place..place, again);
                }
                _ => {
                    file.splice(place..place, PIECES[self.below(PIECES.len())].iter().copied());
                }
            }
        }
        file
    }
}

/// Whatever comes of it is within the limits.
fn holds(file: &[u8]) {
    let Ok(sheets) = read(file) else { return };
    let (mut cells, mut text) = (0, 0);
    for sheet in sheets.sheets {
        for row in &sheet.rows {
            assert!(row.line >= 1 && row.line <= MOST_LINES && row.cells.len() <= MOST_COLUMNS);
            cells += row.cells.len();
            text += row.cells.iter().map(|cell| cell.len()).sum::<usize>();
            assert!(row.cells.iter().all(|cell| cell.len() <= LONGEST_CELL));
        }
        if let Ok(table) = Table::of(sheet) {
            assert!(!table.rows.is_empty());
            for row in &table.rows {
                for column in 0..table.heads.len() {
                    let _ = row.cell(column);
                }
            }
        }
    }
    assert!(cells <= MOST_CELLS && text <= MOST_TEXT);
}

#[test]
fn no_damage_makes_it_panic_or_grow() {
    let rounds = std::env::var("PEJLING_FUZZ").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(400);
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>1.3 &amp; x</t></is></c></row><row r="2"><c><v>4</v></c><c><f>A2</f><v>5</v></c></row>"#;
    let part = sheet(rows)
        .replace("</worksheet>", "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>");
    let body = content(
        r#"<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="4" table:number-columns-repeated="3"><text:p>4</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"#,
    );
    let text = "Id;1.3;\"1.4 \"\"x\"\"\"\r\n1;4;\"I høj\ngrad\"\r\n2;Ved ikke;\r\n";
    let wholes = [
        text.as_bytes().to_vec(),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        include_bytes!("../data/files/surveyxact.xlsx").to_vec(),
        include_bytes!("../data/files/surveyxact.ods").to_vec(),
    ];
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    for _ in 0..rounds {
        for whole in &wholes {
            holds(&chance.damage(whole));
        }
        // Inside the package, where the zip's own checksum would stop most damage.
        holds(&xlsx(&String::from_utf8_lossy(&chance.damage(part.as_bytes()))));
        holds(&ods(&String::from_utf8_lossy(&chance.damage(body.as_bytes()))));
    }
}

/// What a fuzzer found once is looked at for ever.
#[test]
fn what_was_found_before_is_not_found_again() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/files/found");
    for file in std::fs::read_dir(folder).unwrap() {
        holds(&std::fs::read(file.unwrap().path()).unwrap());
    }
}
