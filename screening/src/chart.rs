//! Dot and gap plots as SVG text, always with title, description and the same numbers as a table.
//!
//! Colours are given by class (`group-0` …) and by presentation attributes, so that the same drawing works in
//! a page, where the style sheet may change them in the dark, and in a PDF.

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
    /// Text alternative.
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
