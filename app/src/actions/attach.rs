//! A file comes in beside a document or an observation; attaching is switched on and off; a file is removed.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::upload::whole;
use super::{Next, Post, kept};
use crate::error::{AppError, PageError};
use crate::forms::{Memory, Notice};
use crate::pages::desk::course::address;
use crate::pages::desk::frame::row_field;
use crate::session;
use crate::state::AppState;
use axum::extract::multipart::Multipart;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::attachment::{AttachmentFault, LONGEST_ATTACHMENT};
use workflow::{Error, FieldProblem, Problem};

/// Longest name of a file that is read, in characters; what is kept is shorter.
const LONGEST_NAME: usize = 300;
/// Longest id of an indicator that is read off the form.
const LONGEST_INDICATOR: usize = 80;

/// Keeps a file. It stays in memory until it is whole: a slow or broken upload leaves nothing.
///
/// # Errors
///
/// Where nobody is signed in, the screening is not theirs, attaching is off, or the text is not there: before any of
/// the file is read.
pub async fn attach(
    State(state): State<AppState>,
    Path((id, evidence)): Path<(String, String)>,
    jar: CookieJar,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = state.workflow.actor(session::token(&jar, session::SESSION).as_ref()).await?;
    state.workflow.attachable(&actor, &id, &evidence).await?;
    let Sent { indicator, name, file } = sent(form).await;
    let done = match file {
        Ok(bytes) => state.workflow.add_attachment(&actor, &id, &evidence, &name, bytes).await,
        Err(problem) => Err(Error::field("file", problem)),
    };
    let page = address(&id, &format!("dokumenter/{indicator}"));
    let page = page.trim_end_matches('/').to_owned();
    let memory = Memory { page: page.clone(), ..Memory::default() };
    let memory = match done {
        Ok(()) => Memory { notice: Some(Notice::Saved), ..memory },
        Err(Error::Invalid(problems)) => {
            // A page may have several of these forms: the problem stands at its own.
            let at = |one: FieldProblem| FieldProblem { field: row_field(&one.field, &evidence), ..one };
            Memory { problems: problems.into_iter().map(at).collect(), ..memory }
        }
        Err(other) => return Err(PageError(other)),
    };
    Ok((jar.add(kept(&state, memory)), Redirect::to(&page)).into_response())
}

/// What was posted.
struct Sent {
    indicator: String,
    name: String,
    file: Result<Vec<u8>, Problem>,
}

/// The fields of the form, and the file or why there is none.
async fn sent(mut form: Multipart) -> Sent {
    let mut sent = Sent { indicator: String::new(), name: String::new(), file: Err(Problem::NoFile) };
    while let Ok(Some(mut field)) = form.next_field().await {
        match field.name().unwrap_or_default() {
            "indicator" => {
                let first = field.chunk().await.ok().flatten().unwrap_or_default();
                let plain =
                    |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
                let typed = String::from_utf8_lossy(&first);
                sent.indicator = typed.chars().filter(plain).take(LONGEST_INDICATOR).collect();
            }
            name if name.starts_with("file") => {
                sent.name = field.file_name().unwrap_or_default().chars().take(LONGEST_NAME).collect();
                sent.file = match whole(&mut field, LONGEST_ATTACHMENT).await {
                    Ok(None) => Err(Problem::Attachment(AttachmentFault::TooLong)),
                    Ok(Some(bytes)) if bytes.is_empty() && sent.name.is_empty() => Err(Problem::NoFile),
                    Ok(Some(bytes)) => Ok(bytes),
                    // It broke off, or went on beyond every limit.
                    Err(_) => Err(Problem::NoFile),
                };
            }
            _ => {}
        }
    }
    sent
}

/// Switches attaching on or off.
#[server(endpoint = "switch-attachments")]
pub async fn switch_attachments(
    #[server(default)] screening: String,
    #[server(default)] on: String,
) -> Result<(), AppError> {
    let page = address(&screening, "dokumenter");
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.switch_attachments(&actor, &screening, on == "on").await?;
        Ok(Next::Page(format!("{page}#bilag")))
    }
    .await;
    post.finish(done)
}

/// Removes a file.
#[server(endpoint = "remove-attachment")]
pub async fn remove_attachment(
    #[server(default)] screening: String,
    #[server(default)] indicator: String,
    #[server(default)] attachment: String,
) -> Result<(), AppError> {
    let page = address(&screening, &format!("dokumenter/{indicator}"));
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.remove_attachment(&actor, &screening, &attachment).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}
