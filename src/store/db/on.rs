//! What a statement runs on: a connection that reads, or a transaction that writes, of either database.

use super::batch::Deed;
use super::failed;
use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};
use workflow::ports::PortResult;

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
    /// On the file, with others.
    Deed(Deed),
    /// On a file, alone: a backup's, or one that only looks.
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
    /// For the macros.
    pub fn on(&mut self) -> On<'_> {
        match self {
            Self::Deed(deed) => On::Sqlite(deed.connection()),
            Self::Sqlite(transaction) => On::Sqlite(transaction),
            Self::Postgres(transaction) => On::Postgres(transaction),
        }
    }

    /// Keeps all that was written where the result is `Ok`, and none of it otherwise.
    pub(crate) async fn end<T>(self, result: PortResult<T>) -> PortResult<T> {
        match result {
            Ok(value) => {
                self.commit().await?;
                Ok(value)
            }
            Err(error) => {
                self.rollback().await?;
                Err(error)
            }
        }
    }

    /// Keeps what was written.
    pub(crate) async fn commit(self) -> PortResult<()> {
        match self {
            Self::Deed(deed) => deed.commit().await,
            Self::Sqlite(transaction) => transaction.commit().await.map_err(failed),
            Self::Postgres(transaction) => transaction.commit().await.map_err(failed),
        }
    }

    /// Forgets it; not left to the transaction's drop, so that the next writer finds the connection free.
    pub(crate) async fn rollback(self) -> PortResult<()> {
        match self {
            Self::Deed(deed) => {
                deed.rollback().await;
                Ok(())
            }
            Self::Sqlite(transaction) => transaction.rollback().await.map_err(failed),
            Self::Postgres(transaction) => transaction.rollback().await.map_err(failed),
        }
    }

    /// The state of a screening, held until the transaction ends; `None`: no such screening.
    ///
    /// SQLite has one writer at a time and knows no row locks; PostgreSQL must be asked for one, or a
    /// questionnaire could be stored while the picture is being made without it.
    pub async fn lock_screening(&mut self, screening: &str, lock: Lock) -> PortResult<Option<String>> {
        let state: Result<Option<(String,)>, sqlx::Error> = match self.on() {
            On::Sqlite(connection) => {
                sqlx::query_as("SELECT state FROM screening WHERE id = $1")
                    .bind(screening)
                    .fetch_optional(connection)
                    .await
            }
            On::Postgres(connection) => {
                sqlx::query_as(match lock {
                    Lock::Shared => "SELECT state FROM screening WHERE id = $1 FOR SHARE",
                    Lock::Exclusive => "SELECT state FROM screening WHERE id = $1 FOR UPDATE",
                })
                .bind(screening)
                .fetch_optional(connection)
                .await
            }
        };
        Ok(state.map_err(failed)?.map(|(state,)| state))
    }
}
