//! How figures, dates and lists are written. What is the same in every language is here; a language gives the signs and
//! the words.

use super::sentence::lower_first;
use crate::picture::{Figure, Interval};

/// Figures, dates, lists and group names in running text.
pub trait Numbers {
    /// Between a whole number and its decimals.
    fn decimal_sign(&self) -> char;
    /// Between thousands.
    fn thousands_sign(&self) -> char;
    /// Before and after words that are quoted.
    fn quotes(&self) -> [char; 2];
    /// *and*, between the last two of a list.
    fn and(&self) -> &'static str;
    /// *of*, between part and whole.
    fn of(&self) -> &'static str;
    /// *to*, between the ends of an interval.
    fn to(&self) -> &'static str;
    /// *over* and *under*, before a bound.
    fn over_and_under(&self) -> [&'static str; 2];
    /// The numbers that are written as words, from nought.
    fn number_words(&self) -> &'static [&'static str; 13];
    /// The months.
    fn months(&self) -> &'static [&'static str; 12];

    /// A number with so many decimals, e.g. `2,6`.
    fn number(&self, value: f64, decimals: usize) -> String {
        let sign = self.decimal_sign();
        let written = format!("{value:.decimals$}").replace('.', sign.encode_utf8(&mut [0; 4]));
        // A difference that rounds to nothing has no sign; a minus is a minus and not a hyphen.
        match written.strip_prefix('-') {
            Some(rest) if rest.chars().all(|digit| digit == '0' || digit == sign) => rest.to_owned(),
            Some(rest) => format!("−{rest}"),
            None => written,
        }
    }

    /// A number with three decimals at most and no trailing zeros, e.g. `0,75`, `4`.
    fn threshold(&self, value: f64) -> String {
        let written = self.number(value, 3);
        written.trim_end_matches('0').trim_end_matches(self.decimal_sign()).to_owned()
    }

    /// A bound as it is: one decimal, more where it has more (an eighth of a scale's range).
    fn bound(&self, bound: f64) -> String {
        let one = self.number(bound, 1);
        if (bound * 10.0).fract() == 0.0 { one } else { self.threshold(bound) }
    }

    /// A published mean or difference: `2,6`, `over 4,5`, `under 1,5`.
    fn figure(&self, figure: Figure) -> String {
        let [over, under] = self.over_and_under();
        match figure {
            Figure::Value(value) => self.number(value, 1),
            Figure::Over(bound) => format!("{over} {}", self.bound(bound)),
            Figure::Under(bound) => format!("{under} {}", self.bound(bound)),
        }
    }

    /// A whole number: `20.000`.
    fn count(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut written = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push(self.thousands_sign());
            }
            written.push(digit);
        }
        written
    }

    /// A 95 % interval: `2,2–3,0`.
    fn interval(&self, interval: Interval) -> String {
        let (low, high) = (self.number(interval.low, 1), self.number(interval.high, 1));
        // A dash beside a minus is not read as either.
        if interval.low < 0.0 { format!("{low} {} {high}", self.to()) } else { format!("{low}–{high}") }
    }

    /// An interval in a column where some are below zero: `0,2 til 1,0`.
    fn span(&self, interval: Interval) -> String {
        format!("{} {} {}", self.number(interval.low, 1), self.to(), self.number(interval.high, 1))
    }

    /// The ends of an interval in a sentence: `0,2 og 1,0`.
    fn ends(&self, interval: Interval) -> String {
        self.list(&[self.number(interval.low, 1), self.number(interval.high, 1)])
    }

    /// Persons scored: `n = 14`, never broken over two lines.
    fn scored(&self, n: u64) -> String {
        format!("n\u{a0}=\u{a0}{}", self.count(n))
    }

    /// A mean with the n that it never stands without: `2,6 (n = 14)`.
    fn mean(&self, figure: Figure, n: u64) -> String {
        format!("{} ({})", self.figure(figure), self.scored(n))
    }

    /// A share: `86 %`.
    fn per_cent(&self, per_cent: u8) -> String {
        self.share(&per_cent.to_string())
    }

    /// The same of a number that is written already: `37,5 %`.
    fn share(&self, written: &str) -> String {
        format!("{written}\u{a0}%")
    }

    /// A count of a whole, where the whole is known and holds it: `22 af 31`.
    fn counted(&self, count: u64, of: Option<u64>) -> String {
        let counted = self.count(count);
        // More than the whole is of another whole than the one that is known.
        match of.filter(|whole| *whole >= count) {
            Some(whole) => format!("{counted} {} {}", self.of(), self.count(whole)),
            None => counted,
        }
    }

    /// A small number as a word, others in digits: `fem`.
    fn number_word(&self, number: u64) -> String {
        let word = usize::try_from(number).ok().and_then(|number| self.number_words().get(number));
        word.map_or_else(|| self.count(number), |word| (*word).to_owned())
    }

    /// A month's name; months from 1.
    fn month(&self, month: i8) -> &'static str {
        let name = usize::try_from(month).ok().and_then(|month| self.months().get(month.wrapping_sub(1)));
        name.copied().unwrap_or_default()
    }

    /// A date: `21. november 2026`; months from 1.
    fn date(&self, year: i16, month: i8, day: i8) -> String {
        format!("{day}. {} {year}", self.month(month))
    }

    /// A time of day from minutes after midnight: `13.05`.
    fn clock(&self, minutes: u32) -> String {
        format!("{}.{:02}", minutes / 60 % 24, minutes % 60)
    }

    /// `a, b og c`.
    fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.and()),
        }
    }

    /// Words quoted in a sentence.
    fn quoted(&self, words: &str) -> String {
        let [before, after] = self.quotes();
        format!("{before}{words}{after}")
    }

    /// A name as it stands inside a sentence: `brugere`; abbreviations keep their capitals.
    fn inside(&self, name: &str) -> String {
        if name.chars().nth(1).is_some_and(char::is_uppercase) { name.to_owned() } else { lower_first(name) }
    }

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
