//! The place's development plan: at most three open goals, each with small milestones and close follow-ups, and what
//! is told those who took part.
//!
//! A [`Goal`] changes by a [`GoalChange`] and nothing else, so that every rule stands in one place ([`Goal::changed`]);
//! what does not hold names its field. To add a field of a goal: here, in its part of [`change`] with its rule in
//! [`rules`], on paper in [`paper`], and on the page of its part.

mod calendar;
mod change;
mod dates;
mod paper;
mod rules;
mod told;

pub use calendar::calendar;
pub use change::{Aim, Finding, GoalChange, People, PlanProblem, Position};
pub use dates::{coming_follow_ups, next_follow_up};
pub use paper::{DevelopmentPlan, goal_answers, goal_facts, plan_paper, progress, told_paper};
pub use told::{MOST_TOLD, Telling, Told};

use crate::id::IndicatorId;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most goals that are open at the same time.
pub const MOST_OPEN: usize = 3;
/// Most milestones of a goal.
pub const MOST_MILESTONES: usize = 12;
/// Most follow-ups of a goal.
pub const MOST_FOLLOW_UPS: usize = 60;
/// Longest text of one field, in characters.
pub const LONGEST_TEXT: usize = 1000;
/// Longest goal and milestone, in characters: they stand in headings and calendars.
pub const LONGEST_GOAL: usize = 200;
/// Both ends of the scale on which a place says where it is.
pub const STEPS: [u8; 2] = [1, 10];
/// A milestone further away than this is not near.
pub const NEAR_WEEKS: i64 = 6;

/// Which part of life a goal is about (Marselisborg, *Mål, delmål og progression*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LifeArea {
    /// Employment.
    Work,
    /// Health.
    Health,
    /// Education.
    Education,
    /// Social life.
    Social,
}

impl LifeArea {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Work, Self::Health, Self::Education, Self::Social];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Health => "health",
            Self::Education => "education",
            Self::Social => "social",
        }
    }
}

/// The five questions that a goal is asked, which together make it SMART.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// What do we do, and who does it? (specific)
    What,
    /// How can users notice that it has happened? (measurable)
    Noticed,
    /// Does anyone disagree? (accepted)
    Agreed,
    /// Can we manage it? (realistic)
    Managed,
    /// When do we begin, and when do we look? (timed)
    When,
}

impl Question {
    /// In order.
    pub const ALL: [Self; 5] = [Self::What, Self::Noticed, Self::Agreed, Self::Managed, Self::When];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Noticed => "noticed",
            Self::Agreed => "agreed",
            Self::Managed => "managed",
            Self::When => "when",
        }
    }
}

/// A goal, as far as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Goal {
    /// What the place wants.
    pub statement: String,
    /// Why.
    pub why: String,
    /// What is done.
    pub activity: String,
    /// Indicators of the screening's instrument that it is about.
    pub indicators: Vec<IndicatorId>,
    /// Optional tag.
    pub life_area: Option<LifeArea>,
    /// First day.
    pub begins: Option<Date>,
    /// Last day.
    pub ends: Option<Date>,
    /// Its place among the open goals, from 1.
    pub place: u8,
    /// Who works on it, by role.
    pub who: String,
    /// A user is in the group; `None`: nobody has said.
    pub user_along: Option<bool>,
    /// Answers to the five questions.
    pub questions: BTreeMap<Question, String>,
    /// Where the place wants to be, 1 to 10.
    pub wanted: Option<u8>,
    /// Where it was when the goal was written.
    pub now: Option<u8>,
    /// What keeps it from being lower.
    pub holds: String,
    /// What takes it one step up.
    pub next_step: String,
    /// How one sees that it succeeds.
    pub success: String,
    /// How one sees that it does not.
    pub no_success: String,
    /// What it costs.
    pub cost: String,
    /// What is gained by it.
    pub gain: String,
    /// Steps on the way, in the order of their days.
    pub milestones: Vec<Milestone>,
    /// What was seen on the way, oldest first.
    pub follow_ups: Vec<FollowUp>,
}

