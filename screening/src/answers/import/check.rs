//! What a mapping makes of a table: every row that can be taken, every cell that can't, and why.

use super::mapping::{Mapping, MappingFault, Role};
use super::table::{Row, Table};
use super::words::{Words, group, key, unit};
use crate::answers::{Answer, Answers};
use crate::id::{GroupId, IndicatorId};
use crate::instrument::{Form, Instrument};
use std::collections::{BTreeMap, HashMap};

/// Most refused cells that are told one by one; the rest are counted.
pub const MOST_SHOWN: usize = 50;

const CHANNELS: [&str; 3] = ["web", "tablet", "paper"];
const HELPED: [&str; 2] = ["alone", "helped"];

/// What a screening has settled.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// Its instrument.
    pub instrument: &'a Instrument,
    /// Short or long form by group.
    pub forms: &'a BTreeMap<GroupId, Form>,
    /// Its units.
    pub units: &'a [String],
    /// Longest text to the open question, in characters.
    pub longest_text: usize,
}

/// A row that can be taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The group.
    pub group: GroupId,
    /// The unit, if any.
    pub unit: Option<String>,
    /// The answers; blank ones left out.
    pub answers: Answers,
    /// `web`, `tablet` or `paper`, where the file says it.
    pub channel: Option<&'static str>,
    /// `alone` or `helped`, where the file says it.
    pub helped: Option<&'static str>,
    /// What was written to the open question, if anything.
    pub text: Option<String>,
}

/// A cell that can't be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its line in the file.
    pub line: u64,
    /// Its column's number, from 0.
    pub column: usize,
    /// What stands there.
    pub found: String,
    /// What was expected.
    pub expected: Expected,
}

/// What was expected of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A step of the scale, don't know, not relevant, or nothing.
    Answer,
    /// Nothing, since this group is not asked.
    NotAsked(GroupId),
    /// A group.
    Group,
    /// A unit, or nothing.
    Unit,
    /// `web`, `tablet`, `paper` or nothing.
    Channel,
    /// `alone`, `helped` or nothing.
    Helped,
    /// An id.
    Id,
    /// Another id than that of this line.
    OtherId(u64),
    /// At most so many characters.
    Shorter(usize),
}

/// What a mapping makes of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// The rows that can be taken.
    pub taken: Vec<Taken>,
    /// The first cells that can't, in the file's order.
    pub refused: Vec<Refused>,
    /// How many cells can't.
    pub refused_count: usize,
    /// Rows without any answer, which are left out (in the contract's own form they count).
    pub blank: usize,
}

impl Checked {
    /// Rows by group, in the instrument's order.
    pub fn counts(&self, instrument: &Instrument) -> Vec<(GroupId, u64)> {
        let mut counts: HashMap<&GroupId, u64> = HashMap::new();
        for row in &self.taken {
            *counts.entry(&row.group).or_default() += 1;
        }
        let count = |id: &GroupId| counts.get(id).map(|n| (id.clone(), *n));
        instrument.groups.iter().filter_map(|group| count(&group.id)).collect()
    }

    fn refuse(&mut self, line: u64, column: usize, found: &str, expected: Expected) {
        self.refused_count += 1;
        if self.refused.len() < MOST_SHOWN {
            self.refused.push(Refused { line, column, found: found.to_owned(), expected });
        }
    }
}

/// Looks at every row.
///
/// # Errors
///
/// What keeps the mapping from being used at all.
pub fn check(table: &Table, mapping: &Mapping, rules: Rules<'_>) -> Result<Checked, Vec<MappingFault>> {
    let faults = mapping.faults(table, rules.instrument);
    if !faults.is_empty() {
        return Err(faults);
    }
    let reading = Reading::of(mapping, rules);
    let mut checked = Checked::default();
    let mut seen: HashMap<&str, u64> = HashMap::new();
    for row in &table.rows {
        if reading.is_blank(row) {
            checked.blank += 1;
            continue;
        }
        let before = checked.refused_count;
        if let Some(column) = reading.id {
            let id = row.cell(column);
            if id.trim().is_empty() {
                if mapping.own_form {
                    checked.refuse(row.line, column, "", Expected::Id);
                }
            } else if let Some(line) = seen.insert(id, row.line) {
                checked.refuse(row.line, column, id, Expected::OtherId(line));
            }
        }
        let taken = reading.row(row, &mut checked);
        if let Some(taken) = taken.filter(|_| checked.refused_count == before) {
            checked.taken.push(taken);
        }
    }
    Ok(checked)
}

/// A mapping made ready for one table.
struct Reading<'a> {
    mapping: &'a Mapping,
    rules: Rules<'a>,
    words: Words,
    id: Option<usize>,
    group: Option<usize>,
    unit: Option<usize>,
    channel: Option<usize>,
    helped: Option<usize>,
    open: Option<usize>,
    indicators: Vec<(usize, &'a IndicatorId)>,
}

