//! Focus points with their indicators, and the ids that must differ.

use super::limits::{MOST_FOCUS_POINTS, MOST_INDICATORS};
use super::section::{Section, Word};
use crate::id::{FocusPointId, GroupId, IndicatorId, ValueId};
use crate::instrument::{FocusPoint, Group, Indicator, Value, Why};
use std::collections::HashSet;

/// Names that something else than a group or an indicator has in the same place of a file.
const TAKEN: [&str; 9] =
    ["labels", "dont_know", "not_applicable", "help", "response_id", "group", "unit", "channel", "helped"];

/// Ids that must be distinct over indicators, focus points and values: a file of scores tells them by id alone.
#[derive(Default)]
pub(super) struct Ids(HashSet<String>);

impl Ids {
    pub(super) fn take(&mut self, section: &Section<'_>) -> String {
        let id = section.required_text("id", "a short name that nothing else here has");
        check_form_of_id(section, &id);
        if !id.is_empty() && !self.0.insert(id.clone()) {
            section.fault(
                "id",
                format!("{id:?} is the id of something else already: choose another"),
                Why::IdTaken(id.clone()),
            );
        }
        id
    }
}

/// Whether an id has a meaning of its own in the files.
pub(in crate::instrument) fn is_taken(id: &str) -> bool {
    TAKEN.contains(&id)
}

/// Letters, digits, and `.`, `-`, `_` between them: an id stands in addresses, columns and on the command line.
pub(super) fn check_form_of_id(section: &Section<'_>, id: &str) {
    let fits = id.starts_with(char::is_alphanumeric)
        && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
    if !id.is_empty() && !fits {
        section.fault(
            "id",
            "must begin with a letter or digit and hold letters, digits, '.', '-' and '_' only",
            Why::IdForm,
        );
    }
    if is_taken(id) {
        section.fault(
            "id",
            format!("{id:?} has a meaning of its own in the files: choose another"),
            Why::IdTaken(id.to_owned()),
        );
    }
}

pub(super) fn required_list(section: &Section<'_>, key: &str, what: &str) -> Vec<Word> {
    match section.list(key) {
        None => {
            section.fault(key, format!("is missing: list {what}"), Why::Missing(key.to_owned()));
            Vec::new()
        }
        Some(words) => {
            if words.is_empty() {
                section.fault(key, format!("is empty: list {what}"), Why::Empty);
            }
            words
        }
    }
}

pub(super) fn focus_points(
    root: &Section<'_>,
    ids: &mut Ids,
    groups: &[Group],
    values: &[Value],
) -> Vec<FocusPoint> {
    let sections = root.sections("focus_points", MOST_FOCUS_POINTS);
    if root.lacks("focus_points") {
        root.fault(
            "focus_points",
            "is missing: write a [[focus_points]] table for each theme",
            Why::NothingAsked,
        );
    }
    let mut points: Vec<FocusPoint> = Vec::new();
    for section in sections {
        section.allow(&["id", "involvement", "indicators"]);
        let id = FocusPointId::from(ids.take(&section));
        let indicators: Vec<Indicator> = section
            .sections("indicators", MOST_INDICATORS)
            .iter()
            .map(|section| indicator(section, ids, groups, values))
            .collect();
        if section.lacks("indicators") {
            section.fault(
                "indicators",
                "is missing: write a [[focus_points.indicators]] table below it",
                Why::NothingAsked,
            );
        }
        points.push(FocusPoint { id, involvement: section.flag("involvement"), indicators });
    }
    let indicators: usize = points.iter().map(|point| point.indicators.len()).sum();
    if indicators > MOST_INDICATORS {
        let message = format!("must hold at most {MOST_INDICATORS} indicators together, not {indicators}");
        root.fault("focus_points", message, Why::TooMany(MOST_INDICATORS));
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
        section.fault(
            "value",
            format!("names {:?}, which [[values]] does not have", value.as_str()),
            Why::NoValue(value.to_string()),
        );
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
        section.source.fault(&word.place, section.field(key), message, Why::NoGroup(word.text.clone()));
    }
    words.into_iter().map(|word| GroupId::from(word.text)).collect()
}
