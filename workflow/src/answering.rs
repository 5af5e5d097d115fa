//! Someone who answers: a code starts a questionnaire, a token goes on with it, three words move it, sending
//! ends it. Nothing here knows who.
//!
//! The types are here; [`entry`] is how a browser comes to hold a questionnaire, [`pages`] what it keeps and
//! shows, [`merging`] which of two saves holds, [`device`] what lies on its owner's own device, [`sending`] how it
//! ends, [`sealed`] how a draft is opened and sealed in between; [`typing`] is how two people type what somebody
//! answered on paper. To add something that is kept with a draft: a field in a page of [`sealed`], and one in [`Draft`].

mod device;
mod entry;
mod merging;
mod pages;
mod sealed;
mod sending;
mod typing;

pub use entry::MOST_WRONG_WORDS;
pub use typing::{Booklet, BookletCode, Difference, EntryEnd, TypistsOf};

use crate::ports::Bytes32;
use screening::answers::{Answer, Answers};
use screening::comment::Consent;
use screening::id::{FocusPointId, GroupId, IndicatorId};
use screening::instrument::{Form, Instrument};
use screening::settings::{Settings, State};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The browser's secret: 256 random bits in a cookie.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(pub Bytes32);

/// Says what it is and not what is in it: codes, tokens and answers must not end in a log.
macro_rules! hide_in_logs {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}
hide_in_logs!(
    Token,
    Entry,
    NewResponse,
    NewComment,
    NewNote,
    Draft,
    PagePost,
    LastPost,
    Saved,
    BookletCode,
    Difference,
    EntryEnd
);

/// Who helped, counted and never on the response.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Help {
    /// Answered alone.
    #[default]
    Alone,
    /// Another user.
    User,
    /// Staff.
    Staff,
    /// A relative.
    Relative,
    /// An interpreter.
    Interpreter,
    /// Someone from outside.
    Outside,
}

impl Help {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Alone, Self::User, Self::Staff, Self::Relative, Self::Interpreter, Self::Outside];

    /// As stored and as posted.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::User => "user",
            Self::Staff => "staff",
            Self::Relative => "relative",
            Self::Interpreter => "interpreter",
            Self::Outside => "outside",
        }
    }

    /// From its stored form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|help| help.as_str() == text)
    }
}

/// A code as stored.
#[derive(Clone, Debug)]
pub struct StoredCode {
    /// Argon2id(code, salt) → HKDF.
    pub lookup_key: Bytes32,
    /// Its group.
    pub group: GroupId,
    /// Its unit; empty: none.
    pub unit: String,
}

/// What stands with a code.
#[derive(Clone, Debug)]
pub struct CodeState {
    /// Its lookup key.
    pub lookup_key: Bytes32,
    /// Its screening.
    pub screening: String,
    /// Its group.
    pub group: GroupId,
    /// Its unit; empty: none.
    pub unit: String,
    /// A questionnaire was begun with it.
    pub begun: bool,
    /// A questionnaire was sent with it.
    pub spent: bool,
}

/// The keys of a draft as stored; nothing here opens it.
#[derive(Clone, Debug)]
pub struct DraftKeys {
    /// Random id.
    pub id: Bytes32,
    /// The draft key sealed under the token.
    pub key_under_token: Vec<u8>,
    /// The draft key sealed under Argon2id(code, words), once there are words.
    pub key_under_words: Option<Vec<u8>>,
    /// Salt of the words.
    pub words_salt: Option<Bytes32>,
    /// How often something was kept in it.
    pub saves: u64,
}

/// A page of a draft as stored: its name, and what only the draft's key opens.
pub type SealedPage = (String, Vec<u8>);

/// The questionnaire that is being sent, as it was when it was opened.
#[derive(Clone, Debug)]
pub struct Sending {
    /// Its screening.
    pub screening: String,
    /// Its code.
    pub lookup_key: Bytes32,
    /// The browser's token.
    pub token_hash: Bytes32,
    /// Its draft.
    pub draft: Bytes32,
    /// How often something was kept in the draft.
    pub saves: u64,
}

/// A response about to be stored.
#[derive(Clone)]
pub struct NewResponse {
    /// Random, its storage order (128 bits).
    pub key: [u8; 16],
    /// Group.
    pub group: GroupId,
    /// Unit.
    pub unit: Option<String>,
    /// Answers.
    pub answers: Answers,
    /// Comments with random keys of their own: no link to the response or each other.
    pub comments: Vec<NewComment>,
    /// Notes at statements of a pilot, with keys of their own in the same way.
    pub notes: Vec<NewNote>,
}

