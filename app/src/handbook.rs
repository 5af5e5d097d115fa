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

/// The files of a language, in the order of the steps.
macro_rules! chapters {
    ($language:literal) => {
        chapters!(
            $language:
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
            "11-proev-af",
        )
    };
    ($language:literal: $($file:literal),* $(,)?) => {
        [$(($file, include_str!(concat!("../../handbook/", $language, "/", $file, ".toml")))),*]
    };
}

static ALL: LazyLock<[(&str, Vec<Chapter>); 3]> = LazyLock::new(|| {
    [("da", chapters!("da")), ("nb", chapters!("nb")), ("en", chapters!("en"))].map(|(language, files)| {
        let read = |(file, text): (&str, &str)| {
            #[expect(clippy::panic, reason = "the files are part of the program and read by a test")]
            toml::from_str(text).unwrap_or_else(|error| panic!("handbook/{language}/{file}.toml: {error}"))
        };
        (language, files.into_iter().map(read).collect())
    })
});

/// Every page of the handbook in a language, in order; Danish where there is none.
pub fn chapters(language: &str) -> &'static [Chapter] {
    let [danish, ..] = &*ALL;
    &ALL.iter().find(|(code, _)| *code == language).unwrap_or(danish).1
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
    const LANGUAGES: [&str; 3] = ["da", "nb", "en"];

    #[test]
    fn every_chapter_is_easy_enough_and_whole() {
        for chapter in LANGUAGES.into_iter().flat_map(chapters) {
            let measured = lix(&chapter.text());
            assert!(measured <= HARDEST, "{}: LIX {measured:.1}", chapter.title);
            for part in [&chapter.what, &chapter.why, &chapter.wrong, &chapter.source, &chapter.ours] {
                let whole = |text: &String| text.ends_with(['.', '?', '!', '«', '»', '”']);
                assert!(!part.is_empty() && part.iter().all(whole), "{}", chapter.title);
            }
        }
    }

    #[test]
    fn addresses_are_plain_and_one_each() {
        let ids: BTreeSet<_> = chapters("da").iter().map(|chapter| chapter.id.as_str()).collect();
        assert_eq!(ids.len(), chapters("da").len());
        for language in LANGUAGES {
            let theirs = chapters(language).iter().map(|chapter| &chapter.id);
            assert!(theirs.eq(chapters("da").iter().map(|chapter| &chapter.id)), "{language}");
        }
        assert!(ids.iter().all(|id| id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')), "{ids:?}");
        assert!(!ids.contains(crate::pages::handbook::WHOLE));
    }

    #[test]
    fn no_word_is_used_that_we_do_not_use() {
        for chapter in LANGUAGES.into_iter().flat_map(chapters) {
            let text = chapter.text().to_lowercase();
            for word in
                ["klient", "client", "patient", "pasient", " sag ", " sak ", " case ", "eviden", "anonym"]
            {
                assert!(!text.contains(word), "{}: {word}", chapter.title);
            }
        }
    }
}
