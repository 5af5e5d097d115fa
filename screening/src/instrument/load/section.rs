//! Walking a TOML table while gathering faults: every value is asked for by name and type, every name that
//! nobody asks for is a fault, and a fault never stops the walk.

use super::limits::MOST_WORDS;
use super::names;
use super::source::{LONGEST_NAME, Source, a, shortened, unix_lines};
use crate::instrument::Why;
use std::collections::HashSet;
use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A text with its place.
pub(super) struct Word {
    pub(super) text: String,
    pub(super) place: Range<usize>,
}

/// A table of a file, with its path.
pub(super) struct Section<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) path: String,
    pub(super) place: Range<usize>,
    table: &'a DeTable<'a>,
}

impl<'a> Section<'a> {
    /// The table of a whole file.
    pub(super) fn root(source: &'a Source<'a>, table: &'a Spanned<DeTable<'a>>) -> Self {
        Self { source, path: String::new(), place: 0..0, table: table.get_ref() }
    }

    /// The path of a key in this table, as one would write it.
    pub(super) fn field(&self, key: &str) -> String {
        let bare =
            !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        let key = shortened(key, LONGEST_NAME);
        let key = if bare { key } else { format!("{key:?}") };
        if self.path.is_empty() { key } else { format!("{}.{key}", self.path) }
    }

    /// Notes a fault at a key of this table, or at the table where the key is absent.
    pub(super) fn fault(&self, key: &str, message: impl Into<String>, why: Why) {
        let place = self.table.get_key_value(key).map_or_else(|| self.place.clone(), |(name, _)| name.span());
        self.source.fault(&place, self.field(key), message, why);
    }

    /// Refuses every key but these.
    pub(super) fn allow(&self, known: &[&str]) {
        let names: HashSet<&str> = known.iter().copied().collect();
        for name in self.keys() {
            if self.source.is_full() {
                break;
            }
            if !names.contains(name.text.as_str()) {
                let message = format!("is not known here: remove it, or write one of {}", known.join(", "));
                let known = known.iter().map(|&known| known.to_owned()).collect();
                self.source.fault(&name.place, self.field(&name.text), message, Why::Unknown(known));
            }
        }
    }

    /// Whether the key is absent, or a list of nothing.
    pub(super) fn lacks(&self, key: &str) -> bool {
        match self.value(key) {
            None => true,
            Some((DeValue::Array(values), _)) => values.is_empty(),
            Some(_) => false,
        }
    }

    /// Whether the key is there, whatever its type.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The keys of this table in the order of the file.
    pub(super) fn keys(&self) -> Vec<Word> {
        let mut keys: Vec<Word> = self
            .table
            .keys()
            .map(|key| Word { text: key.get_ref().to_string(), place: key.span() })
            .collect();
        keys.sort_by_key(|key| key.place.start);
        keys
    }

    fn value(&self, key: &str) -> Option<(&'a DeValue<'a>, Range<usize>)> {
        self.table.get(key).map(|value| (value.get_ref(), value.span()))
    }

    fn wrong_type(&self, key: &str, expected: &str, found: &DeValue<'_>, why: Why) {
        self.fault(key, format!("must be {expected}, not {}", a(found.type_str())), why);
    }

