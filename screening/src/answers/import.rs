//! Answers that were collected elsewhere: a table of any shape, a mapping of its columns and words, and what of it
//! may be taken in.
//!
//! The way: a reader (outside, since files are) gives [`Sheet`]s; [`Table::of`] finds the head; [`propose`] guesses a
//! [`Mapping`], which a person looks through; [`check`] says for every row what it is, or for every cell that can't be
//! taken what stood there and what was expected. A file in the contract's own form needs no mapping: see [`own_form`].
//!
//! To know one more survey program's habits: its heads in `propose`, its words in `words`.

mod check;
mod fault;
mod limits;
mod mapping;
mod propose;
mod table;
mod words;

pub use check::{Checked, Expected, MOST_SHOWN, Refused, Rules, Taken, check};
pub use fault::{FileFault, FileProblem};
pub use limits::*;
pub use mapping::{Mapping, MappingFault, Meaning, Role};
pub use propose::{Proposal, own_form, propose};
pub use table::{Encoding, Merged, Row, Sheet, SheetRow, Sheets, Table, letters};
pub(crate) use words::beside_the_scale;
pub use words::{Words, group as known_group, key, unit as known_unit};