/// A small step on the way to a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// Number within the goal; stays with it.
    pub number: u32,
    /// What.
    pub text: String,
    /// By when.
    pub due: Date,
    /// The day it was done.
    pub done: Option<Date>,
}

impl Milestone {
    /// Further away than [`NEAR_WEEKS`]: a smaller step would be better.
    pub fn is_far(&self, today: Date) -> bool {
        self.done.is_none() && self.due > later(today, NEAR_WEEKS.weeks())
    }

    /// Its day is past, and it is not done.
    pub fn is_late(&self, today: Date) -> bool {
        self.done.is_none() && self.due < today
    }
}

/// What is decided when a goal is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Go on.
    GoOn,
    /// Go on in another way.
    Change,
    /// The goal is reached.
    Reached,
    /// It is given up.
    Stop,
}

impl Decision {
    /// In the order of the form.
    pub const ALL: [Self; 4] = [Self::GoOn, Self::Change, Self::Reached, Self::Stop];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::GoOn => "go-on",
            Self::Change => "change",
            Self::Reached => "reached",
            Self::Stop => "stop",
        }
    }
}

/// A goal looked at on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// The day.
    pub date: Date,
    /// Where the place is now, 1 to 10.
    pub now: u8,
    /// What went well.
    pub well: String,
    /// What is done differently from here.
    pub differently: String,
    /// What was decided.
    pub decision: Decision,
    /// Why; always there where it was stopped.
    pub reason: String,
}

/// Where a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalState {
    /// Something is missing before it can begin.
    Written,
    /// It is worked on.
    UnderWay,
    /// Reached.
    Reached,
    /// Given up.
    Stopped,
}

/// What a goal lacks before it can begin, each with the part where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// First and last day.
    Period,
    /// A user in the group.
    User,
    /// Where the place wants to be, and where it is.
    Position,
}

impl Goal {
    /// Where it stands.
    pub fn state(&self) -> GoalState {
        match self.follow_ups.last().map(|last| last.decision) {
            Some(Decision::Reached) => GoalState::Reached,
            Some(Decision::Stop) => GoalState::Stopped,
            _ if self.lacks().is_empty() => GoalState::UnderWay,
            _ => GoalState::Written,
        }
    }

    /// Neither reached nor given up.
    pub fn is_open(&self) -> bool {
        !matches!(self.state(), GoalState::Reached | GoalState::Stopped)
    }

    /// What is missing before it can begin.
    pub fn lacks(&self) -> Vec<Lack> {
        let lacking = [
            (Lack::Period, self.begins.is_none() || self.ends.is_none()),
            (Lack::User, self.user_along != Some(true)),
            (Lack::Position, self.wanted.is_none() || self.now.is_none()),
        ];
        lacking.into_iter().filter(|(_, lacks)| *lacks).map(|(lack, _)| lack).collect()
    }

    /// Where the place says it is now.
    pub fn latest(&self) -> Option<u8> {
        self.follow_ups.last().map(|last| last.now).or(self.now)
    }
}

/// Open goals first, then in the order that was chosen, then as they were written.
pub fn in_order<T>(goals: &mut [T], goal: impl Fn(&T) -> &Goal) {
    goals.sort_by_key(|one| (!goal(one).is_open(), goal(one).place));
}

/// Whether one more goal may be open beside these.
pub fn has_room<'a>(goals: impl IntoIterator<Item = &'a Goal>) -> bool {
    goals.into_iter().filter(|goal| goal.is_open()).count() < MOST_OPEN
}

/// The open goal that is about a focus point: about one of these, its indicators.
pub fn goal_about<'a>(
    goals: impl IntoIterator<Item = &'a Goal>,
    indicators: &[IndicatorId],
) -> Option<&'a Goal> {
    let about = |goal: &Goal| goal.indicators.iter().any(|id| indicators.contains(id));
    goals.into_iter().find(|goal| goal.is_open() && about(goal))
}

/// A later day; at the calendar's own end the day itself.
fn later(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap_or(day)
}