    /// A text that says something; an empty one is a fault.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        match self.value(key)?.0 {
            DeValue::String(text) if !text.trim().is_empty() => {
                let place = self.table.get_key_value(key).map_or(0..0, |(name, _)| name.span());
                names::check(self.source, &place, || self.field(key), text);
                Some(unix_lines(text))
            }
            DeValue::String(_) => {
                self.fault(
                    key,
                    "is empty: write the text, or leave the line out where it is not required",
                    Why::Empty,
                );
                None
            }
            other => {
                self.wrong_type(key, "a text in quotes", other, Why::Kind);
                None
            }
        }
    }

    /// A text that must be there; empty where it is not.
    pub(super) fn required_text(&self, key: &str, what: &str) -> String {
        if !self.has(key) {
            self.fault(key, format!("is missing: write {what}"), Why::Missing(self.field(key)));
        }
        self.text(key).unwrap_or_default()
    }

    /// A whole number within a range.
    pub(super) fn integer<N: TryFrom<i64>>(&self, key: &str, range: RangeInclusive<i64>) -> Option<N> {
        let expected = match (*range.start(), *range.end()) {
            (start, i64::MAX) => format!("a whole number from {start}"),
            (start, end) => format!("a whole number from {start} to {end}"),
        };
        let DeValue::Integer(digits) = self.value(key)?.0 else {
            self.fault(key, format!("must be {expected}"), Why::Number(*range.start(), *range.end()));
            return None;
        };
        let number = i64::from_str_radix(digits.as_str(), digits.radix()).ok().filter(|n| range.contains(n));
        let number = number.and_then(|n| N::try_from(n).ok());
        if number.is_none() {
            self.fault(
                key,
                format!("must be {expected}, not {}", digits.as_str()),
                Why::Number(*range.start(), *range.end()),
            );
        }
        number
    }

    /// A whole number that must be there.
    pub(super) fn required_integer<N: TryFrom<i64>>(
        &self,
        key: &str,
        range: RangeInclusive<i64>,
    ) -> Option<N> {
        if !self.has(key) {
            self.fault(key, "is missing: write a whole number", Why::Missing(self.field(key)));
        }
        self.integer(key, range)
    }

    /// A share from 0 to 1.
    pub(super) fn share(&self, key: &str) -> Option<f64> {
        let digits = match self.value(key)?.0 {
            DeValue::Float(digits) => digits.as_str(),
            DeValue::Integer(digits) if digits.radix() == 10 => digits.as_str(),
            other => {
                self.wrong_type(key, "a share from 0 to 1", other, Why::Share);
                return None;
            }
        };
        let share = digits.parse::<f64>().ok().filter(|share| (0.0..=1.0).contains(share));
        if share.is_none() {
            self.fault(key, format!("must be a share from 0 to 1, not {digits}"), Why::Share);
        }
        share
    }

    /// `true` or `false`; absent is `false`.
    pub(super) fn flag(&self, key: &str) -> bool {
        match self.value(key) {
            None => false,
            Some((DeValue::Boolean(flag), _)) => *flag,
            Some((other, _)) => {
                self.wrong_type(key, "true or false", other, Why::YesNo);
                false
            }
        }
    }

    /// A list of texts, none empty and none twice; `None` where the key is absent.
    pub(super) fn list(&self, key: &str) -> Option<Vec<Word>> {
        let DeValue::Array(values) = self.value(key)?.0 else {
            self.fault(key, "must be a list of texts in brackets", Why::Kind);
            return Some(Vec::new());
        };
        if values.len() > MOST_WORDS {
            self.fault(
                key,
                format!("must hold at most {MOST_WORDS} texts, not {}", values.len()),
                Why::TooMany(MOST_WORDS),
            );
            return Some(Vec::new());
        }
        let mut words: Vec<Word> = Vec::new();
        for value in values.iter() {
            let place = value.span();
            match value.get_ref() {
                DeValue::String(text) if text.trim().is_empty() => {
                    self.source.fault(
                        &place,
                        self.field(key),
                        "holds an empty text: write it or remove it",
                        Why::Empty,
                    );
                }
                DeValue::String(text) if words.iter().any(|word| word.text == **text) => {
                    self.source.fault(
                        &place,
                        self.field(key),
                        format!("holds {text:?} twice: remove one"),
                        Why::Twice(text.to_string()),
                    );
                }
                DeValue::String(text) => {
                    names::check(self.source, &place, || self.field(key), text);
                    words.push(Word { text: unix_lines(text), place });
                }
                other => {
                    let message = format!("must hold texts in quotes, not {}", a(other.type_str()));
                    self.source.fault(&place, self.field(key), message, Why::Kind);
                }
            }
        }
        Some(words)
    }

    /// A table inside this one; an empty one at the same place where it is absent, or no table.
    pub(super) fn child(&self, key: &str) -> Section<'a> {
        static NOTHING: LazyLock<DeTable<'static>> = LazyLock::new(DeTable::new);
        self.section(key).unwrap_or_else(|| Section {
            source: self.source,
            path: self.field(key),
            place: self.place.clone(),
            table: &NOTHING,
        })
    }

    /// A table inside this one; `None` where it is absent, or no table.
    pub(super) fn section(&self, key: &str) -> Option<Section<'a>> {
        match self.value(key)? {
            (DeValue::Table(table), place) => {
                Some(Section { source: self.source, path: self.field(key), place, table })
            }
            (other, _) => {
                self.wrong_type(key, "a table", other, Why::Kind);
                None
            }
        }
    }

    /// An array of so many tables at most; each goes by its `id` where it has one, else by its number.
    pub(super) fn sections(&self, key: &str, most: usize) -> Vec<Section<'a>> {
        let values = match self.value(key) {
            None => return Vec::new(),
            Some((DeValue::Array(values), _)) => values,
            Some(_) => {
                self.fault(key, format!("must be written as [[{key}]] tables"), Why::Kind);
                return Vec::new();
            }
        };
        if values.len() > most {
            self.fault(
                key,
                format!("must hold at most {most} tables, not {}", values.len()),
                Why::TooMany(most),
            );
        }
        let list = self.field(key);
        let mut sections = Vec::new();
        for (number, value) in values.iter().take(most).enumerate() {
            let DeValue::Table(table) = value.get_ref() else {
                self.source.fault(&value.span(), list.clone(), "must hold tables only", Why::Kind);
                continue;
            };
            let path = match table.get("id").map(Spanned::get_ref) {
                Some(DeValue::String(id)) => format!("{list}.{:?}", shortened(id, LONGEST_NAME)),
                _ => format!("{list}[{}]", number + 1),
            };
            sections.push(Section { source: self.source, path, place: value.span(), table });
        }
        sections
    }
}
