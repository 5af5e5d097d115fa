//! The audit log: who did what, never what anyone answered.

use super::SqlStore;
use super::db::{Writing, execute, fetch_all};
use async_trait::async_trait;
use workflow::ports::{AuditEntry, AuditStore, PortResult};

/// An entry as its row says.
#[derive(sqlx::FromRow)]
struct EntryRow {
    id: String,
    at: i64,
    actor: String,
    organisation_id: Option<String>,
    screening_id: Option<String>,
    event: String,
    detail: String,
}

impl From<EntryRow> for AuditEntry {
    fn from(row: EntryRow) -> Self {
        Self {
            id: row.id,
            at: row.at,
            actor: row.actor,
            organisation: row.organisation_id,
            screening: row.screening_id,
            event: row.event,
            detail: row.detail,
        }
    }
}

/// Adds an entry within a transaction.
pub(super) async fn insert(writing: &mut Writing, entry: &AuditEntry) -> PortResult<()> {
    execute!(
        writing,
        "INSERT INTO audit (id, at, actor, organisation_id, screening_id, event, detail)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &*entry.id,
        entry.at,
        &*entry.actor,
        entry.organisation.as_deref(),
        entry.screening.as_deref(),
        &*entry.event,
        &*entry.detail
    )?;
    Ok(())
}

#[async_trait]
impl AuditStore for SqlStore {
    async fn log(&self, entry: &AuditEntry) -> PortResult<()> {
        self.db.write(async |writing| insert(writing, entry).await).await
    }

    async fn entries(&self, limit: u32) -> PortResult<Vec<AuditEntry>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            EntryRow,
            "SELECT id, at, actor, organisation_id, screening_id, event, detail FROM audit
             ORDER BY at DESC, id LIMIT $1",
            i64::from(limit)
        )?;
        Ok(rows.into_iter().map(Into::into).collect())
    }
}
