//! Accounts and organisations, in an administrator's hands.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::forms::Memory;
use crate::pages::administration_account::address;
use crate::pages::administration_accounts::{ACCOUNTS, LINK, LINK_FOR};
use crate::pages::administration_new::{NEW_ACCOUNT, PLACES};
use leptos::prelude::*;
use workflow::password_links::link_address;
use workflow::{Error, Problem, Role};

/// A role as posted.
fn role(posted: &str) -> workflow::Result<Role> {
    Role::parse(posted).ok_or_else(|| Error::field("role", Problem::NotAChoice))
}

/// Makes an account, and shows its owner's link once, on the account's page.
#[server(endpoint = "invite-account")]
pub async fn invite_account(
    #[server(default)] email: String,
    #[server(default)] name: String,
    #[server(default)] administrator: String,
    #[server(default)] organisation: String,
    #[server(default)] role: String,
) -> Result<(), AppError> {
    let fields = [("email", &email), ("name", &name), ("administrator", &administrator), ("role", &role)];
    let post =
        fields.iter().fold(Post::from_page(NEW_ACCOUNT)?, |post, (field, value)| post.remember(field, value));
    let post = post.remember("organisation", &organisation);
    let done = async {
        let actor = post.actor().await?;
        let given = Role::parse(&role).map(|role| (organisation.as_str(), role));
        let workflow = &post.state.workflow;
        let invited = workflow.invite_account(&actor, &email, &name, administrator == "on", given).await?;
        let (account, token) = invited;
        let page = address(&account.id);
        let link = link_address(&post.state.public_url, &token);
        let values = [(LINK.to_owned(), link), (LINK_FOR.to_owned(), account.email)].into();
        post.hand_over(Memory { page: page.clone(), values, ..Memory::default() });
        Ok(Next::Page(page))
    }
    .await;
    post.finish(done)
}

/// Gives a role.
#[server(endpoint = "give-role")]
pub async fn give_role(
    #[server(default)] account: String,
    #[server(default)] email: String,
    #[server(default)] organisation: String,
    #[server(default)] role: String,
) -> Result<(), AppError> {
    let page = address(&account);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.add_role(&actor, &email, &organisation, self::role(&role)?).await?;
        Ok(Next::Saved(page))
    }
    .await;
    post.finish(done)
}

/// Takes a role back.
#[server(endpoint = "take-role")]
pub async fn take_role(
    #[server(default)] account: String,
    #[server(default)] organisation: String,
    #[server(default)] role: String,
) -> Result<(), AppError> {
    let page = address(&account);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.take_role(&actor, &account, &organisation, self::role(&role)?).await?;
        Ok(Next::Saved(page))
    }
    .await;
    post.finish(done)
}

/// Makes somebody an administrator, or no longer.
#[server(endpoint = "set-administrator")]
pub async fn set_administrator(
    #[server(default)] account: String,
    #[server(default)] on: String,
) -> Result<(), AppError> {
    let page = address(&account);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.set_administrator(&actor, &account, on == "on").await?;
        Ok(Next::Saved(page))
    }
    .await;
    post.finish(done)
}

/// Closes an account, or opens it again.
#[server(endpoint = "close-account")]
pub async fn close_account(
    #[server(default)] account: String,
    #[server(default)] closed: String,
) -> Result<(), AppError> {
    let page = address(&account);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.close_account(&actor, &account, closed == "on").await?;
        Ok(Next::Saved(page))
    }
    .await;
    post.finish(done)
}

/// Ends all sessions of an account.
#[server(endpoint = "end-account-sessions")]
pub async fn end_account_sessions(#[server(default)] account: String) -> Result<(), AppError> {
    let page = address(&account);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.end_account_sessions(&actor, &account).await?;
        Ok(Next::Saved(page))
    }
    .await;
    post.finish(done)
}

/// Erases an account whose e-mail is typed once more.
#[server(endpoint = "erase-account")]
pub async fn erase_account(
    #[server(default)] account: String,
    #[server(default)] email: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&account))?.remember("email", &email);
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.erase_account(&actor, &account, &email).await?;
        Ok(Next::Saved(ACCOUNTS.to_owned()))
    }
    .await;
    post.finish(done)
}

/// Adds an organisation.
#[server(endpoint = "add-organisation")]
pub async fn add_organisation(#[server(default)] name: String) -> Result<(), AppError> {
    let post = Post::from_page(PLACES)?.remember("name", &name);
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.add_organisation(&actor, &name).await?;
        Ok(Next::Saved(PLACES.to_owned()))
    }
    .await;
    post.finish(done)
}
