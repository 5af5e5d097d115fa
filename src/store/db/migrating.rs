//! Bringing a database's tables up to date, step by step, and saying plainly what keeps them from it.

use sqlx::migrate::{Migrate, MigrateError, Migrator};
use sqlx::{PgConnection, SqliteConnection};
use std::fs::File;
use std::path::Path;
use workflow::ports::PortResult;

use super::failed;

/// The steps of SQLite's tables.
pub(crate) static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
/// The steps of PostgreSQL's, with the same numbers.
pub(crate) static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// Why a database's tables are not what this program works with.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// Made by a newer program.
    #[error(
        "its tables are of a newer release (step {found:04}, and this program knows {known:04}): use that release or a \
         newer one"
    )]
    Newer {
        /// The newest step in the database.
        found: i64,
        /// The newest step of the program.
        known: i64,
    },
    /// A step that was begun and not finished.
    #[error(
        "step {0:04} ({1}) of its tables was begun and never finished: restore a backup from before it into an empty \
         database"
    )]
    HalfRun(i64, String),
    /// A step that failed; what it had done is undone.
    #[error("step {0:04} ({1}) of its tables failed and was undone: {2}")]
    Failed(i64, String, #[source] sqlx::Error),
    /// A step whose text is another than the program's.
    #[error("step {0:04} of its tables is not the one of this program: is it a development version's?")]
    Changed(i64),
    /// Tables that this program never made.
    #[error("it holds another program's tables: name a database of its own")]
    Foreign,
}

/// Takes a file's tables as far as a step, or to the newest; what is done already is left.
pub(crate) async fn bring_sqlite(connection: &mut SqliteConnection, step: Option<i64>) -> PortResult<()> {
    const FOREIGN: &str = r"SELECT NOT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '_sqlx_migrations')
        AND EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\')";
    let (foreign,): (bool,) = sqlx::query_as(FOREIGN).fetch_one(&mut *connection).await.map_err(failed)?;
    bring(&SQLITE, connection, step, foreign).await
}

/// As [`bring_sqlite`], of a server.
pub(super) async fn bring_postgres(connection: &mut PgConnection, step: Option<i64>) -> PortResult<()> {
    const FOREIGN: &str = "SELECT to_regclass('_sqlx_migrations') IS NULL
        AND EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())";
    let (foreign,): (bool,) = sqlx::query_as(FOREIGN).fetch_one(&mut *connection).await.map_err(failed)?;
    bring(&POSTGRES, connection, step, foreign).await
}

async fn bring<C: Migrate>(
    steps: &Migrator,
    connection: &mut C,
    up_to: Option<i64>,
    foreign: bool,
) -> PortResult<()> {
    if foreign {
        return Err(failed(Unfit::Foreign));
    }
    match steps.run_direct(up_to, connection, false).await {
        Ok(()) => Ok(()),
        Err(error) => {
            let known = newest(steps);
            let name = |step: i64| {
                let found = steps.iter().find(|known| known.version == step);
                found.map_or_else(String::new, |step| step.description.to_string())
            };
            Err(failed(match error {
                MigrateError::Dirty(step) => Unfit::HalfRun(step, name(step)),
                MigrateError::VersionMissing(found) if found > known => {
                    // Another program may number its steps alike, and higher.
                    let applied = connection.list_applied_migrations(&steps.table_name).await;
                    let ours = applied
                        .is_ok_and(|applied| first_is_ours(steps, applied.iter().map(|a| &*a.checksum)));
                    if ours { Unfit::Newer { found, known } } else { Unfit::Foreign }
                }
                MigrateError::VersionMissing(step) => Unfit::Changed(step),
                MigrateError::VersionMismatch(step) if Some(step) == first(steps) => Unfit::Foreign,
                MigrateError::VersionMismatch(step) => Unfit::Changed(step),
                MigrateError::ExecuteMigration(error, step) => Unfit::Failed(step, name(step), error),
                other => return Err(failed(other)),
            }))
        }
    }
}

/// The step at which stored steps, as (number, checksum) in their order, stand; `None` where there are none.
///
/// # Errors
///
/// Where they are not the program's.
pub(crate) fn step_of(steps: &Migrator, stored: &[(i64, Vec<u8>)]) -> Result<Option<i64>, Unfit> {
    let Some((last, _)) = stored.last() else { return Ok(None) };
    if !first_is_ours(steps, stored.iter().map(|(_, checksum)| &**checksum)) {
        return Err(Unfit::Foreign);
    }
    let known = newest(steps);
    if *last > known {
        return Err(Unfit::Newer { found: *last, known });
    }
    for (step, checksum) in stored {
        let known = steps.iter().find(|known| known.version == *step);
        if known.is_none_or(|known| *known.checksum != **checksum) {
            return Err(Unfit::Changed(*step));
        }
    }
    // All of them up to the last: what is missing in between would be put in later, in another order.
    let expected = steps.iter().filter(|known| known.version <= *last).count();
    if expected == stored.len() { Ok(Some(*last)) } else { Err(Unfit::Changed(*last)) }
}

/// The newest step.
pub(crate) fn newest(steps: &Migrator) -> i64 {
    steps.iter().map(|step| step.version).max().unwrap_or_default()
}

fn first(steps: &Migrator) -> Option<i64> {
    steps.iter().map(|step| step.version).min()
}

fn first_is_ours<'a>(steps: &Migrator, mut stored: impl Iterator<Item = &'a [u8]>) -> bool {
    let ours = steps.iter().next().map(|step| &*step.checksum);
    ours.is_some() && stored.next() == ours
}

/// Holds the folder of a SQLite file, so that of several programs that open the same new file one makes its tables and
/// the others wait: SQLite has no lock that spans steps. Let go when it is dropped, or its program ends; nothing where the
/// file system has no such locks.
pub(super) async fn alone(file: &Path) -> Option<File> {
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => Path::new(".").to_owned(),
    };
    let held = tokio::task::spawn_blocking(move || {
        let folder = File::open(folder).ok()?;
        folder.lock().ok()?;
        Some(folder)
    });
    held.await.ok().flatten()
}
