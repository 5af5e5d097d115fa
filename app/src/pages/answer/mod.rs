//! The pages of someone who answers: often tired, on an old phone, afraid of being recognised. One thing a page,
//! nothing required, always a way back, a pause and a way to send what there is.

pub mod before;
pub mod helper;
pub mod in_use;
pub mod kept;
pub mod last;
pub mod look_through;
pub mod pause;
pub mod receipt;
pub mod resume;
mod statement;
pub mod stopped;
pub mod topic;

use crate::components::form::field_id;
use crate::page::{Frame, Page};
use crate::pages::desk::when::time_of_day;
use crate::tablet;
use crate::words::{fill, unbroken};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use leptos::prelude::*;
use screening::id::IndicatorId;
use screening::instrument::{FocusPoint, Indicator};
use screening::promise::Promise;
use screening::settings::State;
use workflow::Problem;
use workflow::answering::Questionnaire;

/// Where a browser without a questionnaire is told so. *Begynd* leads there too: a browser that takes no cookies comes
/// back with nothing.
pub(crate) const NO_QUESTIONNAIRE: &str = "/svar";

/// The questionnaire of this browser and the page in its language, or the answer that says why there is none.
pub(super) async fn questionnaire(page: Page) -> Result<(Page, Questionnaire), Response> {
    let Some(token) = &page.token else {
        return Err(if page.tablet.is_some() {
            Redirect::to(tablet::START).into_response()
        } else if page.path == NO_QUESTIONNAIRE {
            none_here(&page)
        } else {
            Redirect::to(NO_QUESTIONNAIRE).into_response()
        });
    };
    match page.state.workflow.questionnaire(token).await {
        Ok(questionnaire) if questionnaire.sent => Err(Redirect::to("/svar/kvittering").into_response()),
        Ok(questionnaire) => Ok((page.asking(&questionnaire), questionnaire)),
        Err(workflow::Error::Refused(Problem::Stopped(screening))) => {
            Err(stopped::of(&page, &screening).await)
        }
        Err(workflow::Error::NotFound | workflow::Error::Refused(_)) => Err(gone(&page)),
        Err(error) => Err(crate::error::PageError(error).into_response()),
    }
}

/// Beside a questionnaire: the page in the language of this browser's, and the questionnaire, where there is one.
pub(super) async fn beside_own(page: Page) -> (Page, Option<Questionnaire>) {
    let own = match &page.token {
        Some(token) => page.state.workflow.questionnaire(token).await.ok(),
        None => None,
    };
    let page = own.as_ref().map_or_else(|| page.clone(), |own| page.asking(own));
    (page, own)
}

/// The questionnaire is not here any more: closed, or moved to another device.
fn gone(page: &Page) -> Response {
    let words = &page.words.answer.gone;
    let (title, text, again) = (words.title.clone(), words.text.clone(), words.again.clone());
    let response = page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{title}</h1>
            <p class="lead">{text}</p>
            <p><a class="button" href="/">{again}</a></p>
        }
    });
    (StatusCode::GONE, response).into_response()
}

/// No questionnaire was begun in this browser, or it does not keep the cookie that says which.
fn none_here(page: &Page) -> Response {
    let words = &page.words.answer.none_here;
    let response = page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{words.title.clone()}</h1>
            <p class="lead">{words.text.clone()}</p>
            <p>{words.cookies.clone()}</p>
            <p><a class="button" href="/">{words.again.clone()}</a></p>
        }
    });
    (StatusCode::GONE, response).into_response()
}

/// Unseen in a form that is saved again and again: the count of the browser's saves, which its script raises above
/// the highest that is kept, and above its own.
#[component]
pub(super) fn Turn(
    /// The highest that is kept.
    highest: u64,
) -> impl IntoView {
    view! { <input type="hidden" name="turn" value="" data-highest=highest.to_string() autocomplete="off" /> }
}

/// Unseen beside a field: what its page showed there, until it is touched.
#[component]
pub(super) fn Shown(
    /// Name of the field.
    #[prop(into)]
    of: String,
    /// What it showed.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    let within = |of: &str, field: &str| {
        let rest = of.strip_prefix(field)?.strip_prefix('[')?;
        rest.strip_suffix(']').map(str::to_owned)
    };
    let key = match within(&of, "notes").as_deref() {
        Some(key) => shown_note(answered_indicator(key)),
        None => within(&of, "answers").unwrap_or_else(|| of.clone()),
    };
    let name = format!("shown[{key}]");
    view! { <input type="hidden" name=name value=value data-shown=of.clone() autocomplete="off" /> }
}

