//! What must hold when a goal changes: everything wrong is told at once, each at its field.

use super::change::{Aim, Finding, GoalChange, People, PlanProblem, Position};
use super::{
    Decision, FollowUp, Goal, LONGEST_GOAL, LONGEST_TEXT, MOST_FOLLOW_UPS, MOST_MILESTONES, MOST_OPEN,
    Milestone, Question, STEPS,
};
use crate::id::IndicatorId;
use crate::instrument::Instrument;
use crate::schedule::Schedule;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Everything wrong, gathered.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn unless(&mut self, holds: bool, field: &'static str, problem: PlanProblem) {
        if !holds {
            self.0.push(Finding { field, problem });
        }
    }

    fn optional(&mut self, field: &'static str, text: &str, longest: usize) {
        self.unless(text.chars().count() <= longest, field, PlanProblem::TooLong(longest));
    }

    fn required(&mut self, field: &'static str, text: &str, longest: usize) {
        self.unless(!text.is_empty(), field, PlanProblem::Empty);
        self.optional(field, text, longest);
    }

    fn on_scale(&mut self, field: &'static str, value: Option<u8>) {
        let [low, high] = STEPS;
        self.unless(value.is_none_or(|value| (low..=high).contains(&value)), field, PlanProblem::NotOnScale);
    }

    fn a_date(&mut self, field: &'static str, date: Option<Date>) {
        let [first, last] = Schedule::DAYS;
        let holds = date.is_none_or(|date| (first..=last).contains(&date));
        self.unless(holds, field, PlanProblem::NotADate);
    }
}

impl Goal {
    /// The goal after a change on this day, or everything that does not hold.
    pub fn changed(
        &self,
        change: GoalChange,
        instrument: &Instrument,
        today: Date,
    ) -> Result<Self, Vec<Finding>> {
        let mut goal = self.clone();
        let mut findings = Findings::default();
        match change {
            GoalChange::Aim(aim) => goal.aim(aim, instrument, &mut findings),
            GoalChange::People(people) => goal.people(people, today, &mut findings),
            GoalChange::Questions(answers) => goal.answer(answers, &mut findings),
            GoalChange::Position(position) => goal.stand(position, &mut findings),
            GoalChange::AddMilestone { text, due } => goal.add_milestone(&text, due, today, &mut findings),
            GoalChange::TickMilestone(number, done) => {
                let known = goal.milestones.iter_mut().find(|one| one.number == number);
                match known {
                    Some(milestone) => milestone.done = done.then(|| milestone.done.unwrap_or(today)),
                    None => findings.unless(false, "milestone", PlanProblem::NotAChoice),
                }
            }
            GoalChange::RemoveMilestone(number) => {
                let before = goal.milestones.len();
                goal.milestones.retain(|one| one.number != number);
                findings.unless(goal.milestones.len() < before, "milestone", PlanProblem::NotAChoice);
            }
            GoalChange::FollowUp(follow_up) => goal.follow_up(follow_up, today, &mut findings),
            GoalChange::TakeBackFollowUp => {
                findings.unless(goal.follow_ups.pop().is_some(), "follow_up", PlanProblem::NotAChoice);
            }
        }
        if findings.0.is_empty() { Ok(goal) } else { Err(findings.0) }
    }

    fn aim(&mut self, aim: Aim, instrument: &Instrument, findings: &mut Findings) {
        self.statement = one_line(&aim.statement);
        self.why = lines(&aim.why);
        self.activity = lines(&aim.activity);
        self.life_area = aim.life_area;
        findings.required("statement", &self.statement, LONGEST_GOAL);
        findings.optional("why", &self.why, LONGEST_TEXT);
        findings.optional("activity", &self.activity, LONGEST_TEXT);
        let known = |id: &IndicatorId| instrument.indicators().any(|one| one.id == *id);
        findings.unless(aim.indicators.iter().all(known), "indicators", PlanProblem::NotAChoice);
        // In the instrument's order, each once.
        let chosen = instrument.indicators().map(|one| &one.id).filter(|id| aim.indicators.contains(id));
        self.indicators = chosen.cloned().collect();
    }

