//! One page of a booklet, typed by keys: its user looks at the paper and not at the screen. Every statement is a short line of
//! text, which works without a script; `browser/typing` goes on to the next by itself and says what each key means.

use super::course::Course;
use super::frame;
use super::typing::{DIFFERENCES, TYPING, ThreeWords, topic_path};
use crate::actions::kept;
use crate::components::form::{Aside, Hidden, ProblemSummary, TextArea, described_by, field_id};
use crate::error::PageError;
use crate::forms::Memory;
use crate::page::Page;
use crate::pages::answer::last::{Choices, consents, helps};
use crate::pages::answer::{answer_field, topics};
use crate::session;
use crate::words::{self, fill};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::answers::Answer;
use screening::comment::Consent;
use screening::double_entry::{NOT_APPLICABLE, dont_know, key};
use screening::id::GroupId;
use screening::instrument::{FocusPoint, Indicator, Scale, Texts};
use workflow::answering::Booklet;
use workflow::screenings::Screening;
use workflow::{Error, FieldProblem};

/// The booklet that this browser holds, with its screening; or the way to where one begins.
pub(super) async fn at_hand(
    page: &Page,
    id: &str,
    jar: &CookieJar,
) -> Result<Result<(Screening, Booklet), Response>, PageError> {
    let flow = &page.state.workflow;
    let screening = flow.screening(&page.actor, id).await?;
    let token = session::token(jar, session::TYPING);
    let problems = match flow.booklet(&page.actor, id, token.as_ref()).await {
        Ok(booklet) => return Ok(Ok((screening, booklet))),
        Err(Error::Refused(problem)) => vec![FieldProblem { field: String::new(), problem }],
        Err(Error::Invalid(problems)) => problems,
        Err(error) => return Err(error.into()),
    };
    let start = super::course::address(id, TYPING);
    let cookie = kept(&page.state, Memory { page: start.clone(), problems, ..Memory::default() });
    Ok(Err((CookieJar::new().add(cookie), Redirect::to(&start)).into_response()))
}

/// A page of the booklet, from 1; the last is the one after the last focus point.
pub async fn get(
    page: Page,
    Path((id, number)): Path<(String, usize)>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    let (screening, booklet) = match at_hand(&page, &id, &jar).await? {
        Ok(found) => found,
        Err(response) => return Ok(response),
    };
    let course = Course::of(&page, &screening).await?;
    if booklet.differences.is_some() {
        return Ok(Redirect::to(&course.address(DIFFERENCES)).into_response());
    }
    let questionnaire = booklet.questionnaire.clone();
    let pages = topics(&questionnaire);
    let count = pages.len();
    if number == count + 1 {
        return Ok(last(&page, &course, booklet, number));
    }
    let Some((point, asked)) = number.checked_sub(1).and_then(|place| pages.get(place)) else {
        return Ok(Redirect::to(&course.address(&topic_path(1))).into_response());
    };
    Ok(topic(&page, &course, &booklet, (number, count), point, asked))
}

/// Which time, and which page.
fn where_it_is(page: &Page, booklet: &Booklet, place: &str) -> String {
    let words = &page.words.desk.typing;
    let time = if booklet.second { &words.second_time } else { &words.first_time };
    format!("{time} · {place}")
}

