//! What each column of a file is, and what its words mean.

use super::table::Table;
use crate::answers::Answer;
use crate::id::{GroupId, IndicatorId};
use crate::instrument::{Instrument, Scale};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a column is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Role {
    /// Never read.
    #[default]
    LeaveOut,
    /// What tells the rows apart; looked at for repeats and never kept.
    ResponseId,
    /// The respondent's group.
    Group,
    /// The unit.
    Unit,
    /// `web`, `tablet` or `paper`; counted.
    Channel,
    /// `alone` or `helped`; counted.
    Helped,
    /// The open question: kept as a comment, only in other words.
    OpenQuestion,
    /// Answers to an indicator's statement.
    Indicator(IndicatorId),
}

/// A word that says no role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not what a column can be: {0}")]
pub struct UnknownRole(String);

impl From<Role> for String {
    fn from(role: Role) -> Self {
        match role {
            Role::LeaveOut => "leave-out".to_owned(),
            Role::ResponseId => "response_id".to_owned(),
            Role::Group => "group".to_owned(),
            Role::Unit => "unit".to_owned(),
            Role::Channel => "channel".to_owned(),
            Role::Helped => "helped".to_owned(),
            Role::OpenQuestion => "open-question".to_owned(),
            Role::Indicator(id) => format!("indicator {id}"),
        }
    }
}

impl TryFrom<String> for Role {
    type Error = UnknownRole;
    fn try_from(text: String) -> Result<Self, UnknownRole> {
        Ok(match text.as_str() {
            "leave-out" => Self::LeaveOut,
            "response_id" => Self::ResponseId,
            "group" => Self::Group,
            "unit" => Self::Unit,
            "channel" => Self::Channel,
            "helped" => Self::Helped,
            "open-question" => Self::OpenQuestion,
            other => match other.strip_prefix("indicator ") {
                Some(id) => Self::Indicator(id.into()),
                None => return Err(UnknownRole(text)),
            },
        })
    }
}

/// What a person said a word means, written `4`, `DK`, `NA`, nothing (left out), or `?` (not understood: refused).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Meaning {
    /// This answer.
    Answer(Answer),
    /// None: a cell with it is refused.
    Refused,
}

impl From<Meaning> for String {
    fn from(meaning: Meaning) -> Self {
        match meaning {
            Meaning::Answer(answer) => answer.to_string(),
            Meaning::Refused => "?".to_owned(),
        }
    }
}

impl TryFrom<String> for Meaning {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, &'static str> {
        // Whether a step is on the scale is asked by `Mapping::faults`: a mapping does not know it.
        let any = Scale { min: 0, max: u8::MAX, agree_from: 0 };
        match text.as_str() {
            "?" => Ok(Self::Refused),
            text => Answer::parse(text.as_bytes(), any).map(Self::Answer).ok_or("not an answer"),
        }
    }
}

/// What the columns of a file are, and what its words mean. It holds no answer: column names, and the words that a
/// person gave a meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The columns' names, in order: a file with the same ones may use this.
    pub heads: Vec<String>,
    /// What each column is.
    pub roles: Vec<Role>,
    /// The group of every row; `None`: a column says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// Words of the group's column, by [`super::key`]; what is not here goes by the groups' names.
    #[serde(default)]
    pub groups: BTreeMap<String, GroupId>,
    /// Words of the unit's column; an empty unit: none. What is not here goes by the units' names.
    #[serde(default)]
    pub units: BTreeMap<String, String>,
    /// Words of the answers' columns; what is not here is what is plain.
    #[serde(default)]
    pub answers: BTreeMap<String, Meaning>,
    /// The contract's own form, word for word: nothing is read loosely.
    #[serde(default)]
    pub own_form: bool,
}

/// Why a mapping can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingFault {
    /// It is of a file with other columns.
    OtherColumns,
    /// Two columns, by number from 0, are the same.
    Twice(usize, usize),
    /// A column, by number from 0, is what the instrument has not.
    Unknown(usize),
    /// Nothing says which group it is.
    NoGroup,
    /// A column says the group, and so does the mapping.
    GroupTwice(usize),
    /// No column holds answers.
    NoAnswers,
    /// A word means what is not on the scale.
    OffScale(String),
}

impl Mapping {
    /// The column with this role.
    pub fn column(&self, role: &Role) -> Option<usize> {
        self.roles.iter().position(|other| other == role)
    }

    /// The columns that hold answers, each with its indicator.
    pub fn indicators(&self) -> impl Iterator<Item = (usize, &IndicatorId)> {
        self.roles.iter().enumerate().filter_map(|(column, role)| match role {
            Role::Indicator(id) => Some((column, id)),
            _ => None,
        })
    }

    /// Everything that keeps it from being used for this table.
    pub fn faults(&self, table: &Table, instrument: &Instrument) -> Vec<MappingFault> {
        if self.heads != table.heads || self.roles.len() != table.heads.len() {
            return vec![MappingFault::OtherColumns];
        }
        let mut faults = Vec::new();
        for (column, role) in self.roles.iter().enumerate() {
            match role {
                Role::LeaveOut => {}
                Role::Indicator(id) if instrument.indicator(id).is_none() => {
                    faults.push(MappingFault::Unknown(column))
                }
                role => {
                    if let Some(first) = self.column(role).filter(|first| *first < column) {
                        faults.push(MappingFault::Twice(first, column));
                    }
                }
            }
        }
        match (&self.group, self.column(&Role::Group)) {
            (None, None) => faults.push(MappingFault::NoGroup),
            (Some(_), Some(column)) => faults.push(MappingFault::GroupTwice(column)),
            (Some(group), None) if instrument.group(group).is_none() => faults.push(MappingFault::NoGroup),
            _ => {}
        }
        if self.indicators().next().is_none() {
            faults.push(MappingFault::NoAnswers);
        }
        for (word, meaning) in &self.answers {
            if let Meaning::Answer(Answer::Step(step)) = meaning
                && !instrument.scale.contains(*step)
            {
                faults.push(MappingFault::OffScale(word.clone()));
            }
        }
        faults
    }
}
