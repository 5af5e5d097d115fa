//! Comments after the close.

use crate::{Actor, Result, Workflow};
use screening::comment::{Comment, Decision, Quote};
use screening::id::GroupId;

/// The comments of one group, or why they stay shut.
#[derive(Clone, Debug)]
pub struct GroupComments {
    /// The group.
    pub group: GroupId,
    /// Comments with ids; `None`: fewer than k of a protected group submitted.
    pub comments: Option<Vec<(String, Comment)>>,
}

impl Workflow {
    /// Comments by group, in key order (which is random).
    pub async fn comments(&self, actor: &Actor, screening: &str) -> Result<Vec<GroupComments>> {
        todo!()
    }
    /// Decides about one. A writer's *only in other words* cannot be approved word for word, *not to be used* not at all.
    pub async fn decide_comment(
        &self,
        actor: &Actor,
        screening: &str,
        comment: &str,
        decision: Decision,
    ) -> Result<()> {
        todo!()
    }
    /// Those that may be quoted.
    pub async fn quotes(&self, actor: &Actor, screening: &str) -> Result<Vec<Quote>> {
        todo!()
    }
}
