//! What parts, texts and languages of an instrument are called.

use crate::pages::desk::frame::numbered;
use crate::speaking;
use crate::words::{self, Words, fill};
use screening::instrument::Instrument;
use screening::instrument::edit::{Part, ScaleWord, TextPlace};

/// Own names of languages that people around here answer in and the program does not speak.
const OTHERS: [(&str, &str); 14] = [
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("fa", "فارسی"),
    ("fo", "Føroyskt"),
    ("kl", "Kalaallisut"),
    ("nn", "Nynorsk"),
    ("pl", "Polski"),
    ("se", "Davvisámegiella"),
    ("so", "Soomaali"),
    ("sv", "Svenska"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
];

/// A language by its own name; with its code where the program does not speak it, by that alone where it has no name here.
pub fn language_name(code: &str) -> String {
    if let Some(code) = speaking::known(code) {
        return words::of(code).common.own_name.clone();
    }
    let other = OTHERS.iter().find(|(known, _)| *known == code);
    other.map_or_else(|| code.to_owned(), |(code, name)| format!("{name} ({code})"))
}

/// A focus point or an indicator by number and title.
pub fn part_name(words: &Words, instrument: &Instrument, language: &str, part: &Part) -> String {
    let texts = instrument.texts(language);
    let shape = &words.desk.instrument_shape;
    let (id, title) = match part {
        Part::Whole => return words.desk.instrument_edit.whole.clone(),
        Part::Scale => return shape.scale.clone(),
        Part::Signals => return shape.signals.clone(),
        Part::Group(id) => return texts.group(id).to_owned(),
        Part::Value(id) => return texts.values.get(id).cloned().unwrap_or_else(|| id.to_string()),
        Part::Name(name) => return fill(&shape.name_part, &[("name", name)]),
        Part::FocusPoint(id) => (id.as_str(), texts.focus_points.get(id).map(|it| it.title.as_str())),
        Part::Indicator(id) => (id.as_str(), Some(texts.indicator(id)).filter(|title| *title != id.as_str())),
    };
    match title.filter(|title| !title.is_empty()) {
        Some(title) => numbered(id, title),
        None => format!("{id} {}", words.desk.instrument_edit.untitled),
    }
}

/// What a text is, without its language.
pub fn place_name(words: &Words, instrument: &Instrument, language: &str, place: &TextPlace) -> String {
    let w = &words.desk.instrument_edit;
    let texts = instrument.texts(language);
    let of = |text: &str, name: &str| fill(text, &[("name", name)]);
    match place {
        TextPlace::Title | TextPlace::PointTitle(_) => w.place_title.clone(),
        TextPlace::IndicatorTitle(_) => w.place_about.clone(),
        TextPlace::GroupName(group) => of(&w.place_group, group.as_str()),
        TextPlace::OpenQuestion(group) => of(&w.place_open, texts.group(group)),
        TextPlace::ValueName(value) => of(&w.place_value, value.as_str()),
        TextPlace::Label(step) => of(&w.place_label, &(step + 1).to_string()),
        TextPlace::Scale(word, group) => {
            let word = match word {
                ScaleWord::DontKnow => &w.place_dont_know,
                ScaleWord::NotApplicable => &w.place_not_applicable,
                ScaleWord::Help => &w.place_help,
            };
            match group {
                None => word.clone(),
                Some(group) => fill(&w.place_own, &[("text", word), ("name", texts.group(group))]),
            }
        }
        TextPlace::Explain => w.place_explain.clone(),
        TextPlace::Forms(_, word) => of(&words.desk.instrument_shape.forms, word),
        TextPlace::Intro(_, group) => of(&w.place_intro, texts.group(group)),
        TextPlace::Item(_, group) => of(&w.place_item, texts.group(group)),
        TextPlace::Documents(_) => w.place_documents.clone(),
        TextPlace::Observations(_) => w.place_observations.clone(),
        TextPlace::Anchor(_, rating) => of(&w.place_anchor, &rating.to_string()),
        TextPlace::Dialogue(_) => w.place_dialogue.clone(),
    }
}