fn topic(
    page: &Page,
    course: &Course,
    booklet: &Booklet,
    (number, count): (usize, usize),
    point: &FocusPoint,
    asked: &[&Indicator],
) -> Response {
    let questionnaire = &booklet.questionnaire;
    // As it stands on the paper.
    let language = questionnaire.settings.language.clone();
    let texts = questionnaire.instrument.texts(&language);
    let scale = questionnaire.instrument.scale;
    let title = texts.focus_point(&point.id).to_owned();
    let keys = keys(scale, texts, &questionnaire.group);
    let answered = |id| questionnaire.draft.answers.get(id).copied().unwrap_or_default();
    let rows: Vec<Row> = asked
        .iter()
        .filter_map(|one| {
            let typed = key(scale, answered(&one.id));
            Some(Row {
                field: answer_field(one.id.as_str()),
                statement: texts.item(&one.id, &questionnaire.group)?.to_owned(),
                said: said(&keys, &typed),
                typed,
            })
        })
        .collect();
    let comment = questionnaire.draft.comments.get(&point.id).cloned().unwrap_or_default();
    let place = fill(
        &page.words.answer.topic.place,
        &[("number", &number.to_string()), ("count", &count.to_string())],
    );
    let place = where_it_is(page, booklet, &place);
    let three = booklet.words.clone().filter(|_| number == 1);
    let (shown, here) = (page.clone(), course.clone());
    frame::render(page, course, &title.clone(), move || {
        let words = &shown.words.desk.typing;
        let mut names: Vec<(String, String)> =
            rows.iter().map(|row| (row.field.clone(), row.statement.clone())).collect();
        names.push(("comment".to_owned(), words.comment.clone()));
        let script = serde_json::to_string(&keys).unwrap_or_default();
        let calm = shown.memory.problems.is_empty();
        let first = rows.iter().position(|row| row.typed.is_empty()).unwrap_or_default();
        let fields = rows.into_iter().enumerate();
        let fields =
            fields.map(|(at, row)| row.view(&shown, at + 1, calm && at == first, &language)).collect_view();
        view! {
            <p class="where">{place}</p>
            <h1 lang=language.clone()>{title}</h1>
            {three.map(|three| view! {
                <div class="notice"><ThreeWords said=words.write_words.as_str() words=three /></div>
            })}
            <ProblemSummary page=shown.clone() names />
            <p class="typing-keys" id="keys">
                {keys
                    .iter()
                    .map(|(key, label)| view! { <span><kbd>{key.clone()}</kbd>" "{label.clone()}</span>" " })
                    .collect_view()}
                <span>{words.next_blank.as_str()}</span>
            </p>
            <form method="post" action="/api/type-page" data-keys=script class="typing">
                // The first button is what the Enter key presses.
                <button class="unseen" type="submit" name="go" value="next" tabindex="-1" aria-hidden="true">
                    {shown.words.answer.topic.next.clone()}
                </button>
                <Hidden name="screening" value=here.id.clone() />
                <Hidden name="page" value=number.to_string() />
                {fields}
                <TextArea
                    page=shown.clone()
                    name="comment"
                    label=words.comment.as_str()
                    hint=words.text_hint.as_str()
                    value=comment
                    rows=3
                />
                {buttons(&shown, &shown.words.answer.topic.next)}
            </form>
            <script type="module" src=(shown.state.assets)("typing.js")></script>
        }
    })
}

/// Back, and on.
fn buttons(page: &Page, next: &'static str) -> AnyView {
    let back = page.words.answer.topic.back.as_str();
    view! {
        <div class="row-buttons">
            <button class="button" type="submit" name="go" value="next">{next}</button>
            <button class="button quiet" type="submit" name="go" value="back">{back}</button>
        </div>
    }
    .into_any()
}

/// The keys and what each stands for, in the order of the boxes on the paper.
fn keys(scale: Scale, texts: &Texts, group: &GroupId) -> Vec<(String, String)> {
    let steps = (scale.min..=scale.max).map(|step| step.to_string()).zip(texts.scale.labels.iter().cloned());
    let apart = [dont_know(scale), NOT_APPLICABLE].map(str::to_owned).into_iter();
    let apart = apart.zip(texts.scale.apart(group).map(str::to_owned)).filter(|(_, label)| !label.is_empty());
    steps.chain(apart).collect()
}

fn said(keys: &[(String, String)], typed: &str) -> String {
    keys.iter().find(|(key, _)| key == typed).map(|(_, label)| label.clone()).unwrap_or_default()
}

/// A statement with the key typed for it.
struct Row {
    field: String,
    statement: String,
    typed: String,
    said: String,
}

