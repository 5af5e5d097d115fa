//! The goals of the earlier plan, each with its own signs of success beside what was measured on its indicators.

use super::frame::in_lines;
use super::since::Beside;
use crate::components::plot::DataTable;
use crate::words::fill;
use leptos::prelude::*;
use screening::chart::Table;
use screening::comparison::PublishedChange;
use screening::id::IndicatorId;
use screening::picture::Kind;
use screening::plan::Goal;
use workflow::again::SinceView;

/// Every goal; nothing where there was no plan.
pub fn goals(beside: &Beside<'_>, view: &SinceView) -> Option<AnyView> {
    let words = beside.words;
    if view.goals.is_empty() {
        return None;
    }
    let goals: Vec<AnyView> = view.goals.iter().map(|one| goal(beside, one)).collect();
    Some(
        view! {
            <section class="picture-part">
                <h2>{words.goals.as_str()}</h2>
                <p>{words.goals_lead.as_str()}</p>
                {goals}
            </section>
        }
        .into_any(),
    )
}

fn goal(beside: &Beside<'_>, goal: &Goal) -> AnyView {
    let words = beside.words;
    let state = beside.language.goal_state(goal.state()).to_owned();
    let facts = [
        (words.success.as_str(), goal.success.clone()),
        (words.no_success.as_str(), goal.no_success.clone()),
        (words.state.as_str(), state),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.trim().is_empty()).map(|(label, text)| {
        view! { <dt>{label}</dt><dd>{in_lines(&text)}</dd> }
    });
    let rows: Vec<Vec<String>> = goal.indicators.iter().flat_map(|id| measured(beside, id)).collect();
    let measured = if rows.is_empty() {
        view! { <p>{words.no_indicators.as_str()}</p> }.into_any()
    } else {
        let head = [&words.indicator, &words.group, &words.moved, &words.then, &words.now, &words.difference];
        let table = Table {
            caption: fill(&words.measured, &[("goal", &goal.statement)]),
            columns: head.map(String::clone).to_vec(),
            rows,
        };
        view! { <DataTable table /> }.into_any()
    };
    view! {
        <h3>{goal.statement.clone()}</h3>
        <dl class="facts">{facts.collect_view()}</dl>
        {measured}
    }
    .into_any()
}

/// A row a group that was asked about an indicator: what has moved, or why that can't be told.
fn measured(beside: &Beside<'_>, indicator: &IndicatorId) -> Vec<Vec<String>> {
    let code = indicator.as_str();
    let title = beside.title(Kind::Indicator, code);
    let changes = beside.users_first().into_iter().filter_map(|group| {
        let own =
            |one: &&PublishedChange| one.kind == Kind::Indicator && one.code == code && one.group == *group;
        beside.earlier.changes.iter().find(own)
    });
    let told = changes.map(|change| {
        let start = [title.clone(), beside.name(&change.group)];
        start.into_iter().chain(beside.cells(change)).collect()
    });
    let all = beside.earlier.not_comparable.iter();
    let untold = all.filter(|one| one.kind == Kind::Indicator && one.code == code).map(|one| {
        let why = beside.language.not_comparable(one.reason).to_owned();
        vec![title.clone(), beside.name(&one.group), String::new(), String::new(), String::new(), why]
    });
    told.chain(untold).collect()
}
