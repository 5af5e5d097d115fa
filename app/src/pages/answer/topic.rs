//! One focus point a page, or one statement at a time for who wants it so. Its user reads two lines and a few
//! statements, chooses what fits, and may leave anything out, take it back, pause, or send what there is.

use super::statement::Item;
use super::{
    AskAboutNames, BesideText, ClosingNotice, Shown, Turn, forgetful, promise, questionnaire, topics,
};
use crate::components::form::{Hidden, ProblemSummary, TextArea};
use crate::page::{Frame, Page};
use crate::preferences::Preference;
use crate::words::fill;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use browser_answer::SaveState;
use leptos::prelude::*;
use screening::id::{GroupId, IndicatorId};
use screening::instrument::{Form, Texts};

/// Scales longer than this stand in a column on every screen.
const MOST_STEPS_IN_A_ROW: usize = 5;

/// Where a statement is drawn: its page, from 1, and where one at a time is wanted its place there, from 1.
pub(super) fn address(page: &Page, number: usize, statement: usize, id: &IndicatorId) -> String {
    let item = super::item_id(id);
    if page.preferences.has(Preference::OneAtATime) {
        format!("/svar/emne/{number}/{statement}#{item}")
    } else {
        format!("/svar/emne/{number}#{item}")
    }
}

/// One page of the questionnaire, the first is 1.
pub async fn get(page: Page, Path(number): Path<usize>) -> Response {
    if page.preferences.has(Preference::OneAtATime) {
        return Redirect::to(&format!("/svar/emne/{number}/1")).into_response();
    }
    shown(page, number, None).await
}

/// One statement of a page; 0 is its last, which *Tilbage* leads to from the page after.
pub async fn statement(page: Page, Path((number, statement)): Path<(usize, usize)>) -> Response {
    if page.preferences.has(Preference::OneAtATime) {
        return shown(page, number, Some(statement)).await;
    }
    Redirect::to(&format!("/svar/emne/{number}")).into_response()
}

async fn shown(page: Page, number: usize, one: Option<usize>) -> Response {
    let (page, questionnaire) = match questionnaire(page).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let pages = topics(&questionnaire);
    let count = pages.len();
    let Some((point, indicators)) = number.checked_sub(1).and_then(|place| pages.get(place)) else {
        // One past the last is where *Næste* on the last one leads.
        return Redirect::to(if number == count + 1 { "/svar/sidste" } else { "/svar" }).into_response();
    };
    let statements = indicators.len();
    let one = match one {
        Some(0) => Some(statements),
        Some(one) if one > statements => {
            return Redirect::to(&format!("/svar/emne/{}", number + 1)).into_response();
        }
        one => one,
    };
    let drawn = |place: usize| one.is_none_or(|one| place + 1 == one);
    let items: Vec<(usize, Item)> = indicators
        .iter()
        .enumerate()
        .filter(|(place, _)| drawn(*place))
        .filter_map(|(place, indicator)| Some((place + 1, Item::of(&page, &questionnaire, indicator)?)))
        .collect();
    let mut names: Vec<(String, String)> = items.iter().flat_map(|(_, item)| item.names()).collect();
    names.push(("comment".to_owned(), page.words.answer.topic.comment_name.clone()));
    let texts = questionnaire.instrument.texts(page.language);
    let title = texts.focus_point(&point.id).to_owned();
    let intro = texts.focus_points.get(&point.id).and_then(|t| t.intro.get(&questionnaire.group)).cloned();
    let intro = intro.filter(|_| one.is_none_or(|one| one == 1));
    let help = scale_help(texts, &questionnaire.group);
    let written = questionnaire.draft.comments.get(&point.id).cloned().unwrap_or_default();
    let last = one.is_none_or(|one| one == statements);
    let comment = (questionnaire.form == Form::Long && last).then_some(written);
    let beside = promise(&questionnaire, page.language).beside_text();
    let autocomplete = forgetful(&page);
    let many = questionnaire.instrument.scale.steps() > MOST_STEPS_IN_A_ROW;
    let words = &page.words.answer.topic;
    let place = match one {
        None => fill(&words.place, &[("number", &number.to_string()), ("count", &count.to_string())]),
        Some(one) => fill(
            &words.statement_place,
            &[
                ("number", &number.to_string()),
                ("count", &count.to_string()),
                ("statement", &one.to_string()),
                ("statements", &statements.to_string()),
            ],
        ),
    };
    let shown = page.clone();
    let heading = title.clone();
    page.render(Frame::Answering, &title, move || {
        view! {
            <p class="where">{place}</p>
            <Progress number count />
            <h1>{heading}</h1>
            {intro.map(|intro| view! { <p class="lead">{intro}</p> })}
            <ClosingNotice
                page=shown.clone()
                state=questionnaire.state
                closing_ends_at=questionnaire.closing_ends_at
            />
            <ProblemSummary page=shown.clone() names />
            {help.map(|help| view! { <p class="scale-help">{help}</p> })}
            <form method="post" action="/api/answer/page" class:many-steps=many autocomplete=autocomplete>
                // The first button is what the Enter key presses.
                <button class="unseen" type="submit" name="go" value="next" tabindex="-1" aria-hidden="true">
                    {words.next.clone()}
                </button>
                <Hidden name="page" value=number.to_string() />
                <Turn highest=questionnaire.draft.turn />
                {one.map(|one| view! { <Hidden name="statement" value=one.to_string() /> })}
                {items.into_iter().map(|(at, item)| item.view(at, words)).collect_view()}
                {comment
                    .map(|comment| {
                        // A problem is not folded away.
                        let written = !comment.is_empty() || shown.memory.problem("comment").is_some();
                        view! {
                            <details class="note" open=written>
                                <summary>{words.comment.clone()}</summary>
                                <Shown of="comment" value=comment.clone() />
                                <TextArea
                                    page=shown.clone()
                                    name="comment"
                                    label=words.comment_label.clone()
                                    hint=words.comment_hint.clone()
                                    value=comment
                                />
                                <AskAboutNames page=shown.clone() name="comment" />
                                <BesideText text=beside />
                            </details>
                        }
                    })}
                <p class="ways-out">
                    <button class="link" type="submit" name="go" value="pause">{words.pause.clone()}</button>
                    <button class="link" type="submit" name="go" value="finish">{words.finish.clone()}</button>
                    <a href="/hjaelper">{words.helper.clone()}</a>
                </p>
                <div class="bottom">
                    <div class="bottom-row">
                        <button class="button quiet" type="submit" name="go" value="back">{words.back.clone()}</button>
                        <SaveState
                            saving=words.saving.clone()
                            saved=words.saved.clone()
                            held=words.held.clone()
                            failed=words.failed.clone()
                            ended=words.ended.clone()
                            ended_link=words.ended_link.clone()
                            retry=words.retry.clone()
                        />
                        <button class="button" type="submit" name="go" value="next">{words.next.clone()}</button>
                    </div>
                </div>
            </form>
        }
    })
}

#[component]
fn Progress(number: usize, count: usize) -> impl IntoView {
    let class = move |at: usize| match at.cmp(&number) {
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "",
    };
    view! {
        <ol class="progress" aria-hidden="true">
            {(1..=count).map(|at| view! { <li class=class(at)></li> }).collect_view()}
        </ol>
    }
}

fn scale_help(texts: &Texts, group: &GroupId) -> Option<String> {
    let own = texts.scale.by_group.get(group).and_then(|own| own.help.clone());
    Some(own.unwrap_or_else(|| texts.scale.help.clone())).filter(|help| !help.is_empty())
}
