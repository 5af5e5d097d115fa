//! Drafts for whoever answers for data protection, filled in from a screening's settings.

use crate::{Actor, Result, Workflow};
use screening::data_protection::{ProtectionDraft, protection_draft};
use screening::language;
use screening::report::Report;

impl Workflow {
    /// A draft as it stands with the settings now, for the facilitator; it tells nothing of any answer.
    pub async fn protection_draft(&self, actor: &Actor, id: &str, draft: ProtectionDraft) -> Result<Report> {
        let screening = self.facilitated(actor, id).await?;
        let language = language::of(&screening.settings.language);
        let place = &screening.organisation.name;
        Ok(protection_draft(draft, &screening.settings, &screening.instrument, place, language))
    }
}
