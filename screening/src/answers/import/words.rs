//! What a cell means: the scale's steps and the words for *don't know*, *not relevant* and nothing, as survey
//! programs and people write them.

use super::mapping::Meaning;
use crate::answers::Answer;
use crate::id::GroupId;
use crate::instrument::{Instrument, Scale};
use std::collections::BTreeMap;

/// *Don't know*, beside what the instrument says; without signs, in lower case.
const DONT_KNOW: [&str; 9] = [
    "ved ikke",
    "ved ej",
    "vet ikke",
    "det ved jeg ikke",
    "dont know",
    "do not know",
    "i dont know",
    "kan ikke svare",
    "dk",
];
/// *Not relevant*.
const NOT_APPLICABLE: [&str; 11] = [
    "ikke relevant",
    "ikke relevant for mig",
    "ikke relevant hos os",
    "ikke aktuelt",
    "uaktuelt",
    "ikke relevant for meg",
    "not relevant",
    "not relevant to me",
    "not applicable",
    "n a",
    "na",
];
/// Nothing.
const BLANK: [&str; 8] = [
    "ubesvaret",
    "ikke besvaret",
    "intet svar",
    "ingen svar",
    "ikke besvart",
    "ubesvart",
    "no answer",
    "not answered",
];

/// A word as a mapping keeps it: in lower case, with single spaces.
pub fn key(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits in lower case, everything else one space: how texts are compared loosely.
pub(super) fn loose(text: &str) -> String {
    let spaced: String = text
        .chars()
        .filter(|c| !matches!(c, '\'' | '’'))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    key(&spaced)
}

/// *Don't know* or *not relevant*, where a text says no more than that in words that survey programs and people use.
pub(crate) fn beside_the_scale(text: &str) -> Option<Answer> {
    let text = loose(text);
    if DONT_KNOW.contains(&text.as_str()) {
        Some(Answer::DontKnow)
    } else {
        NOT_APPLICABLE.contains(&text.as_str()).then_some(Answer::NotApplicable)
    }
}

/// The words of an instrument's scale, in all its languages.
#[derive(Clone, Debug)]
pub struct Words {
    scale: Scale,
    known: BTreeMap<String, Answer>,
}

impl Words {
    /// Of this instrument.
    pub fn of(instrument: &Instrument) -> Self {
        let scale = instrument.scale;
        let mut known = BTreeMap::new();
        for (words, answer) in [
            (&BLANK[..], Answer::Blank),
            (&NOT_APPLICABLE[..], Answer::NotApplicable),
            (&DONT_KNOW[..], Answer::DontKnow),
        ] {
            known.extend(words.iter().map(|word| ((*word).to_owned(), answer)));
        }
        for texts in instrument.texts.values() {
            let groups = texts.scale.by_group.values();
            let own = |text: &Option<String>| text.clone().unwrap_or_default();
            for group in groups {
                known.insert(loose(&own(&group.dont_know)), Answer::DontKnow);
                known.insert(loose(&own(&group.not_applicable)), Answer::NotApplicable);
            }
            known.insert(loose(&texts.scale.dont_know), Answer::DontKnow);
            known.insert(loose(&texts.scale.not_applicable), Answer::NotApplicable);
            for (label, step) in texts.scale.labels.iter().zip(scale.min..=scale.max) {
                known.insert(loose(label), Answer::Step(step));
            }
        }
        known.remove("");
        Self { scale, known }
    }

    /// What a cell means, where it is plain: a step's number, a word that is known, *4 - I høj grad*, or a survey
    /// program's code (*A4*). A number with words that are not the scale's own could count from the other end, and a
    /// person must say.
    pub fn recognise(&self, cell: &str) -> Option<Answer> {
        let cell = cell.trim();
        if cell.is_empty() {
            return Some(Answer::Blank);
        }
        if let Some(number) = number(cell) {
            return self.step(number);
        }
        let text = loose(cell);
        if let Some(answer) = self.known.get(&text) {
            return Some(*answer);
        }
        if let Some(code) = text.strip_prefix('a').and_then(number) {
            // Codes of choices count from 1, whatever the scale's first step is.
            return code.checked_sub(1).and_then(|place| self.step(place + u64::from(self.scale.min)));
        }
        let (first, rest) = text.split_once(' ')?;
        let (before, last) = text.rsplit_once(' ')?;
        let both = number(first).map(|n| (n, rest)).or_else(|| number(last).map(|n| (n, before)));
        let (number, label) = both?;
        let labelled = *self.known.get(label)?;
        match labelled {
            Answer::Step(step) if u64::from(step) == number => Some(labelled),
            Answer::DontKnow | Answer::NotApplicable => Some(labelled),
            Answer::Step(_) | Answer::Blank => None,
        }
    }

    fn step(&self, number: u64) -> Option<Answer> {
        u8::try_from(number).ok().filter(|step| self.scale.contains(*step)).map(Answer::Step)
    }

    /// What a cell means by a mapping: what a person said of the word, else what is plain.
    pub(super) fn meaning(&self, said: &BTreeMap<String, Meaning>, cell: &str) -> Option<Answer> {
        match said.get(&key(cell)) {
            Some(Meaning::Answer(answer)) => Some(*answer),
            Some(Meaning::Refused) => None,
            None => self.recognise(cell),
        }
    }
}

/// A whole number without a sign, `4,0` and `4.0` too.
fn number(text: &str) -> Option<u64> {
    let whole = match text.split_once([',', '.']) {
        Some((whole, decimals)) if !decimals.is_empty() && decimals.bytes().all(|b| b == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    let digits = !whole.is_empty() && whole.len() <= 4 && whole.bytes().all(|byte| byte.is_ascii_digit());
    if digits { whole.parse().ok() } else { None }
}

/// The group that a word names: its id or its name in any language, one of them at least (*Bruger* is of *Brugere*).
pub fn group(instrument: &Instrument, word: &str) -> Option<GroupId> {
    let word = loose(word);
    let names = |id: &GroupId| {
        let texts = instrument.texts.values().map(|texts| loose(texts.group(id))).collect::<Vec<_>>();
        texts.into_iter().chain([loose(id.as_str())]).collect::<Vec<_>>()
    };
    let exact = instrument.groups.iter().find(|group| names(&group.id).contains(&word));
    let near = || {
        let near =
            |name: &String| word.chars().count() >= 4 && (name.starts_with(&word) || word.starts_with(name));
        let mut found = instrument.groups.iter().filter(|group| names(&group.id).iter().any(near));
        found.next().filter(|_| found.next().is_none())
    };
    exact.or_else(near).map(|group| group.id.clone())
}

/// The unit that a word names, whatever its case and spaces.
pub fn unit<'a>(units: &'a [String], word: &str) -> Option<&'a String> {
    let word = key(word);
    units.iter().find(|unit| key(unit) == word)
}
