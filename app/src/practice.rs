//! The walk through a practice: `practice/<language>/*.toml`, a file a situation, read once.

use crate::pages::desk::course::Step;
use serde::Deserialize;
use std::sync::LazyLock;

/// A situation with the choices one has in it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Its name; nothing shows it.
    pub id: String,
    /// The step of the circle it belongs to.
    pub step: StepName,
    /// The handbook's chapter about it.
    pub chapter: String,
    /// Title.
    pub title: String,
    /// What is the matter, in paragraphs.
    pub situation: Vec<String>,
    /// What of the practice's own screening is shown beside it.
    pub shows: Option<Shows>,
    /// What one may do.
    pub choices: Vec<Choice>,
    /// What the source says.
    pub source: String,
    /// What is ours.
    pub ours: String,
    /// A page of the practice's own screening.
    pub link: Option<Link>,
}

/// Something one may do, and what to say of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What one does.
    pub text: String,
    /// What comes of it.
    pub comment: String,
    /// We would do so.
    #[serde(default)]
    pub ours: bool,
}

/// A page of the practice's own screening.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its address within the screening.
    pub page: String,
    /// What one sees there.
    pub text: String,
}

/// What of the practice's own screening is shown beside a situation.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Shows {
    /// How many submitted.
    Counts,
    /// The themes that its signals propose.
    Agenda,
}

/// A step by its name in the files.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum StepName {
    /// [`Step::Prepare`]
    Prepare,
    /// [`Step::Collect`]
    Collect,
    /// [`Step::HearingOne`]
    Hearing,
    /// [`Step::HearingTwo`]
    HearingTwo,
    /// [`Step::Report`]
    Report,
    /// [`Step::HandOver`]
    HandOver,
}

impl StepName {
    /// The step.
    pub fn step(self) -> Step {
        match self {
            Self::Prepare => Step::Prepare,
            Self::Collect => Step::Collect,
            Self::Hearing => Step::HearingOne,
            Self::HearingTwo => Step::HearingTwo,
            Self::Report => Step::Report,
            Self::HandOver => Step::HandOver,
        }
    }
}

/// The files of a language, in the order of the river.
macro_rules! situations {
    ($language:literal) => {
        situations!(
            $language:
            "01-en-bruger",
            "02-loeftet",
            "03-lille-sted",
            "04-datteren",
            "05-hvem-mangler",
            "06-handleplan",
            "07-dagsorden",
            "08-under-halvdelen",
            "09-lederen-foerst",
            "10-navnet",
            "11-to-i-rummet",
            "12-ikke-det-vi-sagde",
            "13-den-haarde-saetning",
            "14-overlevering",
        )
    };
    ($language:literal: $($file:literal),* $(,)?) => {
        [$(($file, include_str!(concat!("../../practice/", $language, "/", $file, ".toml")))),*]
    };
}

static ALL: LazyLock<[(&str, Vec<Situation>); 3]> = LazyLock::new(|| {
    [("da", situations!("da")), ("nb", situations!("nb")), ("en", situations!("en"))].map(
        |(language, files)| {
            let read = |(file, text): (&str, &str)| {
                #[expect(clippy::panic, reason = "the files are part of the program and read by a test")]
                toml::from_str(text)
                    .unwrap_or_else(|error| panic!("practice/{language}/{file}.toml: {error}"))
            };
            (language, files.into_iter().map(read).collect())
        },
    )
});

/// Every situation in a language, in the order of the river; Danish where there is none.
pub fn situations(language: &str) -> &'static [Situation] {
    let [danish, ..] = &*ALL;
    &ALL.iter().find(|(code, _)| *code == language).unwrap_or(danish).1
}

/// What was chosen so far, a letter a situation: it stands in the address, and nowhere else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail(Vec<Option<usize>>);

