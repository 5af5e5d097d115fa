//! What is done with a goal, and what can be wrong with it.

use super::{FollowUp, LifeArea, Question};
use crate::id::IndicatorId;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What is wrong with a field of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanProblem {
    /// Nothing is written.
    Empty,
    /// Longer than this, in characters.
    TooLong(usize),
    /// Not one of the choices.
    NotAChoice,
    /// Not on the scale from 1 to 10.
    NotOnScale,
    /// A day outside [`crate::schedule::Schedule::DAYS`].
    NotADate,
    /// A goal without an end.
    NoEnd,
    /// It ends before it begins.
    EndsFirst,
    /// A deadline in the past.
    Past,
    /// Nobody can have looked on a day to come.
    Ahead,
    /// Before the goal began, or before the follow-up before it.
    BeforeLast,
    /// More than this many.
    TooMany(usize),
    /// As many goals are open as may be.
    NoRoom,
    /// Stopped without a reason.
    NoReason,
    /// Something is missing before the goal can begin.
    NotBegun,
    /// The goal is reached or given up.
    Ended,
}

/// A field, and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the field.
    pub field: &'static str,
    /// What is wrong.
    pub problem: PlanProblem,
}

/// First part of a goal: what is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aim {
    /// [`super::Goal::statement`].
    pub statement: String,
    /// [`super::Goal::why`].
    pub why: String,
    /// [`super::Goal::activity`].
    pub activity: String,
    /// [`super::Goal::indicators`].
    pub indicators: Vec<IndicatorId>,
    /// [`super::Goal::life_area`].
    pub life_area: Option<LifeArea>,
}

/// Second part: when, and who.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// [`super::Goal::begins`].
    pub begins: Option<Date>,
    /// [`super::Goal::ends`].
    pub ends: Option<Date>,
    /// [`super::Goal::place`].
    pub place: u8,
    /// [`super::Goal::who`].
    pub who: String,
    /// [`super::Goal::user_along`].
    pub user_along: Option<bool>,
}

/// Fourth part: where the place is, and how one sees whether it moves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// [`super::Goal::wanted`].
    pub wanted: Option<u8>,
    /// [`super::Goal::now`].
    pub now: Option<u8>,
    /// [`super::Goal::holds`].
    pub holds: String,
    /// [`super::Goal::next_step`].
    pub next_step: String,
    /// [`super::Goal::success`].
    pub success: String,
    /// [`super::Goal::no_success`].
    pub no_success: String,
    /// [`super::Goal::cost`].
    pub cost: String,
    /// [`super::Goal::gain`].
    pub gain: String,
}

/// What is done with a goal. Fields of the findings are the fields named here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalChange {
    /// The first part: fields as in [`Aim`].
    Aim(Aim),
    /// The second: fields as in [`People`].
    People(People),
    /// The third, the five questions: fields by [`Question::id`].
    Questions(BTreeMap<Question, String>),
    /// The fourth: fields as in [`Position`].
    Position(Position),
    /// One more milestone.
    AddMilestone {
        /// What; field `text`.
        text: String,
        /// By when; field `due`.
        due: Option<Date>,
    },
    /// A milestone is done, or is not done after all.
    TickMilestone(u32, bool),
    /// A milestone goes.
    RemoveMilestone(u32),
    /// It was looked at: fields as in [`FollowUp`].
    FollowUp(FollowUp),
    /// The latest follow-up was a mistake.
    TakeBackFollowUp,
}
