//! Practising: begin, delete.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::practice::PRACTICE;
use crate::pages::desk::practice_walk::address;
use leptos::prelude::*;
use workflow::Error;

/// Makes a practice, or goes on with the one there is.
#[server(endpoint = "start-practice")]
pub async fn start_practice(#[server(default)] organisation: String) -> Result<(), AppError> {
    let post = Post::from_page(PRACTICE)?;
    let done = async {
        let actor = post.actor().await?;
        let invented = post.state.inventor.practice().map_err(Error::from)?;
        let id = post.state.workflow.start_practice(&actor, &organisation, invented).await?;
        Ok(Next::Page(address(&id)))
    }
    .await;
    post.finish(done)
}

/// Deletes a practice.
#[server(endpoint = "end-practice")]
pub async fn end_practice(#[server(default)] screening: String) -> Result<(), AppError> {
    let post = Post::from_page(PRACTICE)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.end_practice(&actor, &screening).await?;
        Ok(Next::Page(PRACTICE.to_owned()))
    }
    .await;
    post.finish(done)
}
