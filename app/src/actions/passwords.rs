//! A forgotten password and a changed one, and where one is signed in.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::forms::Memory;
use crate::pages::account::ACCOUNT;
use crate::pages::administration_account::address as one;
use crate::pages::administration_accounts::{ACCOUNTS, LINK, LINK_FOR};
use crate::pages::own_password::OWN_PASSWORD;
use crate::pages::password::{FORGOTTEN, address};
use crate::session;
use leptos::prelude::*;
use workflow::Error;
use workflow::password_links::link_address;

/// Asks for a link by mail; the answer is the same whoever asks.
#[server(endpoint = "forgot-password")]
pub async fn forgot_password(#[server(default)] email: String) -> Result<(), AppError> {
    let post = Post::from_page(FORGOTTEN)?.remember("email", &email);
    let done = match post.state.mailer {
        Some(_) => post.state.workflow.ask_for_password(&email).await,
        None => Err(Error::NotFound),
    };
    post.finish(done.map(|()| Next::Saved(FORGOTTEN.to_owned())))
}

/// Chooses a new password by a link.
#[server(endpoint = "set-password")]
pub async fn set_password(
    #[server(default)] token: String,
    #[server(default)] password: String,
    #[server(default)] again: String,
) -> Result<(), AppError> {
    let page = address(&token);
    let post = Post::from_page(&page)?;
    let done = match session::decode(&token) {
        Some(held) => post.state.workflow.set_password(&held, &password, &again).await,
        None => Err(Error::NotFound),
    };
    post.finish(match done {
        Ok(()) => Ok(Next::Saved("/log-ind".to_owned())),
        // Its page says that it does not work any more, and what to do.
        Err(Error::NotFound) => Ok(Next::Page(super::own_path(&page))),
        Err(other) => Err(other),
    })
}

/// Changes one's own password with the old one; this browser stays signed in, in a new session.
#[server(endpoint = "change-password")]
pub async fn change_password(
    #[server(default)] old: String,
    #[server(default)] password: String,
    #[server(default)] again: String,
) -> Result<(), AppError> {
    let post = Post::from_page(OWN_PASSWORD)?;
    let done = async {
        let actor = post.actor().await?;
        let token = post.state.workflow.change_password(&actor, &old, &password, &again).await?;
        if let Some(earlier) = session::token(&post.jar, session::SESSION) {
            post.state.uploads.forget_session(&earlier);
        }
        post.begin_session(&token).await?;
        Ok(Next::Saved(ACCOUNT.to_owned()))
    }
    .await;
    post.finish(done)
}

/// Makes a link that an administrator hands over, and shows it once: on the account's own page where that asked for it.
#[server(endpoint = "make-password-link")]
pub async fn make_password_link(
    #[server(default)] email: String,
    #[server(default)] account: String,
) -> Result<(), AppError> {
    let page = if account.is_empty() { ACCOUNTS.to_owned() } else { super::own_path(&one(&account)) };
    let post = Post::from_page(&page)?;
    let done = match post.actor().await {
        Ok(actor) => post.state.workflow.make_password_link(&actor, &email).await,
        Err(error) => Err(error),
    };
    let next = done.map(|token| {
        let link = link_address(&post.state.public_url, &token);
        let values = [(LINK.to_owned(), link), (LINK_FOR.to_owned(), email)].into();
        post.hand_over(Memory { page: page.clone(), values, ..Memory::default() });
        Next::Page(page)
    });
    post.finish(next)
}

/// Ends one of one's own sessions, or without a key all but this one.
#[server(endpoint = "end-sessions")]
pub async fn end_sessions(#[server(default)] key: String) -> Result<(), AppError> {
    let post = Post::from_page(ACCOUNT)?;
    let here = session::token(&post.jar, session::SESSION);
    let key = (!key.is_empty()).then_some(key.as_str());
    let done = match post.actor().await {
        Ok(actor) => post.state.workflow.end_sessions(&actor, here.as_ref(), key).await,
        Err(error) => Err(error),
    };
    post.finish(done.map(|()| Next::Saved(ACCOUNT.to_owned())))
}
