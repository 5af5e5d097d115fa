//! A file read by several threads says what it says when read from end to end, however it is cut.

mod support;

use proptest::prelude::*;
use screening::answers::{AnswersFault, BLOCK, read_rows, read_side_by_side};
use screening::disclosure::disclose;
use screening::instrument::Instrument;
use screening::scoring::Scorer;
use screening::settings::{GroupSize, Invited};
use std::io::Read;
use std::sync::LazyLock;
use support::{long, odd, small};

static SMALL: LazyLock<Instrument> = LazyLock::new(small);

const HEADER: &str = "response_id,group,unit,channel,helped,p1,p2,p3,p4,q1\n";

/// What is read of a file: line, id and unit of every row in the order of the lines.
type Read3 = Vec<(u64, String, Option<String>)>;

fn from_end_to_end(file: impl Read) -> Result<Read3, AnswersFault> {
    let mut read = Vec::new();
    read_rows(file, &SMALL, &long(), |row| {
        read.push((row.line, row.response_id.to_owned(), row.unit.map(str::to_owned)));
    })
    .map(|()| read)
}

fn side_by_side(file: impl Read + Send, threads: usize, block: usize) -> Result<Read3, AnswersFault> {
    let mut gatherers = vec![Vec::new(); threads];
    read_side_by_side(file, block, &SMALL, &long(), &mut gatherers, |read, row| {
        read.push((row.line, row.response_id.to_owned(), row.unit.map(str::to_owned)));
    })?;
    let mut read = gatherers.concat();
    read.sort();
    Ok(read)
}

const CUTS: [(usize, usize); 7] = [(1, 1), (2, 1), (7, 3), (2, 64), (7, 101), (3, 4096), (2, BLOCK)];

/// So many rows on `odd`: 0 to 10, wordings that are reversed, focus points that are half answered.
fn made_up(rows: usize) -> String {
    let mut file = "response_id,group,unit,meals-warm,meals-table,meals-night,say-menu,say-wishes,waste-bin,\
                    waste-leftovers\n"
        .to_owned();
    let instrument = odd();
    let mut dice = 7_u64;
    for row in 0..rows {
        let mut throw = |sides: u64| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) % sides
        };
        let group = &instrument.groups[usize::try_from(throw(4)).expect("small")].id;
        let unit =
            ["", "Nord", "Syd", "\"Øst, \"\"gamle\"\"\nfløj\""][usize::try_from(throw(4)).expect("small")];
        file += &format!("r{row},{group},{unit}");
        for indicator in instrument.indicators() {
            let asked = indicator.asks(group, Default::default());
            let cell = match throw(14) {
                _ if !asked => String::new(),
                step @ 0..=10 => step.to_string(),
                11 => "DK".to_owned(),
                12 => "NA".to_owned(),
                _ => String::new(),
            };
            file += &format!(",{cell}");
        }
        file.push('\n');
    }
    file
}

#[test]
fn figures_do_not_depend_on_threads_or_cuts() {
    let (instrument, file) = (odd(), made_up(700));
    let printed = |scorer: &Scorer| {
        let mut out = Vec::new();
        let scores = scorer.finish(&Invited::default());
        disclose(&scores, &instrument, GroupSize::default()).write_csv(&mut out).expect("a file");
        String::from_utf8(out).expect("UTF-8")
    };
    let mut alone = Scorer::new(&instrument, &long());
    read_rows(file.as_bytes(), &instrument, &long(), |row| alone.add_row(row.group, row.unit, row.answers))
        .expect("a sound file");
    let expected = printed(&alone);
    assert!(expected.lines().filter(|line| line.ends_with(",yes")).count() > 50, "{expected}");
    for (threads, block) in CUTS {
        let mut scorers = vec![Scorer::new(&instrument, &long()); threads];
        read_side_by_side(file.as_bytes(), block, &instrument, &long(), &mut scorers, |scorer, row| {
            scorer.add_row(row.group, row.unit, row.answers);
        })
        .expect("a sound file");
        let mut all = scorers.remove(0);
        scorers.into_iter().for_each(|scorer| all.merge(scorer));
        assert_eq!(printed(&all), expected, "{threads} threads, blocks of {block}");
    }
}

