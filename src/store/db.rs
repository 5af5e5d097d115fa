//! The two databases behind one door: opening, migrating, one transaction to write, one connection to read.
//!
//! Statements are written once, with `$1 …`, and run on either by [`execute!`], [`fetch_all!`] and
//! [`fetch_optional!`]. What truly differs between the two is here and nowhere else:
//! * how a file or server is opened, and the pragmas of SQLite;
//! * `BEGIN IMMEDIATE`: SQLite can't turn a reading transaction into a writing one while another writes;
//! * [`Writing::lock_screening`]: a row lock on PostgreSQL, nothing on SQLite, which has one writer anyway;
//! * [`Db::wipe`]: deleted rows out of the files;
//! * [`Db::size`]: who knows how large it is.
//!
//! To add a statement: in the file of its aggregate, in a `Db::read` or `Db::write`.

pub(crate) mod migrating;
mod on;
mod road;
mod statements;
mod wipe;

pub use on::{Lock, On, Reading, Writing};
pub(crate) use statements::{execute, fetch_all, fetch_optional};

use crate::metrics;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, PgPool, SqlitePool};
use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::str::FromStr;
use std::time::{Duration, Instant};
use workflow::ports::{PortResult, StoreError};

/// How long a statement waits for another process that holds the SQLite file, or for a free connection.
const PATIENCE: Duration = Duration::from_secs(10);

/// Connections that read at the same time (SQLite), or do anything (PostgreSQL).
const CONNECTIONS: u32 = 8;

/// An open database.
#[derive(Clone)]
pub enum Db {
    /// One file.
    Sqlite {
        /// Connections that only read.
        read: SqlitePool,
        /// The one connection that writes.
        write: SqlitePool,
    },
    /// A server.
    Postgres(PgPool),
}

/// Says which kind, never the address: it may hold a password.
impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Sqlite { .. } => "Db(sqlite)",
            Self::Postgres(_) => "Db(postgres)",
        })
    }
}

/// A port's error from any other.
pub(crate) fn failed(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError(Box::new(error))
}

/// Makes the file for its owner alone where there is none, since it holds what people wrote; SQLite gives the files
/// beside it the same rights. What keeps it from being made, SQLite says when it opens it.
fn own_file(path: &Path) {
    let _ = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
}

#[expect(
    clippy::disallowed_methods,
    reason = "a duration for who watches the program; no rule depends on it"
)]
pub(super) fn now() -> Instant {
    Instant::now()
}

/// An address that names no database known here.
#[derive(Debug, thiserror::Error)]
#[error("a database address begins with sqlite:// or postgres://")]
pub struct UnknownScheme;

impl Db {
    /// Opens the database and brings its tables up to date. `sqlite://path` is created where it is absent,
    /// `postgres://…` (or `postgresql://…`) must exist.
    ///
    /// # Errors
    ///
    /// [`crate::store::Unfit`] among others: tables of a newer release, of another program, or half made.
    pub async fn open(address: &str) -> PortResult<Self> {
        Self::open_to(address, None).await
    }

    /// As [`Db::open`], with tables as they were at an earlier step.
    pub async fn open_to(address: &str, step: Option<i64>) -> PortResult<Self> {
        let scheme = address.split(':').next().unwrap_or_default();
        match scheme {
            "sqlite" => Self::open_sqlite(address, step).await,
            "postgres" | "postgresql" => Self::open_postgres(address, step).await,
            _ => Err(failed(UnknownScheme)),
        }
    }

