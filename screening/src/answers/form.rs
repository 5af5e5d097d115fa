//! One page of a questionnaire, as a browser sends it.

use super::{Answer, Answers};
use crate::id::{FocusPointId, GroupId, IndicatorId};
use crate::instrument::{Form, Instrument};

/// Why a page is refused. An honest page never is: its form offers nothing else.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormFault {
    /// The group's questionnaire has no such page.
    #[error("this questionnaire has no page about {0}")]
    NoSuchPage(FocusPointId),
    /// The page does not ask this.
    #[error("this page does not ask {0}")]
    NotAsked(IndicatorId),
    /// The answer is no step of the scale, don't know, not relevant or nothing.
    #[error("the answer to {0} is not on the scale")]
    NotOnScale(IndicatorId),
}

impl FormFault {
    /// The item it is about, where it is about one.
    pub fn item(&self) -> Option<&IndicatorId> {
        match self {
            Self::NoSuchPage(_) => None,
            Self::NotAsked(item) | Self::NotOnScale(item) => Some(item),
        }
    }
}

/// Reads the page of one focus point: (indicator, value) as sent. The last value of an item holds; blank ones
/// are left out.
///
/// # Errors
///
/// The first value that this page of this group's questionnaire can't have.
pub fn parse_form<'a>(
    instrument: &Instrument,
    group: &GroupId,
    form: Form,
    focus_point: &FocusPointId,
    values: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Answers, FormFault> {
    let questionnaire = instrument.questionnaire(group, form);
    let page = questionnaire.iter().find(|(point, _)| point.id == *focus_point);
    let Some((_, asked)) = page else { return Err(FormFault::NoSuchPage(focus_point.clone())) };
    let mut answers = Answers::default();
    for (item, value) in values {
        let item = IndicatorId::from(item);
        if !asked.iter().any(|indicator| indicator.id == item) {
            return Err(FormFault::NotAsked(item));
        }
        match Answer::parse(value.as_bytes(), instrument.scale) {
            None => return Err(FormFault::NotOnScale(item)),
            Some(Answer::Blank) => answers.0.remove(&item),
            Some(answer) => answers.0.insert(item, answer),
        };
    }
    Ok(answers)
}
