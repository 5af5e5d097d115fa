//! The record of processing and the impact assessment as drafts: what the settings say, and what the controller fills in.

use super::course::Course;
use super::frame;
use super::instruments::language_name;
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::data_protection::{ProtectionDraft, to_fill_in};
use screening::language;
use screening::report::{Block, Report};

/// The page within a screening.
pub const DATA_PROTECTION: &str = "databeskyttelse";

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let workflow = &page.state.workflow;
    let screening = workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let mut drafts = Vec::new();
    for draft in ProtectionDraft::ALL {
        drafts.push((draft, workflow.protection_draft(&page.actor, &id, draft).await?));
    }
    let words = &page.words.desk.data_protection;
    let shown = page.clone();
    Ok(frame::render(&page, &course.clone(), &words.title, move || {
        let file = |draft: ProtectionDraft| course.address(&format!("{}.docx", draft.id()));
        let drafts: Vec<AnyView> =
            drafts.iter().map(|(draft, report)| shown_draft(&shown, file(*draft), report)).collect();
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <p>{words.basis.as_str()}</p>
            <p><a href=format!("{}#databeskyttelse", course.address("forbered"))>{words.settings.as_str()}</a></p>
            {drafts}
        }
        .into_any()
    }))
}

/// A draft as it stands, and where its file is.
pub fn shown_draft(page: &Page, file: String, report: &Report) -> AnyView {
    let words = &page.words.desk.data_protection;
    // They are for the authorities, whatever language somebody works in.
    let elsewhere = report.language != page.language;
    let in_language = elsewhere.then(|| {
        let name = language_name(&report.language);
        view! { <p>{fill(&words.in_language, &[("language", &name)])}</p> }
    });
    let lang = elsewhere.then(|| report.language.clone());
    let left = match to_fill_in(report, language::of(&report.language)) {
        1 => words.one_left.clone(),
        left => fill(&words.left, &[("count", &left.to_string())]),
    };
    let parts = report.sections.iter().map(|section| {
        let blocks = section.blocks.iter().map(|block| match block {
            Block::Paragraph(sentences) => {
                let text: Vec<String> = sentences.iter().map(|sentence| sentence.text.clone()).collect();
                view! { <p>{text.join(" ")}</p> }.into_any()
            }
            // A name and what stands for it; the heading above says what the caption would.
            Block::Table(table) => {
                let rows = table.rows.iter().filter_map(|row| row.split_first());
                let rows = rows.map(|(name, told)| {
                    let several = told.len() > 1;
                    let told = told.iter().zip(table.columns.iter().skip(1)).map(|(cell, column)| {
                        let text = if several { format!("{column}: {cell}") } else { cell.clone() };
                        view! { <dd>{text}</dd> }
                    });
                    view! { <dt>{name.clone()}</dt>{told.collect_view()} }
                });
                view! { <dl class="facts">{rows.collect_view()}</dl> }.into_any()
            }
            _ => ().into_any(),
        });
        view! {
            <h3>{section.heading.clone()}</h3>
            {blocks.collect_view()}
        }
    });
    view! {
        <section class="picture-part">
            <h2 lang=lang.clone()>{report.title.clone()}</h2>
            <p class="notice">{left}</p>
            {in_language}
            <p>
                <a href=file>
                    {format!("{}: {}", words.document, report.title)}
                </a>
            </p>
            <div lang=lang>{parts.collect_view()}</div>
        </section>
    }
    .into_any()
}
