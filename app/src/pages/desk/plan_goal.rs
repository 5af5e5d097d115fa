//! A goal: what is agreed, what it lacks, its milestones and follow-ups.

use super::course::Course;
use super::dates::today;
use super::frame::{self, SmallForm};
use super::plan::{PLAN, goal_address};
use super::plan_part::{PARTS, part_name};
use super::plan_read::{facts, follow_ups, milestone, standing};
use crate::components::form::{Hidden, ProblemSummary, SavedNotice, TextField};
use crate::error::PageError;
use crate::page::Page;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::language;
use screening::plan::{Goal, Lack};
use workflow::Error;
use workflow::plans::{PlanView, StoredGoal};

/// A goal of a plan, with its screening's course.
pub struct Loaded {
    /// The plan.
    pub plan: PlanView,
    /// The goal.
    pub stored: StoredGoal,
    /// Where the screening stands.
    pub course: Course,
}

impl Loaded {
    /// Asks for it; a facilitator's alone.
    pub async fn of(page: &Page, id: &str, goal: &str) -> Result<Self, PageError> {
        let screening = page.state.workflow.screening(&page.actor, id).await?;
        let plan = page.state.workflow.plan(&page.actor, id).await?;
        let stored = plan.goals.iter().find(|stored| stored.id == goal).cloned();
        let stored = stored.ok_or(PageError(Error::NotFound))?;
        Ok(Self { course: Course::of(page, &screening).await?, plan, stored })
    }

    /// What tells a form which goal it is about, as it was seen.
    pub fn hidden(&self) -> Vec<(&'static str, String)> {
        vec![
            ("screening", self.course.id.clone()),
            ("goal", self.stored.id.clone()),
            ("seen", self.stored.revision.to_string()),
        ]
    }
}

/// The page.
pub async fn get(page: Page, Path((id, goal)): Path<(String, String)>) -> Result<Response, PageError> {
    let loaded = Loaded::of(&page, &id, &goal).await?;
    let shown = page.clone();
    let course = loaded.course.clone();
    let title = loaded.stored.goal.statement.clone();
    Ok(frame::render(&page, &course, &title, move || {
        let words = shown.words;
        let (plan, way) = (&words.desk.plan, &words.desk.way);
        let goal = &loaded.stored.goal;
        let today = today(&shown);
        let ready = goal.is_open() && goal.lacks().is_empty();
        let look = ready.then(|| {
            let href = goal_address(&loaded.course.id, &loaded.stored.id, "opfoelgning");
            view! { <p><a class="button" href=href>{plan.do_follow_up.as_str()}</a></p> }
        });
        let instrument = &loaded.plan.screening.instrument;
        view! {
            <p class="where"><a href=loaded.course.address(PLAN)>{plan.title.as_str()}</a></p>
            <h1>{goal.statement.clone()}</h1>
            <p class="tag">{language::of(shown.language).goal_state(goal.state())}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {lacks(&shown, &loaded)}
            {standing(&shown, goal, today)}
            {look}
            {milestones(&shown, &loaded)}
            <h2 id="opfoelgninger">{way.follow_ups.as_str()}</h2>
            {follow_ups(&shown, goal, "fremgang")}
            {take_back(&shown, &loaded)}
            {agreed(&shown, &loaded, facts(&shown, instrument, goal))}
            {remove(&shown, &loaded)}
        }
    }))
}

