//! Scores as a file (`contract.md`): one row a figure, as CSV or JSON, from a picture in full precision or, in
//! [`exported`], as published. Pure writers; what may be shown was decided before.
//!
//! To add a column: a name in [`COLUMNS`], a cell in both `From`s of [`Line`], a field in [`crate::data_package`].
//! Columns are added at the end, never moved.

mod exported;
mod formula;

pub use exported::NAMES;
pub(crate) use formula::begins_formula;
pub use formula::harmless;

use crate::picture::{Figure, GroupCount, Interval, Kind, Picture, PublishedRow, Row, Shown};
use std::io::{self, Write};

/// The columns, in their order.
pub const COLUMNS: [&str; 18] = [
    "kind",
    "code",
    "group",
    "unit",
    "other_group",
    "n",
    "mean",
    "sd",
    "ci_low",
    "ci_high",
    "agree",
    "agree_low",
    "agree_high",
    "dk",
    "na",
    "blank",
    "alpha",
    "shown",
];

/// A cell before it is written as CSV or JSON.
enum Cell {
    Nothing,
    Text(String),
    /// A number as both formats write it.
    Number(String),
    /// A number with `>` or `<` before it: text, but nobody's words.
    Bound(String),
}

/// A row of the file: a cell a column, and the distribution, which only JSON holds.
struct Line {
    cells: [Cell; COLUMNS.len()],
    distribution: Option<Vec<u64>>,
    /// Whether it is the all-units row of this group's questionnaires, which JSON adds the invited to.
    counts_of: Option<String>,
}

/// Shortest digits that give the number back, no exponent, whole ones without `.0`.
fn number(value: f64) -> String {
    // Adding nought turns minus nought into nought.
    (value + 0.0).to_string()
}

fn figure(value: Option<f64>) -> Cell {
    value.map_or(Cell::Nothing, |value| Cell::Number(number(value)))
}

fn count(value: Option<u64>) -> Cell {
    value.map_or(Cell::Nothing, |value| Cell::Number(value.to_string()))
}

fn text(value: &str) -> Cell {
    if value.is_empty() { Cell::Nothing } else { Cell::Text(value.to_owned()) }
}

fn low(interval: Option<Interval>) -> Cell {
    figure(interval.map(|interval| interval.low))
}

fn high(interval: Option<Interval>) -> Cell {
    figure(interval.map(|interval| interval.high))
}

fn kind(kind: Kind) -> Cell {
    text(match kind {
        Kind::Group => "group",
        Kind::Indicator => "indicator",
        Kind::FocusPoint => "focus_point",
        Kind::Value => "value",
        Kind::Gap => "gap",
    })
}

fn shown(shown: Shown) -> Cell {
    text(match shown {
        Shown::Yes => "yes",
        Shown::Mean => "mean",
        Shown::Few => "few",
        Shown::Derived => "derived",
    })
}

impl From<&Row> for Line {
    fn from(row: &Row) -> Self {
        let other = row.other_group.as_ref().map_or("", |group| group.as_str());
        let cells = [
            kind(row.kind),
            text(&row.code),
            text(row.group.as_str()),
            text(row.unit.as_deref().unwrap_or_default()),
            text(other),
            count(row.n),
            figure(row.mean),
            figure(row.sd),
            low(row.interval),
            high(row.interval),
            figure(row.agreement),
            low(row.agreement_interval),
            high(row.agreement_interval),
            count(row.dont_know),
            count(row.not_applicable),
            count(row.blank),
            figure(row.alpha),
            shown(row.shown),
        ];
        let counts_of = (row.kind == Kind::Group && row.unit.is_none()).then(|| row.group.to_string());
        Self { cells, distribution: row.distribution.clone(), counts_of }
    }
}

