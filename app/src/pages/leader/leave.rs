//! A place's yes to being counted with others': what it means, and how it is taken back. Both its leader and its
//! facilitator answer here.

use crate::components::form::{Hidden, ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::across::LEAST_PLACES;
use screening::language;
use workflow::across::Leave;

/// The page of a released report.
pub fn address(screening: &str) -> String {
    format!("/rapporter/{screening}/paa-tvaers")
}

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let leave = page.state.workflow.leave(&page.actor, &id).await?;
    let words = &page.words.desk.leave;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let least = language::of(shown.language).number_word(LEAST_PLACES as u64);
        let (said, button) = match leave {
            Leave::None => (&words.none, Some(("/api/give-leave", &words.give))),
            Leave::Given => (&words.given, Some(("/api/take-leave-back", &words.withdraw))),
            Leave::Counted => (&words.counted, None),
        };
        let class = if leave == Leave::None { "button" } else { "button quiet" };
        let button = button.map(|(action, label)| {
            view! {
                <form method="post" action=action>
                    <Hidden name="screening" value=id.clone() />
                    <button class=class type="submit">{label.as_str()}</button>
                </form>
            }
        });
        view! {
            <p class="where"><a href=format!("/rapporter/{id}")>{words.back.as_str()}</a></p>
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <h2>{words.means.as_str()}</h2>
            <ul>
                <li>{fill(&words.what, &[("least", &least)])}</li>
                <li>{words.which_figures.as_str()}</li>
                <li>{words.no_names.as_str()}</li>
                <li>{words.this_time.as_str()}</li>
                <li>{words.take_back.as_str()}</li>
                <li>{words.a_no.as_str()}</li>
            </ul>
            <p>{words.who.as_str()}</p>
            <p class="notice">{said.as_str()}</p>
            {button}
        }
        .into_any()
    }))
}
