//! Stopping a screening.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::stop::STOP;
use leptos::prelude::*;
use workflow::{Error, Problem};

/// Stops it; its page then tells what was done and what is next.
#[server(endpoint = "stop-screening")]
pub async fn stop_screening(
    #[server(default)] screening: String,
    #[server(default)] reason: String,
    #[server(default)] sure: String,
    #[server(default)] deletes: String,
) -> Result<(), AppError> {
    let page = address(&screening, STOP);
    let post = Post::from_page(&page)?.remember("reason", &reason);
    let done = async {
        let actor = post.actor().await?;
        let (sure, deletes) = (sure == "on", deletes == "on");
        match post.state.workflow.stop_screening(&actor, &screening, &reason, sure, deletes).await {
            // Pressed twice, or by two: it is stopped, and the page says why.
            Ok(()) | Err(Error::Refused(Problem::Stopped(_))) => Ok(Next::Page(page.clone())),
            Err(error) => Err(error),
        }
    }
    .await;
    post.finish(done)
}
