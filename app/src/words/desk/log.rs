//! Words of the audit log.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The audit log, and going over its chain.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the text in locales/da.json says what each word is")]
pub struct LogWords {
    pub title: String,
    pub lead: String,
    pub link: String,
    pub place: String,
    pub every_place: String,
    pub kind: String,
    pub every_kind: String,
    pub kind_sign_in: String,
    pub kind_refused: String,
    pub kind_accounts: String,
    pub kind_screening: String,
    pub choose: String,
    pub screening: String,
    pub every_screening: String,
    pub everybody: String,
    pub from: String,
    pub to: String,
    pub show_all: String,
    pub sheet: String,
    pub number: String,
    pub day: String,
    pub clock: String,
    pub show: String,
    pub none: String,
    pub caption: String,
    pub who: String,
    pub what: String,
    pub detail: String,
    pub visitor: String,
    pub command_line: String,
    pub erased: String,
    pub older: String,
    pub newest: String,
    pub file: String,
    pub check: String,
    pub check_title: String,
    pub check_lead: String,
    pub whole: String,
    pub missing: String,
    pub changed: String,
    pub unchained: String,
    pub gone: String,
    pub head: String,
    /// By [`workflow::audit::EVENTS`].
    pub events: BTreeMap<String, String>,
    /// By the words in which the log says more of an event; numbers, names and ids are what they are.
    pub details: BTreeMap<String, String>,
}

impl LogWords {
    /// What more a line says, in the reader's words.
    pub(crate) fn told(&self, detail: &str) -> String {
        let (phrases, words): (Vec<_>, Vec<_>) =
            self.details.iter().partition(|(stored, _)| stored.contains(' '));
        let detail =
            phrases.iter().fold(detail.to_owned(), |told, (stored, word)| told.replace(*stored, word));
        let told = |part: &str| {
            let stored = part.trim_end_matches(',');
            let word = words.iter().find(|(known, _)| *known == stored);
            word.map_or_else(|| part.to_owned(), |(_, word)| part.replace(stored, word))
        };
        detail.split(' ').map(told).collect::<Vec<_>>().join(" ")
    }
}
