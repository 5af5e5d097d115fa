//! What a hearing is offered: the rules of `scoring.md`, *Signals*, each shown with its numbers.
//!
//! To add a rule: a kind here, its function below, its sentences in [`crate::language::SignalWords`], its place in
//! the agenda in [`crate::hearing::proposed_agenda`].

mod said;

pub(crate) use said::{agreement_words, said_agreement};
pub use said::{rule, said};

use crate::evidence::{IndicatorRating, Rating};
use crate::figures::shown_row;
use crate::id::{FocusPointId, GroupId, IndicatorId};
use crate::instrument::{Group, Instrument};
use crate::picture::{Kind, Picture, Row, Shown};
use serde::{Deserialize, Serialize};

/// The five kinds, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignalKind {
    /// *Står stærkt.*
    Strength,
    /// *Værd at tale om.*
    Talk,
    /// *Set forskelligt.*
    SeenDifferently,
    /// *Det ved vi for lidt om.*
    Unknown,
    /// *Ord og handling.*
    WordAndDeed,
}

/// What a signal is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Subject {
    /// The focus point.
    pub focus_point: FocusPointId,
    /// The indicator, where the signal is on one.
    pub indicator: Option<IndicatorId>,
}

impl Subject {
    /// The kind and id of the rows it is about.
    pub fn code(&self) -> (Kind, &str) {
        match &self.indicator {
            Some(indicator) => (Kind::Indicator, indicator.as_str()),
            None => (Kind::FocusPoint, self.focus_point.as_str()),
        }
    }
}

/// A rule that spoke, with what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signal {
    /// Which rule.
    pub kind: SignalKind,
    /// About what.
    pub subject: Subject,
    /// The group that leads: the service users of the rule, or the first side of a gap.
    pub group: GroupId,
    /// The other side of a gap.
    pub other_group: Option<GroupId>,
    /// *Tydelig forskel*: the gap's interval excludes 0.
    pub clear: bool,
    /// A settled rating, in word and deed.
    pub rating: Option<u8>,
    /// How far past its threshold, as a share of the scale or of persons.
    pub excess: f64,
}

/// Thresholds are met by what is equal but for the last bits of a floating-point number.
const SLACK: f64 = 1e-9;

fn at_least(value: f64, threshold: f64) -> bool {
    value >= threshold - SLACK
}

/// A group with its shown row on a subject, and the level of its mean, 0 to 1.
struct Voice<'a> {
    group: &'a Group,
    row: &'a Row,
    level: f64,
}

/// Every rule that speaks: by kind, within one the furthest past its threshold first, then in the instrument's
/// order (a focus point before its indicators).
pub fn signals(picture: &Picture, instrument: &Instrument, ratings: &[IndicatorRating]) -> Vec<Signal> {
    let mut signals = Vec::new();
    for subject in subjects(instrument) {
        let (kind, code) = subject.code();
        let voices: Vec<Voice<'_>> = instrument
            .groups
            .iter()
            .filter_map(|group| {
                let (row, mean) = shown_row(picture, instrument, kind, code, &group.id)?;
                Some(Voice { group, row, level: instrument.scale.level(mean) })
            })
            .collect();
        let rating = ratings.iter().find_map(|settled| match settled.rating {
            Rating::Step(step) if Some(&settled.indicator) == subject.indicator.as_ref() => Some(step),
            _ => None,
        });
        let rules = Rules { picture, instrument, subject: &subject, voices: &voices };
        rules.strength(&mut signals);
        rules.talk(&mut signals);
        rules.seen_differently(&mut signals);
        rules.unknown(&mut signals);
        if let Some(rating) = rating {
            rules.word_and_deed(rating, &mut signals);
        }
    }
    // The sort is stable, so ties keep the instrument's order.
    signals.sort_by_key(|signal| (signal.kind, std::cmp::Reverse(furthest(signal))));
    signals
}

/// The excess in billionths, so that the last bits of a floating-point number don't break a tie.
pub(crate) fn furthest(signal: &Signal) -> i64 {
    (signal.excess / SLACK).round() as i64
}

/// Every focus point and indicator in the instrument's order, a focus point before its indicators.
fn subjects(instrument: &Instrument) -> impl Iterator<Item = Subject> + '_ {
    instrument.focus_points.iter().flat_map(|point| {
        std::iter::once(None)
            .chain(point.indicators.iter().map(|indicator| Some(indicator.id.clone())))
            .map(|indicator| Subject { focus_point: point.id.clone(), indicator })
    })
}

