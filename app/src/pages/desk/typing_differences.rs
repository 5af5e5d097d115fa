//! Where two people typed a booklet differently, and nothing else: both side by side, and what stands on the paper is chosen.

use super::course::Course;
use super::frame;
use super::typing::topic_path;
use super::typing_page::{answer_names, at_hand};
use crate::components::form::{Aside, Hidden, ProblemSummary, TextArea, described_by, field_id};
use crate::error::PageError;
use crate::page::Page;
use crate::pages::answer::last::{consents, helps};
use crate::pages::desk::frame::in_lines;
use crate::words;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use leptos::prelude::*;
use screening::double_entry::Field;
use workflow::answering::{Difference, Questionnaire};

/// What is chosen where nothing stands on the paper.
const NOTHING: &str = "blank";

/// The page.
pub async fn get(page: Page, Path(id): Path<String>, jar: CookieJar) -> Result<Response, PageError> {
    let (screening, booklet) = match at_hand(&page, &id, &jar).await? {
        Ok(found) => found,
        Err(response) => return Ok(response),
    };
    let course = Course::of(&page, &screening).await?;
    let Some(differences) = booklet.differences else {
        return Ok(Redirect::to(&course.address(&topic_path(1))).into_response());
    };
    let words = &page.words.desk.typing;
    let (shown, here) = (page.clone(), course.clone());
    let rows: Vec<Row> =
        differences.into_iter().map(|one| Row::of(&page, &booklet.questionnaire, one)).collect();
    Ok(frame::render(&page, &course, &words.differ_title, move || {
        let names: Vec<_> = rows.iter().map(|row| (row.field.clone(), row.asked.clone())).collect();
        view! {
            <h1>{words.differ_title.as_str()}</h1>
            <p class="lead">{words.differ_lead.as_str()}</p>
            <ProblemSummary page=shown.clone() names />
            <form method="post" action="/api/settle-booklet" class="typing" data-keys="[]">
                <Hidden name="screening" value=here.id.clone() />
                {rows.into_iter().map(|row| row.view(&shown)).collect_view()}
                <button class="button" type="submit">{words.settle.as_str()}</button>
            </form>
            <script type="module" src=(shown.state.assets)("typing.js")></script>
        }
    }))
}

/// A difference as it is drawn.
struct Row {
    /// Name of its field.
    field: String,
    /// The focus point it stands under.
    under: String,
    /// What was asked.
    asked: String,
    first: String,
    second: String,
    /// Value and words of what may stand there; none: a text does.
    choices: Option<Vec<(String, String)>>,
}

impl Row {
    fn of(page: &Page, questionnaire: &Questionnaire, one: Difference) -> Self {
        let (instrument, group) = (&questionnaire.instrument, &questionnaire.group);
        let texts = instrument.texts(&questionnaire.settings.language);
        let last = &page.words.answer.last;
        let owned = |choices: Vec<(&str, &String)>| {
            choices.into_iter().map(|(value, said)| (value.to_owned(), said.clone())).collect::<Vec<_>>()
        };
        let nothing = || (NOTHING.to_owned(), page.words.desk.typing.nothing.clone());
        let mut under = last.title.clone();
        let (asked, choices) = match &one.field {
            Field::Answer(indicator) => {
                let of = instrument
                    .focus_points
                    .iter()
                    .find(|point| point.indicators.iter().any(|own| own.id == *indicator));
                under = of.map(|point| texts.focus_point(&point.id).to_owned()).unwrap_or_default();
                let mut choices = answer_names(texts, instrument.scale, group);
                choices.push(nothing());
                (texts.item(indicator, group).unwrap_or_default().to_owned(), Some(choices))
            }
            Field::Comment(point) => {
                under = texts.focus_point(point).to_owned();
                (page.words.desk.typing.comment.clone(), None)
            }
            Field::OpenAnswer => {
                let own = texts.open_question.get(group).cloned();
                (own.unwrap_or_else(|| last.question.clone()), None)
            }
            Field::Consent => {
                let mut choices = owned(consents(last));
                choices.push(nothing());
                (last.consent.clone(), Some(choices))
            }
            Field::Help => (last.help.clone(), Some(owned(helps(last)))),
        };
        let field = format!("settled[{}]", one.field.name());
        Self { field, under, asked, first: one.first, second: one.second, choices }
    }

    fn view(self, page: &Page) -> AnyView {
        let words = &page.words.desk.typing;
        let Self { field, under, asked, first, second, choices } = self;
        let Some(choices) = choices else {
            let typed = |text: &str| {
                if text.is_empty() { vec![words.no_text.as_str().into_any()] } else { in_lines(text) }
            };
            return view! {
                <section class="box">
                    <p class="where">{under}</p>
                    <h2 class="card-title">{asked}</h2>
                    <div class="pair">
                        <div><p class="tag">{words.first_typed.as_str()}</p><p>{typed(&first)}</p></div>
                        <div><p class="tag">{words.second_typed.as_str()}</p><p>{typed(&second)}</p></div>
                    </div>
                    <TextArea
                        page=page.clone()
                        name=field
                        label=words.on_the_paper.as_str()
                        hint=words.text_hint.as_str()
                        value=second
                        rows=4
                    />
                </section>
            }
            .into_any();
        };
        let id = field_id(&field);
        let problem = page.memory.problem(&field).map(|problem| words::problem(page.words, problem));
        let wrong = problem.is_some();
        let described = described_by(&id, false, wrong);
        let chosen = page.memory.value(&field, "");
        let or_nothing = |value: String| if value.is_empty() { NOTHING.to_owned() } else { value };
        let typed = [or_nothing(first), or_nothing(second)];
        let radio = move |value: &str, said: &str, when: Option<&'static str>| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=field.clone()
                        value=value.to_owned()
                        checked=value == chosen
                    />
                    <span>
                        {when.map(|when| view! { <span class="quiet">{when}": "</span> })}{said.to_owned()}
                    </span>
                </label>
            }
        };
        let said = |value: &str| {
            choices.iter().find(|(known, _)| known == value).map(|(_, said)| said.clone()).unwrap_or_default()
        };
        let two = typed
            .iter()
            .zip([&words.first_typed, &words.second_typed])
            .map(|(value, when)| radio(value, &said(value), Some(when.as_str())))
            .collect_view();
        let others = choices.iter().filter(|(value, _)| !typed.contains(value));
        let others = others.map(|(value, said)| radio(value, said, None)).collect_view();
        view! {
            <fieldset class="box field" class:wrong=wrong id=id.clone() aria-describedby=described>
                <legend><span class="where">{under}</span><br />{asked}</legend>
                <Aside id=id.clone() hint=String::new() problem />
                <div class="pair">{two}</div>
                <p class="quiet">{words.other.as_str()}</p>
                <div class="typed-others">{others}</div>
            </fieldset>
        }
        .into_any()
    }
}
