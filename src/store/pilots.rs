//! Notes of pilots, in the order of their random keys; a pilot is deleted whole.

use super::SqlStore;
use super::closing::note_tidy_due;
use super::comments::{hex, unhex};
use super::db::{execute, fetch_all};
use async_trait::async_trait;
use screening::pilot::Note;
use workflow::ports::{PilotStore, PortResult};

#[async_trait]
impl PilotStore for SqlStore {
    async fn notes(&self, screening: &str) -> PortResult<Vec<(String, Note)>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (Vec<u8>, String, String, String),
            "SELECT key, group_id, indicator, text FROM pilot_note WHERE screening_id = $1 ORDER BY key",
            screening
        )?;
        let note = |(key, group, indicator, text): (Vec<u8>, String, String, String)| {
            (hex(&key), Note { group: group.into(), indicator: indicator.into(), text })
        };
        Ok(rows.into_iter().map(note).collect())
    }

    async fn remove_note(&self, screening: &str, note: &str) -> PortResult<bool> {
        let Some(key) = unhex(note) else { return Ok(false) };
        self.deeds
            .write(async |writing| {
                let gone = execute!(
                    writing,
                    "DELETE FROM pilot_note WHERE screening_id = $1 AND key = $2",
                    screening,
                    &*key
                )?;
                note_tidy_due(writing, &format!("note {note} removed")).await?;
                Ok(gone == 1)
            })
            .await
    }

    async fn delete_pilot(&self, screening: &str) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(writing, "DELETE FROM screening WHERE id = $1", screening)?;
                note_tidy_due(writing, &format!("{screening} deleted")).await
            })
            .await
    }
}
