//! A file of made-up answers: the same bytes for the same number of rows, on any machine.
//!
//! Whole numbers and a seed of its own; nobody's answers. Persons lean high or low, statements are easy or hard, some
//! don't know, find it not relevant, skip one or stop halfway, as people do.

use super::instrument::Instrument;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Units, of which some hold few and some many.
const UNITS: u64 = 40;

/// Writes a file of answers unless it is there.
pub(super) fn write(path: &Path, instrument: &Instrument, rows: u64) -> Result<()> {
    if path.is_file() {
        return Ok(());
    }
    eprintln!("xtask: writing {rows} made-up responses, {}", path.display());
    // Under its own name only when it is whole.
    let partial = path.with_extension("partial");
    let file = File::create(&partial).with_context(|| format!("cannot write {}", partial.display()))?;
    let mut out = BufWriter::with_capacity(1 << 20, file);
    out.write_all(b"response_id,group,unit,channel,helped")?;
    for indicator in &instrument.indicators {
        write!(out, ",{}", indicator.id)?;
    }
    out.write_all(b"\n")?;
    let mut dice = Dice(20_250_101);
    let mut row = Vec::new();
    for number in 1..=rows {
        row.clear();
        response(&mut row, number, instrument, &mut dice)?;
        out.write_all(&row)?;
    }
    out.into_inner()?.sync_all()?;
    std::fs::rename(&partial, path).with_context(|| format!("cannot write {}", path.display()))
}

/// One row: of a hundred 2 are of the first group, 28 of the second, and the rest of those after it.
fn response(row: &mut Vec<u8>, number: u64, instrument: &Instrument, dice: &mut Dice) -> Result<()> {
    let groups = &instrument.groups;
    let group = match dice.below(100) {
        0..2 => 0,
        2..30 => 1,
        rest => 2 + usize::try_from(rest)? % groups.len().saturating_sub(2).max(1),
    };
    let group = &groups[group.min(groups.len() - 1)];
    write!(row, "r{number:07},{group},")?;
    // The lower of two throws: low numbers are large units. One in twenty has none.
    let unit = dice.below(UNITS).min(dice.below(UNITS));
    if dice.below(20) > 0 {
        write!(row, "Enhed {:02}", unit + 1)?;
    }
    let channel = ["web", "web", "web", "tablet", "paper", ""][dice.place(6)];
    let helped = ["alone", "alone", "alone", "helped", ""][dice.place(5)];
    write!(row, ",{channel},{helped}")?;
    let leaning = dice.below(5) + dice.below(5);
    let stops = if dice.below(25) == 0 { dice.place(instrument.indicators.len()) } else { usize::MAX };
    for (place, indicator) in instrument.indicators.iter().enumerate() {
        row.push(b',');
        if !indicator.groups.contains(group) || place >= stops {
            continue;
        }
        match dice.below(100) {
            0..7 => row.extend(b"DK"),
            7..10 => row.extend(b"NA"),
            10..12 => {}
            _ => {
                // 0 to 8 by the person, 0 to 3 by the statement, 0 to 6 by chance; the higher half of 0 to 17 are more than half of the steps.
                let easy = (place as u64 * 7) % 4;
                let height = leaning + easy + dice.below(4) + dice.below(4);
                let steps = u64::from(instrument.max - instrument.min);
                write!(row, "{}", u64::from(instrument.min) + (height * (steps + 1) / 15).min(steps))?;
            }
        }
    }
    row.push(b'\n');
    Ok(())
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number under `end`, near enough evenly.
    fn below(&mut self, end: u64) -> u64 {
        ((self.next() >> 32) * end) >> 32
    }

    fn place(&mut self, end: usize) -> usize {
        usize::try_from(self.below(end as u64)).unwrap_or_default()
    }
}
