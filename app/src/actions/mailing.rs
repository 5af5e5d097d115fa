//! Trying whether mail works, and who is reminded by it.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::forms::Memory;
use crate::pages::account::ACCOUNT;
use crate::pages::administration::{ADMINISTRATION, SAID, TRIAL};
use leptos::prelude::*;
use workflow::Error;
use workflow::ports::Delivery;

/// Sends the administrator a mail, and shows what the server said.
#[server(endpoint = "try-mail")]
pub async fn try_mail() -> Result<(), AppError> {
    let post = Post::from_page(ADMINISTRATION)?;
    let done = match (&post.state.mailer, post.actor().await) {
        (_, Err(error)) => Err(error),
        (None, Ok(actor)) => actor.account().map(drop).and(Err(Error::NotFound)),
        (Some(mailer), Ok(actor)) => post.state.workflow.send_trial_mail(&actor, mailer.as_ref()).await,
    };
    let next = done.map(|delivery| {
        let (ended, said) = match delivery {
            Delivery::Taken => ("taken", String::new()),
            Delivery::Later(said) => ("later", said),
            Delivery::Refused(said) => ("refused", said),
        };
        let values = [(TRIAL.to_owned(), ended.to_owned()), (SAID.to_owned(), said)].into();
        post.hand_over(Memory { page: ADMINISTRATION.to_owned(), values, ..Memory::default() });
        Next::Page(ADMINISTRATION.to_owned())
    });
    post.finish(next)
}

/// Switches one's own reminders by mail on or off.
#[server(endpoint = "remind-me")]
pub async fn remind_me(#[server(default)] on: String) -> Result<(), AppError> {
    let post = Post::from_page(ACCOUNT)?;
    let done = match post.actor().await {
        Ok(actor) => post.state.workflow.set_reminded(&actor, on == "on").await,
        Err(error) => Err(error),
    };
    post.finish(done.map(|()| Next::Saved(ACCOUNT.to_owned())))
}
