//! One's own account: what one is reminded of.

use crate::components::form::{Hidden, SavedNotice};
use crate::error::PageError;
use crate::page::{Frame, Page};
use axum::response::Response;
use leptos::prelude::*;

/// Its address.
pub const ACCOUNT: &str = "/konto";

/// The page.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let account = page.actor.account()?.clone();
    let reminded = page.state.workflow.reminded(&page.actor).await?;
    let words = &page.words.desk.account;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        view! {
            <h1>{words.title.as_str()}</h1>
            <SavedNotice page=shown.clone() />
            <dl class="facts">
                <dt>{words.name.as_str()}</dt>
                <dd>{account.name.clone()}</dd>
                <dt>{words.email.as_str()}</dt>
                <dd>{account.email.clone()}</dd>
            </dl>
            <Reminders page=shown.clone() reminded />
        }
    }))
}

#[component]
fn Reminders(page: Page, reminded: bool) -> impl IntoView {
    let words = &page.words.desk.account;
    let facilitates = page
        .actor
        .account()
        .is_ok_and(|account| account.roles.iter().any(|(_, role)| *role == workflow::Role::Facilitator));
    if !facilitates {
        return ().into_any();
    }
    let (state, label) = if reminded {
        (&words.reminders_on, &words.switch_off)
    } else {
        (&words.reminders_off, &words.switch_on)
    };
    let none = page.state.mailer.is_none().then(|| view! { <p>{words.reminders_no_mail.as_str()}</p> });
    view! {
        <h2 id="paamindelser">{words.reminders.as_str()}</h2>
        {none}
        <p>{state.as_str()}</p>
        <form method="post" action="/api/remind-me">
            <Hidden name="on" value=if reminded { "" } else { "on" } />
            <p><button class="button quiet" type="submit">{label.as_str()}</button></p>
        </form>
    }
    .into_any()
}
