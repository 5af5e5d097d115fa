//! The development plan: a part of a goal a post.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]
#![expect(clippy::too_many_arguments, reason = "one argument a field of the form")]

use super::settings_form::remember_all;
use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::plan::{PLAN, goal_address};
use crate::pages::desk::plan_part::part_address;
use crate::pages::desk::plan_part_fields::typed as typed_field;
use crate::pages::desk::plan_told::TOLD;
use jiff::civil::Date;
use leptos::prelude::*;
use screening::id::IndicatorId;
use screening::plan::{
    Aim, Decision, FollowUp, GoalChange, LifeArea, MOST_TOLD, People, Position, Question, STEPS, Telling,
    Told,
};
use std::collections::BTreeMap;
use workflow::{Error, FieldProblem, Problem};

/// The fields of a form as typed, and what in them can't be read.
struct Form<'a> {
    typed: &'a BTreeMap<String, String>,
    problems: Vec<FieldProblem>,
}

impl Form<'_> {
    fn text(&self, field: &str) -> String {
        self.typed.get(field).cloned().unwrap_or_default()
    }

    fn wrong(&mut self, field: &str, problem: Problem) {
        self.problems.push(FieldProblem { field: typed_field(field), problem });
    }

    /// A day; nothing typed is `None`.
    fn day(&mut self, field: &str) -> Option<Date> {
        let text = self.text(field);
        let day = text.trim().parse().ok();
        if day.is_none() && !text.trim().is_empty() {
            self.wrong(field, Problem::NotADate);
        }
        day
    }

    /// A step of the scale; nothing chosen is `None`.
    fn step(&mut self, field: &str) -> Option<u8> {
        let text = self.text(field);
        let step = text.trim().parse().ok();
        if step.is_none() && !text.trim().is_empty() {
            let [low, high] = STEPS.map(u64::from);
            self.wrong(field, Problem::NotANumber(low, high));
        }
        step
    }

    /// The choice with this name; nothing chosen is `None`.
    fn choice<T: Copy>(&mut self, field: &str, all: &[T], id: impl Fn(T) -> &'static str) -> Option<T> {
        let text = self.text(field);
        let known = all.iter().copied().find(|one| id(*one) == text);
        if known.is_none() && !text.is_empty() {
            self.wrong(field, Problem::NotAChoice);
        }
        known
    }

    fn read(&mut self, part: &str, indicators: &BTreeMap<String, String>) -> Option<GoalChange> {
        Some(match part {
            "1" => GoalChange::Aim(Aim {
                statement: self.text("statement"),
                why: self.text("why"),
                activity: self.text("activity"),
                indicators: indicators
                    .keys()
                    .filter_map(|key| key.strip_prefix("row-"))
                    .map(IndicatorId::from)
                    .collect(),
                life_area: self.choice("life_area", &LifeArea::ALL, LifeArea::id),
            }),
            "2" => GoalChange::People(People {
                begins: self.day("begins"),
                ends: self.day("ends"),
                place: self.text("place").parse().unwrap_or_default(),
                who: self.text("who"),
                user_along: match self.text("user_along").as_str() {
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => None,
                },
            }),
            "3" => {
                let answer = |question: Question| (question, self.text(question.id()));
                GoalChange::Questions(Question::ALL.into_iter().map(answer).collect())
            }
            "4" => GoalChange::Position(Position {
                wanted: self.step("wanted"),
                now: self.step("now"),
                holds: self.text("holds"),
                next_step: self.text("next_step"),
                success: self.text("success"),
                no_success: self.text("no_success"),
                cost: self.text("cost"),
                gain: self.text("gain"),
            }),
            "milestone" => GoalChange::AddMilestone { text: self.text("text"), due: self.day("due") },
            "follow-up" => return self.follow_up(),
            _ => return None,
        })
    }

    fn follow_up(&mut self) -> Option<GoalChange> {
        let (date, now) = (self.day("date"), self.step("now"));
        let decision = self.choice("decision", &Decision::ALL, Decision::id);
        for (field, lacks) in
            [("date", date.is_none()), ("now", now.is_none()), ("decision", decision.is_none())]
        {
            let told = self.problems.iter().any(|one| one.field == typed_field(field));
            if lacks && !told {
                self.wrong(field, if field == "date" { Problem::NotADate } else { Problem::NotAChoice });
            }
        }
        Some(GoalChange::FollowUp(FollowUp {
            date: date?,
            now: now?,
            well: self.text("well"),
            differently: self.text("differently"),
            decision: decision?,
            reason: self.text("reason"),
        }))
    }
}

