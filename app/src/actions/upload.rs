//! A file of answers comes in: read at once, kept in memory, and looked through on the next pages.

use super::kept;
use crate::error::PageError;
use crate::forms::Memory;
use crate::pages::desk::course::address;
use crate::pages::desk::import::{COLUMNS, IN_COLUMN, PREVIEW, START};
use crate::session;
use crate::state::AppState;
use crate::uploads::Upload;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use screening::answers::import::{FileFault, FileProblem, LONGEST_FILE};
use screening::id::GroupId;
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow::answering::Token;
use workflow::importing::Offered;
use workflow::{Actor, Error, FieldProblem, Problem};

/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 80;

/// Reads the file and goes on to its columns, or past them where they are known.
///
/// # Errors
///
/// Where nobody is signed in, the screening is not theirs, or it is not open: before any of the file is read.
pub async fn upload(
    State(state): State<AppState>,
    Path(id): Path<String>,
    jar: CookieJar,
    form: Multipart,
) -> Result<Response, PageError> {
    let session = session::token(&jar, session::SESSION);
    let actor = state.workflow.actor(session.as_ref()).await?;
    let screening = state.workflow.importable(&actor, &id).await?;
    let Some(session) = session else { return Err(PageError(Error::NotSignedIn)) };
    let (typed, read) = posted(form).await;
    let read = match read {
        Ok(file) => taken(&state, &actor, &session, &screening.id, &typed, file).await,
        Err(problem) => Err(Error::field("file", problem)),
    };
    match read {
        Ok(page) => Ok(Redirect::to(&address(&id, page)).into_response()),
        Err(Error::Invalid(problems)) => Ok(back(&state, jar, &id, &typed, problems)),
        Err(other) => Err(PageError(other)),
    }
}

/// What was posted beside the file.
#[derive(Default)]
struct Typed {
    group: String,
    name: String,
}

/// The fields of the form, and the file or why there is none.
async fn posted(mut form: Multipart) -> (Typed, Result<Vec<u8>, Problem>) {
    let (mut typed, mut file) = (Typed::default(), Err(Problem::NoFile));
    loop {
        let mut field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(error) => return (typed, Err(unreadable(&error))),
        };
        match field.name().unwrap_or_default() {
            "group" => {
                // An honest one is a group's id; of anything longer only the beginning is kept.
                let first = field.chunk().await.ok().flatten().unwrap_or_default();
                typed.group = String::from_utf8_lossy(&first).chars().take(LONGEST_NAME).collect();
            }
            "file" => {
                typed.name = field.file_name().unwrap_or_default().chars().take(LONGEST_NAME).collect();
                file = match whole(&mut field, LONGEST_FILE).await {
                    Ok(None) => Err(too_long()),
                    Ok(Some(bytes)) if bytes.is_empty() && typed.name.is_empty() => Err(Problem::NoFile),
                    Ok(Some(bytes)) => Ok(bytes),
                    Err(error) => return (typed, Err(unreadable(&error))),
                };
            }
            _ => {}
        }
    }
    (typed, file)
}

/// The bytes of a file, or `None` where there are more than `most`. The rest is read and dropped, so that the browser
/// hears the answer.
pub(super) async fn whole(field: &mut Field<'_>, most: usize) -> Result<Option<Vec<u8>>, MultipartError> {
    let (mut bytes, mut length) = (Vec::new(), 0_usize);
    while let Some(chunk) = field.chunk().await? {
        length = length.saturating_add(chunk.len());
        if length <= most {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((length <= most).then_some(bytes))
}

fn too_long() -> Problem {
    Problem::File(FileFault::file(FileProblem::TooLong(LONGEST_FILE)))
}

/// The form itself broke off or went on beyond every limit.
fn unreadable(error: &MultipartError) -> Problem {
    if error.status() == http::StatusCode::PAYLOAD_TOO_LARGE { too_long() } else { Problem::NoFile }
}

/// Reads the file, finds how it is read, and keeps it: the page to go on to.
async fn taken(
    state: &AppState,
    actor: &Actor,
    session: &Token,
    id: &str,
    typed: &Typed,
    file: Vec<u8>,
) -> workflow::Result<&'static str> {
    let workflow = &state.workflow;
    let file = Arc::new(workflow.read_import(actor, id, &*state.spreadsheets, file).await?);
    let only =
        Some(&*typed.group).filter(|group| !group.is_empty() && *group != IN_COLUMN).map(GroupId::from);
    let Some(table) = file.tables.first() else { return Err(Error::field("file", Problem::NoFile)) };
    let offered = workflow.offer_mapping(actor, id, table, only.as_ref()).await?;
    let known = !matches!(offered, Offered::Guessed(_));
    let upload = Upload { name: typed.name.clone(), file: Arc::clone(&file), sheet: 0, offered };
    let whole =
        workflow.preview_import(actor, id, table, upload.offered.mapping(), &file.digest).await.is_ok();
    state.uploads.keep(session, id, workflow.clock.now(), upload);
    Ok(if known && whole { PREVIEW } else { COLUMNS })
}

/// Back to the form with what was wrong; a browser forgets which file was chosen.
fn back(state: &AppState, jar: CookieJar, id: &str, typed: &Typed, problems: Vec<FieldProblem>) -> Response {
    let page = address(id, START);
    let values = BTreeMap::from([("group".to_owned(), typed.group.clone())]);
    let memory = Memory { page: page.clone(), values, problems, notice: None };
    (jar.add(kept(state, memory)), Redirect::to(&page)).into_response()
}

/// To the form, where the file is gone.
pub fn gone(state: &AppState, jar: CookieJar, id: &str) -> Response {
    let problem = FieldProblem { field: "file".to_owned(), problem: Problem::FileGone };
    back(state, jar, id, &Typed::default(), vec![problem])
}
