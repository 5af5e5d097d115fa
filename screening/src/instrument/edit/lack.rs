//! What a draft lacks before it can be a version; said in words by whoever shows it.

use super::parts::parts;
use super::{Draft, Part, TextPlace};
use crate::id::{FocusPointId, GroupId};
use crate::instrument::Form;
use crate::instrument::names::{Placeholder, placeholders};
use crate::instrument::sheet::Fault;
use std::collections::BTreeSet;

/// Something that must be mended first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A text that must be there.
    Missing(TextPlace, String),
    /// A text names something in braces that is not offered, or has no such form: the text's place, its language, and
    /// what stands between the braces.
    UnknownName(TextPlace, String, String),
    /// A list, or the scale's labels, holds the same text twice.
    Twice(TextPlace, String, String),
    /// No indicator asks the group.
    NeverAsked(GroupId),
    /// A focus point has no indicator.
    NoIndicators(FocusPointId),
    /// There is no focus point.
    NoFocusPoints,
    /// What the check of a folder says beside that: the field in the files.
    Field(String),
}

impl Lack {
    /// The part whose page mends it; `None` where that is the list of parts.
    pub fn part(&self) -> Option<Part> {
        match self {
            Self::Missing(place, _) | Self::UnknownName(place, ..) | Self::Twice(place, ..) => {
                Some(place.part())
            }
            Self::NoIndicators(id) => Some(Part::FocusPoint(id.clone())),
            Self::NeverAsked(_) | Self::NoFocusPoints | Self::Field(_) => None,
        }
    }

    pub(super) fn of_fault(fault: Fault) -> Self {
        let field = fault.message.split_once(": ").map_or(fault.message.as_str(), |(field, _)| field);
        Self::Field(format!("{}: {field}", fault.column))
    }
}

/// A text that other languages have, or that must be there, and this one has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaid {
    /// Where it is.
    pub place: TextPlace,
    /// Whether it must be there.
    pub needed: bool,
}

impl Draft {
    /// All that is still to be said in a language, part by part: first what must be, then what others say.
    pub fn unsaid(&self, language: &str) -> Vec<Unsaid> {
        let said = |place: &TextPlace, code: &str| !self.text(place, code).trim().is_empty();
        let others: Vec<&String> = self.written().languages.iter().filter(|code| *code != language).collect();
        let places = parts(self.written()).into_iter().flat_map(|part| self.places(&part));
        let mut unsaid: Vec<Unsaid> = places
            .filter(|place| !said(place, language))
            .filter(|place| self.needs(place) || others.iter().any(|code| said(place, code)))
            .map(|place| Unsaid { needed: self.needs(&place), place })
            .collect();
        unsaid.sort_by_key(|one| !one.needed);
        unsaid
    }

    /// What texts write in braces of a name: the name alone, or with a form.
    pub fn forms_in_use(&self, name: &str) -> BTreeSet<String> {
        let mut used = BTreeSet::new();
        for mut texts in self.written().texts.values().cloned() {
            texts.each(&mut |text| {
                let of_name = |found: &Placeholder<'_>| {
                    found.meant(self.written().names.keys()).is_some_and(|(meant, _)| meant == name)
                };
                let found = placeholders(text).filter(of_name).filter_map(|found| found.form());
                used.extend(found.map(|form| format!("{name}.{form}")));
            });
        }
        used
    }

    /// All that is missing, part by part.
    pub fn lacks(&self) -> Vec<Lack> {
        let mut lacks = Vec::new();
        let instrument = self.written();
        if instrument.focus_points.is_empty() {
            lacks.push(Lack::NoFocusPoints);
        }
        for group in &instrument.groups {
            if instrument.questionnaire(&group.id, Form::Long).is_empty() {
                lacks.push(Lack::NeverAsked(group.id.clone()));
            }
        }
        for part in parts(instrument) {
            if let Part::FocusPoint(id) = &part
                && instrument.focus_point(id).is_some_and(|point| point.indicators.is_empty())
            {
                lacks.push(Lack::NoIndicators(id.clone()));
            }
            let places = self.places(&part);
            for language in &instrument.languages {
                self.of_texts(&places, language, &mut lacks);
            }
        }
        lacks
    }

    fn of_texts(&self, places: &[TextPlace], language: &str, lacks: &mut Vec<Lack>) {
        let mut labels = BTreeSet::new();
        for place in places {
            let text = self.text(place, language);
            if text.trim().is_empty() {
                if self.needs(place) {
                    lacks.push(Lack::Missing(place.clone(), language.to_owned()));
                }
                continue;
            }
            let mut seen = BTreeSet::new();
            for line in text.lines().filter(|_| place.is_list()) {
                if !seen.insert(line) {
                    lacks.push(Lack::Twice(place.clone(), language.to_owned(), line.to_owned()));
                }
            }
            if matches!(place, TextPlace::Label(_)) && !labels.insert(text.clone()) {
                lacks.push(Lack::Twice(place.clone(), language.to_owned(), text.clone()));
            }
            if let Some(name) = self.unknown_name(&text, language) {
                lacks.push(Lack::UnknownName(place.clone(), language.to_owned(), name));
            }
        }
    }

    /// Whether the contract asks for the text.
    fn needs(&self, place: &TextPlace) -> bool {
        match place {
            TextPlace::Title | TextPlace::GroupName(_) | TextPlace::Label(_) | TextPlace::PointTitle(_) => {
                true
            }
            TextPlace::Item(id, group) => {
                self.written().indicator(id).is_some_and(|(_, indicator)| indicator.groups.contains(group))
            }
            _ => false,
        }
    }

    /// The first name in braces that is not offered, or that a word lacks the form of.
    fn unknown_name(&self, text: &str, language: &str) -> Option<String> {
        let instrument = self.written();
        let forms = instrument.texts.get(language).map(|texts| &texts.names);
        let known = |placeholder: &Placeholder<'_>| {
            let Some((name, _)) = placeholder.meant(instrument.names.keys()) else { return false };
            let forms = forms.and_then(|forms| forms.get(name));
            instrument.names.get(name).is_some_and(|words| {
                words
                    .iter()
                    .all(|word| placeholder.said(word, forms.and_then(|forms| forms.get(word))).is_some())
            })
        };
        placeholders(text)
            .find(|placeholder| !known(placeholder))
            .map(|placeholder| placeholder.written.to_owned())
    }
}
