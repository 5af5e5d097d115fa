//! Documents and observations.

use super::closing::note_tidy_due;
use super::db::{Writing, execute, failed, fetch_all, fetch_optional};
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use screening::evidence::Evidence;
use screening::id::IndicatorId;
use workflow::ports::{EvidenceStore, PortResult};

#[async_trait]
impl EvidenceStore for SqlStore {
    async fn add_evidence(
        &self,
        screening: &str,
        id: &str,
        now: i64,
        evidence: &Evidence,
    ) -> PortResult<bool> {
        let content = to_json(evidence)?;
        self.deeds
            .write(async |writing| {
                let added = execute!(
                    writing,
                    "INSERT INTO evidence (id, screening_id, written_at, content)
                     SELECT $1, $2, $3, $4
                     WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE screening_id = $2 AND content = $4)",
                    id,
                    screening,
                    now,
                    &*content
                )?;
                Ok(added == 1)
            })
            .await
    }

    async fn evidence(&self, screening: &str) -> PortResult<Vec<(String, Evidence)>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, String),
            "SELECT id, content FROM evidence WHERE screening_id = $1 ORDER BY written_at, id",
            screening
        )?;
        rows.into_iter().map(|(id, content)| Ok((id, from_json("evidence.content", &content)?))).collect()
    }

    async fn evidence_revision(&self, screening: &str, id: &str) -> PortResult<Option<u64>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (i64,),
            "SELECT revision FROM evidence WHERE screening_id = $1 AND id = $2",
            screening,
            id
        )?;
        row.map(|(revision,)| u64::try_from(revision).map_err(failed)).transpose()
    }

    async fn edit_evidence(
        &self,
        screening: &str,
        id: &str,
        before: u64,
        evidence: &Evidence,
        unrated: &[IndicatorId],
    ) -> PortResult<bool> {
        let content = to_json(evidence)?;
        let before = i64::try_from(before).map_err(failed)?;
        self.deeds
            .write(async |writing| {
                let edited = execute!(
                    writing,
                    "UPDATE evidence SET content = $4, revision = revision + 1
                     WHERE screening_id = $1 AND id = $2 AND revision = $3",
                    screening,
                    id,
                    before,
                    content
                )?;
                if edited == 1 {
                    unrate(writing, screening, unrated).await?;
                }
                Ok(edited == 1)
            })
            .await
    }

    async fn remove_evidence(&self, screening: &str, id: &str, unrated: &[IndicatorId]) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let files = execute!(
                    writing,
                    "DELETE FROM attachment WHERE screening_id = $1 AND evidence_id = $2",
                    screening,
                    id
                )?;
                if files > 0 {
                    note_tidy_due(writing, &format!("evidence {id}")).await?;
                }
                let removed = execute!(
                    writing,
                    "DELETE FROM evidence WHERE screening_id = $1 AND id = $2",
                    screening,
                    id
                )?;
                if removed == 1 {
                    unrate(writing, screening, unrated).await?;
                }
                Ok(removed == 1)
            })
            .await
    }
}

/// Removes every rating of these indicators: nothing is written about them any more.
async fn unrate(writing: &mut Writing, screening: &str, indicators: &[IndicatorId]) -> PortResult<()> {
    for indicator in indicators {
        for statement in [
            "DELETE FROM rating WHERE screening_id = $1 AND indicator = $2",
            "DELETE FROM settlement WHERE screening_id = $1 AND indicator = $2",
        ] {
            execute!(writing, statement, screening, indicator.as_str())?;
        }
    }
    Ok(())
}
