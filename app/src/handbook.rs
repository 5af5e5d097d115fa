//! The handbook: `handbook/<language>/*.toml`, a page a step, read once. Words in types, so that a page that lacks a
//! part fails at once.

use serde::Deserialize;
use std::sync::LazyLock;

/// A page of the handbook.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Its name in the address.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it comes down to.
    pub lead: String,
    /// How long it takes.
    pub time: String,
    /// What one does.
    pub what: Vec<String>,
    /// Why.
    pub why: Vec<String>,
    /// What can go wrong, and what then.
    pub wrong: Vec<String>,
    /// What the sources say.
    pub source: Vec<String>,
    /// What is ours.
    pub ours: Vec<String>,
}

macro_rules! chapters {
    ($($file:literal),* $(,)?) => {
        [$(($file, include_str!(concat!("../../handbook/da/", $file, ".toml")))),*]
    };
}

static DANISH: LazyLock<Vec<Chapter>> = LazyLock::new(|| {
    let read = |(file, text): (&str, &str)| {
        #[expect(clippy::panic, reason = "the files are part of the program and read by a test")]
        toml::from_str(text).unwrap_or_else(|error| panic!("handbook/da/{file}.toml: {error}"))
    };
    chapters!(
        "01-forbered",
        "02-indsaml",
        "03-dokumenter",
        "04-luk",
        "05-hoering-1",
        "06-hoering-2",
        "07-rapport",
        "08-overlevering",
        "09-udvikling",
        "10-ny-pejling",
    )
    .into_iter()
    .map(read)
    .collect()
});

/// Every page of the handbook in a language, in order; Danish where there is none.
pub fn chapters(_language: &str) -> &'static [Chapter] {
    &DANISH
}

impl Chapter {
    /// Every sentence of it, a paragraph a line.
    pub fn text(&self) -> String {
        let parts = [&self.what, &self.why, &self.wrong, &self.source, &self.ours];
        let parts = parts.into_iter().flatten().map(String::as_str);
        [self.lead.as_str(), &self.time].into_iter().chain(parts).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::chapters;
    use screening::readability::lix;
    use std::collections::BTreeSet;

    /// Like staff's questionnaires: a handbook is read between two meetings.
    const HARDEST: f64 = 30.0;

    #[test]
    fn every_chapter_is_easy_enough_and_whole() {
        for chapter in chapters("da") {
            let measured = lix(&chapter.text());
            assert!(measured <= HARDEST, "{}: LIX {measured:.1}", chapter.id);
            for part in [&chapter.what, &chapter.why, &chapter.wrong, &chapter.source, &chapter.ours] {
                assert!(!part.is_empty() && part.iter().all(|text| text.ends_with(['.', '?', '!', '«'])));
            }
        }
    }

    #[test]
    fn addresses_are_plain_and_one_each() {
        let ids: BTreeSet<_> = chapters("da").iter().map(|chapter| chapter.id.as_str()).collect();
        assert_eq!(ids.len(), chapters("da").len());
        assert!(ids.iter().all(|id| id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')), "{ids:?}");
        assert!(!ids.contains(crate::pages::handbook::WHOLE));
    }

    #[test]
    fn no_word_is_used_that_we_do_not_use() {
        for chapter in chapters("da") {
            let text = chapter.text().to_lowercase();
            for word in ["klient", "patient", " sag ", "evidens", "anonym"] {
                assert!(!text.contains(word), "{}: {word}", chapter.id);
            }
        }
    }
}
