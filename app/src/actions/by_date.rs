//! Days on which something happens by itself, and a screening that never opened.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::settings_form::remember_all;
use super::{Next, Post};
use crate::error::AppError;
use crate::pages::administration_new::{PLACES, zone_field};
use crate::pages::desk::by_date::DELETE;
use crate::pages::desk::course::address;
use jiff::civil::Date;
use leptos::prelude::*;
use screening::by_date::ByDate;
use std::collections::BTreeMap;
use workflow::{Error, FieldProblem, Problem};

/// Keeps the days on which it opens and closes.
#[server(endpoint = "save-by-date")]
pub async fn save_by_date(
    #[server(default)] screening: String,
    #[server(default)] opens_on: String,
    #[server(default)] closes_on: String,
) -> Result<(), AppError> {
    let page = address(&screening, "indsaml");
    let post = Post::from_page(&page)?.remember("opens_on", &opens_on).remember("closes_on", &closes_on);
    let done = async {
        let actor = post.actor().await?;
        let mut problems = Vec::new();
        let mut day = |field: &str, typed: &str| match typed.trim() {
            "" => None,
            typed => {
                let day = typed.parse::<Date>().ok();
                if day.is_none() {
                    problems.push(FieldProblem { field: field.to_owned(), problem: Problem::NotADate });
                }
                day
            }
        };
        let days = ByDate { opens_on: day("opens_on", &opens_on), closes_on: day("closes_on", &closes_on) };
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        post.state.workflow.save_by_date(&actor, &screening, days).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Deletes a screening that was never opened.
#[server(endpoint = "delete-screening")]
pub async fn delete_screening(
    #[server(default)] screening: String,
    #[server(default)] deletes: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&screening, DELETE))?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.delete_screening(&actor, &screening, deletes == "on").await?;
        Ok(Next::Saved("/screeninger".to_owned()))
    }
    .await;
    post.finish(done)
}

/// Keeps where the days of places begin.
#[server(endpoint = "save-time-zones")]
pub async fn save_time_zones(#[server(default)] zones: BTreeMap<String, String>) -> Result<(), AppError> {
    let post = remember_all(Post::from_page(PLACES)?, "zones", &zones);
    let done = async {
        let actor = post.actor().await?;
        let of_place = |(key, zone): (&String, &String)| {
            key.strip_prefix("place-").map(|place| (place.to_owned(), zone.clone()))
        };
        let chosen = zones.iter().filter_map(of_place).collect();
        let saved = post.state.workflow.set_time_zones(&actor, &chosen).await;
        saved.map_err(|error| match error {
            Error::Invalid(problems) => {
                let at = |problem: FieldProblem| match problem.field.strip_prefix("zones.") {
                    Some(place) => FieldProblem { field: zone_field(place), ..problem },
                    None => problem,
                };
                Error::Invalid(problems.into_iter().map(at).collect())
            }
            other => other,
        })?;
        Ok(Next::Saved(PLACES.to_owned()))
    }
    .await;
    post.finish(done)
}