/// Writes a part of a goal, a milestone or a follow-up; without a goal, a new one.
#[server(endpoint = "write-goal")]
pub async fn write_goal(
    #[server(default)] screening: String,
    #[server(default)] goal: String,
    #[server(default)] proposal: String,
    #[server(default)] seen: String,
    #[server(default)] part: String,
    #[server(default)] typed: BTreeMap<String, String>,
    #[server(default)] indicators: BTreeMap<String, String>,
    #[server(default)] sure: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&part_address(&screening, &goal, &proposal, &part))?;
    let post = remember_all(remember_all(post, "typed", &typed), "indicators", &indicators);
    let done = async {
        let actor = post.actor().await?;
        let mut form = Form { typed: &typed, problems: Vec::new() };
        let change = form.read(&part, &indicators);
        if !form.problems.is_empty() {
            return Err(Error::Invalid(form.problems));
        }
        let change = change.ok_or(Error::NotFound)?;
        let known = (!goal.is_empty()).then(|| (goal.as_str(), seen.parse().unwrap_or_default()));
        let workflow = &post.state.workflow;
        let written = workflow.write_goal(&actor, &screening, known, change, sure == "on").await;
        let id = in_typed(written)?;
        Ok(match part.as_str() {
            "1" => Next::Saved(goal_address(&screening, &id, "2")),
            "2" => Next::Saved(goal_address(&screening, &id, "3")),
            "3" => Next::Saved(goal_address(&screening, &id, "4")),
            "milestone" => Next::Page(format!("{}#delmaal", goal_address(&screening, &id, ""))),
            _ => Next::Saved(goal_address(&screening, &id, "")),
        })
    }
    .await;
    post.finish(done)
}

/// Ticks or drops a milestone, or takes the latest follow-up back.
#[server(endpoint = "change-goal")]
pub async fn change_goal(
    #[server(default)] screening: String,
    #[server(default)] goal: String,
    #[server(default)] seen: String,
    #[server(default)] change: String,
    #[server(default)] number: String,
) -> Result<(), AppError> {
    let page = goal_address(&screening, &goal, "");
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        let number = number.parse().unwrap_or_default();
        let (change, anchor) = match change.as_str() {
            "tick" => (GoalChange::TickMilestone(number, true), "delmaal"),
            "untick" => (GoalChange::TickMilestone(number, false), "delmaal"),
            "drop" => (GoalChange::RemoveMilestone(number), "delmaal"),
            "take-back" => (GoalChange::TakeBackFollowUp, "opfoelgninger"),
            _ => return Err(Error::NotFound),
        };
        let known = Some((goal.as_str(), seen.parse().unwrap_or_default()));
        post.state.workflow.write_goal(&actor, &screening, known, change, false).await?;
        Ok(Next::Page(format!("{page}#{anchor}")))
    }
    .await;
    post.finish(done)
}

/// Removes a goal that was never followed up.
#[server(endpoint = "remove-goal")]
pub async fn remove_goal(
    #[server(default)] screening: String,
    #[server(default)] goal: String,
    #[server(default)] seen: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&goal_address(&screening, &goal, ""))?;
    let done = async {
        let actor = post.actor().await?;
        let seen = seen.parse().unwrap_or_default();
        post.state.workflow.remove_goal(&actor, &screening, &goal, seen).await?;
        Ok(Next::Saved(address(&screening, PLAN)))
    }
    .await;
    post.finish(done)
}

/// Keeps *I sagde – vi gør*; what was picked comes after what is written.
#[server(endpoint = "save-told")]
pub async fn save_told(
    #[server(default)] screening: String,
    #[server(default)] telling: String,
    #[server(default)] seen: String,
    #[server(default)] told: BTreeMap<String, String>,
    #[server(default)] pick: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, TOLD);
    let post = remember_all(Post::from_page(&page)?, "told", &told);
    let done = async {
        let actor = post.actor().await?;
        let telling = Telling::named(&telling).ok_or(Error::NotFound)?;
        let key = |what: &str, place: usize| format!("{}-{what}-{place}", telling.id());
        let text = |what: &str, place: usize| told.get(&key(what, place)).cloned().unwrap_or_default();
        let mut pairs: Vec<Told> = (0..MOST_TOLD)
            .map(|place| Told { said: text("said", place), done: text("done", place) })
            .collect();
        pairs.extend(pick.into_values().map(|said| Told { said, done: String::new() }));
        let seen = seen.parse().unwrap_or_default();
        let saved = post.state.workflow.save_told(&actor, &screening, telling, seen, pairs).await;
        saved.map_err(|error| match error {
            Error::Invalid(problems) => Error::Invalid(
                problems
                    .into_iter()
                    .map(|problem| match problem.field.split_once('.') {
                        Some((what, place)) => FieldProblem {
                            field: format!("told[{}-{what}-{place}]", telling.id()),
                            ..problem
                        },
                        None => problem,
                    })
                    .collect(),
            ),
            other => other,
        })?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Puts the problem of `ends` at the form's field `typed[ends]`.
fn in_typed<T>(done: workflow::Result<T>) -> workflow::Result<T> {
    done.map_err(|error| match error {
        Error::Invalid(problems) => Error::Invalid(
            problems
                .into_iter()
                .map(|problem| match problem.field.as_str() {
                    "" | "indicators" => problem,
                    field => FieldProblem { field: typed_field(field), ..problem },
                })
                .collect(),
        ),
        other => other,
    })
}