/// The rules on one subject, each written once.
struct Rules<'a> {
    picture: &'a Picture,
    instrument: &'a Instrument,
    subject: &'a Subject,
    voices: &'a [Voice<'a>],
}

impl Rules<'_> {
    fn signal(&self, kind: SignalKind, group: &Group, excess: f64) -> Signal {
        Signal {
            kind,
            subject: self.subject.clone(),
            group: group.id.clone(),
            other_group: None,
            clear: false,
            rating: None,
            excess,
        }
    }

    fn users(&self) -> impl Iterator<Item = &Voice<'_>> {
        self.voices.iter().filter(|voice| voice.group.service_users)
    }

    /// Users' mean and agreement high, and no other shown group low.
    fn strength(&self, signals: &mut Vec<Signal>) {
        let limits = self.instrument.signals;
        for users in self.users() {
            let agreed = users.row.agreement.is_none_or(|share| at_least(share, limits.strength_agreement));
            let others_high = self
                .voices
                .iter()
                .filter(|voice| voice.group.id != users.group.id)
                .all(|voice| at_least(voice.level, limits.others_floor));
            if at_least(users.level, limits.strength) && agreed && others_high {
                signals.push(self.signal(SignalKind::Strength, users.group, users.level - limits.strength));
            }
        }
    }

    /// Users' mean low, or few of them agree.
    fn talk(&self, signals: &mut Vec<Signal>) {
        let limits = self.instrument.signals;
        for users in self.users() {
            let low = !at_least(users.level, limits.talk);
            let few_agree = users.row.agreement.is_some_and(|share| at_least(limits.talk_agreement, share));
            if low || few_agree {
                let by_mean = limits.talk - users.level;
                let by_agreement = users.row.agreement.map_or(0.0, |share| limits.talk_agreement - share);
                let excess = by_mean.max(by_agreement).max(0.0);
                signals.push(self.signal(SignalKind::Talk, users.group, excess));
            }
        }
    }

    /// Two groups' means far apart.
    fn seen_differently(&self, signals: &mut Vec<Signal>) {
        let threshold = self.instrument.signals.gap;
        for (position, one) in self.voices.iter().enumerate() {
            for other in self.voices.iter().skip(position + 1) {
                let apart = (one.level - other.level).abs();
                if at_least(apart, threshold) {
                    let gap = self.picture.gap(self.subject.code().1, &one.group.id, &other.group.id);
                    let clear = gap.is_some_and(|gap| {
                        gap.shown == Shown::Yes && gap.interval.is_some_and(|i| i.low > 0.0 || i.high < 0.0)
                    });
                    signals.push(Signal {
                        other_group: Some(other.group.id.clone()),
                        clear,
                        ..self.signal(SignalKind::SeenDifferently, one.group, apart - threshold)
                    });
                }
            }
        }
    }

    /// Many say *don't know*; the share is of the submitted questionnaires.
    fn unknown(&self, signals: &mut Vec<Signal>) {
        if self.subject.indicator.is_none() {
            return;
        }
        let threshold = self.instrument.signals.dont_know;
        for voice in self.voices {
            let submitted = self.picture.groups.iter().find(|count| count.group == voice.group.id);
            let (Some(count), Some(submitted)) = (voice.row.dont_know, submitted.map(|c| c.submitted)) else {
                continue;
            };
            let share = count as f64 / submitted as f64;
            if submitted > 0 && at_least(share, threshold) {
                signals.push(self.signal(SignalKind::Unknown, voice.group, share - threshold));
            }
        }
    }

    /// What is seen and what is said point different ways.
    fn word_and_deed(&self, rating: u8, signals: &mut Vec<Signal>) {
        let limits = self.instrument.signals;
        for voice in self.voices {
            let excess = if voice.group.service_users {
                (rating >= 4 && !at_least(voice.level, limits.talk)).then_some(limits.talk - voice.level)
            } else {
                (rating <= 2 && at_least(voice.level, limits.word_high))
                    .then_some(voice.level - limits.word_high)
            };
            if let Some(excess) = excess {
                signals.push(Signal {
                    rating: Some(rating),
                    ..self.signal(SignalKind::WordAndDeed, voice.group, excess)
                });
            }
        }
    }
}
