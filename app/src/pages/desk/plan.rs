//! The development plan on one page: what works already, the goals with what comes next, and where a new one can begin.
//! Its user opens it at a meeting, with everyone who works together round the table.

use super::course::{Course, address};
use super::dates::today;
use super::frame;
use super::plan_read::{milestone, standing};
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::Page;
use crate::words::fill;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::language;
use screening::plan::has_room;
use workflow::plans::{PlanView, Proposal, StoredGoal};

/// Page of the plan within a screening.
pub const PLAN: &str = "udvikling";
/// In an address, instead of a proposal's place: a goal of one's own.
pub const OWN: &str = "eget";

/// Address of a goal's page, or of one under it.
pub fn goal_address(screening: &str, goal: &str, under: &str) -> String {
    let page = format!("{PLAN}/maal/{goal}/{under}");
    address(screening, page.trim_end_matches('/'))
}

/// Address of a new goal that begins from a proposal (by its place from 1, or [`OWN`]).
pub fn new_address(screening: &str, proposal: &str) -> String {
    address(screening, &format!("{PLAN}/ny/{proposal}"))
}

/// The plan.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    let words = &page.words.desk.plan;
    if course.released.is_none() {
        return Ok(frame::render_empty(&page, &course, &words.title, &words.not_yet));
    }
    let plan = page.state.workflow.plan(&page.actor, &id).await?;
    let proposals = page.state.workflow.plan_proposals(&page.actor, &id).await?;
    let shown = page.clone();
    let here = course.clone();
    Ok(frame::render(&page, &course, &words.title, move || {
        let (open, ended): (Vec<_>, Vec<_>) =
            plan.goals.iter().cloned().partition(|stored| stored.goal.is_open());
        let room = has_room(plan.goals.iter().map(|stored| &stored.goal));
        let goals = if open.is_empty() {
            view! { <p>{words.empty.as_str()}</p> }.into_any()
        } else {
            let cards = open.iter().map(|stored| card(&shown, &here, stored)).collect_view();
            view! { <ul class="cards goals">{cards}</ul> }.into_any()
        };
        let ended = (!ended.is_empty()).then(|| {
            let cards = ended.iter().map(|stored| card(&shown, &here, stored)).collect_view();
            view! {
                <h2>{words.ended.as_str()}</h2>
                <ul class="cards goals">{cards}</ul>
            }
        });
        let begin = if room {
            begin(&shown, &here, &proposals)
        } else {
            view! { <p class="notice">{words.full.as_str()}</p> }.into_any()
        };
        view! {
            <p class="where">{here.organisation.clone()}</p>
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            {works(&shown, &plan)}
            <h2>{words.goals.as_str()}</h2>
            {goals}
            {begin}
            {ended}
            {take_along(&shown, &here)}
        }
    }))
}

/// What works already, in the report's words.
pub fn works(page: &Page, plan: &PlanView) -> AnyView {
    let words = &page.words.desk.plan;
    let heading = language::of(page.language).plan().works_already;
    let strengths = plan.strengths.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
    let body = if plan.strengths.is_empty() {
        view! { <p>{words.works_none.as_str()}</p> }.into_any()
    } else {
        view! {
            <p>{words.works_lead.as_str()}</p>
            <ul>{strengths}</ul>
        }
        .into_any()
    };
    view! {
        <section class="box" aria-labelledby="virker">
            <h2 id="virker" class="card-title">{heading}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// A goal with what comes next.
fn card(page: &Page, course: &Course, stored: &StoredGoal) -> AnyView {
    let words = &page.words.desk.plan;
    let today = today(page);
    let goal = &stored.goal;
    let href = goal_address(&course.id, &stored.id, "");
    let state = language::of(page.language).goal_state(goal.state());
    let lacking = goal.is_open() && !goal.lacks().is_empty();
    let next = goal.milestones.iter().find(|one| one.done.is_none() && goal.is_open());
    let button = if lacking {
        view! { <p class="quiet">{words.no_follow_up.as_str()}</p> }.into_any()
    } else if goal.is_open() {
        let href = goal_address(&course.id, &stored.id, "opfoelgning");
        let name = format!("{}: {}", words.do_follow_up, goal.statement);
        view! {
            <p>
                <a class="button small" href=href aria-label=name>
                    {words.do_follow_up.as_str()}
                </a>
            </p>
        }
        .into_any()
    } else {
        ().into_any()
    };
    view! {
        <li>
            <p class="tag">{state}</p>
            <h3><a href=href>{goal.statement.clone()}</a></h3>
            {standing(page, goal, today)}
            {next.map(|one| milestone(page, one, today))}
            {button}
        </li>
    }
    .into_any()
}

/// Where a new goal can begin.
fn begin(page: &Page, course: &Course, proposals: &[Proposal]) -> AnyView {
    let words = &page.words.desk.plan;
    let one = |(place, proposal): (usize, &Proposal)| {
        let href = new_address(&course.id, &(place + 1).to_string());
        let name = format!("{}: {}", words.take, proposal.text);
        let take = match &proposal.goal {
            Some(goal) => {
                view! { <p class="notice">{fill(&words.under_way, &[("goal", goal)])}</p> }.into_any()
            }
            None => view! {
                <p>
                    <a class="button quiet small" href=href aria-label=name>
                        {words.take.as_str()}
                    </a>
                </p>
            }
            .into_any(),
        };
        let votes = proposal.votes.map(|votes| fill(&words.votes, &[("count", &votes.to_string())]));
        view! {
            <li>
                <p><strong>{proposal.text.clone()}</strong></p>
                {(!proposal.first_step.is_empty()).then(|| view! { <p>{proposal.first_step.clone()}</p> })}
                {votes.map(|votes| view! { <p class="quiet">{votes}</p> })}
                {take}
            </li>
        }
        .into_any()
    };
    let list = |heading: &'static str, voted: bool| {
        let found: Vec<_> =
            proposals.iter().enumerate().filter(|(_, one)| one.votes.is_some() == voted).map(one).collect();
        (!found.is_empty()).then(|| {
            view! {
                <h3>{heading}</h3>
                <ul class="cards">{found}</ul>
            }
        })
    };
    view! {
        <h2>{words.begin.as_str()}</h2>
        <p>{words.begin_lead.as_str()}</p>
        {list(&words.proposals_report, false)}
        {list(&words.proposals_vote, true)}
        <p class="own-goal">
            <a class="button quiet" href=new_address(&course.id, OWN)>
                {words.own.as_str()}
            </a>
        </p>
    }
    .into_any()
}

/// What is printed, and what is told.
fn take_along(page: &Page, course: &Course) -> AnyView {
    let words = &page.words.desk.plan;
    view! {
        <ul class="ways">
            <li><a href=format!("/rapporter/{}/plan.pdf", course.id)>{words.print.as_str()}</a></li>
            <li><a href=format!("/rapporter/{}/plan.ics", course.id)>{words.calendar.as_str()}</a></li>
            <li><a href=course.address("udvikling/i-sagde")>{words.told_link.as_str()}</a></li>
        </ul>
        <p class="quiet">{words.calendar_hint.as_str()}</p>
    }
    .into_any()
}
