//! The port of an account's life after it was made.

use super::PortResult;
use crate::access::Role;
use async_trait::async_trait;
use serde::Serialize;

/// Changing, taking along and erasing accounts.
#[async_trait]
pub trait KeepingStore {
    /// Takes a role back; false where there was none.
    async fn take_role(&self, account: &str, organisation: &str, role: Role) -> PortResult<bool>;
    /// Puts another hash of the same password in the place of this one.
    async fn replace_hash(&self, account: &str, old: &str, new: &str) -> PortResult<()>;
    /// Makes it an administrator's, or no longer.
    async fn set_administrator(&self, account: &str, on: bool) -> PortResult<()>;
    /// Opens a disabled one.
    async fn enable(&self, account: &str) -> PortResult<()>;
    /// Every account's id, whether its hash is this one, and when it last signed in as far as the audit log goes.
    async fn account_notes(&self, nobodys_hash: &str) -> PortResult<Vec<(String, bool, Option<i64>)>>;
    /// Ends all of its sessions, and sign-ins that wait.
    async fn end_account_sessions(&self, account: &str) -> PortResult<()>;
    /// What is kept about it.
    async fn account_record(&self, account: &str) -> PortResult<Option<AccountRecord>>;
    /// Erases name and e-mail (the id takes its place), roles, sessions, links, mails, second step and practices, and
    /// disables it, with this hash for a password. [`super::ClosingStore::tidy`] is due.
    async fn erase_account(&self, account: &str, nobodys_hash: &str) -> PortResult<()>;
}

/// What is kept about an account, as a file: times are seconds since 1970, places ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccountRecord {
    /// Its id.
    pub id: String,
    /// E-mail.
    pub email: String,
    /// Name.
    pub name: String,
    /// Whether it administers.
    pub administrator: bool,
    /// Whether it is closed.
    pub closed: bool,
    /// Whether it is reminded by mail.
    pub reminded: bool,
    /// Whether a second step is set up, and how many recovery codes are left. The secret is not in the file.
    pub second_step: Option<i64>,
    /// Organisation's name and role.
    pub roles: Vec<(String, String)>,
    /// Sessions: begun, last seen.
    pub sessions: Vec<(i64, i64, String)>,
    /// Mails: what about, since when, how far.
    pub mails: Vec<(String, i64, String)>,
    /// Ratings: screening, indicator, when.
    pub ratings: Vec<(String, String, i64)>,
    /// Screenings where it is an assessor.
    pub assessor_in: Vec<String>,
    /// Screenings where it reads comments again.
    pub reader_in: Vec<String>,
    /// Screenings whose booklets it types.
    pub typist_in: Vec<String>,
    /// Sentences of a report: screening, sentence.
    pub sentences: Vec<(String, String)>,
    /// Notes to a draft: screening, text.
    pub notes: Vec<(String, String)>,
    /// Practices of its own.
    pub practices: Vec<String>,
    /// The audit log's lines of what it did: when, what, more of it.
    pub log: Vec<(i64, String, String)>,
}
