//! What the accessibility statement says of this installation: who answers for it, whom to write to, what does not work
//! yet, and where the official statement stands. An administrator writes it; anybody reads it.

use crate::fields::{LONGEST_LINE, Problems, lines, one_line};
use crate::ports::StoreError;
use crate::{Actor, Permission, Problem, Result, Workflow};
use serde::{Deserialize, Serialize};

/// The mark it is kept under.
const MARK: &str = "accessibility";
/// Longest text of several lines, in characters.
const LONGEST_TEXT: usize = 4000;

/// The installation's part of the statement; a text that nobody wrote is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccessibilityStatement {
    /// The authority or organisation that answers for the pages.
    pub body: String,
    /// Whom to write to or call.
    pub contact: String,
    /// What does not work for everybody yet.
    pub limits: String,
    /// The official statement's address, such as one at `https://www.was.digst.dk/`.
    pub address: String,
}

impl Workflow {
    /// The installation's part of the statement, for anybody.
    pub async fn accessibility_statement(&self) -> Result<AccessibilityStatement> {
        let kept = self.store.mark(MARK).await?;
        // What nobody can read is as if nobody had written it: the page says so, and the administrator writes it again.
        Ok(kept.and_then(|kept| serde_json::from_slice(&kept).ok()).unwrap_or_default())
    }

    /// Writes it (administrators).
    ///
    /// # Errors
    ///
    /// Fields `body`, `contact`, `limits` (too long) and `address` (not one that begins with `https://`).
    pub async fn write_accessibility_statement(
        &self,
        actor: &Actor,
        typed: AccessibilityStatement,
    ) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let statement = AccessibilityStatement {
            body: one_line(&typed.body),
            contact: lines(&typed.contact),
            limits: lines(&typed.limits),
            address: typed.address.trim().to_owned(),
        };
        let mut problems = Problems::default();
        problems.optional("body", &statement.body, LONGEST_LINE);
        problems.optional("contact", &statement.contact, LONGEST_TEXT);
        problems.optional("limits", &statement.limits, LONGEST_TEXT);
        problems.optional("address", &statement.address, LONGEST_LINE);
        let address = statement.address.is_empty() || is_address(&statement.address);
        problems.unless(address, "address", Problem::NotAnAddress);
        problems.none()?;
        let kept = serde_json::to_vec(&statement).map_err(|error| StoreError(Box::new(error)))?;
        self.noting_installation(actor, None, "accessibility statement written", "")
            .set_mark(MARK, &kept)
            .await?;
        Ok(())
    }
}

/// Whether this is an address of a page elsewhere that a link may lead to.
fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
    let named = host.is_some_and(|host| host.contains('.') && !host.starts_with('.'));
    named && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'))
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn only_a_safe_address_is_linked_to() {
        assert!(is_address("https://www.was.digst.dk/pejling-soendervang-dk"));
        for not in
            ["", "https://", "https:///was", "http://was.digst.dk", "javascript:alert(1)", "was.digst.dk"]
        {
            assert!(!is_address(not), "{not}");
        }
        assert!(!is_address("https://was.digst.dk/ to"));
    }
}