impl From<&PublishedRow> for Line {
    fn from(row: &PublishedRow) -> Self {
        let share = |per_cent: u8| f64::from(per_cent) / 100.0;
        // The same row with what is not published left out; then the mean, which may be a bound.
        let mut line = Self::from(&Row {
            kind: row.kind,
            code: row.code.clone(),
            group: row.group.clone(),
            unit: row.unit.clone(),
            other_group: row.other_group.clone(),
            n: row.n,
            mean: None,
            sd: row.sd,
            interval: row.interval,
            agreement: row.agreement.map(share),
            agreement_interval: row
                .agreement_interval
                .map(|(low, high)| Interval { low: share(low), high: share(high) }),
            dont_know: row.dont_know,
            not_applicable: row.not_applicable,
            blank: row.blank,
            alpha: row.alpha,
            item_rest: None,
            distribution: row.distribution.clone(),
            shown: row.shown,
        });
        let mean = line.cells.iter_mut().zip(COLUMNS).find(|(_, column)| *column == "mean");
        if let (Some((cell, _)), Some(published)) = (mean, row.mean) {
            *cell = match published {
                Figure::Value(value) => Cell::Number(number(value)),
                Figure::Over(bound) => Cell::Bound(format!(">{}", number(bound))),
                Figure::Under(bound) => Cell::Bound(format!("<{}", number(bound))),
            };
        }
        line
    }
}

/// The rows as CSV: header, LF, quotes only where a cell needs them.
fn csv(lines: impl Iterator<Item = Line>, out: impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS)?;
    for line in lines {
        writer.write_record(line.cells.iter().map(|cell| match cell {
            Cell::Nothing => "",
            Cell::Text(text) | Cell::Number(text) | Cell::Bound(text) => text,
        }))?;
    }
    writer.flush()
}

/// The rows as JSON, one a line: the CSV's columns with `null` for an empty cell, the distribution of indicator
/// rows that have one, invited and response rate of groups; then the equal-voice mean by code.
fn json(
    lines: impl Iterator<Item = Line>,
    groups: &[GroupCount],
    equal_voice: &[(Kind, String, f64)],
    mut out: impl Write,
) -> io::Result<()> {
    let quoted = |text: &str| serde_json::to_string(text).map_err(io::Error::other);
    write!(out, "{{\"rows\": [")?;
    for (place, line) in lines.enumerate() {
        write!(out, "{}\n  {{", if place == 0 { "" } else { "," })?;
        for (place, (column, cell)) in COLUMNS.iter().zip(&line.cells).enumerate() {
            let value = match cell {
                Cell::Nothing => "null".to_owned(),
                Cell::Text(text) | Cell::Bound(text) => quoted(text)?,
                Cell::Number(number) => number.clone(),
            };
            write!(out, "{}\"{column}\": {value}", if place == 0 { "" } else { ", " })?;
        }
        if let Some(distribution) = &line.distribution {
            write!(out, ", \"distribution\": {}", serde_json::to_string(distribution)?)?;
        }
        let of_group = |count: &&GroupCount| line.counts_of.as_deref() == Some(count.group.as_str());
        if let Some(group) = groups.iter().find(of_group) {
            let invited = group.invited.map_or("null".to_owned(), |invited| invited.to_string());
            let rate = group.response_rate.map_or("null".to_owned(), number);
            write!(out, ", \"invited\": {invited}, \"response_rate\": {rate}")?;
        }
        write!(out, "}}")?;
    }
    write!(out, "\n],\n\"equal_voice\": {{")?;
    for (place, (_, code, mean)) in equal_voice.iter().enumerate() {
        let separator = if place == 0 { "" } else { "," };
        write!(out, "{separator}\n  {}: {}", quoted(code)?, number(*mean))?;
    }
    writeln!(out, "\n}}}}")
}

impl Picture {
    /// Writes the rows in full precision as CSV. Only for whoever holds the answers already.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn write_csv(&self, out: impl Write) -> io::Result<()> {
        csv(self.rows.iter().map(Line::from), out)
    }

    /// Writes the same in full precision as JSON, with distributions, invited and equal voice.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn write_json(&self, out: impl Write) -> io::Result<()> {
        json(self.rows.iter().map(Line::from), &self.groups, &self.equal_voice, out)
    }
}
