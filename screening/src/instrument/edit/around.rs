//! What stands around the focus points: groups, values, names with words to choose, languages; added and dropped.

use super::{Draft, EditProblem, Part};
use crate::id::{GroupId, ValueId};
use crate::instrument::load::is_taken;
use crate::instrument::load::limits::{MOST_GROUPS, MOST_NAMES, MOST_VALUES};
use crate::instrument::{Disclosure, Group, Instrument, Texts, Value};
use std::collections::BTreeSet;

/// Most languages of an instrument.
pub const MOST_LANGUAGES: usize = 12;
/// Longest id made of a name, in characters.
const LONGEST_ID: usize = 40;

/// A name as an id or a folder has it: letters from a to z, digits and dashes; Danish letters as two.
pub fn plain_word(name: &str) -> Option<String> {
    let mut word = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'æ' => word.push_str("ae"),
            'ø' => word.push_str("oe"),
            'å' => word.push_str("aa"),
            letter if letter.is_ascii_alphanumeric() => word.push(letter),
            _ if word.is_empty() || word.ends_with('-') => {}
            _ => word.push('-'),
        }
    }
    word.truncate(LONGEST_ID);
    let word = word.trim_end_matches('-');
    (!word.is_empty()).then(|| word.to_owned())
}

impl Draft {
    /// A new group, last: its figures protected, asked nothing yet. It is called so in this language.
    pub(super) fn add_group(&mut self, name: &str, language: &str) -> Result<Part, EditProblem> {
        let instrument = &mut self.0;
        let name = called(name)?;
        if instrument.groups.len() >= MOST_GROUPS {
            return Err(EditProblem::TooMany(MOST_GROUPS));
        }
        let id = free(&name, "group", |id| instrument.groups.iter().any(|group| group.id.as_str() == id));
        let id = GroupId::from(id);
        instrument.groups.push(Group {
            id: id.clone(),
            disclosure: Disclosure::Protected,
            service_users: false,
            order: instrument.focus_points.iter().map(|point| point.id.clone()).collect(),
            minutes: None,
        });
        if let Some(texts) = spoken(instrument, language) {
            texts.groups.insert(id.clone(), name);
        }
        Ok(Part::Group(id))
    }

    /// A new value, last.
    pub(super) fn add_value(
        &mut self,
        name: &str,
        language: &str,
        taken: &BTreeSet<String>,
    ) -> Result<Part, EditProblem> {
        let instrument = &mut self.0;
        let name = called(name)?;
        if instrument.values.len() >= MOST_VALUES {
            return Err(EditProblem::TooMany(MOST_VALUES));
        }
        let id = free(&name, "value", |id| taken.contains(id) || is_id(instrument, id));
        let id = ValueId::from(id);
        instrument.values.push(Value { id: id.clone(), involvement: false });
        if let Some(texts) = spoken(instrument, language) {
            texts.values.insert(id.clone(), name);
        }
        Ok(Part::Value(id))
    }

