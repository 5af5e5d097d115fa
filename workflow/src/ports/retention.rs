//! The port of what time deletes.

use super::PortResult;
use async_trait::async_trait;
use jiff::civil::Date;
use screening::retention::{Kept, Retention};

/// How long screenings are kept, and their deletion.
#[async_trait]
pub trait RetentionStore {
    /// How long a screening's parts are kept, and how often that was written; the default and 0 where it never was.
    async fn retention(&self, screening: &str) -> PortResult<(Retention, i64)>;
    /// Keeps it where it was written so often; false elsewhere.
    async fn save_retention(&self, screening: &str, seen: i64, retention: &Retention) -> PortResult<bool>;
    /// In one transaction: deletes parts of a screening and keeps `retention`, which says that they are gone, where it was
    /// written so often; [`Kept::Report`] is the screening itself, and nothing of it is left. False, and nothing deleted,
    /// elsewhere. [`super::ClosingStore::tidy`] is due.
    async fn delete_kept(
        &self,
        screening: &str,
        seen: i64,
        gone: &[Kept],
        retention: &Retention,
    ) -> PortResult<bool>;
    /// Deletes entries of the audit log from before this time (seconds since 1970); how many.
    async fn delete_log(&self, before: i64) -> PortResult<u64>;
    /// The day of the last run.
    async fn last_run(&self) -> PortResult<Option<Date>>;
    /// Whether the run of this day is whoever asks's to do: of several servers one is told so, once. `None` gives the day
    /// back, to be tried again.
    async fn claim_run(&self, day: Option<Date>) -> PortResult<bool>;
}
