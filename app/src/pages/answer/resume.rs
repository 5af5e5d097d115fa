//! Going on elsewhere. Its user paused on another device and has the code and three words.

use crate::components::form::{ProblemSummary, TextField};
use crate::page::{Frame, Page};
use axum::response::Response;
use leptos::prelude::*;

/// Code and three words.
pub async fn get(page: Page) -> Response {
    let words = &page.words.answer.resume;
    let start = &page.words.answer.start;
    let names = vec![("code".to_owned(), start.code_name.clone()), ("words".to_owned(), words.words.clone())];
    let shown = page.clone();
    page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{words.title.clone()}</h1>
            <p class="lead">{words.lead.clone()}</p>
            <ProblemSummary page=shown.clone() names />
            <form method="post" action="/api/answer/resume">
                <TextField
                    page=shown.clone()
                    name="code"
                    label=words.code.clone()
                    hint=start.code_hint.clone()
                    class="code"
                />
                <TextField
                    page=shown.clone()
                    name="words"
                    label=words.words.clone()
                    hint=words.words_hint.clone()
                />
                <button class="button" type="submit">{words.submit.clone()}</button>
            </form>
        }
    })
}
