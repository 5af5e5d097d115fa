//! The last page before looking through: one open question, whether the words may be used, and who helped.

use super::{AskAboutNames, BesideText, ClosingNotice, Shown, Turn, forgetful, promise, questionnaire};
use crate::components::form::{Aside, ProblemSummary, TextArea, described_by, field_id};
use crate::page::{Frame, Page};
use crate::words;
use axum::response::Response;
use browser_answer::SaveState;
use leptos::prelude::*;
use screening::booklet::{self, LastPage};
use screening::comment::Consent;
use workflow::answering::Help;

/// The last page.
pub async fn get(page: Page) -> Response {
    let (page, questionnaire) = match questionnaire(page).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let words = &page.words.answer.last;
    let topic = &page.words.answer.topic;
    let texts = questionnaire.instrument.texts(page.language);
    let question =
        texts.open_question.get(&questionnaire.group).cloned().unwrap_or_else(|| words.question.clone());
    let beside = promise(&questionnaire, page.language).beside_text();
    let kept = questionnaire.draft.consent.map(Consent::as_str).unwrap_or_default();
    let consent = match page.memory.values.get("consent").map(String::as_str) {
        Some(typed) => typed.to_owned(),
        None => kept.to_owned(),
    };
    let helped = page.memory.value("help", questionnaire.draft.help.as_str());
    let (consents, helps) = (consents(words), helps(words));
    let names = [
        ("open_answer", &page.words.answer.look.open_answer),
        ("consent", &words.consent),
        ("help", &words.help),
    ];
    let names = names.map(|(field, name)| (field.to_owned(), name.clone())).to_vec();
    let autocomplete = forgetful(&page);
    let shown = page.clone();
    page.render(Frame::Answering, &words.title, move || {
        view! {
            <h1>{words.title.clone()}</h1>
            <ClosingNotice
                page=shown.clone()
                state=questionnaire.state
                closing_ends_at=questionnaire.closing_ends_at
            />
            <ProblemSummary page=shown.clone() names />
            <form method="post" action="/api/answer/last" autocomplete=autocomplete>
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
                // Of a pilot nobody quotes anything.
                {(!questionnaire.settings.pilot).then(|| view! {
                    <Choices
                        page=shown.clone()
                        name="consent"
                        legend=&words.consent
                        hint=&words.consent_hint
                        choices=consents
                        chosen=consent
                    />
                })}
                <Choices
                    page=shown.clone()
                    name="help"
                    legend=&words.help
                    hint=&words.help_hint
                    choices=helps
                    chosen=helped
                />
                <div class="bottom">
                    <div class="bottom-row">
                        <button class="button quiet" type="submit" name="go" value="back">
                            {topic.back.clone()}
                        </button>
                        <SaveState
                            saving=topic.saving.clone()
                            saved=topic.saved.clone()
                            held=topic.held.clone()
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

/// The words of this page in a booklet, in a language.
pub fn on_paper(language: &str) -> LastPage {
    let answer = &words::of(language).answer;
    let words = &answer.last;
    let choices = |question: &str, hint: &str, choices: Vec<(&str, &String)>| booklet::Choices {
        question: question.to_owned(),
        hint: hint.to_owned(),
        choices: choices.into_iter().map(|(_, choice)| choice.clone()).collect(),
    };
    LastPage {
        title: words.title.clone(),
        about_topic: answer.topic.comment.clone(),
        question: words.question.clone(),
        consent: choices(&words.consent, &words.consent_hint, consents(words)),
        help: choices(&words.help, &words.help_hint, helps(words)),
    }
}

/// What may be done with the words: value and words.
pub(crate) fn consents(words: &'static words::Last) -> Vec<(&'static str, &'static String)> {
    let said = [&words.verbatim, &words.paraphrase, &words.not_to_be_used];
    Consent::ALL.into_iter().map(Consent::as_str).zip(said).collect()
}

/// Who may have helped: value and words.
pub(crate) fn helps(words: &'static words::Last) -> Vec<(&'static str, &'static String)> {
    let said = [&words.alone, &words.user, &words.staff, &words.relative, &words.interpreter, &words.outside];
    Help::ALL.into_iter().map(Help::as_str).zip(said).collect()
}

/// One of a few, each on a line of its own.
#[component]
pub(crate) fn Choices(
    page: Page,
    name: &'static str,
    legend: &'static str,
    hint: &'static str,
    /// Value and words.
    choices: Vec<(&'static str, &'static String)>,
    /// The value chosen before.
    chosen: String,
) -> impl IntoView {
    let id = field_id(name);
    let problem = page.memory.problem(name).map(|problem| words::problem(page.words, problem));
    let wrong = problem.is_some();
    let described = described_by(&id, true, wrong);
    view! {
        <fieldset class="field" class:wrong=wrong id=id.clone() aria-describedby=described>
            <legend>{legend}</legend>
            <Aside id=id.clone() hint=hint.to_owned() problem />
            {choices
                .into_iter()
                .map(|(value, label)| {
                    view! {
                        <label class="choice">
                            <input type="radio" name=name value=value checked=value == chosen />
                            <span>{label.as_str()}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
    .into_any()
}
