//! Backups by the clock: one a day into a folder, read through, and the old ones deleted.
//!
//! Two copies that were made while a screening collects answers tell together which code was spent and which response
//! came in between. So when it has closed, a new backup is made at once, and those from before are deleted.

use crate::adapters::SystemClock;
use crate::metrics;
use crate::store::SqlStore;
use crate::store::copying::{self, CopyFault, Note, UNFINISHED};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};
use workflow::backing_up::Copied;
use workflow::ports::Backups;
use workflow::{Actor, Workflow};

/// How often it is asked whether one is due.
const EVERY: Duration = Duration::from_secs(600);
/// How the name of one is written around its time, in UTC; files of other names are left alone.
const BEGINS: &str = "pejling-";
const TIME: &str = "%Y%m%d-%H%M%S";
const ENDS: &str = ".backup";
/// What was not finished for so many seconds is nobody's.
const ABANDONED: u64 = 24 * 60 * 60;
/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// When, where, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The folder, which is there.
    pub folder: PathBuf,
    /// From this hour on (0 to 23), in Denmark.
    pub hour: i8,
    /// Days after which one is deleted; the newest never is.
    pub keep_days: u16,
}

/// A backup in the folder.
struct Kept {
    made_at: i64,
    path: PathBuf,
}

/// Makes and deletes them, again and again.
pub async fn keep(store: SqlStore, workflow: Workflow, schedule: Schedule) {
    let mut ticks = interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match schedule.look(&store, &workflow).await {
            Ok(None) => {}
            Ok(Some((note, deleted))) => {
                tracing::info!(rows = note.rows(), deleted, "backup made and read through");
            }
            Err(error) => tracing::error!(%error, "no backup could be made; tried again soon"),
        }
    }
}

impl Schedule {
    /// Whether files can be written where backups shall be.
    ///
    /// # Errors
    ///
    /// The system's, where they cannot.
    pub fn check(&self) -> io::Result<()> {
        let probe = self.folder.join(format!("{BEGINS}{}{UNFINISHED}", std::process::id()));
        fs::write(&probe, [])?;
        fs::remove_file(probe)
    }

    /// What there is.
    pub(crate) fn standing(&self) -> Backups {
        let kept = self.kept().unwrap_or_default();
        Backups {
            newest: kept.iter().map(|one| one.made_at).max(),
            kept: kept.len(),
            keep_days: self.keep_days,
            hour: self.hour,
        }
    }

    /// Makes a backup if one is due, then deletes those that are not to be kept; what was made, and how many were deleted.
    ///
    /// # Errors
    ///
    /// As [`copying::back_up`]; then none is deleted.
    pub async fn look(
        &self,
        store: &SqlStore,
        workflow: &Workflow,
    ) -> Result<Option<(Note, usize)>, CopyFault> {
        let now = workflow.clock.now();
        let before = self.kept()?;
        let newest = before.iter().map(|kept| kept.made_at).max();
        let collecting = copying::collecting(&store.db).await?.into_iter().collect();
        if !self.due(now, newest) && !any_over(&before, &collecting).await {
            newest.into_iter().for_each(metrics::backed_up);
            return Ok(None);
        }
        let note = copying::back_up(&store.db, &self.folder.join(name(now)), now).await?;
        let detail = format!("{} tables, {} rows, by the clock", note.tables.len(), note.rows());
        if let Err(error) = workflow.note_backup(&Actor::CommandLine, Copied::Made, detail).await {
            tracing::error!(%error, "a backup was made, and the audit log could not be told");
        }
        metrics::backed_up(now);
        let deleted = self.delete(before, now, &note).await;
        Ok(Some((note, deleted)))
    }

    /// Whether none has been made since it was last the hour.
    fn due(&self, now: i64, newest: Option<i64>) -> bool {
        newest.is_none_or(|newest| newest < self.last_hour(now))
    }

    /// When it was last the hour in Denmark; on the night without it, when it would have been.
    fn last_hour(&self, now: i64) -> i64 {
        let zone = SystemClock::zone();
        let Ok(time) = Timestamp::from_second(now) else { return now };
        let today = time.to_zoned(zone.clone()).date();
        [Ok(today), today.yesterday()]
            .into_iter()
            .flatten()
            .filter_map(|day| day.at(self.hour, 0, 0, 0).to_zoned(zone.clone()).ok())
            .map(|moment| moment.timestamp().as_second())
            .find(|moment| *moment <= now)
            .unwrap_or(now)
    }

