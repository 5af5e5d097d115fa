//! The second step at sign-in: given, set up, renewed, turned off, taken off, required.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::forms::Memory;
use crate::pages::account::ACCOUNT;
use crate::pages::administration::ADMINISTRATION;
use crate::pages::administration_account::address;
use crate::pages::second_step::{CODES, SECOND_STEP};
use crate::pages::sign_in_code::SIGN_IN_CODE;
use crate::session;
use leptos::prelude::*;
use workflow::Error;
use workflow::answering::Token;

/// The token in this browser's session cookie.
fn held(post: &Post) -> workflow::Result<Token> {
    session::token(&post.jar, session::SESSION).ok_or(Error::NotSignedIn)
}

/// Shows recovery codes on the next page, this once.
fn show(post: &Post, codes: &[String]) -> Next {
    let values = [(CODES.to_owned(), codes.join(" "))].into();
    post.hand_over(Memory { page: SECOND_STEP.to_owned(), values, ..Memory::default() });
    Next::Page(format!("{SECOND_STEP}#koder"))
}

/// The code of a sign-in whose password was right.
#[server(endpoint = "give-code")]
pub async fn give_code(#[server(default)] code: String) -> Result<(), AppError> {
    let post = Post::from_page(SIGN_IN_CODE)?;
    let done = async {
        let token = post.state.workflow.give_code(&held(&post)?, &code).await?;
        post.begin_session(&token).await?;
        Ok(Next::Page("/screeninger".to_owned()))
    }
    .await;
    post.finish(done)
}

/// Makes a secret for an app.
#[server(endpoint = "offer-second-step")]
pub async fn offer_second_step(#[server(default)] password: String) -> Result<(), AppError> {
    let post = Post::from_page(SECOND_STEP)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.offer_second_step(&actor, &password).await?;
        Ok(Next::Page(format!("{SECOND_STEP}#app")))
    }
    .await;
    post.finish(done)
}

/// Puts it in force with the app's first code.
#[server(endpoint = "begin-second-step")]
pub async fn begin_second_step(#[server(default)] code: String) -> Result<(), AppError> {
    let post = Post::from_page(SECOND_STEP)?;
    let done = async {
        let actor = post.actor().await?;
        let codes = post.state.workflow.begin_second_step(&actor, &held(&post)?, &code).await?;
        Ok(show(&post, &codes))
    }
    .await;
    post.finish(done)
}

/// Makes new recovery codes, or turns it off, with password and code.
#[server(endpoint = "change-second-step")]
pub async fn change_second_step(
    #[server(default)] what: String,
    #[server(default)] password: String,
    #[server(default)] code: String,
) -> Result<(), AppError> {
    let post = Post::from_page(SECOND_STEP)?;
    let done = async {
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        if what == "end" {
            workflow.end_second_step(&actor, &held(&post)?, &password, &code).await?;
            return Ok(Next::Saved(ACCOUNT.to_owned()));
        }
        let codes = workflow.renew_recovery_codes(&actor, &password, &code).await?;
        Ok(show(&post, &codes))
    }
    .await;
    post.finish(done)
}

/// Takes it off somebody else's account.
#[server(endpoint = "take-off-second-step")]
pub async fn take_off_second_step(
    #[server(default)] email: String,
    #[server(default)] account: String,
) -> Result<(), AppError> {
    let page = address(&account);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.take_off_second_step(&actor, &email).await?;
        Ok(Next::Saved(page))
    }
    .await;
    post.finish(done)
}

/// Whether the installation asks for it or recommends it.
#[server(endpoint = "require-second-step")]
pub async fn require_second_step(#[server(default)] required: String) -> Result<(), AppError> {
    let post = Post::from_page(ADMINISTRATION)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.require_second_step(&actor, required == "on").await?;
        Ok(Next::Saved(ADMINISTRATION.to_owned()))
    }
    .await;
    post.finish(done)
}
