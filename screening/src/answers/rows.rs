//! A CSV file as rows of cells, strictly and in bounded memory: comma or semicolon, quotes doubled inside
//! quotes, LF or CRLF.
//!
//! Our own and not the `csv` crate's reader, which grows without bound on an open quote, does not report one at
//! the end of the file, and lets a quote stand in the middle of a cell.

use std::io::{ErrorKind, Read};
use std::ops::Range;

/// Longest row in bytes, header included: far above any instrument's, far below any machine's memory.
const LONGEST: usize = 1 << 20;

/// Bytes asked of the reader at a time.
const CHUNK: usize = 1 << 16;

/// Why a row can't be had.
#[derive(Debug)]
pub(super) enum RowFault {
    Read(std::io::Error),
    NotUtf8,
    OpenQuote,
    /// A quote where none may stand.
    StrayQuote,
    TooLong,
}

/// Reads rows one at a time; the cells of the last one read are at hand.
pub(super) struct Rows<R> {
    input: R,
    buffer: Vec<u8>,
    /// Where the row at hand begins in the buffer, and where the next one does.
    start: usize,
    next: usize,
    ended: bool,
    separator: u8,
    /// Line the row at hand begins on, and the lines it takes.
    line: u64,
    lines: u64,
    /// Cells as ranges of the row, or of `unquoted` where the row has quotes.
    cells: Vec<Range<usize>>,
    unquoted: Option<String>,
}

impl<R: Read> Rows<R> {
    pub(super) fn new(input: R) -> Self {
        Self {
            input,
            buffer: Vec::new(),
            start: 0,
            next: 0,
            ended: false,
            separator: b',',
            line: 0,
            lines: 1,
            cells: Vec::new(),
            unquoted: None,
        }
    }

    /// Line of the row at hand; the header is 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// The number of cells of the row at hand.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// A cell of the row at hand; an absent one is empty.
    pub(super) fn cell(&self, place: usize) -> &str {
        // `split` has found the row to be UTF-8, and cells end at ASCII bytes.
        std::str::from_utf8(self.bytes(place)).unwrap_or_default()
    }

    /// The same as bytes, for the many cells whose every byte is looked at anyway.
    pub(super) fn bytes(&self, place: usize) -> &[u8] {
        let Some(range) = self.cells.get(place).cloned() else { return &[] };
        match &self.unquoted {
            Some(text) => &text.as_bytes()[range],
            None => &self.buffer[self.start..][range],
        }
    }

    /// Reads the first row, past a byte-order mark, and settles which of the two separators gives it the more
    /// cells. False for an empty file.
    pub(super) fn header(&mut self) -> Result<bool, RowFault> {
        while self.buffer.len() < 3 && !self.ended {
            self.fill()?;
        }
        if self.buffer.starts_with(b"\xEF\xBB\xBF") {
            self.next = 3;
        }
        if !self.find()? {
            return Ok(false);
        }
        let by_comma = self.split();
        let commas = if by_comma.is_ok() { self.len() } else { 0 };
        self.separator = b';';
        let by_semicolon = self.split();
        if by_semicolon.is_ok() && self.len() > commas {
            return Ok(true);
        }
        self.separator = b',';
        self.split().map(|()| true)
    }

    /// Reads the next row; false at the end of the file.
    pub(super) fn advance(&mut self) -> Result<bool, RowFault> {
        let found = self.find()?;
        if found {
            self.split()?;
        }
        Ok(found)
    }

    /// Finds where the next row ends; false at the end of the file.
    fn find(&mut self) -> Result<bool, RowFault> {
        self.start = self.next;
        self.line += self.lines;
        self.lines = 1;
        let (mut place, mut quoted) = (self.start, false);
        loop {
            let rest = &self.buffer[place..];
            // One pass over the bytes: this is where a large file spends its time.
            let end = rest.iter().position(|byte| match byte {
                b'"' => {
                    quoted = !quoted;
                    false
                }
                b'\n' => {
                    self.lines += u64::from(quoted);
                    !quoted
                }
                _ => false,
            });
            match end {
                Some(end) => {
                    self.next = place + end + 1;
                    break;
                }
                None if self.buffer.len() - self.start > LONGEST => {
                    // In the header it is the file that is wrong, whatever the row looks like.
                    let quote_left_open = quoted && self.line > 1;
                    return Err(if quote_left_open { RowFault::OpenQuote } else { RowFault::TooLong });
                }
                None if !self.ended => {
                    let seen = self.buffer.len() - self.start;
                    self.fill()?;
                    place = self.start + seen;
                }
                None if quoted => return Err(RowFault::OpenQuote),
                None if self.start == self.buffer.len() => return Ok(false),
                None => {
                    self.next = self.buffer.len();
                    break;
                }
            }
        }
        Ok(true)
    }

    /// Moves the row at hand to the front of the buffer and reads more behind it.
    fn fill(&mut self) -> Result<(), RowFault> {
        self.buffer.drain(..self.start);
        self.next -= self.start;
        self.start = 0;
        let full = self.buffer.len();
        self.buffer.resize(full + CHUNK, 0);
        let read = loop {
            match self.input.read(&mut self.buffer[full..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        self.buffer.truncate(full + *read.as_ref().unwrap_or(&0));
        match read {
            Ok(read) => self.ended = read == 0,
            Err(error) => return Err(RowFault::Read(error)),
        }
        Ok(())
    }

    /// The row at hand without its line end.
    fn row(&self) -> Range<usize> {
        let row = &self.buffer[self.start..self.next];
        let row = row.strip_suffix(b"\n").map_or(row, |row| row.strip_suffix(b"\r").unwrap_or(row));
        self.start..self.start + row.len()
    }

    /// Splits the row at hand into cells.
    fn split(&mut self) -> Result<(), RowFault> {
        let row = &self.buffer[self.row()];
        let text = std::str::from_utf8(row).map_err(|_| RowFault::NotUtf8)?;
        self.cells.clear();
        self.unquoted = None;
        if row.contains(&b'"') {
            self.unquoted = Some(unquote(text, char::from(self.separator), &mut self.cells)?);
            return Ok(());
        }
        let mut begin = 0;
        for (place, byte) in row.iter().enumerate() {
            if *byte == self.separator {
                self.cells.push(begin..place);
                begin = place + 1;
            }
        }
        self.cells.push(begin..row.len());
        Ok(())
    }
}

/// The cells of a row with quotes, end to end. A quote may stand around a cell, and doubled inside such quotes.
fn unquote(row: &str, separator: char, cells: &mut Vec<Range<usize>>) -> Result<String, RowFault> {
    let mut text = String::with_capacity(row.len());
    let mut rest = row;
    loop {
        let begin = text.len();
        if let Some(mut inner) = rest.strip_prefix('"') {
            loop {
                let (part, after) = inner.split_once('"').ok_or(RowFault::OpenQuote)?;
                text.push_str(part);
                let Some(more) = after.strip_prefix('"') else {
                    rest = after;
                    break;
                };
                text.push('"');
                inner = more;
            }
        } else {
            let end = rest.find(separator).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            if part.contains('"') {
                return Err(RowFault::StrayQuote);
            }
            text.push_str(part);
            rest = after;
        }
        cells.push(begin..text.len());
        if rest.is_empty() {
            return Ok(text);
        }
        rest = rest.strip_prefix(separator).ok_or(RowFault::StrayQuote)?;
    }
}
