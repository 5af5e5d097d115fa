//! The practice: what it is, and the way into it. Its user has held no hearing yet.

use super::frame::SmallForm;
use super::practice_walk::address;
use crate::error::PageError;
use crate::page::{Frame, Page};
use axum::response::Response;
use leptos::prelude::*;
use workflow::screenings::ScreeningSummary;

/// The practice's own page.
pub const PRACTICE: &str = "/oevelse";

/// The page.
pub async fn get(page: Page) -> Result<Response, PageError> {
    let workflow = &page.state.workflow;
    let own = workflow.practices(&page.actor).await?.into_iter().next();
    let organisation = workflow.facilitated_organisations(&page.actor).await?.into_iter().next();
    let words = &page.words.desk.practice;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let way = match (own, organisation) {
            (Some(practice), _) => view! { <Own page=shown practice /> }.into_any(),
            (None, Some(organisation)) => view! {
                <SmallForm
                    action="/api/start-practice"
                    values=vec![("organisation", organisation.id)]
                    label=words.start.as_str()
                    class="button"
                />
            }
            .into_any(),
            // Who facilitates nowhere reads the handbook.
            (None, None) => {
                let handbook = &shown.words.desk.handbook.title;
                view! { <p><a href="/haandbog">{handbook.as_str()}</a></p> }.into_any()
            }
        };
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <p>{words.what.as_str()}</p>
            <p>{words.not_counted.as_str()}</p>
            <p>{words.minutes.as_str()}</p>
            {way}
        }
    }))
}

/// The practice there is already.
#[component]
fn Own(page: Page, practice: ScreeningSummary) -> impl IntoView {
    let words = &page.words.desk.practice;
    view! {
        <h2>{words.own.as_str()}</h2>
        <p><a class="button" href=address(&practice.id)>{words.go_on.as_str()}</a></p>
        <details class="fold">
            <summary>{words.delete.as_str()}</summary>
            <p>{words.delete_text.as_str()}</p>
            <SmallForm
                action="/api/end-practice"
                values=vec![("screening", practice.id.clone())]
                label=words.delete_sure.as_str()
            />
        </details>
    }
    .into_any()
}
