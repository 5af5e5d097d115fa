//! When, where, who is invited and who is in the room; the half rule said as soon as the numbers are kept.

use super::hearing::Loaded;
use super::settings_fields::group_key;
use crate::components::form::{Hidden, TextField, field_id};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::{Attendance, half};
use workflow::hearings::HearingPlan;

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
    let language = screening::language::of(page.language);
    let instrument = &loaded.screening.instrument;
    let invited = half(&plan.invited, instrument);
    let present = half(&plan.present, instrument);
    let invited_said = (invited.total > 0).then(|| {
        let answer = if invited.holds() { &words.yes } else { &words.no };
        let values = [
            ("users", invited.users.to_string()),
            ("total", invited.total.to_string()),
            ("answer", answer.clone()),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        view! { <p class="half">{fill(&words.half_invited, &values)}</p> }
    });
    let present_said =
        (present.total > 0).then(|| view! { <p class="half" role="status">{language.half(present)}</p> });
    let below = (present.total > 0 && !present.holds()).then(|| {
        view! {
            <div class="notice">
                <p>{words.below.as_str()}</p>
                <ul>
                    <li>{words.below_wait.as_str()}</li>
                    <li>{words.below_seats.as_str()}</li>
                    <li>{words.below_conversation.as_str()}</li>
                </ul>
            </div>
        }
    });
    let conversation_id = field_id("conversation");
    let conversation = page.memory.value("conversation", if plan.conversation { "on" } else { "" }) == "on";
    view! {
        {invited_said}
        {present_said}
        {below}
        <form method="post" action="/api/save-hearing">
            <Hidden name="screening" value=loaded.screening.id.clone() />
            <Hidden name="number" value=u8::from(loaded.number).to_string() />
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
            <div class="pair">
                <Numbers
                    page=page.clone()
                    loaded=loaded.clone()
                    field="invited"
                    legend=words.invited.as_str()
                    numbers=plan.invited.clone()
                />
                <Numbers
                    page=page.clone()
                    loaded=loaded.clone()
                    field="present"
                    legend=words.present.as_str()
                    numbers=plan.present.clone()
                />
            </div>
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

/// How many of each role.
#[component]
fn Numbers(
    page: Page,
    loaded: Loaded,
    field: &'static str,
    legend: &'static str,
    numbers: Attendance,
) -> impl IntoView {
    let words = &page.words.desk.hearing;
    let texts = loaded.screening.instrument.texts(page.language);
    let written = |number: u32| if number == 0 { String::new() } else { number.to_string() };
    let fields = loaded
        .screening
        .instrument
        .groups
        .iter()
        .map(|group| {
            let number = numbers.groups.get(&group.id).copied().unwrap_or_default();
            (group_key(group.id.as_str()), texts.group(&group.id).to_owned(), number)
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
            {fields}
        </fieldset>
    }
    .into_any()
}
