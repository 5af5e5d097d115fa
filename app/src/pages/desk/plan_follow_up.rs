//! A follow-up: two minutes at the end of a meeting.

use super::dates::today;
use super::frame;
use super::plan::goal_address;
use super::plan_goal::{Loaded, hidden};
use super::plan_part_fields::{steps, typed};
use super::plan_read::day;
use crate::components::form::{Aside, Hidden, ProblemSummary, TextArea, TextField, field_id};
use crate::error::PageError;
use crate::page::Page;
use crate::words::{self, fill};
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::language;
use screening::plan::{Decision, Goal};
use workflow::{Error, Problem};

/// The page.
pub async fn get(page: Page, Path((id, goal)): Path<(String, String)>) -> Result<Response, PageError> {
    let loaded = Loaded::of(&page, &id, &goal).await?;
    if !loaded.stored.goal.is_open() || !loaded.stored.goal.lacks().is_empty() {
        return Err(PageError(Error::Refused(Problem::WrongState)));
    }
    let words = &page.words.desk.way;
    let shown = page.clone();
    let course = loaded.course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let goal = &loaded.stored.goal;
        let area = |field: &str, label: &'static str, hint: &'static str| {
            view! { <TextArea page=shown.clone() name=typed(field) label=label hint=hint rows=2 /> }
        };
        let names = [
            ("date", &words.date),
            ("now", &words.now),
            ("well", &words.well),
            ("differently", &words.differently),
            ("decision", &words.decision),
            ("reason", &words.reason),
        ];
        let names: Vec<_> = names.map(|(field, name)| (typed(field), name.clone())).into();
        let back = goal_address(&loaded.course.id, &loaded.stored.id, "");
        view! {
            <p class="where"><a href=back>{goal.statement.clone()}</a></p>
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <ProblemSummary page=shown.clone() names />
            {last_time(&shown, goal)}
            <form method="post" action="/api/write-goal">
                {hidden(&loaded)}
                <Hidden name="part" value="follow-up" />
                <TextField
                    page=shown.clone()
                    name=typed("date")
                    label=words.date.as_str()
                    value=today(&shown).to_string()
                    kind="date"
                    class="date"
                />
                {steps(&shown, "now", &words.now, &shown.words.desk.goal.now_hint, None)}
                {area("well", &words.well, &words.well_hint)}
                {area("differently", &words.differently, &words.differently_hint)}
                {decisions(&shown)}
                {area("reason", &words.reason, &words.reason_hint)}
                <button class="button" type="submit">{words.save.as_str()}</button>
            </form>
        }
    }))
}

/// Where it stood, and what was meant to be done differently since.
fn last_time(page: &Page, goal: &Goal) -> Option<AnyView> {
    let words = &page.words.desk.way;
    let (date, now) = match goal.follow_ups.last() {
        Some(last) => (last.date, last.now),
        None => (goal.begins?, goal.now?),
    };
    let text = fill(&words.last_time, &[("day", &day(page, date)), ("now", &now.to_string())]);
    let then = goal.follow_ups.last().map(|last| last.differently.clone()).filter(|text| !text.is_empty());
    let then = then.map(|text| fill(&words.said_then, &[("text", &text)]));
    Some(
        view! {
            <div class="notice">
                <p>{text}</p>
                {then.map(|text| view! { <p>{text}</p> })}
            </div>
        }
        .into_any(),
    )
}

fn decisions(page: &Page) -> AnyView {
    let language = language::of(page.language);
    let name = typed("decision");
    let id = field_id(&name);
    let problem = page.memory.problem(&name).map(|problem| words::problem(page.words, problem));
    let wrong = problem.is_some();
    let chosen = page.memory.value(&name, "");
    let choices = Decision::ALL.map(|decision| {
        let html = format!("{id}-{}", decision.id());
        let checked = chosen == decision.id();
        view! {
            <div class="choice">
                <input
                    type="radio"
                    id=html.clone()
                    name=name.clone()
                    value=decision.id()
                    checked=checked
                />
                <label for=html>{language.decision(decision)}</label>
            </div>
        }
    });
    view! {
        <fieldset class="field" class:wrong=wrong id=id.clone()>
            <legend>{page.words.desk.way.decision.as_str()}</legend>
            <Aside id=id.clone() hint=String::new() problem />
            {choices.collect_view()}
        </fieldset>
    }
    .into_any()
}