    async fn open_sqlite(address: &str, step: Option<i64>) -> PortResult<Self> {
        let options = SqliteConnectOptions::from_str(address)
            .map_err(failed)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            // Deleted content is overwritten, not just forgotten; temporary tables never reach the disk.
            .pragma("secure_delete", "ON")
            .pragma("temp_store", "MEMORY");
        let alone = migrating::alone(options.get_filename()).await;
        own_file(options.get_filename());
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .connect_with(options.clone())
            .await
            .map_err(failed)?;
        let mut connection = write.acquire().await.map_err(failed)?;
        migrating::bring_sqlite(&mut connection, step).await?;
        drop((connection, alone));
        let read = SqlitePoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options.pragma("query_only", "ON"))
            .await
            .map_err(failed)?;
        Ok(Self::Sqlite { read, write })
    }

    async fn open_postgres(address: &str, step: Option<i64>) -> PortResult<Self> {
        let options = PgConnectOptions::from_str(address).map_err(failed)?;
        let options = road::checked(options).map_err(failed)?;
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await
            .map_err(failed)?;
        // What fails on the way must not hold the steps' lock: this connection goes with it.
        let mut connection = pool.acquire().await.map_err(failed)?.detach();
        let brought = migrating::bring_postgres(&mut connection, step).await;
        connection.close().await.map_err(failed)?;
        brought?;
        Ok(Self::Postgres(pool))
    }

    /// Ends all connections; on SQLite the log goes into the file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// A connection to read with; each statement sees what is committed.
    pub async fn read(&self) -> PortResult<Reading> {
        let asked = now();
        let reading = match self {
            Self::Sqlite { read, .. } => Reading::Sqlite(read.acquire().await.map_err(failed)?),
            Self::Postgres(pool) => Reading::Postgres(pool.acquire().await.map_err(failed)?),
        };
        metrics::read_waited(asked.elapsed());
        Ok(reading)
    }

    /// Connections that are used and that are not.
    pub(crate) fn connections(&self) -> (usize, usize) {
        let of =
            |size: u32, idle: usize| (usize::try_from(size).unwrap_or_default().saturating_sub(idle), idle);
        match self {
            Self::Sqlite { read, write } => {
                of(read.size() + write.size(), read.num_idle() + write.num_idle())
            }
            Self::Postgres(pool) => of(pool.size(), pool.num_idle()),
        }
    }

    /// Bytes that it takes.
    pub(crate) async fn size(&self) -> PortResult<u64> {
        const FILE: &str = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        const SERVER: &str = "SELECT pg_database_size(current_database())";
        let bytes: i64 = match self {
            Self::Sqlite { read, .. } => sqlx::query_scalar(FILE).fetch_one(read).await.map_err(failed)?,
            Self::Postgres(pool) => sqlx::query_scalar(SERVER).fetch_one(pool).await.map_err(failed)?,
        };
        Ok(u64::try_from(bytes).unwrap_or_default())
    }

    /// A transaction that sees everything as it was when it began to read, and writes nothing.
    pub async fn snapshot(&self) -> PortResult<Writing> {
        const STILL: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        Ok(match self {
            Self::Sqlite { read, .. } => Writing::Sqlite(read.begin().await.map_err(failed)?),
            Self::Postgres(pool) => Writing::Postgres(pool.begin_with(STILL).await.map_err(failed)?),
        })
    }

    /// A transaction that writes; [`Writing::end`] ends it.
    pub(crate) async fn begin(&self) -> PortResult<Writing> {
        const NOW: &str = "BEGIN IMMEDIATE";
        Ok(match self {
            Self::Sqlite { write, .. } => {
                let begun = match write.begin_with(NOW).await {
                    // On a full disk SQLite ends a transaction by itself, and the connection believes to be in it still:
                    // another takes its place.
                    Err(sqlx::Error::InvalidSavePointStatement) => {
                        write.acquire().await.map_err(failed)?.close().await.map_err(failed)?;
                        write.begin_with(NOW).await
                    }
                    begun => begun,
                };
                Writing::Sqlite(begun.map_err(failed)?)
            }
            Self::Postgres(pool) => Writing::Postgres(pool.begin().await.map_err(failed)?),
        })
    }

    /// Runs `work` in one transaction: kept whole when it gives `Ok`, gone without a trace otherwise.
    pub async fn write<T>(&self, work: impl AsyncFnOnce(&mut Writing) -> PortResult<T>) -> PortResult<T> {
        let asked = now();
        let mut writing = self.begin().await?;
        let result = work(&mut writing).await;
        let value = writing.end(result).await?;
        metrics::written(asked.elapsed());
        Ok(value)
    }
}
