//! The command line: parse, call, print. One file a verb.
//!
//! To add a verb: a file in `cli/` with its arguments and a `run`, a line in [`Command`] and one in [`dispatch`].
//! Exit codes: 0 done, 1 failed, 2 used wrongly ([`Misuse`]). Errors are one line on standard error.

mod answers;
mod audit;
mod backup;
mod demo;
mod doctor;
mod import;
mod installation;
mod instrument;
mod instruments;
mod mail;
mod organisation;
mod report;
mod score;
mod screening;
mod serve;
mod settings;
mod sign_on;
mod user;
mod words;

use crate::config::DatabaseUrl;
use crate::telemetry::{self, LogForm};
use anyhow::{Context, anyhow};
use clap::{Args, Parser, Subcommand};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Hosts an organisational recovery screening: questionnaires, two hearings, a short report.
#[derive(Debug, Parser)]
#[command(name = "pejling", version, propagate_version = true)]
struct CommandLine {
    /// What is logged to standard error, e.g. warn,pejling=debug
    #[arg(long, global = true, env = "PEJLING_LOG", default_value = telemetry::DEFAULT_FILTER, hide_default_value = true)]
    log: String,
    /// File of settings, in TOML; what flags and the environment say goes before it
    #[arg(long, global = true, value_name = "FILE", env = "PEJLING_CONFIG")]
    config: Option<PathBuf>,
    /// How log lines are written
    #[arg(long, global = true, env = "PEJLING_LOG_FORMAT", value_enum, default_value_t = LogForm::Text)]
    log_format: LogForm,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the web
    Serve(Box<serve::Arguments>),
    /// Fills an empty database with the demonstration
    Demo(demo::Arguments),
    /// Adds, lists and disables accounts
    #[command(subcommand)]
    User(user::Verb),
    /// Adds and lists organisations
    #[command(subcommand)]
    Organisation(organisation::Verb),
    /// Goes over the audit log
    #[command(subcommand)]
    Audit(audit::Verb),
    /// Creates, opens, closes, lists and exports screenings
    #[command(subcommand)]
    Screening(screening::Verb),
    /// Checks, lists, exports and imports instruments
    #[command(subcommand)]
    Instrument(instrument::Verb),
    /// Scores a file of answers collected anywhere
    Score(score::Arguments),
    /// Writes the draft report from a file of answers
    Report(report::Arguments),
    /// Writes everything into one new file, read through after; serving goes on meanwhile
    Backup(backup::Backup),
    /// Fills an empty database with a backup, of whichever kind either is
    Restore(backup::Restore),
    /// Copies everything from one database into another that is empty, and compares
    Move(backup::Move),
    /// Checks database, migrations and what is inside the program
    Doctor(doctor::Arguments),
}

/// The database, for every verb that needs one.
#[derive(Args, Clone, Debug)]
struct Database {
    /// sqlite://FILE (made where it is absent) or postgres://USER@HOST/NAME
    #[arg(
        long = "database",
        value_name = "URL",
        env = "PEJLING_DATABASE",
        hide_env_values = true,
        default_value = "sqlite://pejling.db",
        conflicts_with = "database_file"
    )]
    url: DatabaseUrl,
    /// File that holds the address alone, for one with a password: flags stand in the list of processes
    #[arg(long, value_name = "FILE", env = "PEJLING_DATABASE_FILE")]
    database_file: Option<PathBuf>,
}

impl Database {
    /// The address, from the file where one is given.
    fn address(&self) -> anyhow::Result<DatabaseUrl> {
        self.database_file.as_deref().map_or_else(|| Ok(self.url.clone()), address_in)
    }

    /// The address of a database that is there: to look at one must not make one.
    fn existing(&self) -> anyhow::Result<DatabaseUrl> {
        let address = self.address()?;
        there(&address).with_context(|| format!("--database {address}"))?;
        Ok(address)
    }
}

/// Whether the file of an address is there, where it names one.
fn there(address: &DatabaseUrl) -> anyhow::Result<()> {
    match address.file().filter(|file| !file.exists()) {
        Some(file) => Err(anyhow!("{} is not there: pejling serve makes it", file.display())),
        None => Ok(()),
    }
}

/// The database, for verbs that can do without one.
#[derive(Args, Clone, Debug)]
struct MaybeDatabase {
    /// Where an organisation's own instruments are: sqlite://FILE or postgres://USER@HOST/NAME
    #[arg(
        long = "database",
        value_name = "URL",
        env = "PEJLING_DATABASE",
        hide_env_values = true,
        conflicts_with = "database_file"
    )]
    url: Option<DatabaseUrl>,
    /// File that holds the address alone, for one with a password: flags stand in the list of processes
    #[arg(long, value_name = "FILE", env = "PEJLING_DATABASE_FILE")]
    database_file: Option<PathBuf>,
}

impl MaybeDatabase {
    /// The database, where one is given.
    fn given(&self) -> anyhow::Result<Option<Database>> {
        let url = match (&self.database_file, &self.url) {
            (Some(file), _) => address_in(file)?,
            (None, Some(url)) => url.clone(),
            (None, None) => return Ok(None),
        };
        Ok(Some(Database { url, database_file: None }))
    }
}

/// The address that a file holds alone.
fn address_in(file: &Path) -> anyhow::Result<DatabaseUrl> {
    let what = || format!("--database-file {}", file.display());
    let text = std::fs::read_to_string(file).with_context(what)?;
    text.trim().parse().map_err(anyhow::Error::msg).with_context(what)
}

/// The program was used wrongly: exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Misuse(String);

/// Parses the command line and runs its verb; the program's exit code.
pub fn run() -> ExitCode {
    let said = match settings::with_file(std::env::args_os().collect()) {
        Ok(said) => said,
        Err(mend) => return misused(&mend),
    };
    let line = match CommandLine::try_parse_from(&said.arguments) {
        Ok(line) => line,
        Err(error) => match said.explain(&error) {
            Some(mend) => return misused(&mend),
            // Other wrong use ends here, with exit code 2 and help.
            None => error.exit(),
        },
    };
    let served = matches!(line.command, Command::Serve(_));
    let filter = match line.log.as_str() {
        // Whoever types a verb knows what they do; the audit log has it.
        telemetry::DEFAULT_FILTER if !served => telemetry::QUIET_FILTER,
        log => log,
    };
    if let Err(mend) = telemetry::start(filter, line.log_format) {
        return misused(&mend);
    }
    match dispatch(line.command) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has read enough, as in `pejling score … | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pejling: {error:#}");
            if error.is::<Misuse>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

fn misused(mend: &str) -> ExitCode {
    eprintln!("pejling: {mend}");
    ExitCode::from(2)
}

fn dispatch(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Demo(arguments) => demo::run(&arguments),
        Command::User(verb) => user::run(&verb),
        Command::Organisation(verb) => organisation::run(&verb),
        Command::Audit(verb) => audit::run(&verb),
        Command::Screening(verb) => screening::run(&verb),
        Command::Instrument(verb) => instrument::run(&verb),
        Command::Score(arguments) => score::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Backup(arguments) => backup::back_up(&arguments),
        Command::Restore(arguments) => backup::restore(&arguments),
        Command::Move(arguments) => backup::move_all(&arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
    }
}

/// Whether the reader of our output has gone.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
