//! The report: draft from everything, edited, released, read.

use crate::screenings::Organisation;
use crate::{Actor, Result, Workflow};
use screening::report::Report;

/// A released report, frozen.
#[derive(Clone, Debug)]
pub struct Released {
    /// Version, the first is 1 (0 before the store gives it one).
    pub version: u32,
    /// When, seconds since 1970.
    pub released_at: i64,
    /// SHA-256 of the report's canonical JSON, hex.
    pub checksum: String,
    /// The report.
    pub report: Report,
    /// The PDF.
    pub pdf: Vec<u8>,
}

/// A line of the leader's list.
#[derive(Clone, Debug)]
pub struct ReleasedSummary {
    /// The screening.
    pub screening: String,
    /// Its name.
    pub screening_name: String,
    /// The organisation.
    pub organisation: Organisation,
    /// Version.
    pub version: u32,
    /// When, seconds since 1970.
    pub released_at: i64,
}

impl Workflow {
    /// The draft, built anew from picture, hearings, minutes, comments and evidence, with the edits applied.
    pub async fn draft_report(&self, actor: &Actor, screening: &str) -> Result<Report> {
        todo!()
    }
    /// Changes a sentence; the draft's own text, or `None`, goes back to it; an empty text leaves it out.
    pub async fn edit_sentence(
        &self,
        actor: &Actor,
        screening: &str,
        sentence: &str,
        text: Option<&str>,
    ) -> Result<()> {
        todo!()
    }
    /// Freezes the draft as the next version, with its PDF; originals of comments are deleted.
    pub async fn release_report(&self, actor: &Actor, screening: &str) -> Result<u32> {
        todo!()
    }
    /// The newest released report, for leaders and facilitators of the organisation.
    pub async fn released_report(&self, actor: &Actor, screening: &str) -> Result<Released> {
        todo!()
    }
    /// Released reports the actor may read, newest first.
    pub async fn released_reports(&self, actor: &Actor) -> Result<Vec<ReleasedSummary>> {
        todo!()
    }
}
