//! Answers that were collected elsewhere: what the columns are, and taking them in.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]
#![expect(clippy::too_many_arguments, reason = "one argument a field of the form")]

use super::settings_form::remember_all;
use super::{Next, Post};
use crate::error::AppError;
use crate::forms::Memory;
use crate::pages::desk::course::address;
use crate::pages::desk::import::{
    COLUMNS, IMPORTED, IN_COLUMN, NO_UNIT, PREVIEW, START, UNKNOWN, column_key,
};
use crate::session;
use crate::uploads::Upload;
use leptos::prelude::*;
use screening::answers::import::{Mapping, Meaning, Role, Table, Words, key};
use screening::id::GroupId;
use std::collections::BTreeMap;
use workflow::answering::Token;
use workflow::importing::{Offered, SavedMapping};
use workflow::{Error, FieldProblem, Problem};

impl Post {
    /// The session and the file that is on its way to a screening; asks first who may.
    async fn upload(&self, screening: &str) -> workflow::Result<(Token, Upload)> {
        let actor = self.actor().await?;
        self.state.workflow.importable(&actor, screening).await?;
        let session = session::token(&self.jar, session::SESSION).ok_or(Error::NotSignedIn)?;
        let upload = self.state.uploads.get(&session, screening, self.state.workflow.clock.now());
        Ok((session, upload.ok_or_else(|| Error::field("file", Problem::FileGone))?))
    }
}

