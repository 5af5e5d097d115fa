//! The port of those who type what was answered on paper; never of what they typed.

use super::PortResult;
use async_trait::async_trait;

/// Who types booklets of a screening, until its close.
#[async_trait]
pub trait TypistStore {
    /// The accounts that type booklets of a screening: id and name.
    async fn typists(&self, screening: &str) -> PortResult<Vec<(String, String)>>;
    /// An account types booklets of a screening from now on; false where it did before.
    async fn add_typist(&self, screening: &str, account: &str) -> PortResult<bool>;
}
