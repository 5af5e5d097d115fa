//! The start page. Its user holds a slip, is perhaps tired and wary, and wants to type one code and begin.

use crate::components::form::{ProblemSummary, TextField, field_id};
use crate::page::{Frame, Page};
use crate::shell::Languages;
use crate::tablet;
use axum::response::{IntoResponse, Redirect, Response};
use browser_answer::CodeFromAddress;
use leptos::prelude::*;

/// The start page.
pub async fn get(page: Page) -> Response {
    if page.tablet.is_some() {
        return Redirect::to(tablet::START).into_response();
    }
    let words = &page.words.answer.start;
    let shown = page.clone();
    page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{words.title.clone()}</h1>
            <p class="lead">{words.lead.clone()}</p>
            <ProblemSummary page=shown.clone() names=vec![("code".to_owned(), words.code_name.clone())] />
            <form method="post" action="/api/answer/begin" data-once="">
                <TextField
                    page=shown.clone()
                    name="code"
                    label=words.code.clone()
                    hint=words.code_hint.clone()
                    class="code"
                />
                // A QR code brings the code in the address's fragment, which no server sees.
                <CodeFromAddress target=field_id("code") />
                <button class="button" type="submit">{words.begin.clone()}</button>
            </form>
            <div class="languages"><Languages page=shown.clone() /></div>
            <p>{words.continue_text.clone()} " " <a href="/fortsaet">{words.continue_link.clone()}</a></p>
            <p class="quiet"><a href="/log-ind">{words.staff_link.clone()}</a></p>
        }
    })
}
