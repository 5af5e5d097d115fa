//! What happens on a day that somebody chose: a screening opens, and closes after its last day. The rule is
//! [`screening::by_date`]'s; a day begins where the place is. And the deletion of a screening that was never opened.

use crate::fields::Problems;
use crate::ports::Dated;
use crate::settings::legal_facts_are_there;
use crate::{Actor, Error, Permission, Problem, Result, Workflow};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use screening::by_date::{ByDate, Step, ZONES};
use screening::settings::State;
use std::collections::BTreeMap;

impl Workflow {
    /// The days of a screening, and the name of the time zone in which they begin.
    pub async fn by_date(&self, actor: &Actor, id: &str) -> Result<(ByDate, String)> {
        self.facilitated(actor, id).await?;
        Ok(self.store.by_date(id).await?)
    }

    /// Chooses on which days a screening opens and closes by itself, or that it does not.
    ///
    /// # Errors
    ///
    /// Fields `opens_on` and `closes_on`: [`Problem::TooEarly`], or [`Problem::LegalFactsMissing`] where opening would be
    /// refused. [`Problem::WrongState`] where it is closing or closed.
    pub async fn save_by_date(&self, actor: &Actor, id: &str, days: ByDate) -> Result<()> {
        let screening = self.going(actor, id).await?;
        let screening = self.inheriting(screening).await?;
        let (before, zone) = self.store.by_date(id).await?;
        // Once it is open, the day of opening is what it was.
        let days = match screening.state {
            State::Prepared => days,
            State::Open => ByDate { opens_on: before.opens_on, ..days },
            State::Closing | State::Closed => return Err(Error::Refused(Problem::WrongState)),
        };
        let today = day_in(&zone, self.clock.now());
        let mut problems = Problems::default();
        let prepared = screening.state == State::Prepared;
        if let Some(day) = days.opens_on.filter(|_| prepared) {
            let first = today.saturating_add(1.day());
            problems.unless(day >= first, "opens_on", Problem::TooEarly(first));
            let there = legal_facts_are_there(&screening.settings.legal);
            problems.unless(there, "opens_on", Problem::LegalFactsMissing);
        }
        if let Some(day) = days.closes_on {
            let first = days.opens_on.filter(|_| prepared).unwrap_or(today).max(today);
            problems.unless(day >= first, "closes_on", Problem::TooEarly(first));
        }
        problems.none()?;
        let said = |day: Option<Date>| day.map_or_else(|| "by hand".to_owned(), |day| day.to_string());
        let detail = format!("opens {}, closes {}", said(days.opens_on), said(days.closes_on));
        if !self.noting(actor, &screening, "days chosen", detail).save_by_date(id, days).await? {
            return Err(Error::Refused(Problem::WrongState));
        }
        Ok(())
    }

    /// Opens and closes what is due; called every minute by the program. Of several servers one does each; what fails is
    /// logged, tried again the next time, and keeps nothing else from happening. Gives how many were opened or closed.
    pub async fn do_by_date(&self) -> Result<usize> {
        let mut done = 0;
        for dated in self.store.dated().await? {
            match self.done_by_date(&dated).await {
                Ok(true) => done += 1,
                Ok(false) => {}
                Err(error) => {
                    tracing::error!(screening = dated.id, %error, "what was due on this day could not be done");
                }
            }
        }
        Ok(done)
    }

    async fn done_by_date(&self, dated: &Dated) -> Result<bool> {
        let Some(step) = dated.days.due(dated.state, day_in(&dated.zone, self.clock.now())) else {
            return Ok(false);
        };
        let Some(screening) = self.store.screening(&dated.id).await? else { return Ok(false) };
        let before = screening.settings.clone();
        let screening = self.inheriting(screening).await?;
        let by = &Actor::CommandLine;
        Ok(match step {
            // What was taken out again since the day was chosen is waited for; the page tells.
            Step::Open if !legal_facts_are_there(&screening.settings.legal) => false,
            Step::Open => {
                let frozen = screening.instrument.clone().frozen();
                let noting = self.noting(by, &screening, "screening opened", "by date");
                noting.open_screening(&screening.id, &before, &screening.settings, &frozen).await?
            }
            Step::Close => {
                let ends_at = self.closing_ends_at(&screening);
                let noting = self.noting(by, &screening, "closing begun", "by date");
                noting.change_state(&screening.id, State::Open, State::Closing, Some(ends_at)).await?
            }
        })
    }

    /// Where each organisation's days begin, by its id.
    pub async fn time_zones(&self, actor: &Actor) -> Result<BTreeMap<String, String>> {
        actor.may(Permission::Administer, "")?;
        Ok(self.store.time_zones().await?.into_iter().collect())
    }

    /// Chooses where the days of organisations begin.
    ///
    /// # Errors
    ///
    /// Fields `zones.<organisation>`.
    pub async fn set_time_zones(&self, actor: &Actor, chosen: &BTreeMap<String, String>) -> Result<()> {
        let before = self.time_zones(actor).await?;
        let mut problems = Problems::default();
        for (organisation, zone) in chosen {
            let known = before.contains_key(organisation) && ZONES.contains(&zone.as_str());
            problems.unless(known, &format!("zones.{organisation}"), Problem::NotAChoice);
        }
        problems.none()?;
        for (organisation, zone) in chosen.iter().filter(|(id, zone)| before.get(*id) != Some(zone)) {
            let noting =
                self.noting_installation(actor, Some(organisation), "time zone chosen", zone.clone());
            noting.set_time_zone(organisation, zone).await?;
        }
        Ok(())
    }

    /// Deletes a screening that was never opened, with its settings and codes. `sure`: they said yes to that.
    ///
    /// # Errors
    ///
    /// Field `deletes`. [`Problem::WrongState`] where it was opened, or somebody only trains on it.
    pub async fn delete_screening(&self, actor: &Actor, id: &str, sure: bool) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        if screening.state != State::Prepared || screening.practice.is_some() {
            return Err(Error::Refused(Problem::WrongState));
        }
        let mut problems = Problems::default();
        problems.unless(sure, "deletes", Problem::NotAgreed);
        problems.none()?;
        if !self.noting(actor, &screening, "screening deleted", "").delete_prepared(id).await? {
            return Err(Error::Refused(Problem::WrongState));
        }
        if let Err(error) = self.store.tidy().await {
            // It is deleted; the program tries the files again every minute.
            tracing::warn!(%error, "a deleted screening is still in the files");
        }
        Ok(())
    }
}

/// The day that it is somewhere at this time, in seconds since 1970.
fn day_in(zone: &str, now: i64) -> Date {
    // Without the zones of the machine it is the day in Greenwich, which is a few hours off.
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Timestamp::from_second(now).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone).date()
}
