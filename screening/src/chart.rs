//! Dot and gap plots as SVG text, always with title, description and the same numbers as a table.
//!
//! Colours are given twice: as presentation attributes, so that the same drawing works in a PDF, and by class
//! (`perspective-1` … on a group of marks; `plot-ink`, `plot-soft` on text; `plot-line` on lines), so that a style
//! sheet may change them in the dark. There is no style in the drawing itself. To add a plot: a file here, a method
//! on [`Drawing`], its words in [`crate::language::ChartWords`].

mod distribution;
mod dot;
mod figures_table;
mod frame;
mod gap;
mod perspective;
mod progress;
mod svg;
mod track;
mod trend;

pub use gap::GapRow;
pub use perspective::{Perspective, Shape, perspective};
pub use progress::{Progress, Reading, ReadingWords};
pub use trend::TrendPlot;

use crate::id::{FocusPointId, GroupId};
use crate::instrument::Instrument;
use crate::language::Language;
use crate::picture::{Kind, Published};
use crate::signals::Subject;
use serde::{Deserialize, Serialize};

/// A plot: the drawing, its words, and its numbers as a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// A complete `<svg>` element with `<title>` and `<desc>`, for a wide screen or for paper.
    pub svg: String,
    /// The same drawing for 320 px, labels above their row; empty where there is none.
    #[serde(default)]
    pub narrow: String,
    /// What it shows.
    pub title: String,
    /// Text alternative, with the numbers.
    pub description: String,
    /// The same numbers.
    pub table: Table,
}

/// A plain table, first column and first row are headers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Caption.
    pub caption: String,
    /// Column headers.
    pub columns: Vec<String>,
    /// Rows; the first cell is the row's header.
    pub rows: Vec<Vec<String>>,
}

/// What a drawing is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A wide screen.
    Wide,
    /// 320 px: labels above their row.
    Narrow,
    /// A4.
    Print,
    /// Beside the words of a slide that is read from the back of a room.
    Slide,
    /// A screen that is read at five metres: large type, nothing but the scale and the marks.
    Stage,
}

/// A row of a plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlotRow {
    /// Focus point, indicator or value.
    pub kind: Kind,
    /// Its id.
    pub code: String,
}

impl PlotRow {
    /// A row of this kind.
    pub fn new(kind: Kind, code: &str) -> Self {
        Self { kind, code: code.to_owned() }
    }
}

impl From<&Subject> for PlotRow {
    fn from(subject: &Subject) -> Self {
        let (kind, code) = subject.code();
        Self::new(kind, code)
    }
}

/// Every focus point, in the instrument's order.
pub fn focus_point_rows(instrument: &Instrument) -> Vec<PlotRow> {
    instrument.focus_points.iter().map(|point| PlotRow::new(Kind::FocusPoint, point.id.as_str())).collect()
}

/// Every value, in the instrument's order.
pub fn value_rows(instrument: &Instrument) -> Vec<PlotRow> {
    instrument.values.iter().map(|value| PlotRow::new(Kind::Value, value.id.as_str())).collect()
}

/// A group's mark alone, as it is in every plot; its name stands beside it.
pub fn mark(instrument: &Instrument, group: &GroupId) -> String {
    svg::mark_alone(perspective(instrument, group))
}

/// The indicators of a focus point.
pub fn indicator_rows(instrument: &Instrument, point: &FocusPointId) -> Vec<PlotRow> {
    let point = instrument.focus_point(point);
    point
        .into_iter()
        .flat_map(|point| &point.indicators)
        .map(|i| PlotRow::new(Kind::Indicator, i.id.as_str()))
        .collect()
}

/// What a plot is drawn from. `prefix` makes the ids unique on a page; letters, digits and hyphens only.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// The figures as they may be shown.
    pub published: &'a Published,
    /// Scale, groups and texts.
    pub instrument: &'a Instrument,
    /// The words.
    pub language: &'static dyn Language,
    /// Begins every id.
    pub prefix: &'a str,
    /// Where its groups are one group then and now, of [`crate::comparison::TwoRounds`]: how that one looks. Then is
    /// its outline.
    pub rounds: Option<Perspective>,
}

impl Drawing<'_> {
    fn looks(&self, group: &GroupId) -> Perspective {
        match self.rounds {
            Some(looks) => {
                let then = self.instrument.groups.first().is_some_and(|first| first.id == *group);
                Perspective { hollow: then, ..looks }
            }
            None => perspective(self.instrument, group),
        }
    }

    fn group_name(&self, group: &GroupId) -> String {
        self.instrument.texts(self.language.code()).group(group).to_owned()
    }

    /// The title of a row, without its number.
    fn row_title(&self, row: &PlotRow) -> String {
        let texts = self.instrument.texts(self.language.code());
        match row.kind {
            Kind::Indicator => texts.indicator(&row.code.as_str().into()).to_owned(),
            Kind::Value => texts.values.get(row.code.as_str()).unwrap_or(&row.code).clone(),
            _ => texts.focus_point(&row.code.as_str().into()).to_owned(),
        }
    }

    /// The row's number, where the instrument numbers its parts and does not name them.
    fn row_number<'r>(&self, row: &'r PlotRow) -> Option<&'r str> {
        let numbered = row.kind != Kind::Value
            && row.code.len() <= 5
            && row.code.starts_with(|c: char| c.is_ascii_digit());
        numbered.then_some(row.code.as_str())
    }

    /// Number and title, as a table's row header.
    fn row_header(&self, row: &PlotRow) -> String {
        let title = self.row_title(row);
        self.row_number(row).map_or(title.clone(), |number| format!("{number} {title}"))
    }

    /// Submitted of invited, e.g. `22 af 31`.
    fn answered(&self, group: &GroupId) -> Option<String> {
        let count = self.published.groups.iter().find(|count| count.group == *group)?;
        Some(self.language.counted(count.submitted, count.invited))
    }
}

/// The id of a drawing: a page may hold both the wide and the narrow one.
fn id(prefix: &str, width: Width) -> String {
    let safe: String = prefix.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let safe =
        if safe.starts_with(|c: char| c.is_ascii_alphabetic()) { safe } else { format!("plot-{safe}") };
    match width {
        Width::Narrow => format!("{safe}-narrow"),
        Width::Wide | Width::Print | Width::Slide | Width::Stage => safe,
    }
}

/// A table in words, for a text alternative: *1 Retning og ledelse: ledere 4,3 (n = 3) …*
fn in_words(table: &Table) -> String {
    let sentences = table.rows.iter().filter_map(|row| {
        let (header, cells) = row.split_first()?;
        let parts = table.columns.iter().skip(1).zip(cells).filter(|(_, cell)| !cell.is_empty());
        let parts: Vec<String> = parts.map(|(column, cell)| format!("{column}: {cell}")).collect();
        Some(format!("{header} – {}.", parts.join("; ")))
    });
    sentences.collect::<Vec<_>>().join(" ")
}
