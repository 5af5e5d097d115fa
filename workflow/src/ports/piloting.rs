//! The port of pilots: their notes, and their deletion.

use super::PortResult;
use async_trait::async_trait;
use screening::pilot::Note;

/// Pilots. Their notes come in with the responses ([`super::AnsweringStore::send`]).
#[async_trait]
pub trait PilotStore {
    /// Every note of a screening with its id, in key order, which is random.
    async fn notes(&self, screening: &str) -> PortResult<Vec<(String, Note)>>;
    /// Deletes a note; false where there is none with this id. [`super::ClosingStore::tidy`] is due.
    async fn remove_note(&self, screening: &str, note: &str) -> PortResult<bool>;
    /// Deletes a screening with all that belongs to it; [`super::ClosingStore::tidy`] is due.
    async fn delete_pilot(&self, screening: &str) -> PortResult<()>;
}
