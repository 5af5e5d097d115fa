//! The end of closing: everything in one transaction, then the old rows out of the files.

use super::db::{Lock, Writing, execute, failed, fetch_all, fetch_optional};
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use screening::answers::{Answers, Response};
use screening::id::GroupId;
use screening::picture::Picture;
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
        self.db
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
                rewrite_responses(writing, screening, dropped).await?;
                rewrite_comments(writing, screening).await?;
                execute!(writing, "DELETE FROM access_code WHERE screening_id = $1", screening)?;
                execute!(
                    writing,
                    "UPDATE screening SET state = 'closed', closing_ends_at = NULL, picture = $2 WHERE id = $1",
                    screening,
                    &*picture
                )?;
                note_tidy_due(writing).await?;
                Ok(Closed::Now)
            })
            .await
    }

    async fn tidy(&self) -> PortResult<()> {
        if self.mark(TIDY_DUE).await?.is_none() || !self.db.wipe().await? {
            return Ok(());
        }
        self.db
            .write(async |writing| {
                execute!(writing, "DELETE FROM installation WHERE name = $1", TIDY_DUE)?;
                Ok(())
            })
            .await
    }
}

/// Marks that rows were deleted which must not stay in the files; see [`ClosingStore::tidy`].
pub(super) async fn note_tidy_due(writing: &mut Writing) -> PortResult<()> {
    execute!(
        writing,
        "INSERT INTO installation (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
        TIDY_DUE,
        [1_u8].as_slice()
    )?;
    Ok(())
}

/// Responses anew in key order, by way of a temporary table: they came in one by one, and the place of a row in
/// PostgreSQL's files, and its transaction number, tell when.
async fn rewrite_responses(writing: &mut Writing, screening: &str, dropped: &[Dropped]) -> PortResult<()> {
    execute!(writing, "CREATE TEMPORARY TABLE response_anew AS SELECT * FROM response WHERE 1 = 0")?;
    execute!(writing, "INSERT INTO response_anew SELECT * FROM response WHERE screening_id = $1", screening)?;
    for place in dropped {
        execute!(
            writing,
            "UPDATE response_anew SET unit = NULL WHERE group_id = $1 AND unit = $2",
            place.group.as_str(),
            &*place.unit
        )?;
    }
    execute!(writing, "DELETE FROM response WHERE screening_id = $1", screening)?;
    execute!(writing, "INSERT INTO response SELECT * FROM response_anew ORDER BY key")?;
    execute!(writing, "DROP TABLE response_anew")?;
    Ok(())
}

/// Comments anew in key order, as the responses.
async fn rewrite_comments(writing: &mut Writing, screening: &str) -> PortResult<()> {
    execute!(writing, "CREATE TEMPORARY TABLE comment_anew AS SELECT * FROM comment WHERE 1 = 0")?;
    execute!(writing, "INSERT INTO comment_anew SELECT * FROM comment WHERE screening_id = $1", screening)?;
    execute!(writing, "DELETE FROM comment WHERE screening_id = $1", screening)?;
    execute!(writing, "INSERT INTO comment SELECT * FROM comment_anew ORDER BY key")?;
    execute!(writing, "DROP TABLE comment_anew")?;
    Ok(())
}
