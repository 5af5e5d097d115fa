//! What the words of a file mean: those of the answers, and those that name groups and units.

use super::import::UNKNOWN;
use super::import_columns::{short, unit_choices};
use crate::components::form::{Hidden, Select};
use crate::page::Page;
use leptos::prelude::*;
use screening::answers::import::{Mapping, Meaning, Role, Table, Words, key, known_group, known_unit};
use std::collections::BTreeMap;
use workflow::screenings::Screening;

/// Most different words that are asked about; a column with more holds no answers.
const MOST_WORDS: usize = 60;
/// Longest word that is asked about, in characters: what is longer is a text.
const LONGEST_WORD: usize = 60;

/// One word with its choice.
struct Word {
    text: String,
    choice: String,
}

/// Answers, groups and units, where there are such columns.
pub fn all(page: &Page, screening: &Screening, table: &Table, mapping: &Mapping) -> Vec<AnyView> {
    [
        answers(page, screening, table, mapping),
        groups(page, screening, table, mapping),
        units(page, screening, table, mapping),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The different words of some columns, each under its key, in the order of their keys.
fn words(table: &Table, columns: impl Iterator<Item = usize>) -> (Vec<String>, bool) {
    let mut found = BTreeMap::new();
    for column in columns {
        for word in table.different(column, MOST_WORDS + 1) {
            if word.chars().count() <= LONGEST_WORD {
                found.entry(key(word)).or_insert_with(|| word.to_owned());
            }
        }
    }
    let more = found.len() > MOST_WORDS;
    (found.into_values().take(MOST_WORDS).collect(), more)
}

fn answers(page: &Page, screening: &Screening, table: &Table, mapping: &Mapping) -> Option<AnyView> {
    let texts = screening.instrument.texts(page.language);
    let import = &page.words.desk.import;
    let scale = screening.instrument.scale;
    let own = mapping.group.as_ref().and_then(|group| texts.scale.by_group.get(group));
    let or = |own: Option<&String>, text: &str, otherwise: &str| match own {
        Some(own) => own.clone(),
        None if text.is_empty() => otherwise.to_owned(),
        None => text.to_owned(),
    };
    let dont_know = own.and_then(|own| own.dont_know.as_ref());
    let not_applicable = own.and_then(|own| own.not_applicable.as_ref());
    let mut choices: Vec<(String, String)> = (scale.min..=scale.max)
        .zip(&texts.scale.labels)
        .map(|(step, label)| (step.to_string(), format!("{step}: {label}")))
        .collect();
    choices.extend([
        ("DK".to_owned(), or(dont_know, &texts.scale.dont_know, &import.dont_know)),
        ("NA".to_owned(), or(not_applicable, &texts.scale.not_applicable, &import.not_applicable)),
        (String::new(), import.blank.clone()),
        (UNKNOWN.to_owned(), import.refused.clone()),
    ]);
    let known = Words::of(&screening.instrument);
    let plain = |word: &str| known.recognise(word).map_or(Meaning::Refused, Meaning::Answer);
    let word = |text: String| {
        let meaning = mapping.answers.get(&key(&text)).copied().unwrap_or_else(|| plain(&text));
        Word { choice: meaning.into(), text }
    };
    let (words, more) = words(table, mapping.indicators().map(|(column, _)| column));
    let words = words.into_iter().map(word).collect();
    let more = more.then(|| view! { <p class="notice">{import.more_words.as_str()}</p> });
    let list = list(page, ("words", "answers"), words, &choices)?;
    Some(
        view! {
            <h2>{import.words_title.as_str()}</h2>
            <p>{import.words_lead.as_str()}</p>
            {more}
            {list}
        }
        .into_any(),
    )
}

fn groups(page: &Page, screening: &Screening, table: &Table, mapping: &Mapping) -> Option<AnyView> {
    let import = &page.words.desk.import;
    let texts = screening.instrument.texts(page.language);
    let column = mapping.column(&Role::Group)?;
    let mut choices = vec![(UNKNOWN.to_owned(), import.refused.clone())];
    choices.extend(
        screening
            .instrument
            .groups
            .iter()
            .map(|group| (group.id.to_string(), texts.group(&group.id).to_owned())),
    );
    let word = |text: String| {
        let said =
            mapping.groups.get(&key(&text)).cloned().or_else(|| known_group(&screening.instrument, &text));
        Word { choice: said.map_or_else(|| UNKNOWN.to_owned(), |group| group.to_string()), text }
    };
    let (words, _) = words(table, std::iter::once(column));
    let list = list(page, ("group_words", "groups"), words.into_iter().map(word).collect(), &choices)?;
    Some(view! { <h2>{import.groups_title.as_str()}</h2>{list} }.into_any())
}

fn units(page: &Page, screening: &Screening, table: &Table, mapping: &Mapping) -> Option<AnyView> {
    let import = &page.words.desk.import;
    let column = mapping.column(&Role::Unit)?;
    let word = |text: String| {
        let known = || known_unit(&screening.settings.units, &text).cloned();
        let choice = match mapping.units.get(&key(&text)).cloned().or_else(known) {
            None => UNKNOWN.to_owned(),
            Some(unit) if unit.is_empty() => super::import::NO_UNIT.to_owned(),
            Some(unit) => unit,
        };
        Word { choice, text }
    };
    let (words, _) = words(table, std::iter::once(column));
    let choices = unit_choices(page, screening);
    let list = list(page, ("unit_words", "units"), words.into_iter().map(word).collect(), &choices)?;
    Some(view! { <h2>{import.units_title.as_str()}</h2>{list} }.into_any())
}

/// A field a word: the word as it stands goes along unseen.
fn list(
    page: &Page,
    (words_name, choices_name): (&str, &str),
    mut words: Vec<Word>,
    choices: &[(String, String)],
) -> Option<AnyView> {
    // What waits for a meaning comes first.
    words.sort_by_key(|word| word.choice != UNKNOWN);
    let field = |(place, word): (usize, Word)| {
        view! {
            <div>
                <Hidden name=format!("{words_name}[word-{place}]") value=word.text.clone() />
                <Select
                    page=page.clone()
                    name=format!("{choices_name}[word-{place}]")
                    label=page.words.sentences().quoted(&short(&word.text))
                    choices=choices.to_vec()
                    value=word.choice
                />
            </div>
        }
    };
    (!words.is_empty()).then(|| {
        view! { <div class="import-words">{words.into_iter().enumerate().map(field).collect_view()}</div> }.into_any()
    })
}
