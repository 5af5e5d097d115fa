//! What of a draft has changed since somebody looked through it.

use super::process::is_process;
use super::{Report, Sentence};
use std::collections::BTreeSet;

/// Texts that are not as they were when somebody looked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Keys of the sentences that have another text, or are new, in the report's order.
    pub keys: Vec<String>,
    /// Texts that were there then and are not any more: as they were before a change, or taken out.
    pub gone: usize,
}

impl Changed {
    /// How many: a text that was changed is one, not one that is gone and one that is new.
    pub fn count(&self) -> usize {
        self.keys.len().max(self.gone)
    }
}

/// The texts that whoever looks through a draft sees; what tells of the looking itself is none of them.
pub fn seen_texts(report: &Report) -> impl Iterator<Item = &Sentence> {
    report.sentences().filter(|sentence| !sentence.text.trim().is_empty() && !is_process(&sentence.key))
}

/// What has changed since the texts were `seen`, each kept as a fingerprint that `print` gives. That a text has moved
/// to another place is no change.
pub fn changed_since(report: &Report, seen: &BTreeSet<String>, print: impl Fn(&str) -> String) -> Changed {
    let now: Vec<(&Sentence, String)> = seen_texts(report).map(|one| (one, print(&one.text))).collect();
    let there: BTreeSet<&String> = now.iter().map(|(_, print)| print).collect();
    Changed {
        keys: now.iter().filter(|(_, print)| !seen.contains(print)).map(|(one, _)| one.key.clone()).collect(),
        gone: seen.iter().filter(|print| !there.contains(print)).count(),
    }
}
