//! A new account, and the organisations there are.

use crate::components::form::{ProblemSummary, SavedNotice, Select, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration::ADMINISTRATION;
use crate::pages::administration_account::{place_choices, role_choices};
use crate::pages::administration_accounts::ACCOUNTS;
use crate::words::fill;
use axum::response::Response;
use leptos::prelude::*;
use screening::by_date::ZONES;
use std::collections::BTreeMap;
use workflow::screenings::Organisation;

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
    let zones = page.state.workflow.time_zones(&page.actor).await?;
    let words = &page.words.desk.keeping;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.places_title, move || {
        let times = time_zones(&shown, &places, &zones);
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
            {times}
            <p><a href=ADMINISTRATION>{shown.words.desk.accounts.back.as_str()}</a></p>
        }
    }))
}

/// Name of the field of a place's time zone; an id may begin with a digit.
pub fn zone_field(place: &str) -> String {
    format!("zones[place-{place}]")
}

/// Where the days of each place begin; nothing where there is none.
fn time_zones(page: &Page, places: &[Organisation], zones: &BTreeMap<String, String>) -> AnyView {
    if places.is_empty() {
        return ().into_any();
    }
    let words = &page.words.desk.by_date;
    let names = [&words.copenhagen, &words.oslo, &words.faroe, &words.nuuk];
    let choices: Vec<(String, String)> =
        ZONES.iter().zip(names).map(|(zone, name)| ((*zone).to_owned(), name.clone())).collect();
    let fields = places.iter().map(|place| {
        view! {
            <Select
                page=page.clone()
                name=zone_field(&place.id)
                label=fill(&words.zone, &[("place", &place.name)])
                choices=choices.clone()
                value=zones.get(&place.id).cloned().unwrap_or_default()
            />
        }
    });
    view! {
        <h2>{words.zones_title.as_str()}</h2>
        <p>{words.zones_lead.as_str()}</p>
        <form method="post" action="/api/save-time-zones">
            {fields.collect_view()}
            <button class="button quiet" type="submit">{words.save_zones.as_str()}</button>
        </form>
    }
    .into_any()
}
