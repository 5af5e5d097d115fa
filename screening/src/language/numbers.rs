//! How figures, dates and lists are written.

use crate::picture::{Figure, Interval};

/// Figures, dates, lists and group names in running text.
pub trait Numbers {
    /// A number with so many decimals, e.g. `2,6`.
    fn number(&self, value: f64, decimals: usize) -> String;
    /// A number with three decimals at most and no trailing zeros, e.g. `0,75`, `4`.
    fn threshold(&self, value: f64) -> String;
    /// A published mean or difference: `2,6`, `over 4,5`, `under 1,5`.
    fn figure(&self, figure: Figure) -> String;
    /// A whole number: `20.000`.
    fn count(&self, number: u64) -> String;
    /// A 95 % interval: `2,2–3,0`.
    fn interval(&self, interval: Interval) -> String;
    /// Persons scored: `n = 14`, never broken over two lines.
    fn scored(&self, n: u64) -> String;
    /// A mean with the n that it never stands without: `2,6 (n = 14)`.
    fn mean(&self, figure: Figure, n: u64) -> String;
    /// A share: `86 %`.
    fn per_cent(&self, per_cent: u8) -> String;
    /// A count of a whole, where the whole is known and holds it: `22 af 31`.
    fn counted(&self, count: u64, of: Option<u64>) -> String;
    /// A small number as a word, others in digits: `fem`.
    fn number_word(&self, number: u64) -> String;
    /// A date: `21. november 2026`; months from 1.
    fn date(&self, year: i16, month: i8, day: i8) -> String;
    /// A time of day from minutes after midnight: `13.05`.
    fn clock(&self, minutes: u32) -> String;
    /// `a, b og c`.
    fn list(&self, parts: &[String]) -> String;
    /// Words quoted in a sentence.
    fn quoted(&self, words: &str) -> String;
    /// A name as it stands inside a sentence: `brugere`; abbreviations keep their capitals.
    fn inside(&self, name: &str) -> String;
    /// A group's name as those it means: `brugerne`; as written where the language can't tell.
    fn definite(&self, group: &str) -> String;
    /// The same of so many: one of them is one (`lederen`), where the language can tell.
    fn definite_of(&self, group: &str, n: u64) -> String;
    /// Instead of a figure: too few to show one.
    fn few(&self) -> &'static str;
    /// Instead of a figure: this result would stand alone.
    fn alone(&self) -> &'static str;
    /// Instead of a figure of a group that has others: this one is not shown.
    fn not_shown(&self) -> &'static str;
    /// Instead of a figure: the group was not asked.
    fn not_asked(&self) -> &'static str;
}
