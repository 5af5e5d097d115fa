//! One focus point a page. Its user reads two lines and a few statements, chooses what fits, and may leave anything
//! out, take it back, pause, or send what there is.

use super::{BesideText, ClosingNotice, answer_field, item_id, promise, questionnaire, topics};
use crate::components::form::{Hidden, ProblemSummary, TextArea};
use crate::page::{Frame, Page};
use crate::words::{self, fill};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use browser_answer::SaveState;
use leptos::prelude::*;
use screening::answers::Answer;
use screening::id::GroupId;
use screening::instrument::{Form, Indicator, Scale, Texts};
use workflow::answering::Questionnaire;

/// Scales longer than this stand in a column on every screen.
const MOST_STEPS_IN_A_ROW: usize = 5;

/// One page of the questionnaire, the first is 1.
pub async fn get(page: Page, Path(number): Path<usize>) -> Response {
    let questionnaire = match questionnaire(&page).await {
        Ok(questionnaire) => questionnaire,
        Err(response) => return response,
    };
    let pages = topics(&questionnaire);
    let count = pages.len();
    let Some((point, indicators)) = number.checked_sub(1).and_then(|place| pages.get(place)) else {
        // One past the last is where *Næste* on the last one leads.
        return Redirect::to(if number == count + 1 { "/svar/sidste" } else { "/svar" }).into_response();
    };
    let texts = questionnaire.instrument.texts(page.language);
    let title = texts.focus_point(&point.id).to_owned();
    let intro = texts.focus_points.get(&point.id).and_then(|t| t.intro.get(&questionnaire.group)).cloned();
    let items: Vec<Item> =
        indicators.iter().filter_map(|indicator| Item::of(&page, &questionnaire, indicator)).collect();
    let explained = explained(texts, &items);
    let help = scale_help(texts, &questionnaire.group);
    let comment = (questionnaire.form == Form::Long)
        .then(|| questionnaire.draft.comments.get(&point.id).cloned().unwrap_or_default());
    let beside = promise(&questionnaire, page.language).beside_text();
    let many = questionnaire.instrument.scale.steps() > MOST_STEPS_IN_A_ROW;
    let words = &page.words.answer.topic;
    let shown = page.clone();
    let heading = title.clone();
    page.render(Frame::Answering, &title, move || {
        let place = fill(&words.place, &[("number", &number.to_string()), ("count", &count.to_string())]);
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
            <ProblemSummary page=shown.clone() />
            {explained
                .into_iter()
                .map(|(word, sentence)| view! { <p class="hint"><b>{word}</b>": "{sentence}</p> })
                .collect_view()}
            {help.map(|help| view! { <p class="scale-help">{help}</p> })}
            <form method="post" action="/api/answer/page" class:many-steps=many>
                // The first button is what the Enter key presses.
                <button class="unseen" type="submit" name="go" value="next" tabindex="-1" aria-hidden="true">
                    {words.next.clone()}
                </button>
                <Hidden name="page" value=number.to_string() />
                {items.into_iter().enumerate().map(|(at, item)| item.view(at + 1, words)).collect_view()}
                {comment
                    .map(|comment| {
                        // A problem is not folded away.
                        let written = !comment.is_empty() || shown.memory.problem("comment").is_some();
                        view! {
                            <details class="note" open=written>
                                <summary>{words.comment.clone()}</summary>
                                <TextArea
                                    page=shown.clone()
                                    name="comment"
                                    label=words.comment_label.clone()
                                    hint=words.comment_hint.clone()
                                    value=comment
                                />
                                <BesideText text=beside />
                            </details>
                        }
                    })}
                <p class="ways-out">
                    <button class="link" type="submit" name="go" value="pause">{words.pause.clone()}</button>
                    <button class="link" type="submit" name="go" value="finish">{words.finish.clone()}</button>
                </p>
                <div class="bottom">
                    <div class="bottom-row">
                        <button class="button quiet" type="submit" name="go" value="back">{words.back.clone()}</button>
                        <SaveState
                            saving=words.saving.clone()
                            saved=words.saved.clone()
                            failed=words.failed.clone()
                            retry=words.retry.clone()
                        />
                        <button class="button" type="submit" name="go" value="next">{words.next.clone()}</button>
                    </div>
                </div>
            </form>
        }
    })
}

