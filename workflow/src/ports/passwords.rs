//! The port of links to a new password, and of the sessions they end.

use super::{Bytes32, PortResult};
use async_trait::async_trait;

/// Links to a new password; sessions as their owner sees them.
#[async_trait]
pub trait PasswordStore {
    /// Keeps a link of an account until `expires_at`, and forgets those that are too old.
    async fn add_password_link(
        &self,
        token_hash: &Bytes32,
        account: &str,
        now: i64,
        expires_at: i64,
    ) -> PortResult<()>;
    /// The e-mail of the enabled account whose link this is, where it is not too old.
    async fn password_link(&self, token_hash: &Bytes32, now: i64) -> PortResult<Option<String>>;
    /// Gives the account of such a link a new password; its links and sessions go. The account's id.
    async fn use_password_link(
        &self,
        token_hash: &Bytes32,
        now: i64,
        password_hash: &str,
    ) -> PortResult<Option<String>>;
    /// Gives an enabled account a new password in the place of this one; its links and sessions go. False where it has
    /// another one by now.
    async fn change_password(&self, account: &str, old_hash: &str, password_hash: &str) -> PortResult<bool>;
    /// An account's sessions, started after `not_before` and seen after `seen_after`, newest first: what is stored of
    /// the token, when it began, when it was seen, with what.
    async fn sessions(
        &self,
        account: &str,
        not_before: i64,
        seen_after: i64,
    ) -> PortResult<Vec<(Bytes32, i64, i64, String)>>;
}
