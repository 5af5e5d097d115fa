//! What the use cases need from outside: stores (one trait an aggregate, each method one transaction), clock,
//! random bytes, printing. Absent is `Ok(None)`.

mod accounts;
mod across;
mod answering;
mod attaching;
mod audit;
mod by_date;
mod hearings;
mod instruments;
mod judging;
mod keeping;
mod mailing;
mod outside;
mod passwords;
mod piloting;
mod planning;
mod reporting;
mod retention;
mod screenings;
mod second_step;
mod sign_on;
mod stopping;
mod tablets;
mod typing;
mod watching;

pub use accounts::AccountStore;
pub use across::AcrossStore;
pub use answering::{AnsweringStore, ClosingStore, ImportStore};
pub use attaching::AttachmentStore;
pub use audit::{AuditEntry, AuditStore, LogEnds, LogFilter, LogLine};
pub use by_date::{ByDateStore, Dated};
pub use hearings::{HearingStore, VoteStore};
pub use instruments::InstrumentStore;
pub use judging::{CommentStore, EvidenceStore, RatingStore};
pub use keeping::{AccountRecord, KeepingStore};
pub use mailing::{Delivery, Encryption, Mail, MailEnds, MailServer, MailStore, Mailer, Outcome};
pub use outside::{Clock, InstrumentFile, Making, Printer, Randomness, Spreadsheets};
pub use passwords::PasswordStore;
pub use piloting::PilotStore;
pub use planning::PlanStore;
pub use reporting::{ReportStore, ReviewStore};
pub use retention::RetentionStore;
pub use screenings::{InvitationStore, ScheduleStore, ScreeningStore};
pub use second_step::{SecondStepStore, StoredStep};
pub use sign_on::{Attempt, Identity, Provider, ProviderFault, SignOnStore};
pub use stopping::StoppingStore;
pub use tablets::TabletStore;
pub use typing::TypistStore;
pub use watching::{Backups, Disk, Machine, Room, Trouble};

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
    + KeepingStore
    + PasswordStore
    + SecondStepStore
    + SignOnStore
    + ScreeningStore
    + InvitationStore
    + ScheduleStore
    + ByDateStore
    + AnsweringStore
    + ImportStore
    + ClosingStore
    + StoppingStore
    + TabletStore
    + TypistStore
    + CommentStore
    + PilotStore
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
    /// Bytes that the database takes.
    async fn size(&self) -> PortResult<u64>;
    /// Answers at all.
    async fn ready(&self) -> PortResult<()>;
}
