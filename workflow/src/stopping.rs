//! A facilitator stops a screening, at any time from its opening until its report is released. It cannot be undone.
//!
//! Whoever then comes with a slip, a link or half a questionnaire is told so, though every code is gone: what is kept
//! of a code, and of a browser that had begun, is a [`Mark`], which tells that it was of this screening and nothing more.

use crate::fields::{Problems, one_line};
use crate::ports::Bytes32;
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::hearing::Paper;
use screening::instrument::Instrument;
use screening::language;
use screening::settings::{Settings, State};
use screening::stopping::{LONGEST_REASON, Stopped};
use sha2::{Digest, Sha256};

/// What is kept of a code or a browser's token: 64 bits of a hash of what the database knew it by.
pub type Mark = [u8; 8];

/// The mark of a code's lookup key or a token's hash. It leads back to neither.
pub fn mark(known_by: &[u8]) -> Mark {
    let hash = Sha256::new().chain_update(b"pejling stopped mark 1\0").chain_update(known_by).finalize();
    let mut mark = Mark::default();
    mark.iter_mut().zip(hash).for_each(|(byte, hashed)| *byte = hashed);
    mark
}

/// What whoever comes to a stopped screening is told.
#[derive(Clone, Debug)]
pub struct StoppedNotice {
    /// The organisation's name.
    pub organisation: String,
    /// Its instrument.
    pub instrument: Instrument,
    /// Its settings.
    pub settings: Settings,
    /// That it was stopped.
    pub stopped: Stopped,
}

impl Workflow {
    /// Stops a screening: nobody can answer any more, and all that anybody answered or wrote is deleted, out of the
    /// files too. A picture that was made before stays for its facilitator; nothing more is made of it. `sure`: whoever
    /// wrote the reason was asked whether it tells who somebody is, and keeps it. `deletes`: they said yes to all answers
    /// being deleted.
    ///
    /// # Errors
    ///
    /// Fields `reason`, `deletes`. [`Problem::Stopped`] where it was stopped before; [`Problem::WrongState`] where it has not opened,
    /// its report is released, or somebody only trains on it.
    pub async fn stop_screening(
        &self,
        actor: &Actor,
        id: &str,
        reason: &str,
        sure: bool,
        deletes: bool,
    ) -> Result<()> {
        let screening = self.going(actor, id).await?;
        if screening.state == State::Prepared || screening.practice.is_some() {
            return Err(Error::Refused(Problem::WrongState));
        }
        let reason = one_line(reason);
        let mut problems = Problems::default();
        problems.required("reason", &reason, LONGEST_REASON);
        screening.ask_who(&mut problems, "reason", &reason, sure);
        problems.unless(deletes, "deletes", Problem::NotAgreed);
        problems.none()?;
        let detail = if screening.state == State::Closed { "after the close" } else { "before the close" };
        let noting = self.noting(actor, &screening, "screening stopped", detail);
        if !noting.stop(id, self.today(), &reason).await? {
            return Err(Error::Refused(Problem::WrongState));
        }
        if let Err(error) = self.store.tidy().await {
            // It is stopped; the program tries the files again every minute.
            tracing::warn!(%error, "deleted answers are still in the files");
        }
        Ok(())
    }

    /// The page for those who took part in a screening that was stopped.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it was not.
    pub async fn stopped_paper(&self, actor: &Actor, id: &str) -> Result<Paper> {
        let screening = self.facilitated(actor, id).await?;
        let stopped = screening.stopped.as_ref().ok_or(Error::NotFound)?;
        let Screening { organisation, name, settings, instrument, .. } = &screening;
        let language = language::of(&settings.language);
        Ok(stopped.participants_page(&organisation.name, name, settings, instrument, language))
    }

    /// What is told to whoever came with something of a stopped screening; see [`Problem::Stopped`].
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is no such screening, or it was not stopped.
    pub async fn stopped_notice(&self, screening: &str) -> Result<StoppedNotice> {
        let screening = self.store.screening(screening).await?.ok_or(Error::NotFound)?;
        Ok(StoppedNotice {
            stopped: screening.stopped.ok_or(Error::NotFound)?,
            organisation: screening.organisation.name,
            instrument: screening.instrument,
            settings: screening.settings,
        })
    }

    /// Why something that the database no longer knows is not there: its screening was stopped.
    pub(crate) async fn was_stopped(&self, known_by: &Bytes32) -> Result<Option<Error>> {
        let screening = self.store.stopped_by(&mark(known_by)).await?;
        Ok(screening.map(|id| Error::Refused(Problem::Stopped(id))))
    }

    /// As [`Workflow::facilitated`], of a screening that goes on: [`Problem::Stopped`] where it was stopped.
    pub(crate) async fn going(&self, actor: &Actor, id: &str) -> Result<Screening> {
        let screening = self.facilitated(actor, id).await?;
        if screening.stopped.is_some() {
            return Err(Error::Refused(Problem::Stopped(screening.id)));
        }
        Ok(screening)
    }
}
