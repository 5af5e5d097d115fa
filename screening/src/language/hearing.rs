//! Words of the hearings.

use crate::evidence::{Evidence, Rating};
use crate::hearing::{Below, Half, HearingNumber, LineKind, Moment, SlotKind};
use crate::instrument::PlaceWords;
use crate::picture::Figure;
use crate::promise::Passage;

/// What the page in easy language rests on.
#[derive(Clone, Copy, Debug)]
pub struct EasyFacts<'a> {
    /// First or second hearing.
    pub number: HearingNumber,
    /// What the place is called.
    pub place: PlaceWords<'a>,
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

/// Headings of what is handed out.
#[derive(Clone, Copy, Debug)]
pub struct PaperWords {
    /// Above the card for everyone.
    pub card: &'static str,
    /// Above the agenda.
    pub today: &'static str,
    /// Column of times.
    pub from: &'static str,
    /// Column of what is done.
    pub what: &'static str,
    /// Column of minutes.
    pub minutes: &'static str,
    /// Before a question for dialogue.
    pub talk: &'static str,
    /// Where nothing was minuted about a theme.
    pub nothing_said: &'static str,
    /// The second hearing's question.
    pub is_this_it: &'static str,
    /// Above the facilitator's script.
    pub script: &'static str,
    /// Above what a hearing is.
    pub what_is_it: &'static str,
    /// Above time and place.
    pub when: &'static str,
    /// Where neither is known yet.
    pub when_later: &'static str,
    /// Above what one decides oneself.
    pub you_decide: &'static str,
    /// Above whom one may ask.
    pub ask: &'static str,
    /// Above what becomes of one's name, and that.
    pub rights: [&'static str; 2],
}

/// Names and sentences of the hearings.
pub trait HearingWords {
    /// *Høring 1*.
    fn hearing_name(&self, number: HearingNumber) -> &'static str;
    /// *Høring 1, samling B*; the name alone where it has no letter.
    fn sitting_name(&self, number: HearingNumber, letter: Option<char>) -> String;
    /// *Samtale, ikke høring*.
    fn conversation(&self) -> &'static str;
    /// Name of a kind of minute line.
    fn line_kind(&self, kind: LineKind) -> &'static str;
    /// Whoever speaks without a role.
    fn participant(&self) -> &'static str;
    /// Those who use the place, where no group of the instrument does.
    fn users_of_the_place(&self) -> &'static str;
    /// Whoever speaks without a role, where a group is called *deltagere*.
    fn one_in_the_room(&self) -> &'static str;
    /// The mark on words that were changed so that nobody is recognised.
    fn rewritten(&self) -> &'static str;
    /// *6 af 11 i rummet bruger stedet · mindst halvdelen: ja*.
    fn half(&self, half: Half) -> String;
    /// When heads were counted.
    fn moment(&self, moment: Moment) -> &'static str;
    /// What can be done about a room below half, as a choice.
    fn below(&self, below: Below) -> &'static str;
    /// What was done about it, in the minutes.
    fn below_done(&self, below: Below) -> &'static str;
    /// How many more users, or fewer others, would make it half; only where some would.
    fn missing(&self, half: Half) -> String;
    /// Whether a cell is the heading of a list's roles or names.
    fn is_role_heading(&self, cell: &str) -> bool;
    /// Whether a word that ends so and one that doesn't are the same in one and many.
    fn is_plural_ending(&self, ending: &str) -> bool;
    /// Whether a word in lower case names somebody who counts for the whole and answers in no group.
    fn is_other(&self, word: &str) -> bool;
    /// Whether a word in lower case names somebody who counts in neither number.
    fn is_helper(&self, word: &str) -> bool;
    /// What a stretch of the timetable is; a theme's own title is given.
    fn slot(&self, kind: SlotKind, theme: &str) -> String;
    /// *Tema 2 af 4*.
    fn theme_heading(&self, place: usize, of: usize) -> String;
    /// A group's figure on its own statement: *2,6 af 5 · n = 21*.
    fn chair(&self, mean: Figure, max: u8, n: u64) -> String;
    /// Headings of what is handed out.
    fn paper(&self) -> PaperWords;
    /// The invitation's title.
    fn come_to(&self, number: HearingNumber) -> String;
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
