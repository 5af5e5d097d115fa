//! The end of closing: everything in one transaction, then the old rows out of the files.

use super::db::{Lock, Writing, execute, failed, fetch_all, fetch_optional};
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use screening::answers::{Answers, Response};
use screening::id::GroupId;
use screening::picture::Picture;
use sqlx::AssertSqlSafe;
use workflow::closing::{Closed, Dropped};
use workflow::ports::{ClosingStore, InstallationStore, PortResult, StoreError};

/// The installation's mark that deleted rows still lie in the files.
const TIDY_DUE: &str = "tidy-due";

/// A response as its row says.
#[derive(sqlx::FromRow)]
struct ResponseRow {
    group_id: String,
    unit: Option<String>,
    answers: String,
}

impl TryFrom<ResponseRow> for Response {
    type Error = StoreError;
    fn try_from(row: ResponseRow) -> PortResult<Self> {
        let answers: Answers = from_json("response.answers", &row.answers)?;
        Ok(Self { group: GroupId::from(row.group_id), unit: row.unit, answers })
    }
}

#[async_trait]
impl ClosingStore for SqlStore {
    async fn responses(&self, screening: &str) -> PortResult<Vec<Response>> {
        let mut reading = self.db.read().await?;
        fetch_all!(
            reading,
            ResponseRow,
            "SELECT group_id, unit, answers FROM response WHERE screening_id = $1 ORDER BY key",
            screening
        )?
        .into_iter()
        .map(TryInto::try_into)
        .collect()
    }

    async fn close(
        &self,
        screening: &str,
        picture: &Picture,
        dropped: &[Dropped],
        responses: usize,
    ) -> PortResult<Closed> {
        let picture = to_json(picture)?;
        let responses = i64::try_from(responses).map_err(failed)?;
        self.deeds
            .write(async |writing| {
                if writing.lock_screening(screening, Lock::Exclusive).await?.as_deref() != Some("closing") {
                    return Ok(Closed::Before);
                }
                // Responses are only ever added, so as many as were scored are those that were scored.
                let stored = fetch_optional!(
                    writing,
                    (i64,),
                    "SELECT COUNT(*) FROM response WHERE screening_id = $1",
                    screening
                )?;
                if stored != Some((responses,)) {
                    return Ok(Closed::Changed);
                }
                for place in dropped {
                    execute!(
                        writing,
                        "UPDATE response SET unit = NULL WHERE screening_id = $1 AND group_id = $2 AND unit = $3",
                        screening,
                        place.group.as_str(),
                        &*place.unit
                    )?;
                }
                write_anew(writing, "response", "key", screening).await?;
                write_anew(writing, "comment", "key", screening).await?;
                write_anew(writing, "pilot_note", "key", screening).await?;
                write_anew(writing, "counter", "group_id, kind, value", screening).await?;
                execute!(writing, "DELETE FROM access_code WHERE screening_id = $1", screening)?;
                execute!(writing, "DELETE FROM tablet WHERE screening_id = $1", screening)?;
                execute!(writing, "DELETE FROM imported_file WHERE screening_id = $1", screening)?;
                execute!(writing, "DELETE FROM typist WHERE screening_id = $1", screening)?;
                execute!(
                    writing,
                    "UPDATE screening SET state = 'closed', closing_ends_at = NULL, picture = $2 WHERE id = $1",
                    screening,
                    &*picture
                )?;
                note_tidy_due(writing, &format!("{screening} closed")).await?;
                Ok(Closed::Now)
            })
            .await
    }

    async fn tidy(&self) -> PortResult<()> {
        let Some(due) = self.mark(TIDY_DUE).await? else { return Ok(()) };
        if !self.db.wipe(TIDY_DUE).await? {
            tracing::warn!(
                "deleted rows still lie in the database's files: somebody reads there; tried again soon"
            );
            return Ok(());
        }
        self.deeds
            .write(async |writing| {
                // Where another screening closed meanwhile, the mark says so, and stays.
                execute!(
                    writing,
                    "DELETE FROM installation WHERE name = $1 AND value = $2",
                    TIDY_DUE,
                    &*due
                )?;
                Ok(())
            })
            .await
    }
}

/// Marks that rows were deleted which must not stay in the files; see [`ClosingStore::tidy`]. `why` is never the
/// same twice.
pub(super) async fn note_tidy_due(writing: &mut Writing, why: &str) -> PortResult<()> {
    execute!(
        writing,
        "INSERT INTO installation (name, value) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        TIDY_DUE,
        why.as_bytes()
    )?;
    Ok(())
}

/// A screening's rows of a table anew in key order, by way of a temporary table: they came in one by one, and the
/// place of a row in PostgreSQL's files, and its transaction number, tell when. A counter's tell when it last moved.
pub(super) async fn write_anew(
    writing: &mut Writing,
    table: &'static str,
    order: &'static str,
    screening: &str,
) -> PortResult<()> {
    let create = format!("CREATE TEMPORARY TABLE {table}_anew AS SELECT * FROM {table} WHERE 1 = 0");
    let copy = format!("INSERT INTO {table}_anew SELECT * FROM {table} WHERE screening_id = $1");
    let delete = format!("DELETE FROM {table} WHERE screening_id = $1");
    let back = format!("INSERT INTO {table} SELECT * FROM {table}_anew ORDER BY {order}");
    execute!(writing, AssertSqlSafe(create))?;
    execute!(writing, AssertSqlSafe(copy), screening)?;
    execute!(writing, AssertSqlSafe(delete), screening)?;
    execute!(writing, AssertSqlSafe(back))?;
    execute!(writing, AssertSqlSafe(format!("DROP TABLE {table}_anew")))?;
    Ok(())
}
