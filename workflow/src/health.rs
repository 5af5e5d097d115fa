//! How the program is doing: what whoever runs it looks at, to know whether anything must be done today.
//!
//! To add a worry: a variant of [`Concern`], its condition in [`Health::concerns`], and a sentence on the page.

use crate::ports::{Backups, Machine, MailEnds, Room, Trouble};
use crate::retaining::DEMONSTRATION;
use crate::{Actor, Permission, Result, Workflow};
use jiff::ToSpan;
use jiff::civil::Date;
use screening::retention::Due;

/// Seconds after which a backup a day is late: a day, and half of one for a machine that was off at the hour.
const BACKUP_LATE: i64 = 36 * 60 * 60;
/// Seconds for which a failure is told on top.
const RECENT: i64 = 24 * 60 * 60;
/// Bytes that a disk should have free, whatever is on it.
const LEAST_FREE: u64 = 1 << 30;
/// How many times the database should find room beside itself: a backup, and a rewriting of its file.
const TIMES_FREE: u64 = 2;
/// Bytes in whose multiples the database's size is told: one that is told finely tells how much somebody is writing.
const GRAIN: u64 = 100 << 20;
/// Days after which deletion that runs once a day is late.
const DELETION_LATE: i32 = 2;

/// How it is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Now, seconds since 1970.
    pub now: i64,
    /// Release of the program.
    pub version: &'static str,
    /// Since when this process runs.
    pub started_at: i64,
    /// Where the database is, without a password.
    pub database: String,
    /// Bytes that it takes at most, coarsely.
    pub size: u64,
    /// The disks that it and its backups are on.
    pub rooms: Vec<Room>,
    /// The backups by the clock; none where none are asked for.
    pub backups: Option<Backups>,
    /// When mail last went well, and when it last did not.
    pub mailed: MailEnds,
    /// Mails that are tried again, or were given up.
    pub unsent: usize,
    /// When deletion last ran, of an installation where it did.
    pub deleted_on: Option<Date>,
    /// Today.
    pub today: Date,
    /// The next day on which something is deleted.
    pub deletes_on: Option<Date>,
    /// What went wrong since the process began, newest first.
    pub troubles: Vec<Trouble>,
}

/// Something to do about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concern {
    /// No backup is made by the clock.
    NoBackups,
    /// The newest is from then; none: there is none yet.
    BackupLate(Option<i64>),
    /// A disk with so many bytes left.
    LittleRoom(Room),
    /// So many mails were not sent.
    Unsent(usize),
    /// What is due was last deleted on this day.
    DeletionLate(Date),
    /// So many failures within a day.
    Failures(usize),
}

impl Health {
    /// What is to be done, the gravest first; nothing: all is well.
    pub fn concerns(&self) -> Vec<Concern> {
        let mut concerns = Vec::new();
        let needed = LEAST_FREE.max(self.size.saturating_mul(TIMES_FREE));
        let little = self.rooms.iter().filter(|room| room.free < needed);
        concerns.extend(little.map(|room| Concern::LittleRoom(*room)));
        match &self.backups {
            None => concerns.push(Concern::NoBackups),
            Some(Backups { newest, .. }) => {
                let late = newest.is_none_or(|made_at| made_at < self.now - BACKUP_LATE);
                // The first is made as the process begins, which takes a moment.
                if late && (newest.is_some() || self.started_at < self.now - 60) {
                    concerns.push(Concern::BackupLate(*newest));
                }
            }
        }
        let late =
            |day: &Date| day.checked_add(DELETION_LATE.days()).is_ok_and(|expected| expected < self.today);
        concerns.extend(self.deleted_on.filter(late).map(Concern::DeletionLate));
        let failures = self.troubles.iter().filter(|one| one.failure && one.at > self.now - RECENT).count();
        if failures > 0 {
            concerns.push(Concern::Failures(failures));
        }
        if self.unsent > 0 {
            concerns.push(Concern::Unsent(self.unsent));
        }
        concerns
    }
}