/// The `autocomplete` of a form in which somebody answers: on a shared tablet the browser notes nothing of what is in it,
/// also not in the files from which it opens its pages again.
pub(super) fn forgetful(page: &Page) -> Option<&'static str> {
    page.tablet.as_ref().map(|_| "off")
}

/// What this questionnaire promises.
pub(super) fn promise<'a>(questionnaire: &'a Questionnaire, language: &str) -> Promise<'a> {
    Promise::new(
        &questionnaire.settings,
        &questionnaire.instrument,
        &questionnaire.group,
        screening::language::of(language),
    )
}

/// The questionnaire's pages: focus points with the indicators that are asked.
pub(crate) fn topics(questionnaire: &Questionnaire) -> Vec<(&FocusPoint, Vec<&Indicator>)> {
    questionnaire.instrument.questionnaire(&questionnaire.group, questionnaire.form)
}

/// The first page, from 1, without an answer to any of its statements; the last page where there is none.
pub(super) fn where_one_was(questionnaire: &Questionnaire) -> String {
    let answered = |id: &IndicatorId| questionnaire.draft.answers.contains_key(id);
    topics(questionnaire)
        .iter()
        .position(|(_, indicators)| !indicators.iter().any(|indicator| answered(&indicator.id)))
        .map_or_else(|| "/svar/se-igennem".to_owned(), |place| format!("/svar/emne/{}", place + 1))
}

/// A statement's key in the posted fields. It begins with a letter: a key that begins with a digit is read as a place
/// in a list.
pub(crate) fn answer_key(indicator: &str) -> String {
    format!("item-{indicator}")
}

/// Name of the field of a statement's answer: `answers[item-2.2]`.
pub(crate) fn answer_field(indicator: &str) -> String {
    format!("answers[{}]", answer_key(indicator))
}

/// The statement of a posted key; a key that no page of ours has is nobody's statement.
pub(crate) fn answered_indicator(key: &str) -> &str {
    key.strip_prefix("item-").unwrap_or(key)
}

/// Name of the field of a note at a statement: `notes[item-2.2]`.
pub(crate) fn note_field(indicator: &str) -> String {
    format!("notes[{}]", answer_key(indicator))
}

/// A note's key among what a page showed: beside the statement's own.
fn shown_note(indicator: &str) -> String {
    format!("note:{indicator}")
}

/// What a page showed, by the field it is merged into: a statement's indicator, `notes[2.2]`, or a field's name.
pub(crate) fn shown_in(key: &str) -> String {
    match key.strip_prefix("note:") {
        Some(indicator) => format!("notes[{indicator}]"),
        None => answered_indicator(key).to_owned(),
    }
}

/// The id of a statement on its page, where its problem links to.
pub(crate) fn item_id(indicator: &IndicatorId) -> String {
    field_id(&answer_field(indicator.as_str()))
}

/// Said on every page while the screening closes.
#[component]
pub(super) fn ClosingNotice(page: Page, state: State, closing_ends_at: Option<i64>) -> impl IntoView {
    (state == State::Closing).then(|| {
        let time = closing_ends_at.map(|at| time_of_day(page.words, at)).unwrap_or_default();
        view! {
            <p class="notice" role="status">
                {fill(&page.words.answer.topic.closing, &[("time", &time)])}
            </p>
        }
    })
}

/// Beside every text field: asks on the device about names and numbers before they are saved.
#[component]
pub(super) fn AskAboutNames(page: Page, #[prop(into)] name: String) -> impl IntoView {
    let words = &page.words.answer.ask;
    view! {
        <div
            class="asks"
            role="status"
            data-asks-about=field_id(&name)
            data-name=words.name.clone()
            data-civil-number=words.civil_number.clone()
            data-email=words.email.clone()
        >
            <div class="box" hidden>
                <p></p>
                <p class="ways-out">
                    <button type="button" class="button small">{words.change.clone()}</button>
                    <button type="button" class="link">{words.keep.clone()}</button>
                </p>
            </div>
        </div>
    }
}

/// Beside every text field: when it is read, and whom to call.
#[component]
pub(super) fn BesideText(text: String) -> impl IntoView {
    view! { <p class="crisis">{unbroken(&text)}</p> }
}
