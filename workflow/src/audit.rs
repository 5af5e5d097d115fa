//! Who did what, kept for the administrator: never a code, an answer, or what anyone wrote.

use crate::ports::AuditEntry;
use crate::screenings::Screening;
use crate::{Actor, Result, Workflow};

impl Workflow {
    /// Notes what was done with a screening. `detail` holds ids and numbers only.
    pub(crate) async fn audit(
        &self,
        actor: &Actor,
        screening: &Screening,
        event: &str,
        detail: impl Into<String> + Send,
    ) -> Result<()> {
        self.note(actor, Some(&screening.organisation.id), Some(&screening.id), event, detail.into()).await
    }

    /// Notes what was done in the installation or one of its organisations.
    pub(crate) async fn audit_installation(
        &self,
        actor: &Actor,
        organisation: Option<&str>,
        event: &str,
        detail: impl Into<String> + Send,
    ) -> Result<()> {
        self.note(actor, organisation, None, event, detail.into()).await
    }

    async fn note(
        &self,
        actor: &Actor,
        organisation: Option<&str>,
        screening: Option<&str>,
        event: &str,
        detail: String,
    ) -> Result<()> {
        let entry = AuditEntry {
            id: self.fresh_id(),
            at: self.clock.now(),
            actor: actor.audit_name().to_owned(),
            organisation: organisation.map(str::to_owned),
            screening: screening.map(str::to_owned),
            event: event.to_owned(),
            detail,
        };
        Ok(self.store.log(&entry).await?)
    }

    /// 128 random bits as 32 hexadecimal digits: tells neither time nor order.
    pub(crate) fn fresh_id(&self) -> String {
        let mut bytes = [0; 16];
        self.random.fill(&mut bytes);
        hex(&bytes)
    }
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
    use super::hex;

    #[test]
    fn hexadecimal_digits_come_in_pairs() {
        assert_eq!(hex(&[0x00, 0x0f, 0xa0, 0xff]), "000fa0ff");
    }
}
