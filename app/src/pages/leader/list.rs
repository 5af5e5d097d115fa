//! The released reports that someone may read.

use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::desk::when::date;
use crate::words::fill;
use axum::response::Response;
use leptos::prelude::*;

/// The list.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let reports = page.state.workflow.released_reports(&page.actor).await?;
    let words = &page.words.desk.leader;
    let language = page.language;
    Ok(page.render(Frame::Desk, &words.title, move || {
        let empty = reports.is_empty();
        let cards = reports
            .into_iter()
            .map(|report| {
                let read = format!("/rapporter/{}", report.screening);
                let pdf = format!("{read}/rapport.pdf");
                let name = format!("{} · {}", report.organisation.name, report.screening_name);
                let released = fill(
                    &words.released,
                    &[("version", &report.version.to_string()), ("date", &date(language, report.released_at))],
                );
                view! {
                    <li>
                        <p class="tag">{released}</p>
                        <h2 class="card-title"><a href=read>{name.clone()}</a></h2>
                        <p><a href=pdf aria-label=format!("{}: {name}", words.pdf)>{words.pdf.as_str()}</a></p>
                    </li>
                }
            })
            .collect_view();
        view! {
            <h1>{words.title.as_str()}</h1>
            {if empty {
                view! { <p class="lead">{words.empty.as_str()}</p> }.into_any()
            } else {
                view! { <p class="lead">{words.lead.as_str()}</p><ul class="cards">{cards}</ul> }.into_any()
            }}
        }
    }))
}
