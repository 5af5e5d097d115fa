//! What is done with a report: read through, talked over, handed over, answered.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::settings_form::remember_all;
use super::{Next, Post, in_row};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::frame::row_key;
use crate::pages::desk::report_talks::role_key;
use leptos::prelude::*;
use std::collections::BTreeMap;
use workflow::reports::{HandOver, HandOverItem, Talk, TalkKind, TookPart};
use workflow::{Error, Problem};

/// Notes that whoever presses has read the draft through.
#[server(endpoint = "read-draft-through")]
pub async fn read_draft_through(#[server(default)] screening: String) -> Result<(), AppError> {
    let page = address(&screening, "rapport");
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.read_through(&actor, &screening).await?;
        Ok(Next::Page(format!("{page}#gennemlaesning")))
    }
    .await;
    post.finish(done)
}

/// Writes down a talk about the draft.
#[server(endpoint = "record-talk")]
pub async fn record_talk(
    #[server(default)] screening: String,
    #[server(default)] talk: String,
    #[server(default)] seen: String,
    #[server(default)] date: BTreeMap<String, String>,
    #[server(default)] role: BTreeMap<String, String>,
    #[server(default)] account: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, "rapport");
    let fields = [("date", &date), ("role", &role), ("account", &account)];
    let post = Post::from_page(&page)?;
    let post = fields.into_iter().fold(post, |post, (name, typed)| remember_all(post, name, typed));
    let done = async {
        let kind = TalkKind::ALL.into_iter().find(|kind| kind.id() == talk);
        let kind = kind.ok_or_else(|| Error::field("talk", Problem::NotAChoice))?;
        let typed =
            |fields: &BTreeMap<String, String>| fields.get(&row_key(&talk)).cloned().unwrap_or_default();
        let day = typed(&date).trim().parse().map_err(|_| Error::field("date", Problem::NotADate));
        let held = Talk {
            date: in_row(day, &talk)?,
            present: TookPart::ALL
                .into_iter()
                .filter(|one| role.contains_key(&role_key(kind, *one)))
                .collect(),
            account: typed(&account),
        };
        let actor = post.actor().await?;
        in_row(post.state.workflow.record_talk(&actor, &screening, kind, &seen, held).await, &talk)?;
        Ok(Next::Page(format!("{page}#samtale-{talk}")))
    }
    .await;
    post.finish(done)
}

/// Keeps the meeting and what is ticked off; `was` and `ticked` say what the form was drawn with.
#[server(endpoint = "save-hand-over")]
pub async fn save_hand_over(
    #[server(default)] screening: String,
    #[server(default)] meeting: String,
    #[server(default)] was: String,
    #[server(default)] ticked: String,
    #[server(default)] item: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, "overlevering");
    let post = Post::from_page(&page)?.remember("meeting", &meeting);
    let done = async {
        let actor = post.actor().await?;
        let drawn: Vec<&str> = ticked.split(' ').collect();
        let items = |done: &dyn Fn(&str) -> bool| {
            HandOverItem::ALL.into_iter().filter(|item| done(item.id())).collect()
        };
        let before = HandOver { meeting: was.clone(), done: items(&|id| drawn.contains(&id)) };
        let after = HandOver { meeting: meeting.clone(), done: items(&|id| item.contains_key(id)) };
        post.state.workflow.save_hand_over(&actor, &screening, &before, after).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Keeps management's answer and releases the report with it. `from` says whether the form stood on the desk.
#[server(endpoint = "answer-report")]
pub async fn answer_report(
    #[server(default)] screening: String,
    #[server(default)] seen: u32,
    #[server(default)] from: String,
    #[server(default)] answer: String,
) -> Result<(), AppError> {
    let page =
        if from == "desk" { address(&screening, "overlevering") } else { format!("/rapporter/{screening}") };
    let post = Post::from_page(&page)?.remember("answer", &answer);
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.answer_report(&actor, &screening, seen, &answer).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}
