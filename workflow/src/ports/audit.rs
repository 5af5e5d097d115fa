//! The port of the audit log: who did what, never what anyone answered. A chain: each line is sealed by a hash over itself
//! and the hash before it ([`crate::audit::line_hash`]).

use super::{Bytes32, PortResult, Store};
use async_trait::async_trait;

/// The audit log.
#[async_trait]
pub trait AuditStore {
    /// The same store for one deed: what it is asked to write, once, it keeps together with this entry in one transaction.
    /// Where it does nothing (it answers `false`, `None` or that something changed meanwhile), there is no entry.
    fn noting(&self, entry: AuditEntry) -> Box<dyn Store>;
    /// Adds an entry at the end of the chain: of what changes nothing.
    async fn log(&self, entry: &AuditEntry) -> PortResult<()>;
    /// Entries, newest first, at most `limit`.
    async fn entries(&self, limit: u32) -> PortResult<Vec<AuditEntry>>;
    /// Lines with a number below this one that the filter lets through, newest first, at most `limit`.
    async fn log_lines(&self, filter: &LogFilter, below: i64, limit: u32) -> PortResult<Vec<LogLine>>;
    /// Lines with a number above this one, oldest first, at most `limit`.
    async fn log_chain(&self, above: i64, limit: u32) -> PortResult<Vec<LogLine>>;
    /// Both ends of the chain.
    async fn log_ends(&self) -> PortResult<LogEnds>;
    /// Lines that are in no chain: there are none, unless somebody put them there.
    async fn unchained(&self) -> PortResult<i64>;
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
    /// What was done, e.g. `screening opened`: one of [`crate::audit::EVENTS`].
    pub event: String,
    /// Details; never a code, an answer or what anyone wrote.
    pub detail: String,
}

/// An entry in its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Its number: one more than that of the line before.
    pub number: i64,
    /// [`crate::audit::line_hash`] of it.
    pub hash: Bytes32,
    /// What it says.
    pub entry: AuditEntry,
}

/// Both ends of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogEnds {
    /// Number and hash of the newest line.
    pub head: (i64, Bytes32),
    /// Number and hash of the last line that was deleted by age; nought where none was.
    pub anchor: (i64, Bytes32),
}

/// Which lines are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Of this organisation alone.
    pub organisation: Option<String>,
    /// Of this screening alone.
    pub screening: Option<String>,
    /// Of this account alone.
    pub account: Option<String>,
    /// From this second on, seconds since 1970.
    pub from: Option<i64>,
    /// Before this second.
    pub before: Option<i64>,
    /// Of these events alone; none: of all.
    pub events: Vec<&'static str>,
}

impl LogFilter {
    /// Whether it lets an entry through.
    pub fn lets_through(&self, entry: &AuditEntry) -> bool {
        let of = |asked: &Option<String>, own: Option<&str>| asked.is_none() || asked.as_deref() == own;
        of(&self.organisation, entry.organisation.as_deref())
            && of(&self.screening, entry.screening.as_deref())
            && of(&self.account, Some(&entry.actor))
            && self.from.is_none_or(|from| entry.at >= from)
            && self.before.is_none_or(|before| entry.at < before)
            && (self.events.is_empty() || self.events.contains(&entry.event.as_str()))
    }
}
