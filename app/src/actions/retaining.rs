//! What is deleted when: chosen shorter, and filed.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::settings_form::remember_all;
use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::retention::{ALL, RETENTION, months_field};
use jiff::civil::Date;
use leptos::prelude::*;
use screening::retention::Kept;
use std::collections::BTreeMap;
use workflow::{Error, FieldProblem, Problem};

/// Keeps how long the audit log is kept.
#[server(endpoint = "save-log-months")]
pub async fn save_log_months(#[server(default)] log: String) -> Result<(), AppError> {
    let post = Post::from_page(ALL)?.remember("log", &log);
    let done = async {
        let actor = post.actor().await?;
        // What is no number is none that may be.
        post.state.workflow.save_log_months(&actor, log.trim().parse().unwrap_or_default()).await?;
        Ok(Next::Saved(ALL.to_owned()))
    }
    .await;
    post.finish(done)
}

/// Keeps the months and the day of filing.
#[server(endpoint = "save-retention")]
pub async fn save_retention(
    #[server(default)] screening: String,
    #[server(default)] seen: String,
    #[server(default)] months: BTreeMap<String, String>,
    #[server(default)] filed: String,
) -> Result<(), AppError> {
    let page = address(&screening, RETENTION);
    let post = remember_all(Post::from_page(&page)?.remember("filed", &filed), "months", &months);
    let done = async {
        let actor = post.actor().await?;
        let (mut chosen, mut problems) = (BTreeMap::new(), Vec::new());
        for kept in Kept::ALL {
            let Some(typed) = months.get(kept.id()).map(|typed| typed.trim()) else { continue };
            match typed.parse() {
                // As long as can be is what nobody chose.
                Ok(number) if number == kept.most() => {}
                Ok(number) => drop(chosen.insert(kept, number)),
                Err(_) => {
                    let problem = Problem::NotANumber(1, u64::from(kept.most()));
                    problems.push(FieldProblem { field: months_field(kept), problem });
                }
            }
        }
        let day = match filed.trim() {
            "" => None,
            typed => typed.parse::<Date>().map(Some).unwrap_or_else(|_| {
                problems.push(FieldProblem { field: "filed".to_owned(), problem: Problem::NotADate });
                None
            }),
        };
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        // A form that says nothing of how often it was written was drawn for none.
        let seen = seen.parse().unwrap_or_default();
        let saved = post.state.workflow.save_retention(&actor, &screening, seen, chosen, day).await;
        saved.map_err(|error| match error {
            Error::Invalid(problems) => {
                let at = |problem: FieldProblem| match problem.field.split_once('.') {
                    Some((name, key)) => FieldProblem { field: format!("{name}[{key}]"), ..problem },
                    None => problem,
                };
                Error::Invalid(problems.into_iter().map(at).collect())
            }
            other => other,
        })?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}
