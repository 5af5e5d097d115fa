//! The minutes: a line a post, so that two people write at once.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]
#![expect(clippy::too_many_arguments, reason = "one argument a field of the form")]

use super::hearings::{numbered, post_from};
use super::settings_form::remember_all;
use super::{Next, Post, in_row};
use crate::error::AppError;
use crate::pages::desk::frame::row_key;
use crate::pages::desk::hearing_minutes::{anchor, kind_value};
use leptos::prelude::*;
use screening::hearing::{HearingNumber, MinuteLine, line_kinds};
use screening::id::{FocusPointId, GroupId, IndicatorId};
use std::collections::BTreeMap;
use workflow::{Error, Problem};

/// The fields of one row of a form.
struct Row<'a> {
    key: &'a str,
    kind: &'a BTreeMap<String, String>,
    role: &'a BTreeMap<String, String>,
    indicator: &'a BTreeMap<String, String>,
    text: &'a BTreeMap<String, String>,
}

impl Row<'_> {
    fn remembered(&self, post: Post) -> Post {
        let fields =
            [("kind", self.kind), ("role", self.role), ("indicator", self.indicator), ("text", self.text)];
        fields.into_iter().fold(post, |post, (field, typed)| remember_all(post, field, typed))
    }

    /// The line that was typed.
    fn line(&self, number: HearingNumber, point: &str, about: &str) -> workflow::Result<MinuteLine> {
        let typed = |fields: &BTreeMap<String, String>| {
            fields.get(&row_key(self.key)).cloned().filter(|text| !text.is_empty())
        };
        let wanted = typed(self.kind).unwrap_or_default();
        let chosen = line_kinds(number).iter().copied().find(|known| kind_value(*known) == wanted);
        Ok(MinuteLine {
            focus_point: FocusPointId::from(point),
            kind: chosen.ok_or_else(|| Error::field("kind", Problem::NotAChoice))?,
            role: typed(self.role).map(GroupId::from),
            text: typed(self.text).unwrap_or_default(),
            indicator: typed(self.indicator).map(IndicatorId::from),
            about: (!about.is_empty()).then(|| about.to_owned()),
        })
    }
}

/// Adds a line, or changes one (`line`) that was seen when it had been written `seen` times. `key` is a new line's id
/// where the browser chose one. The fields' row is the line's, else that of the line it is `about`, else the theme's.
#[server(endpoint = "write-minute-line")]
pub async fn write_minute_line(
    #[server(default)] screening: String,
    #[server(default)] number: String,
    #[server(default)] focus_point: String,
    #[server(default)] about: String,
    #[server(default)] key: String,
    #[server(default)] line: String,
    #[server(default)] seen: String,
    #[server(default)] kind: BTreeMap<String, String>,
    #[server(default)] role: BTreeMap<String, String>,
    #[server(default)] indicator: BTreeMap<String, String>,
    #[server(default)] text: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let (post, _) = post_from(&screening, &number, "rum")?;
    let row = [&line, &about, &focus_point].into_iter().find(|row| !row.is_empty()).unwrap_or(&focus_point);
    let fields = Row { key: row, kind: &kind, role: &role, indicator: &indicator, text: &text };
    let post = fields.remembered(post);
    let done = async {
        let sitting = numbered(&number)?;
        let written = in_row(fields.line(sitting.number, &focus_point, &about), row)?;
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let kept = if line.is_empty() {
            workflow.add_minute_line(&actor, &screening, sitting, Some(&key), written).await
        } else {
            let seen = seen.parse().unwrap_or_default();
            workflow.change_minute_line(&actor, &screening, sitting, &line, seen, written).await
        };
        in_row(kept, row)?;
        Ok(Next::Page(anchor(&screening, sitting, &focus_point)))
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
    let (post, page) = post_from(&screening, &number, "rum")?;
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        post.state.workflow.remove_minute_line(&actor, &screening, sitting, &line).await?;
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
    let (post, page) = post_from(&screening, &number, "rum")?;
    let done = async {
        let sitting = numbered(&number)?;
        let actor = post.actor().await?;
        post.state.workflow.approve_minutes(&actor, &screening, sitting, approved == "on").await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}
