//! What someone who answers is told.

use super::PilotWords;
use crate::instrument::PlaceWords;
use crate::promise::Passage;
use crate::retention::Times;
use crate::settings::LegalFacts;

/// Where someone who answers sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chair {
    /// Uses the place; easy language.
    ServiceUser,
    /// Another protected group.
    Other,
    /// Answers in role: shown as the management's.
    InRole,
}

/// What a promise rests on.
#[derive(Clone, Copy, Debug)]
pub struct PromiseFacts<'a> {
    /// Where they sit.
    pub chair: Chair,
    /// What the place is called.
    pub place: PlaceWords<'a>,
    /// Their group's name.
    pub group: &'a str,
    /// Statements they are asked.
    pub statements: usize,
    /// Minutes, about.
    pub minutes: u32,
    /// *k*.
    pub smallest: u64,
    /// *d*: from here on everything may be shown.
    pub full: u64,
    /// The screening has units.
    pub units: bool,
    /// Invited in the group, where known.
    pub invited: Option<u64>,
    /// The group gives one answer together: of so many people.
    pub joint: Option<u64>,
    /// Who reads what is written; may be empty.
    pub reader: &'a str,
    /// When they hear back, a date or free words; may be empty.
    pub hear_back: &'a str,
    /// When the hearings are; may be empty.
    pub hearings: &'a str,
    /// Whom to call; may be empty.
    pub crisis_line: &'a str,
    /// What the leader promises; may be empty.
    pub leader_promise: &'a str,
    /// Whom to call with a question; may be empty.
    pub contact: &'a str,
    /// The group can answer, or could, through an open link.
    pub open_link: bool,
    /// The legal facts; each may be empty.
    pub legal: &'a LegalFacts,
    /// For how long what is kept.
    pub times: Times,
}

/// Promise, receipt, slip, rights. Never a word for *anonymous*: what is kept is that nobody writes a name.
pub trait PromiseWords {
    /// Ten short lines.
    fn before_you_start(&self, facts: &PromiseFacts<'_>) -> Vec<String>;
    /// The leader's promise, said as theirs; `None` where there is none.
    fn leader_promise(&self, facts: &PromiseFacts<'_>) -> Option<String>;
    /// Whom to call with a question; `None` where nobody is named.
    fn contact(&self, facts: &PromiseFacts<'_>) -> Option<String>;
    /// What the receipt says below its heading, that it is sent.
    fn receipt(&self, facts: &PromiseFacts<'_>) -> Vec<String>;
    /// The two lines of a slip.
    fn slip(&self, facts: &PromiseFacts<'_>) -> [String; 2];
    /// The rights.
    fn rights(&self, facts: &PromiseFacts<'_>) -> Vec<Passage>;
    /// The longer page.
    fn how_it_works(&self, facts: &PromiseFacts<'_>) -> Vec<Passage>;
    /// Whom to call where the screening names nobody: of the country whose language this is.
    fn usual_crisis_line(&self) -> &'static str;
    /// What is said otherwise where the wording is tried.
    fn pilot(&self) -> &'static PilotWords;
    /// Beside every text field.
    fn beside_text(&self, crisis_line: &str) -> String;
}
