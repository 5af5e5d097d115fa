//! Words of how each statement did.

/// Heads of the table, and advice for whoever mends an instrument.
pub trait ItemWords {
    /// Heads: statement, answers, don't know, not relevant, lowest step, highest step, mean, spread, goes along with the
    /// others.
    fn item_columns(&self) -> [&'static str; 9];
    /// Head of the group.
    fn item_group(&self) -> &'static str;
    /// Head of the advice.
    fn item_advice(&self) -> &'static str;
    /// Head of the notes of a pilot.
    fn item_notes(&self) -> &'static str;
    /// Many said *don't know*.
    fn many_dont_know(&self, share: &str) -> String;
    /// Many said *not relevant*.
    fn many_not_relevant(&self, share: &str) -> String;
    /// Nearly all chose the highest step.
    fn nearly_all_highest(&self, share: &str) -> String;
    /// Nearly all chose the lowest step.
    fn nearly_all_lowest(&self, share: &str) -> String;
    /// It hardly goes along with the others of its focus point.
    fn stands_apart(&self) -> &'static str;
    /// It goes against them.
    fn goes_against(&self) -> &'static str;
}
