//! A language file, read against the structure: what is required is there, and nothing is about an id the
//! structure does not have.

use super::names::Names;
use super::section::Section;
use crate::instrument::names::placeholders;
use crate::instrument::{
    FocusPointTexts, Forms, GroupScaleTexts, Indicator, IndicatorTexts, Instrument, Scale, ScaleTexts, Texts,
    Why,
};
use std::collections::BTreeMap;

/// Ratings of evidence go from 1 to 5 whatever the answers' scale.
const RATINGS: std::ops::RangeInclusive<u8> = 1..=5;

/// Reads one language's file; the number of labels is checked where the scale is sound.
pub(super) fn read(root: &Section<'_>, instrument: &Instrument, known_scale: Option<Scale>) -> Texts {
    root.allow(&[
        "title",
        "scale",
        "open_question",
        "groups",
        "values",
        "focus_points",
        "indicators",
        "explain",
        "names",
    ]);
    let groups: Vec<&str> = instrument.groups.iter().map(|group| group.id.as_str()).collect();
    let values: Vec<&str> = instrument.values.iter().map(|value| value.id.as_str()).collect();
    // First: the other texts may name any of these forms.
    let forms = forms(&root.child("names"), instrument);
    let _ = root.source.names.set(Names { words: instrument.names.clone(), forms: forms.clone() });
    let names = root.child("groups");
    for group in &groups {
        require(&names, group, "the group's name");
    }
    Texts {
        title: root.required_text("title", "the instrument's title"),
        scale: scale(&root.child("scale"), known_scale, &groups),
        open_question: words(&root.child("open_question"), &groups),
        groups: words(&names, &groups),
        values: words(&root.child("values"), &values),
        focus_points: focus_points(&root.child("focus_points"), instrument, &groups),
        indicators: indicators(&root.child("indicators"), instrument),
        explain: free_words(&root.child("explain")),
        names: forms,
    }
}

/// A text that must be there; what is wrong with one that is, its reader says.
fn require(section: &Section<'_>, key: &str, what: &str) {
    if !section.has(key) {
        section.fault(key, format!("is missing: write {what}"), Why::Missing(section.field(key)));
    }
}

/// Texts whose keys must be known.
fn words<Id: Ord + From<String>>(section: &Section<'_>, known: &[&str]) -> BTreeMap<Id, String> {
    section.allow(known);
    free_words(section).into_iter().map(|(key, text)| (Id::from(key), text)).collect()
}

/// Texts with any keys.
fn free_words(section: &Section<'_>) -> BTreeMap<String, String> {
    section.keys().into_iter().filter_map(|key| Some((key.text.clone(), section.text(&key.text)?))).collect()
}

fn list(section: &Section<'_>, key: &str) -> Vec<String> {
    section.list(key).unwrap_or_default().into_iter().map(|word| word.text).collect()
}

fn scale(section: &Section<'_>, scale: Option<Scale>, groups: &[&str]) -> ScaleTexts {
    let own = ["labels", "dont_know", "not_applicable", "help"];
    section.allow(&[own.as_slice(), groups].concat());
    require(section, "labels", "one label a step, the lowest first");
    let labels = list(section, "labels");
    if let Some(steps) = scale.map(Scale::steps)
        && section.has("labels")
        && labels.len() != steps
    {
        section.fault(
            "labels",
            format!("must hold one label a step, {steps}, not {}", labels.len()),
            Why::Labels(steps, labels.len()),
        );
    }
    let by_group = groups.iter().filter_map(|group| Some(((*group).into(), section.section(group)?)));
    ScaleTexts {
        labels,
        dont_know: section.text("dont_know").unwrap_or_default(),
        not_applicable: section.text("not_applicable").unwrap_or_default(),
        help: section.text("help").unwrap_or_default(),
        by_group: by_group
            .map(|(group, section)| {
                section.allow(&["dont_know", "not_applicable", "help"]);
                let texts = GroupScaleTexts {
                    dont_know: section.text("dont_know"),
                    not_applicable: section.text("not_applicable"),
                    help: section.text("help"),
                };
                (group, texts)
            })
            .collect(),
    }
}

fn focus_points<Id: Ord + From<String>>(
    section: &Section<'_>,
    instrument: &Instrument,
    groups: &[&str],
) -> BTreeMap<Id, FocusPointTexts> {
    let ids: Vec<&str> = instrument.focus_points.iter().map(|point| point.id.as_str()).collect();
    section.allow(&ids);
    let read = |id: &&str| {
        let section = section.child(id);
        section.allow(&["title", "intro"]);
        let title = section.required_text("title", "the focus point's title");
        (Id::from((*id).to_owned()), FocusPointTexts { title, intro: words(&section.child("intro"), groups) })
    };
    ids.iter().map(read).collect()
}

fn indicators<Id: Ord + From<String>>(
    section: &Section<'_>,
    instrument: &Instrument,
) -> BTreeMap<Id, IndicatorTexts> {
    let ids: Vec<&str> = instrument.indicators().map(|indicator| indicator.id.as_str()).collect();
    section.allow(&ids);
    instrument
        .indicators()
        .map(|known| {
            (Id::from(known.id.as_str().to_owned()), indicator(&section.child(known.id.as_str()), known))
        })
        .collect()
}

fn indicator(section: &Section<'_>, known: &Indicator) -> IndicatorTexts {
    section.allow(&["title", "items", "documents", "observations", "anchors", "dialogue"]);
    let asked: Vec<&str> = known.groups.iter().map(|group| group.as_str()).collect();
    let items = section.child("items");
    for group in &asked {
        require(&items, group, "the statement put to this group");
    }
    let anchors = section.child("anchors");
    let steps: Vec<String> = RATINGS.map(|step| step.to_string()).collect();
    anchors.allow(&steps.iter().map(String::as_str).collect::<Vec<_>>());
    IndicatorTexts {
        title: section.text("title"),
        items: words(&items, &asked),
        documents: list(section, "documents"),
        observations: list(section, "observations"),
        anchors: RATINGS.filter_map(|step| Some((step, anchors.text(&step.to_string())?))).collect(),
        dialogue: section.text("dialogue"),
    }
}

/// Inflected forms: name, word, form.
fn forms(section: &Section<'_>, instrument: &Instrument) -> Forms {
    section.allow(&instrument.names.keys().map(String::as_str).collect::<Vec<_>>());
    let of_name = |(name, words): (&String, &Vec<String>)| {
        let section = section.section(name)?;
        section.allow(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let of_word = |word: &String| {
            let section = section.section(word)?;
            let forms = free_words(&section);
            for (form, text) in &forms {
                if placeholders(text).next().is_some() {
                    section.fault(form, "names another word: write the form itself", Why::NamesAnother);
                }
            }
            Some((word.clone(), forms))
        };
        Some((name.clone(), words.iter().filter_map(of_word).collect()))
    };
    instrument.names.iter().filter_map(of_name).collect()
}
