//! Open links, and numbers invited while it is open.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::settings_form::{Typed, at_fields};
use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::course::address;
use leptos::prelude::*;
use screening::id::GroupId;
use std::collections::BTreeMap;

/// Switches the open link of a group on, or off.
#[server(endpoint = "switch-open-link")]
pub async fn switch_open_link(
    #[server(default)] screening: String,
    #[server(default)] group: String,
    #[server(default)] on: String,
) -> Result<(), AppError> {
    let page = address(&screening, "koder");
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        let group = GroupId::from(group.as_str());
        let workflow = &post.state.workflow;
        match on.as_str() {
            "on" => workflow.make_open_link(&actor, &screening, &group).await?,
            _ => workflow.end_open_link(&actor, &screening, &group).await?,
        }
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Corrects numbers invited while it is open or closing.
#[server(endpoint = "correct-invited")]
pub async fn correct_invited(
    #[server(default)] screening: String,
    #[server(default)] invited: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, "indsaml");
    let typed = Typed { invited, ..Typed::default() };
    let post = typed.remember_invited(Post::from_page(&page)?);
    let done = async {
        let actor = post.actor().await?;
        let current = post.state.workflow.screening(&actor, &screening).await?;
        let units = &current.settings.units;
        let numbers = typed.numbers(&current.instrument, units)?;
        let corrected = post.state.workflow.correct_invited(&actor, &screening, numbers).await;
        at_fields(corrected, &units.join("\n"))?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}
