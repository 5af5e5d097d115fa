//! What time deletes: told to those who run a screening or the installation, shortened by a facilitator, and done once a
//! day by the program. The rule is [`screening::retention`]'s.

use crate::fields::Problems;
use crate::piloting::deleted_on;
use crate::preparing::day_in_denmark;
use crate::screenings::{Organisation, ScreeningSummary};
use crate::{Actor, Error, Permission, Problem, Result, Workflow};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use screening::retention::{Due, Ended, Kept, LOG_MONTHS, Retention, clock_jumped, log_from};
use std::collections::BTreeMap;

/// The mark of an installation that holds the demonstration.
pub const DEMONSTRATION: &str = "demonstration";

/// The mark of how many months the audit log keeps an entry, where somebody chose fewer.
const LOG: &str = "log-months";

/// What goes when, of one screening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionView {
    /// The screening's id.
    pub id: String,
    /// The organisation.
    pub organisation: Organisation,
    /// The screening's name.
    pub name: String,
    /// How long its parts are kept.
    pub retention: Retention,
    /// How often that was written; a change says it.
    pub seen: i64,
    /// Whether its report is released: then it can be filed.
    pub released: bool,
    /// Each part, and when it goes; none of a pilot.
    pub due: Vec<(Kept, Due)>,
    /// A pilot goes whole, from this day on.
    pub pilot: Option<Date>,
    /// The day it is.
    pub today: Date,
    /// A demonstration, in which nothing is deleted.
    pub demonstration: bool,
}

impl Workflow {
    /// What goes when of a screening, for its facilitator.
    pub async fn retention(&self, actor: &Actor, id: &str) -> Result<RetentionView> {
        let screening = self.facilitated(actor, id).await?;
        let all = self.store.screenings(None).await?;
        let summary = all.iter().find(|one| one.id == screening.id).ok_or(Error::NotFound)?;
        self.retention_of(summary, &all).await
    }

    /// What goes when of every screening, for whoever runs the installation; practices are none of them.
    pub async fn retentions(&self, actor: &Actor) -> Result<Vec<RetentionView>> {
        actor.may(Permission::Administer, "")?;
        let all = self.store.screenings(None).await?;
        let mut views = Vec::new();
        for summary in all.iter().filter(|one| one.practice.is_none()) {
            views.push(self.retention_of(summary, &all).await?);
        }
        Ok(views)
    }

    /// Chooses fewer months than the default, and notes when report and plan were filed.
    ///
    /// # Errors
    ///
    /// Fields `months.<part>` and `filed`; [`Problem::Changed`] where somebody else changed it since `seen`.
    pub async fn save_retention(
        &self,
        actor: &Actor,
        id: &str,
        seen: i64,
        months: BTreeMap<Kept, u32>,
        filed: Option<Date>,
    ) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        let (before, _) = self.store.retention(id).await?;
        let mut problems = Problems::default();
        for (kept, months) in &months {
            let most = kept.most();
            let problem = Problem::NotANumber(1, u64::from(most));
            problems.unless((1..=most).contains(months), &format!("months.{}", kept.id()), problem);
        }
        if let Some(day) = filed {
            let versions = self.store.released_versions(id).await?;
            let released = versions.first().map(|first| day_in_denmark(first.released_at));
            let after = released.is_some_and(|released| (released..=self.today()).contains(&day));
            problems.unless(after, "filed", Problem::NotADate);
        }
        problems.none()?;
        let retention = Retention { months, filed, ..before };
        let month = |kept: Kept| format!("{} {}", kept.id(), retention.months(kept));
        let months = Kept::ALL.map(month).join(", ");
        let filed = filed.map(|day| format!("; filed {day}")).unwrap_or_default();
        let noting = self.noting(actor, &screening, "retention saved", format!("{months}{filed}"));
        if !noting.save_retention(id, seen, &retention).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// Months that the audit log keeps an entry.
    pub async fn log_months(&self) -> Result<u32> {
        let kept = self.store.mark(LOG).await?;
        let chosen = kept.and_then(|months| String::from_utf8(months).ok()?.parse::<u32>().ok());
        Ok(chosen.map_or(LOG_MONTHS, |months| months.clamp(1, LOG_MONTHS)))
    }

    /// Chooses how many months the audit log keeps an entry: [`LOG_MONTHS`] at most.
    ///
    /// # Errors
    ///
    /// Field `log`.
    pub async fn save_log_months(&self, actor: &Actor, months: u32) -> Result<()> {
        actor.may(Permission::Administer, "")?;
        let mut problems = Problems::default();
        let problem = Problem::NotANumber(1, u64::from(LOG_MONTHS));
        problems.unless((1..=LOG_MONTHS).contains(&months), "log", problem);
        problems.none()?;
        let noting = self.noting_installation(actor, None, "log retention saved", months.to_string());
        Ok(noting.set_mark(LOG, months.to_string().as_bytes()).await?)
    }

