//! The ports of `workflow` on SQLite and PostgreSQL; one file an aggregate, every statement written once.
//!
//! To add a port: its trait in `workflow::ports`, its file here with `impl … for SqlStore`, its tables in
//! `migrations/` (both folders, same file names), and its chapter in the story of `tests/store.rs`.

mod accounts;
mod across;
mod answering;
mod attachments;
mod audit;
mod by_date;
mod closing;
mod comments;
pub mod copying;
pub mod db;
mod evidence;
mod hearings;
mod importing;
mod installation;
mod instruments;
mod invitations;
mod keeping;
mod mail;
mod noting;
mod passwords;
mod pilots;
mod plans;
mod ratings;
mod reports;
mod retention;
mod reviews;
mod schedules;
mod screenings;
mod second_step;
mod sign_on;
mod stopping;
mod tablets;
mod typists;
mod votes;

pub use db::Db;
pub use db::migrating::Unfit;

use noting::Deeds;
use std::fmt::Display;
use workflow::ports::{PortResult, StoreError};

/// Everything that is stored, in one database.
#[derive(Clone, Debug)]
pub struct SqlStore {
    /// The database.
    pub db: Db,
    /// Where its ports write.
    deeds: Deeds,
}

impl workflow::ports::Store for SqlStore {}

impl SqlStore {
    /// Opens the database at an address; see [`Db::open`].
    pub async fn open(address: &str) -> PortResult<Self> {
        let db = Db::open(address).await?;
        audit::chain_earlier_lines(&db).await?;
        Ok(Self { deeds: Deeds::new(db.clone()), db })
    }
}

/// Something stored can't be read back.
#[derive(Debug, thiserror::Error)]
#[error("{what}: stored value can't be read: {why}")]
struct Unreadable {
    what: &'static str,
    why: String,
}

/// The error for a stored value that can't be read back; `why` must not repeat what anyone wrote.
pub(crate) fn unreadable(what: &'static str, why: impl Display) -> StoreError {
    db::failed(Unreadable { what, why: why.to_string() })
}

/// A value as JSON for a text column.
pub(crate) fn to_json(value: &impl serde::Serialize) -> PortResult<String> {
    serde_json::to_string(value).map_err(db::failed)
}

/// A value back from a text column.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(what: &'static str, text: &str) -> PortResult<T> {
    // serde_json's message can quote the value, so only its place is kept.
    serde_json::from_str(text).map_err(|error| unreadable(what, format!("column {}", error.column())))
}

/// Fixed bytes back from a column.
pub(crate) fn bytes<const N: usize>(what: &'static str, stored: &[u8]) -> PortResult<[u8; N]> {
    stored.try_into().map_err(|_| unreadable(what, format!("{} bytes instead of {N}", stored.len())))
}
