//! Someone who answers: begin, go on, keep a page, pause, send.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::forms::Memory;
use crate::pages::answer::stopped::STOPPED;
use crate::pages::answer::{
    NO_QUESTIONNAIRE, answer_field, answered_indicator, item_id, note_field, receipt, shown_in, topics,
};
use crate::session;
use crate::speaking;
use crate::tablet::{self, Tablet};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use workflow::answering::{Entry, LastPost, PagePost, Saved, Token};
use workflow::{Error, Problem};

/// Types a code.
#[server(endpoint = "answer/begin")]
pub async fn begin(
    #[server(default)] code: String,
    #[server(default)] restart: String,
) -> Result<(), AppError> {
    let post = Post::from_page("/")?.remember("code", &code);
    let held = session::token(&post.jar, session::ANSWER);
    let done = post.state.workflow.enter_code(&code, restart == "on", held.as_ref()).await;
    let next = done.map(|entry| match entry {
        Entry::Begin(token) => keep_token(&post, &token),
        Entry::InUse => {
            let values = BTreeMap::from([("code".to_owned(), code.clone())]);
            post.hand_over(Memory { page: "/svar/i-brug".to_owned(), values, ..Memory::default() });
            Next::Page("/svar/i-brug".to_owned())
        }
        Entry::Receipt { screening, group } => {
            let values = BTreeMap::from([
                (receipt::SCREENING.to_owned(), screening),
                (receipt::GROUP.to_owned(), group.to_string()),
            ]);
            post.hand_over(Memory { page: "/svar/kvittering".to_owned(), values, ..Memory::default() });
            Next::Page("/svar/kvittering".to_owned())
        }
    });
    finish(post, next)
}

/// Begins at an open link; `anew` where this browser already holds a questionnaire that somebody began there.
#[server(endpoint = "answer/begin-link")]
pub async fn begin_by_link(
    #[server(default)] link: String,
    #[server(default)] anew: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&crate::pages::link::address(&link))?;
    let done = async {
        let held = session::token(&post.jar, session::ANSWER);
        // A double click goes on with what the first one began.
        if anew != "on" && post.state.workflow.open_link(&link, held.as_ref()).await?.begun {
            return Ok(Next::Page("/svar".to_owned()));
        }
        let token = post.state.workflow.begin_by_link(&link).await?;
        Ok(keep_token(&post, &token))
    }
    .await;
    finish(post, done)
}

/// Begins on a shared tablet.
#[server(endpoint = "answer/begin-tablet")]
pub async fn begin_on_tablet() -> Result<(), AppError> {
    let post = Post::from_page(tablet::START)?;
    let Some(held) = Tablet::held(&post.jar) else { return finish(post, Ok(Next::Page("/".to_owned()))) };
    let done = async {
        // A double click goes on with what the first one began.
        if let Some(token) = session::token(&post.jar, session::ANSWER)
            && post.state.workflow.questionnaire(&token).await.is_ok_and(|begun| !begun.sent)
        {
            return Ok(Next::Page("/svar".to_owned()));
        }
        let token = post.state.workflow.begin_on_tablet(&held.token).await?;
        Ok(keep_token(&post, &token))
    }
    .await;
    match done {
        // It was ended: its own page says so.
        Err(Error::NotFound) => finish(post, Ok(Next::Page(tablet::START.to_owned()))),
        done => finish(post, done),
    }
}

/// Leaves a shared tablet to the next person.
#[server(endpoint = "answer/leave")]
pub async fn leave_questionnaire() -> Result<(), AppError> {
    let post = Post::from_page(tablet::START)?;
    if Tablet::held(&post.jar).is_some() {
        post.forget(tablet::swept(&post.state, &post.jar));
    }
    finish(post, Ok(Next::Page(tablet::START.to_owned())))
}

/// Goes on with code and three words.
#[server(endpoint = "answer/resume")]
pub async fn resume(
    #[server(default)] code: String,
    #[server(default)] words: String,
) -> Result<(), AppError> {
    let post = Post::from_page("/fortsaet")?.remember("code", &code).remember("words", &words);
    let done = post.state.workflow.continue_with_words(&code, &words).await;
    let next = done.map(|token| keep_token(&post, &token));
    finish(post, next)
}

