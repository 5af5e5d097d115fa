//! Reports: the facilitator's edits, and what was released.

use super::closing::note_tidy_due;
use super::db::{Lock, execute, fetch_all, fetch_optional};
use super::{SqlStore, from_json, to_json, unreadable};
use async_trait::async_trait;
use std::collections::BTreeMap;
use workflow::ports::{PortResult, ReportStore, StoreError};
use workflow::reports::{Released, ReleasedSummary, ReleasedVersion, SentenceEdit};
use workflow::screenings::Organisation;

/// A released report as its row says.
#[derive(sqlx::FromRow)]
struct ReleasedRow {
    version: i64,
    released_at: i64,
    checksum: String,
    changes: String,
    content: String,
    pdf: Vec<u8>,
}

/// A released version without its content, as its row says.
#[derive(sqlx::FromRow)]
struct VersionRow {
    version: i64,
    released_at: i64,
    checksum: String,
    changes: String,
}

impl TryFrom<VersionRow> for ReleasedVersion {
    type Error = StoreError;
    fn try_from(row: VersionRow) -> PortResult<Self> {
        Ok(Self {
            version: version(row.version)?,
            released_at: row.released_at,
            checksum: row.checksum,
            changes: row.changes,
        })
    }
}

impl TryFrom<ReleasedRow> for Released {
    type Error = StoreError;
    fn try_from(row: ReleasedRow) -> PortResult<Self> {
        Ok(Self {
            version: version(row.version)?,
            released_at: row.released_at,
            checksum: row.checksum,
            changes: row.changes,
            report: from_json("released_report.content", &row.content)?,
            pdf: row.pdf,
        })
    }
}

/// A line of the leader's list as its row says.
#[derive(sqlx::FromRow)]
struct SummaryRow {
    screening_id: String,
    screening_name: String,
    organisation_id: String,
    organisation_name: String,
    version: i64,
    released_at: i64,
}

impl TryFrom<SummaryRow> for ReleasedSummary {
    type Error = StoreError;
    fn try_from(row: SummaryRow) -> PortResult<Self> {
        Ok(Self {
            screening: row.screening_id,
            screening_name: row.screening_name,
            organisation: Organisation { id: row.organisation_id, name: row.organisation_name },
            version: version(row.version)?,
            released_at: row.released_at,
        })
    }
}

fn version(stored: i64) -> PortResult<u32> {
    u32::try_from(stored).map_err(|why| unreadable("released_report.version", why))
}

