//! Why a file can't be read, and where.

/// Why a file of answers can't be read as a table; nothing of it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// The sheet, where the file has several.
    pub sheet: Option<String>,
    /// The line, the first is 1.
    pub line: Option<u64>,
    /// The column, the first is 1.
    pub column: Option<usize>,
    /// What is wrong.
    pub why: FileProblem,
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// There is nothing in it.
    Empty,
    /// There is a head and no row below it.
    OnlyHead,
    /// More bytes than this.
    TooLong(usize),
    /// Its parts unpack to more bytes than this.
    UnpacksTooLong(u64),
    /// Something stands below this line.
    TooManyLines(u64),
    /// Something stands beyond this column.
    TooManyColumns(usize),
    /// More cells than this hold something.
    TooManyCells(usize),
    /// The cells hold more bytes of text than this.
    TooMuchText(usize),
    /// A cell is longer than this, in bytes.
    CellTooLong(usize),
    /// It opens with a password only.
    Password,
    /// A spreadsheet of the kind before 2007.
    OldSpreadsheet,
    /// Neither text, nor XLSX, nor ODS.
    UnknownKind,
    /// The package can't be opened: it is damaged or cut short.
    DamagedPackage,
    /// A part of the package can't be read: it is damaged.
    DamagedPart,
    /// A quote is opened and not closed.
    OpenQuote,
    /// A quote stands inside a cell.
    StrayQuote,
    /// A row has another number of cells than the head: expected, found.
    RowLength(usize, usize),
    /// Cells are merged at or below the head.
    Merged,
}

impl FileFault {
    /// About the file as a whole.
    pub fn file(why: FileProblem) -> Self {
        Self { sheet: None, line: None, column: None, why }
    }

    /// At a line.
    pub fn line(line: u64, why: FileProblem) -> Self {
        Self { line: Some(line), ..Self::file(why) }
    }

    /// At a cell.
    pub fn cell(line: u64, column: usize, why: FileProblem) -> Self {
        Self { column: Some(column), ..Self::line(line, why) }
    }

    /// The same, in this sheet.
    #[must_use]
    pub fn in_sheet(self, sheet: &str) -> Self {
        Self { sheet: Some(sheet.to_owned()).filter(|name| !name.is_empty()).or(self.sheet), ..self }
    }
}

/// In English, for the command line and the log: where, what, and the mend. Holds nothing of what stood in the file
/// but a sheet's name.
impl std::fmt::Display for FileFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "sheet {sheet:?}, ")?;
        }
        if let Some(line) = self.line {
            write!(f, "line {line}")?;
            if let Some(column) = self.column {
                write!(f, ", column {}", super::table::letters(column))?;
            }
            f.write_str(": ")?;
        }
        match &self.why {
            FileProblem::Empty => f.write_str("is empty: expected a head and one row a response"),
            FileProblem::OnlyHead => {
                f.write_str("there is a head and nothing below: expected one row a response")
            }
            FileProblem::TooLong(most) => write!(f, "the file is longer than {} MB", most >> 20),
            FileProblem::UnpacksTooLong(most) => write!(f, "unpacks to more than {} MB", most >> 20),
            FileProblem::TooManyLines(most) => write!(f, "expected nothing below line {most}"),
            FileProblem::TooManyColumns(most) => write!(f, "expected nothing beyond column {most}"),
            FileProblem::TooManyCells(most) => write!(f, "expected at most {most} cells"),
            FileProblem::TooMuchText(most) => write!(f, "expected at most {} MB of text", most >> 20),
            FileProblem::CellTooLong(most) => write!(f, "expected at most {most} bytes in a cell"),
            FileProblem::Password => f.write_str("has a password: save a copy without one"),
            FileProblem::OldSpreadsheet => {
                f.write_str("is an old spreadsheet (.xls): save it as .xlsx or CSV")
            }
            FileProblem::UnknownKind => f.write_str("expected CSV, XLSX or ODS"),
            FileProblem::DamagedPackage => {
                f.write_str("the spreadsheet is damaged: save or download it anew")
            }
            FileProblem::DamagedPart => f.write_str("the sheet is damaged: save it anew"),
            FileProblem::OpenQuote => {
                f.write_str("a quote is opened and not closed: expected quotes in pairs")
            }
            FileProblem::StrayQuote => f.write_str(
                "a quote stands inside a cell: expected quotes around the whole cell, doubled inside",
            ),
            FileProblem::RowLength(expected, found) => {
                write!(f, "expected {expected} cells as in the header, found {found}")
            }
            FileProblem::Merged => f.write_str("cells are merged: expected one cell for each column and row"),
        }
    }
}

impl std::error::Error for FileFault {}
