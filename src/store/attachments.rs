//! Files beside documents and observations.

use super::closing::note_tidy_due;
use super::db::{Lock, execute, failed, fetch_all, fetch_optional};
use super::{SqlStore, unreadable};
use async_trait::async_trait;
use screening::attachment::AttachmentKind;
use workflow::attachments::{Added, Attachment, NewAttachment};
use workflow::ports::{AttachmentStore, PortResult, StoreError};

/// A file as its row says.
#[derive(sqlx::FromRow)]
struct AttachmentRow {
    id: String,
    evidence_id: String,
    name: String,
    kind: String,
    size: i64,
}

impl TryFrom<AttachmentRow> for Attachment {
    type Error = StoreError;
    fn try_from(row: AttachmentRow) -> PortResult<Self> {
        let kind = AttachmentKind::parse(&row.kind);
        Ok(Self {
            id: row.id,
            evidence: row.evidence_id,
            name: row.name,
            kind: kind.ok_or_else(|| unreadable("attachment.kind", "no kind"))?,
            size: u64::try_from(row.size).map_err(|why| unreadable("attachment.size", why))?,
        })
    }
}

#[async_trait]
impl AttachmentStore for SqlStore {
    async fn attachments_on(&self, screening: &str) -> PortResult<bool> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (String,),
            "SELECT screening_id FROM attachments_on WHERE screening_id = $1",
            screening
        )?;
        Ok(row.is_some())
    }

    async fn switch_attachments(&self, screening: &str, on: bool) -> PortResult<()> {
        let statement = if on {
            "INSERT INTO attachments_on (screening_id) VALUES ($1) ON CONFLICT (screening_id) DO NOTHING"
        } else {
            "DELETE FROM attachments_on WHERE screening_id = $1"
        };
        self.deeds
            .write(async |writing| {
                execute!(writing, statement, screening)?;
                Ok(())
            })
            .await
    }

    async fn add_attachment(
        &self,
        screening: &str,
        attachment: &NewAttachment,
        most: u64,
    ) -> PortResult<Added> {
        let NewAttachment { about, digest, now, bytes } = attachment;
        let size = i64::try_from(about.size).map_err(failed)?;
        let most = i64::try_from(most).map_err(failed)?;
        self.deeds
            .write(async |writing| {
                // Who attaches at the same moment waits here, so that the files are counted once each.
                writing.lock_screening(screening, Lock::Exclusive).await?;
                let known = fetch_optional!(
                    writing,
                    (String,),
                    "SELECT id FROM evidence WHERE screening_id = $1 AND id = $2",
                    screening,
                    &*about.evidence
                )?;
                if known.is_none() {
                    return Ok(Added::Gone);
                }
                let before = fetch_optional!(
                    writing,
                    (String,),
                    "SELECT id FROM attachment WHERE evidence_id = $1 AND digest = $2",
                    &*about.evidence,
                    &digest[..]
                )?;
                if before.is_some() {
                    return Ok(Added::Before);
                }
                let kept = execute!(
                    writing,
                    "INSERT INTO attachment (id, screening_id, evidence_id, name, kind, size, digest, added_at)
                     SELECT $1, $2, $3, $4, $5, $6, $7, $8
                     WHERE $6 + (SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM attachment
                                 WHERE screening_id = $2) <= $9",
                    &*about.id,
                    screening,
                    &*about.evidence,
                    &*about.name,
                    about.kind.extension(),
                    size,
                    &digest[..],
                    *now,
                    most
                )?;
                if kept == 0 {
                    return Ok(Added::NoRoom);
                }
                execute!(
                    writing,
                    "INSERT INTO attachment_content (attachment_id, bytes) VALUES ($1, $2)",
                    &*about.id,
                    &bytes[..]
                )?;
                Ok(Added::Kept)
            })
            .await
    }

    async fn attachments(&self, screening: &str) -> PortResult<Vec<Attachment>> {
        let mut reading = self.db.read().await?;
        fetch_all!(
            reading,
            AttachmentRow,
            "SELECT id, evidence_id, name, kind, size FROM attachment WHERE screening_id = $1
             ORDER BY added_at, id",
            screening
        )?
        .into_iter()
        .map(TryInto::try_into)
        .collect()
    }

    async fn attachment(&self, screening: &str, id: &str) -> PortResult<Option<(Attachment, Vec<u8>)>> {
        let mut reading = self.db.read().await?;
        let about = fetch_optional!(
            reading,
            AttachmentRow,
            "SELECT id, evidence_id, name, kind, size FROM attachment WHERE screening_id = $1 AND id = $2",
            screening,
            id
        )?;
        let Some(about) = about else { return Ok(None) };
        let content = fetch_optional!(
            reading,
            (Vec<u8>,),
            "SELECT bytes FROM attachment_content WHERE attachment_id = $1",
            id
        )?;
        // It was removed in between.
        let Some((bytes,)) = content else { return Ok(None) };
        Ok(Some((about.try_into()?, bytes)))
    }

    async fn remove_attachment(&self, screening: &str, id: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                // Its bytes go with it, by their reference.
                let removed = execute!(
                    writing,
                    "DELETE FROM attachment WHERE screening_id = $1 AND id = $2",
                    screening,
                    id
                )?;
                if removed > 0 {
                    note_tidy_due(writing, &format!("attachment {id}")).await?;
                }
                Ok(removed == 1)
            })
            .await
    }
}
