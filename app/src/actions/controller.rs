//! The controller's facts of the installation.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::administration_protection::PROTECTION;
use leptos::prelude::*;
use screening::settings::LegalFacts;

/// Keeps them.
#[server(endpoint = "write-controller")]
pub async fn write_controller(
    #[server(default)] controller: String,
    #[server(default)] data_protection_officer: String,
    #[server(default)] legal_basis: String,
    #[server(default)] retention: String,
    #[server(default)] agreement: String,
    #[server(default)] impact_assessment: String,
) -> Result<(), AppError> {
    let typed = LegalFacts {
        controller,
        data_protection_officer,
        legal_basis,
        retention,
        agreement,
        impact_assessment,
    };
    let mut post = Post::from_page(PROTECTION)?;
    for (fact, text) in typed.named() {
        post = post.remember(fact, text);
    }
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.write_controller_facts(&actor, typed).await?;
        Ok(Next::Saved(PROTECTION.to_owned()))
    }
    .await;
    post.finish(done)
}
