//! Own instruments: copy, edit, publish, drop.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]
#![expect(clippy::too_many_arguments, reason = "one argument a field of the form")]

use super::settings_form::remember_all;
use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::instruments::part::following;
use crate::pages::desk::instruments::shape::{LANGUAGE, SHAPE};
use crate::pages::desk::instruments::{DRAFT, INSTRUMENTS, address, part_address, typed_texts};
use crate::pages::desk::settings_fields::group_key;
use leptos::prelude::*;
use screening::id::{FocusPointId, GroupId, IndicatorId, ValueId};
use screening::instrument::Instrument;
use screening::instrument::edit::{EditProblem, Part, PartChange, Reshape};
use std::collections::{BTreeMap, BTreeSet};
use workflow::{Error, Problem};

/// Copies an instrument, one of the program's or one's own, as a draft.
#[server(endpoint = "copy-instrument")]
pub async fn copy_instrument(
    #[server(default)] instrument: String,
    #[server(default)] version: String,
    #[server(default)] organisation: String,
    #[server(default)] title: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&instrument, ""))?
        .remember("organisation", &organisation)
        .remember("title", &title);
    let done = async {
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let shipped = post.state.instruments.iter().find(|known| known.id == instrument);
        let source = match shipped {
            Some(shipped) => shipped.clone(),
            None => {
                let own = workflow.own_instrument(&actor, &instrument).await?;
                let found = own.versions.into_iter().find(|one| one.version.to_string() == version);
                found.ok_or(Error::NotFound)?
            }
        };
        let language = post.words.language;
        let id = workflow.copy_instrument(&actor, &organisation, &source, language, &title).await?;
        Ok(Next::Saved(address(&id, DRAFT)))
    }
    .await;
    post.finish(done)
}

/// Begins a draft of the next version.
#[server(endpoint = "begin-instrument-draft")]
pub async fn begin_instrument_draft(#[server(default)] instrument: String) -> Result<(), AppError> {
    let post = Post::from_page(&address(&instrument, ""))?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.begin_instrument_draft(&actor, &instrument).await?;
        Ok(Next::Page(address(&instrument, DRAFT)))
    }
    .await;
    post.finish(done)
}

/// Writes a part of a draft; `show` asks only for how it would read.
#[server(endpoint = "write-instrument")]
pub async fn write_instrument(
    #[server(default)] instrument: String,
    #[server(default)] kind: String,
    #[server(default)] part: String,
    #[server(default)] seen: String,
    #[server(default)] text: BTreeMap<String, String>,
    #[server(default)] set: BTreeMap<String, String>,
    #[server(default)] value: String,
    #[server(default)] short: BTreeMap<String, String>,
    #[server(default)] reverse: BTreeMap<String, String>,
    #[server(default)] means_other: BTreeMap<String, String>,
    #[server(default)] show: String,
    #[server(default)] then: String,
) -> Result<(), AppError> {
    let of = part_of(&kind, &part);
    let page = part_address(&instrument, &of);
    let post = Post::from_page(&page)?.remember("value", &value);
    let post = remember_all(post, "means_other", &means_other);
    let post = remember_all(remember_all(post, "text", &text), "set", &set);
    let post = remember_all(remember_all(post, "short", &short), "reverse", &reverse);
    let done = async {
        if !show.is_empty() {
            // Back to the form, which shows how it reads.
            return Err(Error::Invalid(Vec::new()));
        }
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let own = match workflow.own_instrument(&actor, &instrument).await {
            // Gone while it was written in: the page shows what was typed.
            Err(Error::Forbidden | Error::NotFound) => {
                return Err(Error::Refused(Problem::Edit(EditProblem::NotThere)));
            }
            found => found?,
        };
        let draft = own.draft.ok_or(Error::Refused(Problem::Edit(EditProblem::NotThere)))?.draft;
        let groups = || draft.written().groups.iter().map(|group| group.id.clone());
        let chosen = |posted: &BTreeMap<String, String>| -> BTreeSet<GroupId> {
            groups().filter(|group| posted.contains_key(&group_key(group.as_str()))).collect()
        };
        let change = PartChange {
            texts: typed_texts(&draft, &of, &text),
            value: Some(value).filter(|value| !value.is_empty()).map(ValueId::from),
            short: chosen(&short),
            reverse: chosen(&reverse),
            means_other: groups()
                .filter_map(|group| match means_other.get(&group_key(group.as_str())).map(String::as_str) {
                    Some("yes") => Some((group, true)),
                    Some("no") => Some((group, false)),
                    _ => None,
                })
                .collect(),
            set,
        };
        workflow.write_instrument(&actor, &instrument, &of, &seen, &change).await?;
        let next = (!then.is_empty()).then(|| following(draft.written(), &of)).flatten();
        Ok(Next::Saved(next.map_or_else(|| page.clone(), |next| part_address(&instrument, &next))))
    }
    .await;
    post.finish(done)
}

