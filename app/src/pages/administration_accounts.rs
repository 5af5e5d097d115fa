//! The accounts of the installation, each with the way to a new password.

use crate::components::form::SavedNotice;
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration::ADMINISTRATION;
use crate::pages::administration_account::address;
use crate::pages::administration_new::NEW_ACCOUNT;
use crate::pages::desk::frame::SmallForm;
use crate::words::fill;
use axum::response::Response;
use leptos::prelude::*;
use workflow::keeping_accounts::AccountUse;
use workflow::screenings::Organisation;
use workflow::{Account, Role};

/// Its address.
pub const ACCOUNTS: &str = "/administration/konti";

/// Keys of form memory: a link that was just made.
pub const LINK: &str = "link";
/// Whose it is.
pub const LINK_FOR: &str = "link-for";

/// The list.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let accounts = page.state.workflow.accounts(&page.actor).await?;
    let organisations = page.state.workflow.organisations(&page.actor).await?;
    let steps = page.state.workflow.second_steps(&page.actor).await?;
    let uses = page.state.workflow.account_uses(&page.actor).await?;
    let words = &page.words.desk.accounts;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let rows =
            accounts.into_iter().filter(|(account, _)| !account.erased()).map(|(account, disabled)| {
                let has_step = steps.contains(&account.id);
                let roles = roles_in_words(&shown, &account, disabled, has_step, &organisations);
                let used = uses.get(&account.id).map(|used| used_in_words(&shown, *used));
                let link = (!disabled).then(|| {
                    view! {
                        <SmallForm
                            action="/api/make-password-link"
                            values=vec![("email", account.email.clone())]
                            label=words.make_link.as_str()
                            about=account.name.as_str()
                        />
                    }
                });
                view! {
                    <li>
                        <h2 class="card-title"><a href=address(&account.id)>{account.name.clone()}</a></h2>
                        <p>{account.email.clone()}<br />{roles}</p>
                        <p class="quiet">{used}</p>
                        {link}
                    </li>
                }
            });
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <FreshLink page=shown.clone() />
            <p><a class="button quiet" href=NEW_ACCOUNT>{shown.words.desk.keeping.new_link.as_str()}</a></p>
            <ul class="cards">{rows.collect_view()}</ul>
            <p><a href=ADMINISTRATION>{words.back.as_str()}</a></p>
        }
    }))
}

/// Whether somebody chose a password, and in which month they last signed in.
fn used_in_words(page: &Page, used: AccountUse) -> String {
    let words = &page.words.desk.accounts;
    let month = |(year, month): (i16, i8)| {
        let month = screening::language::of(page.language).month(month);
        fill(&words.last_month, &[("month", &format!("{month} {year}"))])
    };
    let last = used.last_month.map_or_else(|| words.not_lately.clone(), month);
    if used.no_password { format!("{} · {last}", words.no_password) } else { last }
}

/// What somebody does here, in words.
pub fn roles_in_words(
    page: &Page,
    account: &Account,
    disabled: bool,
    has_step: bool,
    organisations: &[Organisation],
) -> String {
    let words = &page.words.desk.accounts;
    let mut parts = Vec::new();
    if disabled {
        parts.push(words.disabled.clone());
    }
    if account.administrator {
        parts.push(words.administrator.clone());
    }
    for (id, role) in &account.roles {
        let place = organisations.iter().find(|known| known.id == *id).map_or("", |known| &known.name);
        let role = match role {
            Role::Facilitator => &words.facilitator,
            Role::Leader => &words.leader,
        };
        parts.push(fill(role, &[("place", place)]));
    }
    if has_step {
        parts.push(page.words.desk.second_step.admin_mark.clone());
    }
    parts.join(" · ")
}

/// A link that was just made, shown this once.
#[component]
pub fn FreshLink(
    /// The request.
    page: Page,
) -> impl IntoView {
    let words = &page.words.desk.accounts;
    let (link, email) = (page.memory.value(LINK, ""), page.memory.value(LINK_FOR, ""));
    (!link.is_empty())
        .then(|| {
            view! {
                <div class="notice" role="status">
                    <p>{fill(&words.fresh, &[("email", &email)])}</p>
                    <p><span class="link-address">{link}</span></p>
                    <p>{words.fresh_how.as_str()}</p>
                </div>
            }
        })
        .into_any()
}
