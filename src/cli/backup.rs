//! `pejling backup`, `restore` and `move`: everything copied, and what was copied told by table.

use super::installation::{opened, runtime, with_store};
use super::words::in_words;
use super::{Database, address_in, there};
use crate::config::DatabaseUrl;
use crate::store::Db;
use crate::store::copying::{self, Tally};
use anyhow::{Context, Result, anyhow};
use clap::Args;
use std::io::{Write, stdout};
use std::path::PathBuf;
use workflow::Actor;
use workflow::backing_up::Copied;

#[derive(Args, Debug)]
pub(super) struct Backup {
    /// The file to write; never one that is there already
    file: PathBuf,
    #[command(flatten)]
    database: Database,
}

#[derive(Args, Debug)]
pub(super) struct Restore {
    /// The backup
    file: PathBuf,
    #[command(flatten)]
    database: Database,
}

#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("source").required(true))]
#[command(group = clap::ArgGroup::new("target").required(true))]
pub(super) struct Move {
    /// The database to copy: sqlite://FILE or postgres://USER@HOST/NAME
    #[arg(long, value_name = "URL", env = "PEJLING_FROM", hide_env_values = true, group = "source")]
    from: Option<DatabaseUrl>,
    /// File that holds that address alone, for one with a password
    #[arg(long, value_name = "FILE", env = "PEJLING_FROM_FILE", group = "source")]
    from_file: Option<PathBuf>,
    /// The empty database to copy it into
    #[arg(long, value_name = "URL", env = "PEJLING_TO", hide_env_values = true, group = "target")]
    to: Option<DatabaseUrl>,
    /// File that holds that address alone
    #[arg(long, value_name = "FILE", env = "PEJLING_TO_FILE", group = "target")]
    to_file: Option<PathBuf>,
}

pub(super) fn back_up(arguments: &Backup) -> Result<()> {
    arguments.database.existing()?;
    let file = &arguments.file;
    with_store(&arguments.database, async |store, workflow| {
        let made = copying::back_up(&store.db, file, workflow.clock.now()).await;
        let note = made.with_context(|| file.display().to_string())?;
        let detail = copied(&note.tables);
        workflow.note_backup(&Actor::CommandLine, Copied::Made, detail).await.map_err(in_words)?;
        print(&note.tables)?;
        if !note.collecting.is_empty() {
            eprintln!(
                "pejling: answers are being collected ({} screenings): two copies from now would tell what came in \
                 between, so delete this one when they are closed",
                note.collecting.len()
            );
        }
        Ok(())
    })
}

pub(super) fn restore(arguments: &Restore) -> Result<()> {
    let (file, address) = (&arguments.file, arguments.database.address()?);
    runtime()?.block_on(async {
        let at_database = || format!("--database {address}");
        let backup = copying::look_through(file).await.with_context(|| file.display().to_string())?;
        let note = backup.restore(address.secret()).await.with_context(at_database)?;
        let (store, workflow) = opened(&address).await.with_context(at_database)?;
        let detail = format!("{}, made at {}", copied(&note.tables), note.made_at);
        let noted = workflow.note_backup(&Actor::CommandLine, Copied::Restored, detail).await;
        store.db.close().await;
        noted.map_err(in_words)?;
        print(&note.tables)
    })
}

pub(super) fn move_all(arguments: &Move) -> Result<()> {
    let source = address("--from", arguments.from.as_ref(), arguments.from_file.as_ref())?;
    let target = address("--to", arguments.to.as_ref(), arguments.to_file.as_ref())?;
    there(&source).with_context(|| format!("--from {source}"))?;
    runtime()?.block_on(async {
        let from = Db::open(source.secret()).await.with_context(|| format!("--from {source}"))?;
        let (store, workflow) = opened(&target).await.with_context(|| format!("--to {target}"))?;
        let moved = copying::move_all(&from, &store.db).await.with_context(|| format!("--to {target}"));
        from.close().await;
        let noted = match &moved {
            Ok(tables) => {
                let noted = workflow.note_backup(&Actor::CommandLine, Copied::Moved, copied(tables)).await;
                noted.map_err(in_words)
            }
            Err(_) => Ok(()),
        };
        store.db.close().await;
        print(&moved?)?;
        noted
    })
}

/// One of two ways to say it.
fn address(flag: &str, url: Option<&DatabaseUrl>, file: Option<&PathBuf>) -> Result<DatabaseUrl> {
    match (url, file) {
        (Some(url), _) => Ok(url.clone()),
        (None, Some(file)) => address_in(file).with_context(|| format!("{flag}-file {}", file.display())),
        (None, None) => Err(anyhow!("{flag}: say which database")),
    }
}

/// For the audit log.
fn copied(tables: &[Tally]) -> String {
    let rows: u64 = tables.iter().map(|table| table.rows).sum();
    format!("{} tables, {rows} rows", tables.len())
}

/// Rows and checksum of each table: equal lines are equal content, whichever database it is in.
fn print(tables: &[Tally]) -> Result<()> {
    let mut out = stdout().lock();
    for Tally { table, rows, sum } in tables {
        writeln!(out, "{table:<20} {rows:>9}  {sum}")?;
    }
    Ok(writeln!(out, "{}, read again and found equal", copied(tables))?)
}
