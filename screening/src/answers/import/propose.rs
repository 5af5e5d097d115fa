//! A first guess at a mapping, for a person to look through. What nothing speaks for is left out.

use super::mapping::{Mapping, Role};
use super::table::Table;
use super::words::{Words, group, loose, unit};
use crate::id::{GroupId, IndicatorId};
use crate::instrument::{Form, Instrument};
use std::collections::{BTreeMap, BTreeSet};

/// Different things looked at in a column.
const LOOKED_AT: usize = 200;
/// Share of the different things in a column that are answers, from which on it may be one of answers: where its head
/// says so too (the rest may be another scale's words, or a comment's), and where nothing else does.
const ANSWERS_BY_HEAD: f64 = 0.3;
const ANSWERS_BY_ORDER: f64 = 0.6;
/// Share of words in common from which on a head is an indicator's statement.
const ALIKE: f64 = 0.8;
/// A statement shorter than this, in bytes, is looked for only as the whole head.
const SHORT: usize = 12;

const IDS: [&str; 9] = [
    "response id",
    "responseid",
    "respondent id",
    "respondentid",
    "respondent",
    "respid",
    "svar id",
    "svarid",
    "id",
];
const GROUPS: [&str; 8] =
    ["group", "gruppe", "respondentgruppe", "respondent group", "rolle", "hvem er du", "din rolle", "jeg er"];
const UNITS: [&str; 9] =
    ["unit", "afdeling", "enhed", "team", "sted", "bosted", "avdeling", "din afdeling", "hvilken afdeling"];

/// A mapping as guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The mapping.
    pub mapping: Mapping,
    /// The columns of answers were told by their order alone: nothing in their heads speaks for it.
    pub by_order: bool,
}

/// The mapping of a file in the contract's own form, or `None` where its head is another.
pub fn own_form(table: &Table, instrument: &Instrument) -> Option<Mapping> {
    let role = |head: &String| match head.as_str() {
        "response_id" => Some(Role::ResponseId),
        "group" => Some(Role::Group),
        "unit" => Some(Role::Unit),
        "channel" => Some(Role::Channel),
        "helped" => Some(Role::Helped),
        id => instrument.indicator(&id.into()).map(|(_, indicator)| Role::Indicator(indicator.id.clone())),
    };
    let roles = table.heads.iter().map(role).collect::<Option<Vec<_>>>()?;
    let there = roles.iter().collect::<BTreeSet<_>>();
    let required = instrument.indicators().map(|indicator| Role::Indicator(indicator.id.clone()));
    let all = required.chain([Role::ResponseId, Role::Group]).all(|role| there.contains(&role));
    (all && there.len() == roles.len()).then(|| Mapping {
        heads: table.heads.clone(),
        roles,
        own_form: true,
        ..Mapping::default()
    })
}

/// A guess for this table: `only` is the group of every row, `None` where a column says it.
pub fn propose(
    table: &Table,
    instrument: &Instrument,
    forms: &BTreeMap<GroupId, Form>,
    units: &[String],
    only: Option<&GroupId>,
) -> Proposal {
    let words = Words::of(instrument);
    let columns: Vec<Vec<&str>> = (0..table.heads.len()).map(|c| table.different(c, LOOKED_AT)).collect();
    let answers = |column: usize, share: f64| {
        let known = columns[column].iter().filter(|cell| words.recognise(cell).is_some()).count();
        known > 0 && known as f64 >= share * columns[column].len() as f64
    };
    let mut roles = vec![Role::LeaveOut; table.heads.len()];
    by_heads(table, instrument, only, &|column| answers(column, ANSWERS_BY_HEAD), &mut roles);
    let form = |group: &GroupId| forms.get(group).copied().unwrap_or_default();
    let by_order = !roles.iter().any(|role| matches!(role, Role::Indicator(_))) && {
        let asked: Vec<&IndicatorId> = match only {
            Some(group) => {
                let pages = instrument.questionnaire(group, form(group));
                pages
                    .into_iter()
                    .flat_map(|(_, indicators)| indicators)
                    .map(|indicator| &indicator.id)
                    .collect()
            }
            None => instrument
                .indicators()
                .filter(|i| instrument.groups.iter().any(|group| i.asks(&group.id, form(&group.id))))
                .map(|indicator| &indicator.id)
                .collect(),
        };
        let special = |column: usize| IDS.contains(&loose(&table.heads[column]).as_str());
        let free: Vec<usize> =
            (0..roles.len()).filter(|c| answers(*c, ANSWERS_BY_ORDER) && !special(*c)).collect();
        let fits = !free.is_empty() && free.len() == asked.len();
        if fits {
            for (column, id) in free.iter().zip(asked) {
                roles[*column] = Role::Indicator(id.clone());
            }
        }
        fits
    };
    let mut give = |role: Role, fits: &dyn Fn(usize, &str) -> bool| {
        let free =
            (0..roles.len()).find(|c| roles[*c] == Role::LeaveOut && fits(*c, &loose(&table.heads[*c])));
        if let Some(column) = free {
            roles[column] = role;
        }
    };
    if only.is_none() {
        let said = |c: usize| {
            !columns[c].is_empty() && columns[c].iter().all(|word| group(instrument, word).is_some())
        };
        give(Role::Group, &|c, head| GROUPS.contains(&head) || said(c));
    }
    if !units.is_empty() {
        let said =
            |c: usize| !columns[c].is_empty() && columns[c].iter().all(|word| unit(units, word).is_some());
        give(Role::Unit, &|c, head| UNITS.contains(&head) || said(c));
    }
    give(Role::ResponseId, &|_, head| IDS.contains(&head));
    let questions: BTreeSet<String> = instrument
        .texts
        .values()
        .flat_map(|texts| texts.open_question.values())
        .map(|question| loose(question))
        .collect();
    give(Role::OpenQuestion, &|_, head| questions.contains(head));
    let mapping = Mapping { heads: table.heads.clone(), roles, group: only.cloned(), ..Mapping::default() };
    Proposal { mapping, by_order }
}

