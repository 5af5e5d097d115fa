//! Writing the plan: a goal by its parts, and what is told those who took part.

use super::Kept;
use crate::fields::{Problems, lines};
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::plan::{
    Finding, Goal, GoalChange, LONGEST_TEXT, MOST_TOLD, PlanProblem, STEPS, Telling, Told, has_room,
};

impl Workflow {
    /// Writes a new goal by its first part, or changes one as it was seen; gives its id.
    ///
    /// # Errors
    ///
    /// The fields of [`GoalChange`]; `who` where it looks like a name and the writer is not `sure`;
    /// [`Problem::Changed`] where somebody wrote it meanwhile; [`PlanProblem::NoRoom`] where three are open.
    pub async fn write_goal(
        &self,
        actor: &Actor,
        screening: &str,
        seen: Option<(&str, i64)>,
        change: GoalChange,
        sure: bool,
    ) -> Result<String> {
        let (screening, _) = self.to_develop(actor, screening).await?;
        let goals = self.store.goals(&screening.id).await?;
        let before = match seen {
            Some((id, _)) => goals.iter().find(|stored| stored.id == id).ok_or(Error::NotFound)?.goal.clone(),
            None if !has_room(goals.iter().map(|stored| &stored.goal)) => {
                return Err(Error::Refused(Problem::Plan(PlanProblem::NoRoom)));
            }
            None => Goal { place: u8::try_from(goals.len() % 3 + 1).unwrap_or(1), ..Goal::default() },
        };
        let mut problems = Problems::default();
        if let GoalChange::People(people) = &change {
            screening.ask_who(&mut problems, "who", &people.who, sure);
        }
        let what = event(&change, seen.is_some());
        let goal = match before.changed(change, &screening.instrument, self.today()) {
            Ok(goal) => goal,
            Err(findings) => return Err(told_with(findings, problems)),
        };
        problems.none()?;
        let id = seen.map_or_else(|| self.fresh_id(), |(id, _)| id.to_owned());
        let noting = self.noting(actor, &screening, what, &*id);
        settled(match seen {
            Some((_, seen)) => noting.change_goal(&screening.id, &id, seen, &goal).await?,
            None => noting.add_goal(&screening.id, &id, &goal).await?,
        })?;
        Ok(id)
    }

    /// Removes a goal that was never followed up.
    ///
    /// # Errors
    ///
    /// [`Problem::WrongState`] where it was: it is given up with a reason instead; [`Problem::Changed`].
    pub async fn remove_goal(&self, actor: &Actor, screening: &str, goal: &str, seen: i64) -> Result<()> {
        let (screening, _) = self.to_develop(actor, screening).await?;
        let goals = self.store.goals(&screening.id).await?;
        let known = goals.iter().find(|stored| stored.id == goal).ok_or(Error::NotFound)?;
        if !known.goal.follow_ups.is_empty() {
            return Err(Error::Refused(Problem::WrongState));
        }
        let noting = self.noting(actor, &screening, "goal removed", goal);
        settled(noting.remove_goal(&screening.id, goal, seen).await?)
    }

    /// Keeps what is told those who took part; pairs without a word are left out, and what was said may wait for what
    /// is done.
    ///
    /// # Errors
    ///
    /// Fields `said.<place>`, `done.<place>` from 0: nothing said, too many, too long; [`Problem::Changed`].
    pub async fn save_told(
        &self,
        actor: &Actor,
        screening: &str,
        telling: Telling,
        seen: i64,
        told: Vec<Told>,
    ) -> Result<()> {
        let (screening, _) = self.to_develop(actor, screening).await?;
        let mut problems = Problems::default();
        let mut kept = Vec::new();
        for (place, one) in told.into_iter().enumerate() {
            let one = Told { said: lines(&one.said), done: lines(&one.done) };
            if one.said.is_empty() && one.done.is_empty() {
                continue;
            }
            problems.required(&format!("said.{place}"), &one.said, LONGEST_TEXT);
            problems.optional(&format!("done.{place}"), &one.done, LONGEST_TEXT);
            problems.unless(kept.len() < MOST_TOLD, &format!("said.{place}"), Problem::TooMany(MOST_TOLD));
            kept.push(one);
        }
        problems.none()?;
        let noting = self.noting(actor, &screening, "told what is done", telling.id());
        settled(noting.save_told(&screening.id, telling, seen, &kept).await?)
    }
}

fn event(change: &GoalChange, known: bool) -> &'static str {
    match change {
        GoalChange::Aim(_) if !known => "goal written",
        GoalChange::Aim(_) | GoalChange::People(_) | GoalChange::Questions(_) | GoalChange::Position(_) => {
            "goal changed"
        }
        GoalChange::AddMilestone { .. } | GoalChange::TickMilestone(..) | GoalChange::RemoveMilestone(_) => {
            "milestones changed"
        }
        GoalChange::FollowUp(_) => "goal followed up",
        GoalChange::TakeBackFollowUp => "follow-up taken back",
    }
}

/// What does not hold in the words of the forms.
fn told_with(findings: Vec<Finding>, mut problems: Problems) -> Error {
    for Finding { field, problem } in findings {
        problems.add(field, worded(problem));
    }
    match problems.none() {
        Err(error) => error,
        Ok(()) => Error::Refused(Problem::Changed),
    }
}

fn worded(problem: PlanProblem) -> Problem {
    match problem {
        PlanProblem::Empty => Problem::Empty,
        PlanProblem::TooLong(most) => Problem::TooLong(most),
        PlanProblem::NotAChoice => Problem::NotAChoice,
        PlanProblem::NotADate => Problem::NotADate,
        PlanProblem::TooMany(most) => Problem::TooMany(most),
        PlanProblem::NotOnScale => {
            let [low, high] = STEPS.map(u64::from);
            Problem::NotANumber(low, high)
        }
        other => Problem::Plan(other),
    }
}

fn settled(kept: Kept) -> Result<()> {
    match kept {
        Kept::Kept => Ok(()),
        Kept::Changed => Err(Error::Refused(Problem::Changed)),
        Kept::NoRoom => Err(Error::Refused(Problem::Plan(PlanProblem::NoRoom))),
    }
}
