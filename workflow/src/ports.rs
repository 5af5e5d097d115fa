//! What the use cases need from outside: stores (one trait an aggregate, each method one transaction), clock,
//! random bytes, printing. Absent is `Ok(None)`.

mod accounts;
mod across;
mod answering;
mod attaching;
mod hearings;
mod instruments;
mod judging;
mod mailing;
mod outside;
mod passwords;
mod planning;
mod reporting;
mod retention;
mod screenings;
mod stopping;

pub use accounts::AccountStore;
pub use across::AcrossStore;
pub use answering::{AnsweringStore, ClosingStore, ImportStore};
pub use attaching::AttachmentStore;
pub use hearings::{HearingStore, VoteStore};
pub use instruments::InstrumentStore;
pub use judging::{CommentStore, EvidenceStore, RatingStore};
pub use mailing::{Delivery, Encryption, Mail, MailServer, MailStore, Mailer, Outcome};
pub use outside::{Clock, Printer, Randomness, Spreadsheets};
pub use passwords::PasswordStore;
pub use planning::PlanStore;
pub use reporting::{ReportStore, ReviewStore};
pub use retention::RetentionStore;
pub use screenings::{InvitationStore, ScheduleStore, ScreeningStore};
pub use stopping::StoppingStore;

use async_trait::async_trait;

/// A store could not do it; the text is for the log, not for people.
#[derive(Debug, thiserror::Error)]
#[error("store: {0}")]
pub struct StoreError(pub Box<dyn std::error::Error + Send + Sync>);

/// Result of a port.
pub type PortResult<T> = Result<T, StoreError>;

/// 32 bytes: a hash, a key, a token.
pub type Bytes32 = [u8; 32];

/// Everything that is stored.
pub trait Store:
    InstallationStore
    + AccountStore
    + PasswordStore
    + ScreeningStore
    + InvitationStore
    + ScheduleStore
    + AnsweringStore
    + ImportStore
    + ClosingStore
    + StoppingStore
    + CommentStore
    + EvidenceStore
    + AttachmentStore
    + RatingStore
    + HearingStore
    + VoteStore
    + ReportStore
    + PlanStore
    + InstrumentStore
    + AcrossStore
    + ReviewStore
    + MailStore
    + RetentionStore
    + AuditStore
    + Send
    + Sync
{
}

/// The installation itself.
#[async_trait]
pub trait InstallationStore {
    /// The salt of the codes; made from `fresh` the first time.
    async fn salt(&self, fresh: Bytes32) -> PortResult<Bytes32>;
    /// Whether nothing at all is stored yet: no organisation and no account.
    async fn is_empty(&self) -> PortResult<bool>;
    /// A value kept for the installation by name, e.g. `demonstration`.
    async fn mark(&self, name: &str) -> PortResult<Option<Vec<u8>>>;
    /// Keeps such a value.
    async fn set_mark(&self, name: &str, value: &[u8]) -> PortResult<()>;
    /// Takes such a value away where it is this one; false where it is not.
    async fn take_mark(&self, name: &str, value: &[u8]) -> PortResult<bool>;
    /// Answers at all.
    async fn ready(&self) -> PortResult<()>;
}

/// The audit log: who did what, never what anyone answered.
#[async_trait]
pub trait AuditStore {
    /// Adds an entry.
    async fn log(&self, entry: &AuditEntry) -> PortResult<()>;
    /// Entries, newest first, at most `limit`.
    async fn entries(&self, limit: u32) -> PortResult<Vec<AuditEntry>>;
}

/// An entry of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Random id.
    pub id: String,
    /// Seconds since 1970.
    pub at: i64,
    /// [`crate::Actor::audit_name`].
    pub actor: String,
    /// Organisation, if any.
    pub organisation: Option<String>,
    /// Screening, if any.
    pub screening: Option<String>,
    /// What was done, e.g. `screening opened`.
    pub event: String,
    /// Details; never a code, an answer or what anyone wrote.
    pub detail: String,
}
