//! What place and people are called: texts are written with `{place}` or `{users.owner}`, and a screening chooses the
//! words.
//!
//! `{place}` is the word itself, `{place.at}` a form of it from the language's file; a capital letter, `{Place}`, begins a
//! sentence. [`Instrument::texts`] always hold words, never a placeholder: those of the default choice, until
//! [`Instrument::in_words`] says others.

use super::{Instrument, Texts};
use crate::language::Language;
use std::collections::BTreeMap;

/// Forms of each word that may be chosen: name, word, form.
pub type Forms = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

/// The form that stands for the word itself in a language where it is called otherwise than in `instrument.toml`.
const THE_WORD: &str = "word";
/// The name by which the program's own sentences know the place.
const PLACE: &str = "place";

/// Something in a text that is to be replaced by a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placeholder<'a> {
    /// As it stands between the braces.
    pub(super) written: &'a str,
    /// Its name as written, which may begin with a capital.
    name: &'a str,
    /// Its form; the word itself where none is named.
    form: Option<&'a str>,
}

impl<'a> Placeholder<'a> {
    fn parse(written: &'a str) -> Option<Self> {
        let fits = written.starts_with(char::is_alphabetic)
            && written.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
        let (name, form) = written.split_once('.').map_or((written, None), |(name, form)| (name, Some(form)));
        fits.then_some(Self { written, name, form })
    }

    /// The offered name that is meant, and whether its word begins a sentence.
    pub(super) fn meant<'n>(&self, mut offered: impl Iterator<Item = &'n String>) -> Option<(&'n str, bool)> {
        let lower = lower_first(self.name);
        offered.find_map(|name| {
            if name == self.name {
                Some((name.as_str(), false))
            } else {
                (*name == lower).then_some((name.as_str(), true))
            }
        })
    }

    /// What it says for a word; `None` where the word lacks the form.
    pub(super) fn said<'w>(
        &self,
        word: &'w str,
        forms: Option<&'w BTreeMap<String, String>>,
    ) -> Option<&'w str> {
        let form = |form: &str| forms.and_then(|forms| forms.get(form)).map(String::as_str);
        match self.form {
            None => Some(form(THE_WORD).unwrap_or(word)),
            Some(name) => form(name),
        }
    }

    /// The form it names.
    pub(super) fn form(&self) -> Option<&'a str> {
        self.form
    }
}

/// A stretch of a text.
enum Piece<'a> {
    Plain(&'a str),
    Place(Placeholder<'a>),
}

/// The text in stretches. A brace that opens no placeholder stands for itself.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut plain, mut at) = (0, 0);
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        at = open + 1;
        let Some(close) = text[at..].find('}').map(|close| at + close) else { break };
        if let Some(placeholder) = Placeholder::parse(&text[at..close]) {
            pieces.push(Piece::Plain(&text[plain..open]));
            pieces.push(Piece::Place(placeholder));
            (plain, at) = (close + 1, close + 1);
        }
    }
    pieces.push(Piece::Plain(&text[plain..]));
    pieces
}

/// The placeholders of a text.
pub(super) fn placeholders(text: &str) -> impl Iterator<Item = Placeholder<'_>> {
    pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Place(placeholder) => Some(placeholder),
        Piece::Plain(_) => None,
    })
}

/// A text with the chosen words in it; what nothing is known of stays as it is written.
fn filled(text: &str, chosen: &BTreeMap<&String, &str>, forms: &Forms) -> String {
    let said = |placeholder: Placeholder<'_>| {
        let (name, capital) = placeholder.meant(chosen.keys().copied())?;
        let (name, word) = chosen.iter().find(|(known, _)| known.as_str() == name)?;
        let said = placeholder.said(word, forms.get(*name).and_then(|words| words.get(*word)))?;
        Some(if capital { upper_first(said) } else { said.to_owned() })
    };
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(plain) => plain.to_owned(),
            Piece::Place(placeholder) => {
                said(placeholder).unwrap_or_else(|| format!("{{{}}}", placeholder.written))
            }
        })
        .collect()
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Instrument {
    /// What is in the files: where a text has a placeholder, the patterns are kept and the texts say the default words.
    pub(super) fn with_patterns(mut self) -> Self {
        let mut any = false;
        for texts in self.texts.values_mut() {
            texts.each(&mut |text| any |= placeholders(text).next().is_some());
        }
        if any {
            self.patterns.clone_from(&self.texts);
        }
        self.in_words(&BTreeMap::new())
    }

    /// The texts as they are written in the files.
    pub fn written(&self, language: &str) -> Option<&Texts> {
        self.patterns.get(language).or_else(|| self.texts.get(language))
    }

    /// The instrument in the words chosen, by name; the first word where none of those offered is chosen.
    #[must_use]
    pub fn in_words(mut self, chosen: &BTreeMap<String, String>) -> Self {
        let words: BTreeMap<&String, &str> = self
            .names
            .iter()
            .filter_map(|(name, words)| {
                let word = chosen.get(name).filter(|word| words.contains(word)).or(words.first())?;
                Some((name, word.as_str()))
            })
            .collect();
        for (language, pattern) in &self.patterns {
            let mut texts = pattern.clone();
            let forms = pattern.names.clone();
            texts.each(&mut |text| *text = filled(text, &words, &forms));
            self.texts.insert(language.clone(), texts);
        }
        let chosen = words.into_iter().map(|(name, word)| (name.clone(), word.to_owned()));
        self.chosen = chosen.collect();
        self
    }

    /// The same without its patterns: the words it is in are those it keeps.
    #[must_use]
    pub fn frozen(mut self) -> Self {
        self.patterns.clear();
        self
    }
}

/// What the place is called in the program's own sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceWords<'a> {
    /// *stedet*
    pub word: &'a str,
    /// *på stedet*
    pub at: &'a str,
    /// *bruge stedet*
    pub to_use: &'a str,
    /// *bruger stedet*
    pub uses: &'a str,
}

impl Instrument {
    /// What the program itself calls the place: the word chosen for `place`, with its forms `at`, `use` and `uses`;
    /// where one is missing, the language's usual one.
    pub fn place<'a>(&'a self, language: &dyn Language) -> PlaceWords<'a> {
        let usual = language.usual_place();
        let Some(word) = self.chosen.get(PLACE) else { return usual };
        let forms = self.texts(language.code()).names.get(PLACE).and_then(|words| words.get(word));
        let form = |name: &str, usual| forms.and_then(|forms| forms.get(name)).map_or(usual, String::as_str);
        PlaceWords {
            word: form(THE_WORD, word),
            at: form("at", usual.at),
            to_use: form("use", usual.to_use),
            uses: form("uses", usual.uses),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brace_that_opens_no_placeholder_stands_for_itself() {
        let (name, forms) = ("place".to_owned(), Forms::new());
        let chosen = BTreeMap::from([(&name, "værestedet")]);
        for (text, read) in [
            ("{place}", "værestedet"),
            ("{Place} og {place}.", "Værestedet og værestedet."),
            ("{ place } {1} {} {{place}} {", "{ place } {1} {} {værestedet} {"),
            ("{other} {place.at}", "{other} {place.at}"),
        ] {
            assert_eq!(filled(text, &chosen, &forms), read);
        }
    }
}
