//! The language check in English.

use super::{English, watched};
use crate::language::{Numbers, ReportWords, WordingWords};
use crate::report::{SectionKind, WordingHint, WordingKind};

/// What to write instead, by the beginning of the word.
const INSTEAD: [(&str, &str); 11] = [
    ("fault", "Write what happens, and what could make it better."),
    ("mistake", "Write what happens, and what could make it better."),
    ("lack", "Write what is needed."),
    ("bad", "Write that it is low, with the figure and n."),
    ("poor", "Write that it is low, with the figure and n."),
    ("weak", "Write that it is low, or that it is worth talking about."),
    ("criti", "Write that it is worth talking about, and why."),
    ("should", "Write it as a proposal: “You can begin with …”."),
    ("ought", "Write it as a proposal: “You can begin with …”."),
    ("blame", "Write what can happen now."),
    ("", "Write what happens, and what you could begin with."),
];

impl WordingWords for English {
    fn judging(&self) -> &'static [&'static str] {
        watched::JUDGING
    }

    fn ranking(&self) -> &'static [&'static str] {
        watched::RANKING
    }

    fn certain(&self) -> &'static [&'static str] {
        &[
            "proves",
            "prove",
            "proved",
            "proven",
            "proof",
            "demonstrates",
            "demonstrate",
            "establishes",
            "without doubt",
            "without a doubt",
            "no doubt",
            "undoubtedly",
            "certainly",
            "definitely",
            "unambiguous*",
            "significant*",
            "clearly shows",
            "clearly show",
            "show clearly",
            "shows clearly",
            "obviously",
            "objectively",
            "always",
            "never",
        ]
    }

    fn everyone(&self) -> &'static [&'static str] {
        &["all", "everyone", "everybody", "nobody", "no one", "none", "every single", "every one"]
    }

    fn opinions(&self) -> &'static [&'static str] {
        watched::OPINIONS
    }

    fn pooled(&self) -> &'static [&'static str] {
        &[
            "in total",
            "the total",
            "overall",
            "combined",
            "altogether",
            "taken together",
            "all answers",
            "all the answers",
            "all groups",
            "everyone who answered",
            "across the groups",
            "across groups",
            "respondents",
            "the mean for everyone",
        ]
    }

    fn other_words(&self) -> &'static [&'static str] {
        &["client*", "patient", "patients", "cases", "caseload*", "anonym*"]
    }

    fn per_cents(&self) -> &'static [&'static str] {
        &["%", "per cent", "percent"]
    }

    fn units(&self) -> &'static [&'static str] {
        &[
            "hours",
            "hour",
            "days",
            "weeks",
            "months",
            "years",
            "kr",
            "kroner",
            "pounds",
            "euros",
            "million",
            "billion",
            "km",
            "kilometres",
            "metres",
            "m",
            "kg",
            "posts",
            "positions",
            "full-time",
        ]
    }

    fn out_of(&self) -> &'static [&'static str] {
        &["of", "out of"]
    }

    fn is(&self) -> &'static str {
        "is"
    }

    fn differing(&self) -> &'static [&'static str] {
        &["difference", "higher than", "lower than"]
    }

    fn stems(&self, group: &str) -> Vec<String> {
        let name = group.to_lowercase();
        let stem = name.strip_suffix('s').filter(|stem| !stem.ends_with('s')).map(str::to_owned);
        stem.into_iter().chain([name]).collect()
    }

    fn hint(&self, hint: &WordingHint) -> String {
        let found = self.quoted(&hint.found);
        match hint.kind {
            WordingKind::Judging => {
                let word = hint.found.to_lowercase();
                let instead =
                    INSTEAD.iter().find(|(stem, _)| word.starts_with(stem)).map_or("", |(_, text)| text);
                format!("{found} judges. {instead}")
            }
            WordingKind::Ranking => format!(
                "{found} sounds like a grade or a ranking. Write where it is high or low, and in which group."
            ),
            WordingKind::Certain => {
                format!("{found} says more than the answers can bear. Write “suggests” or “often”.")
            }
            WordingKind::Everyone => format!(
                "{found} also speaks for those who have not answered. Write “many of those who answered” or “few”."
            ),
            WordingKind::MeanAlone => format!(
                "The mean {} stands without its n. Write how many it rests on, for example {} (n = 14).",
                hint.found, hint.found
            ),
            WordingKind::ShareAlone => format!(
                "One can’t see what {}% is a share of. Write the number, for example “9 of 14 users”.",
                hint.found
            ),
            WordingKind::Pooled => format!(
                "{found} adds the groups together. Then the users are lost in the crowd. Write the figure for each group."
            ),
            WordingKind::NoGroup => {
                format!("One can’t see whose figure {} is. Write the group.", hint.found)
            }
            WordingKind::Lent => format!(
                "The figure {} belongs to one indicator and not to the whole focus point. Write the indicator’s name beside \
                 it.",
                hint.found
            ),
            WordingKind::OtherWord => match hint.found.to_lowercase() {
                word if word.starts_with("anonym") => {
                    format!("{found} promises too much. Write “without names”.")
                }
                word if word.starts_with("case") => {
                    format!("{found} makes a task of a person. Write it in plain words.")
                }
                _ => format!(
                    "{found} is a word we do without. Write “user”, or what people call themselves with you."
                ),
            },
        }
    }

    fn too_long(&self, pages: usize, most: usize, longest: &[(SectionKind, usize)]) -> String {
        let named: Vec<String> = longest
            .iter()
            .map(|(kind, words)| {
                format!("{} ({} words)", self.quoted(self.section(*kind)), self.count(*words as u64))
            })
            .collect();
        let most = self.number_word(most as u64);
        format!(
            "The report takes up {pages} pages and may take up {most} at most. Its longest sections are {}. Take something out \
             before you release it.",
            self.list(&named)
        )
    }
}
