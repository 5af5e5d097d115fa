//! Answers as a file (`contract.md`): one row a response, strict, streaming, refused at the first fault.
//!
//! `blocks` cuts the file between rows, `rows` splits a row into cells, `layout` checks them, `fault` says what is
//! wrong. Blocks are taken in order, one at a time; what is done with them may go on side by side.

pub use super::blocks::BLOCK;
use super::blocks::{Block, Blocks};
use super::fault::AnswersFault;
use super::layout::Layout;
use super::units::Units;
use super::{Answer, Answers, Response};
use crate::id::{GroupId, IndicatorId};
use crate::instrument::{Form, Instrument};
use std::collections::BTreeMap;
use std::io::Read;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A row of the file, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FileRow<'a> {
    /// Line it begins on; the header is 1.
    pub line: u64,
    /// As in the file. Repeats are for an import to refuse: this reader keeps nothing.
    pub response_id: &'a str,
    /// Number of the group in the instrument.
    pub group: usize,
    /// The unit, if any.
    pub unit: Option<&'a str>,
    /// One answer an indicator, in the instrument's order.
    pub answers: &'a [Answer],
}

/// Reads a file of answers, a [`Response`] a row.
///
/// # Errors
///
/// The first fault; `each` may have been called for the rows before it.
pub fn read_csv(
    reader: impl Read,
    instrument: &Instrument,
    forms: &BTreeMap<GroupId, Form>,
    mut each: impl FnMut(Response),
) -> Result<(), AnswersFault> {
    let ids: Vec<&IndicatorId> = instrument.indicators().map(|indicator| &indicator.id).collect();
    read_rows(reader, instrument, forms, |row| {
        let given = ids.iter().zip(row.answers).filter(|(_, answer)| **answer != Answer::Blank);
        each(Response {
            group: instrument.groups[row.group].id.clone(),
            unit: row.unit.map(str::to_owned),
            answers: Answers(given.map(|(id, answer)| ((*id).clone(), *answer)).collect()),
        });
    })
}

/// Reads a file of answers without an allocation a row, for [`crate::scoring::Scorer::add_row`].
///
/// # Errors
///
/// The first fault; `each` may have been called for the rows before it.
pub fn read_rows(
    reader: impl Read,
    instrument: &Instrument,
    forms: &BTreeMap<GroupId, Form>,
    mut each: impl FnMut(FileRow<'_>),
) -> Result<(), AnswersFault> {
    let mut blocks = Blocks::new(reader, BLOCK);
    let layout = Layout::read(&blocks.header()?, instrument, forms)?;
    let units = Units::default();
    let mut met = units.met();
    let mut fit = true;
    let mut read = || {
        let mut block = Block::default();
        while fit && blocks.take(&mut block)? {
            layout.rows(&block.bytes, block.line, |row| {
                fit &= met.note(&row);
                if fit {
                    each(row);
                }
            })?;
        }
        Ok(())
    };
    first([read().err(), units.fault()])
}

/// As [`read_rows`], by a thread for each of `gatherers`, in blocks of so many bytes ([`BLOCK`]). Which rows come to
/// which of them, and in which order, is chance: only what does not depend on it may be made of them.
///
/// # Errors
///
/// The first fault by line, whoever found theirs first.
pub fn read_side_by_side<T: Send>(
    reader: impl Read + Send,
    block: usize,
    instrument: &Instrument,
    forms: &BTreeMap<GroupId, Form>,
    gatherers: &mut [T],
    each: impl Fn(&mut T, FileRow<'_>) + Sync,
) -> Result<(), AnswersFault> {
    let mut blocks = Blocks::new(reader, block);
    let layout = Layout::read(&blocks.header()?, instrument, forms)?;
    let blocks = Mutex::new(blocks);
    let units = Units::default();
    let work = |gatherer: &mut T| {
        let mut block = Block::default();
        let mut met = units.met();
        while lock(&blocks).take(&mut block)? {
            let mut fit = true;
            let read = layout.rows(&block.bytes, block.line, |row| {
                fit &= met.note(&row);
                if fit {
                    each(gatherer, row);
                }
            });
            if read.is_err() || !fit {
                // The blocks before this one are in somebody's hands; those after it can't have the first fault.
                lock(&blocks).stop();
            }
            read?;
        }
        Ok(())
    };
    let faults: Vec<AnswersFault> = std::thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> =
            gatherers.iter_mut().map(|gatherer| scope.spawn(move || work(gatherer))).collect();
        let ends = threads.into_iter().map(|thread| thread.join());
        ends.filter_map(|end| end.unwrap_or_else(|panic| std::panic::resume_unwind(panic)).err()).collect()
    });
    first(faults.into_iter().map(Some).chain([units.fault()]))
}

/// The first fault by line. What could not be read has no line: it is after every row that could.
fn first(faults: impl IntoIterator<Item = Option<AnswersFault>>) -> Result<(), AnswersFault> {
    let faults = faults.into_iter().flatten();
    faults.min_by_key(|fault| fault.line.unwrap_or(u64::MAX)).map_or(Ok(()), Err)
}

/// A thread that fell while reading leaves nothing half done that another could trip over.
fn lock<R>(blocks: &Mutex<Blocks<R>>) -> MutexGuard<'_, Blocks<R>> {
    blocks.lock().unwrap_or_else(PoisonError::into_inner)
}
