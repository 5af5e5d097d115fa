//! The report and what is done with it: edits, review, record, releases.

use super::PortResult;
use crate::reports::{Released, ReleasedSummary, ReleasedVersion, ReportRecord, ReviewNote, SentenceEdit};
use async_trait::async_trait;
use std::collections::BTreeMap;

/// Reports, draft and released.
#[async_trait]
pub trait ReportStore {
    /// The facilitators' edits by sentence key.
    async fn edits(&self, screening: &str) -> PortResult<BTreeMap<String, SentenceEdit>>;
    /// Keeps an edit where `before` is the text that is kept (`None`: none is); without one it goes back to the draft's
    /// own sentence. False, and nothing changed, where another text is kept.
    async fn save_edit(
        &self,
        screening: &str,
        sentence: &str,
        before: Option<&str>,
        edit: Option<&SentenceEdit>,
    ) -> PortResult<bool>;
    /// In one transaction: freezes a report as the version it bears, and deletes the originals of the comments
    /// (rewritten stay as rewritten; left out, or not decided and by that left out, lose their text), which the
    /// next [`super::ClosingStore::tidy`] takes out of the files. False, and nothing done, where the version it bears
    /// is not the next, or the screening was stopped.
    async fn release(&self, screening: &str, report: &Released) -> PortResult<bool>;
    /// The newest released version.
    async fn released(&self, screening: &str) -> PortResult<Option<Released>>;
    /// One released version.
    async fn released_version(&self, screening: &str, version: u32) -> PortResult<Option<Released>>;
    /// Every released version, the first first.
    async fn released_versions(&self, screening: &str) -> PortResult<Vec<ReleasedVersion>>;
    /// Newest released versions of these organisations' screenings.
    async fn released_in(&self, organisations: &[String]) -> PortResult<Vec<ReleasedSummary>>;
}

/// Reading a draft through, and the record of what was done with it.
#[async_trait]
pub trait ReviewStore {
    /// Notes in the order in which they were written.
    async fn review_notes(&self, screening: &str) -> PortResult<Vec<ReviewNote>>;
    /// Adds a note at the end.
    async fn add_review_note(&self, screening: &str, note: &ReviewNote) -> PortResult<()>;
    /// Settles a note that was written as often as `seen` says, or opens it again; false elsewhere.
    async fn settle_review_note(
        &self,
        screening: &str,
        id: &str,
        seen: i64,
        settled: bool,
    ) -> PortResult<bool>;
    /// The record, with how often it was written; nothing written: an empty one, and 0.
    async fn report_record(&self, screening: &str) -> PortResult<(ReportRecord, i64)>;
    /// Keeps the record where it was written as often as `seen` says; false, and nothing kept, elsewhere.
    async fn save_report_record(&self, screening: &str, seen: i64, record: &ReportRecord)
    -> PortResult<bool>;
}
