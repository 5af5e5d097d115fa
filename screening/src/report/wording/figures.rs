//! The figures of a passage: means with their n, shares with what they are of.

use crate::language::Language;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// With decimals, and no unit of money, time or length after it.
    Mean,
    /// In per cent.
    Share,
    /// An n.
    Count(u64),
}

/// The figures of a passage in order.
pub(super) struct Numbered<'a> {
    text: &'a str,
    found: Vec<(usize, usize, What)>,
    /// It says *22 af 31*.
    of: bool,
    /// A difference has no n.
    difference: bool,
    /// What stands between the two ends of a range.
    between: [&'static str; 2],
}

/// Reads the figures of a passage.
pub(super) fn numbered<'a>(text: &'a str, language: &dyn Language) -> Numbered<'a> {
    let mut found = Vec::new();
    let mut of = false;
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while at < bytes.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) {
            at += 1;
        }
        let whole = at;
        let mut decimals = false;
        if text.get(at..).is_some_and(|rest| rest.starts_with(language.decimal_sign())) && digit(at + 1) {
            decimals = true;
            at += 1;
            while digit(at) {
                at += 1;
            }
        }
        let rest = text.get(at..).unwrap_or_default().trim_start();
        let before = text.get(..start).unwrap_or_default();
        if language.per_cents().iter().any(|sign| rest.to_lowercase().starts_with(sign)) {
            found.push((start, at, What::Share));
        } else if is_n(before, language.is()) {
            let n = text.get(start..whole).unwrap_or_default();
            found.push((start, at, What::Count(n.parse().unwrap_or_default())));
        } else if decimals {
            let next = rest.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ',', ')']);
            if !language.units().contains(&next.to_lowercase().as_str()) {
                found.push((start, at, What::Mean));
            }
        } else {
            let follows = |word: &str| {
                rest.strip_prefix(word)
                    .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
            };
            of |= language.out_of().iter().any(|word| follows(word));
        }
    }
    let lower = text.to_lowercase();
    let difference = language.differing().iter().any(|word| lower.contains(word));
    Numbered { text, found, of, difference, between: [language.and(), language.to()] }
}

/// Whether a text ends in *n =*, *n:* or, with the language's word for *is*, *n er*.
fn is_n(before: &str, is: &str) -> bool {
    let before = before.trim_end().to_lowercase();
    let before = before.trim_end_matches(['=', ':']).trim_end();
    let before = before.strip_suffix(is).filter(|rest| rest.ends_with(' ')).unwrap_or(before).trim_end();
    before.strip_suffix('n').is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

impl<'a> Numbered<'a> {
    fn written(&self, (start, end, _): &(usize, usize, What)) -> &'a str {
        self.text.get(*start..*end).unwrap_or_default()
    }

    /// Whether there is a mean or a share.
    pub(super) fn any(&self) -> bool {
        self.found.iter().any(|(_, _, what)| !matches!(what, What::Count(_)))
    }

    /// The first mean or share.
    pub(super) fn first(&self) -> Vec<&'a str> {
        let first = self.found.iter().find(|(_, _, what)| !matches!(what, What::Count(_)));
        first.map(|found| self.written(found)).into_iter().collect()
    }

    /// Means that no n follows before the next. Two ends of a range have theirs together, a difference has none.
    pub(super) fn means_alone(&self) -> Vec<&'a str> {
        if self.difference {
            return Vec::new();
        }
        let mut alone = Vec::new();
        for (place, found) in self.found.iter().enumerate() {
            if found.2 != What::Mean {
                continue;
            }
            let has_n = match self.found.get(place + 1) {
                Some((_, _, What::Count(_))) => true,
                Some((start, _, What::Mean)) => {
                    let between = self.text.get(found.1..*start).unwrap_or_default().trim();
                    matches!(between, "–" | "-") || self.between.contains(&between)
                }
                _ => false,
            };
            if !has_n {
                alone.push(self.written(found));
            }
        }
        alone
    }

    /// Whether there is an n.
    pub(super) fn counted(&self) -> bool {
        self.found.iter().any(|(_, _, what)| matches!(what, What::Count(_)))
    }

    /// Shares where neither an n nor *22 af 31* says of how many; `before`: an n stood before them.
    pub(super) fn shares_alone(&self, before: bool) -> Vec<&'a str> {
        if before || self.of || self.counted() {
            return Vec::new();
        }
        self.found.iter().filter(|found| found.2 == What::Share).map(|found| self.written(found)).collect()
    }

    /// Means with the n that follows them.
    pub(super) fn pairs(&self) -> Vec<(&'a str, u64)> {
        let next = self.found.iter().skip(1);
        let pairs = self.found.iter().zip(next).filter_map(|(found, next)| match (found.2, next.2) {
            (What::Mean, What::Count(n)) => Some((self.written(found), n)),
            _ => None,
        });
        pairs.collect()
    }
}
