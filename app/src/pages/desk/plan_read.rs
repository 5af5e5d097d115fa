//! What a goal's pages share, for those who write it and those who follow it: what is agreed, where it stands, its
//! milestones and follow-ups.

use super::dates::written;
use super::frame::in_lines;
use crate::components::plot::Plot;
use crate::page::Page;
use crate::words::fill;
use jiff::civil::Date;
use leptos::prelude::*;
use screening::instrument::Instrument;
use screening::language;
use screening::plan::{FollowUp, Goal, Milestone, goal_answers, goal_facts, next_follow_up, progress};

/// A day without its weekday: *7. oktober 2026*.
pub fn day(page: &Page, date: Date) -> String {
    language::of(page.language).date(date.year(), date.month(), date.day())
}

/// What is agreed.
pub fn facts(page: &Page, instrument: &Instrument, goal: &Goal) -> AnyView {
    let language = language::of(page.language);
    let facts = goal_facts(goal, instrument, language).into_iter().chain(goal_answers(goal, language)).map(
        |(label, text)| {
            view! { <dt>{label}</dt><dd>{in_lines(&text)}</dd> }
        },
    );
    view! { <dl class="facts">{facts.collect_view()}</dl> }.into_any()
}

/// Where it is and wants to be, and when somebody looks next.
pub fn standing(page: &Page, goal: &Goal, today: Date) -> AnyView {
    let words = &page.words.desk.plan;
    let position = goal.latest().zip(goal.wanted).map(|(now, wanted)| {
        let values = [("now", now.to_string()), ("wanted", wanted.to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        view! { <p>{fill(&words.stands, &values)}</p> }
    });
    let next = next_follow_up(goal).map(|date| {
        let text = if date < today { &words.late } else { &words.follow_up_on };
        let class = if date < today { "notice" } else { "" };
        view! { <p class=class>{fill(text, &[("day", &written(page, date))])}</p> }
    });
    view! {
        {position}
        {next}
    }
    .into_any()
}

/// A milestone in a line: what, by when, and how it stands.
pub fn milestone(page: &Page, one: &Milestone, today: Date) -> AnyView {
    let words = &page.words.desk.way;
    let state = match one.done {
        Some(date) => fill(&words.done_on, &[("day", &day(page, date))]),
        None if one.is_late(today) => format!("{}. {}", day(page, one.due), words.late),
        None if one.is_far(today) => format!("{}. {}", day(page, one.due), words.far),
        None => day(page, one.due),
    };
    view! {
        <p class="milestone">
            <strong>{one.text.clone()}</strong>
            <br />
            <span class="quiet">{state}</span>
        </p>
    }
    .into_any()
}

/// The way until now: drawn, and each follow-up in words.
pub fn follow_ups(page: &Page, goal: &Goal, prefix: &str) -> AnyView {
    let words = &page.words.desk.way;
    if goal.follow_ups.is_empty() {
        return view! { <p>{words.no_follow_ups.as_str()}</p> }.into_any();
    }
    let fold = page.words.common.table.as_str();
    let plot = progress(goal, prefix, language::of(page.language)).map(|chart| view! { <Plot chart fold /> });
    let made = goal.follow_ups.iter().rev().map(|one| follow_up(page, one)).collect_view();
    view! {
        {plot}
        <ul class="cards">{made}</ul>
    }
    .into_any()
}

fn follow_up(page: &Page, one: &FollowUp) -> AnyView {
    let language = language::of(page.language);
    let words = language.plan();
    let [_, _, value, well, differently, _] = words.follow_ups;
    let said = [(well, &one.well), (differently, &one.differently)];
    let said = said.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| {
        view! {
            <p>
                <span class="quiet">{format!("{label}: ")}</span>
                {in_lines(text)}
            </p>
        }
    });
    let decided = match one.reason.is_empty() {
        true => language.decision(one.decision).to_owned(),
        false => format!("{}: {}", language.decision(one.decision), one.reason),
    };
    view! {
        <li>
            <p class="tag">{day(page, one.date)}</p>
            <p><strong>{format!("{value}: {}", one.now)}</strong></p>
            {said.collect_view()}
            <p>{decided}</p>
        </li>
    }
    .into_any()
}
