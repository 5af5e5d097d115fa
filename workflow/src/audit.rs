//! Who did what, kept for the administrator: never a code, an answer, or what anyone wrote. Each line is chained to the one
//! before it, so that a line that is changed, taken out or put in between shows.

mod events;
mod reading;

pub use events::{EVENTS, Kind};
pub use reading::{AuditCheck, AuditLine, AuditPage, Fault, LogChoice, Who};

use crate::answering::Token;
use crate::ports::{AuditEntry, Bytes32, Store};
use crate::screenings::Screening;
use crate::{Actor, Result, Workflow};
use sha2::{Digest, Sha256};

impl Workflow {
    /// The store for one deed with a screening: its line of the audit log is kept in the same transaction, and where nothing
    /// is done there is none. `detail` holds ids and numbers only.
    pub(crate) fn noting(
        &self,
        actor: &Actor,
        screening: &Screening,
        event: &str,
        detail: impl Into<String>,
    ) -> Box<dyn Store> {
        let (organisation, id) = (Some(&*screening.organisation.id), Some(&*screening.id));
        self.store.noting(self.entry(actor, organisation, id, event, detail.into()))
    }

    /// As [`Workflow::noting`], for a deed in the installation or one of its organisations.
    pub(crate) fn noting_installation(
        &self,
        actor: &Actor,
        organisation: Option<&str>,
        event: &str,
        detail: impl Into<String>,
    ) -> Box<dyn Store> {
        self.store.noting(self.entry(actor, organisation, None, event, detail.into()))
    }

    /// Notes what somebody looked at or was refused with a screening, or what was done by more than one transaction; any
    /// other deed is [`Workflow::noting`]'s.
    pub(crate) async fn audit(
        &self,
        actor: &Actor,
        screening: &Screening,
        event: &str,
        detail: impl Into<String> + Send,
    ) -> Result<()> {
        let (organisation, id) = (Some(&*screening.organisation.id), Some(&*screening.id));
        Ok(self.store.log(&self.entry(actor, organisation, id, event, detail.into())).await?)
    }

    /// As [`Workflow::audit`], in the installation or one of its organisations.
    pub(crate) async fn audit_installation(
        &self,
        actor: &Actor,
        organisation: Option<&str>,
        event: &str,
        detail: impl Into<String> + Send,
    ) -> Result<()> {
        Ok(self.store.log(&self.entry(actor, organisation, None, event, detail.into())).await?)
    }

    /// Notes that somebody signed in was refused at this place, a route's template; the program itself calls it.
    pub async fn note_refusal(&self, token: &Token, place: &str) -> Result<()> {
        match self.actor(Some(token)).await? {
            Actor::Visitor => Ok(()),
            actor => self.audit_installation(&actor, None, "refused", place).await,
        }
    }

    /// Notes that a limit on tries was reached at this form, by whoever holds this token or by nobody known; the program
    /// itself calls it, and never for a form of those who answer.
    pub async fn note_limit(&self, token: Option<&Token>, form: &str) -> Result<()> {
        let actor = self.actor(token).await?;
        self.audit_installation(&actor, None, "limit reached", form).await
    }

    fn entry(
        &self,
        actor: &Actor,
        organisation: Option<&str>,
        screening: Option<&str>,
        event: &str,
        detail: String,
    ) -> AuditEntry {
        debug_assert!(EVENTS.iter().any(|(known, _)| *known == event), "{event} is not among the events");
        AuditEntry {
            id: self.fresh_id(),
            at: self.clock.now(),
            actor: actor.audit_name().to_owned(),
            organisation: organisation.map(str::to_owned),
            screening: screening.map(str::to_owned),
            event: event.to_owned(),
            detail,
        }
    }

    /// 128 random bits as 32 hexadecimal digits: tells neither time nor order.
    pub(crate) fn fresh_id(&self) -> String {
        let mut bytes = [0; 16];
        self.random.fill(&mut bytes);
        hex(&bytes)
    }
}

/// The hash of a line: SHA-256 of its number, of the hash before it, and of every field with its length before it.
pub fn line_hash(number: i64, before: &Bytes32, entry: &AuditEntry) -> Bytes32 {
    let AuditEntry { id, at, actor, organisation, screening, event, detail } = entry;
    let mut hash = Sha256::new()
        .chain_update(b"pejling audit line 1\0")
        .chain_update(number.to_be_bytes())
        .chain_update(before)
        .chain_update(at.to_be_bytes());
    let of = |place: &Option<String>| place.clone().unwrap_or_default();
    for field in [id, actor, &of(organisation), &of(screening), event, detail] {
        hash.update(u64::try_from(field.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(field);
    }
    hash.finalize().into()
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_digits_come_in_pairs() {
        assert_eq!(hex(&[0x00, 0x0f, 0xa0, 0xff]), "000fa0ff");
    }

    #[test]
    fn a_line_that_is_changed_in_any_way_has_another_hash() {
        let entry = AuditEntry {
            id: "a".to_owned(),
            at: 1,
            actor: "b".to_owned(),
            organisation: Some("c".to_owned()),
            screening: None,
            event: "signed in".to_owned(),
            detail: "d".to_owned(),
        };
        let hash = line_hash(7, &[1; 32], &entry);
        let changed = [
            line_hash(8, &[1; 32], &entry),
            line_hash(7, &[2; 32], &entry),
            line_hash(7, &[1; 32], &AuditEntry { id: "e".to_owned(), ..entry.clone() }),
            line_hash(7, &[1; 32], &AuditEntry { at: 2, ..entry.clone() }),
            line_hash(7, &[1; 32], &AuditEntry { actor: "e".to_owned(), ..entry.clone() }),
            line_hash(7, &[1; 32], &AuditEntry { screening: entry.organisation.clone(), ..entry.clone() }),
            line_hash(
                7,
                &[1; 32],
                &AuditEntry { event: "signed ind".to_owned(), detail: String::new(), ..entry.clone() },
            ),
            line_hash(7, &[1; 32], &AuditEntry { detail: String::new(), ..entry.clone() }),
        ];
        assert!(changed.iter().all(|other| *other != hash));
        assert_eq!(line_hash(7, &[1; 32], &entry), hash);
    }
}
