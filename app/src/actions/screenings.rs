//! Screenings: create, prepare, open, close.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]
#![expect(clippy::too_many_arguments, reason = "one argument a field of the form")]

use super::settings_form::{Typed, at_fields, remember_all};
use super::{Next, Post, instruments};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::naming::name_key;
use leptos::prelude::*;
use screening::instrument::Instrument;
use screening::settings::{LegalFacts, Settings};
use std::collections::BTreeMap;
use workflow::screenings::Screening;
use workflow::{Error, Problem};

/// Minutes that closing lasts where nothing else is chosen.
const CLOSING_MINUTES: u32 = 30;

/// Creates a screening and goes on to preparing it. `show` asks only for fields for the units typed.
#[server(endpoint = "create-screening")]
pub async fn create_screening(
    #[server(default)] organisation: String,
    #[server(default)] name: String,
    #[server(default)] instrument: String,
    #[server(default)] language: String,
    #[server(default)] units: String,
    #[server(default)] min_group_size: String,
    #[server(default)] invited: BTreeMap<String, String>,
    #[server(default)] forms: BTreeMap<String, String>,
    #[server(default)] pilot: String,
    #[server(default)] show: String,
) -> Result<(), AppError> {
    let typed = Typed { units, min_group_size, invited, forms, ..Typed::default() };
    let post = Post::from_page("/screeninger/ny")?
        .remember("organisation", &organisation)
        .remember("name", &name)
        .remember("language", &language)
        .remember("pilot", &pilot)
        .remember("instrument", &instrument);
    let post = typed.remember(post);
    let done = async {
        let chosen = &instruments::to_screen(&post, &organisation, &instrument).await?;
        if !show.is_empty() {
            // Back to the form, which now has a field for each unit.
            return Err(Error::Invalid(Vec::new()));
        }
        if typed.lacks_unit_fields(chosen) {
            return Err(Error::field("invited", Problem::NobodyInvited));
        }
        let language = asked_in(chosen, &language)?;
        let pilot = pilot == "on";
        let start = Settings { language, closing_minutes: CLOSING_MINUTES, pilot, ..Settings::default() };
        let settings = typed.read(chosen, start)?;
        let actor = post.actor().await?;
        let created = post
            .state
            .workflow
            .create_screening(&actor, &organisation, &name, chosen.clone(), settings)
            .await;
        let id = at_fields(created, &typed.units)?;
        Ok(Next::Saved(address(&id, "forbered")))
    }
    .await;
    post.finish(done)
}

/// The language of the questionnaires; the instrument's first where none is chosen.
fn asked_in(instrument: &Instrument, chosen: &str) -> workflow::Result<String> {
    let language = match chosen {
        "" => instrument.languages.first(),
        chosen => instrument.languages.iter().find(|language| *language == chosen),
    };
    language.cloned().ok_or_else(|| Error::field("language", Problem::NotAChoice))
}

/// Keeps name and settings.
#[server(endpoint = "save-settings")]
pub async fn save_settings(
    #[server(default)] screening: String,
    #[server(default)] name: String,
    #[server(default)] units: String,
    #[server(default)] min_group_size: String,
    #[server(default)] invited: BTreeMap<String, String>,
    #[server(default)] forms: BTreeMap<String, String>,
    #[server(default)] joint: BTreeMap<String, String>,
    #[server(default)] names: BTreeMap<String, String>,
    #[server(default)] comment_reader: String,
    #[server(default)] hear_back: String,
    #[server(default)] hearings: String,
    #[server(default)] crisis_line: String,
    #[server(default)] answer_by: String,
    #[server(default)] leader_promise: String,
    #[server(default)] contact: String,
    #[server(default)] closing_minutes: String,
    #[server(default)] legal: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, "forbered");
    let typed = Typed { units, min_group_size, invited, forms, joint };
    let post = Post::from_page(&page)?
        .remember("name", &name)
        .remember("comment_reader", &comment_reader)
        .remember("hear_back", &hear_back)
        .remember("hearings", &hearings)
        .remember("crisis_line", &crisis_line)
        .remember("answer_by", &answer_by)
        .remember("leader_promise", &leader_promise)
        .remember("contact", &contact)
        .remember("closing_minutes", &closing_minutes);
    let post = remember_all(remember_all(typed.remember(post), "legal", &legal), "names", &names);
    let done = async {
        let actor = post.actor().await?;
        let current = post.state.workflow.screening(&actor, &screening).await?;
        let fact = |name: &str| legal.get(name).cloned().unwrap_or_default();
        // What is no number is told with the other problems of the settings.
        let minutes = closing_minutes.trim().parse().unwrap_or(0);
        let start = Settings {
            comment_reader,
            hear_back,
            hearings,
            crisis_line,
            answer_by,
            leader_promise,
            contact,
            closing_minutes: minutes,
            legal: LegalFacts {
                controller: fact("controller"),
                data_protection_officer: fact("data_protection_officer"),
                legal_basis: fact("legal_basis"),
                retention: fact("retention"),
                agreement: fact("agreement"),
                impact_assessment: fact("impact_assessment"),
            },
            names: named(&current, &names),
            ..current.settings.clone()
        };
        // Units that are new on this form get their fields with the next page; nothing typed before is lost.
        let settings = typed.read(&current.instrument, start)?;
        let saved = post.state.workflow.save_settings(&actor, &screening, &name, settings).await;
        at_fields(saved, &typed.units)?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// The words chosen for place and people; a form without them leaves them as they are.
fn named(screening: &Screening, posted: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut names = screening.settings.names.clone();
    for name in screening.instrument.names.keys() {
        if let Some(word) = posted.get(&name_key(name)) {
            names.insert(name.clone(), word.clone());
        }
    }
    names
}

/// Opens a prepared screening.
#[server(endpoint = "open-screening")]
pub async fn open_screening(#[server(default)] screening: String) -> Result<(), AppError> {
    let page = address(&screening, "indsaml");
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.open_screening(&actor, &screening).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Begins closing.
#[server(endpoint = "begin-closing")]
pub async fn begin_closing(#[server(default)] screening: String) -> Result<(), AppError> {
    let page = address(&screening, "indsaml");
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.begin_closing(&actor, &screening).await?;
        Ok(Next::Page(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Ends closing at once.
#[server(endpoint = "end-closing")]
pub async fn end_closing(#[server(default)] screening: String) -> Result<(), AppError> {
    let page = address(&screening, "indsaml");
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.end_closing(&actor, &screening).await?;
        Ok(Next::Page(page.clone()))
    }
    .await;
    post.finish(done)
}
