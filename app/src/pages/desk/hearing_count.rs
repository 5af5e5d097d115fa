//! Counting heads: the big sentence, the form, and what is done below half.

use super::frame::SmallForm;
use super::hearing::Loaded;
use super::hearing_people::Heads;
use crate::components::form::{Hidden, Select};
use crate::page::Page;
use leptos::prelude::*;
use screening::hearing::{Below, Count, Moment, half};
use screening::instrument::Instrument;
use workflow::hearings::HearingPlan;

/// A moment in the value of its field.
pub fn moment_value(moment: Moment) -> &'static str {
    match moment {
        Moment::Start => "start",
        Moment::FirstBreak => "first-break",
        Moment::SecondBreak => "second-break",
    }
}

/// What is done below half, in the value of its field.
pub fn below_value(below: Below) -> &'static str {
    match below {
        Below::Waited => "waited",
        Below::Seats => "seats",
        Below::Conversation => "conversation",
    }
}

/// The moment that is counted next: one below half again, else the first that wasn't counted.
fn next_moment(counts: &[Count], instrument: &Instrument) -> Moment {
    let waits = |count: &&Count| {
        half(&count.present, instrument).calls_for_conversation() && count.below != Some(Below::Conversation)
    };
    let again = counts.iter().rev().take(1).find(waits).map(|count| count.moment);
    let fresh = Moment::ALL.into_iter().find(|moment| counts.iter().all(|count| count.moment != *moment));
    again.or(fresh).unwrap_or(Moment::SecondBreak)
}

/// The sentence that everyone may see, and, below half, what can be done.
#[component]
pub fn Standing(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Its plan.
    plan: HearingPlan,
) -> impl IntoView {
    let words = &page.words.desk.room;
    let language = screening::language::of(page.language);
    let instrument = &loaded.screening.instrument;
    let present = half(&plan.present, instrument);
    let said = if present.total > 0 { language.half(present) } else { words.not_counted.clone() };
    let newest = plan.counts.iter().rev().find(|count| count.present == plan.present);
    let below = newest.filter(|_| present.calls_for_conversation() && !plan.approved).map(|count| {
        let choices = Below::ALL
            .into_iter()
            // Where no user is, no seat given up makes it half.
            .filter(|below| *below != Below::Seats || present.users > 0)
            .map(|below| {
                let values = vec![
                    ("screening", loaded.screening.id.clone()),
                    ("number", loaded.sitting.to_string()),
                    ("moment", moment_value(count.moment).to_owned()),
                    ("below", below_value(below).to_owned()),
                ];
                let chosen = count.below == Some(below);
                let class = if chosen { "button small" } else { "button quiet small" };
                view! {
                    <li>
                        <SmallForm action="/api/decide-below" values label=language.below(below) class=class />
                    </li>
                }
            })
            .collect_view();
        let again = matches!(count.below, Some(Below::Waited | Below::Seats))
            .then(|| view! { <p>{words.count_again.as_str()}</p> });
        view! {
            <div class="notice">
                <p><strong>{words.below.as_str()}</strong></p>
                <p>{language.missing(present)}</p>
                <ul class="choices">{choices}</ul>
                {again}
            </div>
        }
    });
    let conversation = plan.conversation.then(|| view! { <p class="notice">{words.held_as.as_str()}</p> });
    let counts = (plan.counts.len() > 1).then(|| {
        let lines = plan
            .counts
            .iter()
            .map(|count| {
                let half = language.half(half(&count.present, instrument));
                view! { <li>{format!("{}: {half}", language.moment(count.moment))}</li> }
            })
            .collect_view();
        view! {
            <p class="where">{words.earlier.as_str()}</p>
            <ul>{lines}</ul>
        }
    });
    view! {
        <div id="stilling" data-live="">
            <p class="half big-half" role="status">{said}</p>
            {below}
            {conversation}
            {counts}
        </div>
    }
    .into_any()
}

/// The form that counts.
#[component]
pub fn CountRoom(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Its plan.
    plan: HearingPlan,
) -> impl IntoView {
    let words = &page.words.desk.room;
    let language = screening::language::of(page.language);
    let moments = Moment::ALL
        .into_iter()
        .map(|moment| (moment_value(moment).to_owned(), language.moment(moment).to_owned()))
        .collect();
    let next = next_moment(&plan.counts, &loaded.screening.instrument);
    view! {
        <form
            id="taelling"
            method="post"
            action="/api/count-room"
            data-send=""
            data-live=""
            data-less=words.less.as_str()
            data-more=words.more.as_str()
        >
            <Hidden name="screening" value=loaded.screening.id.clone() />
            <Hidden name="number" value=loaded.sitting.to_string() />
            <Select
                page=page.clone()
                name="moment"
                label=words.when.as_str()
                choices=moments
                value=moment_value(next)
            />
            <Heads
                page=page.clone()
                loaded=loaded.clone()
                field="present"
                legend=words.count.as_str()
                numbers=plan.present.clone()
            />
            <button class="button" type="submit">{words.save.as_str()}</button>
        </form>
    }
    .into_any()
}