/// What is missing before it can begin, each with where it is mended.
fn lacks(page: &Page, loaded: &Loaded) -> Option<AnyView> {
    let words = &page.words.desk.goal;
    let goal: &Goal = &loaded.stored.goal;
    if !goal.is_open() || goal.lacks().is_empty() {
        return None;
    }
    let lacks = goal.lacks().into_iter().map(|lack| {
        let (text, part) = match lack {
            Lack::Period => (&words.lack_period, "2"),
            Lack::User => (&words.lack_user, "2"),
            Lack::Position => (&words.lack_position, "4"),
        };
        let href = goal_address(&loaded.course.id, &loaded.stored.id, part);
        view! { <li><a href=href>{text.as_str()}</a></li> }
    });
    Some(
        view! {
            <section class="box next-step">
                <p>{words.lacks.as_str()}</p>
                <ul>{lacks.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn milestones(page: &Page, loaded: &Loaded) -> AnyView {
    let words = &page.words.desk.way;
    let today = today(page);
    let goal = &loaded.stored.goal;
    let button = |number: u32, change: &str, label: &'static str, about: &str| {
        let mut values = loaded.hidden();
        values.push(("change", change.to_owned()));
        values.push(("number", number.to_string()));
        view! { <SmallForm action="/api/change-goal" values label about class="link" /> }
    };
    let rows = goal.milestones.iter().map(|one| {
        let tick = match one.done {
            None => button(one.number, "tick", &words.tick, &one.text),
            Some(_) => button(one.number, "untick", &words.untick, &one.text),
        };
        view! {
            <li class:ticked=one.done.is_some()>
                {milestone(page, one, today)}
                <div class="row-buttons">{tick}{button(one.number, "drop", &words.drop, &one.text)}</div>
            </li>
        }
    });
    let list = if goal.milestones.is_empty() {
        view! { <p>{words.no_milestones.as_str()}</p> }.into_any()
    } else {
        view! { <ul class="cards">{rows.collect_view()}</ul> }.into_any()
    };
    let add = goal.is_open().then(|| {
        let hidden = hidden(loaded);
        view! {
            <form method="post" action="/api/write-goal" class="add-milestone">
                {hidden}
                <Hidden name="part" value="milestone" />
                <TextField
                    page=page.clone()
                    name="typed[text]"
                    label=words.milestone.as_str()
                    hint=words.milestone_hint.as_str()
                />
                <TextField
                    page=page.clone()
                    name="typed[due]"
                    label=words.due.as_str()
                    kind="date"
                    class="date"
                />
                <button class="button quiet" type="submit">{words.add.as_str()}</button>
            </form>
        }
    });
    view! {
        <h2 id="delmaal">{words.milestones.as_str()}</h2>
        <p>{words.milestones_lead.as_str()}</p>
        {list}
        {add}
    }
    .into_any()
}

/// The hidden fields of a form about this goal.
pub fn hidden(loaded: &Loaded) -> Vec<AnyView> {
    let fields = loaded.hidden().into_iter();
    fields.map(|(name, value)| view! { <Hidden name=name value=value /> }.into_any()).collect()
}

fn take_back(page: &Page, loaded: &Loaded) -> Option<AnyView> {
    let words = &page.words.desk.way;
    (!loaded.stored.goal.follow_ups.is_empty()).then(|| {
        let mut values = loaded.hidden();
        values.push(("change", "take-back".to_owned()));
        view! {
            <details class="fold">
                <summary>{words.take_back.as_str()}</summary>
                <p>{words.take_back_why.as_str()}</p>
                <SmallForm action="/api/change-goal" values label=words.take_back.as_str() />
            </details>
        }
        .into_any()
    })
}

/// The four parts as they are written, each with the way to change it.
fn agreed(page: &Page, loaded: &Loaded, facts: AnyView) -> AnyView {
    let words = &page.words.desk.goal;
    let parts = PARTS.map(|part| {
        let href = goal_address(&loaded.course.id, &loaded.stored.id, part);
        view! { <li><a href=href>{format!("{}: {}", words.edit, part_name(page, part))}</a></li> }
    });
    view! {
        <h2>{page.words.desk.goal.agreed.as_str()}</h2>
        {facts}
        <ul class="ways">{parts.collect_view()}</ul>
    }
    .into_any()
}

fn remove(page: &Page, loaded: &Loaded) -> Option<AnyView> {
    let words = &page.words.desk.goal;
    loaded.stored.goal.follow_ups.is_empty().then(|| {
        view! {
            <details class="fold">
                <summary>{words.remove.as_str()}</summary>
                <p>{words.remove_why.as_str()}</p>
                <SmallForm action="/api/remove-goal" values=loaded.hidden() label=words.remove.as_str() />
            </details>
        }
        .into_any()
    })
}
