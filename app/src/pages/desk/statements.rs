//! How each statement did, group by group: for whoever mends the instrument after a pilot. Figures and advice are
//! `screening::item_statistics`'s.

use super::course::Course;
use super::frame;
use super::since::users_first;
use crate::components::plot::DataTable;
use crate::error::PageError;
use crate::page::Page;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::export::Export;
use screening::item_statistics::{advised, items, table};
use screening::language;

/// The page within a screening.
pub const STATEMENTS: &str = "udsagn";

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.statements;
    if !course.picture {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let view = page.state.workflow.picture(&page.actor, &id).await?;
    let language = language::of(page.language);
    let back = page.words.desk.picture.title.as_str();
    Ok(frame::render(&page, &course.clone(), &words.title, move || {
        let screening = &view.screening;
        let named = (screening.organisation.name.as_str(), screening.name.as_str());
        let export = Export::new(&view.published, &screening.instrument, language, named, (0, 0, 0));
        let groups: Vec<AnyView> = users_first(&screening.instrument)
            .into_iter()
            .filter_map(|group| {
                let items = items(&export, group);
                // Of a group with means alone there is nothing to mend by.
                if items.iter().all(|item| item.highest.is_none()) {
                    return None;
                }
                let table = table(&export, group, language);
                let texts = screening.instrument.texts(language.code());
                let advice: Vec<AnyView> = items
                    .iter()
                    .flat_map(|item| {
                        let statement = texts.item(&item.id, group).unwrap_or_default();
                        let heading = format!("{} {statement}", item.id);
                        let said = advised(item, language);
                        said.into_iter().map(move |said| {
                            view! { <li><strong>{heading.clone()}</strong> <br /> {said}</li> }.into_any()
                        })
                    })
                    .collect();
                let advice = if advice.is_empty() {
                    view! { <p>{words.no_advice.as_str()}</p> }.into_any()
                } else {
                    view! { <ul>{advice}</ul> }.into_any()
                };
                let heading = table.caption.clone();
                let section = view! {
                    <section>
                        <h2>{heading}</h2>
                        {advice}
                        <details class="fold">
                            <summary>{words.every.as_str()}</summary>
                            <DataTable table />
                        </details>
                    </section>
                };
                Some(section.into_any())
            })
            .collect();
        let content = if groups.is_empty() {
            view! { <p class="notice">{words.nothing.as_str()}</p> }.into_any()
        } else {
            let file = course.address("udsagn.csv");
            view! {
                <ul>
                    <li>{words.shares.as_str()}</li>
                    <li>{words.together.as_str()}</li>
                    <li>{words.hidden.as_str()}</li>
                </ul>
                {groups}
                <p class="no-print"><a href=file>{words.file.as_str()}</a></p>
            }
            .into_any()
        };
        view! {
            <p class="where"><a href=course.address("billede")>{back}</a></p>
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            {content}
        }
        .into_any()
    }))
}
