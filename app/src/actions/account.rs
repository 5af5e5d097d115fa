//! Signing in and out.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::sign_in_code::SIGN_IN_CODE;
use crate::session;
use crate::tablet::{self, Tablet};
use leptos::prelude::*;

/// Signs in and goes to the screenings, or to the reports where there is no screening to run; where the account has a
/// second step, to that.
#[server(endpoint = "sign-in")]
pub async fn sign_in(
    #[server(default)] email: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    let post = Post::from_page("/log-ind")?.remember("email", &email);
    let done = post.state.workflow.sign_in(&email, &password).await;
    // Signing in anew ends what this browser had: a session is never taken over.
    if let (Ok(_), Some(earlier)) = (&done, session::token(&post.jar, session::SESSION)) {
        post.state.workflow.sign_out(&earlier).await.ok();
    }
    let next = match done {
        Ok(token) => {
            if let Some(held) = Tablet::held(&post.jar) {
                // A shared tablet is one no more, and nothing of whoever used it is in its browser.
                post.forget(tablet::ended(&post.state, &post.jar));
                post.state.workflow.leave_tablet(&held.token).await.ok();
            }
            async {
                post.begin_session(&token).await?;
                let asked = post.state.workflow.code_asked(&token).await?;
                Ok(Next::Page(if asked { SIGN_IN_CODE } else { "/screeninger" }.to_owned()))
            }
            .await
        }
        Err(error) => Err(error),
    };
    post.finish(next)
}

/// Ends the session. What pages stored in the browser goes where its own script says that nothing waits there, or that
/// the person knows.
#[server(endpoint = "sign-out")]
pub async fn sign_out(#[server(default)] clear: String) -> Result<(), AppError> {
    let post = Post::from_page("/")?;
    let done = match session::token(&post.jar, session::SESSION) {
        Some(token) => {
            post.state.uploads.forget_session(&token);
            post.state.instrument_uploads.forget_session(&token);
            post.state.workflow.sign_out(&token).await
        }
        None => Ok(()),
    };
    post.set_cookie(&session::ended(&post.state, session::SESSION));
    if session::token(&post.jar, session::TYPING).is_some() {
        post.set_cookie(&session::ended(&post.state, session::TYPING));
    }
    if clear == "on" {
        post.forget_stored();
    }
    post.finish(done.map(|()| Next::Page("/log-ind".to_owned())))
}
