//! Numbers invited, corrected while it is open: someone moved in, someone stopped.

use super::settings_fields::number_fields;
use crate::components::form::{Hidden, field_id};
use crate::page::Page;
use crate::words;
use leptos::prelude::*;
use screening::settings::State;
use workflow::screenings::Screening;

/// A fold with a field for each number; nothing where they can't be corrected any more.
#[component]
pub fn CorrectInvited(
    /// The request.
    page: Page,
    /// The screening.
    screening: Screening,
) -> impl IntoView {
    let may = matches!(screening.state, State::Open | State::Closing);
    let words = &page.words.desk.collect;
    let texts = screening.instrument.texts(page.language).clone();
    let wrong = page.memory.problems.iter().any(|problem| problem.field.starts_with("invited"));
    let problem = page.memory.problem("invited").map(|problem| words::problem(page.words, problem));
    let groups = screening
        .instrument
        .groups
        .iter()
        .map(|group| {
            view! {
                <fieldset class="group-fields">
                    <legend>{texts.group(&group.id).to_owned()}</legend>
                    {number_fields(&page, group, &screening.settings, &screening.settings.units)}
                </fieldset>
            }
        })
        .collect_view();
    may.then(|| {
        view! {
            <details class="box" open=wrong>
                <summary>{words.correct.as_str()}</summary>
                <p>{words.correct_lead.as_str()}</p>
                <form method="post" action="/api/correct-invited">
                    <Hidden name="screening" value=screening.id.clone() />
                    <div id=field_id("invited")>
                        {problem.map(|text| view! { <p class="problem">{text}</p> })}
                        {groups}
                    </div>
                    <button class="button" type="submit">{words.correct_save.as_str()}</button>
                </form>
            </details>
        }
    })
    .into_any()
}