impl Row {
    fn view(self, page: &Page, number: usize, focus: bool, language: &str) -> AnyView {
        let Self { field, statement, typed, said } = self;
        let id = field_id(&field);
        let problem = page.memory.problem(&field).map(|problem| words::problem(page.words, problem));
        let wrong = problem.is_some();
        let described = described_by(&id, false, wrong);
        let value = page.memory.value(&field, &typed);
        view! {
            <div class="field" class:wrong=wrong>
                <label for=id.clone() lang=language.to_owned()>
                    <span class="number">{number}". "</span>{statement}
                </label>
                <Aside id=id.clone() hint=String::new() problem />
                <div class="typed-key-row">
                    <input
                        class="key"
                        type="text"
                        id=id.clone()
                        name=field
                        value=value
                        maxlength="3"
                        autocomplete="off"
                        autofocus=focus
                        aria-describedby=described
                        aria-invalid=wrong.then_some("true")
                    />
                    <output for=id lang=language.to_owned()>{said}</output>
                </div>
            </div>
        }
        .into_any()
    }
}

/// The last page: what is written to the open question, what may be done with it, who helped.
fn last(page: &Page, course: &Course, booklet: Booklet, number: usize) -> Response {
    let words = &page.words.answer.last;
    let questionnaire = &booklet.questionnaire;
    let own = questionnaire.instrument.texts(&questionnaire.settings.language);
    let asked = words::of(&questionnaire.settings.language).answer.last.question.clone();
    let question = own.open_question.get(&questionnaire.group).cloned().unwrap_or(asked);
    let draft = questionnaire.draft.clone();
    let chosen = draft.consent.map(Consent::as_str).unwrap_or_default();
    let chosen = page.memory.value("consent", chosen);
    let helped = page.memory.value("help", draft.help.as_str());
    let mut consents = consents(words);
    // Whoever slips on the keys takes it back.
    consents.push(("", &page.words.desk.typing.nothing));
    let finish = &page.words.desk.typing;
    let finish = if booklet.second { &finish.finish_twice } else { &finish.finish_once };
    let names = [("open_answer", &question), ("consent", &words.consent), ("help", &words.help)];
    let names: Vec<_> = names.map(|(field, name)| (field.to_owned(), name.clone())).into();
    let place = where_it_is(page, &booklet, &words.title);
    let (shown, here) = (page.clone(), course.clone());
    frame::render(page, course, &words.title, move || {
        view! {
            <p class="where">{place}</p>
            <h1>{words.title.as_str()}</h1>
            <ProblemSummary page=shown.clone() names />
            <form method="post" action="/api/type-last" class="typing" data-keys="[]">
                <button class="unseen" type="submit" name="go" value="next" tabindex="-1" aria-hidden="true">
                    {finish.as_str()}
                </button>
                <Hidden name="screening" value=here.id.clone() />
                <Hidden name="page" value=number.to_string() />
                <TextArea
                    page=shown.clone()
                    name="open_answer"
                    label=question
                    hint=shown.words.desk.typing.text_hint.as_str()
                    value=draft.open_answer
                    rows=5
                />
                <Choices
                    page=shown.clone()
                    name="consent"
                    legend=&words.consent
                    hint=""
                    choices=consents
                    chosen=chosen
                />
                <Choices
                    page=shown.clone()
                    name="help"
                    legend=&words.help
                    hint=""
                    choices=helps(words)
                    chosen=helped
                />
                {buttons(&shown, finish)}
            </form>
            <script type="module" src=(shown.state.assets)("typing.js")></script>
        }
    })
}

/// What an answer is called, with its key: `4 I høj grad`.
pub(super) fn answer_name(texts: &Texts, scale: Scale, group: &GroupId, answer: Answer) -> String {
    let key = key(scale, answer);
    let said = said(&keys(scale, texts, group), &key);
    format!("{key} {said}").trim().to_owned()
}

/// Every answer that may stand on the paper, with its name.
pub(super) fn answer_names(texts: &Texts, scale: Scale, group: &GroupId) -> Vec<(String, String)> {
    let steps = (scale.min..=scale.max).map(Answer::Step);
    let apart = texts.scale.apart(group);
    let apart = [Answer::DontKnow, Answer::NotApplicable].into_iter().zip(apart);
    let apart = apart.filter(|(_, label)| !label.is_empty()).map(|(answer, _)| answer);
    let all = steps.chain(apart);
    all.map(|answer| (answer.to_string(), answer_name(texts, scale, group, answer))).collect()
}
