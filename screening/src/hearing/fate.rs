//! What became of the first hearing's lines in the second.

use super::{LineKind, MinuteLine};

/// What the second hearing said about a line of the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// *Ja, det sagde vi.*
    Confirmed,
    /// *Ikke helt*: the line of the second hearing that corrects it, by its id; the last, where there are several.
    Corrected(String),
    /// Nobody spoke of it.
    NotTaken,
}

/// The fate of one line of the first hearing. What is corrected stays corrected, whoever confirmed it before.
pub fn fate(line: &str, second: &[(String, MinuteLine)]) -> Fate {
    let about = || second.iter().filter(|(_, later)| later.about.as_deref() == Some(line));
    let corrected = about().rfind(|(_, later)| later.kind == LineKind::Corrected);
    match corrected {
        Some((id, _)) => Fate::Corrected(id.clone()),
        None if about().any(|(_, later)| later.kind == LineKind::Confirmed) => Fate::Confirmed,
        None => Fate::NotTaken,
    }
}

/// The first hearing's lines as they stand after the second: a corrected one says what it was corrected to.
pub fn settled(first: &[(String, MinuteLine)], second: &[(String, MinuteLine)]) -> Vec<(String, MinuteLine)> {
    let correction = |id: &str| match fate(id, second) {
        Fate::Corrected(by) => second.iter().find(|(later, _)| *later == by).map(|(_, line)| &line.text),
        Fate::Confirmed | Fate::NotTaken => None,
    };
    first
        .iter()
        .map(|(id, line)| {
            let text = correction(id).unwrap_or(&line.text).clone();
            (id.clone(), MinuteLine { text, ..line.clone() })
        })
        .collect()
}