/// A statement with its choices, as it is drawn.
struct Item {
    id: String,
    field: String,
    code: String,
    statement: String,
    /// (value, label) of the steps.
    steps: Vec<(String, String)>,
    /// *Don't know* and *not relevant*.
    beside: [(&'static str, String); 2],
    chosen: String,
    problem: Option<String>,
}

impl Item {
    fn of(page: &Page, questionnaire: &Questionnaire, indicator: &Indicator) -> Option<Self> {
        let texts = questionnaire.instrument.texts(page.language);
        let field = answer_field(indicator.id.as_str());
        Some(Self {
            id: item_id(&indicator.id),
            code: indicator.id.to_string(),
            statement: texts.item(&indicator.id, &questionnaire.group)?.to_owned(),
            steps: steps(questionnaire.instrument.scale, texts),
            beside: beside(texts, &questionnaire.group),
            chosen: posted(questionnaire.draft.answers.get(&indicator.id)),
            problem: page.memory.problem(&field).map(|problem| words::problem(page.words, problem)),
            field,
        })
    }

    fn view(self, number: usize, words: &words::Topic) -> impl IntoView + use<> {
        let clear_label = format!("{}: {}", words.clear, self.statement);
        let answered = !self.chosen.is_empty();
        let Self { id, field, code, statement, steps, beside, chosen, problem } = self;
        let radio = move |value: &str| {
            let checked = value == chosen;
            view! { <input type="radio" name=field.clone() value=value.to_owned() checked=checked /> }
        };
        view! {
            <fieldset class="item" id=id>
                <legend><span class="number">{number}" "</span>{statement}</legend>
                {problem.map(|text| view! { <p class="problem">{text}</p> })}
                <div class="steps">
                    {steps
                        .into_iter()
                        .map(|(value, label)| {
                            view! {
                                <label class="step">
                                    {radio(&value)} <span class="dot" aria-hidden="true"></span> <span>{label}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
                <div class="beside">
                    {beside
                        .into_iter()
                        .map(|(value, label)| view! { <label class="choice">{radio(value)} <span>{label}</span></label> })
                        .collect_view()}
                    <button
                        class="link clear"
                        class:answered=answered
                        type="submit"
                        name="go"
                        value=format!("clear:{code}")
                        aria-label=clear_label
                    >
                        {words.clear.clone()}
                    </button>
                </div>
            </fieldset>
        }
    }
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

/// An answer as a form posts it.
pub(super) fn posted(answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::Step(step)) => step.to_string(),
        Some(Answer::DontKnow) => "DK".to_owned(),
        Some(Answer::NotApplicable) => "NA".to_owned(),
        Some(Answer::Blank) | None => String::new(),
    }
}

/// Every step with its label.
pub(super) fn steps(scale: Scale, texts: &Texts) -> Vec<(String, String)> {
    (scale.min..=scale.max).map(|step| step.to_string()).zip(texts.scale.labels.iter().cloned()).collect()
}

/// *Don't know* and *not relevant* in this group's words.
pub(super) fn beside(texts: &Texts, group: &GroupId) -> [(&'static str, String); 2] {
    let own = texts.scale.by_group.get(group);
    let dont_know = own.and_then(|own| own.dont_know.as_ref()).unwrap_or(&texts.scale.dont_know);
    let not_applicable =
        own.and_then(|own| own.not_applicable.as_ref()).unwrap_or(&texts.scale.not_applicable);
    [("DK", dont_know.clone()), ("NA", not_applicable.clone())]
}

fn scale_help(texts: &Texts, group: &GroupId) -> Option<String> {
    let own = texts.scale.by_group.get(group).and_then(|own| own.help.clone());
    Some(own.unwrap_or_else(|| texts.scale.help.clone())).filter(|help| !help.is_empty())
}

/// The hard words that stand in these statements, each with its sentence.
fn explained(texts: &Texts, items: &[Item]) -> Vec<(String, String)> {
    let stands =
        |word: &str| items.iter().any(|item| item.statement.to_lowercase().contains(&word.to_lowercase()));
    texts
        .explain
        .iter()
        .filter(|(word, _)| stands(word))
        .map(|(word, text)| (word.clone(), text.clone()))
        .collect()
}
