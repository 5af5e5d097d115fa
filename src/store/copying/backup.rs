//! A backup: one SQLite file in the program's own tables, with a note of what it holds. It is written beside its place,
//! read back, and only then put there.

use super::fault::CopyFault;
use super::rows::Tally;
use super::tables::{Table, tables};
use super::{collecting_in, compared, copy, copy_into, tally};
use crate::store::db::{Db, Writing, execute, failed, fetch_optional, migrating};
use crate::store::{from_json, to_json};
use serde::{Deserialize, Serialize};
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The mark in a backup's table `installation` under which its note stands.
const NOTE: &str = "backup";
/// What a file that is being written ends with.
pub(crate) const UNFINISHED: &str = ".unfinished";
/// How every SQLite file begins, and how long its header is.
const MAGIC: &[u8] = b"SQLite format 3\0";
const HEADER: usize = 100;

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When it was made, seconds since 1970.
    pub made_at: i64,
    /// The release that made it.
    pub program: String,
    /// The step at which its tables stand.
    pub step: i64,
    /// Screenings whose answers were being collected.
    pub collecting: Vec<String>,
    /// What it holds.
    pub tables: Vec<Tally>,
}

impl Note {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// A backup that was read through and found whole.
#[derive(Debug)]
pub struct Backup {
    /// What it says of itself, and holds.
    pub note: Note,
    tables: Vec<Table>,
    pool: SqlitePool,
}

/// Writes everything into a new file, of its owner alone.
///
/// # Errors
///
/// [`CopyFault`]; then there is no file.
pub async fn back_up(db: &Db, file: &Path, made_at: i64) -> Result<Note, CopyFault> {
    if file.exists() {
        return Err(CopyFault::Exists);
    }
    let (written, unfinished) = (Unfinished::beside(file, "0.")?, Unfinished::beside(file, "")?);
    let note = write(db, &written.0, &unfinished.0, made_at).await?;
    drop(written);
    let read = look_through(&unfinished.0).await?;
    read.pool.close().await;
    if read.note != note {
        return Err(CopyFault::Changed("installation".to_owned()));
    }
    unfinished.finish(file)?;
    Ok(note)
}

/// Writes everything into a file, and that anew into another, in which no freed page is left.
async fn write(db: &Db, file: &Path, anew: &Path, made_at: i64) -> Result<Note, CopyFault> {
    let anew = anew.to_str().ok_or_else(|| io::Error::other("write its name in UTF-8"))?;
    let options = SqliteConnectOptions::new()
        .filename(file)
        // It is thrown away after, or when it breaks off: nobody else reads it, and nothing need be on the disk.
        .journal_mode(SqliteJournalMode::Memory)
        .synchronous(SqliteSynchronous::Off)
        .foreign_keys(true)
        // In the file that is made anew too: no page keeps what moved to another.
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY");
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.map_err(failed)?;
    let mut connection = pool.acquire().await.map_err(failed)?;
    migrating::bring_sqlite(&mut connection, None).await?;
    drop(connection);
    let tables = tables(None).await?;
    let mut snapshot = db.snapshot().await?;
    let mut writing = Writing::Sqlite(pool.begin().await.map_err(failed)?);
    let note = Note {
        made_at,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        step: migrating::newest(&migrating::SQLITE),
        collecting: collecting_in(&mut snapshot).await?,
        tables: copy(&mut snapshot, &mut writing, &tables).await?,
    };
    snapshot.rollback().await?;
    let told = to_json(&note)?;
    execute!(writing, "INSERT INTO installation (name, value) VALUES ($1, $2)", NOTE, told.as_bytes())?;
    writing.commit().await?;
    sqlx::query("VACUUM INTO $1").bind(anew).execute(&pool).await.map_err(failed)?;
    pool.close().await;
    Ok(note)
}

/// What a backup says of itself; that it is so is not looked at.
///
/// # Errors
///
/// Where it is none, or cannot be read.
pub async fn look_into(file: &Path) -> Result<Note, CopyFault> {
    let (pool, note) = opened(file).await?;
    pool.close().await;
    Ok(note)
}

/// Reads a backup through: is it whole, ours, as it was written, and of a release that we know?
///
/// # Errors
///
/// [`CopyFault`]: what it is instead.
pub async fn look_through(file: &Path) -> Result<Backup, CopyFault> {
    let (pool, note) = opened(file).await?;
    let checked: Vec<(String,)> =
        sqlx::query_as("PRAGMA integrity_check(1)").fetch_all(&pool).await.map_err(unreadable)?;
    if let Some((fault,)) = checked.first().filter(|(said,)| said != "ok") {
        return Err(CopyFault::Damaged(fault.clone()));
    }
    let loose = sqlx::query("PRAGMA foreign_key_check").fetch_optional(&pool).await.map_err(unreadable)?;
    if loose.is_some() {
        return Err(CopyFault::Damaged("rows refer to rows that are not there".to_owned()));
    }
    let tables = tables(Some(note.step)).await?;
    let mut reading = Writing::Sqlite(pool.begin().await.map_err(unreadable)?);
    let found = tally(&mut reading, &tables).await?;
    reading.rollback().await?;
    if let Some((written, _)) = note.tables.iter().zip(&found).find(|(one, other)| one != other) {
        return Err(CopyFault::Changed(written.table.clone()));
    }
    if note.tables.len() != found.len() {
        return Err(CopyFault::Changed("installation".to_owned()));
    }
    Ok(Backup { note, tables, pool })
}

/// Opens it to read, and asks what it says of itself.
async fn opened(file: &Path) -> Result<(SqlitePool, Note), CopyFault> {
    whole(file)?;
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.map_err(unreadable)?;
    let there: Option<(i64,)> =
        sqlx::query_as("SELECT CAST(1 AS BIGINT) FROM sqlite_master WHERE name = '_sqlx_migrations'")
            .fetch_optional(&pool)
            .await
            .map_err(unreadable)?;
    there.ok_or(CopyFault::NoBackup)?;
    let steps: Vec<(i64, Vec<u8>)> =
        sqlx::query_as("SELECT version, checksum FROM _sqlx_migrations ORDER BY version")
            .fetch_all(&pool)
            .await
            .map_err(unreadable)?;
    let step = migrating::step_of(&migrating::SQLITE, &steps)?.ok_or(CopyFault::NoBackup)?;
    let note: Option<(Vec<u8>,)> = sqlx::query_as("SELECT value FROM installation WHERE name = $1")
        .bind(NOTE)
        .fetch_optional(&pool)
        .await
        .map_err(unreadable)?;
    let (note,) = note.ok_or(CopyFault::NoNote)?;
    let note: Note = from_json("backup's note", &String::from_utf8_lossy(&note))?;
    if note.step != step {
        return Err(CopyFault::Changed("installation".to_owned()));
    }
    Ok((pool, note))
}

impl Backup {
    /// Fills an empty database with it; its tables stand at the backup's step after, and are brought on by the next that
    /// opens it.
    ///
    /// # Errors
    ///
    /// [`CopyFault`]; nothing is written where one is told before the end.
    pub async fn restore(self, address: &str) -> Result<Note, CopyFault> {
        let Self { note, tables, pool } = self;
        let to = Db::open_to(address, Some(note.step)).await?;
        let filled = fill(&pool, &to, &note, &tables).await;
        to.close().await;
        pool.close().await;
        filled.map(|()| note)
    }
}

async fn fill(pool: &SqlitePool, to: &Db, note: &Note, tables: &[Table]) -> Result<(), CopyFault> {
    let mut reading = to.read().await?;
    let database = fetch_optional!(reading, (i64,), "SELECT MAX(version) FROM _sqlx_migrations")?;
    drop(reading);
    let mut snapshot = Writing::Sqlite(pool.begin().await.map_err(unreadable)?);
    match database {
        Some((database,)) if database > note.step => {
            let mut writing = to.begin().await?;
            let occupied = super::occupied(&mut writing, tables).await?;
            writing.rollback().await?;
            return Err(match occupied {
                Some(table) => CopyFault::Occupied(table),
                None => CopyFault::Ahead { database, backup: note.step },
            });
        }
        _ => {}
    }
    copy_into(&mut snapshot, to, tables).await?;
    snapshot.rollback().await?;
    compared(&note.tables, to, tables).await
}

/// Whether a file is SQLite's, and as long as it says itself.
fn whole(path: &Path) -> Result<(), CopyFault> {
    let mut file = File::open(path)?;
    let found = file.metadata()?.len();
    let mut header = Vec::with_capacity(HEADER);
    file.by_ref().take(HEADER as u64).read_to_end(&mut header)?;
    if !header.starts_with(MAGIC) || header.len() < HEADER {
        return Err(CopyFault::NoBackup);
    }
    // SQLite's file format, 1.3: size of a page at 16 (1 means 65,536), number of pages at 28.
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let pages = u32::from_be_bytes([header[28], header[29], header[30], header[31]]);
    let whole = page * u64::from(pages);
    if found < whole { Err(CopyFault::CutShort { found, whole }) } else { Ok(()) }
}

/// What SQLite says of a file, in our words.
fn unreadable(error: sqlx::Error) -> CopyFault {
    // SQLITE_CORRUPT, SQLITE_NOTADB
    match error.as_database_error().and_then(|error| error.code()).as_deref() {
        Some("11") => CopyFault::Damaged("SQLite cannot read it".to_owned()),
        Some("26") => CopyFault::NoBackup,
        _ => CopyFault::Store(failed(error)),
    }
}

/// A file on its way, gone where it does not arrive.
struct Unfinished(PathBuf);

impl Unfinished {
    fn beside(file: &Path, which: &str) -> Result<Self, CopyFault> {
        let mut name = file.as_os_str().to_owned();
        name.push(format!(".{which}{}{UNFINISHED}", std::process::id()));
        let path = PathBuf::from(name);
        let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
        made.map_err(|why| CopyFault::File { path: path.clone(), why })?;
        Ok(Self(path))
    }

    /// Puts it in its place, on the disk before anybody is told.
    fn finish(self, file: &Path) -> Result<(), CopyFault> {
        self.placed(file).map_err(|why| match why.kind() {
            io::ErrorKind::AlreadyExists => CopyFault::Exists,
            _ => CopyFault::Here(why),
        })
    }

    fn placed(&self, file: &Path) -> io::Result<()> {
        File::open(&self.0)?.sync_all()?;
        match fs::hard_link(&self.0, file) {
            // A link goes over no file. Where the file system has none, a moment is left in which one may come.
            Err(error)
                if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied) =>
            {
                if file.exists() {
                    return Err(io::ErrorKind::AlreadyExists.into());
                }
                fs::rename(&self.0, file)?;
            }
            linked => linked?,
        }
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Mostly its other name is in place, and this one is not needed; where it was renamed it is gone.
        let _ = fs::remove_file(&self.0);
    }
}
