//! The pause. Its user wants to stop now and go on later, perhaps on another phone.

use super::{questionnaire, where_one_was};
use crate::components::tablet::Leave;
use crate::page::{Frame, Page};
use axum::response::Response;
use leptos::prelude::*;

/// The three words; where there are none yet, the button that makes them.
pub async fn get(page: Page) -> Response {
    let (page, questionnaire) = match questionnaire(page).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let words = &page.words.answer.pause;
    let go_on = where_one_was(&questionnaire);
    let done = page.tablet.is_some() && questionnaire.draft.words.is_some();
    let tablet = &page.words.answer.tablet;
    let lead = if page.tablet.is_some() { &tablet.pause_lead } else { &words.lead };
    page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{words.title.clone()}</h1>
            <p class="lead">{lead.as_str()}</p>
            {match questionnaire.draft.words {
                Some(three_words) => {
                    view! {
                        <p class="big-words">{three_words}</p>
                        <p>{words.write_down.clone()}</p>
                        {match questionnaire.draft.own_code {
                            Some(code) => view! {
                                <p>{words.own_code.clone()}</p>
                                <p class="big-words own-code">{code}</p>
                            }
                                .into_any(),
                            None => view! { <p>{words.code_too.clone()}</p> }.into_any(),
                        }}
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <form method="post" action="/api/answer/pause">
                            <button class="button" type="submit">{words.make.clone()}</button>
                        </form>
                    }
                        .into_any()
                }
            }}
            {done.then(|| view! { <Leave label=tablet.pause_done.as_str() /> })}
            <p><a class="button quiet" href=go_on>{words.go_on.clone()}</a></p>
        }
    })
}
