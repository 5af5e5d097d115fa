//! A deed and its line of the audit log in one transaction: neither stands without the other, wherever the program ends.

use super::audit::{insert, told};
use super::db::{Db, Writing, now};
use crate::metrics;
use std::sync::Arc;
use workflow::attachments::Added;
use workflow::closing::Closed;
use workflow::importing::Imported;
use workflow::plans::Kept;
use workflow::ports::{AuditEntry, PortResult};

/// Where ports write: in the database, and with a line of the audit log where the store was asked to note one.
#[derive(Clone, Debug)]
pub(super) struct Deeds {
    db: Db,
    line: Option<Arc<AuditEntry>>,
}

impl Deeds {
    /// Without a line.
    pub(super) fn new(db: Db) -> Self {
        Self { db, line: None }
    }

    /// With this line.
    pub(super) fn noting(db: Db, entry: AuditEntry) -> Self {
        Self { db, line: Some(Arc::new(entry)) }
    }

    /// As [`Db::write`], with the line where `work` did what it was asked for.
    pub(super) async fn write<T: Done>(
        &self,
        work: impl AsyncFnOnce(&mut Writing) -> PortResult<T>,
    ) -> PortResult<T> {
        let Some(entry) = &self.line else { return self.db.write(work).await };
        let asked = now();
        let mut writing = self.db.begin().await?;
        let mut result = work(&mut writing).await;
        let mut noted = None;
        if result.as_ref().is_ok_and(Done::done) {
            // Whoever writes there holds the end of the chain until their transaction ends: it comes last.
            match insert(&mut writing, entry).await {
                Ok(sealed) => noted = Some(sealed),
                Err(error) => result = Err(error),
            }
        }
        let value = writing.end(result).await?;
        metrics::written(asked.elapsed());
        if let Some(sealed) = noted {
            told(entry, sealed);
        }
        Ok(value)
    }
}

/// Whether a write did what it was asked for: what was not done has no line.
pub(super) trait Done {
    /// It did.
    fn done(&self) -> bool;
}

impl<T> Done for Option<T> {
    fn done(&self) -> bool {
        self.is_some()
    }
}

impl Done for () {
    fn done(&self) -> bool {
        true
    }
}

impl Done for bool {
    fn done(&self) -> bool {
        *self
    }
}

impl Done for u64 {
    fn done(&self) -> bool {
        *self > 0
    }
}

impl Done for Added {
    fn done(&self) -> bool {
        *self == Self::Kept
    }
}

impl Done for Closed {
    fn done(&self) -> bool {
        *self == Self::Now
    }
}

impl Done for Imported {
    fn done(&self) -> bool {
        *self == Self::Stored
    }
}

impl Done for Kept {
    fn done(&self) -> bool {
        *self == Self::Kept
    }
}
