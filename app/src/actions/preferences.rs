//! How the reader wants the pages, and in which language, without a script.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post, own_path};
use crate::error::AppError;
use crate::preferences::Preference;
use crate::session;
use crate::speaking;
use leptos::prelude::*;

/// Switches one preference and shows the same page again.
#[server(endpoint = "preferences")]
pub async fn preferences(
    #[server(default)] page: String,
    #[server(default)] name: String,
    #[server(default)] on: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&page)?;
    if let Some(name) = Preference::ALL.into_iter().map(Preference::name).find(|known| *known == name) {
        let cookie = if on == "on" {
            session::cookie(&post.state, name, "on".to_owned())
        } else {
            session::ended(&post.state, name)
        };
        post.set_cookie(&cookie);
    }
    post.finish(Ok(Next::Page(own_path(&page))))
}

/// Chooses a language and shows the same page again.
#[server(endpoint = "language")]
pub async fn choose_language(
    #[server(default)] page: String,
    #[server(default)] language: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&page)?;
    if let Some(language) = speaking::known(&language) {
        post.set_cookie(&session::cookie(&post.state, speaking::LANGUAGE, language.to_owned()));
    }
    post.finish(Ok(Next::Page(own_path(&page))))
}
