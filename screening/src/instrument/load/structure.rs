//! `instrument.toml`: scale, groups, values, names and thresholds; its focus points are read in `indicators`.

use super::indicators::{Ids, check_form_of_id, focus_points, required_list};
use super::limits::{MOST_GROUPS, MOST_NAMES, MOST_VALUES};
use super::section::Section;
use crate::id::{FocusPointId, GroupId, ValueId};
use crate::instrument::{Disclosure, FocusPoint, Form, Group, Instrument, Scale, Thresholds, Value, Why};
use std::collections::BTreeMap;

/// Most steps a scale may have.
const MOST_STEPS: i64 = 11;

/// Reads the file, with the scale beside it where that is sound. What is faulty is noted and filled with
/// something harmless, so that the walk goes on.
pub(super) fn read(root: &Section<'_>) -> (Instrument, Option<Scale>) {
    root.allow(&[
        "id",
        "version",
        "languages",
        "scale",
        "groups",
        "values",
        "focus_points",
        "names",
        "signals",
    ]);
    let mut ids = Ids::default();
    let id = root.required_text("id", "the name of the instrument's folder");
    check_form_of_id(root, &id);
    let languages = required_list(root, "languages", "the language codes, the default first");
    for language in &languages {
        if !language.text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            root.source.fault(
                &language.place,
                "languages",
                "must be language codes such as \"da\"",
                Why::LanguageCode,
            );
        }
    }
    let of_groups = root.sections("groups", MOST_GROUPS);
    let mut groups = groups(root, &of_groups);
    let values: Vec<Value> = root
        .sections("values", MOST_VALUES)
        .iter()
        .map(|section| {
            section.allow(&["id", "involvement"]);
            Value { id: ValueId::from(ids.take(section)), involvement: section.flag("involvement") }
        })
        .collect();
    let focus_points = focus_points(root, &mut ids, &groups, &values);
    orders(&of_groups, &mut groups, &focus_points);
    let scale = scale(root);
    let instrument = Instrument {
        id,
        version: root.required_integer("version", 1..=i64::from(u32::MAX)).unwrap_or(1),
        languages: languages.into_iter().map(|language| language.text).collect(),
        scale: scale.unwrap_or(Scale { min: 0, max: 1, agree_from: 1 }),
        groups,
        values,
        focus_points,
        signals: thresholds(root),
        names: names(root),
        chosen: BTreeMap::new(),
        texts: BTreeMap::new(),
        patterns: BTreeMap::new(),
    };
    for (group, section) in instrument.groups.iter().zip(&of_groups) {
        if instrument.questionnaire(&group.id, Form::Long).is_empty() {
            section.fault(
                "id",
                format!("no indicator asks {:?}: ask it somewhere, or remove it", group.id.as_str()),
                Why::NeverAsked(group.id.to_string()),
            );
        }
    }
    (instrument, scale)
}

fn scale(root: &Section<'_>) -> Option<Scale> {
    if !root.has("scale") {
        root.fault(
            "scale",
            "is missing: write [scale] with min, max and agree_from",
            Why::Missing("scale".to_owned()),
        );
    }
    let section = root.section("scale")?;
    section.allow(&["min", "max", "agree_from"]);
    let bounds = 0..=i64::from(u8::MAX);
    let min = section.required_integer::<u8>("min", bounds.clone());
    let max = section.required_integer::<u8>("max", bounds.clone());
    let agree_from = section.required_integer::<u8>("agree_from", bounds);
    let (min, max) = (min?, max?);
    let steps = i64::from(max) - i64::from(min) + 1;
    if !(2..=MOST_STEPS).contains(&steps) {
        section.fault(
            "max",
            format!("must give a scale of 2 to {MOST_STEPS} whole steps from min {min}, not {steps}"),
            Why::Steps(steps),
        );
        return None;
    }
    let agree_from = agree_from?;
    if !(min..=max).contains(&agree_from) {
        section.fault(
            "agree_from",
            format!("must be on the scale, {min} to {max}, not {agree_from}"),
            Why::OffScale(min, max),
        );
    }
    Some(Scale { min, max, agree_from })
}

