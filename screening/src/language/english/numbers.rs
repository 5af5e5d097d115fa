//! Numbers, dates, lists and names as they are written in English.

use super::English;
use crate::language::Numbers;
use crate::language::sentence::lower_first;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WORDS: [&str; 13] = [
    "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

impl Numbers for English {
    fn decimal_sign(&self) -> char {
        '.'
    }

    fn thousands_sign(&self) -> char {
        ','
    }

    fn quotes(&self) -> [char; 2] {
        ['“', '”']
    }

    fn and(&self) -> &'static str {
        "and"
    }

    fn of(&self) -> &'static str {
        "of"
    }

    fn to(&self) -> &'static str {
        "to"
    }

    fn over_and_under(&self) -> [&'static str; 2] {
        ["over", "under"]
    }

    fn number_words(&self) -> &'static [&'static str; 13] {
        &WORDS
    }

    fn months(&self) -> &'static [&'static str; 12] {
        &MONTHS
    }

    fn share(&self, written: &str) -> String {
        format!("{written}%")
    }

    fn date(&self, year: i16, month: i8, day: i8) -> String {
        format!("{day} {} {year}", self.month(month))
    }

    fn clock(&self, minutes: u32) -> String {
        format!("{}:{:02}", minutes / 60 % 24, minutes % 60)
    }

    /// *I* is a capital everywhere.
    fn inside(&self, name: &str) -> String {
        let first = name.split([' ', '\'', '’']).next().unwrap_or_default();
        let keeps = first == "I" || first.chars().nth(1).is_some_and(char::is_uppercase);
        if keeps { name.to_owned() } else { lower_first(name) }
    }

    fn definite(&self, group: &str) -> String {
        let name = self.inside(group);
        if is_uncountable(&name) { name } else { format!("the {name}") }
    }

    fn definite_of(&self, group: &str, n: u64) -> String {
        let one = singular(group).filter(|_| n == 1);
        one.map_or_else(|| self.definite(group), |one| format!("the {one}"))
    }

    fn few(&self) -> &'static str {
        "too few answers to show figures"
    }

    fn alone(&self) -> &'static str {
        "not shown alone"
    }

    fn not_shown(&self) -> &'static str {
        "not shown"
    }

    fn not_asked(&self) -> &'static str {
        "not asked"
    }
}

/// Names that stand without *the*.
fn is_uncountable(name: &str) -> bool {
    name.ends_with("staff") || name == "management"
}

/// One of a group named in the plural (*leaders*: *leader*); `None` for what this can't know.
pub(super) fn singular(group: &str) -> Option<String> {
    let name = English.inside(group);
    let one = name.strip_suffix('s').filter(|one| !one.ends_with('s') && !one.contains(' '))?;
    Some(one.strip_suffix("ie").map_or_else(|| one.to_owned(), |stem| format!("{stem}y")))
}

/// Whose it is: *the users’*, *staff’s*.
pub(super) fn owner(name: &str) -> String {
    if name.ends_with('s') { format!("{name}’") } else { format!("{name}’s") }
}

/// With *a* or *an*.
pub(super) fn with_article(word: &str) -> String {
    let vowel = word.starts_with(['a', 'e', 'i', 'o']);
    format!("{} {word}", if vowel { "an" } else { "a" })
}

/// The verb of so many: *has*, *have*.
pub(super) fn verb(count: u64, one: &'static str, more: &'static str) -> &'static str {
    if count == 1 { one } else { more }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Figure, Interval};

    #[test]
    fn numbers_are_written_as_the_british_write_them() {
        assert_eq!([999, 1000, 20_000].map(|number| English.count(number)), ["999", "1,000", "20,000"]);
        assert_eq!(English.figure(Figure::Value(2.64)), "2.6");
        assert_eq!(English.figure(Figure::Under(1.5)), "under 1.5");
        assert_eq!(English.threshold(0.625), "0.625");
        assert_eq!(English.interval(Interval { low: -0.2, high: 1.0 }), "−0.2 to 1.0");
        assert_eq!(English.date(2026, 11, 21), "21 November 2026");
        assert_eq!(English.clock(785), "13:05");
        assert_eq!(English.per_cent(86), "86%");
        assert_eq!(English.list(&["a", "b", "c"].map(str::to_owned)), "a, b and c");
        assert_eq!(English.quoted("yes"), "“yes”");
    }

    #[test]
    fn a_group_is_named_with_its_article_and_owns() {
        let definite = ["Users", "Staff", "NAV staff", "Management"].map(|group| English.definite(group));
        assert_eq!(definite, ["the users", "staff", "NAV staff", "management"]);
        assert_eq!(definite.map(|name| owner(&name))[..2], ["the users’", "staff’s"]);
        assert_eq!(English.definite_of("Leaders", 1), "the leader");
        assert_eq!(English.inside("I don’t know"), "I don’t know");
        assert_eq!(English.inside("To some extent"), "to some extent");
    }
}
