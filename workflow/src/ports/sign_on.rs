//! The ports of signing in with another's account: who a provider says somebody is, and whose account here that is.

use super::PortResult;
use crate::access::Account;
use async_trait::async_trait;

/// Somebody as a provider names them, its word being checked: signature, issuer, audience, time, nonce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// Its name of the person, the same for good and never another's.
    pub subject: String,
    /// Their e-mail, where the provider says that it is verified.
    pub verified_email: Option<String>,
}

/// What a browser and a provider hold of one try, so that the answer is of this try and of nobody else's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Comes back beside the code.
    pub state: String,
    /// Comes back in the signed word.
    pub nonce: String,
    /// Proves that whoever hands in the code began the try (PKCE).
    pub verifier: String,
}

/// Why a provider did not say who somebody is. For the log too: none of them repeats what it sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProviderFault {
    /// It does not answer, or not in time.
    #[error("the provider does not answer")]
    Unreachable,
    /// It answers with something else than its standard says.
    #[error("the provider's answer is not what the standard says: {0}")]
    Unreadable(&'static str),
    /// It does not take the code, or our secret.
    #[error("the provider did not take the code or the client's secret")]
    Refused,
    /// What it says does not hold.
    #[error("the provider's word does not hold: {0}")]
    Untrue(&'static str),
}

/// A provider of sign-ons (OpenID Connect).
#[async_trait]
pub trait Provider: Send + Sync {
    /// What people call it, for *Log ind med …*.
    fn label(&self) -> &str;
    /// Its name of itself.
    fn issuer(&self) -> &str;
    /// Where a browser is sent to begin.
    async fn entrance(&self, attempt: &Attempt) -> Result<String, ProviderFault>;
    /// Who it was, for the code that the browser came back with; `now` in seconds since 1970.
    async fn identity(&self, attempt: &Attempt, code: &str, now: i64) -> Result<Identity, ProviderFault>;
}

/// Which account here is whose there.
#[async_trait]
pub trait SignOnStore {
    /// The account of a provider's name of somebody, with whether it is disabled.
    async fn account_by_subject(&self, issuer: &str, subject: &str) -> PortResult<Option<(Account, bool)>>;
    /// Notes that an account is that person's; false where it is another's of this provider already.
    async fn link_subject(&self, account: &str, issuer: &str, subject: &str) -> PortResult<bool>;
    /// Forgets whose an account is, at every provider; false where it was nobody's.
    async fn unlink(&self, account: &str) -> PortResult<bool>;
}
