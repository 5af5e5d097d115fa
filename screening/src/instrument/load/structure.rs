//! `instrument.toml`: scale, groups, values, focus points with their indicators, names and thresholds.

use super::section::{Section, Word};
use crate::id::{FocusPointId, GroupId, IndicatorId, ValueId};
use crate::instrument::{
    Disclosure, FocusPoint, Form, Group, Indicator, Instrument, Scale, Thresholds, Value,
};
use std::collections::BTreeMap;

/// Most steps a scale may have.
const MOST_STEPS: i64 = 11;

/// Names that something else than a group or an indicator has in the same place of a file.
const TAKEN: [&str; 9] =
    ["labels", "dont_know", "not_applicable", "help", "response_id", "group", "unit", "channel", "helped"];

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
            root.source.fault(&language.place, "languages", "must be language codes such as \"da\"");
        }
    }
    let mut groups = groups(root);
    let values: Vec<Value> = root
        .sections("values")
        .iter()
        .map(|section| {
            section.allow(&["id", "involvement"]);
            Value { id: ValueId::from(ids.take(section)), involvement: section.flag("involvement") }
        })
        .collect();
    let focus_points = focus_points(root, &mut ids, &groups, &values);
    orders(root, &mut groups, &focus_points);
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
        texts: BTreeMap::new(),
    };
    for (group, section) in instrument.groups.iter().zip(root.sections("groups")) {
        if instrument.questionnaire(&group.id, Form::Long).is_empty() {
            section.fault(
                "id",
                format!("no indicator asks {:?}: ask it somewhere, or remove it", group.id.as_str()),
            );
        }
    }
    (instrument, scale)
}

/// Ids that must be distinct over indicators, focus points and values: a file of scores tells them by id alone.
#[derive(Default)]
struct Ids(Vec<String>);

impl Ids {
    fn take(&mut self, section: &Section<'_>) -> String {
        let id = section.required_text("id", "a short name that nothing else here has");
        check_form_of_id(section, &id);
        if !id.is_empty() && self.0.contains(&id) {
            section.fault("id", format!("{id:?} is the id of something else already: choose another"));
        }
        self.0.push(id.clone());
        id
    }
}

/// Letters, digits, and `.`, `-`, `_` between them: an id stands in addresses, columns and on the command line.
fn check_form_of_id(section: &Section<'_>, id: &str) {
    let fits = id.starts_with(char::is_alphanumeric)
        && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
    if !id.is_empty() && !fits {
        section
            .fault("id", "must begin with a letter or digit and hold letters, digits, '.', '-' and '_' only");
    }
    if TAKEN.contains(&id) {
        section.fault("id", format!("{id:?} has a meaning of its own in the files: choose another"));
    }
}

fn required_list(section: &Section<'_>, key: &str, what: &str) -> Vec<Word> {
    match section.list(key) {
        None => {
            section.fault(key, format!("is missing: list {what}"));
            Vec::new()
        }
        Some(words) => {
            if words.is_empty() {
                section.fault(key, format!("is empty: list {what}"));
            }
            words
        }
    }
}

fn scale(root: &Section<'_>) -> Option<Scale> {
    if !root.has("scale") {
        root.fault("scale", "is missing: write [scale] with min, max and agree_from");
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
        );
        return None;
    }
    let agree_from = agree_from?;
    if !(min..=max).contains(&agree_from) {
        section.fault("agree_from", format!("must be on the scale, {min} to {max}, not {agree_from}"));
    }
    Some(Scale { min, max, agree_from })
}

