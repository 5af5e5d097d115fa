//! Handing over: the meeting and its agenda, what is ticked off, when those who took part hear back, and what
//! management answers. Its user prepares a meeting where two of those it is about sit too.

use super::course::Course;
use super::frame::{self, in_lines};
use super::report_talks::written;
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, TextField, field_id};
use crate::components::reply::ReplyForm;
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::letter::LetterKind;
use screening::report::{Block, SectionKind, is_answer};
use workflow::reports::{HandOverItem, HandOverView, Released};

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.hand_over;
    if course.released.is_none() {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let view = page.state.workflow.hand_over(&page.actor, &id).await?;
    let schedule = page.state.workflow.schedule(&page.actor, &id).await?;
    let agenda = super::letters::filled(&page, &screening, &schedule, LetterKind::AgendaHandOver).await?;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let minutes = &shown.words.desk.letters.minutes;
        let points = agenda.points.iter().map(|(count, what)| {
            view! {
                <li>
                    <span class="minutes">{fill(minutes, &[("count", &count.to_string())])}</span>
                    " "
                    <span>{what.clone()}</span>
                </li>
            }
        });
        let letter = here.address(&format!("breve/{}", LetterKind::AgendaHandOver.id()));
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {checklist(&shown, &here.id, &view)}
            {participants(&shown, &here.id, &view)}
            <h2>{words.agenda.as_str()}</h2>
            <ol class="agenda">{points.collect_view()}</ol>
            <p><a href=letter>{words.agenda_open.as_str()}</a></p>
            {view.released.as_ref().map(|released| asks(&shown, released))}
            {answer(&shown, &here.id, &view)}
            {super::report_release::versions(&shown, &here.id, &view.versions)}
            <p>
                <a href=crate::pages::leader::leave::address(&here.id)>
                    {shown.words.desk.leave.link.as_str()}
                </a>
            </p>
        }
        .into_any()
    }))
}

fn item_words(page: &Page, item: HandOverItem) -> &'static str {
    let words = &page.words.desk.hand_over;
    match item {
        HandOverItem::Management => &words.item_management,
        HandOverItem::Users => &words.item_users,
        HandOverItem::Staff => &words.item_staff,
        HandOverItem::Sent => &words.item_sent,
        HandOverItem::UsersBegin => &words.item_users_begin,
        HandOverItem::AnswerAgreed => &words.item_answer_agreed,
        HandOverItem::Participants => &words.item_participants,
    }
}

/// The meeting, and what is done.
fn checklist(page: &Page, screening: &str, view: &HandOverView) -> AnyView {
    let words = &page.words.desk.hand_over;
    let kept = &view.record.hand_over;
    let ticked: Vec<&str> = kept.done.iter().map(|item| item.id()).collect();
    let items = HandOverItem::ALL.map(|item| {
        let name = format!("item[{}]", item.id());
        let id = field_id(&name);
        view! {
            <div class="choice">
                <input type="checkbox" id=id.clone() name=name value="on" checked=kept.done.contains(&item) />
                <label for=id>{item_words(page, item)}</label>
            </div>
        }
    });
    view! {
        <form method="post" action="/api/save-hand-over">
            <Hidden name="screening" value=screening.to_owned() />
            <Hidden name="was" value=kept.meeting.clone() />
            <Hidden name="ticked" value=ticked.join(" ") />
            <TextField
                page=page.clone()
                name="meeting"
                label=words.meeting.as_str()
                hint=words.meeting_hint.as_str()
                value=kept.meeting.clone()
            />
            <fieldset class="field">
                <legend>{words.checklist.as_str()}</legend>
                {items.collect_view()}
            </fieldset>
            <button class="button quiet" type="submit">{words.save.as_str()}</button>
        </form>
    }
    .into_any()
}

/// When those who took part hear back, with management's answer or without.
fn participants(page: &Page, screening: &str, view: &HandOverView) -> Option<AnyView> {
    let words = &page.words.desk.hand_over;
    let forms = &page.words.desk.forms;
    let last = view.participants_by?;
    let out = view.record.hand_over.done.contains(&HandOverItem::Participants);
    let said = match (out, view.late) {
        (true, _) => words.participants_done.clone(),
        (false, true) => fill(&words.participants_late, &[("date", &written(page, last))]),
        (false, false) => fill(&words.participants_by, &[("date", &written(page, last))]),
    };
    let class = if view.late { "problem" } else { "notice" };
    Some(
        view! {
            <h2>{words.participants_title.as_str()}</h2>
            <p class=class>{said}</p>
            <p>{words.participants_why.as_str()}</p>
            <p><a href=format!("/rapporter/{screening}/til-deltagerne.pdf")>{forms.participants.as_str()}</a></p>
        }
        .into_any(),
    )
}

/// What the released report asks management.
fn asks(page: &Page, released: &Released) -> AnyView {
    let words = &page.words.desk.hand_over;
    let section = released.report.sections.iter().find(|section| section.kind == SectionKind::Questions);
    let heading = section.map_or(words.asks_title.clone(), |section| section.heading.clone());
    let asked = section.into_iter().flat_map(|section| &section.blocks).flat_map(Block::sentences);
    let asked: Vec<_> = asked
        .filter(|sentence| !is_answer(&sentence.key))
        .map(|sentence| view! { <li>{sentence.text.clone()}</li> })
        .collect();
    let list = if asked.is_empty() {
        view! { <p>{words.asks_none.as_str()}</p> }.into_any()
    } else {
        view! { <ul>{asked}</ul> }.into_any()
    };
    view! {
        <h2>{heading}</h2>
        {list}
    }
    .into_any()
}

/// Management's answer, or the form where a facilitator types it in.
fn answer(page: &Page, screening: &str, view: &HandOverView) -> AnyView {
    let words = &page.words.desk.hand_over;
    let given = view.record.answer.as_ref();
    let said = match given {
        None => view! { <p>{words.answer_none.as_str()}</p> }.into_any(),
        Some(answer) => {
            let by = if answer.by_leader { &words.answer_by_leader } else { &words.answer_typed };
            view! {
                <figure class="quote">
                    <blockquote><p>{in_lines(&answer.text)}</p></blockquote>
                    <figcaption>{by.as_str()}</figcaption>
                </figure>
            }
            .into_any()
        }
    };
    let typed = page.memory.values.contains_key("answer");
    let form =
        view.released.as_ref().filter(|_| given.is_none_or(|answer| !answer.by_leader)).map(|released| {
            let text = given.map(|answer| answer.text.clone()).unwrap_or_default();
            view! {
                <details class="fold" open=typed>
                    <summary>{words.type_in.as_str()}</summary>
                    <p>{words.no_leader.as_str()}</p>
                    <ReplyForm
                        page=page.clone()
                        screening=screening.to_owned()
                        version=released.version
                        answer=text
                        desk=true
                    />
                </details>
            }
        });
    view! {
        <h2>{words.answer_title.as_str()}</h2>
        {said}
        {form}
    }
    .into_any()
}
