//! The installation's part of the accessibility statement. Its user, an administrator, has been asked by the authority's
//! own people where it is, and wants to be done in two minutes.

use crate::components::form::{ProblemSummary, SavedNotice, TextArea, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration::ADMINISTRATION;
use axum::response::Response;
use leptos::prelude::*;
use workflow::Permission;

/// Its address.
pub const STATEMENT: &str = "/administration/tilgaengelighed";

/// The form.
pub async fn get(page: Page) -> Result<Response, PageError> {
    page.actor.may(Permission::Administer, "")?;
    let statement = page.state.workflow.accessibility_statement().await?;
    let words = &page.words.desk.statement;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <form method="post" action="/api/write-statement">
                <TextField
                    page=shown.clone()
                    name="body"
                    label=words.body.as_str()
                    hint=words.body_hint.as_str()
                    value=statement.body
                />
                <TextArea
                    page=shown.clone()
                    name="contact"
                    label=words.contact.as_str()
                    hint=words.contact_hint.as_str()
                    value=statement.contact
                />
                <TextArea
                    page=shown.clone()
                    name="limits"
                    label=words.limits.as_str()
                    hint=words.limits_hint.as_str()
                    value=statement.limits
                />
                <TextField
                    page=shown.clone()
                    name="address"
                    label=words.address.as_str()
                    hint=words.address_hint.as_str()
                    value=statement.address
                    kind="url"
                />
                <button class="button" type="submit">{words.save.as_str()}</button>
            </form>
            <p>
                <a href="/was">{shown.words.common.accessibility.as_str()}</a>
                " · "
                <a href=ADMINISTRATION>{shown.words.desk.accounts.back.as_str()}</a>
            </p>
        }
        .into_any()
    }))
}