#[async_trait]
impl ReportStore for SqlStore {
    async fn edits(&self, screening: &str) -> PortResult<BTreeMap<String, SentenceEdit>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, String, String, i64),
            "SELECT sentence, text, account_id, edited_at FROM report_edit WHERE screening_id = $1",
            screening
        )?;
        Ok(rows
            .into_iter()
            .map(|(sentence, text, by, at)| (sentence, SentenceEdit { text, by, at }))
            .collect())
    }

    async fn save_edit(
        &self,
        screening: &str,
        sentence: &str,
        before: Option<&str>,
        edit: Option<&SentenceEdit>,
    ) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let touched = match (before, edit) {
                    (None, None) => {
                        let kept = fetch_optional!(
                            writing,
                            (i64,),
                            "SELECT COUNT(*) FROM report_edit WHERE screening_id = $1 AND sentence = $2",
                            screening,
                            sentence
                        )?;
                        return Ok(kept == Some((0,)));
                    }
                    (None, Some(edit)) => execute!(
                        writing,
                        "INSERT INTO report_edit (screening_id, sentence, text, account_id, edited_at)
                         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (screening_id, sentence) DO NOTHING",
                        screening,
                        sentence,
                        &*edit.text,
                        &*edit.by,
                        edit.at
                    )?,
                    (Some(before), Some(edit)) => execute!(
                        writing,
                        "UPDATE report_edit SET text = $4, account_id = $5, edited_at = $6
                         WHERE screening_id = $1 AND sentence = $2 AND text = $3",
                        screening,
                        sentence,
                        before,
                        &*edit.text,
                        &*edit.by,
                        edit.at
                    )?,
                    (Some(before), None) => execute!(
                        writing,
                        "DELETE FROM report_edit WHERE screening_id = $1 AND sentence = $2 AND text = $3",
                        screening,
                        sentence,
                        before
                    )?,
                };
                Ok(touched == 1)
            })
            .await
    }

    async fn release(&self, screening: &str, report: &Released) -> PortResult<bool> {
        let content = to_json(&report.report)?;
        self.deeds
            .write(async |writing| {
                writing.lock_screening(screening, Lock::Exclusive).await?;
                let newest = fetch_optional!(
                    writing,
                    (i64,),
                    "SELECT COALESCE(MAX(version), 0) FROM released_report WHERE screening_id = $1",
                    screening
                )?;
                let stopped = fetch_optional!(
                    writing,
                    (String,),
                    "SELECT stopped_on FROM screening WHERE id = $1 AND stopped_on IS NOT NULL",
                    screening
                )?;
                let next = newest.map(|(version,)| version + 1) == Some(i64::from(report.version));
                if !next || stopped.is_some() {
                    return Ok(false);
                }
                execute!(
                    writing,
                    "INSERT INTO released_report (screening_id, version, released_at, checksum, content, pdf, changes)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    screening,
                    i64::from(report.version),
                    report.released_at,
                    &*report.checksum,
                    content,
                    &*report.pdf,
                    &*report.changes
                )?;
                execute!(
                    writing,
                    "UPDATE comment SET decision = 'left-out', rewritten = NULL
                     WHERE screening_id = $1 AND (decision = 'waiting' OR (
                         decision <> 'left-out' AND COALESCE(second_look, '') <> 'yes'
                         AND EXISTS (SELECT 1 FROM second_reader WHERE screening_id = $1)))",
                    screening
                )?;
                execute!(
                    writing,
                    "UPDATE comment SET text = '' WHERE screening_id = $1 AND decision <> 'approved'",
                    screening
                )?;
                note_tidy_due(writing, &format!("{screening} report {}", report.version)).await?;
                Ok(true)
            })
            .await
    }

    async fn released(&self, screening: &str) -> PortResult<Option<Released>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(
            reading,
            ReleasedRow,
            "SELECT version, released_at, checksum, changes, content, pdf FROM released_report
             WHERE screening_id = $1 ORDER BY version DESC LIMIT 1",
            screening
        )?
        .map(TryInto::try_into)
        .transpose()
    }

    async fn released_version(&self, screening: &str, version: u32) -> PortResult<Option<Released>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(
            reading,
            ReleasedRow,
            "SELECT version, released_at, checksum, changes, content, pdf FROM released_report
             WHERE screening_id = $1 AND version = $2",
            screening,
            i64::from(version)
        )?
        .map(TryInto::try_into)
        .transpose()
    }

    async fn released_versions(&self, screening: &str) -> PortResult<Vec<ReleasedVersion>> {
        let mut reading = self.db.read().await?;
        fetch_all!(
            reading,
            VersionRow,
            "SELECT version, released_at, checksum, changes FROM released_report WHERE screening_id = $1
             ORDER BY version",
            screening
        )?
        .into_iter()
        .map(TryInto::try_into)
        .collect()
    }

    async fn released_in(&self, organisations: &[String]) -> PortResult<Vec<ReleasedSummary>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            SummaryRow,
            "SELECT screening_id, screening.name AS screening_name, organisation_id,
                    organisation.name AS organisation_name, version, released_at
             FROM released_report
             JOIN screening ON screening.id = screening_id
             JOIN organisation ON organisation.id = organisation_id
             WHERE practice_account_id IS NULL
               AND version = (SELECT MAX(version) FROM released_report AS newest
                              WHERE newest.screening_id = released_report.screening_id)
             ORDER BY released_at DESC, screening_id"
        )?;
        // Filtered here, as in `screenings.rs`.
        rows.into_iter()
            .filter(|row| organisations.contains(&row.organisation_id))
            .map(TryInto::try_into)
            .collect()
    }
}
