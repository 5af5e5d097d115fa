//! Hearings: plan, agenda, minutes.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::settings_form::remember_all;
use super::{Next, Post, in_row};
use crate::error::AppError;
use crate::pages::desk::frame::row_key;
use crate::pages::desk::hearing::address;
use crate::pages::desk::hearing_minutes::{anchor, kind_value, kinds};
use crate::pages::desk::settings_fields::group_key;
use leptos::prelude::*;
use screening::hearing::{Attendance, HearingNumber, MOST_THEMES, MinuteLine, Theme};
use screening::id::{FocusPointId, GroupId};
use screening::instrument::Instrument;
use std::collections::BTreeMap;
use workflow::hearings::HearingPlan;
use workflow::{Error, FieldProblem, Problem};

/// Most people of one role in a room.
const MOST: u64 = 1000;

fn numbered(number: &str) -> workflow::Result<HearingNumber> {
    let number = number.parse::<u8>().ok().and_then(|number| HearingNumber::try_from(number).ok());
    number.ok_or(Error::NotFound)
}

/// A post from a hearing's page; a number that is no hearing's leads to the overview.
fn post_from(screening: &str, number: &str) -> Result<(Post, String), AppError> {
    let page = numbered(number).map_or_else(
        |_| crate::pages::desk::course::address(screening, ""),
        |number| address(screening, number, ""),
    );
    Ok((Post::from_page(&page)?, page))
}

/// Keeps when, where, and who is invited and present.
#[server(endpoint = "save-hearing")]
pub async fn save_hearing(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] date: String,
    #[server(default)] place: String,
    #[server(default)] invited: BTreeMap<String, String>,
    #[server(default)] present: BTreeMap<String, String>,
    #[server(default)] conversation: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number)?;
    let post = post.remember("date", &date).remember("place", &place).remember("conversation", &conversation);
    let post = remember_all(remember_all(post, "invited", &invited), "present", &present);
    let done = async {
        let number = numbered(&number)?;
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let instrument = workflow.screening(&actor, &screening).await?.instrument;
        let hearing = workflow.hearing(&actor, &screening, number).await?;
        let mut problems = Vec::new();
        let plan = HearingPlan {
            date,
            place,
            invited: attendance("invited", &invited, &instrument, &mut problems),
            present: attendance("present", &present, &instrument, &mut problems),
            conversation: conversation == "on",
            ..hearing.plan
        };
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        workflow.save_hearing(&actor, &screening, number, plan).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Numbers by role as typed; an empty field is none.
fn attendance(
    field: &str,
    typed: &BTreeMap<String, String>,
    instrument: &Instrument,
    problems: &mut Vec<FieldProblem>,
) -> Attendance {
    let mut number = |key: &str| {
        let text = typed.get(key).map_or("", |text| text.trim());
        if text.is_empty() {
            return 0;
        }
        match text.parse::<u32>() {
            Ok(number) if u64::from(number) <= MOST => number,
            _ => {
                problems.push(FieldProblem {
                    field: format!("{field}[{key}]"),
                    problem: Problem::NotANumber(0, MOST),
                });
                0
            }
        }
    };
    let groups = instrument
        .groups
        .iter()
        .map(|group| (group.id.clone(), number(&group_key(group.id.as_str()))))
        .filter(|(_, persons)| *persons > 0)
        .collect();
    Attendance { groups, others: number("others") }
}

/// Changes the agenda: `add`, `drop`, `up` or `down` a focus point, or back to what was `proposed`.
#[server(endpoint = "change-agenda")]
pub async fn change_agenda(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] change: String,
    #[server(default)] focus_point: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number)?;
    let done = async {
        let number = numbered(&number)?;
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let hearing = workflow.hearing(&actor, &screening, number).await?;
        let mut themes = hearing.plan.themes.clone();
        let point = FocusPointId::from(focus_point.as_str());
        let place = themes.iter().position(|theme| theme.focus_point == point);
        match (change.as_str(), place) {
            ("proposed", _) => themes = hearing.proposed.clone(),
            // The agenda itself says that it is full.
            ("add", None) if themes.len() >= MOST_THEMES => {
                return Ok(Next::Page(format!("{page}#dagsorden")));
            }
            ("add", None) => {
                let proposed = hearing.proposed.iter().find(|theme| theme.focus_point == point).cloned();
                themes.push(proposed.unwrap_or(Theme { focus_point: point, indicator: None, signal: None }));
            }
            ("add", Some(_)) => {}
            ("drop", Some(place)) => {
                themes.remove(place);
            }
            ("up", Some(place)) if place > 0 => themes.swap(place, place - 1),
            ("down", Some(place)) if place + 1 < themes.len() => themes.swap(place, place + 1),
            ("drop" | "up" | "down", _) => return Err(Error::Refused(Problem::Changed)),
            _ => return Err(Error::field("focus_point", Problem::NotAChoice)),
        }
        let plan = HearingPlan { themes, ..hearing.plan };
        workflow.save_hearing(&actor, &screening, number, plan).await?;
        Ok(Next::Page(format!("{page}#dagsorden")))
    }
    .await;
    post.finish(done)
}

/// Adds a line to the minutes.
#[server(endpoint = "add-minute-line")]
pub async fn add_minute_line(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] focus_point: String,
    #[server(default)] kind: BTreeMap<String, String>,
    #[server(default)] role: BTreeMap<String, String>,
    #[server(default)] text: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let (post, _) = post_from(&screening, &number)?;
    let post = remember_all(remember_all(post, "kind", &kind), "role", &role);
    let post = remember_all(post, "text", &text);
    let done = async {
        let number = numbered(&number)?;
        let typed = |fields: &BTreeMap<String, String>| {
            fields.get(&row_key(&focus_point)).cloned().unwrap_or_default()
        };
        let (wanted, role) = (typed(&kind), typed(&role));
        let chosen = kinds(number).iter().copied().find(|known| kind_value(*known) == wanted);
        let chosen = chosen.ok_or_else(|| Error::field("kind", Problem::NotAChoice));
        let line = MinuteLine {
            focus_point: FocusPointId::from(focus_point.as_str()),
            kind: in_row(chosen, &focus_point)?,
            role: (!role.is_empty()).then(|| GroupId::from(role)),
            text: typed(&text),
        };
        let actor = post.actor().await?;
        let added = post.state.workflow.add_minute_line(&actor, &screening, number, line).await;
        in_row(added, &focus_point)?;
        Ok(Next::Page(anchor(&screening, number, &focus_point)))
    }
    .await;
    post.finish(done)
}

/// Removes a line of the minutes.
#[server(endpoint = "remove-minute-line")]
pub async fn remove_minute_line(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] line: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number)?;
    let done = async {
        let number = numbered(&number)?;
        let actor = post.actor().await?;
        post.state.workflow.remove_minute_line(&actor, &screening, number, &line).await?;
        Ok(Next::Page(format!("{page}#referat")))
    }
    .await;
    post.finish(done)
}

/// Approves the minutes, or opens them again.
#[server(endpoint = "approve-minutes")]
pub async fn approve_minutes(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] approved: String,
) -> Result<(), AppError> {
    let (post, page) = post_from(&screening, &number)?;
    let done = async {
        let number = numbered(&number)?;
        let actor = post.actor().await?;
        let hearing = post.state.workflow.hearing(&actor, &screening, number).await?;
        let plan = HearingPlan { approved: approved == "on", ..hearing.plan };
        post.state.workflow.save_hearing(&actor, &screening, number, plan).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}
