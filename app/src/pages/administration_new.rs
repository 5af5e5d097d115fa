//! A new account, and the organisations there are.

use crate::components::form::{ProblemSummary, SavedNotice, Select, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration::ADMINISTRATION;
use crate::pages::administration_account::{place_choices, role_choices};
use crate::pages::administration_accounts::ACCOUNTS;
use axum::response::Response;
use leptos::prelude::*;

/// Where an account is made.
pub const NEW_ACCOUNT: &str = "/administration/konti/ny";
/// The organisations.
pub const PLACES: &str = "/administration/steder";

/// A new account.
pub async fn account(page: Page) -> Result<Response, PageError> {
    let places = page.state.workflow.organisations(&page.actor).await?;
    let words = &page.words.desk.keeping;
    let none = (String::new(), words.no_role.clone());
    let names = [("email", &words.email), ("name", &words.name), ("organisation", &words.place)];
    let names = names.map(|(field, name)| (field.to_owned(), name.clone())).to_vec();
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.new_title, move || {
        let administrator = shown.memory.value("administrator", "") == "on";
        view! {
            <h1>{words.new_title.as_str()}</h1>
            <p class="lead">{words.new_lead.as_str()}</p>
            <ProblemSummary page=shown.clone() names />
            <form method="post" action="/api/invite-account">
                <TextField page=shown.clone() name="name" label=words.name.as_str() />
                <TextField page=shown.clone() name="email" label=words.email.as_str() kind="email" />
                <Select
                    page=shown.clone()
                    name="role"
                    label=words.role.as_str()
                    choices=std::iter::once(none).chain(role_choices(&shown)).collect()
                />
                <Select
                    page=shown.clone()
                    name="organisation"
                    label=words.place.as_str()
                    choices=std::iter::once((String::new(), words.no_place.clone()))
                        .chain(place_choices(&places))
                        .collect()
                />
                <div class="choice field">
                    <input
                        type="checkbox"
                        id="field-administrator"
                        name="administrator"
                        value="on"
                        checked=administrator
                    />
                    <label for="field-administrator">{words.is_administrator.as_str()}</label>
                </div>
                <button class="button" type="submit">{words.make.as_str()}</button>
            </form>
            <p><a href=ACCOUNTS>{words.back.as_str()}</a></p>
        }
    }))
}

/// The organisations.
pub async fn places(page: Page) -> Result<Response, PageError> {
    let places = page.state.workflow.organisations(&page.actor).await?;
    let words = &page.words.desk.keeping;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.places_title, move || {
        let rows = places.into_iter().map(|place| view! { <li>{place.name}</li> }).collect_view();
        view! {
            <h1>{words.places_title.as_str()}</h1>
            <p class="lead">{words.places_lead.as_str()}</p>
            <ProblemSummary page=shown.clone() />
            <SavedNotice page=shown.clone() />
            <ul>{rows}</ul>
            <form method="post" action="/api/add-organisation" class="inline-form">
                <TextField page=shown.clone() name="name" label=words.place_name.as_str() />
                <button class="button" type="submit">{words.add_place.as_str()}</button>
            </form>
            <p><a href=ADMINISTRATION>{shown.words.desk.accounts.back.as_str()}</a></p>
        }
    }))
}
