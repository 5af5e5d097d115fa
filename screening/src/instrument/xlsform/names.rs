//! What forms call things: names of questions and languages.

use crate::language::{self, LANGUAGES, Language};
use std::collections::BTreeSet;

/// Names of questions, each once. ODK takes letters, digits and `.`, `-`, `_`, beginning with a letter; Kobo letters,
/// digits and `_`: these fit both.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// A name for an id: `q2_1` for indicator 2.1.
    pub(super) fn take(&mut self, before: &str, id: &str) -> String {
        let plain = format!("{before}{}", plain(id, '_'));
        let mut name = plain.clone();
        let mut number = 2;
        while !self.0.insert(name.clone()) {
            name = format!("{plain}_{number}");
            number += 1;
        }
        name
    }
}

/// The text with this sign for whatever is no letter from a to z and no digit.
pub(super) fn plain(text: &str, sign: char) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { sign }).collect()
}

/// The language with this code, where there is one.
pub(super) fn known(code: &str) -> Option<&'static dyn Language> {
    Some(language::of(code)).filter(|language| language.code() == code)
}

/// A language as a form's heads name it: `Dansk (da)`.
pub(super) fn language_head(code: &str) -> String {
    format!("{} ({code})", known(code).map_or(code, |language| language.own_name()))
}

/// The code in such a name; where there is none, that of a language known by its name or by its code alone.
pub(super) fn language_code(head: &str) -> Option<String> {
    let head = head.trim();
    let is_code = |text: &str| {
        (2..=12).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let bracket = head.rsplit_once('(').and_then(|(_, rest)| rest.split(')').next()).map(str::trim);
    if let Some(code) = bracket.filter(|code| is_code(code)) {
        return Some(code.to_owned());
    }
    let lower = head.to_lowercase();
    let named = LANGUAGES.into_iter().find(|language| language.own_name().to_lowercase() == lower);
    let named = named.map(|language| language.code()).or(match lower.as_str() {
        "danish" => Some("da"),
        "norsk" | "norwegian" | "norsk bokmål" => Some("nb"),
        "engelsk" => Some("en"),
        _ => None,
    });
    named.map(str::to_owned).or_else(|| Some(lower).filter(|code| code.len() <= 3 && is_code(code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_odk_and_kobo_and_differ() {
        let mut names = Names::default();
        let taken = ["2.1", "2-1", "æblet", "a_b"].map(|id| names.take("q", id));
        assert_eq!(taken, ["q2_1", "q2_1_2", "q_blet", "qa_b"]);
    }

    #[test]
    fn a_language_is_known_by_code_or_name() {
        assert_eq!(language_head("da"), "Dansk (da)");
        assert_eq!(language_head("fi"), "fi (fi)");
        for (head, code) in [
            ("Dansk (da)", Some("da")),
            ("Kurdî (Kurmancî) (kmr)", Some("kmr")),
            ("English", Some("en")),
            ("Norwegian", Some("nb")),
            ("fi", Some("fi")),
            ("Suomi", None),
            ("Kreol (af Haïti)", None),
        ] {
            assert_eq!(language_code(head).as_deref(), code, "{head}");
        }
    }
}
