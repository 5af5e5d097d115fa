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

/// Changes a sentence.
#[server(endpoint = "edit-sentence")]
pub async fn edit_sentence(
    #[server(default)] screening: String,
    #[server(default)] sentence: String,
    #[server(default)] text: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let post = remember_all(Post::from_page(&address(&screening, "rapport"))?, "text", &text);
    let done = async {
        let typed = text.get(&row_key(&sentence)).map_or("", String::as_str);
        let actor = post.actor().await?;
        let edited = post.state.workflow.edit_sentence(&actor, &screening, &sentence, Some(typed)).await;
        in_row(edited, &sentence)?;
        Ok(at_sentence(&screening, &sentence))
    }
    .await;
    post.finish(done)
}

/// Goes back to the draft's own sentence.
#[server(endpoint = "reset-sentence")]
pub async fn reset_sentence(
    #[server(default)] screening: String,
    #[server(default)] sentence: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&screening, "rapport"))?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.edit_sentence(&actor, &screening, &sentence, None).await?;
        Ok(at_sentence(&screening, &sentence))
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
