//! Answers that were collected elsewhere, and the mappings they were read by.

use super::answering::sending::{put_comment, put_response};
use super::db::{Lock, execute, failed, fetch_all};
use super::{SqlStore, bytes, from_json, to_json};
use async_trait::async_trait;
use workflow::importing::{Imported, Importing, SavedMapping};
use workflow::ports::{Bytes32, ImportStore, PortResult};

#[async_trait]
impl ImportStore for SqlStore {
    async fn mappings(&self, organisation: &str) -> PortResult<Vec<SavedMapping>> {
        let mut reading = self.db.read().await?;
        fetch_all!(
            reading,
            (String, String, String),
            "SELECT name, instrument_id, content FROM import_mapping WHERE organisation_id = $1 ORDER BY name",
            organisation
        )?
        .into_iter()
        .map(|(name, instrument, content)| {
            Ok(SavedMapping { name, instrument, mapping: from_json("import_mapping.content", &content)? })
        })
        .collect()
    }

    async fn save_mapping(&self, organisation: &str, mapping: &SavedMapping) -> PortResult<()> {
        let content = to_json(&mapping.mapping)?;
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO import_mapping (organisation_id, name, instrument_id, content)
                     VALUES ($1, $2, $3, $4)
                     ON CONFLICT (organisation_id, name)
                     DO UPDATE SET instrument_id = excluded.instrument_id, content = excluded.content",
                    organisation,
                    &*mapping.name,
                    &*mapping.instrument,
                    &*content
                )?;
                Ok(())
            })
            .await
    }

    async fn forget_mapping(&self, organisation: &str, name: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let gone = execute!(
                    writing,
                    "DELETE FROM import_mapping WHERE organisation_id = $1 AND name = $2",
                    organisation,
                    name
                )?;
                Ok(gone == 1)
            })
            .await
    }

    async fn imported_files(&self, screening: &str) -> PortResult<Vec<Bytes32>> {
        let mut reading = self.db.read().await?;
        fetch_all!(
            reading,
            (Vec<u8>,),
            "SELECT digest FROM imported_file WHERE screening_id = $1 ORDER BY digest",
            screening
        )?
        .into_iter()
        .map(|(digest,)| bytes("imported_file.digest", &digest))
        .collect()
    }

    async fn import_file(&self, screening: &str, importing: &Importing) -> PortResult<Imported> {
        self.deeds
            .write(async |writing| {
                if writing.lock_screening(screening, Lock::Shared).await?.as_deref() != Some("open") {
                    return Ok(Imported::NotOpen);
                }
                let noted = execute!(
                    writing,
                    "INSERT INTO imported_file (screening_id, digest) VALUES ($1, $2)
                     ON CONFLICT (screening_id, digest) DO NOTHING",
                    screening,
                    importing.digest.as_slice()
                )?;
                if noted == 0 && !importing.again {
                    return Ok(Imported::Before);
                }
                for response in &importing.responses {
                    put_response(writing, screening, response).await?;
                }
                // Apart from their responses, so that not even a row's place joins the two.
                for (group, comment) in &importing.comments {
                    put_comment(writing, screening, group, comment).await?;
                }
                for (group, kind, value, n) in &importing.counters {
                    execute!(
                        writing,
                        "INSERT INTO counter (screening_id, group_id, kind, value, n) VALUES ($1, $2, $3, $4, $5)
                         ON CONFLICT (screening_id, group_id, kind, value)
                         DO UPDATE SET n = counter.n + excluded.n",
                        screening,
                        group.as_str(),
                        *kind,
                        &**value,
                        i64::try_from(*n).map_err(failed)?
                    )?;
                }
                Ok(Imported::Stored)
            })
            .await
    }
}