fn groups(root: &Section<'_>, sections: &[Section<'_>]) -> Vec<Group> {
    if root.lacks("groups") {
        root.fault(
            "groups",
            "is missing: write a [[groups]] table for each group that answers",
            Why::Missing("group".to_owned()),
        );
    }
    let mut groups: Vec<Group> = Vec::new();
    for section in sections {
        section.allow(&["id", "disclosure", "service_users", "order", "minutes"]);
        let id = GroupId::from(section.required_text("id", "a short name for the group"));
        check_form_of_id(section, id.as_str());
        if groups.iter().any(|group| group.id == id) {
            section.fault(
                "id",
                format!("{:?} is another group's id already: choose another", id.as_str()),
                Why::IdTaken(id.to_string()),
            );
        }
        let disclosure = match section.required_text("disclosure", "\"protected\" or \"in-role\"").as_str() {
            "in-role" => Disclosure::InRole,
            // A missing one is a fault already.
            "protected" | "" => Disclosure::Protected,
            other => {
                section.fault(
                    "disclosure",
                    format!("must be \"protected\" or \"in-role\", not {other:?}"),
                    Why::OneOf(vec!["protected".to_owned(), "in-role".to_owned()]),
                );
                Disclosure::Protected
            }
        };
        groups.push(Group {
            id,
            disclosure,
            service_users: section.flag("service_users"),
            order: Vec::new(),
            minutes: section.integer("minutes", 1..=i64::from(u32::MAX)),
        });
    }
    groups
}

/// Each group's order of focus points: all of them, each once; as listed where the file says nothing.
fn orders(sections: &[Section<'_>], groups: &mut [Group], focus_points: &[FocusPoint]) {
    let listed: Vec<FocusPointId> = focus_points.iter().map(|point| point.id.clone()).collect();
    for (group, section) in groups.iter_mut().zip(sections) {
        group.order.clone_from(&listed);
        let Some(order) = section.list("order") else { continue };
        for word in &order {
            if !listed.iter().any(|id| id.as_str() == word.text) {
                let message = format!("names {:?}, which is no focus point: remove it", word.text);
                section.source.fault(
                    &word.place,
                    section.field("order"),
                    message,
                    Why::NoPoint(word.text.clone()),
                );
            }
        }
        let absent: Vec<&str> = listed
            .iter()
            .map(FocusPointId::as_str)
            .filter(|id| !order.iter().any(|word| word.text == *id))
            .collect();
        if !absent.is_empty() {
            section.fault(
                "order",
                format!("must hold every focus point once: add {}", absent.join(", ")),
                Why::OrderLacks(absent.iter().map(|&id| id.to_owned()).collect()),
            );
        }
        group.order = order.into_iter().map(|word| FocusPointId::from(word.text)).collect();
    }
}

fn names(root: &Section<'_>) -> BTreeMap<String, Vec<String>> {
    let Some(section) = root.section("names") else { return BTreeMap::new() };
    let mut names = BTreeMap::new();
    let keys = section.keys();
    if keys.len() > MOST_NAMES {
        root.fault(
            "names",
            format!("must hold at most {MOST_NAMES} names, not {}", keys.len()),
            Why::TooMany(MOST_NAMES),
        );
    }
    for key in keys.into_iter().take(MOST_NAMES) {
        let words = required_list(&section, &key.text, "the words to choose from, the default first");
        names.insert(key.text, words.into_iter().map(|word| word.text).collect());
    }
    names
}

fn thresholds(root: &Section<'_>) -> Thresholds {
    let mut thresholds = Thresholds::default();
    let Some(section) = root.section("signals") else { return thresholds };
    let mut fields = thresholds.by_name();
    section.allow(&fields.each_ref().map(|field| field.0));
    for (name, threshold) in &mut fields {
        if let Some(share) = section.share(name) {
            **threshold = share;
        }
    }
    thresholds
}
