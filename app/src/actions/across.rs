//! Across a municipality: a place's yes, taking it back, and a tally.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::across::ACROSS;
use crate::pages::leader::leave::address;
use leptos::prelude::*;
use workflow::{Error, Problem};

/// A place lets its figures be counted with others'.
#[server(endpoint = "give-leave")]
pub async fn give_leave(#[server(default)] screening: String) -> Result<(), AppError> {
    let page = address(&screening);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.give_leave(&actor, &screening).await?;
        Ok(Next::Saved(page))
    }
    .await;
    post.finish(done)
}

/// A place takes that back.
#[server(endpoint = "take-leave-back")]
pub async fn take_leave_back(#[server(default)] screening: String) -> Result<(), AppError> {
    let page = address(&screening);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.take_leave_back(&actor, &screening).await?;
        Ok(Next::Saved(page))
    }
    .await;
    post.finish(done)
}

/// Counts the places that said yes.
#[server(endpoint = "make-tally")]
pub async fn make_tally(#[server(default)] instrument: String) -> Result<(), AppError> {
    let post = Post::from_page(ACROSS)?;
    let done = async {
        let actor = post.actor().await?;
        let known = post.state.instruments.iter().find(|known| known.id == instrument);
        let known = known.ok_or_else(|| Error::field("", Problem::NotAChoice))?;
        post.state.workflow.make_tally(&actor, known).await?;
        Ok(Next::Saved(ACROSS.to_owned()))
    }
    .await;
    post.finish(done)
}
