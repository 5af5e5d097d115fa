//! The port of what a process knows of itself and of the machine that it runs on.

/// A process and its machine.
pub trait Machine: Send + Sync {
    /// Release of the program.
    fn version(&self) -> &'static str;
    /// Since when it runs, seconds since 1970.
    fn started_at(&self) -> i64;
    /// Where the database is, without a password.
    fn database(&self) -> String;
    /// The disks that are written to.
    fn rooms(&self) -> Vec<Room>;
    /// The backups by the clock; none where none are asked for.
    fn backups(&self) -> Option<Backups>;
    /// What went wrong since it began, newest first; as the log tells it, which holds no secret.
    fn troubles(&self) -> Vec<Trouble>;
}

/// What a disk is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disk {
    /// The database's file.
    Database,
    /// The backups.
    Backups,
}

/// Room on a disk, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// What is on it.
    pub disk: Disk,
    /// Left for the program.
    pub free: u64,
    /// In all.
    pub size: u64,
}

/// Backups by the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backups {
    /// When the newest was made, seconds since 1970. It was read through before it got its name.
    pub newest: Option<i64>,
    /// How many there are.
    pub kept: usize,
    /// Days after which one is deleted.
    pub keep_days: u16,
    /// The hour of the day from which on one is made.
    pub hour: i8,
}

/// Something that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// When it last did, seconds since 1970.
    pub at: i64,
    /// It failed; otherwise it is only worth knowing.
    pub failure: bool,
    /// As the log tells it, in English.
    pub text: String,
    /// How often.
    pub times: u32,
}
