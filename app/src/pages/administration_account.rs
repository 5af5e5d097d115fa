//! One account, for the administrator who was rung up: it lacks a role, its owner has left, somebody wants to know what is
//! kept.

use crate::components::form::{Hidden, ProblemSummary, SavedNotice, Select, TextField};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration_accounts::{ACCOUNTS, FreshLink, roles_in_words};
use crate::pages::desk::frame::SmallForm;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use workflow::Role;
use workflow::keeping_accounts::KeptAccount;
use workflow::screenings::Organisation;

/// Its address.
pub fn address(id: &str) -> String {
    format!("{ACCOUNTS}/{id}")
}

/// What is kept about it, as a file.
pub fn record_address(id: &str) -> String {
    format!("{ACCOUNTS}/{id}/oplysninger.json")
}

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let kept = page.state.workflow.kept_account(&page.actor, &id).await?;
    let places = page.state.workflow.organisations(&page.actor).await?;
    let words = &page.words.desk.keeping;
    let title = kept.account.name.clone();
    let names = vec![
        ("organisation".to_owned(), words.place.clone()),
        ("email".to_owned(), words.erase_email.clone()),
    ];
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &title.clone(), move || {
        let state = roles_in_words(&shown, &kept.account, kept.closed, kept.second_step, &places);
        view! {
            <h1>{title}</h1>
            <ProblemSummary page=shown.clone() names />
            <SavedNotice page=shown.clone() />
            <FreshLink page=shown.clone() />
            <p class="lead">{kept.account.email.clone()}<br />{state}</p>
            <Roles page=shown.clone() kept=kept.clone() places />
            <SignIn page=shown.clone() kept=kept.clone() />
            <Ending page=shown.clone() kept />
            <p><a href=ACCOUNTS>{words.back.as_str()}</a></p>
        }
    }))
}

/// The choices of a role.
pub fn role_choices(page: &Page) -> Vec<(String, String)> {
    let words = &page.words.desk.keeping;
    [(Role::Facilitator, &words.facilitator), (Role::Leader, &words.leader)]
        .map(|(role, name)| (role.as_str().to_owned(), name.clone()))
        .to_vec()
}

/// The choices of a place.
pub fn place_choices(places: &[Organisation]) -> impl Iterator<Item = (String, String)> {
    places.iter().map(|place| (place.id.clone(), place.name.clone()))
}

/// What it may, and giving and taking it.
#[component]
fn Roles(page: Page, kept: KeptAccount, places: Vec<Organisation>) -> impl IntoView {
    let words = &page.words.desk.keeping;
    let id = kept.account.id.clone();
    let held = kept
        .account
        .roles
        .iter()
        .map(|(place, role)| {
            let name = places.iter().find(|known| known.id == *place).map_or("", |known| &known.name);
            let words = &page.words.desk.accounts;
            let role_words = if *role == Role::Facilitator { &words.facilitator } else { &words.leader };
            let said = fill(role_words, &[("place", name)]);
            let values = vec![
                ("account", id.clone()),
                ("organisation", place.clone()),
                ("role", role.as_str().to_owned()),
            ];
            view! {
                <li>
                    {said.clone()}
                    <SmallForm
                        action="/api/take-role"
                        values
                        label=page.words.desk.keeping.take_role.as_str()
                        about=said
                    />
                </li>
            }
        })
        .collect_view();
    let give = if places.is_empty() {
        view! { <p>{words.no_places.as_str()}</p> }.into_any()
    } else {
        view! {
            <form method="post" action="/api/give-role" class="inline-form">
                <Hidden name="account" value=id.clone() />
                <Hidden name="email" value=kept.account.email.clone() />
                <Select
                    page=page.clone()
                    name="role"
                    label=words.role.as_str()
                    choices=role_choices(&page)
                />
                <Select
                    page=page.clone()
                    name="organisation"
                    label=words.place.as_str()
                    choices=place_choices(&places).collect()
                />
                <button class="button quiet" type="submit">{words.give_role.as_str()}</button>
            </form>
        }
        .into_any()
    };
    let (label, on) = if kept.account.administrator {
        (&words.administrator_off, "")
    } else {
        (&words.administrator_on, "on")
    };
    view! {
        <h2 id="roller">{words.roles.as_str()}</h2>
        <ul>{held}</ul>
        {give}
        <p>{words.administrator_lead.as_str()}</p>
        <SmallForm
            action="/api/set-administrator"
            values=vec![("account", id.clone()), ("on", on.to_owned())]
            label=label.as_str()
        />
    }
    .into_any()
}

/// How it signs in: a link, sessions, the second step.
#[component]
fn SignIn(page: Page, kept: KeptAccount) -> impl IntoView {
    let words = &page.words.desk.keeping;
    if kept.closed {
        return ().into_any();
    }
    let account = || ("account", kept.account.id.clone());
    let email = || ("email", kept.account.email.clone());
    let number = u64::try_from(kept.sessions).unwrap_or_default();
    let sessions = match number {
        0 => words.not_signed_in.clone(),
        number => page.words.counted(number, &words.signed_in_once, &words.signed_in_often),
    };
    let end = (number > 0).then(|| {
        view! {
            <SmallForm
                action="/api/end-account-sessions"
                values=vec![account()]
                label=words.end_sessions.as_str()
            />
        }
    });
    let step = &page.words.desk.second_step;
    let take_off = kept.second_step.then(|| {
        view! {
            <details class="fold">
                <summary>{step.take_off.as_str()}</summary>
                <p>{step.take_off_lead.as_str()}</p>
                <SmallForm
                    action="/api/take-off-second-step"
                    values=vec![account(), email()]
                    label=step.take_off.as_str()
                />
            </details>
        }
    });
    view! {
        <h2 id="login">{words.sign_in.as_str()}</h2>
        <p>{sessions}</p>
        {end}
        <p>{words.link_lead.as_str()}</p>
        <SmallForm
            action="/api/make-password-link"
            values=vec![account(), email()]
            label=page.words.desk.accounts.make_link.as_str()
        />
        {take_off}
    }
    .into_any()
}

/// Closing and opening, what is kept, and erasing.
#[component]
fn Ending(page: Page, kept: KeptAccount) -> impl IntoView {
    let words = &page.words.desk.keeping;
    let id = kept.account.id.clone();
    let (lead, label, closed) = if kept.closed {
        (&words.open_lead, &words.open, "")
    } else {
        (&words.close_lead, &words.close, "on")
    };
    // Whoever closes their own account meant another.
    let close = (!kept.own).then(|| {
        view! {
            <h2 id="luk">{words.closing.as_str()}</h2>
            <p>{lead.as_str()}</p>
            <SmallForm
                action="/api/close-account"
                values=vec![("account", id.clone()), ("closed", closed.to_owned())]
                label=label.as_str()
            />
        }
    });
    let erase = (!kept.own).then(|| {
        view! {
            <details class="fold" open=page.memory.problem("email").is_some()>
                <summary>{words.erase.as_str()}</summary>
                <p>{words.erase_lead.as_str()}</p>
                <form method="post" action="/api/erase-account">
                    <Hidden name="account" value=id.clone() />
                    <TextField page=page.clone() name="email" label=words.erase_email.as_str() kind="email" />
                    <button class="button quiet" type="submit">{words.erase_now.as_str()}</button>
                </form>
            </details>
        }
    });
    view! {
        {close}
        <h2 id="oplysninger">{words.kept.as_str()}</h2>
        <p>{words.kept_lead.as_str()}<br /><a href=record_address(&id)>{words.kept_file.as_str()}</a></p>
        {erase}
    }
    .into_any()
}
