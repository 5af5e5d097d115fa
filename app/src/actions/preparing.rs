//! Preparing beside the settings: *Er I klar?*, a small place, the dates.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]
#![expect(clippy::too_many_arguments, reason = "one argument a field of the form")]

use super::settings_form::remember_all;
use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::dates::{DATES, date_field};
use crate::pages::desk::lacks::{READY, SMALL};
use crate::pages::desk::prepare_small::way_field;
use crate::pages::desk::settings_fields::group_key;
use leptos::prelude::*;
use screening::id::GroupId;
use screening::preparation::{Expense, Ground, Preparation, SmallWay, Stage, Tie};
use screening::schedule::Milestone;
use std::collections::BTreeMap;
use workflow::{Error, FieldProblem, MOST_PLANNING_USERS, Problem};

/// Keeps *Er I klar?*
#[server(endpoint = "save-readiness")]
pub async fn save_readiness(
    #[server(default)] screening: String,
    #[server(default)] stage: String,
    #[server(default)] grounds: BTreeMap<String, String>,
    #[server(default)] planning_group: String,
    #[server(default)] planning_users: String,
    #[server(default)] staff_representatives: String,
    #[server(default)] budget: BTreeMap<String, String>,
    #[server(default)] tie: String,
) -> Result<(), AppError> {
    let page = address(&screening, READY);
    let post = Post::from_page(&page)?
        .remember("stage", &stage)
        .remember("planning_group", &planning_group)
        .remember("planning_users", &planning_users)
        .remember("staff_representatives", &staff_representatives)
        .remember("tie", &tie);
    let post = remember_all(remember_all(post, "grounds", &grounds), "budget", &budget);
    let done = async {
        let actor = post.actor().await?;
        let ground = |ground: Ground| (ground, grounds.get(ground.id()).cloned().unwrap_or_default());
        let expense = |expense: Expense| (expense, budget.get(expense.id()).cloned().unwrap_or_default());
        let preparation = Preparation {
            stage: chosen("stage", &stage, &Stage::ALL, Stage::id)?,
            grounds: Ground::ALL.into_iter().map(ground).collect(),
            planning_group,
            planning_users: number(&planning_users)?,
            staff_representatives,
            budget: Expense::ALL.into_iter().map(expense).collect(),
            tie: chosen("tie", &tie, &Tie::ALL, Tie::id)?,
            ways: BTreeMap::new(),
        };
        let saved = post.state.workflow.save_preparation(&actor, &screening, preparation).await;
        in_brackets(saved)?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Records how a small group goes on.
#[server(endpoint = "choose-small-way")]
pub async fn choose_small_way(
    #[server(default)] screening: String,
    #[server(default)] group: String,
    #[server(default)] ways: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, SMALL);
    let post = remember_all(Post::from_page(&page)?, "ways", &ways);
    let done = async {
        let actor = post.actor().await?;
        let group = GroupId::from(group.as_str());
        let field = way_field(&group);
        let typed = ways.get(&group_key(group.as_str())).map_or("", String::as_str);
        let way = chosen(&field, typed, &SmallWay::ALL, SmallWay::id)?
            .ok_or_else(|| Error::field(field.clone(), Problem::NotAChoice))?;
        let chosen = post.state.workflow.choose_small_way(&actor, &screening, &group, way).await;
        chosen.map_err(|error| match error {
            Error::Invalid(problems) => {
                let at = |problem: FieldProblem| FieldProblem { field: field.clone(), ..problem };
                Error::Invalid(problems.into_iter().map(at).collect())
            }
            other => other,
        })?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Keeps the dates.
#[server(endpoint = "save-schedule")]
pub async fn save_schedule(
    #[server(default)] screening: String,
    #[server(default)] start: String,
    #[server(default)] dates: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, DATES);
    let post = remember_all(Post::from_page(&page)?.remember("start", &start), "dates", &dates);
    let done = async {
        let actor = post.actor().await?;
        let mut problems = Vec::new();
        let mut day = |field: String, typed: &str| {
            let day = typed.trim().parse::<jiff::civil::Date>().ok();
            if day.is_none() {
                problems.push(FieldProblem { field, problem: Problem::NotADate });
            }
            day
        };
        let first = day("start".to_owned(), &start);
        let mut typed = BTreeMap::new();
        for milestone in Milestone::ALL {
            // A form that lacks a date leaves it as proposed.
            let Some(text) = dates.get(milestone.id()) else { continue };
            typed.extend(day(date_field(milestone), text).map(|day| (milestone, day)));
        }
        let Some(first) = first.filter(|_| problems.is_empty()) else {
            return Err(Error::Invalid(problems));
        };
        let saved = post.state.workflow.save_schedule(&actor, &screening, first, &typed).await;
        in_brackets(saved)?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// The choice with this name; nothing chosen is `None`.
fn chosen<T: Copy>(
    field: &str,
    typed: &str,
    all: &[T],
    id: impl Fn(T) -> &'static str,
) -> workflow::Result<Option<T>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let known = all.iter().copied().find(|one| id(*one) == typed);
    known.map(Some).ok_or_else(|| Error::field(field, Problem::NotAChoice))
}

/// How many users plan along; nothing written is `None`.
fn number(typed: &str) -> workflow::Result<Option<u32>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let problem = Problem::NotANumber(0, u64::from(MOST_PLANNING_USERS));
    typed.parse().map(Some).map_err(|_| Error::field("planning_users", problem))
}

/// Puts the problem of `grounds.time` at the form's field `grounds[time]`.
fn in_brackets<T>(done: workflow::Result<T>) -> workflow::Result<T> {
    done.map_err(|error| match error {
        Error::Invalid(problems) => Error::Invalid(
            problems
                .into_iter()
                .map(|problem| match problem.field.split_once('.') {
                    Some((name, key)) => FieldProblem { field: format!("{name}[{key}]"), ..problem },
                    None => problem,
                })
                .collect(),
        ),
        other => other,
    })
}
