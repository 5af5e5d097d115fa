//! The first administrator's account.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::first::address;
use crate::session;
use leptos::prelude::*;
use workflow::Error;

/// Makes it, by the console's link.
#[server(endpoint = "set-up")]
pub async fn set_up(
    #[server(default)] token: String,
    #[server(default)] email: String,
    #[server(default)] name: String,
    #[server(default)] password: String,
    #[server(default)] again: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&token))?.remember("email", &email).remember("name", &name);
    let done = match session::decode(&token) {
        Some(held) => post.state.workflow.set_up(&held, &email, &name, &password, &again).await,
        None => Err(Error::NotFound),
    };
    post.finish(done.map(|_| Next::Saved("/log-ind".to_owned())))
}
