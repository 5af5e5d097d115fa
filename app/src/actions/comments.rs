//! What becomes of a comment.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::settings_form::remember_all;
use super::{Next, Post, in_row};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::frame::row_key;
use leptos::prelude::*;
use screening::comment::Decision;
use std::collections::BTreeMap;
use workflow::{Error, Problem};

/// Approves, rewrites or leaves out one comment, and goes back to where it stands.
#[server(endpoint = "decide-comment")]
pub async fn decide_comment(
    #[server(default)] screening: String,
    #[server(default)] comment: String,
    #[server(default)] decision: String,
    #[server(default)] text: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, "kommentarer");
    let post = remember_all(Post::from_page(&page)?, "text", &text);
    let done = async {
        let chosen = match decision.as_str() {
            "approve" => Decision::Approved,
            "leave-out" => Decision::LeftOut,
            "rewrite" => Decision::Rewritten(text.get(&row_key(&comment)).cloned().unwrap_or_default()),
            _ => return Err(Error::field("decision", Problem::NotAChoice)),
        };
        let actor = post.actor().await?;
        let decided = post.state.workflow.decide_comment(&actor, &screening, &comment, chosen).await;
        in_row(decided, &comment)?;
        Ok(Next::Page(format!("{page}#kommentar-{comment}")))
    }
    .await;
    post.finish(done)
}
