//! The port of the second step at sign-in.

use super::{Bytes32, PortResult};
use async_trait::async_trait;

/// An account's second step as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredStep {
    /// The secret, sealed.
    pub sealed: Vec<u8>,
    /// Until when it may be put in force; `None`: it is.
    pub pending_until: Option<i64>,
    /// Recovery codes that are left.
    pub recovery_left: i64,
}

/// Second steps, their recovery codes, and sign-ins that wait for a code.
#[async_trait]
pub trait SecondStepStore {
    /// Keeps a sealed secret that may be put in force until then; false where one is in force.
    async fn offer_second_step(&self, account: &str, sealed: &[u8], until: i64) -> PortResult<bool>;
    /// What an account has.
    async fn second_step(&self, account: &str) -> PortResult<Option<StoredStep>>;
    /// Puts in force what is pending at `now`, with its recovery codes; `step` is used up. The account's sessions end but
    /// this one. False where nothing is pending.
    async fn begin_second_step(
        &self,
        account: &str,
        now: i64,
        step: i64,
        recovery: &[Bytes32],
        session: &Bytes32,
    ) -> PortResult<bool>;
    /// Puts other recovery codes in the place of those that are left.
    async fn replace_recovery_codes(&self, account: &str, recovery: &[Bytes32]) -> PortResult<()>;
    /// Takes it off, with its codes; the account's sessions end but this one, if any. False where there was none.
    async fn end_second_step(&self, account: &str, session: Option<&Bytes32>) -> PortResult<bool>;
    /// Counts a try: how many there were since when, this one among them. Those from before `since` are forgotten.
    async fn count_step_try(&self, account: &str, now: i64, since: i64) -> PortResult<(i64, i64)>;
    /// Uses a code of this step, and forgets the tries; false where it or a later one was used.
    async fn use_step(&self, account: &str, step: i64) -> PortResult<bool>;
    /// Uses a recovery code, and forgets the tries; false where there is no such code.
    async fn use_recovery_code(&self, account: &str, code_hash: &Bytes32) -> PortResult<bool>;
    /// Keeps a sign-in whose password was right, until its code comes; forgets those that are too old.
    async fn start_sign_in_step(
        &self,
        token_hash: &Bytes32,
        account: &str,
        now: i64,
        expires_at: i64,
    ) -> PortResult<()>;
    /// The enabled account of such a sign-in, by id, where it is not too old.
    async fn sign_in_step(&self, token_hash: &Bytes32, now: i64) -> PortResult<Option<String>>;
    /// Ends it; false where there is none, so that of two at once one goes on.
    async fn end_sign_in_step(&self, token_hash: &Bytes32) -> PortResult<bool>;
    /// The ids of the accounts that have a second step in force.
    async fn second_steps(&self) -> PortResult<Vec<String>>;
    /// Whether the installation has the mark `required` and this account no second step in force.
    async fn second_step_missing(&self, required: &str, account: &str) -> PortResult<Option<Vec<u8>>>;
}
