//! Documents and observations.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]
#![expect(clippy::too_many_arguments, reason = "one argument a field of the form")]

use super::settings_form::remember_all;
use super::{Next, Post, in_row};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::evidence_form::{kind_value, page_of};
use crate::pages::desk::frame::row_key;
use leptos::prelude::*;
use screening::evidence::{Evidence, EvidenceKind};
use screening::id::IndicatorId;
use std::collections::BTreeMap;
use workflow::evidence::Written;
use workflow::{Error, Problem};

/// Adds a document or an observation, or changes one (`evidence`) that nobody has changed since (`revision`). It
/// goes back to `indicator`, or to the overview.
#[server(endpoint = "save-evidence")]
pub async fn save_evidence(
    #[server(default)] screening: String,
    #[server(default)] indicator: String,
    #[server(default)] evidence: String,
    #[server(default)] revision: u64,
    #[server(default)] kind: String,
    #[server(default)] title: BTreeMap<String, String>,
    #[server(default)] document_kind: BTreeMap<String, String>,
    #[server(default)] date: BTreeMap<String, String>,
    #[server(default)] text: BTreeMap<String, String>,
    #[server(default)] also: BTreeMap<String, String>,
    #[server(default)] sure: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let chosen =
        [EvidenceKind::Document, EvidenceKind::Observation].into_iter().find(|one| kind_value(*one) == kind);
    let form = page_of(&screening, &indicator, &evidence, chosen.unwrap_or(EvidenceKind::Document));
    let back = address(&screening, &["dokumenter", indicator.as_str()].join("/"));
    let back = back.trim_end_matches('/').to_owned();
    let mut post = Post::from_page(&form)?.remember("kind", &kind);
    for (name, fields) in [
        ("title", &title),
        ("document_kind", &document_kind),
        ("date", &date),
        ("text", &text),
        ("also", &also),
        ("sure", &sure),
    ] {
        post = remember_all(post, name, fields);
    }
    let done = async {
        let kind_of_evidence = chosen.ok_or_else(|| Error::field("kind", Problem::NotAChoice))?;
        let typed =
            |fields: &BTreeMap<String, String>| fields.get(&row_key(&kind)).cloned().unwrap_or_default();
        let prefix = row_key("");
        let own = (evidence.is_empty() && !indicator.is_empty()).then(|| indicator.clone());
        let others = also.keys().filter_map(|key| key.strip_prefix(prefix.as_str())).map(str::to_owned);
        let written = Written {
            evidence: Evidence {
                kind: kind_of_evidence,
                title: typed(&title),
                document_kind: typed(&document_kind),
                date: typed(&date),
                text: typed(&text),
                indicators: own.into_iter().chain(others).map(IndicatorId::from).collect(),
            },
            sure: sure.contains_key(&row_key(&kind)),
        };
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        if evidence.is_empty() {
            in_row(workflow.add_evidence(&actor, &screening, written).await, &kind)?;
        } else {
            let edited = workflow.edit_evidence(&actor, &screening, &evidence, revision, written).await;
            in_row(edited, &kind)?;
        }
        Ok(Next::Saved(back))
    }
    .await;
    // Somebody removed it meanwhile: the text is kept, and can be written in anew.
    let done = match done {
        Err(Error::NotFound) if !evidence.is_empty() => {
            post.page = page_of(&screening, "", "", chosen.unwrap_or(EvidenceKind::Document));
            Err(Error::Refused(Problem::Changed))
        }
        done => done,
    };
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
