//! What people answered: one [`Answer`] an item, one [`Response`] a person.
//!
//! Answers come in by three doors, and all refuse what is not on the scale or not asked: [`form`] reads a page
//! of a questionnaire, [`file`] a file of responses, [`import`] a table of any shape by a mapping.

mod blocks;
mod fault;
pub mod file;
pub mod form;
pub mod import;
mod layout;
mod rows;
mod units;

pub use fault::AnswersFault;
pub use file::{BLOCK, FileRow, read_csv, read_rows, read_side_by_side};
pub use form::{FormFault, parse_form};
pub use units::MOST_UNITS;

use crate::id::{GroupId, IndicatorId};
use crate::instrument::Scale;
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

impl Answer {
    /// Reads an answer as forms and files write it: a step of the scale in plain digits, `DK`, `NA`, or
    /// nothing. `None` for anything else (a sign, a space, a decimal, a leading nought, a step off the scale).
    pub fn parse(text: &[u8], scale: Scale) -> Option<Self> {
        match text {
            [] => Some(Self::Blank),
            b"DK" => Some(Self::DontKnow),
            b"NA" => Some(Self::NotApplicable),
            [b'0', _, ..] => None,
            digits if digits.len() <= 3 && digits.iter().all(u8::is_ascii_digit) => {
                let step = digits.iter().fold(0_u16, |number, digit| number * 10 + u16::from(digit - b'0'));
                u8::try_from(step).ok().filter(|step| scale.contains(*step)).map(Self::Step)
            }
            _ => None,
        }
    }
}

impl std::fmt::Display for Answer {
    /// As forms and files write it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Step(step) => write!(f, "{step}"),
            Self::DontKnow => f.write_str("DK"),
            Self::NotApplicable => f.write_str("NA"),
            Self::Blank => Ok(()),
        }
    }
}

/// One person's answers, by indicator; one that is absent is blank.
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
