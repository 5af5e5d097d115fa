//! The next screening at the same place.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post, instruments};
use crate::error::AppError;
use crate::pages::desk::again::AGAIN;
use crate::pages::desk::course::address;
use leptos::prelude::*;
use workflow::{Error, Problem};

/// Starts it, and goes on to preparing it.
#[server(endpoint = "start-again")]
pub async fn start_again(
    #[server(default)] screening: String,
    #[server(default)] name: String,
    #[server(default)] start: String,
) -> Result<(), AppError> {
    let page = address(&screening, AGAIN);
    let post = Post::from_page(&page)?.remember("name", &name).remember("start", &start);
    let done = async {
        let actor = post.actor().await?;
        let before = post.state.workflow.screening(&actor, &screening).await?;
        let newest = instruments::to_screen(&post, &before.organisation.id, &before.instrument.id).await?;
        let day = start.trim().parse().map_err(|_| Error::field("start", Problem::NotADate))?;
        let next = post.state.workflow.start_again(&actor, &screening, &name, day, newest).await?;
        Ok(Next::Saved(address(&next, "forbered")))
    }
    .await;
    post.finish(done)
}
