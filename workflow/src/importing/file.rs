//! What a file of answers is on its way: read, offered a mapping, looked through, about to be stored.

use crate::answering::{NewComment, NewResponse};
use crate::ports::Bytes32;
use screening::answers::import::{Checked, Encoding, Mapping, Proposal, Table};
use screening::id::GroupId;

/// A mapping with its name, kept for an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedMapping {
    /// Its name.
    pub name: String,
    /// The instrument it is for, by id.
    pub instrument: String,
    /// The mapping.
    pub mapping: Mapping,
}

/// A file as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadFile {
    /// Its sheets that hold a table, at least one.
    pub tables: Vec<Table>,
    /// How a text file was written.
    pub encoding: Option<Encoding>,
    /// What the screening knows the file by.
    pub digest: Bytes32,
}

/// A mapping that is offered for a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Offered {
    /// The file is in the contract's own form.
    OwnForm(Mapping),
    /// One that was saved for a file with the same columns, with its name.
    Saved(SavedMapping),
    /// A guess.
    Guessed(Proposal),
}

impl Offered {
    /// The mapping itself.
    pub fn mapping(&self) -> &Mapping {
        match self {
            Self::OwnForm(mapping) => mapping,
            Self::Saved(saved) => &saved.mapping,
            Self::Guessed(proposal) => &proposal.mapping,
        }
    }
}

/// What would be taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Every row and every refused cell.
    pub checked: Checked,
    /// Rows, submitted before and invited, of each group that has rows.
    pub groups: Vec<PreviewedGroup>,
    /// The same file was taken in before.
    pub before: bool,
    /// How many files the screening has taken in.
    pub files: usize,
}

/// A group of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewedGroup {
    /// The group.
    pub group: GroupId,
    /// Rows of the file.
    pub rows: u64,
    /// Questionnaires submitted before.
    pub submitted: u64,
    /// Number invited, where known.
    pub invited: Option<u64>,
}

impl PreviewedGroup {
    /// Whether more would have submitted than were invited.
    pub fn exceeds(&self) -> bool {
        self.invited.is_some_and(|invited| self.submitted + self.rows > invited)
    }
}

/// Everything of a file that goes into the store.
#[derive(Debug)]
pub struct Importing {
    /// The responses without their comments, in the order of their random keys.
    pub responses: Vec<NewResponse>,
    /// The comments with their groups, in the order of theirs.
    pub comments: Vec<(GroupId, NewComment)>,
    /// Counters: group, kind, value, how many.
    pub counters: Vec<(GroupId, &'static str, String, u64)>,
    /// What the screening knows the file by.
    pub digest: Bytes32,
    /// Take it in even if it was before.
    pub again: bool,
}

/// Whether a file was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// Now.
    Stored,
    /// It was before; nothing stored.
    Before,
    /// The screening is not open; nothing stored.
    NotOpen,
}
