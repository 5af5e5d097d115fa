//! Words of the hearings.

use crate::hearing::{Half, HearingNumber, LineKind, SlotKind};

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
}
