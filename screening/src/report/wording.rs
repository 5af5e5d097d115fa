//! What in a sentence judges, says more than the numbers carry, or pools the groups. It advises and never blocks: the
//! facilitator decides, and the words of those who took part are left alone.
//!
//! The words are the language's ([`crate::language::WordingWords`]); to add a rule: a kind here, its sentence there.

mod figures;
mod tokens;

use super::{Block, Report, SectionKind, Sentence};
use crate::figures::standing;
use crate::instrument::{Disclosure, Instrument};
use crate::language::Language;
use crate::picture::{Kind, Published};
use figures::{Numbered, numbered};
use tokens::{Tokens, passages, unquoted};

/// Why somebody should look at a sentence again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordingKind {
    /// A word that judges.
    Judging,
    /// A grade or a ranking.
    Ranking,
    /// More certain than answers are.
    Certain,
    /// Speaks for everyone, or no one.
    Everyone,
    /// A mean without its n.
    MeanAlone,
    /// A share without how many it is of.
    ShareAlone,
    /// Figures of all groups as one.
    Pooled,
    /// A figure, and no group that it is of.
    NoGroup,
    /// An indicator's figure, given as its focus point's.
    Lent,
    /// A word that is not used here.
    OtherWord,
}

/// What was found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingHint {
    /// Why.
    pub kind: WordingKind,
    /// The words as they stand there.
    pub found: String,
}

/// The hints of one sentence, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageHints {
    /// The section.
    pub section: SectionKind,
    /// Key of the sentence.
    pub key: String,
    /// Its hints.
    pub hints: Vec<WordingHint>,
}

/// A focus point with the figures that stand on it and on its indicators.
struct Point {
    title: String,
    own: Vec<(String, u64)>,
    indicators: Vec<(String, Vec<(String, u64)>)>,
}

/// What a sentence is held against: the language's words, the groups' names, the figures as published.
pub struct Wordbook {
    language: &'static dyn Language,
    groups: Vec<String>,
    points: Vec<Point>,
}

impl Wordbook {
    /// Of a screening.
    pub fn new(instrument: &Instrument, published: &Published, language: &'static dyn Language) -> Self {
        let texts = instrument.texts(language.code());
        let figures = |kind, code: &str| {
            let mean = |group| standing(published, instrument, kind, code, group).mean();
            let means = instrument.groups.iter().filter_map(|group| mean(&group.id));
            means.map(|(figure, n)| (language.figure(figure), n)).collect::<Vec<_>>()
        };
        let mut groups: Vec<String> =
            instrument.groups.iter().flat_map(|group| language.stems(texts.group(&group.id))).collect();
        if instrument.groups.iter().any(|group| group.disclosure == Disclosure::InRole) {
            groups.extend(language.stems(language.management()));
        }
        let points = instrument.focus_points.iter().map(|point| Point {
            title: texts.focus_point(&point.id).to_lowercase(),
            own: figures(Kind::FocusPoint, point.id.as_str()),
            indicators: point
                .indicators
                .iter()
                .map(|indicator| {
                    let title = texts.indicator(&indicator.id).trim_end_matches('.').to_lowercase();
                    (title, figures(Kind::Indicator, indicator.id.as_str()))
                })
                .collect(),
        });
        Self { language, groups, points: points.collect() }
    }

    /// What to look at again in a text of a section, each once. What stands in quotation marks is somebody else's.
    pub fn hints(&self, section: SectionKind, text: &str) -> Vec<WordingHint> {
        let mut hints: Vec<WordingHint> = Vec::new();
        let own = unquoted(text, self.language.quotes());
        let named = self.names_a_group(&own);
        let mut counted = false;
        for passage in passages(&own) {
            let tokens = Tokens::of(passage);
            let mut add = |kind, found: &[&str]| {
                for found in found {
                    let hint = WordingHint { kind, found: (*found).to_owned() };
                    if !hints.contains(&hint) {
                        hints.push(hint);
                    }
                }
            };
            add(WordingKind::Judging, &tokens.all(self.language.judging()));
            add(WordingKind::Ranking, &tokens.all(self.language.ranking()));
            add(WordingKind::OtherWord, &tokens.all(self.language.other_words()));
            // A question claims nothing, and how it was done is known for certain.
            if !passage.trim_end().ends_with('?') && section != SectionKind::Method {
                add(WordingKind::Certain, &tokens.all(self.language.certain()));
                if !tokens.all(self.language.opinions()).is_empty() {
                    add(WordingKind::Everyone, &tokens.all(self.language.everyone()));
                }
            }
            let numbers = numbered(passage, self.language);
            add(WordingKind::MeanAlone, &numbers.means_alone());
            add(WordingKind::ShareAlone, &numbers.shares_alone(counted));
            counted |= numbers.counted();
            if numbers.any() {
                add(WordingKind::Pooled, &tokens.all(self.language.pooled()));
                if !named {
                    add(WordingKind::NoGroup, &numbers.first());
                }
            }
        }
        hints.extend(self.lent(text));
        hints
    }

    fn names_a_group(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.groups.iter().any(|group| text.contains(group))
    }

    /// Figures that stand on an indicator and not on its focus point, where the text names the focus point alone.
    fn lent(&self, text: &str) -> Vec<WordingHint> {
        let lower = text.to_lowercase();
        let numbers: Numbered<'_> = numbered(text, self.language);
        let pairs = numbers.pairs();
        let of_points =
            self.points.iter().filter(|point| !point.title.is_empty() && lower.contains(&point.title));
        let lends = |point: &&Point| {
            point.indicators.iter().all(|(title, _)| title.is_empty() || !lower.contains(title))
        };
        let hints = of_points.filter(lends).flat_map(|point| {
            pairs.iter().filter_map(|(figure, n)| {
                let pair = (figure.to_string(), *n);
                let indicators = point.indicators.iter().any(|(_, figures)| figures.contains(&pair));
                let elsewhere = self.points.iter().any(|point| point.own.contains(&pair));
                (indicators && !elsewhere)
                    .then(|| WordingHint { kind: WordingKind::Lent, found: pair.0.clone() })
            })
        });
        hints.collect()
    }
}

/// The hints of what a facilitator wrote: changed and added sentences. What the draft says by rule and what was said or
/// written by those who took part is left alone.
pub fn hints_of(report: &Report, wordbook: &Wordbook) -> Vec<PassageHints> {
    let written = |sentence: &&Sentence| sentence.origin() != super::Origin::Draft;
    report
        .sections
        .iter()
        .flat_map(|section| {
            let blocks = section.blocks.iter().filter(|block| !matches!(block, Block::Quotes(_)));
            blocks.flat_map(Block::sentences).filter(written).map(|sentence| PassageHints {
                section: section.kind,
                key: sentence.key.clone(),
                hints: wordbook.hints(section.kind, &sentence.text),
            })
        })
        .filter(|passage| !passage.hints.is_empty())
        .collect()
}
