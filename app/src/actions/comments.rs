//! What becomes of a comment.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::settings_form::remember_all;
use super::{Next, Post, in_row};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::frame::row_key;
use leptos::prelude::*;
use screening::comment::{Criterion, Decision, SecondLook};
use std::collections::BTreeMap;
use workflow::comments::Deciding;
use workflow::{Error, Problem};

/// Approves, rewrites or leaves out one comment, and goes back to where it stands.
#[server(endpoint = "decide-comment")]
pub async fn decide_comment(
    #[server(default)] screening: String,
    #[server(default)] comment: String,
    #[server(default)] revision: u64,
    #[server(default)] decision: String,
    #[server(default)] criterion: BTreeMap<String, String>,
    #[server(default)] text: BTreeMap<String, String>,
    #[server(default)] sure: String,
) -> Result<(), AppError> {
    let page = address(&screening, "kommentarer");
    let post = remember_all(Post::from_page(&page)?, "text", &text)
        .remember("comment", &comment)
        .remember("decision", &decision);
    let post = remember_all(post, "criterion", &criterion);
    let done = async {
        let row = row_key(&comment);
        let chosen = match decision.as_str() {
            "approve" => Ok(Decision::Approved),
            "leave-out" => criterion
                .get(&row)
                .and_then(|name| Criterion::named(name))
                .map(Decision::LeftOut)
                .ok_or_else(|| Error::field("criterion", Problem::NotAChoice)),
            "rewrite" => Ok(Decision::Rewritten(text.get(&row).cloned().unwrap_or_default())),
            _ => Err(Error::field("decision", Problem::NotAChoice)),
        };
        let deciding =
            Deciding { decision: in_row(chosen, &comment)?, before: Some(revision), sure: !sure.is_empty() };
        let actor = post.actor().await?;
        let decided = post.state.workflow.decide_comment(&actor, &screening, &comment, deciding).await;
        in_row(decided, &comment)?;
        Ok(Next::Page(at(&page, &comment)))
    }
    .await;
    post.finish(done)
}

/// The second reader's yes or no.
#[server(endpoint = "look-again")]
pub async fn look_again(
    #[server(default)] screening: String,
    #[server(default)] comment: String,
    #[server(default)] revision: u64,
    #[server(default)] verdict: String,
    #[server(default)] remark: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, "kommentarer");
    let post = remember_all(Post::from_page(&page)?, "remark", &remark);
    let done = async {
        let second = match verdict.as_str() {
            "yes" => SecondLook::Yes,
            "no" => SecondLook::No(remark.get(&row_key(&comment)).cloned().unwrap_or_default()),
            _ => return Err(Error::field("verdict", Problem::NotAChoice)),
        };
        let actor = post.actor().await?;
        let looked = post.state.workflow.look_again(&actor, &screening, &comment, revision, second).await;
        in_row(looked, &comment)?;
        Ok(Next::Page(at(&page, &comment)))
    }
    .await;
    post.finish(done)
}

/// Names the second reader; nobody where empty.
#[server(endpoint = "name-second-reader")]
pub async fn name_second_reader(
    #[server(default)] screening: String,
    #[server(default)] second: String,
) -> Result<(), AppError> {
    let page = address(&screening, "kommentarer");
    let post = Post::from_page(&page)?.remember("second", &second);
    let done = async {
        let actor = post.actor().await?;
        let second = Some(second.as_str()).filter(|second| !second.is_empty());
        post.state.workflow.name_second_reader(&actor, &screening, second).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Marks a comment as worrying, which leads to what is to be done; or takes the mark away.
#[server(endpoint = "mark-worrying")]
pub async fn mark_worrying(
    #[server(default)] screening: String,
    #[server(default)] comment: String,
    #[server(default)] mark: String,
) -> Result<(), AppError> {
    let page = address(&screening, "kommentarer");
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        let worrying = !mark.is_empty();
        post.state.workflow.mark_worrying(&actor, &screening, &comment, worrying).await?;
        Ok(Next::Page(if worrying { format!("{page}/bekymring") } else { at(&page, &comment) }))
    }
    .await;
    post.finish(done)
}

/// Where a comment stands on its page.
fn at(page: &str, comment: &str) -> String {
    format!("{page}#kommentar-{comment}")
}
