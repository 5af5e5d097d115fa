//! Hearings: plan, people, agenda.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::settings_form::remember_all;
use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::hearing::address;
use crate::pages::desk::settings_fields::group_key;
use leptos::prelude::*;
use screening::hearing::{AgendaChange, Attendance, Sitting, counted_groups};
use screening::id::FocusPointId;
use screening::instrument::Instrument;
use std::collections::BTreeMap;
use workflow::hearings::{HearingPlan, MOST_IN_THE_ROOM};
use workflow::{Error, FieldProblem, Problem};

/// The sitting that a form's `number` names: `1`, `1b`.
pub(super) fn numbered(number: &str) -> workflow::Result<Sitting> {
    number.parse().map_err(|_| Error::NotFound)
}

/// A post from one of a hearing's pages; a number that is no hearing's leads to the overview.
pub(super) fn post_from(screening: &str, number: &str, at: &str) -> Result<(Post, String), AppError> {
    let page = numbered(number).map_or_else(
        |_| crate::pages::desk::course::address(screening, ""),
        |sitting| address(screening, sitting, at),
    );
    Ok((Post::from_page(&page)?, page))
}

/// Keeps when, where, and who is invited.
#[server(endpoint = "plan-hearing")]
pub async fn plan_hearing(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] date: String,
    #[server(default)] place: String,
    #[server(default)] invited: BTreeMap<String, String>,
    #[server(default)] conversation: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number, "")?;
    let post = post.remember("date", &date).remember("place", &place).remember("conversation", &conversation);
    let post = remember_all(post, "invited", &invited);
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let instrument = workflow.screening(&actor, &screening).await?.instrument;
        let invited = attendance("invited", &invited, &instrument)?;
        let conversation = conversation == "on";
        let plan = HearingPlan { date, place, invited, conversation, ..HearingPlan::default() };
        workflow.plan_hearing(&actor, &screening, sitting, plan).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Numbers by role as typed; an empty field is none.
pub(super) fn attendance(
    field: &str,
    typed: &BTreeMap<String, String>,
    instrument: &Instrument,
) -> workflow::Result<Attendance> {
    let most = MOST_IN_THE_ROOM;
    let mut problems = Vec::new();
    let mut number = |key: &str| {
        let text = typed.get(key).map_or("", |text| text.trim());
        if text.is_empty() {
            return 0;
        }
        match text.parse::<u32>() {
            Ok(number) if number <= most => number,
            _ => {
                problems.push(FieldProblem {
                    field: format!("{field}[{key}]"),
                    problem: Problem::NotANumber(0, u64::from(most)),
                });
                0
            }
        }
    };
    let groups = counted_groups(instrument)
        .into_iter()
        .map(|group| {
            let persons = number(&group_key(group.as_str()));
            (group, persons)
        })
        .filter(|(_, persons)| *persons > 0)
        .collect();
    let counted = Attendance { groups, others: number("others") };
    if problems.is_empty() { Ok(counted) } else { Err(Error::Invalid(problems)) }
}

/// Reads the list of names and roles, or forgets it.
#[server(endpoint = "invite-people")]
pub async fn invite_people(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] people: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number, "")?;
    let post = post.remember("people", &people);
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        post.state.workflow.invite_people(&actor, &screening, sitting, &people).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Changes the agenda: `add`, `drop`, `up` or `down` a focus point, or back to what was `proposed`.
#[server(endpoint = "change-agenda")]
pub async fn change_agenda(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] change: String,
    #[server(default)] focus_point: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number, "")?;
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        let change = match change.as_str() {
            "add" => AgendaChange::Add,
            "drop" => AgendaChange::Drop,
            "up" => AgendaChange::Up,
            "down" => AgendaChange::Down,
            "proposed" => AgendaChange::Proposed,
            _ => return Err(Error::field("focus_point", Problem::NotAChoice)),
        };
        let point = FocusPointId::from(focus_point.as_str());
        post.state.workflow.change_agenda(&actor, &screening, sitting, change, &point).await?;
        Ok(Next::Page(format!("{page}#dagsorden")))
    }
    .await;
    post.finish(done)
}

/// Holds the hearing once more: `number` names the new sitting.
#[server(endpoint = "add-sitting")]
pub async fn add_sitting(
    #[server(default)] screening: String,
    #[server(default)] number: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number, "")?;
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        post.state.workflow.add_sitting(&actor, &screening, sitting).await?;
        Ok(Next::Page(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Takes a sitting back that was not held.
#[server(endpoint = "remove-sitting")]
pub async fn remove_sitting(
    #[server(default)] screening: String,
    #[server(default)] number: String,
) -> Result<(), AppError> {
    let (post, _) = post_from(&screening, &number, "")?;
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        post.state.workflow.remove_sitting(&actor, &screening, sitting).await?;
        Ok(Next::Saved(address(&screening, sitting.number, "")))
    }
    .await;
    post.finish(done)
}
