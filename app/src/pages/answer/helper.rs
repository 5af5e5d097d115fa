//! The helper card. Someone who answers has asked another to help; that other wants to know how to help without taking
//! over.

use crate::page::{Frame, Page};
use axum::response::Response;
use leptos::prelude::*;

/// What a helper does and doesn't, to read together or to print.
pub async fn get(page: Page) -> Response {
    let (page, _) = super::beside_own(page).await;
    let words = &page.words.answer.helper;
    let lines =
        [&words.read, &words.no_pointing, &words.own_answer, &words.never_tell, &words.who, &words.count];
    let back = page.token.is_some();
    page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{words.title.clone()}</h1>
            <p class="lead">{words.lead.clone()}</p>
            <ul class="promise">
                {lines.into_iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view()}
            </ul>
            {back.then(|| view! { <p><a class="button" href="/svar">{words.back.clone()}</a></p> })}
        }
    })
}
