//! The controller's facts of the installation, and the drafts that they fill in. Its user, an administrator, has been asked by
//! the data protection officer for both, and wants to write the facts once instead of at each place.

use crate::components::form::{ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::administration::ADMINISTRATION;
use crate::pages::desk::course::fact_label;
use crate::pages::desk::data_protection::shown_draft;
use crate::pages::desk::frame::in_lines;
use crate::pages::desk::prepare::fact_fields;
use axum::response::Response;
use leptos::prelude::*;
use screening::data_protection::ProtectionDraft;
use screening::language;
use screening::settings::LegalFacts;
use workflow::{Error, Permission};

/// Its address.
pub const PROTECTION: &str = "/administration/databeskyttelse";

/// The form and the drafts.
pub async fn get(page: Page) -> Result<Response, PageError> {
    page.actor.may(Permission::Administer, "")?;
    let workflow = &page.state.workflow;
    let facts = workflow.controller_facts().await?;
    let instrument = page.state.instruments.first().ok_or(Error::NotFound)?;
    let mut drafts = Vec::new();
    for draft in ProtectionDraft::ALL {
        let language = language::of(page.language);
        drafts.push((draft, workflow.installation_draft(&page.actor, draft, instrument, language).await?));
    }
    let words = &page.words.desk.controller;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let drafts = drafts.iter().map(|(draft, report)| {
            let file = format!("{ADMINISTRATION}/{}.docx", draft.id());
            // Both are long, and most come for the file or for the form above.
            view! {
                <details class="fold">
                    <summary>{report.title.clone()}</summary>
                    {shown_draft(&shown, file, report)}
                </details>
            }
        });
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <p>{words.inherited.as_str()}</p>
            <form method="post" action="/api/write-controller">
                {fact_fields(&shown, &facts, str::to_owned)}
                <button class="button" type="submit">{words.save.as_str()}</button>
            </form>
            <h2 id="udkast">{words.drafts.as_str()}</h2>
            <p>{words.drafts_lead.as_str()}" "{shown.words.desk.data_protection.basis.as_str()}</p>
            {drafts.collect_view()}
            <p><a href=ADMINISTRATION>{shown.words.desk.accounts.back.as_str()}</a></p>
        }
        .into_any()
    }))
}

/// What is told of whoever answers for an account's data, on its own page.
pub fn of_account(page: &Page, facts: &LegalFacts) -> AnyView {
    let words = &page.words.desk.controller;
    let told = facts.named().into_iter().filter(|(fact, text)| {
        ["controller", "data_protection_officer", "legal_basis"].contains(fact) && !text.is_empty()
    });
    let told: Vec<AnyView> = told
        .map(|(fact, text)| {
            view! { <dt>{fact_label(page.words, fact)}</dt><dd>{in_lines(text)}</dd> }.into_any()
        })
        .collect();
    let lead = if told.is_empty() { &words.none } else { &words.whose };
    let told = (!told.is_empty()).then(|| view! { <dl class="facts">{told}</dl> });
    view! {
        <h2 id="oplysninger">{words.of_account.as_str()}</h2>
        <p>{lead.as_str()}</p>
        {told}
        <p>
            <a href="/rettigheder">{words.rights.as_str()}</a>
            " · "
            <a href="/konto/oplysninger.json">{page.words.desk.keeping.own_file.as_str()}</a>
        </p>
    }
    .into_any()
}
