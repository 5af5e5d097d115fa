//! Words that a report should look at twice, and what to write instead.
//!
//! A pattern is a word, or several with a space between; `*` at a word's end stands for any ending.

use crate::report::{SectionKind, WordingHint};

/// Lists of words, and the sentences about what was found.
pub trait WordingWords {
    /// Words that judge.
    fn judging(&self) -> &'static [&'static str];
    /// Grades and rankings.
    fn ranking(&self) -> &'static [&'static str];
    /// Words that are more certain than answers are.
    fn certain(&self) -> &'static [&'static str];
    /// Words that speak for all, or for none.
    fn everyone(&self) -> &'static [&'static str];
    /// Verbs by which somebody is said to think or feel.
    fn opinions(&self) -> &'static [&'static str];
    /// Words that make one of several groups.
    fn pooled(&self) -> &'static [&'static str];
    /// Words that are not used here.
    fn other_words(&self) -> &'static [&'static str];
    /// What stands after a share, lower case.
    fn per_cents(&self) -> &'static [&'static str];
    /// What stands after a number that is no mean: money, time, length; lower case.
    fn units(&self) -> &'static [&'static str];
    /// What stands between part and whole.
    fn out_of(&self) -> &'static [&'static str];
    /// *is*, between n and its number.
    fn is(&self) -> &'static str;
    /// Words of a difference.
    fn differing(&self) -> &'static [&'static str];
    /// Beginnings, lower case, by which a group's name is known in a sentence.
    fn stems(&self, group: &str) -> Vec<String>;
    /// Why to look again, and what to write instead.
    fn hint(&self, hint: &WordingHint) -> String;
    /// The report is longer than its pages; the longest sections with their words.
    fn too_long(&self, pages: usize, most: usize, longest: &[(SectionKind, usize)]) -> String;
}
