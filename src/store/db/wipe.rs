//! Deleted rows out of the database's files, freed pages and row versions with them.

use super::{Db, failed};
use sqlx::{AssertSqlSafe, Connection, PgConnection, PgPool, SqlitePool};
use workflow::ports::PortResult;

/// PostgreSQL's `lock_not_available`: others were using the table all the while.
const LOCK_NOT_AVAILABLE: &str = "55P03";

impl Db {
    /// Wipes deleted rows out of the files; false where somebody still reads what was before: try again later.
    /// `due` is the mark, in the table `installation`, that the deleting transaction set.
    pub async fn wipe(&self, due: &str) -> PortResult<bool> {
        match self {
            Self::Sqlite { write, .. } => wipe_sqlite(write).await,
            Self::Postgres(pool) => wipe_postgres(pool, due).await,
        }
    }
}

/// The file is written anew, and the log emptied (not where somebody still reads in it).
async fn wipe_sqlite(pool: &SqlitePool) -> PortResult<bool> {
    let mut connection = pool.acquire().await.map_err(failed)?;
    sqlx::query("VACUUM").execute(&mut *connection).await.map_err(failed)?;
    let (busy, _, _): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)")
        .fetch_one(&mut *connection)
        .await
        .map_err(failed)?;
    Ok(busy == 0)
}

/// Every table that something is deleted from which somebody answered, wrote, or is named in; by name.
const WIPED: &[&str] = &[
    "access_code",
    "account",
    "attachment",
    "attachment_content",
    "comment",
    "counter",
    "draft",
    "draft_page",
    "evidence",
    "goal",
    "hearing",
    "hearing_people",
    "imported_file",
    "minute_line",
    "pilot_note",
    "released_report",
    "report_edit",
    "report_record",
    "response",
    "review_note",
    "screening",
    "settlement",
    "stopped_mark",
    "told",
    "vote",
    "vote_count",
    "vote_phone",
];

/// Every one of [`WIPED`] into a new file.
///
/// A plain `VACUUM` frees the place of dead rows and leaves their bytes there, each with its transaction number: a
/// code's and its response's are the same. `VACUUM FULL` copies the living rows and keeps *their* transaction
/// numbers, which is why the close wrote them anew in one transaction first. It keeps what some other transaction,
/// such as a backup, may still look at; how far it could go is the table's new `relfrozenxid`, so that is compared
/// with the transaction that set the mark.
async fn wipe_postgres(pool: &PgPool, due: &str) -> PortResult<bool> {
    // A connection of its own, closed after: nobody else shall have its patience.
    let mut connection = pool.acquire().await.map_err(failed)?.detach();
    let wiped = rewritten(&mut connection, due).await;
    connection.close().await.map_err(failed)?;
    match wiped {
        Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(LOCK_NOT_AVAILABLE) => Ok(false),
        wiped => wiped.map_err(failed),
    }
}

async fn rewritten(connection: &mut PgConnection, due: &str) -> sqlx::Result<bool> {
    // Whoever sends a questionnaire elsewhere waits as long as this waits.
    sqlx::query("SET lock_timeout = '2s'").execute(&mut *connection).await?;
    sqlx::query(AssertSqlSafe(format!("VACUUM (FULL) {}", WIPED.join(", "))))
        .execute(&mut *connection)
        .await?;
    let (gone,): (bool,) = sqlx::query_as(
        "SELECT NOT EXISTS (
             SELECT 1 FROM installation AS mark, pg_class AS wiped
             WHERE mark.name = $1 AND age(wiped.relfrozenxid) >= age(mark.xmin)
             AND wiped.oid IN (SELECT name::regclass FROM unnest($2::text[]) AS name))",
    )
    .bind(due)
    .bind(WIPED)
    .fetch_one(connection)
    .await?;
    Ok(gone)
}