    /// A new name for texts to say in braces; its first word is the name itself.
    pub(super) fn add_name(&mut self, name: &str) -> Result<Part, EditProblem> {
        let name = called(name)?.to_lowercase();
        let fits = name.starts_with(|first: char| first.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
            && name.len() <= LONGEST_ID;
        if !fits {
            return Err(EditProblem::NotAName);
        }
        let names = &mut self.0.names;
        if names.contains_key(&name) {
            return Err(EditProblem::There(name));
        }
        if names.len() >= MOST_NAMES {
            return Err(EditProblem::TooMany(MOST_NAMES));
        }
        names.insert(name.clone(), vec![name.clone()]);
        Ok(Part::Name(name))
    }

    /// A language beside the others, with every text to be written.
    pub(super) fn add_language(&mut self, code: &str) -> Result<Part, EditProblem> {
        let instrument = &mut self.0;
        let code = code.trim().to_lowercase();
        let mut tags = code.split('-');
        let language = tags.next().unwrap_or_default();
        let fits = (2..=3).contains(&language.len())
            && language.bytes().all(|b| b.is_ascii_lowercase())
            && tags.all(|tag| (2..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()))
            && code.len() <= LONGEST_ID;
        if code.is_empty() {
            return Err(EditProblem::Unnamed);
        }
        if !fits {
            return Err(EditProblem::NotALanguage);
        }
        if instrument.languages.contains(&code) {
            return Err(EditProblem::There(code));
        }
        if instrument.languages.len() >= MOST_LANGUAGES {
            return Err(EditProblem::TooMany(MOST_LANGUAGES));
        }
        let mut texts = Texts::default();
        texts.scale.labels = vec![String::new(); instrument.scale.steps()];
        instrument.texts.insert(code.clone(), texts);
        instrument.languages.push(code);
        Ok(Part::Whole)
    }

    /// The language that is spoken where no other is chosen.
    pub(super) fn first_language(&mut self, code: &str) -> Result<Part, EditProblem> {
        let languages = &mut self.0.languages;
        let place = languages.iter().position(|known| known == code).ok_or(EditProblem::NotThere)?;
        languages[..=place].rotate_right(1);
        Ok(Part::Whole)
    }

    /// Away with a language and all that is written in it.
    pub(super) fn drop_language(&mut self, code: &str) -> Result<Part, EditProblem> {
        let languages = &mut self.0.languages;
        let place = languages.iter().position(|known| known == code).ok_or(EditProblem::NotThere)?;
        if languages.len() == 1 {
            return Err(EditProblem::LastOne);
        }
        languages.remove(place);
        self.0.texts.remove(code);
        Ok(Part::Whole)
    }

    pub(super) fn drop_group(&mut self, id: &GroupId) -> Result<Part, EditProblem> {
        let instrument = &mut self.0;
        let place = instrument.groups.iter().position(|group| group.id == *id);
        let place = place.ok_or(EditProblem::NotThere)?;
        if instrument.groups.len() == 1 {
            return Err(EditProblem::LastOne);
        }
        instrument.groups.remove(place);
        let left: Vec<GroupId> = instrument.groups.iter().map(|group| group.id.clone()).collect();
        for indicator in instrument.focus_points.iter_mut().flat_map(|point| &mut point.indicators) {
            for groups in [&mut indicator.groups, &mut indicator.short, &mut indicator.reverse] {
                groups.retain(|group| group != id);
            }
            if indicator.groups.is_empty() {
                // Nobody any more, so that a statement is missing for everyone.
                indicator.groups.clone_from(&left);
            }
        }
        for texts in instrument.texts.values_mut() {
            texts.groups.remove(id);
            texts.open_question.remove(id);
            texts.scale.by_group.remove(id);
            texts.focus_points.values_mut().for_each(|point| drop(point.intro.remove(id)));
            texts.indicators.values_mut().for_each(|indicator| drop(indicator.items.remove(id)));
        }
        Ok(Part::Whole)
    }

    pub(super) fn drop_value(&mut self, id: &ValueId) -> Result<Part, EditProblem> {
        let instrument = &mut self.0;
        let place = instrument.values.iter().position(|value| value.id == *id);
        instrument.values.remove(place.ok_or(EditProblem::NotThere)?);
        for indicator in instrument.focus_points.iter_mut().flat_map(|point| &mut point.indicators) {
            indicator.value.take_if(|value| *value == *id);
        }
        instrument.texts.values_mut().for_each(|texts| drop(texts.values.remove(id)));
        Ok(Part::Whole)
    }

    pub(super) fn drop_name(&mut self, name: &str) -> Result<Part, EditProblem> {
        self.0.names.remove(name).ok_or(EditProblem::NotThere)?;
        self.0.texts.values_mut().for_each(|texts| drop(texts.names.remove(name)));
        Ok(Part::Whole)
    }
}

/// The texts of a language, or of the first where that is not there.
fn spoken<'a>(instrument: &'a mut Instrument, language: &str) -> Option<&'a mut Texts> {
    let known = instrument.languages.iter().find(|code| *code == language).or(instrument.languages.first());
    instrument.texts.get_mut(known?)
}

/// A name as it is kept: one line, and not nothing.
fn called(name: &str) -> Result<String, EditProblem> {
    let plain: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let name = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(EditProblem::Unnamed);
    }
    if name.chars().count() > super::LONGEST_WORD {
        return Err(EditProblem::TooLong(super::LONGEST_WORD));
    }
    Ok(name)
}

/// Whether a focus point, an indicator or a value has the id: they are told apart by it alone.
fn is_id(instrument: &Instrument, id: &str) -> bool {
    instrument.focus_points.iter().any(|point| point.id.as_str() == id)
        || instrument.indicators().any(|indicator| indicator.id.as_str() == id)
        || instrument.values.iter().any(|value| value.id.as_str() == id)
}

/// An id made of a name that nothing has.
fn free(name: &str, otherwise: &str, used: impl Fn(&str) -> bool) -> String {
    let word = plain_word(name).unwrap_or_else(|| otherwise.to_owned());
    let numbered = (2_u32..).map(|number| format!("{word}-{number}"));
    let mut all = std::iter::once(word.clone()).chain(numbered);
    all.find(|id| !used(id) && !is_taken(id)).unwrap_or(word)
}
