//! What to look at before a draft becomes a version, gathered from all its parts: it advises, never blocks.

use super::hint::{Hint, hints};
use super::part::tidy;
use super::parts::parts;
use super::{Draft, TextPlace};
use crate::id::GroupId;
use crate::instrument::Instrument;

/// A statement with advice about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hinted {
    /// Where it is.
    pub place: TextPlace,
    /// Its language.
    pub language: String,
    /// As it is read.
    pub text: String,
    /// What to look at again.
    pub hints: Vec<Hint>,
}

/// A translation of a text that has changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// Where it is.
    pub place: TextPlace,
    /// The translation's language.
    pub language: String,
    /// The text in the first language, as it was when this was translated.
    pub was: String,
    /// As it is now.
    pub is: String,
    /// The translation.
    pub text: String,
}

impl Draft {
    /// The statements of a group that there is advice about, in the instrument's order, language by language.
    pub fn hinted(&self, group: &GroupId) -> Vec<Hinted> {
        let shown = self.shown();
        let uses = shown.group(group).is_some_and(|group| group.service_users);
        let of = |language: &String, place: TextPlace| {
            let text = shown.texts.get(language).map(|texts| place.text(texts)).unwrap_or_default();
            let hints = hints(&text, language, uses);
            (!hints.is_empty()).then(|| Hinted { place, language: language.clone(), text, hints })
        };
        let asked = shown.indicators().filter(|indicator| indicator.groups.contains(group));
        let places = asked.map(|indicator| TextPlace::Item(indicator.id.clone(), group.clone()));
        places
            .flat_map(|place| shown.languages.iter().filter_map(move |code| of(code, place.clone())))
            .collect()
    }

    /// The texts whose first language reads otherwise than in `base`, the version or the instrument that this was made
    /// of, while their translation is the same.
    pub fn behind(&self, base: &Instrument) -> Vec<Behind> {
        let Some((first, others)) = self.written().languages.split_first() else { return Vec::new() };
        if !base.languages.contains(first) {
            return Vec::new();
        }
        let then = |place: &TextPlace, language: &str| {
            let text = base.written(language).map(|texts| place.text(texts)).unwrap_or_default();
            tidy(place, &text)
        };
        let now = |place: &TextPlace, language: &str| tidy(place, &self.text(place, language));
        let mut behind = Vec::new();
        for place in parts(self.written()).into_iter().flat_map(|part| self.places(&part)) {
            let (was, is) = (then(&place, first), now(&place, first));
            if was == is || is.is_empty() {
                continue;
            }
            for language in others {
                let text = now(&place, language);
                if !text.is_empty() && text == then(&place, language) {
                    let (was, is) = (was.clone(), is.clone());
                    behind.push(Behind { place: place.clone(), language: language.clone(), was, is, text });
                }
            }
        }
        behind
    }
}
