//! Booklets that were answered on paper: where each begins. Its user has a pile, a keyboard and an hour, is to keep what a
//! booklet promises, and wants to know that nothing is lost when the telephone rings.

use super::course::Course;
use super::frame;
use crate::components::form::{Agree, Hidden, ProblemSummary, TextField};
use crate::error::PageError;
use crate::page::Page;
use crate::pages::answer::topics;
use crate::session;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::settings::State;
use workflow::answering::{Booklet, TypistsOf};
use workflow::{Error, Problem};

/// Its path under a screening's.
pub const TYPING: &str = "haefter";
/// What two typed differently.
pub const DIFFERENCES: &str = "haefter/forskelle";
/// How it went with the last booklet, as handed over.
pub const DONE: &str = "done";
/// It was typed once; also the key of its three words.
pub const ONCE: &str = "once";
/// It was sent.
pub const SENT: &str = "sent";

/// Under a screening's, the path of one page of a booklet, from 1.
pub fn topic_path(number: usize) -> String {
    format!("{TYPING}/side/{number}")
}

/// Under a screening's, where one was with a booklet: the first page without an answer, the last, or its differences.
pub fn where_one_was(booklet: &Booklet) -> String {
    if booklet.differences.is_some() {
        return DIFFERENCES.to_owned();
    }
    let pages = topics(&booklet.questionnaire);
    let typed = &booklet.questionnaire.draft.answers;
    let first = pages.iter().position(|(_, asked)| !asked.iter().any(|one| typed.contains_key(&one.id)));
    topic_path(first.unwrap_or(pages.len()) + 1)
}

/// The page.
pub async fn get(page: Page, Path(id): Path<String>, jar: CookieJar) -> Result<Response, PageError> {
    let flow = &page.state.workflow;
    let screening = flow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.typing;
    if !matches!(screening.state, State::Open | State::Closing) {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_open));
    }
    let typists = flow.typists(&page.actor, &id).await?;
    let token = session::token(&jar, session::TYPING);
    let under_way = match flow.booklet(&page.actor, &id, token.as_ref()).await {
        Ok(booklet) => Some(course.address(&where_one_was(&booklet))),
        Err(Error::Invalid(_) | Error::Refused(_)) => None,
        Err(error) => return Err(error.into()),
    };
    let shown = page.clone();
    let here = course.clone();
    let names = [("code", &words.code), ("words", &words.three_words)];
    let names: Vec<_> = names.map(|(field, name)| (field.to_owned(), name.clone())).into();
    Ok(frame::render(&page, &course, &words.title, move || {
        let begun = typists.mine;
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            {done(&shown)}
            <ProblemSummary page=shown.clone() names />
            {under_way.filter(|_| begun).map(|href| view! {
                <div class="box">
                    <p>{words.under_way.as_str()}</p>
                    <p><a class="button" href=href>{words.go_on.as_str()}</a></p>
                </div>
            })}
            {if begun { code(&shown, &here) } else { before(&shown, &here) }}
            {who(&shown, &typists)}
            <h2>{words.how_title.as_str()}</h2>
            <ol>
                {[&words.how_words, &words.how_keys, &words.how_two, &words.how_again, &words.how_differ,
                    &words.how_break, &words.how_close]
                    .map(|line| view! { <li>{line.as_str()}</li> })
                    .collect_view()}
            </ol>
        }
    }))
}

/// How it went with the booklet before.
fn done(page: &Page) -> Option<AnyView> {
    let words = &page.words.desk.typing;
    let value = |key: &str| page.memory.values.get(key).filter(|value| !value.is_empty());
    match value(DONE)?.as_str() {
        SENT => Some(view! { <p class="notice" role="status">{words.sent.as_str()}</p> }.into_any()),
        ONCE => Some(
            view! {
                <div class="notice" role="status">
                    <p>{words.once.as_str()}</p>
                    <ThreeWords said=words.once_words.as_str() words=value(ONCE).cloned().unwrap_or_default() />
                    <p>{words.once_next.as_str()}</p>
                </div>
            }
            .into_any(),
        ),
        _ => None,
    }
}

/// The words to write on the booklet, large enough to copy.
#[component]
pub(super) fn ThreeWords(
    /// What to do with them.
    said: &'static str,
    /// The words.
    words: String,
) -> impl IntoView {
    view! { <p>{said}<br /><strong class="three-words">{words}</strong></p> }.into_any()
}

/// What one says before the first booklet.
fn before(page: &Page, course: &Course) -> AnyView {
    let words = &page.words.desk.typing;
    view! {
        <h2>{words.before_title.as_str()}</h2>
        <p>{words.promise.as_str()}</p>
        <p>{words.logged.as_str()}</p>
        <form method="post" action="/api/begin-typing">
            <Hidden name="screening" value=course.id.clone() />
            <Agree page=page.clone() name="elsewhere" value="on" label=words.elsewhere.as_str() />
            <button class="button" type="submit">{words.begin.as_str()}</button>
        </form>
    }
    .into_any()
}

/// The next booklet.
fn code(page: &Page, course: &Course) -> AnyView {
    let words = &page.words.desk.typing;
    let lost = [Problem::BookletBegun, Problem::WrongWords, Problem::WordsLocked];
    let anew = page.memory.problem("words").is_some_and(|problem| lost.contains(problem)).then(|| {
        view! { <Agree page=page.clone() name="restart" value="on" label=words.restart.as_str() /> }
    });
    view! {
        <form method="post" action="/api/open-booklet">
            <Hidden name="screening" value=course.id.clone() />
            <TextField
                page=page.clone()
                name="code"
                label=words.code.as_str()
                hint=words.code_hint.as_str()
                class="code"
                focus=true
            />
            <TextField
                page=page.clone()
                name="words"
                label=words.three_words.as_str()
                hint=words.three_words_hint.as_str()
            />
            {anew}
            <button class="button" type="submit">{words.open.as_str()}</button>
        </form>
    }
    .into_any()
}

fn who(page: &Page, typists: &TypistsOf) -> AnyView {
    let words = &page.words.desk.typing;
    let names = page.words.sentences().list(&typists.names);
    let they = (!typists.names.is_empty()).then(|| fill(&words.typists, &[("names", &names)]));
    let two = (typists.names.len() < 2).then_some(words.need_two.as_str());
    view! {
        {they.map(|they| view! { <p>{they}</p> })}
        {two.map(|two| view! { <p>{two}</p> })}
    }
    .into_any()
}
