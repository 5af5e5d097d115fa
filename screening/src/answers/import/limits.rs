//! How much of a file is read, so that memory is bounded whatever the file claims.

/// Longest file, in bytes: 8 MiB.
pub const LONGEST_FILE: usize = 8 << 20;
/// Most that the parts of a spreadsheet may unpack to, together, in bytes: 64 MiB.
pub const LONGEST_UNPACKED: u64 = 64 << 20;
/// Most bytes of text in all cells of a file: 16 MiB.
pub const MOST_TEXT: usize = 16 << 20;
/// Most cells that hold something, in all sheets of a file.
pub const MOST_CELLS: usize = 1_000_000;
/// The last line that may hold something: more than anyone may be invited.
pub const MOST_LINES: u64 = 20_000;
/// The last column that may hold something.
pub const MOST_COLUMNS: usize = 300;
/// Longest cell in bytes; what a spreadsheet allows.
pub const LONGEST_CELL: usize = 32 << 10;
/// Most sheets that are read; further ones are not there.
pub const MOST_SHEETS: usize = 20;
