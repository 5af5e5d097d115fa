//! Change since an earlier screening, in English.

use super::English;
use super::findings::answers_of;
use super::numbers::owner;
use crate::comparison::{Moved, Reason, Step};
use crate::language::sentence::{capital, full_stop};
use crate::language::{ComparisonWords, Mean, Numbers};
use crate::picture::Interval;
use crate::plan::GoalState;

impl ComparisonWords for English {
    fn since_lead(&self, earlier: &str) -> String {
        format!(
            "We compare with the screening {}, and only what was asked in the same way both times.",
            self.quoted(earlier)
        )
    }

    fn since_moved(&self, subject: &str, now: Mean<'_>, then: Mean<'_>, higher: bool) -> String {
        let way = if higher { "higher" } else { "lower" };
        let [now_mean, then_mean] = [now, then].map(|mean| Numbers::mean(self, mean.figure, mean.n));
        format!(
            "{} on {subject} are {way} than last time: {now_mean} now, {then_mean} last time.",
            answers_of(now.group)
        )
    }

    fn since_moved_too(&self, group: &str, count: usize) -> String {
        let more = match count {
            1 => "one more topic".to_owned(),
            many => format!("{} more topics", self.number_word(u64::try_from(many).unwrap_or(u64::MAX))),
        };
        format!("{} have also moved on {more}.", answers_of(group))
    }

    fn since_unsure(&self, groups: &[&str]) -> String {
        let groups: Vec<String> = groups.iter().map(|group| self.definite(group)).collect();
        format!(
            "We can’t say whether the answers from {} have moved since last time. The differences are too small for that, \
             or the answers too few.",
            self.list(&groups)
        )
    }

    fn since_unsure_rest(&self, group: &str) -> String {
        format!("We can’t say whether {} other answers have moved.", owner(&self.definite(group)))
    }

    fn since_goal(&self, goal: &str, state: GoalState, success: &str) -> String {
        let stands = match state {
            GoalState::Written => "has not begun",
            GoalState::UnderWay => "is under way",
            GoalState::Reached => "is reached",
            GoalState::Stopped => "is stopped",
        };
        let sign = match success {
            "" => String::new(),
            success => format!(" The sign that it succeeds: {}", full_stop(success)),
        };
        format!("The goal {} {stands}.{sign}", self.quoted(goal))
    }

    fn since_goal_unsure(&self) -> &'static str {
        "We can’t say whether the answers have moved on what the goal is about."
    }

    fn since_few(&self, group: &str, subjects: Option<&str>) -> String {
        let about = subjects.map_or_else(String::new, |subjects| format!(" on {subjects}"));
        format!(
            "At least one of the times there are too few answers from {} to show figures{about}. So the two times can’t be \
             compared.",
            self.definite(group)
        )
    }

    fn since_new(&self, groups: &[&str]) -> String {
        let groups: Vec<String> = groups.iter().map(|group| self.inside(group)).collect();
        format!("Not asked last time: {}.", self.list(&groups))
    }

    fn since_gone(&self, groups: &[&str]) -> String {
        let groups: Vec<String> = groups.iter().map(|group| self.inside(group)).collect();
        format!("{} were asked last time only.", capital(&self.list(&groups)))
    }

    fn since_other(&self, scale: bool) -> &'static str {
        if scale {
            "Last time there were other answers to choose from. So the two times can’t be compared."
        } else {
            "Last time another instrument was used. So the two times can’t be compared."
        }
    }

    fn since_not_comparable(&self, subjects: &[String], more: usize) -> String {
        let more = (more > 0).then(|| match more {
            1 => "one more".to_owned(),
            many => format!("{} more", self.number_word(u64::try_from(many).unwrap_or(u64::MAX))),
        });
        let parts: Vec<String> = subjects.iter().cloned().chain(more).collect();
        format!("Not asked in the same way both times, so it can’t be compared: {}.", self.list(&parts))
    }

    fn since_note(&self) -> &'static str {
        "The two times are reckoned as if different people had answered. The more one compares, the more of the differences \
         come about by chance."
    }

    fn basis_since(&self, earlier: &str, interval: Option<Interval>) -> String {
        let interval = interval.map_or_else(String::new, |interval| {
            format!(": the difference lies between {} (95%)", self.ends(interval))
        });
        format!("Compared with {}{interval}", self.quoted(earlier))
    }

    fn then_and_now(&self) -> [&'static str; 2] {
        ["Last time", "Now"]
    }

    fn moved(&self, moved: Moved) -> &'static str {
        match moved {
            Moved::Higher => "higher than last time",
            Moved::Lower => "lower than last time",
            Moved::Unsure => "we can’t say",
            Moved::Few => self.few(),
            Moved::Alone => self.alone(),
        }
    }

    fn not_comparable(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::OtherInstrument => "another instrument was used last time",
            Reason::OtherScale => "there were other answers to choose from last time",
            Reason::New => "not asked last time",
            Reason::Gone => "not asked this time",
            Reason::Wording => "the statement means something else than last time",
            Reason::Statements => "the same was not asked both times",
        }
    }

    fn trend_title(&self, subject: &str, group: &str) -> String {
        format!("{subject} as seen by {}, time after time", self.inside(group))
    }

    fn trend_about(&self, min: u8, max: u8) -> String {
        format!(
            "Means on a scale from {min} to {max}, the oldest first. The line through a mark is the statistical uncertainty \
             (95%) where it can be shown."
        )
    }

    fn trend_columns(&self) -> [&'static str; 3] {
        ["Time", "Mean", "Since the time before"]
    }

    fn trend_step(&self, step: Step) -> &'static str {
        match step {
            Step::None => "",
            Step::Moved(Moved::Higher) => "higher",
            Step::Moved(Moved::Lower) => "lower",
            Step::Moved(Moved::Unsure) => "we can’t say",
            Step::Moved(Moved::Few) => "too few answers one of the times",
            Step::Moved(Moved::Alone) => self.alone(),
            Step::NotComparable(Reason::OtherInstrument) => "another instrument was used the time before",
            Step::NotComparable(Reason::OtherScale) => {
                "there were other answers to choose from the time before"
            }
            Step::NotComparable(Reason::New) => "not asked the time before",
            Step::NotComparable(Reason::Gone) => "not asked this time",
            Step::NotComparable(Reason::Wording) => "the statement meant something else the time before",
            Step::NotComparable(Reason::Statements) => "the same was not asked both times",
        }
    }

    fn trend_gap(&self) -> &'static str {
        "no figure"
    }

    fn trend_other(&self) -> &'static str {
        "measured in another way"
    }
}
