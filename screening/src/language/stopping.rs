//! What is said where a screening is stopped.

use crate::instrument::PlaceWords;
use crate::promise::Passage;

/// What is known of a screening that is stopped.
#[derive(Clone, Debug)]
pub struct StoppedFacts<'a> {
    /// What the place is called.
    pub place: PlaceWords<'a>,
    /// The day, in words.
    pub day: String,
    /// Why, as a facilitator wrote it.
    pub reason: &'a str,
    /// The picture had been made.
    pub picture: bool,
    /// Whom to call with a question; may be empty.
    pub contact: &'a str,
    /// Whom to call; may be empty.
    pub crisis_line: &'a str,
}

/// Sentences in easy language.
pub trait StoppingWords {
    /// That it is stopped, as a heading.
    fn is_stopped(&self) -> &'static str;
    /// Why, as a sentence; the reason may begin in the middle of it or be one of its own.
    fn because(&self, reason: &str) -> String;
    /// To someone who comes to answer, below heading and reason.
    fn stopped_lines(&self, facts: &StoppedFacts<'_>) -> Vec<String>;
    /// The page for those who took part.
    fn stopped_page(&self, facts: &StoppedFacts<'_>) -> Vec<Passage>;
}