impl<'a> Reading<'a> {
    fn of(mapping: &'a Mapping, rules: Rules<'a>) -> Self {
        let column = |role: Role| mapping.column(&role);
        Self {
            mapping,
            rules,
            words: Words::of(rules.instrument),
            id: column(Role::ResponseId),
            group: column(Role::Group),
            unit: column(Role::Unit),
            channel: column(Role::Channel),
            helped: column(Role::Helped),
            open: column(Role::OpenQuestion),
            indicators: mapping.indicators().collect(),
        }
    }

    fn answer(&self, cell: &str) -> Option<Answer> {
        if self.mapping.own_form {
            Answer::parse(cell.as_bytes(), self.rules.instrument.scale)
        } else {
            self.words.meaning(&self.mapping.answers, cell)
        }
    }

    /// Whether nobody answered here: survey programs write a row for everyone who was asked.
    fn is_blank(&self, row: &Row) -> bool {
        !self.mapping.own_form
            && self.open.is_none_or(|column| row.cell(column).trim().is_empty())
            && self.indicators.iter().all(|(column, _)| self.answer(row.cell(*column)) == Some(Answer::Blank))
    }

    fn row(&self, row: &Row, checked: &mut Checked) -> Option<Taken> {
        let group = self.group_of(row, checked);
        let unit = self.unit_of(row, checked);
        let mut word = |column: Option<usize>, words: &'static [&'static str], expected| {
            let column = column?;
            let cell = row.cell(column);
            let known =
                words.iter().find(|word| cell == **word || (!self.mapping.own_form && key(cell) == **word));
            if known.is_none() && !cell.trim().is_empty() {
                checked.refuse(row.line, column, cell, expected);
            }
            known.copied()
        };
        let channel = word(self.channel, &CHANNELS, Expected::Channel);
        let helped = word(self.helped, &HELPED, Expected::Helped);
        let mut answers = Answers::default();
        for (column, id) in &self.indicators {
            let cell = row.cell(*column);
            match self.answer(cell) {
                Some(Answer::Blank) => {}
                None => checked.refuse(row.line, *column, cell, Expected::Answer),
                Some(answer) => match &group {
                    Some(group) if !self.asked(group, id) => {
                        checked.refuse(row.line, *column, cell, Expected::NotAsked(group.clone()));
                    }
                    _ => {
                        answers.0.insert((*id).clone(), answer);
                    }
                },
            }
        }
        let text = self.open.and_then(|column| {
            let text = lines(row.cell(column));
            if text.chars().count() > self.rules.longest_text {
                checked.refuse(row.line, column, &text, Expected::Shorter(self.rules.longest_text));
            }
            Some(text).filter(|text| !text.is_empty())
        });
        Some(Taken { group: group?, unit, answers, channel, helped, text })
    }

    fn group_of(&self, row: &Row, checked: &mut Checked) -> Option<GroupId> {
        let Some(column) = self.group else { return self.mapping.group.clone() };
        let cell = row.cell(column);
        let found = if self.mapping.own_form {
            self.rules.instrument.group(&cell.into()).map(|group| group.id.clone())
        } else {
            let said = self.mapping.groups.get(&key(cell)).cloned();
            let said = said.or_else(|| group(self.rules.instrument, cell));
            said.filter(|id| !cell.trim().is_empty() && self.rules.instrument.group(id).is_some())
        };
        if found.is_none() {
            checked.refuse(row.line, column, cell, Expected::Group);
        }
        found
    }

    fn unit_of(&self, row: &Row, checked: &mut Checked) -> Option<String> {
        let column = self.unit?;
        let cell = row.cell(column);
        let units = self.rules.units;
        if self.mapping.own_form {
            let found = units.iter().find(|unit| *unit == cell).cloned();
            if found.is_none() && !cell.is_empty() {
                checked.refuse(row.line, column, cell, Expected::Unit);
            }
            return found;
        }
        if cell.trim().is_empty() {
            return None;
        }
        match self.mapping.units.get(&key(cell)) {
            Some(said) if said.is_empty() => return None,
            Some(said) if units.contains(said) => return Some(said.clone()),
            _ => {}
        }
        let found = unit(units, cell).cloned();
        if found.is_none() {
            checked.refuse(row.line, column, cell, Expected::Unit);
        }
        found
    }

    fn asked(&self, group: &GroupId, id: &IndicatorId) -> bool {
        let form = self.rules.forms.get(group).copied().unwrap_or_default();
        self.rules.instrument.indicator(id).is_some_and(|(_, indicator)| indicator.asks(group, form))
    }
}

/// Several lines as they are kept: line feeds only, no other control characters, nothing blank at the ends.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    kept.trim().to_owned()
}
