//! An instrument's file comes in: read at once, kept in memory, looked through on the next page, and taken in there.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::settings_form::remember_all;
use super::upload::whole;
use super::{Next, Post, kept};
use crate::error::{AppError, PageError};
use crate::forms::Memory;
use crate::pages::desk::instruments::take_in::{LOOK, NEW, START};
use crate::pages::desk::instruments::{DRAFT, address};
use crate::session;
use crate::speaking;
use crate::state::AppState;
use crate::uploads::InstrumentUpload;
use crate::words;
use axum::extract::multipart::Multipart;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use http::HeaderMap;
use leptos::prelude::*;
use screening::answers::import::{FileFault, FileProblem, LONGEST_FILE};
use screening::id::IndicatorId;
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow::instruments::ReadAs;
use workflow::{Actor, Error, FieldProblem, Problem};

/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 80;

/// Reads a file that is to be an instrument of its own.
///
/// # Errors
///
/// Where nobody is signed in, or facilitates nowhere: before any of the file is read.
pub async fn upload(
    State(state): State<AppState>,
    jar: CookieJar,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = state.workflow.actor(session::token(&jar, session::SESSION).as_ref()).await?;
    let places = state.workflow.facilitated_organisations(&actor).await?;
    let Some(place) = places.first() else { return Err(PageError(Error::NotFound)) };
    read(&state, jar, &headers, &actor, &place.id, NEW, form).await
}

/// Reads a file that is to take a draft's place.
///
/// # Errors
///
/// Where nobody is signed in, or the draft is not theirs or gone: before any of the file is read.
pub async fn upload_into(
    State(state): State<AppState>,
    Path(key): Path<String>,
    jar: CookieJar,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = state.workflow.actor(session::token(&jar, session::SESSION).as_ref()).await?;
    let own = state.workflow.own_instrument(&actor, &key).await?;
    if own.draft.is_none() {
        return Err(PageError(Error::NotFound));
    }
    read(&state, jar, &headers, &actor, &own.organisation.id, &key, form).await
}

/// The pages of a file on its way: where it is chosen, and where it is looked through.
fn pages(key: &str) -> [String; 2] {
    let at =
        |page: &str| if key == NEW { address(page, "") } else { address(key, &format!("{DRAFT}/{page}")) };
    [at(START), at(LOOK)]
}

async fn read(
    state: &AppState,
    jar: CookieJar,
    headers: &HeaderMap,
    actor: &Actor,
    organisation: &str,
    key: &str,
    form: Multipart,
) -> Result<Response, PageError> {
    let Some(session) = session::token(&jar, session::SESSION) else {
        return Err(PageError(Error::NotSignedIn));
    };
    let [start, look] = pages(key);
    let language = speaking::language(headers);
    let asked = &words::of(language).desk.instrument_take_in.asked;
    let done = match posted(form).await {
        Err(problem) => Err(Error::field("file", problem)),
        Ok((name, bytes)) => {
            let how = ReadAs { language, asked, file: &name };
            let read =
                state.workflow.read_instrument(actor, organisation, &*state.spreadsheets, how, bytes).await;
            read.map(|read| InstrumentUpload { name, read: Arc::new(read) })
        }
    };
    match done {
        Ok(upload) => {
            state.instrument_uploads.keep(&session, key, state.workflow.clock.now(), upload);
            Ok(Redirect::to(&look).into_response())
        }
        Err(Error::Invalid(problems)) => Ok(back(state, jar, &start, problems)),
        Err(other) => Err(PageError(other)),
    }
}

/// The file's name and bytes, or why there are none.
async fn posted(mut form: Multipart) -> Result<(String, Vec<u8>), Problem> {
    let too_long = || Problem::File(FileFault::file(FileProblem::TooLong(LONGEST_FILE)));
    loop {
        let mut field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Err(Problem::NoFile),
            Err(error) if error.status() == http::StatusCode::PAYLOAD_TOO_LARGE => return Err(too_long()),
            Err(_) => return Err(Problem::NoFile),
        };
        if field.name() != Some("file") {
            continue;
        }
        let name: String = field.file_name().unwrap_or_default().chars().take(LONGEST_NAME).collect();
        return match whole(&mut field, LONGEST_FILE).await {
            Ok(None) => Err(too_long()),
            Ok(Some(bytes)) if bytes.is_empty() && name.is_empty() => Err(Problem::NoFile),
            Ok(Some(bytes)) => Ok((name, bytes)),
            Err(error) if error.status() == http::StatusCode::PAYLOAD_TOO_LARGE => Err(too_long()),
            Err(_) => Err(Problem::NoFile),
        };
    }
}

/// Back to where a file is chosen, with what was wrong.
fn back(state: &AppState, jar: CookieJar, page: &str, problems: Vec<FieldProblem>) -> Response {
    let memory = Memory { page: page.to_owned(), problems, ..Memory::default() };
    (jar.add(kept(state, memory)), Redirect::to(page)).into_response()
}

/// To where a file is chosen: the one that was is gone.
pub fn gone(state: &AppState, jar: CookieJar, key: &str) -> Response {
    let problem = FieldProblem { field: "file".to_owned(), problem: Problem::FileGone };
    let [start, _] = pages(key);
    back(state, jar, &start, vec![problem])
}

/// The file on its way.
fn waiting(post: &Post, key: &str) -> workflow::Result<InstrumentUpload> {
    let session = session::token(&post.jar, session::SESSION).ok_or(Error::NotSignedIn)?;
    let upload = post.state.instrument_uploads.get(&session, key, post.state.workflow.clock.now());
    upload.ok_or(Error::Refused(Problem::FileGone))
}

fn forget(post: &Post, key: &str) {
    if let Some(session) = session::token(&post.jar, session::SESSION) {
        post.state.instrument_uploads.forget(&session, key);
    }
}

/// Takes what was looked through into an organisation as a draft of its own.
#[server(endpoint = "take-in-instrument")]
pub async fn take_in_instrument(
    #[server(default)] organisation: String,
    #[server(default)] title: String,
) -> Result<(), AppError> {
    let [_, look] = pages(NEW);
    let post = Post::from_page(&look)?.remember("organisation", &organisation).remember("title", &title);
    let done = async {
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let places = workflow.facilitated_organisations(&actor).await?;
        if !places.iter().any(|place| place.id == organisation) {
            return Err(Error::Forbidden);
        }
        let upload = waiting(&post, NEW)?;
        let language = post.words.language;
        let read = &upload.read.draft;
        let id = workflow.take_in_instrument(&actor, &organisation, read, language, &title).await?;
        forget(&post, NEW);
        Ok(Next::Saved(address(&id, DRAFT)))
    }
    .await;
    post.finish(done)
}

/// Puts what was looked through in a draft's place.
#[server(endpoint = "replace-instrument-draft")]
pub async fn replace_instrument_draft(
    #[server(default)] instrument: String,
    #[server(default)] seen: String,
    #[server(default)] means: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let [_, look] = pages(&instrument);
    let post = remember_all(Post::from_page(&look)?, "means", &means);
    let done = async {
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        workflow.own_instrument(&actor, &instrument).await?;
        let upload = waiting(&post, &instrument)?;
        let seen = seen.parse().unwrap_or_default();
        let means = means.keys().filter_map(|key| key.strip_prefix("indicator-")).map(IndicatorId::from);
        let read = &upload.read.draft;
        workflow.replace_instrument_draft(&actor, &instrument, seen, read, &means.collect()).await?;
        forget(&post, &instrument);
        Ok(Next::Saved(address(&instrument, DRAFT)))
    }
    .await;
    post.finish(done)
}
