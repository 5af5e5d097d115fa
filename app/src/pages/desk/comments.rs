//! What people wrote: read, approved, rewritten or left out, one at a time, by whoever the respondents were told.

use super::comment_card::{Card, Desk};
use super::course::Course;
use super::frame;
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, Select};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::comment::{Comment, Criterion, LeftOut};
use workflow::comments::GroupComments;
use workflow::screenings::Screening;
use workflow::second_reading::Readers;

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.comments;
    if !course.closed {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let groups = page.state.workflow.comments(&page.actor, &id).await?;
    let readers = page.state.workflow.readers(&page.actor, &id).await?;
    let shown = page.clone();
    let worry = course.address("kommentarer/bekymring");
    Ok(frame::render(&page, &course, &words.title, move || {
        let desk = Desk::of(&shown, &screening, &readers);
        let all: Vec<&(String, Comment)> =
            groups.iter().filter_map(|group| group.comments.as_ref()).flatten().collect();
        let lists = groups.iter().map(|group| of_group(&desk, group)).collect::<Vec<_>>();
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {where_it_stands(&desk, &all)}
            {criteria(&shown)}
            <p><a href=worry>{words.worry_link.as_str()}</a></p>
            {left_out(&shown, &readers.left_out)}
            {second_reader(&shown, &screening, &readers)}
            {lists}
        }
    }))
}

/// How many wait for this reader, and where the first of them stands.
fn where_it_stands(desk: &Desk, all: &[&(String, Comment)]) -> AnyView {
    let words = &desk.page.words.desk.comments;
    let mine: Vec<_> = all.iter().filter(|(_, comment)| desk.waits_for_me(comment)).collect();
    let Some((first, _)) = mine.first() else {
        let text = if all.is_empty() { &words.nothing_there } else { &words.nothing_waits };
        return view! { <p>{text.as_str()}</p> }.into_any();
    };
    let text = match mine.len() {
        1 => words.one_waits.clone(),
        many => fill(&words.many_wait, &[("count", &many.to_string()), ("all", &all.len().to_string())]),
    };
    view! { <p>{text} " " <a href=format!("#kommentar-{first}")>{words.first_waiting.as_str()}</a></p> }
        .into_any()
}

/// The written criteria.
fn criteria(page: &Page) -> AnyView {
    let words = &page.words.desk.comments;
    let language = screening::language::of(page.language);
    let leave = Criterion::TO_CHOOSE.map(|one| view! { <li>{language.criterion(one)}</li> }.into_any());
    view! {
        <details class="fold">
            <summary>{words.criteria.as_str()}</summary>
            <p>{words.rewrite_if.as_str()}</p>
            <ul>
                <li>{words.criterion_name.as_str()}</li>
                <li>{words.criterion_story.as_str()}</li>
            </ul>
            <p>{words.leave_out_if.as_str()}</p>
            <ul>{leave.into_iter().collect::<Vec<_>>()}</ul>
            <p>{words.criterion_meaning.as_str()}</p>
        </details>
    }
    .into_any()
}

/// What is left out, counted by criterion.
fn left_out(page: &Page, left_out: &LeftOut) -> Option<AnyView> {
    let words = &page.words.desk.comments;
    let language = screening::language::of(page.language);
    let by_criterion = left_out
        .by_criterion
        .iter()
        .map(|(criterion, count)| (language.criterion(*criterion).to_owned(), *count));
    let by_writer = (left_out.by_writer > 0).then(|| (words.writer_said_no.clone(), left_out.by_writer));
    let rows: Vec<_> = by_criterion.chain(by_writer).collect();
    (!rows.is_empty()).then(|| {
        let lines: Vec<_> = rows
            .iter()
            .map(|(why, count)| {
                view! { <tr><th scope="row">{why.clone()}</th><td class="number">{count.to_string()}</td></tr> }
            })
            .collect();
        view! {
            <details class="fold">
                <summary>
                    {fill(
                        &words.left_out_count,
                        &[("count", &rows.iter().map(|(_, count)| count).sum::<usize>().to_string())],
                    )}
                </summary>
                <div class="table-scroll" tabindex="0" role="group" aria-label=words.left_out_caption.as_str()>
                    <table>
                        <caption>{words.left_out_caption.as_str()}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words.why.as_str()}</th>
                                <th scope="col">{words.how_many.as_str()}</th>
                            </tr>
                        </thead>
                        <tbody>{lines}</tbody>
                    </table>
                </div>
            </details>
        }
        .into_any()
    })
}

/// Who reads after the first, and how one is named.
fn second_reader(page: &Page, screening: &Screening, readers: &Readers) -> AnyView {
    let words = &page.words.desk.comments;
    let second = readers.second.clone().unwrap_or_default();
    let choices = std::iter::once((String::new(), words.nobody.clone()))
        .chain(readers.colleagues.iter().map(|one| (one.id.clone(), one.name.clone())))
        .collect::<Vec<_>>();
    let promised = match screening.settings.comment_reader.trim() {
        "" => words.promised_nobody.clone(),
        reader => fill(&words.promised, &[("reader", reader)]),
    };
    let named = readers.colleagues.iter().find(|one| one.id == second);
    let summary = match named {
        Some(colleague) => fill(&words.second_is, &[("name", &colleague.name)]),
        None => words.second_title.clone(),
    };
    let open = page.memory.problem("second").is_some();
    view! {
        <details class="fold" open=open>
            <summary>{summary}</summary>
            <p>{words.second_lead.as_str()}</p>
            <p class="quiet">{promised}</p>
            <form method="post" action="/api/name-second-reader" class="inline-form">
                <Hidden name="screening" value=screening.id.clone() />
                <Select
                    page=page.clone()
                    name="second"
                    label=words.second_label.as_str()
                    choices=choices
                    value=second
                />
                <button class="button quiet small" type="submit">{words.save_second.as_str()}</button>
            </form>
        </details>
    }
    .into_any()
}

fn of_group(desk: &Desk, group: &GroupComments) -> AnyView {
    let (page, screening) = (&desk.page, &desk.screening);
    let words = &page.words.desk.comments;
    let name = screening.instrument.texts(page.language).group(&group.group).to_owned();
    let Some(comments) = &group.comments else {
        let smallest =
            screening::language::of(page.language).number_word(screening.settings.min_group_size.k());
        let text = fill(&words.shut, &[("smallest", &smallest)]);
        return view! { <h2>{name}</h2><p>{text}</p> }.into_any();
    };
    if comments.is_empty() {
        return view! { <h2>{name}</h2><p>{words.none.as_str()}</p> }.into_any();
    }
    let cards = comments
        .iter()
        .enumerate()
        .map(|(place, (key, comment))| {
            let about = fill(
                &words.number,
                &[
                    ("group", &name),
                    ("number", &(place + 1).to_string()),
                    ("of", &comments.len().to_string()),
                ],
            );
            view! { <Card desk=desk.clone() key=key.clone() comment=comment.clone() about /> }
        })
        .collect_view();
    view! {
        <h2>{name.clone()}</h2>
        <ol class="comment-list">{cards}</ol>
    }
    .into_any()
}