#[test]
fn the_first_fault_by_line_is_told() {
    // From line 60 on every tenth row is wrong, each in its own way.
    let mut file = HEADER.to_owned();
    for line in 2..400 {
        let cell = if line >= 60 && line % 10 == 0 { format!("x{line}") } else { "3".to_owned() };
        file += &format!("r{line},people,,,,1,2,{cell},4,5\n");
    }
    for (threads, block) in CUTS {
        let fault = side_by_side(file.as_bytes(), threads, block).expect_err("a refusal");
        assert_eq!(
            fault.to_string(),
            "line 60, column p3: expected a whole number from 1 to 5, DK, NA or an empty cell, found \"x60\"",
            "{threads} threads, blocks of {block}"
        );
    }
}

#[test]
fn the_first_unit_too_many_is_told() {
    // Each unit twice, a line apart: the thousandth stands first on line 2000.
    let rows = |units: usize| -> String {
        let row = |unit: usize| format!("r,people,Hus {unit},,,1,2,3,4,5\n");
        (1..=units).map(|unit| row(unit) + &row(unit.saturating_sub(1).max(1))).collect()
    };
    let most = format!("{HEADER}{}", rows(1000));
    let over = format!("{HEADER}{}", rows(1200));
    let wrong = |line: usize| {
        let wrong = over.lines().enumerate().map(|(place, row)| match place + 1 == line {
            true => format!("{row}x\n"),
            false => format!("{row}\n"),
        });
        wrong.collect::<String>()
    };
    for (threads, block) in CUTS {
        let read = |file: &str| side_by_side(file.as_bytes(), threads, block);
        assert_eq!(read(&most).expect("a sound file").len(), 2000);
        let fault = read(&over).expect_err("a refusal").to_string();
        assert_eq!(
            fault,
            "line 2002, column unit: expected 1000 different units at most, found \"Hus 1001\" beside them"
        );
        for (line, first) in [(1990, 1990), (2002, 2002), (2010, 2002)] {
            assert_eq!(read(&wrong(line)).expect_err("a refusal").line, Some(first), "blocks of {block}");
        }
    }
    let fault = from_end_to_end(over.as_bytes()).expect_err("a refusal");
    assert_eq!((fault.line, fault.column.as_deref()), (Some(2002), Some("unit")));
}

#[test]
fn line_ends_in_quotes_are_counted_wherever_the_file_is_cut() {
    let row = "a,people,\"Nord\n\"\"øst\"\"\r\n\n\",,,1,2,3,4,5\n";
    let file = format!("\u{feff}{HEADER}{}{}", row.repeat(30), "b,people,,,,9,2,3,4,5\n");
    for (threads, block) in CUTS {
        let fault = side_by_side(file.as_bytes(), threads, block).expect_err("a refusal");
        assert_eq!(
            (fault.line, fault.column.as_deref()),
            (Some(2 + 4 * 30), Some("p1")),
            "blocks of {block}"
        );
    }
    let sound = format!("{HEADER}{}", row.repeat(30));
    for (threads, block) in CUTS {
        let read = side_by_side(sound.as_bytes(), threads, block).expect("a sound file");
        let lines: Vec<u64> = read.iter().map(|(line, ..)| *line).collect();
        assert_eq!(lines, (0..30).map(|row| 2 + 4 * row).collect::<Vec<_>>());
        assert!(read.iter().all(|(_, _, unit)| unit.as_deref() == Some("Nord\n\"øst\"\r\n\n")));
    }
}

