//! Words of the plots and their tables.

use crate::picture::Kind;

/// Titles, notes and column headers.
pub trait ChartWords {
    /// What a row is: *Nedslagspunkt*.
    fn row_kind(&self, kind: Kind) -> &'static str;
    /// Title of a dot plot over rows of a kind, seen by these groups.
    fn plot_title(&self, kind: Kind, groups: &str) -> String;
    /// What a plot shows, on a scale from and to.
    fn plot_description(&self, min: u8, max: u8) -> String;
    /// Caption of a table of means.
    fn table_caption(&self, title: &str) -> String;
    /// What the line through a mark is.
    fn interval_note(&self) -> &'static str;
    /// What the two slanted strokes are.
    fn cut_note(&self) -> &'static str;
    /// What an arrow is.
    fn bound_note(&self) -> &'static str;
    /// What an outlined mark is.
    fn hollow_note(&self) -> &'static str;
    /// Groups without a figure in a row, and why.
    fn row_note(&self, groups: &str, reason: &str) -> String;
    /// Title of a gap plot.
    fn gap_title(&self) -> &'static str;
    /// Column of a gap's first group.
    fn one_side(&self) -> &'static str;
    /// Column of its second.
    fn other_side(&self) -> &'static str;
    /// Column of the difference.
    fn gap_column(&self) -> &'static str;
    /// A difference larger than chance.
    fn clear_gap(&self) -> &'static str;
    /// Title of a group's distribution.
    fn distribution_title(&self, group: &str, indicator: &str) -> String;
    /// What a distribution shows.
    fn distribution_description(&self) -> &'static str;
    /// Caption of the table with every figure of an indicator.
    fn figures_caption(&self, indicator: &str) -> String;
    /// Column of the figures' names.
    fn figure_column(&self) -> &'static str;
    /// Mean, n, its interval, standard deviation, agreement with these words, its interval.
    fn figure_names(&self, agreement: &str) -> [String; 6];
    /// Column of the answers.
    fn answer_column(&self) -> &'static str;
    /// *Ved ikke*, *Ikke relevant*, *Sprunget over*.
    fn unscored(&self) -> [&'static str; 3];
    /// A count that is not given since it is small.
    fn under(&self, smallest: u64) -> String;
}
