//! Across a municipality: a place says whether its figures may be counted with others', and the administrator makes
//! tallies of those that may.

use crate::screenings::ScreeningSummary;
use crate::{Actor, Error, Permission, Problem, Result, Workflow};
use screening::across::{Candidate, LEAST_PLACES, Tally, tally, to_count};
use screening::comparison::Round;
use screening::instrument::Instrument;
use screening::settings::State;
use std::collections::BTreeMap;

/// Whether a screening may be counted with others'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// Nobody said so.
    None,
    /// Somebody of the place did, and may take it back.
    Given,
    /// It was counted: it can be neither taken out nor counted again.
    Counted,
}

/// A tally as it is kept: its figures, and nothing of which places they are of.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredTally {
    /// Random id.
    pub id: String,
    /// The instrument's id.
    pub instrument: String,
    /// When, seconds since 1970.
    pub made_at: i64,
    /// The figures.
    pub tally: Tally,
}

/// What stands of an instrument.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcrossInstrument {
    /// How many places said yes and are not counted yet.
    pub waiting: usize,
    /// Whether they are enough for a tally.
    pub enough: bool,
    /// The tallies, newest first.
    pub tallies: Vec<StoredTally>,
}

/// A closed screening with a released report.
struct Released {
    screening: crate::screenings::Screening,
    leave: Leave,
}

impl Workflow {
    /// Whether a released screening's figures may be counted with others', for its leaders and facilitators.
    pub async fn leave(&self, actor: &Actor, screening: &str) -> Result<Leave> {
        self.released_report(actor, screening).await?;
        Ok(self.store.leave(screening).await?)
    }

    /// Lets them be counted.
    ///
    /// # Errors
    ///
    /// [`Problem::WrongState`] of a practice: nobody answered it.
    pub async fn give_leave(&self, actor: &Actor, screening: &str) -> Result<()> {
        self.released_report(actor, screening).await?;
        let screening = self.permitted(actor, Permission::ReadReleased, screening).await?;
        if screening.practice.is_some() {
            return Err(Error::Refused(Problem::WrongState));
        }
        let noting = self.noting(actor, &screening, "leave to count across given", "");
        noting.give_leave(&screening.id).await?;
        Ok(())
    }

    /// Takes that back, as long as they are not counted.
    ///
    /// # Errors
    ///
    /// [`Problem::Changed`] where they were meanwhile.
    pub async fn take_leave_back(&self, actor: &Actor, screening: &str) -> Result<()> {
        self.released_report(actor, screening).await?;
        let screening = self.permitted(actor, Permission::ReadReleased, screening).await?;
        let noting = self.noting(actor, &screening, "leave to count across taken back", "");
        if noting.take_leave_back(&screening.id).await? {
            return Ok(());
        }
        match self.store.leave(&screening.id).await? {
            Leave::Counted => Err(Error::Refused(Problem::Changed)),
            Leave::None | Leave::Given => Ok(()),
        }
    }

    /// What stands of each instrument that somebody said yes to or that was counted, for the administrator. It names no
    /// place.
    pub async fn across(&self, actor: &Actor) -> Result<BTreeMap<String, AcrossInstrument>> {
        actor.may(Permission::Administer, "")?;
        let released = self.released().await?;
        let mut found: BTreeMap<String, AcrossInstrument> = BTreeMap::new();
        for one in released.iter().filter(|one| one.leave == Leave::Given) {
            let instrument = &one.screening.instrument.id;
            found.entry(instrument.clone()).or_insert_with(|| {
                let waiting = to_count(&candidates(&released), instrument).len();
                AcrossInstrument { waiting, enough: waiting >= LEAST_PLACES, tallies: Vec::new() }
            });
        }
        for tally in self.store.tallies().await? {
            found.entry(tally.instrument.clone()).or_default().tallies.push(tally);
        }
        Ok(found)
    }

    /// Makes a tally of all that may be counted. `instrument` is the newest version, which gives the order.
    ///
    /// # Errors
    ///
    /// [`Problem::TooFewPlaces`]: fewer than [`LEAST_PLACES`], or no figure would have so many behind it; nothing is
    /// counted then. [`Problem::Changed`]: somebody took their leave back meanwhile.
    pub async fn make_tally(&self, actor: &Actor, instrument: &Instrument) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let released = self.released().await?;
        let candidates = candidates(&released);
        let counted = to_count(&candidates, &instrument.id);
        let places: Vec<Round<'_>> = released
            .iter()
            .filter(|one| counted.contains(&one.screening.id.as_str()))
            .filter_map(|one| {
                let picture = one.screening.picture.as_ref()?;
                Some(Round { picture, instrument: &one.screening.instrument })
            })
            .collect();
        let made = tally(&places, instrument);
        if places.len() < LEAST_PLACES || !made.tells() {
            return Err(Error::Refused(Problem::TooFewPlaces(LEAST_PLACES)));
        }
        let stored = StoredTally {
            id: self.fresh_id(),
            instrument: instrument.id.clone(),
            made_at: self.clock.now(),
            tally: made,
        };
        let detail = format!("{}, {} places", stored.instrument, counted.len());
        let noting = self.noting_installation(actor, None, "tally made", detail);
        if !noting.keep_tally(&stored, &counted).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// Closed screenings with a released report and a picture, of organisations that said yes to one, newest first.
    async fn released(&self) -> Result<Vec<Released>> {
        let leaves: BTreeMap<String, Leave> = self.store.leaves().await?.into_iter().collect();
        let all = self.store.screenings(None).await?;
        let willing: Vec<String> = all
            .iter()
            .filter(|one| leaves.contains_key(&one.id))
            .map(|one| one.organisation.id.clone())
            .collect();
        let stands = |one: &ScreeningSummary| {
            one.state == State::Closed
                && one.practice.is_none()
                && one.released_version.is_some()
                && willing.contains(&one.organisation.id)
        };
        let mut found = Vec::new();
        for summary in all.iter().filter(|one| stands(one)) {
            let screening = self.store.screening(&summary.id).await?;
            let Some(screening) = screening.filter(|one| one.picture.is_some()) else { continue };
            let leave = leaves.get(&summary.id).copied().unwrap_or(Leave::None);
            found.push(Released { screening, leave });
        }
        Ok(found)
    }
}

fn candidates(newest_first: &[Released]) -> Vec<Candidate<'_>> {
    newest_first
        .iter()
        .map(|one| Candidate {
            id: &one.screening.id,
            organisation: &one.screening.organisation.id,
            instrument: &one.screening.instrument.id,
            leave: one.leave != Leave::None,
            counted: one.leave == Leave::Counted,
        })
        .collect()
}
