//! What the signals say, with their numbers.

use crate::picture::Figure;
use crate::signals::SignalKind;

/// A group's published mean, as a sentence needs it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean<'a> {
    /// The group's name in the instrument.
    pub group: &'a str,
    /// Its mean.
    pub figure: Figure,
    /// Persons scored.
    pub n: u64,
}

/// A share from 1 to less than this, per cent, is told in words.
pub(super) const HARDLY: u8 = 5;

/// The numbers of a rule, scale points and whole per cent.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleFacts<'a> {
    /// Names of the service users' groups.
    pub users: &'a str,
    /// Means: strength, others' floor, talk, gap, word high.
    pub strength: f64,
    /// No other group below this.
    pub others_floor: f64,
    /// Users' mean below this.
    pub talk: f64,
    /// A difference of this much.
    pub gap: f64,
    /// Others' mean from here on.
    pub word_high: f64,
    /// Agreement from here on, per cent.
    pub strength_agreement: f64,
    /// Agreement down to here, per cent.
    pub talk_agreement: f64,
    /// *Don't know* from here on, per cent.
    pub dont_know: f64,
    /// What counts as agreement, in the scale's words.
    pub agreement: &'a str,
}

/// Names, rules and sentences of the signals.
pub trait SignalWords {
    /// Name of a kind, as a tag: *Set forskelligt*.
    fn signal_name(&self, kind: SignalKind) -> &'static str;
    /// The rule, with its numbers.
    fn signal_rule(&self, kind: SignalKind, facts: &RuleFacts<'_>) -> String;
    /// What counts as agreement, from the scale's labels at or above the threshold; `from` where it has none.
    fn agreement_words(&self, labels: &[String], from: u8) -> String;
    /// *Brugernes gennemsnit er 4,2 (n = 22).*
    fn said_mean(&self, mean: Mean<'_>) -> String;
    /// *86 % af brugerne svarer »i høj grad« …*
    /// Under [`HARDLY`] a share is *næsten ingen*: of a small group it is one person.
    fn said_agreement(&self, group: &str, per_cent: u8, words: &str) -> String;
    /// The two means of a gap, and *tydelig* only where it is.
    fn said_gap(&self, means: &[Mean<'_>], clear: bool) -> String;
    /// *8 af 22 brugere svarer »Ved ikke«.*
    fn said_unknown(&self, group: &str, count: u64, submitted: u64, answer: &str) -> String;
    /// *Dokumenter og iagttagelser er vurderet til 2 af 5.*
    fn said_rating(&self, rating: u8) -> String;
}
