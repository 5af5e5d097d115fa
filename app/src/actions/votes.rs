//! What should come first: opened and closed at a desk, voted on a phone.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::hearings::{numbered, post_from};
use super::settings_form::remember_all;
use super::{Next, Post};
use crate::error::AppError;
use crate::pages::vote::{PHONE, address};
use crate::session;
use leptos::prelude::*;
use screening::hearing::{Ballots, Votes};
use std::collections::BTreeMap;
use workflow::hearings::MOST_IN_THE_ROOM;
use workflow::{Error, Problem};

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Opens a vote.
#[server(endpoint = "open-vote")]
pub async fn open_vote(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] options: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number, "rum")?;
    let post = post.remember("options", &options);
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        post.state.workflow.open_vote(&actor, &screening, sitting, &lines(&options)).await?;
        Ok(Next::Page(format!("{page}#afstemning")))
    }
    .await;
    post.finish(done)
}

/// Closes it.
#[server(endpoint = "close-vote")]
pub async fn close_vote(
    #[server(default)] screening: String,
    #[server(default)] number: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number, "rum")?;
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        post.state.workflow.close_vote(&actor, &screening, sitting).await?;
        Ok(Next::Page(format!("{page}#afstemning")))
    }
    .await;
    post.finish(done)
}

/// Keeps dots counted by hand.
#[server(endpoint = "count-dots")]
pub async fn count_dots(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] options: String,
    #[server(default)] users: BTreeMap<String, String>,
    #[server(default)] others: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number, "rum")?;
    let post = remember_all(remember_all(post, "users", &users), "others", &others);
    let done = async {
        let sitting = numbered(&number)?;
        let options = lines(&options);
        let ballots = Ballots {
            users: votes("users", &users, options.len())?,
            others: votes("others", &others, options.len())?,
        };
        let actor = post.actor().await?;
        let kept = post.state.workflow.count_dots(&actor, &screening, sitting, &options, &ballots).await;
        // More dots on one thing than people who placed any: said at how many they were.
        kept.map_err(|error| match error {
            Error::Invalid(problems) => Error::Invalid(
                problems
                    .into_iter()
                    .map(|p| workflow::FieldProblem { field: format!("{}[voters]", p.field), ..p })
                    .collect(),
            ),
            other => other,
        })?;
        Ok(Next::Page(format!("{page}#afstemning")))
    }
    .await;
    post.finish(done)
}

/// Dots as typed; an empty field is none.
fn votes(side: &str, typed: &BTreeMap<String, String>, options: usize) -> workflow::Result<Votes> {
    let number = |key: &str| match typed.get(key).map_or("", |text| text.trim()) {
        "" => Ok(0),
        text => text.parse::<u32>().ok().filter(|dots| *dots <= MOST_IN_THE_ROOM).ok_or_else(|| {
            let problem = Problem::NotANumber(0, u64::from(MOST_IN_THE_ROOM));
            Error::field(format!("{side}[{key}]"), problem)
        }),
    };
    Ok(Votes {
        voters: number("voters")?,
        options: (0..options).map(|place| number(&format!("row-{place}"))).collect::<Result<_, _>>()?,
    })
}

/// Types the code on the screen.
#[server(endpoint = "enter-vote")]
pub async fn enter_vote(#[server(default)] code: String) -> Result<(), AppError> {
    let post = Post::from_page("/stem")?;
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
    let next = if plain.is_empty() {
        Err(Error::field("code", Problem::Empty))
    } else {
        Ok(Next::Page(address(&plain.to_uppercase())))
    };
    post.finish(next)
}

/// A phone votes. One without a token is sent back to its page, which gives it one.
#[server(endpoint = "cast-vote")]
pub async fn cast_vote(
    #[server(default)] code: String,
    #[server(default)] uses: String,
    #[server(default)] choices: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
    let page = address(&plain);
    let post = Post::from_page(&page)?;
    let done = async {
        let Some(phone) = session::token(&post.jar, PHONE) else { return Ok(Next::Page(page.clone())) };
        let uses = match uses.as_str() {
            "yes" => true,
            "no" => false,
            _ => return Err(Error::field("uses", Problem::Empty)),
        };
        let places: Vec<usize> =
            choices.keys().filter_map(|key| key.strip_prefix("row-")?.parse().ok()).collect();
        post.state.workflow.cast_vote(&plain, &phone, uses, &places).await?;
        // Counted, counted before, or closed: the page says which.
        Ok(Next::Page(page.clone()))
    }
    .await;
    post.finish(done)
}
