//! A file cut into blocks of whole rows, in bounded memory: the part of the reading that must go in order.

use super::fault::AnswersFault;
use super::rows::{LONGEST, RowFault, row_end};
use std::io::Read;

/// Bytes of a block, unless a row is longer: enough that taking one costs nothing beside reading it, and little memory.
pub const BLOCK: usize = 1 << 18;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Whole rows that follow each other.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) bytes: Vec<u8>,
    /// Line the first row begins on; the header is 1.
    pub(super) line: u64,
}

/// Cuts what it reads between rows.
pub(super) struct Blocks<R> {
    input: R,
    size: usize,
    /// Read and not given yet; begins where a row does.
    rest: Vec<u8>,
    /// Line that `rest` begins on.
    line: u64,
    ended: bool,
    failed: Option<AnswersFault>,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(input: R, size: usize) -> Self {
        Self { input, size: size.max(1), rest: Vec::new(), line: 1, ended: false, failed: None }
    }

    /// Takes the first row, without its byte-order mark; empty in an empty file.
    pub(super) fn header(&mut self) -> Result<Vec<u8>, AnswersFault> {
        let mut block = Block::default();
        self.size += BYTE_ORDER_MARK.len();
        self.take(&mut block)?;
        let begin = if block.bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let rows = &block.bytes[begin..];
        let (end, lines) = row_end(rows, 1).map_err(|fault| AnswersFault::row(fault, 1))?;
        let header = rows[..end].to_vec();
        // What follows it has been read, and is given anew.
        let mut rest = rows[end..].to_vec();
        rest.append(&mut self.rest);
        (self.rest, self.line) = (rest, 1 + lines);
        Ok(header)
    }

    /// Replaces a block with the next one; false at the end of the file.
    ///
    /// What can't be read is told when the rows before it have been given.
    pub(super) fn take(&mut self, block: &mut Block) -> Result<bool, AnswersFault> {
        block.bytes.clear();
        std::mem::swap(&mut block.bytes, &mut self.rest);
        block.line = self.line;
        let mut wanted = self.size;
        loop {
            self.fill(&mut block.bytes, wanted);
            let end = if self.ended { block.bytes.len() } else { whole_rows(&block.bytes) };
            if end > 0 || self.ended {
                self.rest.extend_from_slice(&block.bytes[end..]);
                block.bytes.truncate(end);
                self.line += memchr::memchr_iter(b'\n', &block.bytes).count() as u64;
                return Ok(end > 0);
            }
            if let Some(fault) = &self.failed {
                return Err(fault.clone());
            }
            if block.bytes.len() > LONGEST {
                return Err(AnswersFault::row(RowFault::endless(&block.bytes, block.line), block.line));
            }
            wanted = 2 * block.bytes.len();
        }
    }

    /// Gives nothing more.
    pub(super) fn stop(&mut self) {
        self.ended = true;
        self.rest.clear();
    }

    /// Reads until there are so many bytes, or no more.
    fn fill(&mut self, bytes: &mut Vec<u8>, wanted: usize) {
        let missing = wanted.saturating_sub(bytes.len());
        if missing == 0 || self.ended || self.failed.is_some() {
            return;
        }
        bytes.reserve_exact(missing);
        match self.input.by_ref().take(missing as u64).read_to_end(bytes) {
            Ok(read) => self.ended = read < missing,
            Err(error) => self.failed = Some(AnswersFault::file(format!("can't be read: {error}"))),
        }
    }
}

/// Where the last whole row of these ends.
fn whole_rows(bytes: &[u8]) -> usize {
    if memchr::memchr(b'"', bytes).is_none() {
        return memchr::memrchr(b'\n', bytes).map_or(0, |place| place + 1);
    }
    let (mut end, mut quoted) = (0, false);
    for place in memchr::memchr2_iter(b'"', b'\n', bytes) {
        if bytes[place] == b'"' {
            quoted = !quoted;
        } else if !quoted {
            end = place + 1;
        }
    }
    end
}
