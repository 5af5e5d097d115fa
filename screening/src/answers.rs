//! What people answered: one [`Answer`] an item, one [`Response`] a person; and the file of answers.

use crate::id::{GroupId, IndicatorId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One item of a questionnaire. The last three are three different things, none of them in a mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// A step of the scale, as chosen (not reversed).
    Step(u8),
    /// *Don't know.*
    DontKnow,
    /// *Not relevant.*
    NotApplicable,
    /// Left out.
    #[default]
    Blank,
}

/// One person's questionnaire: group, unit and answers, nothing more.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answers(pub BTreeMap<IndicatorId, Answer>);

/// Answers with whose they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The respondent's group.
    pub group: GroupId,
    /// The unit, if any.
    pub unit: Option<String>,
    /// The answers; an indicator that is absent is blank.
    pub answers: Answers,
}
