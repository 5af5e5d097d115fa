//! Numbers, dates, lists and names as they are written in Danish.

use super::Danish;
use crate::language::Numbers;
use crate::picture::{Figure, Interval};

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

const WORDS: [&str; 13] =
    ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"];

impl Numbers for Danish {
    fn number(&self, value: f64, decimals: usize) -> String {
        let written = format!("{value:.decimals$}").replace('.', ",");
        // A difference that rounds to nothing has no sign; a minus is a minus and not a hyphen.
        match written.strip_prefix('-') {
            Some(rest) if rest.bytes().all(|byte| matches!(byte, b'0' | b',')) => rest.to_owned(),
            Some(rest) => format!("−{rest}"),
            None => written,
        }
    }

    fn threshold(&self, value: f64) -> String {
        let written = self.number(value, 3);
        written.trim_end_matches('0').trim_end_matches(',').to_owned()
    }

    fn figure(&self, figure: Figure) -> String {
        match figure {
            Figure::Value(value) => self.number(value, 1),
            Figure::Over(bound) => format!("over {}", self.bound(bound)),
            Figure::Under(bound) => format!("under {}", self.bound(bound)),
        }
    }

    fn count(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut written = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push('.');
            }
            written.push(digit);
        }
        written
    }

    fn interval(&self, interval: Interval) -> String {
        let (low, high) = (self.number(interval.low, 1), self.number(interval.high, 1));
        // A dash beside a minus is not read as either.
        if interval.low < 0.0 { format!("{low} til {high}") } else { format!("{low}–{high}") }
    }

    fn scored(&self, n: u64) -> String {
        format!("n\u{a0}=\u{a0}{}", self.count(n))
    }

    fn mean(&self, figure: Figure, n: u64) -> String {
        format!("{} ({})", self.figure(figure), self.scored(n))
    }

    fn per_cent(&self, per_cent: u8) -> String {
        format!("{per_cent}\u{a0}%")
    }

    fn counted(&self, count: u64, of: Option<u64>) -> String {
        let counted = self.count(count);
        // More than the whole is of another whole than the one that is known.
        match of.filter(|whole| *whole >= count) {
            Some(whole) => format!("{counted} af {}", self.count(whole)),
            None => counted,
        }
    }

    fn number_word(&self, number: u64) -> String {
        let word = usize::try_from(number).ok().and_then(|number| WORDS.get(number));
        word.map_or_else(|| self.count(number), |word| (*word).to_owned())
    }

    fn date(&self, year: i16, month: i8, day: i8) -> String {
        let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1)));
        format!("{day}. {} {year}", name.copied().unwrap_or_default())
    }

    fn clock(&self, minutes: u32) -> String {
        format!("{}.{:02}", minutes / 60 % 24, minutes % 60)
    }

    fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} og {last}", first.join(", ")),
        }
    }

    fn quoted(&self, words: &str) -> String {
        format!("»{words}«")
    }

    fn inside(&self, name: &str) -> String {
        let mut letters = name.chars();
        match (letters.next(), letters.clone().next()) {
            (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
                first.to_lowercase().chain(letters).collect()
            }
            _ => name.to_owned(),
        }
    }

    fn definite(&self, group: &str) -> String {
        definite(group).unwrap_or_else(|| self.inside(group))
    }

    fn definite_of(&self, group: &str, n: u64) -> String {
        let one = singular(group).filter(|_| n == 1);
        one.map_or_else(|| self.definite(group), |one| format!("{one}en"))
    }

    fn few(&self) -> &'static str {
        "for få svar til at vise tal"
    }

    fn alone(&self) -> &'static str {
        "vises ikke alene"
    }

    fn not_shown(&self) -> &'static str {
        "vises ikke"
    }

    fn not_asked(&self) -> &'static str {
        "ikke spurgt"
    }
}

impl Danish {
    /// A bound as it is: one decimal, more where it has more (an eighth of a scale's range).
    pub(super) fn bound(self, bound: f64) -> String {
        let one = self.number(bound, 1);
        if (bound * 10.0).fract() == 0.0 { one } else { self.threshold(bound) }
    }
}

/// A plural in *-er*, *-ere* or *-folk* made definite (*brugerne*, *fagfolkene*), participles with *de* (*de ansatte*);
/// `None` for what this can't know.
pub(super) fn definite(group: &str) -> Option<String> {
    let name = Danish.inside(group);
    if name.contains(' ') {
        return None;
    }
    match name.as_str() {
        _ if name.ends_with("ere") => Some(format!("{}ne", name.strip_suffix('e')?)),
        _ if name.ends_with("er") => Some(format!("{name}ne")),
        _ if name.ends_with("folk") => Some(format!("{name}ene")),
        "ansatte" | "pårørende" | "frivillige" | "professionelle" | "unge" | "ældre" => {
            Some(format!("de {name}"))
        }
        _ => None,
    }
}

/// One of a group named in the plural (*ledere*: *leder*); `None` for what this can't know.
pub(super) fn singular(group: &str) -> Option<String> {
    let name = Danish.inside(group);
    let one = name.strip_suffix('e').filter(|one| one.ends_with("er") && !one.contains(' '))?;
    Some(one.to_owned())
}

/// A sentence begins with a capital.
pub(super) fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_has_points_and_is_of_the_whole_where_that_holds_it() {
        let written = [0, 999, 1000, 20_000, 1_000_000].map(|number| Danish.count(number));
        assert_eq!(written, ["0", "999", "1.000", "20.000", "1.000.000"]);
        assert_eq!(Danish.counted(1962, Some(3000)), "1.962 af 3.000");
        assert_eq!(Danish.counted(7, None), "7");
        // More submitted than invited: the count alone.
        assert_eq!(Danish.counted(30, Some(8)), "30");
        assert_eq!(Danish.scored(1962), "n\u{a0}=\u{a0}1.962");
    }
}