impl Workflow {
    /// How the program is doing, for whoever runs the installation.
    pub async fn health(&self, actor: &Actor, machine: &dyn Machine) -> Result<Health> {
        actor.may(Permission::Administer, "")?;
        let unsent = self.store.unsent_mail().await?;
        // A demonstration deletes nothing by time.
        let demonstrated = self.store.mark(DEMONSTRATION).await?.is_some();
        let views = if demonstrated { Vec::new() } else { self.retentions(actor).await? };
        let days = views.into_iter().flat_map(|view| view.due).filter_map(|(_, due)| match due {
            Due::On(day) => Some(day),
            Due::Gone(_) | Due::AfterRelease | Due::AfterFiling | Due::AfterNext(_) => None,
        });
        Ok(Health {
            now: self.clock.now(),
            version: machine.version(),
            started_at: machine.started_at(),
            database: machine.database(),
            size: self.store.size().await?.next_multiple_of(GRAIN),
            rooms: machine.rooms(),
            backups: machine.backups(),
            mailed: self.store.mail_ends().await?,
            // What nobody has tried yet is no news.
            unsent: unsent.iter().filter(|mail| mail.given_up || mail.tries > 0).count(),
            deleted_on: self.store.last_run().await?,
            today: self.today(),
            // What has been due since yesterday goes today.
            deletes_on: days.min().map(|day| day.max(self.today())),
            troubles: machine.troubles(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::Disk;
    use jiff::civil::date;

    const NOW: i64 = 1_795_262_400;

    fn well() -> Health {
        Health {
            now: NOW,
            version: "1",
            started_at: NOW - 1000,
            database: "sqlite://pejling.db".to_owned(),
            size: 40 << 20,
            rooms: vec![Room { disk: Disk::Database, free: 20 << 30, size: 40 << 30 }],
            backups: Some(Backups { newest: Some(NOW - 3600), kept: 30, keep_days: 30, hour: 3 }),
            mailed: MailEnds::default(),
            unsent: 0,
            deleted_on: Some(date(2026, 11, 21)),
            today: date(2026, 11, 21),
            deletes_on: None,
            troubles: Vec::new(),
        }
    }

    #[test]
    fn where_all_is_well_there_is_nothing_to_do() {
        assert_eq!(well().concerns(), []);
        // A demonstration deletes nothing by time.
        assert_eq!(Health { deleted_on: None, ..well() }.concerns(), []);
        let trouble = |failure, at| Trouble { at, failure, text: String::new(), times: 1 };
        let told = vec![trouble(false, NOW), trouble(true, NOW - 2 * RECENT)];
        assert_eq!(Health { troubles: told, ..well() }.concerns(), []);
    }

    #[test]
    fn what_a_backup_needs_is_missed_before_it_is_needed() {
        let room = |free| Room { disk: Disk::Database, free, size: 100 << 30 };
        let with = |free, size| Health { rooms: vec![room(free)], size, ..well() }.concerns();
        assert_eq!(with((1 << 30) - 1, 1), [Concern::LittleRoom(room((1 << 30) - 1))]);
        assert_eq!(with(1 << 30, 1), []);
        assert_eq!(with(9 << 30, 5 << 30), [Concern::LittleRoom(room(9 << 30))]);
        assert_eq!(with(10 << 30, 5 << 30), []);
    }

    #[test]
    fn a_backup_that_is_late_or_was_never_made_is_told() {
        let backups = |newest| Some(Backups { newest, kept: 1, keep_days: 30, hour: 3 });
        let with = |newest| Health { backups: backups(newest), ..well() }.concerns();
        assert_eq!(with(Some(NOW - 35 * 3600)), []);
        assert_eq!(with(Some(NOW - 37 * 3600)), [Concern::BackupLate(Some(NOW - 37 * 3600))]);
        assert_eq!(with(None), [Concern::BackupLate(None)]);
        assert_eq!(Health { backups: backups(None), started_at: NOW - 5, ..well() }.concerns(), []);
        assert_eq!(Health { backups: None, ..well() }.concerns(), [Concern::NoBackups]);
    }

    #[test]
    fn deletion_that_stopped_running_is_told() {
        let with = |day| Health { deleted_on: Some(day), ..well() }.concerns();
        assert_eq!(with(date(2026, 11, 19)), []);
        assert_eq!(with(date(2026, 11, 18)), [Concern::DeletionLate(date(2026, 11, 18))]);
    }
}
