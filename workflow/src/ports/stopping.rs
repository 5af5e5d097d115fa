//! The port of a screening that is stopped.

use super::PortResult;
use crate::stopping::Mark;
use async_trait::async_trait;
use jiff::civil::Date;

/// Screenings that are stopped.
#[async_trait]
pub trait StoppingStore {
    /// In one transaction: closed and noted as stopped; codes, drafts, responses, comments, names of the invited and
    /// votes gone; of the counters only the numbers submitted left; a mark kept of each code and each browser that had
    /// begun ([`StoppingStore::stopped_by`]); [`super::ClosingStore::tidy`] is due. False, and nothing done, where it is
    /// prepared, a practice, stopped already, or its report is released.
    async fn stop(&self, screening: &str, on: Date, reason: &str) -> PortResult<bool>;
    /// The stopped screening that a code or browser with this mark was of.
    async fn stopped_by(&self, mark: &Mark) -> PortResult<Option<String>>;
}