/// Reads another sheet of the file.
#[server(endpoint = "choose-sheet")]
pub async fn choose_sheet(
    #[server(default)] screening: String,
    #[server(default)] sheet: String,
) -> Result<(), AppError> {
    let page = address(&screening, COLUMNS);
    let post = Post::from_page(&page)?;
    let done = async {
        let (session, upload) = post.upload(&screening).await?;
        let number = sheet.parse::<usize>().ok().filter(|number| *number < upload.file.tables.len());
        let number = number.ok_or_else(|| Error::field("sheet", Problem::NotAChoice))?;
        let only = upload.offered.mapping().group.clone();
        let actor = post.actor().await?;
        let table = &upload.file.tables[number];
        let offered = post.state.workflow.offer_mapping(&actor, &screening, table, only.as_ref()).await?;
        post.state.uploads.change(&session, &screening, |upload| {
            upload.sheet = number;
            upload.offered = offered;
        });
        Ok(Next::Page(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Keeps what the columns and words are, and goes on to looking it through.
#[server(endpoint = "map-columns")]
pub async fn map_columns(
    #[server(default)] screening: String,
    #[server(default)] name: String,
    #[server(default)] group: String,
    #[server(default)] columns: BTreeMap<String, String>,
    #[server(default)] words: BTreeMap<String, String>,
    #[server(default)] answers: BTreeMap<String, String>,
    #[server(default)] group_words: BTreeMap<String, String>,
    #[server(default)] groups: BTreeMap<String, String>,
    #[server(default)] unit_words: BTreeMap<String, String>,
    #[server(default)] units: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, COLUMNS);
    let post = Post::from_page(&page)?.remember("name", &name).remember("group", &group);
    let post = remember_all(post, "columns", &columns);
    let post = remember_all(post, "answers", &answers);
    let post = remember_all(post, "groups", &groups);
    let post = remember_all(post, "units", &units);
    let done = async {
        let (session, upload) = post.upload(&screening).await?;
        let table = upload.table().ok_or_else(|| Error::field("file", Problem::FileGone))?;
        let actor = post.actor().await?;
        let instrument = post.state.workflow.importable(&actor, &screening).await?.instrument;
        let known = Words::of(&instrument);
        let mapping = Mapping {
            roles: roles(table, &columns)?,
            group: Some(&*group).filter(|group| *group != IN_COLUMN && !group.is_empty()).map(GroupId::from),
            groups: said(&group_words, &groups, |_, group| (group != UNKNOWN).then(|| group.into())),
            units: said(&unit_words, &units, |_, unit| match unit {
                UNKNOWN => None,
                NO_UNIT => Some(String::new()),
                unit => Some(unit.to_owned()),
            }),
            answers: said(&words, &answers, |word, answer| {
                let meaning = Meaning::try_from(answer.to_owned()).ok()?;
                // What is plain anyway is not worth keeping.
                let plain = known.recognise(word).map_or(Meaning::Refused, Meaning::Answer);
                (meaning != plain).then_some(meaning)
            }),
            heads: table.heads.clone(),
            own_form: false,
        };
        let saved = post.state.workflow.save_mapping(&actor, &screening, table, &name, &mapping).await;
        at_columns(saved)?;
        let instrument = instrument.id.clone();
        let saved = SavedMapping { name: name.trim().to_owned(), instrument, mapping };
        post.state.uploads.change(&session, &screening, |upload| upload.offered = Offered::Saved(saved));
        Ok(Next::Page(address(&screening, PREVIEW)))
    }
    .await;
    post.finish(done)
}

/// Each column's role; one that was not on the form is left out.
fn roles(table: &Table, columns: &BTreeMap<String, String>) -> workflow::Result<Vec<Role>> {
    (0..table.heads.len())
        .map(|column| match columns.get(&column_key(column)) {
            Some(said) => Role::try_from(said.clone())
                .map_err(|_| Error::field(format!("columns[{}]", column_key(column)), Problem::NotAChoice)),
            None => Ok(Role::LeaveOut),
        })
        .collect()
}

/// What was said of each word; nothing was said where the choice is empty.
fn said<T>(
    words: &BTreeMap<String, String>,
    choices: &BTreeMap<String, String>,
    read: impl Fn(&str, &str) -> Option<T>,
) -> BTreeMap<String, T> {
    let said = choices.iter().filter_map(|(place, choice)| {
        let word = words.get(place)?;
        Some((key(word), read(word, choice)?))
    });
    said.collect()
}

/// Puts a mapping's faults at the columns they are about.
fn at_columns<T>(done: workflow::Result<T>) -> workflow::Result<T> {
    use screening::answers::import::MappingFault as Fault;
    let field = |problem: FieldProblem| {
        let column = |column: &usize| format!("columns[{}]", column_key(*column));
        let field = match &problem.problem {
            Problem::Mapping(Fault::Twice(_, at) | Fault::Unknown(at)) => column(at),
            Problem::Mapping(Fault::NoGroup | Fault::GroupTwice(_)) => "group".to_owned(),
            Problem::Mapping(_) => String::new(),
            _ => problem.field.clone(),
        };
        FieldProblem { field, ..problem }
    };
    done.map_err(|error| match error {
        Error::Invalid(problems) => Error::Invalid(problems.into_iter().map(field).collect()),
        other => other,
    })
}

/// Takes in the whole file, or nothing of it.
#[server(endpoint = "import-answers")]
pub async fn import_answers(
    #[server(default)] screening: String,
    #[server(default)] again: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&screening, PREVIEW))?;
    let start = address(&screening, START);
    let done = async {
        let (session, upload) = post.upload(&screening).await?;
        let table = upload.table().ok_or_else(|| Error::field("file", Problem::FileGone))?;
        let actor = post.actor().await?;
        let (mapping, digest) = (upload.offered.mapping(), &upload.file.digest);
        let workflow = &post.state.workflow;
        let taken =
            workflow.import_answers(&actor, &screening, table, mapping, digest, !again.is_empty()).await?;
        post.state.uploads.forget(&session, &screening);
        let numbers = taken.iter().map(|(group, n)| (format!("{IMPORTED}{group}"), n.to_string()));
        post.hand_over(Memory { page: start.clone(), values: numbers.collect(), ..Memory::default() });
        Ok(Next::Page(start.clone()))
    }
    .await;
    post.finish(done)
}

/// Forgets the file.
#[server(endpoint = "forget-file")]
pub async fn forget_file(#[server(default)] screening: String) -> Result<(), AppError> {
    let page = address(&screening, START);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.importable(&actor, &screening).await?;
        if let Some(session) = session::token(&post.jar, session::SESSION) {
            post.state.uploads.forget(&session, &screening);
        }
        Ok(Next::Page(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Forgets a saved mapping.
#[server(endpoint = "forget-mapping")]
pub async fn forget_mapping(
    #[server(default)] screening: String,
    #[server(default)] name: String,
) -> Result<(), AppError> {
    let page = address(&screening, START);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.forget_mapping(&actor, &screening, &name).await?;
        Ok(Next::Page(page.clone()))
    }
    .await;
    post.finish(done)
}
