//! A goal is written in four calm parts, one page each: what, when and who, the five questions, where we are. A group
//! fills them in together, perhaps over two meetings; each part is kept by itself.

use super::course::Course;
use super::dates::today;
use super::frame::{self, numbered};
use super::plan::{OWN, PLAN, goal_address, new_address};
use super::plan_goal::{Loaded, hidden};
use super::plan_part_fields::{people, position, questions, typed};
use super::plan_read::facts;
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, Select, TextArea, TextField, field_id};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::id::FocusPointId;
use screening::instrument::Instrument;
use screening::language;
use screening::plan::{Goal, LifeArea, has_room};
use workflow::plans::Proposal;
use workflow::{Error, Problem};

/// The parts in their order, as in addresses.
pub const PARTS: [&str; 4] = ["1", "2", "3", "4"];

/// What a part is called.
pub fn part_name(page: &Page, part: &str) -> &'static str {
    let words = &page.words.desk.goal;
    match part {
        "1" => &words.aim,
        "2" => &words.people,
        "3" => &words.questions,
        _ => &words.position,
    }
}

fn part_of_four(page: &Page, part: &str) -> String {
    fill(&page.words.desk.goal.part, &[("part", part), ("name", part_name(page, part))])
}

/// A new goal, begun from a proposal or from nothing.
pub async fn new(page: Page, Path((id, proposal)): Path<(String, String)>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let plan = page.state.workflow.plan(&page.actor, &id).await?;
    let proposals = page.state.workflow.plan_proposals(&page.actor, &id).await?;
    let chosen = proposal.parse::<usize>().ok().and_then(|place| proposals.get(place.checked_sub(1)?));
    let chosen: Option<Proposal> = chosen.cloned();
    if chosen.is_none() && proposal != OWN {
        return Err(PageError(Error::NotFound));
    }
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.goal;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.new, move || {
        let room = has_room(plan.goals.iter().map(|stored| &stored.goal));
        let goal = chosen.clone().map_or_else(Goal::default, |chosen| Goal {
            statement: chosen.text,
            activity: chosen.first_step,
            ..Goal::default()
        });
        let near = chosen.and_then(|chosen| chosen.focus_point);
        let form = room.then(|| {
            view! {
                <form method="post" action="/api/write-goal">
                    <Hidden name="screening" value=here.id.clone() />
                    <Hidden name="proposal" value=proposal />
                    <Hidden name="part" value="1" />
                    {aim(&shown, &plan.screening.instrument, &goal, near.as_ref())}
                    <button class="button" type="submit">{words.save_next.as_str()}</button>
                </form>
            }
        });
        let full = (!room).then(|| view! { <p class="notice">{words.no_room.as_str()}</p> });
        view! {
            <p class="where"><a href=here.address(PLAN)>{shown.words.desk.plan.title.as_str()}</a></p>
            <h1>{words.new.as_str()}</h1>
            <p class="tag">{part_of_four(&shown, "1")}</p>
            <ProblemSummary page=shown.clone() />
            {full}
            {form}
        }
    }))
}