    /// Deletes what is due; called by the program at its start and every hour, done once a day by one of its servers; never in a
    /// demonstration, and not on the first day after a leap of the clock. Gives how many parts went. What fails is logged, tried
    /// again the next hour, and keeps nothing else from going.
    pub async fn delete_what_is_due(&self) -> Result<usize> {
        let today = self.today();
        // Nothing in a demonstration is of anybody, and it shows what would be gone.
        if self.store.mark(DEMONSTRATION).await?.is_some() {
            return Ok(0);
        }
        let last = self.store.last_run().await?;
        if !self.store.claim_run(Some(today)).await? {
            return Ok(0);
        }
        if clock_jumped(last, today) {
            tracing::warn!(?last, %today, "a long time since what is due was deleted: if the clock is right, it goes tomorrow");
            return Ok(0);
        }
        let (mut gone, mut failed) = (self.delete_old_pilots(today).await?, false);
        let all = self.store.screenings(None).await?;
        for summary in all.iter().filter(|one| one.practice.is_none()) {
            match self.delete_due_of(summary, &all, today).await {
                Ok(parts) => gone += parts,
                Err(error) => {
                    failed = true;
                    tracing::error!(screening = summary.id, %error, "what is due could not be deleted");
                }
            }
        }
        let zone = TimeZone::get("Europe/Copenhagen").unwrap_or(TimeZone::UTC);
        let first = log_from(today, self.log_months().await?)
            .to_zoned(zone)
            .map(|start| start.timestamp().as_second());
        if let Ok(before) = first {
            self.store.delete_log(before).await?;
        }
        if failed {
            self.store.claim_run(None).await?;
        }
        self.store.tidy().await?;
        Ok(gone)
    }

    async fn delete_due_of(
        &self,
        summary: &ScreeningSummary,
        all: &[ScreeningSummary],
        today: Date,
    ) -> Result<usize> {
        let (mut retention, seen) = self.store.retention(&summary.id).await?;
        let due = retention.due_by(today, self.ended(summary, all).await?);
        if due.is_empty() {
            return Ok(0);
        }
        retention.gone.extend(due.iter().map(|kept| (*kept, today)));
        let parts = due.iter().map(|kept| kept.id()).collect::<Vec<_>>().join(", ");
        let (by, event) = (&Actor::CommandLine, "deleted by time");
        let noting = match self.store.screening(&summary.id).await? {
            Some(screening) if !due.contains(&Kept::Report) => self.noting(by, &screening, event, parts),
            _ => {
                let detail = format!("{parts}, {}", summary.id);
                self.noting_installation(by, Some(&summary.organisation.id), event, detail)
            }
        };
        // Where somebody changed it meanwhile it is for tomorrow to say.
        let deleted = noting.delete_kept(&summary.id, seen, &due, &retention).await?;
        Ok(if deleted { due.len() } else { 0 })
    }

    async fn retention_of(
        &self,
        summary: &ScreeningSummary,
        all: &[ScreeningSummary],
    ) -> Result<RetentionView> {
        let (retention, seen) = self.store.retention(&summary.id).await?;
        let ended = self.ended(summary, all).await?;
        let pilot = match summary.pilot {
            true => self.store.screening(&summary.id).await?.map(|screening| deleted_on(&screening)),
            false => None,
        };
        let due = Kept::ALL.into_iter().filter(|_| !summary.pilot);
        Ok(RetentionView {
            id: summary.id.clone(),
            organisation: summary.organisation.clone(),
            name: summary.name.clone(),
            due: due.map(|kept| (kept, retention.due(kept, ended))).collect(),
            pilot,
            today: self.today(),
            demonstration: self.store.mark(DEMONSTRATION).await?.is_some(),
            retention,
            seen,
            released: ended.released.is_some(),
        })
    }

    /// How far a screening has come, among all there are.
    async fn ended(&self, summary: &ScreeningSummary, all: &[ScreeningSummary]) -> Result<Ended> {
        let versions = self.store.released_versions(&summary.id).await?;
        let stopped = match summary.stopped {
            true => self.store.screening(&summary.id).await?.and_then(|screening| screening.stopped),
            false => None,
        };
        let waits = |one: &ScreeningSummary| {
            one.earlier.as_ref() == Some(&summary.id) && one.released_version.is_none() && !one.stopped
        };
        Ok(Ended {
            released: versions.first().map(|first| day_in_denmark(first.released_at)),
            stopped: stopped.map(|stopped| stopped.on),
            needed_by_next: all.iter().any(waits),
        })
    }
}
