//! Letters, agendas and conversation cards.

use crate::instrument::PlaceWords;
use crate::letter::{Letter, LetterKind};

/// What a letter rests on. Days are written out: *onsdag den 7. oktober 2026*.
#[derive(Clone, Copy, Debug)]
pub struct LetterFacts<'a> {
    /// The place.
    pub place: &'a str,
    /// What the place is called.
    pub called: PlaceWords<'a>,
    /// Those it is to answer on a screen; otherwise they talk at the hearing.
    pub on_screen: bool,
    /// Statements they are asked.
    pub statements: usize,
    /// Minutes, about.
    pub minutes: u32,
    /// *k*.
    pub smallest: u64,
    /// The day it opens.
    pub opens: &'a str,
    /// The last day.
    pub closes: &'a str,
    /// The day of the meeting it is the agenda of.
    pub meets: &'a str,
    /// The first hearing.
    pub hearing_one: &'a str,
    /// The second.
    pub hearing_two: &'a str,
    /// When they hear back, a date or free words; may be empty.
    pub hear_back: &'a str,
    /// When management answers; may be empty.
    pub answer_by: &'a str,
    /// What the leader promises; may be empty.
    pub leader_promise: &'a str,
    /// Whom to call with a question; may be empty.
    pub contact: &'a str,
    /// The leaders give one answer together.
    pub joint: bool,
    /// Titles of a hearing's themes; none: they are not chosen yet.
    pub themes: &'a [String],
}

/// Letters, agendas and conversation cards.
pub trait LetterWords {
    /// A day in full; `weekday` is 0 for Monday.
    fn day(&self, weekday: u8, year: i16, month: i8, day: i8) -> String;
    /// A letter.
    fn letter(&self, kind: LetterKind, facts: &LetterFacts<'_>) -> Letter;
    /// A point of an agenda on a line of its own.
    fn agenda_point(&self, minutes: u32, what: &str) -> String;
    /// What the sheets of cards are called.
    fn cards_title(&self, place: &str) -> String;
    /// How the cards are used.
    fn cards_how(&self, place: PlaceWords<'_>) -> [String; 4];
}
