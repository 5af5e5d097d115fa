//! The form of management's answer: the leader's, and the facilitator's who types it in.

use super::form::{Hidden, TextArea};
use crate::page::Page;
use leptos::prelude::*;

/// The form.
#[component]
pub fn ReplyForm(
    /// The request.
    page: Page,
    /// The screening.
    screening: String,
    /// The version that is answered.
    version: u32,
    /// The answer as it stands; empty: there is none.
    answer: String,
    /// It stands on the facilitator's desk.
    desk: bool,
) -> impl IntoView {
    let words = &page.words.desk.reply;
    let send = if answer.is_empty() { &words.send } else { &words.again };
    view! {
        <form method="post" action="/api/answer-report" class="no-print">
            <Hidden name="screening" value=screening />
            <Hidden name="seen" value=version.to_string() />
            <Hidden name="from" value=if desk { "desk" } else { "" } />
            <TextArea
                page=page.clone()
                name="answer"
                label=words.label.as_str()
                hint=words.hint.as_str()
                value=answer
                rows=10
            />
            <p class="hint">{words.what_happens.as_str()}</p>
            <button class="button" type="submit">{send.as_str()}</button>
        </form>
    }
    .into_any()
}
