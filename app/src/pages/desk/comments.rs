//! What people wrote: read, approved, rewritten or left out, one at a time, by whoever the respondents were told.

use super::course::Course;
use super::frame::{self, numbered, row_field};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, TextArea};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::comment::{Comment, Consent, Decision};
use workflow::comments::GroupComments;
use workflow::screenings::Screening;

/// The page.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.comments;
    if !course.closed {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let groups = page.state.workflow.comments(&page.actor, &id).await?;
    let shown = page.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let groups = groups.iter().map(|group| of_group(&shown, &screening, group)).collect::<Vec<_>>();
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <details>
                <summary>{words.criteria.as_str()}</summary>
                <ul>
                    <li>{words.criterion_name.as_str()}</li>
                    <li>{words.criterion_story.as_str()}</li>
                    <li>{words.criterion_others.as_str()}</li>
                    <li>{words.criterion_meaning.as_str()}</li>
                </ul>
            </details>
            {groups}
        }
    }))
}

fn of_group(page: &Page, screening: &Screening, group: &GroupComments) -> AnyView {
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
                &[("group", &name), ("number", &(place + 1).to_string()), ("of", &comments.len().to_string())],
            );
            view! { <Card page=page.clone() screening=screening.clone() key=key.clone() comment=comment.clone() about /> }
        })
        .collect_view();
    view! {
        <h2>{name.clone()}</h2>
        <ol class="comment-list">{cards}</ol>
    }
    .into_any()
}

#[component]
fn Card(page: Page, screening: Screening, key: String, comment: Comment, about: String) -> impl IntoView {
    let words = &page.words.desk.comments;
    let texts = screening.instrument.texts(page.language);
    let under = match &comment.focus_point {
        Some(point) => numbered(point.as_str(), texts.focus_point(point)),
        None => words.open_question.clone(),
    };
    let consent = screening::language::of(page.language).consent(comment.consent);
    let consent = fill(&words.consent, &[("consent", consent)]);
    let decision = match &comment.decision {
        Decision::Waiting => comment.waits().then_some(&words.waiting),
        Decision::Approved => Some(&words.approved),
        Decision::Rewritten(_) => Some(&words.rewritten),
        Decision::LeftOut => Some(&words.left_out),
    };
    let tag = decision.map_or_else(|| under.clone(), |decision| format!("{under} · {decision}"));
    let rewritten = match &comment.decision {
        Decision::Rewritten(text) => Some(text.clone()),
        _ => None,
    };
    let original = if comment.text.is_empty() {
        view! { <p class="quiet">{words.deleted.as_str()}</p> }.into_any()
    } else {
        view! { <blockquote><p>{frame::in_lines(&comment.text)}</p></blockquote> }.into_any()
    };
    let button = |value: &'static str, label: &'static str, class: &'static str| {
        let name = format!("{label}: {about}");
        view! {
            <button class=class type="submit" name="decision" value=value aria-label=name>
                {label}
            </button>
        }
    };
    let usable = comment.consent != Consent::NotToBeUsed && !comment.text.is_empty();
    let form = usable.then(|| {
        let start = rewritten.clone().unwrap_or_else(|| comment.text.clone());
        let label = fill(&words.rewrite_label, &[("about", &about)]);
        view! {
            <form method="post" action="/api/decide-comment">
                <Hidden name="screening" value=screening.id.clone() />
                <Hidden name="comment" value=key.clone() />
                <div class="row-buttons">
                    {(comment.consent == Consent::Verbatim)
                        .then(|| button("approve", &words.approve, "button small"))}
                    {button("leave-out", &words.leave_out, "button quiet small")}
                </div>
                <details open=rewritten.is_some()>
                    <summary>{words.rewrite.as_str()}</summary>
                    <TextArea
                        page=page.clone()
                        name=row_field("text", &key)
                        label=label
                        hint=words.rewrite_hint.as_str()
                        value=start
                        rows=3
                    />
                    {button("rewrite", &words.save_rewrite, "button small")}
                </details>
            </form>
        }
    });
    view! {
        <li class="box" id=format!("kommentar-{key}")>
            <p class="tag">{tag}</p>
            {original}
            {rewritten.clone().map(|text| view! { <p>{format!("{} {text}", words.now_reads)}</p> })}
            <p class="quiet">{consent}</p>
            {form}
        </li>
    }
    .into_any()
}
