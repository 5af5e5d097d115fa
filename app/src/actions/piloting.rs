//! A pilot after its close: a note that tells who somebody is goes, and in the end the pilot.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::statements::STATEMENTS;
use leptos::prelude::*;

/// Deletes a note.
#[server(endpoint = "remove-note")]
pub async fn remove_note(
    #[server(default)] screening: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    let page = address(&screening, STATEMENTS);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.remove_note(&actor, &screening, &note).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Deletes a pilot with all that was answered in it.
#[server(endpoint = "delete-pilot")]
pub async fn delete_pilot(
    #[server(default)] screening: String,
    #[server(default)] deletes: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&screening, STATEMENTS))?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.delete_pilot(&actor, &screening, deletes == "on").await?;
        Ok(Next::Saved("/screeninger".to_owned()))
    }
    .await;
    post.finish(done)
}
