//! Rows of cells, strictly: comma or semicolon, quotes doubled inside quotes, LF or CRLF.
//!
//! Our own and not the `csv` crate's reader, which grows without bound on an open quote, does not report one at
//! the end of the file, and lets a quote stand in the middle of a cell.

/// Longest row in bytes, header included: far above any instrument's, far below any machine's memory.
pub(super) const LONGEST: usize = 1 << 20;

/// Why a row can't be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowFault {
    NotUtf8,
    OpenQuote,
    /// A quote where none may stand.
    StrayQuote,
    TooLong,
}

impl RowFault {
    /// What is wrong with a row that is longer than may be: most often a quote, which took in the rows after it.
    /// In the header it is the file that is wrong, whatever the row looks like.
    pub(super) fn endless(row: &[u8], line: u64) -> Self {
        let quotes = memchr::memchr_iter(b'"', &row[..row.len().min(LONGEST + 1)]).count();
        if line > 1 && quotes % 2 == 1 { Self::OpenQuote } else { Self::TooLong }
    }
}

/// Where the first row ends, past its line end, and the lines it takes. It begins on this line.
pub(super) fn row_end(rows: &[u8], line: u64) -> Result<(usize, u64), RowFault> {
    let (mut quoted, mut lines, mut end) = (false, 1, None);
    for place in memchr::memchr2_iter(b'"', b'\n', rows) {
        if rows[place] == b'"' {
            quoted = !quoted;
        } else if quoted {
            lines += 1;
        } else {
            end = Some(place + 1);
            break;
        }
    }
    let length = end.unwrap_or(rows.len());
    match end {
        _ if length > LONGEST => Err(RowFault::endless(rows, line)),
        None if quoted => Err(RowFault::OpenQuote),
        _ => Ok((length, lines)),
    }
}

/// The rows of a block, one at a time; the cells of the last one read are at hand.
pub(super) struct Rows<'a> {
    /// What is left after the row at hand.
    rest: &'a [u8],
    separator: u8,
    /// Whether all of it is UTF-8, and whether there is a quote in it: looked up once, not row by row.
    utf8: bool,
    quotes: bool,
    /// Line the row at hand begins on, and the next one.
    line: u64,
    next_line: u64,
    /// The row at hand, without its line end; unquoted where it has quotes.
    row: &'a [u8],
    unquoted: Option<String>,
    /// Where its cells end: the first `len` of these. A cell begins one byte after the one before it, where the
    /// separator stands or, in what was unquoted, stood.
    ends: Vec<u32>,
    len: usize,
}

impl<'a> Rows<'a> {
    /// Of whole rows, the first of which begins on this line.
    pub(super) fn new(rows: &'a [u8], line: u64, separator: u8) -> Self {
        Self {
            rest: rows,
            separator,
            utf8: std::str::from_utf8(rows).is_ok(),
            quotes: memchr::memchr(b'"', rows).is_some(),
            line,
            next_line: line,
            row: &[],
            unquoted: None,
            ends: Vec::new(),
            len: 0,
        }
    }

    /// Line of the row at hand.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// The number of cells of the row at hand.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// A cell of the row at hand; an absent one is empty.
    pub(super) fn cell(&self, place: usize) -> &str {
        // The row has been found to be UTF-8, and cells end at ASCII bytes.
        std::str::from_utf8(self.bytes(place)).unwrap_or_default()
    }

    /// The same as bytes.
    pub(super) fn bytes(&self, place: usize) -> &[u8] {
        self.cells().nth(place).unwrap_or_default()
    }

    /// Every cell of the row at hand as bytes, which are looked at one by one anyway.
    pub(super) fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let text = self.unquoted.as_ref().map_or(self.row, |text| text.as_bytes());
        let mut begin = 0;
        self.ends[..self.len].iter().map(move |end| {
            let end = *end as usize;
            let cell = text.get(begin..end).unwrap_or_default();
            begin = end + 1;
            cell
        })
    }

    /// Reads the next row; false after the last.
    pub(super) fn advance(&mut self) -> Result<bool, RowFault> {
        self.line = self.next_line;
        if self.rest.is_empty() {
            return Ok(false);
        }
        let (end, lines) = row_end(self.rest, self.line)?;
        let (row, rest) = self.rest.split_at(end);
        let row = row.strip_suffix(b"\n").map_or(row, |row| row.strip_suffix(b"\r").unwrap_or(row));
        (self.row, self.rest, self.next_line) = (row, rest, self.line + lines);
        if !self.utf8 && std::str::from_utf8(row).is_err() {
            return Err(RowFault::NotUtf8);
        }
        self.unquoted = None;
        if self.quotes && row.contains(&b'"') {
            self.unquote()?
        } else {
            self.split()
        }
        Ok(true)
    }

    /// Finds the cells of a row without quotes.
    fn split(&mut self) {
        let (row, separator) = (self.row, self.separator);
        if self.ends.len() <= row.len() {
            self.ends.resize(row.len() + 1, 0);
        }
        // Written in any case and kept by counting on: cells are so short that a jump a byte would cost more.
        let mut len = 0;
        for (place, byte) in (0_u32..).zip(row) {
            self.ends[len] = place;
            len += usize::from(*byte == separator);
        }
        self.ends[len] = u32::try_from(row.len()).unwrap_or(u32::MAX);
        self.len = len + 1;
    }

    /// Finds the cells of a row with quotes. One may stand around a cell, and doubled inside such quotes.
    fn unquote(&mut self) -> Result<(), RowFault> {
        let separator = char::from(self.separator);
        let mut rest = std::str::from_utf8(self.row).map_err(|_| RowFault::NotUtf8)?;
        let mut text = String::with_capacity(rest.len());
        self.ends.clear();
        loop {
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
            self.ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
            self.len = self.ends.len();
            if rest.is_empty() {
                self.unquoted = Some(text);
                return Ok(());
            }
            rest = rest.strip_prefix(separator).ok_or(RowFault::StrayQuote)?;
            text.push(separator);
        }
    }
}