    /// Those that are there, by their names.
    fn kept(&self) -> Result<Vec<Kept>, CopyFault> {
        let at_folder = |why| CopyFault::File { path: self.folder.clone(), why };
        let mut kept = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(at_folder)? {
            let path = entry.map_err(at_folder)?.path();
            let made_at = path.file_name().and_then(|name| time_of(name.to_str()?));
            kept.extend(made_at.map(|made_at| Kept { made_at, path }));
        }
        Ok(kept)
    }

    /// Deletes of those before a new one what is too old, and what was made while a screening collected that has ended.
    async fn delete(&self, before: Vec<Kept>, now: i64, new: &Note) -> usize {
        let collecting = new.collecting.iter().cloned().collect();
        let oldest = now - i64::from(self.keep_days) * DAY;
        let mut deleted = 0;
        for kept in before {
            if kept.made_at < oldest || is_over(&kept.path, &collecting).await {
                match fs::remove_file(&kept.path) {
                    Ok(()) => deleted += 1,
                    Err(error) => tracing::error!(%error, "an old backup could not be deleted"),
                }
            }
        }
        self.sweep();
        deleted
    }

    /// Deletes what a program that broke off has left.
    fn sweep(&self) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let ours =
                name.to_str().is_some_and(|name| name.starts_with(BEGINS) && name.ends_with(UNFINISHED));
            let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
            if ours && age().is_some_and(|age| age.as_secs() > ABANDONED) {
                // The next time tries again.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

async fn any_over(kept: &[Kept], collecting: &BTreeSet<String>) -> bool {
    for one in kept {
        if is_over(&one.path, collecting).await {
            return true;
        }
    }
    false
}

/// Whether a backup was made while a screening collected that collects no more.
async fn is_over(path: &Path, collecting: &BTreeSet<String>) -> bool {
    match copying::look_into(path).await {
        Ok(note) => note.collecting.iter().any(|screening| !collecting.contains(screening)),
        // A newer release's, or damaged: its age decides.
        Err(_) => false,
    }
}

fn name(made_at: i64) -> String {
    let time = Timestamp::from_second(made_at).unwrap_or_default().to_zoned(TimeZone::UTC);
    format!("{BEGINS}{}{ENDS}", time.strftime(TIME))
}

/// The time in a name; `None`: it is no backup's.
fn time_of(name: &str) -> Option<i64> {
    let time = name.strip_prefix(BEGINS)?.strip_suffix(ENDS)?;
    let time = DateTime::strptime(TIME, time).ok()?;
    let made_at = time.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second();
    (self::name(made_at) == name).then_some(made_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> i64 {
        time.parse::<Timestamp>().unwrap().as_second()
    }

    fn schedule(hour: i8) -> Schedule {
        Schedule { folder: PathBuf::new(), hour, keep_days: 30 }
    }

    #[test]
    fn a_name_tells_its_time_and_no_other_name_does() {
        let made_at = at("2026-11-22T02:00:05Z");
        assert_eq!(name(made_at), "pejling-20261122-020005.backup");
        assert_eq!(time_of("pejling-20261122-020005.backup"), Some(made_at));
        for other in [
            "pejling.db",
            "pejling-20261122-020005.backup.7.unfinished",
            "pejling-20261322-020005.backup",
            "pejling-20261122-0200.backup",
            "mine-20261122-020005.backup",
            "pejling-20261122-020005.backup~",
        ] {
            assert_eq!(time_of(other), None, "{other}");
        }
    }

    #[test]
    fn one_is_due_each_day_from_the_hour_on_in_denmark() {
        // In November Denmark is one hour ahead of UTC, in July two.
        let three = schedule(3);
        let last = at("2026-11-22T02:00:10Z");
        assert!(three.due(last, None), "the first at once");
        assert!(!three.due(at("2026-11-22T23:00:00Z"), Some(last)));
        assert!(!three.due(at("2026-11-23T01:59:59Z"), Some(last)));
        assert!(three.due(at("2026-11-23T02:00:00Z"), Some(last)));
        assert!(three.due(at("2026-11-25T14:00:00Z"), Some(last)), "after a pause");
        let summer = at("2026-07-01T01:00:00Z");
        assert!(!three.due(at("2026-07-02T00:59:59Z"), Some(summer)));
        assert!(three.due(at("2026-07-02T01:00:00Z"), Some(summer)));
    }

    #[test]
    fn the_night_without_the_hour_has_its_backup_too() {
        // On 28 March 2027 clocks go from 02:00 to 03:00.
        let two = schedule(2);
        let saturday = at("2027-03-27T01:00:10Z");
        assert!(!two.due(at("2027-03-28T00:30:00Z"), Some(saturday)));
        assert!(two.due(at("2027-03-28T01:00:00Z"), Some(saturday)));
        assert!(!two.due(at("2027-03-28T20:00:00Z"), Some(at("2027-03-28T01:00:05Z"))));
    }
}