fn groups(root: &Section<'_>) -> Vec<Group> {
    let sections = root.sections("groups");
    if sections.is_empty() && !root.has("groups") {
        root.fault("groups", "is missing: write a [[groups]] table for each group that answers");
    }
    let mut groups: Vec<Group> = Vec::new();
    for section in sections {
        section.allow(&["id", "disclosure", "service_users", "order", "minutes"]);
        let id = GroupId::from(section.required_text("id", "a short name for the group"));
        check_form_of_id(&section, id.as_str());
        if groups.iter().any(|group| group.id == id) {
            section.fault("id", format!("{:?} is another group's id already: choose another", id.as_str()));
        }
        let disclosure = match section.required_text("disclosure", "\"protected\" or \"in-role\"").as_str() {
            "in-role" => Disclosure::InRole,
            // A missing one is a fault already.
            "protected" | "" => Disclosure::Protected,
            other => {
                section.fault("disclosure", format!("must be \"protected\" or \"in-role\", not {other:?}"));
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
fn orders(root: &Section<'_>, groups: &mut [Group], focus_points: &[FocusPoint]) {
    let listed: Vec<FocusPointId> = focus_points.iter().map(|point| point.id.clone()).collect();
    for (group, section) in groups.iter_mut().zip(root.sections("groups")) {
        group.order.clone_from(&listed);
        let Some(order) = section.list("order") else { continue };
        for word in &order {
            if !listed.iter().any(|id| id.as_str() == word.text) {
                let message = format!("names {:?}, which is no focus point: remove it", word.text);
                section.source.fault(&word.place, section.field("order"), message);
            }
        }
        let absent: Vec<&str> = listed
            .iter()
            .map(FocusPointId::as_str)
            .filter(|id| !order.iter().any(|word| word.text == *id))
            .collect();
        if !absent.is_empty() {
            section.fault("order", format!("must hold every focus point once: add {}", absent.join(", ")));
        }
        group.order = order.into_iter().map(|word| FocusPointId::from(word.text)).collect();
    }
}

fn focus_points(root: &Section<'_>, ids: &mut Ids, groups: &[Group], values: &[Value]) -> Vec<FocusPoint> {
    let sections = root.sections("focus_points");
    if sections.is_empty() && !root.has("focus_points") {
        root.fault("focus_points", "is missing: write a [[focus_points]] table for each theme");
    }
    let mut points = Vec::new();
    for section in sections {
        section.allow(&["id", "involvement", "indicators"]);
        let id = FocusPointId::from(ids.take(&section));
        let indicators: Vec<Indicator> = section
            .sections("indicators")
            .iter()
            .map(|section| indicator(section, ids, groups, values))
            .collect();
        if indicators.is_empty() && !section.has("indicators") {
            section.fault("indicators", "is missing: write a [[focus_points.indicators]] table below it");
        }
        points.push(FocusPoint { id, involvement: section.flag("involvement"), indicators });
    }
    points
}

fn indicator(section: &Section<'_>, ids: &mut Ids, groups: &[Group], values: &[Value]) -> Indicator {
    section.allow(&["id", "value", "groups", "short", "reverse", "wording"]);
    let id = IndicatorId::from(ids.take(section));
    let value = section.text("value").map(ValueId::from);
    if let Some(value) = &value
        && !values.iter().any(|known| known.id == *value)
    {
        section.fault("value", format!("names {:?}, which [[values]] does not have", value.as_str()));
    }
    let asked = if section.has("groups") {
        let words = required_list(section, "groups", "the groups that are asked, or leave it out to ask all");
        chosen(
            section,
            "groups",
            words,
            |group| groups.iter().any(|known| known.id.as_str() == group),
            "a group",
        )
    } else {
        groups.iter().map(|group| group.id.clone()).collect()
    };
    let of_asked = |key: &str| {
        let words = section.list(key).unwrap_or_default();
        chosen(
            section,
            key,
            words,
            |group| asked.iter().any(|known| known.as_str() == group),
            "a group asked here",
        )
    };
    let (short, reverse) = (of_asked("short"), of_asked("reverse"));
    let wording = section.integer("wording", 1..=i64::from(u32::MAX)).unwrap_or(1);
    // In the instrument's order, whatever the file's: pages and files list groups one way.
    let sorted = |mut chosen: Vec<GroupId>| {
        chosen.sort_by_key(|id| groups.iter().position(|group| group.id == *id));
        chosen
    };
    Indicator {
        id,
        value,
        groups: sorted(asked.clone()),
        short: sorted(short),
        reverse: sorted(reverse),
        wording,
    }
}

/// Group ids of a list, each of which must be known.
fn chosen(
    section: &Section<'_>,
    key: &str,
    words: Vec<Word>,
    known: impl Fn(&str) -> bool,
    what: &str,
) -> Vec<GroupId> {
    for word in words.iter().filter(|word| !known(&word.text)) {
        let message = format!("names {:?}, which is not {what}: mend the name or remove it", word.text);
        section.source.fault(&word.place, section.field(key), message);
    }
    words.into_iter().map(|word| GroupId::from(word.text)).collect()
}

fn names(root: &Section<'_>) -> BTreeMap<String, Vec<String>> {
    let Some(section) = root.section("names") else { return BTreeMap::new() };
    let mut names = BTreeMap::new();
    for key in section.keys() {
        let words = required_list(&section, &key.text, "the words to choose from, the default first");
        names.insert(key.text, words.into_iter().map(|word| word.text).collect());
    }
    names
}

fn thresholds(root: &Section<'_>) -> Thresholds {
    let mut thresholds = Thresholds::default();
    let Some(section) = root.section("signals") else { return thresholds };
    let mut fields = [
        ("strength", &mut thresholds.strength),
        ("strength_agreement", &mut thresholds.strength_agreement),
        ("others_floor", &mut thresholds.others_floor),
        ("talk", &mut thresholds.talk),
        ("talk_agreement", &mut thresholds.talk_agreement),
        ("gap", &mut thresholds.gap),
        ("dont_know", &mut thresholds.dont_know),
        ("word_high", &mut thresholds.word_high),
    ];
    section.allow(&fields.each_ref().map(|field| field.0));
    for (name, threshold) in &mut fields {
        if let Some(share) = section.share(name) {
            **threshold = share;
        }
    }
    thresholds
}
