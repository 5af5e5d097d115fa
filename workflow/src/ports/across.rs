//! The port of figures across a municipality.

use super::PortResult;
use crate::across::{Leave, StoredTally};
use async_trait::async_trait;

/// Who said yes to being counted, and what was counted.
#[async_trait]
pub trait AcrossStore {
    /// Whether a screening may be counted.
    async fn leave(&self, screening: &str) -> PortResult<Leave>;
    /// Those that may be counted or were, by screening.
    async fn leaves(&self) -> PortResult<Vec<(String, Leave)>>;
    /// Lets a screening be counted; false where it may be already.
    async fn give_leave(&self, screening: &str) -> PortResult<bool>;
    /// Takes that back; false where it may not be counted, or was.
    async fn take_leave_back(&self, screening: &str) -> PortResult<bool>;
    /// Keeps a tally of these screenings; false, and nothing kept, where one may not be counted any more.
    async fn keep_tally(&self, tally: &StoredTally, screenings: &[&str]) -> PortResult<bool>;
    /// Every tally, newest first.
    async fn tallies(&self) -> PortResult<Vec<StoredTally>>;
}
