//! The code was begun elsewhere. Its user either holds three words, or begins again and loses what was written.

use crate::components::form::{Hidden, ProblemSummary, TextField};
use crate::page::{Frame, Page};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;

/// Both ways on. The code comes from form memory, never from the address.
pub async fn get(page: Page) -> Response {
    let Some(code) = page.memory.values.get("code").cloned() else {
        return Redirect::to(super::NO_QUESTIONNAIRE).into_response();
    };
    let words = &page.words.answer.in_use;
    let resume = &page.words.answer.resume;
    let shown = page.clone();
    page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{words.title.clone()}</h1>
            <p class="lead">{words.lead.clone()}</p>
            <ProblemSummary page=shown.clone() names=vec![("words".to_owned(), resume.words.clone())] />
            <h2>{words.with_words.clone()}</h2>
            <form method="post" action="/api/answer/resume">
                <Hidden name="code" value=code.clone() />
                <TextField
                    page=shown.clone()
                    name="words"
                    label=resume.words.clone()
                    hint=resume.words_hint.clone()
                />
                <button class="button" type="submit">{resume.submit.clone()}</button>
            </form>
            <h2>{words.without_words.clone()}</h2>
            <p>{words.destroys.clone()}</p>
            <form method="post" action="/api/answer/begin">
                <Hidden name="code" value=code />
                <Hidden name="restart" value="on" />
                <button class="button quiet" type="submit">{words.restart.clone()}</button>
            </form>
        }
    })
}