/// One page as its form posts it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TopicForm {
    page: String,
    /// The statement's place on the page, where one is drawn at a time.
    statement: String,
    answers: BTreeMap<String, String>,
    comment: Option<String>,
    notes: BTreeMap<String, String>,
    go: String,
    shown: BTreeMap<String, String>,
    turn: String,
    /// Where a device sends what it kept: the questionnaire that it kept it of.
    of: String,
}

/// Keeps a page, and goes where its button leads.
#[server(endpoint = "answer/page")]
pub async fn save_page(#[server(flatten)] form: TopicForm) -> Result<(), AppError> {
    // No page has the number 0.
    let number: usize = form.page.parse().unwrap_or_default();
    let statement: Option<usize> = form.statement.parse().ok();
    let here = match statement {
        Some(statement) => format!("/svar/emne/{number}/{statement}"),
        None => format!("/svar/emne/{number}"),
    };
    let mut post = Post::from_page(&here)?;
    if let Some(comment) = &form.comment {
        post = post.remember("comment", comment);
    }
    for (key, value) in &form.answers {
        post = post.remember(&format!("answers[{key}]"), value);
    }
    for (key, note) in &form.notes {
        post = post.remember(&format!("notes[{key}]"), note);
    }
    let token = match held(&post, &form.of) {
        Ok(token) => token,
        Err(answer) => return finish(post, answer),
    };
    let mut answers = by_indicator(form.answers);
    let mut saved = saved(&form.turn, form.shown);
    let mut next = here.clone();
    match form.go.split_once(':') {
        Some(("clear", indicator)) => {
            answers.insert(indicator.to_owned(), String::new());
            saved.shown.remove(indicator);
            next = format!("{here}#{}", item_id(&indicator.into()));
        }
        _ => match form.go.as_str() {
            // One past the last statement leads to the next page.
            "next" => {
                next = match statement {
                    Some(statement) => format!("/svar/emne/{number}/{}", statement.saturating_add(1)),
                    None => format!("/svar/emne/{}", number.saturating_add(1)),
                }
            }
            "back" => {
                next = match statement {
                    Some(statement) if statement > 1 => format!("/svar/emne/{number}/{}", statement - 1),
                    _ if number <= 1 => "/svar".to_owned(),
                    // The last statement of the page before.
                    Some(_) => format!("/svar/emne/{}/0", number - 1),
                    None => format!("/svar/emne/{}", number - 1),
                }
            }
            "finish" => next = "/svar/se-igennem".to_owned(),
            "pause" => next = "/svar/pause".to_owned(),
            _ => {}
        },
    }
    let workflow = &post.state.workflow;
    let posted = PagePost { answers, comment: form.comment, notes: by_indicator(form.notes), saved };
    let mut done = workflow.save_page(&token, number, posted).await;
    done = done.map_err(at_items);
    if done.is_ok() && form.go == "pause" {
        done = workflow.pause(&token, speaking::chosen(&post.jar)).await.map(|_| ());
    }
    finish(post, done.map(|()| Next::Page(next)))
}

/// A page's fields by indicator, as its form names them by key.
fn by_indicator(fields: BTreeMap<String, String>) -> BTreeMap<String, String> {
    fields.into_iter().map(|(key, value)| (answered_indicator(&key).to_owned(), value)).collect()
}

/// Where a post stands among others of its browser.
fn saved(turn: &str, shown: BTreeMap<String, String>) -> Saved {
    let shown = shown.into_iter().map(|(key, value)| (shown_in(&key), value)).collect();
    Saved { turn: turn.parse().ok(), shown }
}

/// Puts a problem with a statement's answer or note at its field: `answers[2.2]` stands at `answers[item-2.2]`.
pub(super) fn at_items(error: Error) -> Error {
    let Error::Invalid(mut problems) = error else { return error };
    for problem in &mut problems {
        let of = |field: &str| problem.field.strip_prefix(field).and_then(|rest| rest.strip_suffix(']'));
        if let Some(indicator) = of("answers[") {
            problem.field = answer_field(indicator);
        } else if let Some(indicator) = of("notes[") {
            problem.field = note_field(indicator);
        }
    }
    Error::Invalid(problems)
}

/// The last page as its form posts it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LastForm {
    open_answer: Option<String>,
    consent: String,
    help: String,
    go: String,
    shown: BTreeMap<String, String>,
    turn: String,
    /// As [`TopicForm`]'s.
    of: String,
}

