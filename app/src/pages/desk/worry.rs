//! What to do when a comment worries its reader: whom to call, that its writer can't be found, and what everyone is
//! told.

use super::course::Course;
use super::frame;
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.worry;
    // Before the close there is nothing to count; the procedure is there to be read.
    let marked =
        if course.closed { page.state.workflow.readers(&page.actor, &id).await?.worrying } else { 0 };
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let settings = &screening.settings;
        let line = match settings.crisis_line.trim() {
            "" => words.crisis_line.as_str(),
            line => line,
        };
        let contact = match settings.contact.trim() {
            "" => None,
            contact => Some(fill(&words.call_contact, &[("contact", contact)])),
        };
        let marked = match marked {
            0 => None,
            1 => Some(words.one_marked.clone()),
            many => Some(fill(&words.many_marked, &[("count", &many.to_string())])),
        };
        let line = format!("{}.", line.trim_end_matches('.'));
        // A screening that names its own number may have written the rest too.
        let line = if line.contains("112") { line } else { format!("{line} {}", words.ring_112) };
        let to_all = fill(&words.to_all_text, &[("line", &line)]);
        let comments = here.closed.then(|| {
            view! { <p><a href=here.address("kommentarer")>{words.back.as_str()}</a></p> }
        });
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            {marked.map(|text| view! { <p class="notice">{text}</p> })}
            <h2>{words.danger.as_str()}</h2>
            <p>{words.danger_text.as_str()}</p>
            <h2>{words.untraceable.as_str()}</h2>
            <p>{words.untraceable_text.as_str()}</p>
            <p>{words.untraceable_do.as_str()}</p>
            <h2>{words.call.as_str()}</h2>
            <ul>
                <li>{words.call_colleague.as_str()}</li>
                <li>{words.call_leader.as_str()}</li>
                {contact.map(|text| view! { <li>{text}</li> })}
                <li>{words.call_supervision.as_str()}</li>
                <li>{words.call_child.as_str()}</li>
            </ul>
            <h2>{words.to_all.as_str()}</h2>
            <p>{words.to_all_lead.as_str()}</p>
            <blockquote class="box"><p>{to_all}</p></blockquote>
            <p>{words.to_all_again.as_str()}</p>
            <h2>{words.note.as_str()}</h2>
            <p>{words.note_text.as_str()}</p>
            <h2>{words.comment.as_str()}</h2>
            <p>{words.comment_text.as_str()}</p>
            <h2>{words.yourself.as_str()}</h2>
            <p>{words.yourself_text.as_str()}</p>
            {comments}
        }
    }))
}
