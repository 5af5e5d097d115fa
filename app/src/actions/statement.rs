//! The installation's part of the accessibility statement.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::administration_statement::STATEMENT;
use leptos::prelude::*;
use workflow::accessibility::AccessibilityStatement;

/// Keeps it.
#[server(endpoint = "write-statement")]
pub async fn write_statement(
    #[server(default)] body: String,
    #[server(default)] contact: String,
    #[server(default)] limits: String,
    #[server(default)] address: String,
) -> Result<(), AppError> {
    let post = Post::from_page(STATEMENT)?
        .remember("body", &body)
        .remember("contact", &contact)
        .remember("limits", &limits)
        .remember("address", &address);
    let done = async {
        let actor = post.actor().await?;
        let typed = AccessibilityStatement { body, contact, limits, address };
        post.state.workflow.write_accessibility_statement(&actor, typed).await?;
        Ok(Next::Saved(STATEMENT.to_owned()))
    }
    .await;
    post.finish(done)
}
