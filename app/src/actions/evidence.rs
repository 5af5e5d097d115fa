//! Documents, observations, ratings.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]
#![expect(clippy::too_many_arguments, reason = "one argument a field of the form")]

use super::settings_form::remember_all;
use super::{Next, Post, in_row};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::evidence_indicator::kind_value;
use crate::pages::desk::frame::row_key;
use leptos::prelude::*;
use screening::evidence::{Evidence, EvidenceKind, Rating};
use screening::id::IndicatorId;
use std::collections::BTreeMap;
use workflow::{Error, Problem};

/// Adds a document or an observation.
#[server(endpoint = "add-evidence")]
pub async fn add_evidence(
    #[server(default)] screening: String,
    #[server(default)] indicator: String,
    #[server(default)] kind: String,
    #[server(default)] title: BTreeMap<String, String>,
    #[server(default)] document_kind: BTreeMap<String, String>,
    #[server(default)] date: BTreeMap<String, String>,
    #[server(default)] text: BTreeMap<String, String>,
    #[server(default)] also: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let page = address(&screening, &format!("dokumenter/{indicator}"));
    let mut post = Post::from_page(&page)?.remember("kind", &kind);
    for (name, fields) in [
        ("title", &title),
        ("document_kind", &document_kind),
        ("date", &date),
        ("text", &text),
        ("also", &also),
    ] {
        post = remember_all(post, name, fields);
    }
    let done = async {
        let chosen = [EvidenceKind::Document, EvidenceKind::Observation]
            .into_iter()
            .find(|known| kind_value(*known) == kind)
            .ok_or_else(|| Error::field("kind", Problem::NotAChoice))?;
        let typed =
            |fields: &BTreeMap<String, String>| fields.get(&row_key(&kind)).cloned().unwrap_or_default();
        let prefix = row_key("");
        let others = also.keys().filter_map(|key| key.strip_prefix(prefix.as_str())).map(IndicatorId::from);
        let evidence = Evidence {
            kind: chosen,
            title: typed(&title),
            document_kind: typed(&document_kind),
            date: typed(&date),
            text: typed(&text),
            indicators: std::iter::once(IndicatorId::from(indicator.as_str())).chain(others).collect(),
        };
        let actor = post.actor().await?;
        in_row(post.state.workflow.add_evidence(&actor, &screening, evidence).await, &kind)?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Takes a document or an observation back.
#[server(endpoint = "remove-evidence")]
pub async fn remove_evidence(
    #[server(default)] screening: String,
    #[server(default)] indicator: String,
    #[server(default)] evidence: String,
) -> Result<(), AppError> {
    let page = address(&screening, &format!("dokumenter/{indicator}"));
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.remove_evidence(&actor, &screening, &evidence).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Rates an indicator.
#[server(endpoint = "rate")]
pub async fn rate(
    #[server(default)] screening: String,
    #[server(default)] indicator: String,
    #[server(default)] rating: String,
) -> Result<(), AppError> {
    let page = address(&screening, &format!("dokumenter/{indicator}"));
    let post = Post::from_page(&page)?.remember("rating", &rating);
    let done = async {
        let chosen = match rating.as_str() {
            "insufficient" => Rating::Insufficient,
            step => {
                let step = step.parse().map_err(|_| Error::field("rating", Problem::NotAChoice))?;
                Rating::Step(step)
            }
        };
        let actor = post.actor().await?;
        let indicator = IndicatorId::from(indicator.as_str());
        post.state.workflow.rate(&actor, &screening, &indicator, chosen).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}
