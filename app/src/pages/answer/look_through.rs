//! Look through and send. Its user wants to see what was answered and what was skipped, change anything, and send
//! once and for all.

use super::statement::{beside, posted, steps};
use super::{ClosingNotice, answer_field, note_field, questionnaire, topic, topics};
use crate::components::form::ProblemSummary;
use crate::page::{Frame, Page};
use crate::words::fill;
use axum::response::Response;
use leptos::prelude::*;

/// A focus point with its answers, ready to draw.
struct Topic {
    number: usize,
    title: String,
    answers: Vec<Answered>,
    comment: String,
}

/// A statement as it was answered.
struct Answered {
    /// Page and field, where a device puts what it keeps.
    field: String,
    note_field: String,
    link: String,
    statement: String,
    /// In words, if any.
    answer: Option<String>,
    /// What was written at it, in a pilot.
    note: Option<String>,
}

/// Everything answered so far, and *Send*.
pub async fn get(page: Page) -> Response {
    let (page, questionnaire) = match questionnaire(page).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let words = &page.words.answer.look;
    let texts = questionnaire.instrument.texts(page.language);
    let labels: Vec<(String, String)> = steps(questionnaire.instrument.scale, texts)
        .into_iter()
        .chain(beside(texts, &questionnaire.group).map(|(value, label)| (value.to_owned(), label)))
        .collect();
    let in_words =
        |value: String| labels.iter().find(|(known, _)| *known == value).map(|(_, label)| label.clone());
    let list: Vec<Topic> = topics(&questionnaire)
        .into_iter()
        .enumerate()
        .map(|(place, (point, indicators))| Topic {
            number: place + 1,
            title: texts.focus_point(&point.id).to_owned(),
            answers: indicators
                .iter()
                .enumerate()
                .filter_map(|(at, indicator)| {
                    let held = |field: String| format!("{} {field}", place + 1);
                    Some(Answered {
                        field: held(answer_field(indicator.id.as_str())),
                        note_field: held(note_field(indicator.id.as_str())),
                        link: topic::address(&page, place + 1, at + 1, &indicator.id),
                        statement: texts.item(&indicator.id, &questionnaire.group)?.to_owned(),
                        answer: in_words(posted(questionnaire.draft.answers.get(&indicator.id))),
                        note: questionnaire.draft.notes.get(&indicator.id).cloned(),
                    })
                })
                .collect(),
            comment: questionnaire.draft.comments.get(&point.id).cloned().unwrap_or_default(),
        })
        .collect();
    let asked = list.iter().map(|topic| topic.answers.len()).sum::<usize>();
    let answered = list.iter().flat_map(|topic| &topic.answers).filter(|one| one.answer.is_some()).count();
    let labels = serde_json::to_string(&labels.into_iter().collect::<std::collections::BTreeMap<_, _>>());
    let labels = labels.unwrap_or_default();
    let summary = fill(&words.summary, &[("answered", &answered.to_string()), ("asked", &asked.to_string())]);
    let shown = page.clone();
    page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{words.title.clone()}</h1>
            <p class="lead" data-labels=labels data-summary=words.summary.as_str() data-skipped=words.skipped.as_str()>{summary}</p>
            <ClosingNotice
                page=shown.clone()
                state=questionnaire.state
                closing_ends_at=questionnaire.closing_ends_at
            />
            <ProblemSummary page=shown.clone() />
            {list
                .into_iter()
                .map(|topic| {
                    view! {
                        <h2>{format!("{} {}", topic.number, topic.title)}</h2>
                        <ul class="answers">
                            {topic
                                .answers
                                .into_iter()
                                .map(|Answered { field, note_field, link, statement, answer, note }| {
                                    let skipped = answer.is_none();
                                    view! {
                                        <li>
                                            <a href=link>{statement}</a>
                                            <span class="answer" class:skipped=skipped data-held=field>
                                                {answer.unwrap_or_else(|| words.skipped.clone())}
                                            </span>
                                            {quoted(note_field, note.unwrap_or_default())}
                                        </li>
                                    }
                                })
                                .collect_view()}
                        </ul>
                        {quoted(format!("{} comment", topic.number), topic.comment)}
                    }
                })
                .collect_view()}
            <h2>{words.open_answer.clone()}</h2>
            {questionnaire
                .draft
                .open_answer
                .is_empty()
                .then(|| view! { <p class="quiet" data-nothing="">{words.nothing_written.clone()}</p> })}
            {quoted("last open_answer".to_owned(), questionnaire.draft.open_answer.clone())}
            <p><a href="/svar/sidste">{words.change.clone()}</a></p>
            <form method="post" action="/api/answer/send" class="box send">
                <p>{words.once.clone()}</p>
                <button class="button" type="submit">{words.send.clone()}</button>
            </form>
        }
    })
}

/// What was written in a field; unseen where nothing was, for what the device keeps of it.
fn quoted(field: String, text: String) -> AnyView {
    let nothing = text.is_empty();
    view! { <blockquote class="box" data-held=field hidden=nothing>{text}</blockquote> }.into_any()
}
