//! Booklets that were answered on paper: who types, and what they typed.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::answer::at_items;
use super::{Next, Post};
use crate::error::AppError;
use crate::forms::Memory;
use crate::pages::answer::answered_indicator;
use crate::pages::desk::course::address;
use crate::pages::desk::typing::{DIFFERENCES, DONE, ONCE, SENT, TYPING, topic_path, where_one_was};
use crate::session;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use workflow::answering::{BookletCode, EntryEnd, LastPost, PagePost, Token};
use workflow::{Actor, Error, Problem};

/// Somebody says that they work elsewhere, and types from now on.
#[server(endpoint = "begin-typing")]
pub async fn begin_typing(
    #[server(default)] screening: String,
    #[server(default)] elsewhere: String,
) -> Result<(), AppError> {
    let page = address(&screening, TYPING);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.begin_typing(&actor, &screening, elsewhere == "on").await?;
        Ok(Next::Page(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Takes up a booklet by its code.
#[server(endpoint = "open-booklet")]
pub async fn open_booklet(
    #[server(default)] screening: String,
    #[server(default)] code: String,
    #[server(default)] words: String,
    #[server(default)] restart: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&screening, TYPING))?;
    let post = post.remember("code", &code).remember("words", &words);
    let done = async {
        let actor = post.actor().await?;
        let held = session::token(&post.jar, session::TYPING);
        let typed = BookletCode { code, words, restart: restart == "on" };
        let flow = &post.state.workflow;
        let token = flow.enter_booklet(&actor, &screening, &typed, held.as_ref()).await?;
        let booklet = flow.booklet(&actor, &screening, Some(&token)).await?;
        post.set_cookie(&session::cookie(&post.state, session::TYPING, session::encode(&token.0)));
        Ok(Next::Page(address(&screening, &where_one_was(&booklet))))
    }
    .await;
    post.finish(done)
}

/// One page of a booklet as its form posts it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedPage {
    screening: String,
    page: String,
    answers: BTreeMap<String, String>,
    comment: String,
    go: String,
}

/// Keeps a page as it was typed, and goes where its button leads.
#[server(endpoint = "type-page")]
pub async fn type_page(#[server(flatten)] form: TypedPage) -> Result<(), AppError> {
    let TypedPage { screening, page, answers, comment, go } = form;
    // No page has the number 0.
    let number: usize = page.parse().unwrap_or_default();
    let mut post = Post::from_page(&address(&screening, &topic_path(number)))?.remember("comment", &comment);
    for (key, typed) in &answers {
        post = post.remember(&format!("answers[{key}]"), typed);
    }
    let answers = answers.into_iter().map(|(key, typed)| (answered_indicator(&key).to_owned(), typed));
    let typed = PagePost { answers: answers.collect(), comment: Some(comment), ..PagePost::default() };
    let done = async {
        let (actor, token) = typist(&post).await?;
        post.state.workflow.type_page(&actor, &screening, token.as_ref(), number, typed).await?;
        let to = if go == "back" { number.saturating_sub(1) } else { number.saturating_add(1) };
        let to = if to == 0 { TYPING.to_owned() } else { topic_path(to) };
        Ok(Next::Page(address(&screening, &to)))
    }
    .await;
    finish(post, &screening, done.map_err(at_items))
}

/// Keeps the last page as it was typed; with its end the booklet was typed once, or twice.
#[server(endpoint = "type-last")]
pub async fn type_last(
    #[server(default)] screening: String,
    #[server(default)] page: String,
    #[server(default)] open_answer: String,
    #[server(default)] consent: String,
    #[server(default)] help: String,
    #[server(default)] go: String,
) -> Result<(), AppError> {
    let number: usize = page.parse().unwrap_or_default();
    let post = Post::from_page(&address(&screening, &topic_path(number)))?
        .remember("open_answer", &open_answer)
        .remember("consent", &consent)
        .remember("help", &help);
    let last = LastPost { open_answer: Some(open_answer), consent, help, ..LastPost::default() };
    let done = async {
        let (actor, token) = typist(&post).await?;
        let (flow, token) = (&post.state.workflow, token.as_ref());
        let kept = flow.type_last(&actor, &screening, token, last).await;
        if go == "back" {
            kept?;
            return Ok(Next::Page(address(&screening, &topic_path(number.saturating_sub(1)))));
        }
        match kept {
            // Ended by the first of two clicks.
            Err(Error::Refused(Problem::NoBooklet)) => {}
            kept => kept?,
        }
        Ok(match flow.finish_entry(&actor, &screening, token).await? {
            EntryEnd::Once(words) => put_down(&post, &screening, ONCE, words),
            EntryEnd::Differs => Next::Page(address(&screening, DIFFERENCES)),
            EntryEnd::Sent => put_down(&post, &screening, SENT, String::new()),
        })
    }
    .await;
    finish(post, &screening, done)
}

/// What was settled, as its form posts it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SettledForm {
    screening: String,
    settled: BTreeMap<String, String>,
}

/// Settles what differs, and sends.
#[server(endpoint = "settle-booklet")]
pub async fn settle_booklet(#[server(flatten)] form: SettledForm) -> Result<(), AppError> {
    let SettledForm { screening, settled } = form;
    let mut post = Post::from_page(&address(&screening, DIFFERENCES))?;
    for (key, chosen) in &settled {
        post = post.remember(&format!("settled[{key}]"), chosen);
    }
    let done = async {
        let (actor, token) = typist(&post).await?;
        post.state.workflow.settle_booklet(&actor, &screening, token.as_ref(), &settled).await?;
        Ok(put_down(&post, &screening, SENT, String::new()))
    }
    .await;
    finish(post, &screening, done)
}

/// Who types, and the booklet that this browser holds.
async fn typist(post: &Post) -> workflow::Result<(Actor, Option<Token>)> {
    Ok((post.actor().await?, session::token(&post.jar, session::TYPING)))
}

/// The booklet is put down: this browser forgets it, and the next one's page says how it went.
fn put_down(post: &Post, screening: &str, how: &str, words: String) -> Next {
    post.set_cookie(&session::ended(&post.state, session::TYPING));
    let page = address(screening, TYPING);
    let values = BTreeMap::from([(DONE.to_owned(), how.to_owned()), (ONCE.to_owned(), words)]);
    post.hand_over(Memory { page: page.clone(), values, ..Memory::default() });
    Next::Page(page)
}

/// Answers as [`Post::finish`]; where no booklet is at hand, or nobody said that they type, on the page where one begins.
fn finish(post: Post, screening: &str, done: workflow::Result<Next>) -> Result<(), AppError> {
    let elsewhere = match &done {
        Err(Error::Refused(problem)) => *problem == Problem::NoBooklet,
        Err(Error::Invalid(problems)) => problems.iter().any(|problem| problem.field == "elsewhere"),
        _ => false,
    };
    if elsewhere { Post::from_page(&address(screening, TYPING))?.finish(done) } else { post.finish(done) }
}
