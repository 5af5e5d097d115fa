//! Nothing is left out: groups, texts, languages.

use crate::shipped;
use screening::instrument::{Form, Texts};
use serde_json::Value;

/// A person's focus-point score needs half of its items: with one item alone it would be that item.
#[test]
fn a_group_is_asked_at_least_two_things_about_a_focus_point() {
    for instrument in shipped() {
        let defaults = instrument.default_forms();
        for group in &instrument.groups {
            let form = defaults.get(&group.id).copied().unwrap_or_default();
            for form in [Form::Long, form] {
                for (point, asked) in instrument.questionnaire(&group.id, form) {
                    assert!(asked.len() >= 2, "{}: {} asked of {}", instrument.id, point.id, group.id);
                }
            }
            let asked: usize =
                instrument.questionnaire(&group.id, form).iter().map(|(_, asked)| asked.len()).sum();
            // Guidance for residents advises at most 15 questions; two for each of eight focus points are 16.
            assert!(!group.service_users || asked <= 16, "{}: {asked} asked of {}", instrument.id, group.id);
        }
    }
}

#[test]
fn nothing_is_left_without_its_words() {
    for instrument in shipped() {
        for (language, texts) in &instrument.texts {
            let here = format!("{} in {language}", instrument.id);
            assert!(!texts.scale.dont_know.is_empty() && !texts.scale.not_applicable.is_empty(), "{here}");
            for group in &instrument.groups {
                assert!(texts.open_question.contains_key(&group.id), "{here}: {}", group.id);
                for (point, _) in instrument.questionnaire(&group.id, Form::Long) {
                    let intro = texts.focus_points[&point.id].intro.get(&group.id);
                    assert!(intro.is_some(), "{here}: no introduction to {} for {}", point.id, group.id);
                }
            }
            for (id, words) in &texts.indicators {
                assert!(words.title.is_some(), "{here}: {id}: title");
                let asks = words.dialogue.as_ref().is_some_and(|question| question.ends_with('?'));
                assert!(asks, "{here}: {id}: dialogue");
            }
        }
    }
}

/// The file without its words.
fn keys(texts: &Texts) -> Value {
    fn blank(value: &mut Value) {
        match value {
            Value::String(text) => text.clear(),
            Value::Array(all) => all.iter_mut().for_each(blank),
            Value::Object(all) => all.values_mut().for_each(blank),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(texts).expect("JSON");
    // Which words are hard, and how a word is inflected, differs from language to language.
    for own in ["explain", "names"] {
        value.as_object_mut().expect("texts").remove(own);
    }
    blank(&mut value);
    value
}

#[test]
fn every_language_of_an_instrument_has_the_same_texts() {
    for instrument in shipped() {
        let first = keys(&instrument.texts[&instrument.languages[0]]);
        for (language, texts) in &instrument.texts {
            assert_eq!(keys(texts), first, "{} in {language}", instrument.id);
        }
    }
}