/// Gives what it holds a few bytes at a time, then fails or goes on for ever.
struct Slow<'a> {
    given: &'a [u8],
    then: Option<&'a [u8]>,
}

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.given.is_empty() {
            self.given = self.then.ok_or_else(|| std::io::Error::other("the disk is gone"))?;
        }
        let length = buffer.len().min(5).min(self.given.len());
        let (now, later) = self.given.split_at(length);
        buffer[..length].copy_from_slice(now);
        self.given = later;
        Ok(length)
    }
}

#[test]
fn what_can_not_be_read_comes_after_the_rows_that_can() {
    let sound = format!("{HEADER}{}", "a,people,,,,1,2,3,4,5\n".repeat(20));
    let wrong = format!("{sound}b,users,,,,1,2,3,4,5\nc,peo");
    for (threads, block) in CUTS {
        let read = |file: &str| side_by_side(Slow { given: file.as_bytes(), then: None }, threads, block);
        assert_eq!(read(&sound).expect_err("gone").to_string(), "can't be read: the disk is gone");
        assert_eq!(read(&wrong).expect_err("wrong").line, Some(22), "blocks of {block}");
    }
    assert_eq!(
        from_end_to_end(Slow { given: wrong.as_bytes(), then: None }).expect_err("wrong").line,
        Some(22)
    );
}

#[test]
fn after_a_fault_an_endless_file_is_left() {
    let given = format!("{HEADER}a,people,,,,1,2,3,4,5\nb,people,,,,1,2,3,4,\n");
    for (threads, block) in CUTS {
        let endless = Slow { given: given.as_bytes(), then: Some(b"c,people,,,,1,2,3,4,x\n") };
        assert_eq!(side_by_side(endless, threads, block).expect_err("x").line, Some(4));
    }
}

#[test]
fn a_row_too_long_is_too_long_wherever_it_is_cut() {
    let most = 1 << 20;
    let row = |length: usize| {
        let end = ",people,,,,1,2,3,4,5\n";
        format!("{}{end}", "i".repeat(length - end.len()))
    };
    for block in [100_000, BLOCK, 1 << 20, 1 << 22] {
        let fits = format!("{HEADER}{}{}", row(most), row(40));
        // It is read, and refused for its id alone.
        let fault = side_by_side(fits.as_bytes(), 2, block).expect_err("a long id").to_string();
        assert!(fault.contains("1000 bytes at most"), "{fault}, blocks of {block}");
        let over = format!("{HEADER}{}{}{}", row(40), row(most + 1), row(40));
        let fault = side_by_side(over.as_bytes(), 2, block).expect_err("a row too long").to_string();
        assert_eq!(fault, "line 3: expected a row, found one that never ends", "blocks of {block}");
        let open = format!("{HEADER}{}b,people,\"{}\n", row(40), row(40).repeat(most / 40 + 10));
        let fault = side_by_side(open.as_bytes(), 2, block).expect_err("an open quote").to_string();
        assert!(fault.starts_with("line 3: a quote is opened and not closed"), "{fault}, blocks of {block}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_alike(
        rows in prop::collection::vec(
            prop::sample::select(vec![
                "a,people,,,,1,2,3,4,5\n", "b,crew,\"N\n,x\",web,,DK,NA,,4,5\r\n", "\"c\",chiefs,\"\"\"\",,,,,,,\n",
                "d,people,No\"rd,,,1,2,3,4,5\n", "e,people,\"Nord,,,1,2,3,4,5\n", "f,people,,,,1,2,3\n", "\n", "\"",
                "g,people,,,,1,2,3,4,6\n", "h,people,Blåbær,,,1,,,,\n", "i,,,,,,,,,\n",
            ]),
            0..12,
        ),
        at in any::<prop::sample::Index>(),
        byte in prop::option::of(any::<u8>()),
        threads in 1_usize..4,
        block in 1_usize..90,
    ) {
        let mut file = format!("{HEADER}{}", rows.concat()).into_bytes();
        if let Some(byte) = byte {
            let at = at.index(file.len());
            file[at] = byte;
        }
        prop_assert_eq!(side_by_side(file.as_slice(), threads, block), from_end_to_end(file.as_slice()));
    }
}
