//! *Er I klar?*: what carries a screening, in the place's own words. Its user fills it in with a planning group round
//! the table, some of it today and some after a telephone call.

use super::course::Course;
use super::frame;
use super::lacks::{expense_field, expense_words, ground_field, ground_words};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, Select, TextArea, TextField};
use crate::error::PageError;
use crate::page::Page;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::preparation::{Expense, Ground, LEAST_PLANNING_USERS, Preparation, Stage, Tie};
use screening::settings::State;
use workflow::screenings::Screening;

/// The page: a form while it is being prepared, afterwards what was written.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.ready;
    let shown = page.clone();
    let back = course.address("forbered");
    Ok(frame::render(&page, &course, &words.title, move || {
        let body = if screening.state == State::Prepared {
            view! { <Questions page=shown.clone() screening=screening.clone() /> }.into_any()
        } else {
            written(&shown, &screening.settings.preparation)
        };
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {warning(&shown, screening.settings.preparation.tie)}
            {body}
            <p><a href=back>{words.back.as_str()}</a></p>
        }
    }))
}

/// What a facilitator is told who belongs to the place.
pub fn warning(page: &Page, tie: Option<Tie>) -> Option<AnyView> {
    let words = &page.words.desk.ready;
    let text = match tie? {
        Tie::Outside => return None,
        Tie::Works => &words.warning_works,
        Tie::Leads => &words.warning_leads,
    };
    Some(view! { <p class="notice">{text.as_str()}</p> }.into_any())
}

#[component]
fn Questions(page: Page, screening: Screening) -> impl IntoView {
    let words = &page.words.desk.ready;
    let own = screening.settings.preparation.clone();
    let area = |name: String, label: &'static str, hint: &'static str, value: String| {
        view! { <TextArea page=page.clone() name label=label hint=hint value rows=2 /> }
    };
    let choices = |known: Vec<(&'static str, &'static str)>| {
        let known = known.into_iter().map(|(value, text)| (value.to_owned(), text.to_owned()));
        std::iter::once((String::new(), words.choose.clone())).chain(known).collect::<Vec<_>>()
    };
    let stages = choices(Stage::ALL.map(|stage| (stage.id(), stage_words(&page, stage))).to_vec());
    let ties = choices(Tie::ALL.map(|tie| (tie.id(), tie_words(&page, tie))).to_vec());
    let grounds = Ground::ALL.map(|ground| {
        let (label, hint) = ground_words(page.words, ground);
        area(ground_field(ground), label, hint, own.grounds.get(&ground).cloned().unwrap_or_default())
    });
    let expenses = Expense::ALL.map(|expense| {
        let (label, hint) = expense_words(page.words, expense);
        area(expense_field(expense), label, hint, own.budget.get(&expense).cloned().unwrap_or_default())
    });
    let users = own.planning_users.map(|users| users.to_string()).unwrap_or_default();
    let few = own.planning_users.is_some_and(|users| users < LEAST_PLANNING_USERS);
    let few = few.then(|| view! { <p class="notice">{words.few_users_why.as_str()}</p> });
    view! {
        <form method="post" action="/api/save-readiness">
            <Hidden name="screening" value=screening.id.clone() />
            <h2>{words.grounds.as_str()}</h2>
            <p>{words.grounds_lead.as_str()}</p>
            <Select
                page=page.clone()
                name="stage"
                label=words.stage.as_str()
                hint=words.stage_hint.as_str()
                choices=stages
                value=own.stage.map(Stage::id).unwrap_or_default()
            />
            {grounds.collect_view()}
            <h2>{words.group.as_str()}</h2>
            {area(
                "planning_group".to_owned(),
                &words.planning_group,
                &words.planning_group_hint,
                own.planning_group.clone(),
            )}
            {few}
            <TextField
                page=page.clone()
                name="planning_users"
                label=words.planning_users.as_str()
                hint=words.planning_users_hint.as_str()
                value=users
                kind="number"
                class="short"
            />
            {area(
                "staff_representatives".to_owned(),
                &words.representatives,
                &words.representatives_hint,
                own.staff_representatives.clone(),
            )}
            <h2>{words.budget.as_str()}</h2>
            <p>{words.budget_lead.as_str()}</p>
            {expenses.collect_view()}
            <h2>{words.you.as_str()}</h2>
            <Select
                page=page.clone()
                name="tie"
                label=words.tie.as_str()
                hint=words.tie_hint.as_str()
                choices=ties
                value=own.tie.map(Tie::id).unwrap_or_default()
            />
            <button class="button" type="submit">{words.save.as_str()}</button>
        </form>
    }
    .into_any()
}

fn stage_words(page: &Page, stage: Stage) -> &'static str {
    let words = &page.words.desk.ready;
    match stage {
        Stage::Planning => &words.stage_planning,
        Stage::UnderWay => &words.stage_under_way,
    }
}

fn tie_words(page: &Page, tie: Tie) -> &'static str {
    let words = &page.words.desk.ready;
    match tie {
        Tie::Outside => &words.tie_outside,
        Tie::Works => &words.tie_works,
        Tie::Leads => &words.tie_leads,
    }
}

/// What was written before it opened.
fn written(page: &Page, own: &Preparation) -> AnyView {
    let words = &page.words.desk.ready;
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    lines
        .push((&words.stage, own.stage.map(|stage| stage_words(page, stage)).unwrap_or_default().to_owned()));
    for ground in Ground::ALL {
        let (label, _) = ground_words(page.words, ground);
        lines.push((label, own.grounds.get(&ground).cloned().unwrap_or_default()));
    }
    lines.push((&words.planning_group, own.planning_group.clone()));
    let users = own.planning_users.map(|users| users.to_string()).unwrap_or_default();
    lines.push((&words.planning_users, users));
    lines.push((&words.representatives, own.staff_representatives.clone()));
    for expense in Expense::ALL {
        let (label, _) = expense_words(page.words, expense);
        lines.push((label, own.budget.get(&expense).cloned().unwrap_or_default()));
    }
    lines.push((&words.tie, own.tie.map(|tie| tie_words(page, tie)).unwrap_or_default().to_owned()));
    let nothing = &page.words.desk.prepare.nothing;
    let lines = lines.into_iter().map(|(label, text)| {
        let text = if text.is_empty() { nothing.clone() } else { text };
        view! { <dt>{label}</dt><dd>{frame::in_lines(&text)}</dd> }
    });
    view! {
        <p class="notice">{words.frozen.as_str()}</p>
        <dl class="facts">{lines.collect_view()}</dl>
    }
    .into_any()
}
