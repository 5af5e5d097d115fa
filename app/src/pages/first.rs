//! The first time: the console's link leads to the first administrator's account. Its user has just installed the program.

use crate::components::form::{Hidden, ProblemSummary, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::session;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use workflow::Error;
use workflow::accounts::SHORTEST_PASSWORD;

/// The page of a link.
pub fn address(token: &str) -> String {
    format!("/foerste-gang/{token}")
}

/// The form; a link that does not work looks like a page that is not there.
pub async fn get(page: Page, Path(token): Path<String>) -> Result<Response, PageError> {
    let held = session::decode(&token).ok_or(Error::NotFound)?;
    page.state.workflow.setup_open(&held).await?;
    let words = &page.words.desk.password;
    let (name, email) = (words.name.clone(), words.email.clone());
    let (new, again) = (words.new.clone(), words.again.clone());
    let names = [("name", &name), ("email", &email), ("password", &new), ("again", &again)];
    let names = names.map(|(field, name)| (field.to_owned(), name.clone())).to_vec();
    let shown = page.clone();
    Ok(page.render(Frame::Answering, &words.first, move || {
        let secret = |name: &'static str, label: String, hint: String| {
            view! {
                <TextField page=shown.clone() name label hint kind="password" autocomplete="new-password" />
            }
        };
        let hint = fill(&words.hint, &[("least", &SHORTEST_PASSWORD.to_string())]);
        view! {
            <h1>{words.first.as_str()}</h1>
            <p class="lead">{words.first_lead.as_str()}</p>
            <ProblemSummary page=shown.clone() names />
            <form method="post" action="/api/set-up">
                <Hidden name="token" value=token />
                <TextField page=shown.clone() name="email" label=email kind="email" autocomplete="username" />
                <TextField page=shown.clone() name="name" label=name autocomplete="name" />
                {secret("password", new, hint)}
                {secret("again", again, String::new())}
                <button class="button" type="submit">{words.first_save.as_str()}</button>
            </form>
        }
    }))
}
