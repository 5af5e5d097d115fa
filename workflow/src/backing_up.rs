//! That everything was copied: to a backup, from one, from another database. The copying itself is the store's.

use crate::{Actor, Permission, Result, Workflow};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// A backup was made of this database.
    Made,
    /// This database was filled with a backup.
    Restored,
    /// This database was filled from another.
    Moved,
}

impl Copied {
    fn event(self) -> &'static str {
        match self {
            Self::Made => "backup made",
            Self::Restored => "backup restored",
            Self::Moved => "moved here",
        }
    }
}

impl Workflow {
    /// Notes it in the audit log. `detail` holds numbers only.
    pub async fn note_backup(&self, actor: &Actor, copied: Copied, detail: String) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        self.audit_installation(actor, None, copied.event(), detail).await
    }
}
