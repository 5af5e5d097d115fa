//! The port of shared tablets.

use super::{Bytes32, PortResult};
use async_trait::async_trait;
use screening::id::GroupId;

/// Shared tablets. They go when their screening ends closing, or is stopped.
#[async_trait]
pub trait TabletStore {
    /// A new one, known by a hash of what its browser holds; false where the screening is not open.
    async fn start_tablet(&self, screening: &str, token_hash: &Bytes32, group: &GroupId) -> PortResult<bool>;
    /// The screening and group of one.
    async fn tablet(&self, token_hash: &Bytes32) -> PortResult<Option<(String, GroupId)>>;
    /// The group of each of a screening's.
    async fn tablets(&self, screening: &str) -> PortResult<Vec<GroupId>>;
    /// Ends one; false where there is none.
    async fn end_tablet(&self, token_hash: &Bytes32) -> PortResult<bool>;
    /// Ends a screening's; how many there were.
    async fn end_tablets(&self, screening: &str) -> PortResult<u64>;
}