/// Columns whose head names an indicator: its id first, else the words of its statement.
fn by_heads(
    table: &Table,
    instrument: &Instrument,
    only: Option<&GroupId>,
    answers: &dyn Fn(usize) -> bool,
    roles: &mut [Role],
) {
    let statements: Vec<(&IndicatorId, Vec<String>)> = instrument
        .indicators()
        .map(|indicator| (&indicator.id, statements(instrument, &indicator.id, only)))
        .collect();
    let mut taken = BTreeSet::new();
    for named in [true, false] {
        for (column, head) in table.heads.iter().enumerate() {
            if roles[column] != Role::LeaveOut || !answers(column) {
                continue;
            }
            let found = if named {
                statements.iter().map(|(id, _)| *id).find(|id| codes(head).contains(&code(id.as_str())))
            } else {
                best(&loose(head), &statements)
            };
            if let Some(id) = found.filter(|id| taken.insert((*id).clone())) {
                roles[column] = Role::Indicator(id.clone());
            }
        }
    }
}

/// An id as survey programs write it in a variable's name: `1.1` is `1_1`.
fn code(text: &str) -> String {
    let spaced: String =
        text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join("_")
}

/// What a head may say an id by: its first word and what stands in brackets, each with and without letters before
/// (*Q1_1*).
fn codes(head: &str) -> Vec<String> {
    let bracket = head.rsplit_once('[').map(|(_, rest)| rest.split(']').next().unwrap_or_default());
    let first = head.split_whitespace().next();
    let parts = first.into_iter().chain(bracket).map(code);
    parts
        .flat_map(|part| [part.trim_start_matches(|c: char| c.is_alphabetic() || c == '_').to_owned(), part])
        .collect()
}

/// The texts that an indicator is known by, loosely: its statements to the group (to every group, where a column says
/// it) in every language.
fn statements(instrument: &Instrument, id: &IndicatorId, only: Option<&GroupId>) -> Vec<String> {
    let of = |texts: &crate::instrument::Texts| {
        let groups = instrument.groups.iter().filter(|group| only.is_none_or(|only| *only == group.id));
        let items = groups.filter_map(|group| texts.item(id, &group.id)).map(loose).collect::<Vec<_>>();
        let title = texts.indicators.get(id).and_then(|texts| texts.title.as_deref()).map(loose);
        items.into_iter().chain(title).collect::<Vec<_>>()
    };
    instrument.texts.values().flat_map(of).filter(|text| !text.is_empty()).collect()
}

/// The indicator whose words a head has, where it is one alone.
fn best<'a>(head: &str, statements: &[(&'a IndicatorId, Vec<String>)]) -> Option<&'a IndicatorId> {
    let likeness = |texts: &Vec<String>| texts.iter().map(|text| likeness(head, text)).fold(0.0, f64::max);
    let mut found: Vec<(f64, &IndicatorId)> =
        statements.iter().map(|(id, texts)| (likeness(texts), *id)).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    match found.as_slice() {
        [(first, id), rest @ ..] if *first >= ALIKE && rest.first().is_none_or(|(next, _)| next < first) => {
            Some(id)
        }
        _ => None,
    }
}

/// 0 to 1: the same, one within the other, or the share of words in common.
fn likeness(head: &str, text: &str) -> f64 {
    if head == text {
        return 1.0;
    }
    if text.len() >= SHORT && format!(" {head} ").contains(&format!(" {text} ")) {
        // The longer of two statements within one head speaks louder.
        return 0.99 - 1.0 / text.len() as f64 / 10.0;
    }
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
    let (head, text) = (words(head), words(text));
    let common = head.intersection(&text).count() as f64;
    // Under the ones above, so that a statement of its own goes first.
    (common / head.union(&text).count() as f64).min(0.95)
}
