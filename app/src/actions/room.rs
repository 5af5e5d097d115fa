//! In the room: counting, and what is done below half.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::Next;
use super::hearings::{attendance, numbered, post_from};
use super::settings_form::remember_all;
use crate::error::AppError;
use crate::pages::desk::hearing_count::{below_value, moment_value};
use leptos::prelude::*;
use screening::hearing::{Below, Moment};
use std::collections::BTreeMap;
use workflow::{Error, Problem};

fn moment_of(value: &str) -> workflow::Result<Moment> {
    let moment = Moment::ALL.into_iter().find(|moment| moment_value(*moment) == value);
    moment.ok_or_else(|| Error::field("moment", Problem::NotAChoice))
}

/// Keeps who is in the room.
#[server(endpoint = "count-room")]
pub async fn count_room(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] moment: String,
    #[server(default)] present: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number, "rum")?;
    let post = remember_all(post.remember("moment", &moment), "present", &present);
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let instrument = workflow.screening(&actor, &screening).await?.instrument;
        let present = attendance("present", &present, &instrument)?;
        workflow.count_room(&actor, &screening, sitting, moment_of(&moment)?, present).await?;
        Ok(Next::Page(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Keeps what is done about a count below half.
#[server(endpoint = "decide-below")]
pub async fn decide_below(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] moment: String,
    #[server(default)] below: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number, "rum")?;
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        let chosen = Below::ALL.into_iter().find(|one| below_value(*one) == below);
        let chosen = chosen.ok_or_else(|| Error::field("below", Problem::NotAChoice))?;
        let moment = moment_of(&moment)?;
        post.state.workflow.decide_below(&actor, &screening, sitting, moment, chosen).await?;
        Ok(Next::Page(page.clone()))
    }
    .await;
    post.finish(done)
}