/// One part of a goal that is there.
pub async fn get(
    page: Page,
    Path((id, goal, part)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let part = PARTS.into_iter().find(|known| *known == part).ok_or(PageError(Error::NotFound))?;
    let loaded = Loaded::of(&page, &id, &goal).await?;
    let words = &page.words.desk.goal;
    let shown = page.clone();
    let course = loaded.course.clone();
    let title = part_of_four(&page, part);
    Ok(frame::render(&page, &course, &title, move || {
        let goal = &loaded.stored.goal;
        let instrument = &loaded.plan.screening.instrument;
        let fields = match part {
            "1" => aim(&shown, instrument, goal, None),
            "2" => people(&shown, goal, today(&shown)),
            "3" => questions(&shown, goal),
            _ => position(&shown, goal),
        };
        // Typed text that could not be saved stands in the form; beside it what stands there now.
        let changed = shown.memory.problems.iter().any(|one| one.problem == Problem::Changed);
        let meanwhile = changed.then(|| {
            view! {
                <details class="box" open=true>
                    <summary>{shown.words.desk.plan.written_now.as_str()}</summary>
                    <p><strong>{goal.statement.clone()}</strong></p>
                    {facts(&shown, instrument, goal)}
                </details>
            }
        });
        let save = if part == "4" { &words.save_last } else { &words.save_next };
        let back = goal_address(&loaded.course.id, &loaded.stored.id, "");
        view! {
            <p class="where"><a href=back>{goal.statement.clone()}</a></p>
            <h1>{part_name(&shown, part)}</h1>
            <p class="tag">{part_of_four(&shown, part)}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {meanwhile}
            <form method="post" action="/api/write-goal">
                {hidden(&loaded)}
                <Hidden name="part" value=part />
                {fields}
                <button class="button" type="submit">{save.as_str()}</button>
            </form>
        }
    }))
}

/// Where a part's form is.
pub fn part_address(screening: &str, goal: &str, proposal: &str, part: &str) -> String {
    match (goal, part) {
        ("", _) => new_address(screening, if proposal.is_empty() { OWN } else { proposal }),
        (goal, "milestone") => goal_address(screening, goal, ""),
        (goal, "follow-up") => goal_address(screening, goal, "opfoelgning"),
        (goal, part) => goal_address(screening, goal, part),
    }
}

/// First part: what is wanted, why, what is done, and what it is about.
fn aim(page: &Page, instrument: &Instrument, goal: &Goal, near: Option<&FocusPointId>) -> AnyView {
    let words = &page.words.desk.goal;
    let language = language::of(page.language);
    let areas = LifeArea::ALL.map(|area| (area.id().to_owned(), language.life_area(area).to_owned()));
    let areas = std::iter::once((String::new(), words.no_area.clone())).chain(areas).collect();
    view! {
        <TextField
            page=page.clone()
            name=typed("statement")
            label=words.statement.as_str()
            hint=words.statement_hint.as_str()
            value=goal.statement.clone()
        />
        <TextArea
            page=page.clone()
            name=typed("why")
            label=words.why.as_str()
            hint=words.why_hint.as_str()
            value=goal.why.clone()
            rows=3
        />
        <TextArea
            page=page.clone()
            name=typed("activity")
            label=words.activity.as_str()
            hint=words.activity_hint.as_str()
            value=goal.activity.clone()
            rows=3
        />
        {indicators(page, instrument, goal, near)}
        <Select
            page=page.clone()
            name=typed("life_area")
            label=words.life_area.as_str()
            hint=words.life_area_hint.as_str()
            choices=areas
            value=goal.life_area.map(LifeArea::id).unwrap_or_default()
        />
    }
    .into_any()
}

/// Boxes to tick, behind the titles of their focus points; what the goal is near to stands open.
fn indicators(page: &Page, instrument: &Instrument, goal: &Goal, near: Option<&FocusPointId>) -> AnyView {
    let words = &page.words.desk.goal;
    let texts = instrument.texts(page.language);
    let typed_before = page.memory.values.contains_key(&typed("statement"));
    let points = instrument.focus_points.iter().map(|point| {
        let mut any = near == Some(&point.id);
        let mut choices = Vec::new();
        for one in &point.indicators {
            let name = format!("indicators[row-{}]", one.id);
            let checked = if typed_before {
                page.memory.value(&name, "") == "on"
            } else {
                goal.indicators.contains(&one.id)
            };
            any = any || checked;
            let html = field_id(&name);
            let title = numbered(one.id.as_str(), texts.indicator(&one.id));
            choices.push(view! {
                <div class="choice">
                    <input type="checkbox" id=html.clone() name=name value="on" checked=checked />
                    <label for=html>{title}</label>
                </div>
            });
        }
        let title = numbered(point.id.as_str(), texts.focus_point(&point.id));
        view! {
            <details class="fold" open=any>
                <summary>{title}</summary>
                {choices}
            </details>
        }
    });
    view! {
        <fieldset class="field" id=field_id("indicators")>
            <legend>{words.indicators.as_str()}</legend>
            <p class="hint">{words.indicators_hint.as_str()}</p>
            {points.collect_view()}
        </fieldset>
    }
    .into_any()
}
