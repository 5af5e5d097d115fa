//! What this process knows of itself and of the machine that it runs on.

use crate::adapters::SystemClock;
use crate::backups::Schedule;
use crate::config::DatabaseUrl;
use crate::telemetry;
use std::path::Path;
use workflow::ports::{Backups, Clock, Disk, Machine, Room, Trouble};

/// This process.
#[derive(Clone, Debug)]
pub struct Process {
    started_at: i64,
    database: DatabaseUrl,
    schedule: Option<Schedule>,
}

impl Process {
    /// One that has just begun, over this database, with backups as they are asked for.
    pub fn new(database: DatabaseUrl, schedule: Option<Schedule>) -> Self {
        Self { started_at: SystemClock::new().now(), database, schedule }
    }
}

impl Machine for Process {
    fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    fn started_at(&self) -> i64 {
        self.started_at
    }

    fn database(&self) -> String {
        self.database.to_string()
    }

    fn rooms(&self) -> Vec<Room> {
        let database = self.database.file().map(|file| (Disk::Database, file));
        let backups = self.schedule.as_ref().map(|schedule| (Disk::Backups, schedule.folder.as_path()));
        let mut rooms: Vec<Room> =
            database.into_iter().chain(backups).filter_map(|(disk, path)| room(disk, path)).collect();
        // Of one disk it is said once.
        rooms.dedup_by_key(|room| (room.free, room.size));
        rooms
    }

    fn backups(&self) -> Option<Backups> {
        self.schedule.as_ref().map(Schedule::standing)
    }

    fn troubles(&self) -> Vec<Trouble> {
        telemetry::troubles()
    }
}

/// Room on the disk that this is on; none where the system does not say.
fn room(disk: Disk, path: &Path) -> Option<Room> {
    let on = rustix::fs::statvfs(path).ok()?;
    Some(Room { disk, free: on.f_bavail * on.f_frsize, size: on.f_blocks * on.f_frsize })
}
