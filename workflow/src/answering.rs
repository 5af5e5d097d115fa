//! Someone who answers: a code starts a questionnaire, a token goes on with it, three words move it, sending
//! ends it. Nothing here knows who.

mod entry;

use crate::ports::Bytes32;
use crate::{Result, Workflow};
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
    /// Wrong tries of the words.
    pub wrong_words: u64,
}

/// A response about to be stored.
#[derive(Clone, Debug)]
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
}

/// A comment about to be stored.
#[derive(Clone, Debug)]
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
    /// Day (or week) as a date.
    pub day: String,
    /// `web`.
    pub channel: String,
    /// Who helped.
    pub help: Help,
    /// Language code.
    pub language: String,
}

/// Whether a send was the one that counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// Stored now.
    Stored,
    /// The code was spent before: the same receipt, nothing stored again.
    SpentBefore,
    /// The screening is closed: nothing stored.
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Answers so far.
    pub answers: BTreeMap<IndicatorId, Answer>,
    /// What was written under a focus point.
    pub comments: BTreeMap<FocusPointId, String>,
    /// What was written to the open question.
    pub open_answer: String,
    /// May the words be used.
    pub consent: Option<Consent>,
    /// Who helps.
    pub help: Help,
    /// The three words, once the pause page was shown.
    pub words: Option<String>,
}

/// One page as posted: everything as typed.
#[derive(Clone, Debug, Default)]
pub struct PagePost {
    /// Raw value by indicator: a step, `DK`, `NA` or empty.
    pub answers: BTreeMap<String, String>,
    /// What was written on this page.
    pub comment: String,
}

/// The last page as posted.
#[derive(Clone, Debug, Default)]
pub struct LastPost {
    /// What was written to the open question.
    pub open_answer: String,
    /// `verbatim`, `paraphrase`, `not-to-be-used` or empty.
    pub consent: String,
    /// [`Help`] in its stored form, or empty.
    pub help: String,
}

/// Longest text that may be written in one field, in characters; said beside it.
pub const LONGEST_TEXT: usize = 2000;

impl Workflow {
    /// Types a code. `restart` destroys what was written under it elsewhere; `held` is the browser's own token:
    /// the same browser goes on where it was.
    pub async fn enter_code(&self, code: &str, restart: bool, held: Option<&Token>) -> Result<Entry> {
        todo!()
    }
    /// Goes on in another browser with code and three words: a new token; the old one ends.
    pub async fn continue_with_words(&self, code: &str, words: &str) -> Result<Token> {
        todo!()
    }
    /// The questionnaire behind a token, or [`crate::Error::NotFound`].
    pub async fn questionnaire(&self, token: &Token) -> Result<Questionnaire> {
        todo!()
    }
    /// Keeps one page (by its number in the group's order, first is 1). Valid answers are kept even where
    /// another on the page does not hold.
    pub async fn save_page(&self, token: &Token, page: usize, post: PagePost) -> Result<()> {
        todo!()
    }
    /// Keeps the last page.
    pub async fn save_last(&self, token: &Token, post: LastPost) -> Result<()> {
        todo!()
    }
    /// The three words of this questionnaire, made the first time.
    pub async fn pause(&self, token: &Token) -> Result<String> {
        todo!()
    }
    /// Sends. However often it is called with the token, one response is stored.
    pub async fn send(&self, token: &Token) -> Result<()> {
        todo!()
    }
    /// What the receipt depends on: the screening's settings and the group alone. By token after sending, or by
    /// screening and group after typing a spent code.
    pub async fn receipt(&self, screening: &str, group: &GroupId) -> Result<Questionnaire> {
        todo!()
    }
}
