//! What people wrote, and what may become of it.

use crate::id::{FocusPointId, GroupId};
use serde::{Deserialize, Serialize};

/// The writer's choice, one for all they wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    /// Word for word, without name.
    Verbatim,
    /// Only in other words; what holds where nothing was chosen.
    #[default]
    Paraphrase,
    /// Not to be used.
    NotToBeUsed,
}

/// What the facilitator decided.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Not yet read.
    #[default]
    Waiting,
    /// May be quoted as it stands.
    Approved,
    /// May be quoted as rewritten, marked.
    Rewritten(String),
    /// Left out, counted.
    LeftOut,
}

/// A comment: no unit, no time, no link to answers or to the person's other comments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comment {
    /// The writer's group.
    pub group: GroupId,
    /// The focus point it was written under; `None`: the open question.
    pub focus_point: Option<FocusPointId>,
    /// What was written.
    pub text: String,
    /// The writer's choice.
    pub consent: Consent,
    /// What the facilitator decided.
    pub decision: Decision,
}

/// A comment that may be quoted, as it is printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// The writer's group.
    pub group: GroupId,
    /// The focus point, if any.
    pub focus_point: Option<FocusPointId>,
    /// The words, with the mark where rewritten.
    pub text: String,
}