/// A note at a statement of a pilot, about to be stored.
#[derive(Clone)]
pub struct NewNote {
    /// Random.
    pub key: [u8; 16],
    /// The statement's indicator.
    pub indicator: IndicatorId,
    /// What was written.
    pub text: String,
}

/// A comment about to be stored.
#[derive(Clone)]
pub struct NewComment {
    /// Random.
    pub key: [u8; 16],
    /// Focus point; `None`: the open question.
    pub focus_point: Option<FocusPointId>,
    /// What was written.
    pub text: String,
    /// The writer's choice.
    pub consent: Consent,
}

/// What is counted beside a response, in counter tables.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// Day, or the Monday of its week, as a date.
    pub day: String,
    /// `web`, `tablet` or `paper`.
    pub channel: String,
    /// Who helped.
    pub help: Help,
    /// Language code.
    pub language: String,
}

/// Whether a send was the one that counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Stored now.
    Stored,
    /// The code was spent before: the same receipt, nothing stored again.
    SpentBefore,
    /// Something was kept meanwhile, or the questionnaire moved: look again; nothing stored.
    Changed,
    /// The screening is neither open nor closing: nothing stored.
    Closed,
}

/// What typing a code leads to.
#[derive(Clone, PartialEq, Eq)]
pub enum Entry {
    /// A questionnaire begins (or begins again); the browser keeps this token.
    Begin(Token),
    /// Begun elsewhere: go on with three words, or begin again and lose what was written.
    InUse,
    /// Sent before: the receipt, under this screening and group.
    Receipt {
        /// The screening.
        screening: String,
        /// The group.
        group: GroupId,
    },
}

/// What a questionnaire is, for its pages.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// The screening's id.
    pub screening: String,
    /// The organisation's name.
    pub organisation: String,
    /// State of the screening.
    pub state: State,
    /// When closing ends, seconds since 1970.
    pub closing_ends_at: Option<i64>,
    /// The instrument (frozen copy).
    pub instrument: Instrument,
    /// Settings.
    pub settings: Settings,
    /// The group that answers.
    pub group: GroupId,
    /// Its form.
    pub form: Form,
    /// A send with this token was stored: only the receipt is left.
    pub sent: bool,
    /// What was answered so far, opened with the token.
    pub draft: Draft,
}

/// A draft, opened.
#[derive(Clone, Default, PartialEq)]
pub struct Draft {
    /// Answers so far.
    pub answers: BTreeMap<IndicatorId, Answer>,
    /// What was written under a focus point.
    pub comments: BTreeMap<FocusPointId, String>,
    /// What was written at a statement of a pilot.
    pub notes: BTreeMap<IndicatorId, String>,
    /// What was written to the open question.
    pub open_answer: String,
    /// May the words be used.
    pub consent: Option<Consent>,
    /// Who helps.
    pub help: Help,
    /// The three words, once the pause page was shown.
    pub words: Option<String>,
    /// The highest turn in which anything was set, see [`Saved`].
    pub turn: u64,
    /// The code as shown, where no slip gave it.
    pub own_code: Option<String>,
}

/// Where a post stands among the others of its browser, which may overtake one another.
#[derive(Clone, Default)]
pub struct Saved {
    /// The browser's count of its saves, higher than any it has seen before; `None` (no scripts): what arrives last
    /// holds.
    pub turn: Option<u64>,
    /// What the page showed, by field (an indicator, or a field's name), where it was not touched since. What is
    /// posted unchanged changes nothing; a field that is not here is always meant as it is posted.
    pub shown: BTreeMap<String, String>,
}

/// One page as posted: everything as typed. What is not posted stays as it was.
#[derive(Clone, Default)]
pub struct PagePost {
    /// Raw value by indicator: a step, `DK`, `NA`, or empty to take the answer back.
    pub answers: BTreeMap<String, String>,
    /// What was written on this page.
    pub comment: Option<String>,
    /// What was written at statements, by indicator; in a pilot alone.
    pub notes: BTreeMap<String, String>,
    /// Where it stands among others.
    pub saved: Saved,
}

/// The last page as posted.
#[derive(Clone, Default)]
pub struct LastPost {
    /// What was written to the open question; not posted, it stays as it was.
    pub open_answer: Option<String>,
    /// `verbatim`, `paraphrase`, `not-to-be-used` or empty.
    pub consent: String,
    /// [`Help`] in its stored form, or empty.
    pub help: String,
    /// Where it stands among others.
    pub saved: Saved,
}

/// Longest text that may be written in one field, in characters; said beside it.
pub const LONGEST_TEXT: usize = 2000;
