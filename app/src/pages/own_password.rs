//! Changing one's own password, by who knows the old one.

use crate::components::form::{ProblemSummary, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::account::ACCOUNT;
use crate::pages::password::FORGOTTEN;
use crate::words::fill;
use axum::response::Response;
use leptos::prelude::*;
use workflow::accounts::SHORTEST_PASSWORD;

/// Its address.
pub const OWN_PASSWORD: &str = "/konto/adgangskode";

/// The page.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let email = page.actor.account()?.email.clone();
    let words = &page.words.desk.own_password;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let new = &shown.words.desk.password;
        let names = vec![
            ("old".to_owned(), words.old.clone()),
            ("password".to_owned(), new.new.clone()),
            ("again".to_owned(), new.again.clone()),
        ];
        view! {
            <h1>{words.title.as_str()}</h1>
            <ProblemSummary page=shown.clone() names />
            <p class="lead">{words.lead.as_str()}</p>
            <form method="post" action="/api/change-password">
                // For the browser's own keeper of passwords.
                <input type="hidden" name="username" autocomplete="username" value=email />
                <TextField
                    page=shown.clone()
                    name="old"
                    label=words.old.clone()
                    kind="password"
                    autocomplete="current-password"
                />
                <TextField
                    page=shown.clone()
                    name="password"
                    label=new.new.clone()
                    hint=fill(&new.hint, &[("least", &SHORTEST_PASSWORD.to_string())])
                    kind="password"
                    autocomplete="new-password"
                />
                <TextField
                    page=shown.clone()
                    name="again"
                    label=new.again.clone()
                    kind="password"
                    autocomplete="new-password"
                />
                <button class="button" type="submit">{new.save.as_str()}</button>
            </form>
            <p>{words.lost.as_str()}" "<a href=FORGOTTEN>{new.ask.as_str()}</a></p>
            <p><a href=ACCOUNT>{shown.words.desk.account.title.as_str()}</a></p>
        }
    }))
}
