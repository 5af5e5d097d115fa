//! Everything that is stored, copied whole: to a backup's file, back from one, from one database to another.
//!
//! The tables are those that the program's own steps make, so a new table comes along by itself; what does not is named in
//! [`tables::LEFT_OUT`]. Rows are read in the order of their keys in one snapshot, and written so: a copy keeps no order of
//! arrival, and the same content gives the same checksums on either database.

mod backup;
mod fault;
mod rows;
mod tables;

pub(crate) use backup::UNFINISHED;
pub use backup::{Backup, Note, back_up, look_into, look_through};
pub use fault::CopyFault;
pub use rows::Tally;

use super::db::{Db, Writing, execute, fetch_all, fetch_optional};
use sqlx::AssertSqlSafe;
use tables::{Table, tables};
use workflow::ports::PortResult;

/// The screenings whose answers are being collected: open or closing. While they are, two copies tell what came in between.
pub async fn collecting(db: &Db) -> PortResult<Vec<String>> {
    let mut snapshot = db.snapshot().await?;
    collecting_in(&mut snapshot).await
}

async fn collecting_in(snapshot: &mut Writing) -> PortResult<Vec<String>> {
    const COLLECTING: &str = "SELECT id FROM screening WHERE state IN ('open', 'closing') ORDER BY id";
    let rows = fetch_all!(snapshot, (String,), COLLECTING)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Copies everything from one database into another, which must be empty; what it then holds is compared with what was
/// read.
///
/// # Errors
///
/// [`CopyFault`]; nothing is written where one is told before the end.
pub async fn move_all(from: &Db, to: &Db) -> Result<Vec<Tally>, CopyFault> {
    let tables = tables(None).await?;
    let mut snapshot = from.snapshot().await?;
    let copied = copy_into(&mut snapshot, to, &tables).await?;
    snapshot.rollback().await?;
    compared(&copied, to, &tables).await?;
    Ok(copied)
}

/// Copies a snapshot's rows into an empty database, in one transaction.
async fn copy_into(snapshot: &mut Writing, to: &Db, tables: &[Table]) -> Result<Vec<Tally>, CopyFault> {
    let mut writing = to.begin().await?;
    let copied = match occupied(&mut writing, tables).await? {
        Some(table) => Err(CopyFault::Occupied(table)),
        None => copy(snapshot, &mut writing, tables).await,
    };
    if copied.is_ok() {
        writing.commit().await?
    } else {
        writing.rollback().await?
    }
    copied
}

/// Reads the copy anew, and compares.
async fn compared(copied: &[Tally], to: &Db, tables: &[Table]) -> Result<(), CopyFault> {
    let mut written = to.snapshot().await?;
    let found = tally(&mut written, tables).await?;
    written.rollback().await?;
    match copied.iter().zip(&found).find(|(one, other)| one != other) {
        Some((one, _)) => Err(CopyFault::Differs(one.table.clone())),
        None => Ok(()),
    }
}

/// A table that holds rows where nothing may be yet. What a server that was only started has written does not count.
async fn occupied(writing: &mut Writing, tables: &[Table]) -> PortResult<Option<String>> {
    for table in tables {
        let any = match table.name.as_str() {
            "installation" => continue,
            "audit_ends" => "SELECT CAST(1 AS BIGINT) FROM audit_ends WHERE head_number > 0".to_owned(),
            name => format!("SELECT CAST(1 AS BIGINT) FROM {name} LIMIT 1"),
        };
        if fetch_optional!(writing, (i64,), AssertSqlSafe(any))?.is_some() {
            return Ok(Some(table.name.clone()));
        }
    }
    Ok(None)
}

/// Copies every row, tables in the order in which they refer to each other, rows in the order of their keys.
async fn copy(from: &mut Writing, to: &mut Writing, tables: &[Table]) -> Result<Vec<Tally>, CopyFault> {
    for filled in ["installation", "audit_ends"] {
        if tables.iter().any(|table| table.name == filled) {
            execute!(to, AssertSqlSafe(format!("DELETE FROM {filled}")))?;
        }
    }
    let mut tallies = Vec::new();
    for table in tables {
        tallies.push(rows::read(from, Some(&mut *to), table).await?);
        rows::join(from, to, table).await?;
    }
    Ok(tallies)
}

/// Counts and sums up every row.
async fn tally(from: &mut Writing, tables: &[Table]) -> Result<Vec<Tally>, CopyFault> {
    let mut tallies = Vec::new();
    for table in tables {
        tallies.push(rows::read(from, None, table).await?);
    }
    Ok(tallies)
}