/// Adds, moves or drops a part or a language.
#[server(endpoint = "reshape-instrument")]
pub async fn reshape_instrument(
    #[server(default)] instrument: String,
    #[server(default)] seen: String,
    #[server(default)] what: String,
    #[server(default)] kind: String,
    #[server(default)] part: String,
    #[server(default)] name: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let around = ["gruppe", "vaerdi", "ord", LANGUAGE].contains(&kind.as_str());
    let page = address(&instrument, if around { SHAPE } else { DRAFT });
    let post = remember_all(Post::from_page(&page)?, "name", &name);
    let done = async {
        let typed = name.get(&kind).cloned().unwrap_or_default();
        let spoken = post.words.language;
        let change = match (what.as_str(), part_of(&kind, &part)) {
            ("add", _) if kind == LANGUAGE => Reshape::AddLanguage(typed),
            ("first", _) if kind == LANGUAGE => Reshape::FirstLanguage(part),
            ("drop", _) if kind == LANGUAGE => Reshape::DropLanguage(part),
            ("add", Part::Group(_)) => Reshape::AddGroup(typed, spoken.to_owned()),
            ("add", Part::Value(_)) => Reshape::AddValue(typed, spoken.to_owned()),
            ("add", Part::Name(_)) => Reshape::AddName(typed),
            ("add", Part::Whole) => Reshape::AddFocusPoint,
            ("add", Part::FocusPoint(id)) => Reshape::AddIndicator(id),
            ("up", of) => Reshape::Up(of),
            ("down", of) => Reshape::Down(of),
            ("drop", of) => Reshape::Drop(of),
            _ => return Err(Error::Refused(Problem::NotAChoice)),
        };
        let actor = post.actor().await?;
        let seen = seen.parse().unwrap_or_default();
        let workflow = &post.state.workflow;
        let done = workflow.reshape_instrument(&actor, &instrument, seen, &change).await;
        // What is wrong with a name stands at its field.
        let next = done.map_err(|error| match error {
            Error::Refused(problem @ Problem::Edit(_)) if around && what == "add" => {
                Error::field(format!("name[{kind}]"), problem)
            }
            other => other,
        })?;
        Ok(match change {
            // What is new is written next.
            Reshape::AddFocusPoint
            | Reshape::AddIndicator(_)
            | Reshape::AddGroup(..)
            | Reshape::AddValue(..)
            | Reshape::AddName(_) => Next::Page(part_address(&instrument, &next)),
            Reshape::AddLanguage(code) => {
                let code = code.trim().to_lowercase();
                Next::Page(address(&instrument, &format!("{DRAFT}/{LANGUAGE}/{code}")))
            }
            _ if around => Next::Page(page.clone()),
            _ => Next::Page(at(&page, &next)),
        })
    }
    .await;
    post.finish(done)
}

/// Makes a version of a draft.
#[server(endpoint = "publish-instrument")]
pub async fn publish_instrument(
    #[server(default)] instrument: String,
    #[server(default)] seen: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&instrument, DRAFT))?;
    let done = async {
        let actor = post.actor().await?;
        let seen = seen.parse().unwrap_or_default();
        post.state.workflow.publish_instrument(&actor, &instrument, seen).await?;
        Ok(Next::Saved(address(&instrument, "")))
    }
    .await;
    post.finish(done)
}

/// Drops a draft.
#[server(endpoint = "drop-instrument-draft")]
pub async fn drop_instrument_draft(
    #[server(default)] instrument: String,
    #[server(default)] seen: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&instrument, DRAFT))?;
    let done = async {
        let actor = post.actor().await?;
        let seen = seen.parse().unwrap_or_default();
        post.state.workflow.drop_instrument_draft(&actor, &instrument, seen).await?;
        Ok(Next::Page(INSTRUMENTS.to_owned()))
    }
    .await;
    post.finish(done)
}

/// A part as a form or an address says it.
pub(crate) fn part_of(kind: &str, id: &str) -> Part {
    match kind {
        "skala" => Part::Scale,
        "gruppe" => Part::Group(GroupId::from(id)),
        "vaerdi" => Part::Value(ValueId::from(id)),
        "ord" => Part::Name(id.to_owned()),
        "graenser" => Part::Signals,
        "punkt" => Part::FocusPoint(FocusPointId::from(id)),
        "indikator" => Part::Indicator(IndicatorId::from(id)),
        _ => Part::Whole,
    }
}

/// The draft's page at a part.
fn at(page: &str, part: &Part) -> String {
    match part {
        Part::FocusPoint(id) => format!("{page}#punkt-{id}"),
        Part::Indicator(id) => format!("{page}#indikator-{id}"),
        _ => page.to_owned(),
    }
}

/// An instrument that a screening may be made of: the program's, or the newest version of one's own.
pub(super) async fn to_screen(
    post: &Post,
    organisation: &str,
    instrument: &str,
) -> workflow::Result<Instrument> {
    if let Some(shipped) = post.state.instruments.iter().find(|known| known.id == instrument) {
        return Ok(shipped.clone());
    }
    post.state.workflow.usable_instrument(&post.actor().await?, organisation, instrument).await
}
