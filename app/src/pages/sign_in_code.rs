//! The second step at sign-in. Its user has typed the password, and looks for the phone.

use crate::components::form::{ProblemSummary, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::session;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;

/// Its address.
pub const SIGN_IN_CODE: &str = "/log-ind/kode";

/// The form; where no sign-in waits for its code, back to where one begins.
pub async fn get(page: Page, jar: CookieJar) -> Result<Response, PageError> {
    let waits = match session::token(&jar, session::SESSION) {
        Some(token) => page.state.workflow.code_asked(&token).await?,
        None => false,
    };
    if !waits {
        return Ok(Redirect::to("/log-ind").into_response());
    }
    let words = &page.words.desk.second_step;
    let shown = page.clone();
    Ok(page.render(Frame::Answering, &words.ask_title, move || {
        view! {
            <h1>{words.ask_title.as_str()}</h1>
            <p class="lead">{words.ask_lead.as_str()}</p>
            <ProblemSummary page=shown.clone() />
            <form method="post" action="/api/give-code">
                <TextField
                    page=shown.clone()
                    name="code"
                    label=words.any_code.as_str()
                    autocomplete="one-time-code"
                    class="code"
                />
                <button class="button" type="submit">{words.ask_submit.as_str()}</button>
            </form>
            <p>{words.ask_lost.as_str()}</p>
            <p><a href="/log-ind">{words.ask_again.as_str()}</a></p>
        }
    }))
}
