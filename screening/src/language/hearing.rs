//! Words of the hearings.

use crate::evidence::{Evidence, Rating};
use crate::hearing::{Half, HearingNumber, LineKind, SlotKind};
use crate::picture::Figure;
use crate::promise::Passage;

/// What the page in easy language rests on.
#[derive(Clone, Copy, Debug)]
pub struct EasyFacts<'a> {
    /// First or second hearing.
    pub number: HearingNumber,
    /// Titles of the themes.
    pub themes: &'a [String],
    /// Ends of the scale.
    pub scale: (u8, u8),
    /// The words of its ends, where it has words.
    pub ends: Option<(&'a str, &'a str)>,
    /// *k*.
    pub smallest: u64,
    /// Some figure is shown.
    pub figures: bool,
}

/// Names and sentences of the hearings.
pub trait HearingWords {
    /// *Høring 1*.
    fn hearing_name(&self, number: HearingNumber) -> &'static str;
    /// *Samtale, ikke høring*.
    fn conversation(&self) -> &'static str;
    /// Name of a kind of minute line.
    fn line_kind(&self, kind: LineKind) -> &'static str;
    /// Whoever speaks without a role.
    fn participant(&self) -> &'static str;
    /// The mark on words that were changed so that nobody is recognised.
    fn rewritten(&self) -> &'static str;
    /// *6 af 11 i rummet bruger stedet · mindst halvdelen: ja*.
    fn half(&self, half: Half) -> String;
    /// What a stretch of the timetable is; a theme's own title is given.
    fn slot(&self, kind: SlotKind, theme: &str) -> String;
    /// *Tema 2 af 4*.
    fn theme_heading(&self, place: usize, of: usize) -> String;
    /// A group's figure on its own statement: *2,6 af 5 · n = 21*.
    fn chair(&self, mean: Figure, max: u8, n: u64) -> String;
    /// The page in easy language.
    fn easy_page(&self, facts: &EasyFacts<'_>) -> Vec<Passage>;
    /// The card for everyone in the room.
    fn card(&self) -> Vec<String>;
    /// What the facilitator does, step by step.
    fn script(&self, number: HearingNumber) -> Vec<String>;
    /// A document or an observation in a line.
    fn evidence_line(&self, evidence: &Evidence) -> String;
    /// A settled rating of an indicator.
    fn rated(&self, indicator: &str, rating: Rating) -> String;
}