    fn people(&mut self, people: People, today: Date, findings: &mut Findings) {
        let ended = self.ends;
        self.begins = people.begins;
        self.ends = people.ends;
        self.place = people.place;
        self.who = lines(&people.who);
        self.user_along = people.user_along;
        findings.unless(self.begins.is_some(), "begins", PlanProblem::Empty);
        findings.unless(self.ends.is_some(), "ends", PlanProblem::NoEnd);
        findings.a_date("begins", self.begins);
        findings.a_date("ends", self.ends);
        if let (Some(begins), Some(ends)) = (self.begins, self.ends) {
            findings.unless(ends > begins, "ends", PlanProblem::EndsFirst);
            // A goal that has run out is not in the way of other changes.
            findings.unless(
                ends <= begins || ends >= today || ended == Some(ends),
                "ends",
                PlanProblem::Past,
            );
        }
        let most = u8::try_from(MOST_OPEN).unwrap_or(u8::MAX);
        findings.unless((1..=most).contains(&self.place), "place", PlanProblem::NotAChoice);
        findings.optional("who", &self.who, LONGEST_TEXT);
    }

    fn answer(&mut self, answers: BTreeMap<Question, String>, findings: &mut Findings) {
        self.questions = answers.into_iter().map(|(question, text)| (question, lines(&text))).collect();
        for (question, text) in &self.questions {
            findings.optional(question.id(), text, LONGEST_TEXT);
        }
        self.questions.retain(|_, text| !text.is_empty());
    }

    fn stand(&mut self, position: Position, findings: &mut Findings) {
        self.wanted = position.wanted;
        self.now = position.now;
        findings.on_scale("wanted", self.wanted);
        findings.on_scale("now", self.now);
        let texts = [
            ("holds", position.holds, &mut self.holds),
            ("next_step", position.next_step, &mut self.next_step),
            ("success", position.success, &mut self.success),
            ("no_success", position.no_success, &mut self.no_success),
            ("cost", position.cost, &mut self.cost),
            ("gain", position.gain, &mut self.gain),
        ];
        for (field, text, kept) in texts {
            *kept = lines(&text);
            findings.optional(field, kept, LONGEST_TEXT);
        }
    }

    fn add_milestone(&mut self, text: &str, due: Option<Date>, today: Date, findings: &mut Findings) {
        let text = one_line(text);
        findings.required("text", &text, LONGEST_GOAL);
        findings.unless(due.is_some(), "due", PlanProblem::Empty);
        findings.a_date("due", due);
        findings.unless(due.is_none_or(|due| due >= today), "due", PlanProblem::Past);
        let room = self.milestones.len() < MOST_MILESTONES;
        findings.unless(room, "text", PlanProblem::TooMany(MOST_MILESTONES));
        findings.unless(self.is_open(), "text", PlanProblem::Ended);
        if let Some(due) = due {
            let number = self.milestones.iter().map(|one| one.number).max().unwrap_or_default() + 1;
            self.milestones.push(Milestone { number, text, due, done: None });
            self.milestones.sort_by_key(|one| (one.due, one.number));
        }
    }

    fn follow_up(&mut self, made: FollowUp, today: Date, findings: &mut Findings) {
        findings.unless(self.is_open(), "decision", PlanProblem::Ended);
        findings.unless(self.lacks().is_empty(), "decision", PlanProblem::NotBegun);
        let made = FollowUp {
            well: lines(&made.well),
            differently: lines(&made.differently),
            reason: lines(&made.reason),
            ..made
        };
        let earliest = self.follow_ups.last().map(|last| last.date).or(self.begins);
        findings.a_date("date", Some(made.date));
        findings.unless(made.date <= today, "date", PlanProblem::Ahead);
        findings.unless(earliest.is_none_or(|day| made.date >= day), "date", PlanProblem::BeforeLast);
        findings.on_scale("now", Some(made.now));
        findings.optional("well", &made.well, LONGEST_TEXT);
        findings.optional("differently", &made.differently, LONGEST_TEXT);
        findings.optional("reason", &made.reason, LONGEST_TEXT);
        let said_why = made.decision != Decision::Stop || !made.reason.is_empty();
        findings.unless(said_why, "reason", PlanProblem::NoReason);
        let room = self.follow_ups.len() < MOST_FOLLOW_UPS;
        findings.unless(room, "decision", PlanProblem::TooMany(MOST_FOLLOW_UPS));
        self.follow_ups.push(made);
    }
}

/// One line: no control characters, single spaces, none at the ends.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines: line feeds only, no other control characters, nothing blank at the ends.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    kept.trim().to_owned()
}