/// Keeps the last page, and goes where its button leads.
#[server(endpoint = "answer/last")]
pub async fn save_last(#[server(flatten)] form: LastForm) -> Result<(), AppError> {
    let LastForm { open_answer, consent, help, go, shown, turn, of } = form;
    let mut post = Post::from_page("/svar/sidste")?.remember("consent", &consent).remember("help", &help);
    if let Some(text) = &open_answer {
        post = post.remember("open_answer", text);
    }
    let token = match held(&post, &of) {
        Ok(token) => token,
        Err(answer) => return finish(post, answer),
    };
    let workflow = &post.state.workflow;
    let posted = LastPost { open_answer, consent, help, saved: saved(&turn, shown) };
    let mut done = workflow.save_last(&token, posted).await.map(|()| "/svar/se-igennem".to_owned());
    if done.is_ok() && go == "back" {
        // Its last statement, where one is drawn at a time.
        let last = |it| format!("/svar/emne/{}/0", topics(&it).len());
        done = workflow.questionnaire(&token).await.map(last);
    }
    finish(post, done.map(Next::Page))
}

/// Makes the three words.
#[server(endpoint = "answer/pause")]
pub async fn make_words() -> Result<(), AppError> {
    let post = Post::from_page("/svar/pause")?;
    let Some(token) = session::token(&post.jar, session::ANSWER) else {
        return finish(post, Ok(Next::Page(NO_QUESTIONNAIRE.to_owned())));
    };
    let done = post.state.workflow.pause(&token, speaking::chosen(&post.jar)).await;
    finish(post, done.map(|_| Next::Page("/svar/pause".to_owned())))
}

/// Sends. A second time gives the same receipt.
#[server(endpoint = "answer/send")]
pub async fn send_answers(#[server(default)] of: String) -> Result<(), AppError> {
    let post = Post::from_page("/svar/se-igennem")?;
    let token = match held(&post, &of) {
        Ok(token) => token,
        Err(answer) => return finish(post, answer),
    };
    let workflow = &post.state.workflow;
    let done = match Tablet::held(&post.jar) {
        Some(tablet) => workflow.send_from_tablet(&token, &tablet.token).await,
        None => workflow.send(&token).await,
    };
    finish(post, done.map(|()| Next::Page("/svar/kvittering".to_owned())))
}

/// Keeps this browser's questionnaire beyond the browser's own session: it is its owner's, and answers without network.
#[server(endpoint = "answer/keep-here")]
pub async fn keep_here() -> Result<(), AppError> {
    let post = Post::from_page(NO_QUESTIONNAIRE)?;
    let token = match held(&post, "") {
        Ok(token) if Tablet::held(&post.jar).is_none() => token,
        // A shared tablet keeps nothing.
        Ok(_) => return finish(post, Err(Error::NotFound)),
        Err(answer) => return finish(post, answer),
    };
    let done = post.state.workflow.on_device_for(&token).await.map(|seconds| {
        let cookie = session::cookie(&post.state, session::ANSWER, session::encode(&token.0));
        post.set_cookie(&session::lasting(cookie, seconds.unsigned_abs()));
        Next::Page(NO_QUESTIONNAIRE.to_owned())
    });
    finish(post, done)
}

/// The token of this browser's questionnaire; `of`, where a device says so, is the one that it means.
fn held(post: &Post, of: &str) -> Result<Token, workflow::Result<Next>> {
    match session::token(&post.jar, session::ANSWER) {
        Some(token) if of.is_empty() || of == token.on_device() => Ok(token),
        // What was kept of another is never put into this one.
        Some(_) => Err(Err(Error::NotFound)),
        None if of.is_empty() => Err(Ok(Next::Page(NO_QUESTIONNAIRE.to_owned()))),
        None => Err(Err(Error::NotFound)),
    }
}

fn keep_token(post: &Post, token: &Token) -> Next {
    post.set_cookie(&session::cookie(&post.state, session::ANSWER, session::encode(&token.0)));
    Next::Page("/svar".to_owned())
}

/// Answers as [`Post::finish`]; where the screening was stopped, with the page that says so.
fn finish(post: Post, done: workflow::Result<Next>) -> Result<(), AppError> {
    match done {
        Err(Error::Refused(Problem::Stopped(screening))) if !post.script => {
            let values = BTreeMap::from([(receipt::SCREENING.to_owned(), screening)]);
            post.hand_over(Memory { page: STOPPED.to_owned(), values, ..Memory::default() });
            post.finish(Ok(Next::Page(STOPPED.to_owned())))
        }
        done => post.finish(done),
    }
}