impl Trail {
    /// Reads `ba-c`: the second choice, the first, none, the third. What is no choice is none.
    pub fn read(text: &str, situations: &[Situation]) -> Self {
        let mut letters = text.bytes();
        let choice = |situation: &Situation| {
            let place = usize::from(letters.next()?.checked_sub(b'a')?);
            (place < situation.choices.len()).then_some(place)
        };
        Self(situations.iter().map(choice).collect())
    }

    /// What was chosen in a situation.
    pub fn choice(&self, place: usize) -> Option<usize> {
        self.0.get(place).copied().flatten()
    }

    /// The same with another choice in a situation; `None`: not chosen.
    #[must_use]
    pub fn with(&self, place: usize, choice: Option<usize>) -> Self {
        let mut trail = self.clone();
        if let Some(there) = trail.0.get_mut(place) {
            *there = choice;
        }
        trail
    }

    /// As it stands in the address.
    pub fn written(&self) -> String {
        let letter = |choice: &Option<usize>| {
            choice.and_then(|place| u8::try_from(place).ok()).map_or('-', |place| char::from(b'a' + place))
        };
        self.0.iter().map(letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Trail, situations};
    use crate::handbook::chapters;
    use screening::readability::lix;
    use std::collections::BTreeSet;

    #[test]
    fn every_situation_is_whole_and_easy_to_read() {
        let danish = situations("da");
        assert!((10..=14).contains(&danish.len()));
        let ids: BTreeSet<_> = danish.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids.len(), danish.len());
        for one in ["da", "nb", "en"].into_iter().flat_map(situations) {
            assert!((2..=4).contains(&one.choices.len()), "{}", one.id);
            assert!(one.choices.iter().any(|choice| choice.ours), "{}: what would we do?", one.id);
            assert!(chapters("da").iter().any(|chapter| chapter.id == one.chapter), "{}", one.id);
            let choices = one.choices.iter().flat_map(|choice| [&choice.text, &choice.comment]);
            let lines: Vec<&str> = one
                .situation
                .iter()
                .chain(choices)
                .chain([&one.source, &one.ours])
                .map(String::as_str)
                .collect();
            let text = lines.join("\n");
            let measured = lix(&text);
            assert!(measured <= 30.0, "{}: LIX {measured:.1}", one.id);
            let lower = text.to_lowercase();
            for word in
                ["klient", "client", "patient", "pasient", " sag ", " sak ", " case ", "eviden", "anonym"]
            {
                assert!(!lower.contains(word), "{}: {word}", one.id);
            }
            for comment in one.choices.iter().map(|choice| &choice.comment).chain([&one.source, &one.ours]) {
                assert!(comment.ends_with(['.', '?', '!', '«', '»', '”']), "{}: {comment}", one.id);
            }
        }
    }

    #[test]
    fn every_language_tells_the_same_situations() {
        let shape = |language: &str| -> Vec<_> {
            let one = |one: &'static super::Situation| {
                let ours = one.choices.iter().map(|choice| choice.ours).collect::<Vec<_>>();
                let page = one.link.as_ref().map(|link| &link.page);
                (&one.id, one.step, &one.chapter, one.shows, page, ours)
            };
            situations(language).iter().map(one).collect()
        };
        for language in ["nb", "en"] {
            assert_eq!(shape(language), shape("da"), "{language}");
        }
    }

    #[test]
    fn a_trail_is_kept_in_the_address_whatever_is_typed_there() {
        let all = situations("da");
        for (typed, chosen) in [
            ("", [None, None]),
            ("b", [Some(1), None]),
            ("-c", [None, Some(2)]),
            ("zø😀", [None, None]),
            ("A\u{0}", [None, None]),
        ] {
            let trail = Trail::read(typed, all);
            assert_eq!([trail.choice(0), trail.choice(1)], chosen, "{typed:?}");
            assert_eq!(Trail::read(&trail.written(), all), trail);
        }
        let trail = Trail::read("ba", all);
        assert_eq!(trail.with(0, None).choice(0), None);
        assert_eq!(trail.with(99, Some(0)), trail);
    }
}
