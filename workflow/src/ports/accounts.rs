//! The port of accounts, sessions and organisations.

use super::{Bytes32, PortResult};
use crate::access::{Account, Role};
use crate::screenings::Organisation;
use async_trait::async_trait;

/// Accounts, sessions, organisations.
#[async_trait]
pub trait AccountStore {
    /// Adds an organisation; false where the name is taken.
    async fn add_organisation(&self, organisation: &Organisation) -> PortResult<bool>;
    /// All organisations by name.
    async fn organisations(&self) -> PortResult<Vec<Organisation>>;
    /// Adds an account with a password hash; false where the e-mail is taken.
    async fn add_account(&self, account: &Account, password_hash: &str) -> PortResult<bool>;
    /// Gives an account a role in an organisation.
    async fn add_role(&self, account: &str, organisation: &str, role: Role) -> PortResult<()>;
    /// Account, password hash and whether it is disabled, by e-mail.
    async fn account_by_email(&self, email: &str) -> PortResult<Option<(Account, String, bool)>>;
    /// All accounts by e-mail, with whether they are disabled.
    async fn accounts(&self) -> PortResult<Vec<(Account, bool)>>;
    /// Disables an account and ends its sessions; false where there is none.
    async fn disable(&self, email: &str) -> PortResult<bool>;
    /// Starts a session.
    async fn start_session(&self, token_hash: &Bytes32, account: &str, now: i64) -> PortResult<()>;
    /// The enabled account of a session started after `not_before` and seen after `seen_after`, and when it started; notes
    /// `now` as seen.
    async fn session(
        &self,
        token_hash: &Bytes32,
        not_before: i64,
        seen_after: i64,
        now: i64,
    ) -> PortResult<Option<(Account, i64)>>;
    /// Notes with what a session is used, in the words of [`crate::sessions::Device`].
    async fn note_device(&self, token_hash: &Bytes32, device: &str) -> PortResult<()>;
    /// Ends a session.
    async fn end_session(&self, token_hash: &Bytes32) -> PortResult<()>;
}
