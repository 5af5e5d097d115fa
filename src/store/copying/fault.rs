//! Why nothing was copied, each with the mend.

use crate::store::db::migrating::Unfit;
use std::path::PathBuf;
use workflow::ports::StoreError;

/// Why a copy was not made, or is no good.
#[derive(Debug, thiserror::Error)]
pub enum CopyFault {
    /// A database did not answer as it should.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A table's rows could not be copied.
    #[error("table {table}: {why}")]
    Table {
        /// Which.
        table: String,
        /// Why.
        why: StoreError,
    },
    /// Another file or folder could not.
    #[error("{}: {why}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        why: std::io::Error,
    },
    /// The file itself could not be read or written.
    #[error(transparent)]
    Here(#[from] std::io::Error),
    /// A backup never goes over a file.
    #[error("is there already: a backup goes over no file, so choose another name")]
    Exists,
    /// The database that should be filled holds something.
    #[error("holds something already (table {0}): name an empty database")]
    Occupied(String),
    /// The database that should be filled is empty, but its tables are newer than the backup's.
    #[error(
        "its tables are newer (step {database:04}) than the backup's (step {backup:04}): name a database that has no \
         tables yet; they are brought up to date after"
    )]
    Ahead {
        /// The database's step.
        database: i64,
        /// The backup's.
        backup: i64,
    },
    /// Not a file of SQLite at all.
    #[error("is no backup: pejling backup makes one")]
    NoBackup,
    /// A database of this program, but no backup of it.
    #[error(
        "is a database and no backup: copy it with pejling move, or make a backup of it with pejling backup"
    )]
    NoNote,
    /// Shorter than it says it is.
    #[error("is cut short: {found} of {whole} bytes are there; fetch the whole of it")]
    CutShort {
        /// Bytes there.
        found: u64,
        /// Bytes there should be.
        whole: u64,
    },
    /// The tables are not what this program made.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// SQLite finds it damaged.
    #[error("is damaged: {0}")]
    Damaged(String),
    /// A table is not as it was written.
    #[error("is damaged: table {0} is not as it was written")]
    Changed(String),
    /// After copying, a table was not what had been read.
    #[error("table {0} is not what was read: the copy is no good")]
    Differs(String),
}
