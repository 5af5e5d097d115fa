//! Words of the files that figures are taken home in: the workbook and the data package.

use crate::instrument::Scale;
use crate::picture::Figure;
use crate::score_file;

/// A column of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The group, under the name of what is asked; also the difference between two.
    Group,
    /// The statement.
    Statement,
    /// Persons scored.
    Persons,
    /// Mean, or difference.
    Mean,
    /// Standard deviation.
    Deviation,
    /// Lower end of the interval.
    Low,
    /// Upper end.
    High,
    /// Share that agrees.
    Agreement,
    /// Lower end of its interval.
    AgreementLow,
    /// Upper end.
    AgreementHigh,
    /// How many said *don't know*.
    DontKnow,
    /// How many said *not relevant*.
    NotApplicable,
    /// How many left it blank.
    Blank,
    /// How many chose this step.
    Step(u8),
    /// What is hidden, and why.
    Note,
}

/// A table of the workbook, by the head of its first column; sheets are named in the plural where they hold one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Focus points.
    FocusPoints,
    /// Values.
    Values,
    /// Units.
    Units,
    /// Who answered.
    Groups,
}

/// What the method sheet explains.
#[derive(Clone, Copy, Debug)]
pub struct MethodFacts<'a> {
    /// The scale.
    pub scale: Scale,
    /// The words for *don't know* and *not relevant*; empty where the instrument has none.
    pub no_answer: [&'a str; 2],
    /// *k*.
    pub smallest: u64,
    /// *d*.
    pub full: u64,
    /// A statement is reversed for some group.
    pub reversed: bool,
    /// There are units.
    pub units: bool,
}

/// Name and meaning of a column or a file, for the codebook.
pub type Described = (&'static str, &'static str);

/// Words of the files.
pub trait ExportWords {
    /// Name of the first sheet.
    fn overview(&self) -> &'static str;
    /// Name of the sheet of a table.
    fn sheet_of(&self, subject: Subject) -> &'static str;
    /// Head of the first column of a table.
    fn head_of(&self, subject: Subject) -> &'static str;
    /// Name of the last sheet, which explains the figures.
    fn method_sheet(&self) -> &'static str;
    /// What the file holds: figures of a screening.
    fn figures_of(&self, instrument: &str) -> String;
    /// When it was made.
    fn made_on(&self, date: &str) -> String;
    /// Submitted, invited, response rate.
    fn answered_heads(&self) -> [&'static str; 3];
    /// Head of a column of the workbook.
    fn column(&self, column: Column) -> String;
    /// Head of the column of a group's n.
    fn persons_of(&self, group: &str) -> String;
    /// Head of the column of a group's means.
    fn mean_of(&self, group: &str) -> String;
    /// The focus point itself, before its indicators.
    fn whole_point(&self) -> &'static str;
    /// The difference between two groups.
    fn difference(&self, one: &str, other: &str) -> String;
    /// Beside a difference without its interval; where it isn't `given`, both sides are bounds that say nothing of it.
    fn only_difference(&self, given: bool) -> &'static str;
    /// A mean or difference as a spreadsheet's text: `>4,5`; nothing where it is a number.
    fn bounded(&self, figure: Figure) -> Option<String>;
    /// Instead of a count that is not given.
    fn count_hidden(&self) -> &'static str;
    /// What the scale's ends mean.
    fn scale_line(&self, scale: Scale, lowest: &str, highest: &str) -> String;
    /// What each figure is, term by term.
    fn explained(&self, facts: &MethodFacts<'_>) -> Vec<(String, String)>;
    /// Heads of the method sheet: term, what it means; and of the scale.
    fn method_heads(&self) -> [&'static str; 4];
    /// Cronbach's alpha: head, and what it is.
    fn alpha(&self) -> Described;
    /// The foot of a printed page, in a spreadsheet's own signs: `&P` the page, `&N` their number.
    fn page_foot(&self) -> &'static str;

    /// The data package's files: figures, codes, statements, groups, scale.
    fn package_files(&self) -> [Described; 5];
    /// Columns of the figures.
    fn figure_columns(&self) -> [Described; score_file::COLUMNS.len()];
    /// Columns of the codes: kind, code, title, focus point, value.
    fn code_columns(&self) -> [Described; 5];
    /// Columns of the statements: code, group, statement, reversed, wording.
    fn statement_columns(&self) -> [Described; 5];
    /// Columns of the groups: group, title, disclosure, service users, submitted, invited, response rate.
    fn group_columns(&self) -> [Described; 7];
    /// Columns of the scale: step, label.
    fn scale_columns(&self) -> [Described; 2];
}
