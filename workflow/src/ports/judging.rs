//! What was read, seen and written, and what was judged of it.

use super::PortResult;
use async_trait::async_trait;
use screening::comment::{Comment, Decision, SecondLook};
use screening::evidence::{Assessors, Evidence, Given, Ratings, Settlement};
use screening::id::IndicatorId;

/// Comments after the close.
#[async_trait]
pub trait CommentStore {
    /// Comments of a screening in key order, each with its key as hex. What no second reader has looked at *waits*
    /// for one, whether one is named or not.
    async fn comments(&self, screening: &str) -> PortResult<Vec<(String, Comment)>>;
    /// Keeps a decision, which the second reader has not looked at; with `before`, only where that is the revision.
    /// False where there is no such comment.
    async fn decide(
        &self,
        screening: &str,
        comment: &str,
        before: Option<u64>,
        decision: &Decision,
        by: &str,
    ) -> PortResult<bool>;
    /// Keeps the second reader's word on this revision; false where it is another.
    async fn look_again(
        &self,
        screening: &str,
        comment: &str,
        before: u64,
        second: &SecondLook,
    ) -> PortResult<bool>;
    /// Marks a comment as *bekymrende*, or not; false where there is none.
    async fn mark_worrying(&self, screening: &str, comment: &str, worrying: bool) -> PortResult<bool>;
    /// Account of the second reader.
    async fn second_reader(&self, screening: &str) -> PortResult<Option<String>>;
    /// Names the second reader, or none.
    async fn name_second_reader(&self, screening: &str, account: Option<&str>) -> PortResult<()>;
}

/// Documents and observations.
#[async_trait]
pub trait EvidenceStore {
    /// Adds evidence; false, and nothing added, where the same stands there already.
    async fn add_evidence(
        &self,
        screening: &str,
        id: &str,
        now: i64,
        evidence: &Evidence,
    ) -> PortResult<bool>;
    /// Evidence of a screening, oldest first, with ids.
    async fn evidence(&self, screening: &str) -> PortResult<Vec<(String, Evidence)>>;
    /// How often one was edited; `None`: there is none.
    async fn evidence_revision(&self, screening: &str, id: &str) -> PortResult<Option<u64>>;
    /// Replaces evidence where `before` is its revision, and removes the ratings of these indicators; false, and
    /// nothing done, elsewhere.
    async fn edit_evidence(
        &self,
        screening: &str,
        id: &str,
        before: u64,
        evidence: &Evidence,
        unrated: &[IndicatorId],
    ) -> PortResult<bool>;
    /// Removes evidence, and the ratings of these indicators with it; false where there is none.
    async fn remove_evidence(&self, screening: &str, id: &str, unrated: &[IndicatorId]) -> PortResult<bool>;
}

/// Ratings.
#[async_trait]
pub trait RatingStore {
    /// Every rating of a screening. Who may see which is [`Ratings::seen_by`]'s to say.
    async fn ratings(&self, screening: &str) -> PortResult<Ratings>;
    /// Keeps an assessor's rating, replacing their earlier one. False, and nothing kept, where two are named and it
    /// is not blind, or the other way round; and where two first ratings are in.
    async fn rate(&self, screening: &str, given: &Given, now: i64) -> PortResult<bool>;
    /// Keeps what two agreed on, in the place of the revision before its own; false where it is another.
    async fn settle(&self, screening: &str, settlement: &Settlement) -> PortResult<bool>;
    /// The two who assess.
    async fn assessors(&self, screening: &str) -> PortResult<Option<Assessors>>;
    /// Names two; false where two are named.
    async fn name_assessors(&self, screening: &str, assessors: &Assessors) -> PortResult<bool>;
    /// Nobody is named any more; a first rating that waited for its other is now one alone. False where none were.
    async fn end_assessors(&self, screening: &str) -> PortResult<bool>;
}
