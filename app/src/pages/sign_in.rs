//! Signing in, for facilitators, leaders and administrators.

use crate::components::form::{ProblemSummary, TextField};
use crate::page::{Frame, Page};
use crate::pages::password::FORGOTTEN;
use crate::pages::sign_on::SignOn;
use axum::response::Response;
use leptos::prelude::*;

/// The form.
pub async fn get(page: Page) -> Response {
    let words = &page.words.sign_in;
    let names =
        vec![("email".to_owned(), words.email.clone()), ("password".to_owned(), words.password.clone())];
    let shown = page.clone();
    page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{words.title.clone()}</h1>
            <p class="lead">{words.lead.clone()}</p>
            {shown
                .memory
                .notice
                .map(|_| view! { <p class="notice" role="status">{words.password_chosen.clone()}</p> })}
            <ProblemSummary page=shown.clone() names />
            <SignOn page=shown.clone() />
            <form method="post" action="/api/sign-in">
                <TextField
                    page=shown.clone()
                    name="email"
                    label=words.email.clone()
                    kind="email"
                    autocomplete="username"
                />
                <TextField
                    page=shown.clone()
                    name="password"
                    label=words.password.clone()
                    kind="password"
                    autocomplete="current-password"
                />
                <button class="button" type="submit">{words.submit.clone()}</button>
            </form>
            <p><a href=FORGOTTEN>{words.forgotten.clone()}</a></p>
        }
    })
}
