//! The report: sentences and release.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::settings_form::remember_all;
use super::{Next, Post, in_row};
use crate::components::form::field_id;
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::frame::row_key;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Where a sentence stands on the draft's page.
fn at_sentence(screening: &str, sentence: &str) -> Next {
    let anchor = field_id(&format!("sentence-{sentence}"));
    Next::Page(format!("{}#{anchor}", address(screening, "rapport")))
}

/// Changes every sentence that was typed in, and takes one back to the draft's own where its button was pressed.
#[server(endpoint = "edit-sentences")]
pub async fn edit_sentences(
    #[server(default)] screening: String,
    #[server(default)] sentence: String,
    #[server(default)] reset: String,
    #[server(default)] text: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let post = remember_all(Post::from_page(&address(&screening, "rapport"))?, "text", &text);
    let done = async {
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let shown = workflow.draft_report(&actor, &screening).await?;
        for known in shown.sentences() {
            let key = known.key.as_str();
            let typed = text.get(&row_key(key)).map(|typed| typed.replace("\r\n", "\n"));
            let edited = match typed {
                _ if key == reset => workflow.edit_sentence(&actor, &screening, key, None).await,
                Some(typed) if typed.trim() != known.text.trim() => {
                    workflow.edit_sentence(&actor, &screening, key, Some(&typed)).await
                }
                _ => Ok(()),
            };
            in_row(edited, key)?;
        }
        Ok(at_sentence(&screening, if reset.is_empty() { &sentence } else { &reset }))
    }
    .await;
    post.finish(done)
}

/// Releases the report.
#[server(endpoint = "release-report")]
pub async fn release_report(#[server(default)] screening: String) -> Result<(), AppError> {
    let post = Post::from_page(&address(&screening, "rapport"))?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.release_report(&actor, &screening).await?;
        Ok(Next::Saved(address(&screening, "")))
    }
    .await;
    post.finish(done)
}
