//! The last page before looking through: one open question, whether the words may be used, and who helped.

use super::{AskAboutNames, BesideText, ClosingNotice, Shown, Turn, promise, questionnaire};
use crate::components::form::{ProblemSummary, TextArea};
use crate::page::{Frame, Page};
use axum::response::Response;
use browser_answer::SaveState;
use leptos::prelude::*;
use screening::comment::Consent;
use workflow::answering::Help;

/// The last page.
pub async fn get(page: Page) -> Response {
    let questionnaire = match questionnaire(&page).await {
        Ok(questionnaire) => questionnaire,
        Err(response) => return response,
    };
    let words = &page.words.answer.last;
    let topic = &page.words.answer.topic;
    let texts = questionnaire.instrument.texts(page.language);
    let question =
        texts.open_question.get(&questionnaire.group).cloned().unwrap_or_else(|| words.question.clone());
    let beside = promise(&questionnaire, page.language).beside_text();
    let kept = questionnaire.draft.consent.map(consent_value).unwrap_or_default();
    let consent = match page.memory.values.get("consent").map(String::as_str) {
        Some(typed) => typed.to_owned(),
        None => kept.to_owned(),
    };
    let helped = page.memory.value("help", questionnaire.draft.help.as_str());
    let consents = [
        (consent_value(Consent::Verbatim), &words.verbatim),
        (consent_value(Consent::Paraphrase), &words.paraphrase),
        (consent_value(Consent::NotToBeUsed), &words.not_to_be_used),
    ];
    let helps = [
        (Help::Alone, &words.alone),
        (Help::User, &words.user),
        (Help::Staff, &words.staff),
        (Help::Relative, &words.relative),
        (Help::Interpreter, &words.interpreter),
        (Help::Outside, &words.outside),
    ];
    let shown = page.clone();
    page.render(Frame::Answering, &words.title, move || {
        let radio = |name: &'static str, value: &'static str, label: &str, checked: bool| {
            view! {
                <label class="choice">
                    <input type="radio" name=name value=value checked=checked /> <span>{label.to_owned()}</span>
                </label>
            }
        };
        view! {
            <h1>{words.title.clone()}</h1>
            <ClosingNotice
                page=shown.clone()
                state=questionnaire.state
                closing_ends_at=questionnaire.closing_ends_at
            />
            <ProblemSummary page=shown.clone() />
            <form method="post" action="/api/answer/last">
                // The first button is what the Enter key presses.
                <button class="unseen" type="submit" name="go" value="next" tabindex="-1" aria-hidden="true">
                    {topic.next.clone()}
                </button>
                <Turn highest=questionnaire.draft.turn />
                <Shown of="open_answer" value=questionnaire.draft.open_answer.clone() />
                <Shown of="consent" value=kept />
                <Shown of="help" value=questionnaire.draft.help.as_str() />
                <TextArea
                    page=shown.clone()
                    name="open_answer"
                    label=question
                    hint=topic.comment_hint.clone()
                    value=questionnaire.draft.open_answer.clone()
                    rows=6
                />
                <AskAboutNames page=shown.clone() name="open_answer" />
                <BesideText text=beside />
                <fieldset class="field">
                    <legend>{words.consent.clone()}</legend>
                    <p class="hint">{words.consent_hint.clone()}</p>
                    {consents
                        .into_iter()
                        .map(|(value, label)| radio("consent", value, label, value == consent))
                        .collect_view()}
                </fieldset>
                <fieldset class="field">
                    <legend>{words.help.clone()}</legend>
                    <p class="hint">{words.help_hint.clone()}</p>
                    {helps
                        .into_iter()
                        .map(|(help, label)| radio("help", help.as_str(), label, help.as_str() == helped))
                        .collect_view()}
                </fieldset>
                <div class="bottom">
                    <div class="bottom-row">
                        <button class="button quiet" type="submit" name="go" value="back">
                            {topic.back.clone()}
                        </button>
                        <SaveState
                            saving=topic.saving.clone()
                            saved=topic.saved.clone()
                            failed=topic.failed.clone()
                            ended=topic.ended.clone()
                            ended_link=topic.ended_link.clone()
                            retry=topic.retry.clone()
                        />
                        <button class="button" type="submit" name="go" value="next">{topic.next.clone()}</button>
                    </div>
                </div>
            </form>
        }
    })
}

fn consent_value(consent: Consent) -> &'static str {
    match consent {
        Consent::Verbatim => "verbatim",
        Consent::Paraphrase => "paraphrase",
        Consent::NotToBeUsed => "not-to-be-used",
    }
}
