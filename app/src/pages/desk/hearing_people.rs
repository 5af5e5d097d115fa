//! When, where, and who is invited: numbers by role, and names only where somebody wants to type them.

use super::frame::SmallForm;
use super::hearing::Loaded;
use super::settings_fields::group_key;
use crate::components::form::{Hidden, TextArea, TextField, field_id};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::{Attendance, PersonRole, counted_groups, counted_name, half};
use workflow::hearings::{HearingPlan, HearingView};

/// The form, and what its numbers mean.
#[component]
pub fn People(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Its plan.
    plan: HearingPlan,
) -> impl IntoView {
    let words = &page.words.desk.hearing;
    let invited = half(&plan.invited, &loaded.screening.instrument);
    let invited_said = (invited.total > 0).then(|| {
        let answer = if invited.holds() { &words.yes } else { &words.no };
        let (users, total) = (invited.users.to_string(), invited.total.to_string());
        let values = [("users", users.as_str()), ("total", total.as_str()), ("answer", answer.as_str())];
        view! { <p class="half">{fill(&words.half_invited, &values)}</p> }
    });
    let conversation_id = field_id("conversation");
    let conversation = page.memory.value("conversation", if plan.conversation { "on" } else { "" }) == "on";
    view! {
        {invited_said}
        <form method="post" action="/api/plan-hearing">
            <Hidden name="screening" value=loaded.screening.id.clone() />
            <Hidden name="number" value=loaded.sitting.to_string() />
            <div class="pair">
                <TextField
                    page=page.clone()
                    name="date"
                    label=words.date.as_str()
                    hint=words.date_hint.as_str()
                    value=plan.date.clone()
                />
                <TextField page=page.clone() name="place" label=words.place.as_str() value=plan.place.clone() />
            </div>
            <Heads
                page=page.clone()
                loaded=loaded.clone()
                field="invited"
                legend=words.invited.as_str()
                numbers=plan.invited.clone()
            />
            <p class="hint">{words.who_counts.as_str()}</p>
            <div class="choice field">
                <input
                    type="checkbox"
                    id=conversation_id.clone()
                    name="conversation"
                    value="on"
                    checked=conversation
                />
                <label for=conversation_id>{words.conversation.as_str()}</label>
            </div>
            <button class="button" type="submit">{words.save.as_str()}</button>
        </form>
    }
    .into_any()
}

/// The list of names, folded away: nobody needs one.
#[component]
pub fn Names(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Its plan and its people.
    hearing: HearingView,
) -> impl IntoView {
    let words = &page.words.desk.hearing;
    let language = screening::language::of(page.language);
    let instrument = &loaded.screening.instrument;
    let people = hearing
        .people
        .iter()
        .map(|person| {
            let role = match &person.role {
                PersonRole::Group(group) => counted_name(group, instrument, language),
                PersonRole::Other => &words.others,
                PersonRole::Helper => &words.helper,
            };
            let role = language.inside(role);
            view! { <li>{format!("{} ({role})", person.name)}</li> }
        })
        .collect::<Vec<_>>();
    let values = |list: &str| {
        vec![
            ("screening", loaded.screening.id.clone()),
            ("number", loaded.sitting.to_string()),
            ("people", list.to_owned()),
        ]
    };
    let listed = (!people.is_empty()).then(|| {
        let count = fill(&words.names_now, &[("count", &people.len().to_string())]);
        view! {
            <p>{count}</p>
            <ul>{people}</ul>
            <SmallForm
                action="/api/invite-people"
                values=values("")
                label=words.names_forget.as_str()
                class="link"
            />
        }
    });
    let form = if hearing.plan.approved {
        view! { <p>{words.names_gone.as_str()}</p> }.into_any()
    } else {
        view! {
            <form method="post" action="/api/invite-people">
                <Hidden name="screening" value=loaded.screening.id.clone() />
                <Hidden name="number" value=loaded.sitting.to_string() />
                <TextArea
                    page=page.clone()
                    name="people"
                    label=words.names_field.as_str()
                    hint=words.names_hint.as_str()
                    rows=6
                />
                <button class="button quiet" type="submit">{words.names_save.as_str()}</button>
            </form>
        }
        .into_any()
    };
    let open = page.memory.problem("people").is_some() || listed.is_some();
    view! {
        <details class="box" open=open>
            <summary>{words.names.as_str()}</summary>
            <p>{words.names_lead.as_str()}</p>
            {listed}
            {form}
        </details>
    }
    .into_any()
}

/// How many of each role.
#[component]
pub fn Heads(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Name of the fields.
    field: &'static str,
    /// What is counted.
    legend: &'static str,
    /// How many there are.
    numbers: Attendance,
) -> impl IntoView {
    let words = &page.words.desk.hearing;
    let language = screening::language::of(page.language);
    let instrument = &loaded.screening.instrument;
    let written = |number: u32| if number == 0 { String::new() } else { number.to_string() };
    let fields = counted_groups(instrument)
        .into_iter()
        .map(|group| {
            let number = numbers.groups.get(&group).copied().unwrap_or_default();
            let name = counted_name(&group, instrument, language).to_owned();
            (group_key(group.as_str()), name, number)
        })
        .chain([("others".to_owned(), words.others.clone(), numbers.others)])
        .map(|(key, label, number)| {
            view! {
                <TextField
                    page=page.clone()
                    name=format!("{field}[{key}]")
                    label=label
                    value=written(number)
                    kind="number"
                    class="short"
                />
            }
        })
        .collect_view();
    view! {
        <fieldset class="box">
            <legend>{legend}</legend>
            <div class="row-fields">{fields}</div>
        </fieldset>
    }
    .into_any()
}
