//! Words of the development plan, as they stand on paper, in a calendar and on the pages.

use crate::plan::{Decision, GoalState, LifeArea, Question, Telling};

/// Headings and labels of the plan.
#[derive(Clone, Copy, Debug)]
pub struct PlanTexts {
    /// *Stedets udviklingsplan.*
    pub title: &'static str,
    /// What stands first: what is good already.
    pub works_already: &'static str,
    /// Where nothing is written yet.
    pub no_goals: &'static str,
    /// Why.
    pub why: &'static str,
    /// What is done.
    pub activity: &'static str,
    /// From when to when.
    pub period: &'static str,
    /// Who.
    pub who: &'static str,
    /// A user is in the group.
    pub user_along: &'static str,
    /// Indicators it is about.
    pub indicators: &'static str,
    /// Part of life.
    pub life_area: &'static str,
    /// Signs of success.
    pub success: &'static str,
    /// Signs of the opposite.
    pub no_success: &'static str,
    /// What it costs.
    pub cost: &'static str,
    /// What is gained.
    pub gain: &'static str,
    /// Where the place wants to be.
    pub wanted: &'static str,
    /// Where it is when the goal begins.
    pub now: &'static str,
    /// What keeps it from being lower.
    pub holds: &'static str,
    /// What takes it a step up.
    pub next_step: &'static str,
    /// Milestones, and the columns of their table: by when, what, done.
    pub milestones: [&'static str; 4],
    /// Follow-ups, and the columns of their table: day, where, what went well, what is done differently, decision.
    pub follow_ups: [&'static str; 6],
    /// Where the place has been: title of the plot.
    pub progress: &'static str,
    /// What the plot shows.
    pub progress_about: &'static str,
    /// *I sagde – vi gør.*
    pub told: &'static str,
}

/// Words of the plan.
pub trait PlanWords {
    /// Headings and labels.
    fn plan(&self) -> PlanTexts;
    /// A goal's heading by its place.
    fn goal_heading(&self, place: usize, statement: &str) -> String;
    /// From one day to another, as written.
    fn period(&self, begins: &str, ends: &str) -> String;
    /// The next follow-up, on this day.
    fn next_follow_up(&self, day: &str) -> String;
    /// A milestone in a calendar.
    fn calendar_milestone(&self, text: &str) -> String;
    /// A follow-up in a calendar.
    fn calendar_follow_up(&self, statement: &str) -> String;
    /// Over what was said and over what is done, on the poster.
    fn told_labels(&self) -> [&'static str; 2];
    /// A day in few letters: `16. sep.`; months from 1.
    fn short_date(&self, month: i8, day: i8) -> String;
    /// The words of the report's places to begin that stand between the place and its first step.
    fn first_step_mark(&self) -> &'static str;
    /// When the poster is, under its title.
    fn telling(&self, telling: Telling) -> &'static str;
    /// A part of life.
    fn life_area(&self, area: LifeArea) -> &'static str;
    /// What was decided.
    fn decision(&self, decision: Decision) -> &'static str;
    /// One of the five questions.
    fn question(&self, question: Question) -> &'static str;
    /// Where a goal stands.
    fn goal_state(&self, state: GoalState) -> &'static str;
}
