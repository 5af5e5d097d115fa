//! What people wrote, and what may become of it.

use crate::id::{FocusPointId, GroupId};
use crate::instrument::Disclosure;
use crate::settings::GroupSize;
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

impl Comment {
    /// Whether it waits for the facilitator. What its writer did not allow to be used needs no decision.
    pub fn waits(&self) -> bool {
        self.decision == Decision::Waiting && self.consent != Consent::NotToBeUsed
    }
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

/// Whether the comments of a group may be opened: of a protected group from *k* submitted questionnaires in that
/// group on, of an in-role group always (`scoring.md`, rule 5).
pub fn opens(disclosure: Disclosure, submitted: u64, min_group_size: GroupSize) -> bool {
    disclosure == Disclosure::InRole || submitted >= min_group_size.k()
}

/// The comment as it may be printed, or `None` where it may not: only word for word where its writer said so and it
/// is approved as it stands, else only as rewritten, with `mark` (*\[rettet, så ingen kan genkendes\]*).
pub fn quote(comment: &Comment, mark: &str) -> Option<Quote> {
    let text = match (&comment.consent, &comment.decision) {
        (Consent::NotToBeUsed, _) | (_, Decision::Waiting | Decision::LeftOut) => None,
        (Consent::Verbatim, Decision::Approved) => Some(comment.text.trim().to_owned()),
        (Consent::Paraphrase, Decision::Approved) => None,
        (Consent::Verbatim | Consent::Paraphrase, Decision::Rewritten(words)) => {
            let words = words.trim();
            (!words.is_empty()).then(|| format!("{words} {mark}"))
        }
    }?;
    (!text.is_empty()).then(|| Quote {
        group: comment.group.clone(),
        focus_point: comment.focus_point.clone(),
        text,
    })
}
