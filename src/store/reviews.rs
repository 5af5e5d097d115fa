//! Reading a draft through, and the record of what was done with it.

use super::db::{execute, fetch_all, fetch_optional};
use super::{SqlStore, from_json, to_json, unreadable};
use async_trait::async_trait;
use screening::report::SectionKind;
use workflow::ports::{PortResult, ReviewStore, StoreError};
use workflow::reports::{Place, ReportRecord, ReviewNote};

/// What a section's place begins with; a sentence's is its key.
const SECTION: &str = "section:";

/// A note as its row says.
#[derive(sqlx::FromRow)]
struct NoteRow {
    id: String,
    place: String,
    text: String,
    account_id: String,
    settled: i64,
    revision: i64,
}

impl TryFrom<NoteRow> for ReviewNote {
    type Error = StoreError;
    fn try_from(row: NoteRow) -> PortResult<Self> {
        let place = match row.place.strip_prefix(SECTION) {
            None => Place::Sentence(row.place),
            Some(kind) => Place::Section(
                SectionKind::named(kind).ok_or_else(|| unreadable("review_note.place", "no such section"))?,
            ),
        };
        Ok(Self {
            id: row.id,
            place,
            text: row.text,
            by: row.account_id,
            settled: row.settled != 0,
            revision: row.revision,
        })
    }
}

#[async_trait]
impl ReviewStore for SqlStore {
    async fn review_notes(&self, screening: &str) -> PortResult<Vec<ReviewNote>> {
        let mut reading = self.db.read().await?;
        fetch_all!(
            reading,
            NoteRow,
            "SELECT id, place, text, account_id, settled, revision FROM review_note WHERE screening_id = $1
             ORDER BY position, id",
            screening
        )?
        .into_iter()
        .map(TryInto::try_into)
        .collect()
    }

    async fn add_review_note(&self, screening: &str, note: &ReviewNote) -> PortResult<()> {
        let place = match &note.place {
            Place::Sentence(key) => key.clone(),
            Place::Section(kind) => format!("{SECTION}{}", kind.id()),
        };
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO review_note (id, screening_id, position, place, text, account_id, settled, revision)
                     SELECT $1, $2, COALESCE(MAX(position), 0) + 1, $3, $4, $5, $6, $7 FROM review_note
                     WHERE screening_id = $2",
                    &*note.id,
                    screening,
                    &*place,
                    &*note.text,
                    &*note.by,
                    i64::from(note.settled),
                    note.revision
                )?;
                Ok(())
            })
            .await
    }

    async fn settle_review_note(
        &self,
        screening: &str,
        id: &str,
        seen: i64,
        settled: bool,
    ) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let touched = execute!(
                    writing,
                    "UPDATE review_note SET settled = $4, revision = revision + 1
                     WHERE screening_id = $1 AND id = $2 AND revision = $3",
                    screening,
                    id,
                    seen,
                    i64::from(settled)
                )?;
                Ok(touched == 1)
            })
            .await
    }

    async fn report_record(&self, screening: &str) -> PortResult<(ReportRecord, i64)> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (String, i64),
            "SELECT content, version FROM report_record WHERE screening_id = $1",
            screening
        )?;
        match row {
            Some((content, version)) => Ok((from_json("report_record.content", &content)?, version)),
            None => Ok((ReportRecord::default(), 0)),
        }
    }

    async fn save_report_record(
        &self,
        screening: &str,
        seen: i64,
        record: &ReportRecord,
    ) -> PortResult<bool> {
        let content = to_json(record)?;
        self.deeds
            .write(async |writing| {
                let touched = if seen == 0 {
                    execute!(
                        writing,
                        "INSERT INTO report_record (screening_id, content, version) VALUES ($1, $2, 1)
                         ON CONFLICT (screening_id) DO NOTHING",
                        screening,
                        content
                    )?
                } else {
                    execute!(
                        writing,
                        "UPDATE report_record SET content = $3, version = version + 1
                         WHERE screening_id = $1 AND version = $2",
                        screening,
                        seen,
                        content
                    )?
                };
                Ok(touched == 1)
            })
            .await
    }
}
