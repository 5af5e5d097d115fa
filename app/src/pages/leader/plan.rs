//! The development plan, for the leader to follow: all of it on one page, nothing to write.

use crate::error::PageError;
use crate::page::{Frame, Page};
use crate::pages::desk::dates::today;
use crate::pages::desk::plan::works;
use crate::pages::desk::plan_read::{facts, follow_ups, milestone, standing};
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use screening::language;
use workflow::plans::{PlanView, StoredGoal};

/// The plan.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let plan = page.state.workflow.plan(&page.actor, &id).await?;
    let words = &page.words.desk.plan;
    let shown = page.clone();
    Ok(page.render(Frame::Desk, &words.title, move || {
        let goals = plan
            .goals
            .iter()
            .enumerate()
            .map(|(place, stored)| goal(&shown, &plan, place, stored))
            .collect_view();
        let lead = if plan.goals.is_empty() { &words.leader_empty } else { &words.leader_lead };
        view! {
            <p class="where"><a href=format!("/rapporter/{id}")>{words.back_report.as_str()}</a></p>
            <h1>{words.title.as_str()}</h1>
            <p class="where">{plan.screening.organisation.name.clone()}</p>
            <p class="lead">{lead.as_str()}</p>
            <ul class="ways">
                <li><a href=format!("/rapporter/{id}/plan.pdf")>{words.print.as_str()}</a></li>
                <li><a href=format!("/rapporter/{id}/plan.ics")>{words.calendar.as_str()}</a></li>
            </ul>
            {works(&shown, &plan)}
            {goals}
        }
    }))
}

fn goal(page: &Page, plan: &PlanView, place: usize, stored: &StoredGoal) -> AnyView {
    let way = &page.words.desk.way;
    let goal = &stored.goal;
    let today = today(page);
    let steps = goal.milestones.iter().map(|one| view! { <li>{milestone(page, one, today)}</li> });
    let steps = (!goal.milestones.is_empty()).then(|| {
        view! {
            <h3>{way.milestones.as_str()}</h3>
            <ul class="cards">{steps.collect_view()}</ul>
        }
    });
    view! {
        <section class="box goal">
            <p class="tag">{language::of(page.language).goal_state(goal.state())}</p>
            <h2>{goal.statement.clone()}</h2>
            {standing(page, goal, today)}
            {steps}
            <h3>{way.follow_ups.as_str()}</h3>
            {follow_ups(page, goal, &format!("fremgang-{place}"))}
            <details class="fold">
                <summary>{page.words.desk.goal.agreed.as_str()}</summary>
                {facts(page, &plan.screening.instrument, goal)}
            </details>
        </section>
    }
    .into_any()
}
