//! The controller's facts and the drafts for whoever answers for data protection. The facts hold for the installation, and an
//! administrator writes them; a screening inherits those that it does not say otherwise, until it opens.

use crate::fields::{Problems, lines};
use crate::ports::StoreError;
use crate::screenings::Screening;
use crate::settings::LONGEST_SETTING;
use crate::{Actor, Permission, Result, Workflow};
use screening::data_protection::{Drafted, ProtectionDraft, protection_draft};
use screening::instrument::Instrument;
use screening::language::{self, Language};
use screening::report::Report;
use screening::retention::Times;
use screening::settings::{LegalFacts, Settings, State};

/// The mark the facts are kept under.
const MARK: &str = "controller";

impl Workflow {
    /// A draft as it stands with the settings now, for the facilitator; it tells nothing of any answer.
    pub async fn protection_draft(&self, actor: &Actor, id: &str, draft: ProtectionDraft) -> Result<Report> {
        let Screening { organisation, settings, instrument, .. } = self.screening(actor, id).await?;
        let of = Drafted::Screening(&organisation.name);
        let times = self.times_told(Some(id)).await?;
        let language = language::of(&settings.language);
        Ok(protection_draft(draft, of, &settings, &instrument, times, language))
    }

    /// A draft for every screening of the installation, for its administrator; `instrument` says who answers.
    pub async fn installation_draft(
        &self,
        actor: &Actor,
        draft: ProtectionDraft,
        instrument: &Instrument,
        language: &'static dyn Language,
    ) -> Result<Report> {
        actor.may(Permission::Administer, "")?;
        let settings = Settings { legal: self.controller_facts().await?, ..Settings::default() };
        let of = Drafted::Installation(&settings.legal.controller);
        Ok(protection_draft(draft, of, &settings, instrument, self.times_told(None).await?, language))
    }

    /// The installation's facts, for anybody.
    pub async fn controller_facts(&self) -> Result<LegalFacts> {
        let kept = self.store.mark(MARK).await?;
        // What nobody can read is as if nobody had written it: the page says so, and the administrator writes it again.
        Ok(kept.and_then(|kept| serde_json::from_slice(&kept).ok()).unwrap_or_default())
    }

    /// Writes them (administrators).
    ///
    /// # Errors
    ///
    /// A field of [`LegalFacts::named`] that is too long.
    pub async fn write_controller_facts(&self, actor: &Actor, typed: LegalFacts) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let facts = typed.each(lines);
        let mut problems = Problems::default();
        for (fact, text) in facts.named() {
            problems.optional(fact, text, LONGEST_SETTING);
        }
        problems.none()?;
        let kept = serde_json::to_vec(&facts).map_err(|error| StoreError(Box::new(error)))?;
        self.noting_installation(actor, None, "controller facts written", "").set_mark(MARK, &kept).await?;
        Ok(())
    }

    /// For how long things are kept: of this screening, or what is usual where none is asked about. Anybody is told.
    pub async fn times_told(&self, screening: Option<&str>) -> Result<Times> {
        let retention = match screening {
            Some(id) => self.store.retention(id).await?.0,
            None => Default::default(),
        };
        Ok(retention.times(self.log_months().await?))
    }

    /// A prepared screening as it would open: what it does not say itself is the installation's.
    pub(crate) async fn inheriting(&self, mut screening: Screening) -> Result<Screening> {
        if screening.state == State::Prepared {
            screening.settings.legal = screening.settings.legal.or(&self.controller_facts().await?);
        }
        Ok(screening)
    }
}
