//! What people wrote, and what may become of it.

mod wording;

pub use wording::{LONGEST_RUN, run_kept};

use crate::id::{FocusPointId, GroupId};
use crate::instrument::Disclosure;
use crate::settings::GroupSize;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

impl Consent {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Verbatim, Self::Paraphrase, Self::NotToBeUsed];

    /// As stored and as posted.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Paraphrase => "paraphrase",
            Self::NotToBeUsed => "not-to-be-used",
        }
    }

    /// From its stored form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|consent| consent.as_str() == text)
    }
}

/// Why a comment is left out: the written criteria. That it criticises is none of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Criterion {
    /// It is about another person and not about the place.
    AnotherPerson,
    /// Somebody can be recognised however it is written.
    Recognisable,
    /// It is about something else than the place.
    NotThePlace,
    /// It says nothing: *ved ikke*, *nej tak*.
    SaysNothing,
    /// Nobody gave a reason: it was not decided about when the report was released.
    #[default]
    NotStated,
}

impl Criterion {
    /// Those that somebody may choose, in the order in which they are read.
    pub const TO_CHOOSE: [Self; 4] =
        [Self::AnotherPerson, Self::Recognisable, Self::NotThePlace, Self::SaysNothing];

    /// Its name in forms and stores.
    pub fn name(self) -> &'static str {
        match self {
            Self::AnotherPerson => "another-person",
            Self::Recognisable => "recognisable",
            Self::NotThePlace => "not-the-place",
            Self::SaysNothing => "says-nothing",
            Self::NotStated => "not-stated",
        }
    }

    /// The criterion with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::TO_CHOOSE.into_iter().chain([Self::NotStated]).find(|known| known.name() == name)
    }
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
    /// Left out, counted by its criterion.
    LeftOut(Criterion),
}

impl Decision {
    /// Whether it lets the comment be quoted, in whatever words.
    pub fn lets_quote(&self) -> bool {
        matches!(self, Self::Approved | Self::Rewritten(_))
    }
}

/// What a second reader says to a decision that lets a comment be quoted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SecondLook {
    /// No second reader is named.
    #[default]
    NotNeeded,
    /// The second reader has not looked yet.
    Waiting,
    /// It may be quoted.
    Yes,
    /// It may not, and why: the first reader looks again.
    No(String),
}

/// How a comment was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The second reader's word.
    pub second: SecondLook,
    /// Whether a reader marked it as *bekymrende*.
    pub worrying: bool,
    /// Account of whoever decided; empty: nobody with an account.
    pub decided_by: String,
    /// How often something was decided: who decides anew says which decision they have seen.
    pub revision: u64,
}

/// A comment: no unit, no time, no link to answers or to the person's other comments.
#[derive(Clone, Debug, PartialEq)]
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
    /// How it was read.
    pub reading: Reading,
}

impl Comment {
    /// Whether it waits for a reader, the first or the second. What its writer did not allow to be used needs no
    /// decision.
    pub fn waits(&self) -> bool {
        self.consent != Consent::NotToBeUsed
            && (self.decision == Decision::Waiting || self.waits_for_second())
    }

    /// Whether what was decided waits for the second reader, or for the first again after a no.
    pub fn waits_for_second(&self) -> bool {
        self.decision.lets_quote() && matches!(self.reading.second, SecondLook::Waiting | SecondLook::No(_))
    }
}

/// Comments that are not used, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// By criterion: what a reader left out.
    pub by_criterion: BTreeMap<Criterion, usize>,
    /// What its writer did not allow to be used.
    pub by_writer: usize,
}

impl LeftOut {
    /// Counts them.
    pub fn of<'a>(comments: impl IntoIterator<Item = &'a Comment>) -> Self {
        let mut left_out = Self::default();
        for comment in comments {
            match (comment.consent, &comment.decision) {
                (Consent::NotToBeUsed, _) => left_out.by_writer += 1,
                (_, Decision::LeftOut(criterion)) => {
                    *left_out.by_criterion.entry(*criterion).or_default() += 1;
                }
                _ => {}
            }
        }
        left_out
    }

    /// What a reader left out, whatever the criterion.
    pub fn by_readers(&self) -> usize {
        self.by_criterion.values().sum::<usize>() - self.by_nobody()
    }

    /// What was left out by a release before anybody had decided about it.
    pub fn by_nobody(&self) -> usize {
        self.by_criterion.get(&Criterion::NotStated).copied().unwrap_or_default()
    }
}

/// Comments that no reader decided about: those that wait, and those that a release left out while they did.
pub fn unread<'a>(comments: impl IntoIterator<Item = &'a Comment> + Clone) -> usize {
    let waiting = comments.clone().into_iter().filter(|comment| comment.waits()).count();
    waiting + LeftOut::of(comments).by_nobody()
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
/// is approved as it stands, else only as rewritten, with `mark` (*\[rettet, så ingen kan genkendes\]*); and only
/// with the second reader's yes, where one is named.
pub fn quote(comment: &Comment, mark: &str) -> Option<Quote> {
    if !matches!(comment.reading.second, SecondLook::NotNeeded | SecondLook::Yes) {
        return None;
    }
    let text = match (&comment.consent, &comment.decision) {
        (Consent::NotToBeUsed, _) | (_, Decision::Waiting | Decision::LeftOut(_)) => None,
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
