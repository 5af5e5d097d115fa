//! Sentences about change since an earlier screening. Only what the figures carry is called a change.

use super::Mean;
use crate::comparison::{Moved, Reason, Step};
use crate::picture::Interval;
use crate::plan::GoalState;

/// *Siden sidst*, in the report and on the page.
pub trait ComparisonWords {
    /// Which screening is compared with, and what is.
    fn since_lead(&self, earlier: &str) -> String;
    /// A group's answers have moved on a subject: the two means, now and then.
    fn since_moved(&self, subject: &str, now: Mean<'_>, then: Mean<'_>, higher: bool) -> String;
    /// They have moved on so many more.
    fn since_moved_too(&self, group: &str, count: usize) -> String;
    /// Nothing can be said of how these groups' answers have moved.
    fn since_unsure(&self, groups: &[&str]) -> String;
    /// Nothing can be said of the others of a group's.
    fn since_unsure_rest(&self, group: &str) -> String;
    /// Too few of a group in one of the rounds; on these subjects, or on any.
    fn since_few(&self, group: &str, subjects: Option<&str>) -> String;
    /// Groups that were asked this time only.
    fn since_new(&self, groups: &[&str]) -> String;
    /// Groups that were asked the last time only.
    fn since_gone(&self, groups: &[&str]) -> String;
    /// Nothing at all can be compared, since the rounds used different instruments or scales.
    fn since_other(&self, scale: bool) -> &'static str;
    /// What can't be compared, and so many more.
    fn since_not_comparable(&self, subjects: &[String], more: usize) -> String;
    /// A goal of the plan since then, where it stands, and its own sign of success.
    fn since_goal(&self, goal: &str, state: GoalState, success: &str) -> String;
    /// Nothing can be said of how the answers have moved that a goal is about.
    fn since_goal_unsure(&self) -> &'static str;
    /// What a change rests on and what it doesn't tell.
    fn since_note(&self) -> &'static str;
    /// What a sentence rests on.
    fn basis_since(&self, earlier: &str, interval: Option<Interval>) -> String;
    /// The two rounds, then and now.
    fn then_and_now(&self) -> [&'static str; 2];
    /// What may be said of a change, in a table.
    fn moved(&self, moved: Moved) -> &'static str;
    /// Why something can't be compared.
    fn not_comparable(&self, reason: Reason) -> &'static str;
    /// Title of a plot over several rounds.
    fn trend_title(&self, subject: &str, group: &str) -> String;
    /// What it shows, on a scale from and to.
    fn trend_about(&self, min: u8, max: u8) -> String;
    /// Columns of its table: round, mean, since the round before.
    fn trend_columns(&self) -> [&'static str; 3];
    /// What may be said since the round before; empty where there is none.
    fn trend_step(&self, step: Step) -> &'static str;
    /// In a plot, where there is no mark.
    fn trend_gap(&self) -> &'static str;
    /// Instead of a figure: the round used another instrument or scale.
    fn trend_other(&self) -> &'static str;
}
