//! The two databases behind one door: opening, migrating, one transaction to write, one connection to read.
//!
//! Statements are written once, with `$1 …`, and run on either by [`execute!`], [`fetch_all!`] and
//! [`fetch_optional!`]. What truly differs between the two is here and nowhere else:
//! * how a file or server is opened, and the pragmas of SQLite;
//! * `BEGIN IMMEDIATE`: SQLite can't turn a reading transaction into a writing one while another writes;
//! * [`Writing::lock_screening`]: a row lock on PostgreSQL, nothing on SQLite, which has one writer anyway;
//! * [`Db::wipe`]: deleted rows out of the files.
//!
//! To add a statement: in the file of its aggregate, in a `Db::read` or `Db::write`.

mod road;
mod statements;
mod wipe;

pub(crate) use statements::{execute, fetch_all, fetch_optional};

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;
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

/// An address that names no database known here.
#[derive(Debug, thiserror::Error)]
#[error("a database address begins with sqlite:// or postgres://")]
pub struct UnknownScheme;

impl Db {
    /// Opens the database and brings its tables up to date. `sqlite://path` is created where it is absent,
    /// `postgres://…` (or `postgresql://…`) must exist.
    pub async fn open(address: &str) -> PortResult<Self> {
        let scheme = address.split(':').next().unwrap_or_default();
        match scheme {
            "sqlite" => Self::open_sqlite(address).await,
            "postgres" | "postgresql" => Self::open_postgres(address).await,
            _ => Err(failed(UnknownScheme)),
        }
    }

    async fn open_sqlite(address: &str) -> PortResult<Self> {
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
        own_file(options.get_filename());
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .connect_with(options.clone())
            .await
            .map_err(failed)?;
        sqlx::migrate!("migrations/sqlite").run(&write).await.map_err(failed)?;
        let read = SqlitePoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options.pragma("query_only", "ON"))
            .await
            .map_err(failed)?;
        Ok(Self::Sqlite { read, write })
    }

    async fn open_postgres(address: &str) -> PortResult<Self> {
        let options = PgConnectOptions::from_str(address).map_err(failed)?;
        let options = road::checked(options).map_err(failed)?;
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await
            .map_err(failed)?;
        sqlx::migrate!("migrations/postgres").run(&pool).await.map_err(failed)?;
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
        Ok(match self {
            Self::Sqlite { read, .. } => Reading::Sqlite(read.acquire().await.map_err(failed)?),
            Self::Postgres(pool) => Reading::Postgres(pool.acquire().await.map_err(failed)?),
        })
    }

    /// Runs `work` in one transaction: kept whole when it gives `Ok`, gone without a trace otherwise.
    pub async fn write<T>(&self, work: impl AsyncFnOnce(&mut Writing) -> PortResult<T>) -> PortResult<T> {
        let mut writing = self.begin().await?;
        let result = work(&mut writing).await;
        writing.end(result).await
    }

    /// Begins a transaction; [`Writing::end`] ends it.
    pub(super) async fn begin(&self) -> PortResult<Writing> {
        Ok(match self {
            Self::Sqlite { write, .. } => {
                Writing::Sqlite(write.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?)
            }
            Self::Postgres(pool) => Writing::Postgres(pool.begin().await.map_err(failed)?),
        })
    }
}

/// A connection that reads.
#[derive(Debug)]
pub enum Reading {
    /// Of the file.
    Sqlite(PoolConnection<Sqlite>),
    /// Of the server.
    Postgres(PoolConnection<Postgres>),
}

/// A transaction that writes.
#[derive(Debug)]
pub enum Writing {
    /// On the file.
    Sqlite(Transaction<'static, Sqlite>),
    /// On the server.
    Postgres(Transaction<'static, Postgres>),
}

/// What a statement runs on.
#[derive(Debug)]
pub enum On<'c> {
    /// The file.
    Sqlite(&'c mut SqliteConnection),
    /// The server.
    Postgres(&'c mut PgConnection),
}

impl Reading {
    /// For the macros.
    pub fn on(&mut self) -> On<'_> {
        match self {
            Self::Sqlite(connection) => On::Sqlite(connection),
            Self::Postgres(connection) => On::Postgres(connection),
        }
    }
}

/// How a transaction holds a screening still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// Its state may not change meanwhile; others may hold it so too.
    Shared,
    /// Nobody else holds it in any way.
    Exclusive,
}

impl Writing {
    /// Keeps all that was written where the result is `Ok`, and none of it otherwise.
    pub(super) async fn end<T>(self, result: PortResult<T>) -> PortResult<T> {
        match (result, self) {
            (Ok(value), Self::Sqlite(transaction)) => {
                transaction.commit().await.map_err(failed)?;
                Ok(value)
            }
            (Ok(value), Self::Postgres(transaction)) => {
                transaction.commit().await.map_err(failed)?;
                Ok(value)
            }
            // Not left to the transaction's drop, so that the next writer finds the connection free.
            (Err(error), Self::Sqlite(transaction)) => {
                transaction.rollback().await.map_err(failed)?;
                Err(error)
            }
            (Err(error), Self::Postgres(transaction)) => {
                transaction.rollback().await.map_err(failed)?;
                Err(error)
            }
        }
    }

    /// For the macros.
    pub fn on(&mut self) -> On<'_> {
        match self {
            Self::Sqlite(transaction) => On::Sqlite(transaction),
            Self::Postgres(transaction) => On::Postgres(transaction),
        }
    }

    /// The state of a screening, held until the transaction ends; `None`: no such screening.
    ///
    /// SQLite has one writer at a time and knows no row locks; PostgreSQL must be asked for one, or a
    /// questionnaire could be stored while the picture is being made without it.
    pub async fn lock_screening(&mut self, screening: &str, lock: Lock) -> PortResult<Option<String>> {
        let state: Result<Option<(String,)>, sqlx::Error> = match self {
            Self::Sqlite(transaction) => {
                sqlx::query_as("SELECT state FROM screening WHERE id = $1")
                    .bind(screening)
                    .fetch_optional(&mut **transaction)
                    .await
            }
            Self::Postgres(transaction) => {
                sqlx::query_as(match lock {
                    Lock::Shared => "SELECT state FROM screening WHERE id = $1 FOR SHARE",
                    Lock::Exclusive => "SELECT state FROM screening WHERE id = $1 FOR UPDATE",
                })
                .bind(screening)
                .fetch_optional(&mut **transaction)
                .await
            }
        };
        Ok(state.map_err(failed)?.map(|(state,)| state))
    }
}
