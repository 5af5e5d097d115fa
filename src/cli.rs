//! The command line: parse, call, print. One file a verb.
//!
//! To add a verb: a file in `cli/` with its arguments and a `run`, a line in [`Command`] and one in [`dispatch`].
//! Exit codes: 0 done, 1 failed, 2 used wrongly ([`Misuse`]). Errors are one line on standard error.

mod answers;
mod instrument;
mod report;
mod score;

use crate::telemetry;
use clap::{Parser, Subcommand};
use std::io;
use std::process::ExitCode;

/// Hosts an organisational recovery screening: questionnaires, two hearings, a short report.
#[derive(Debug, Parser)]
#[command(name = "pejling", version, propagate_version = true)]
struct CommandLine {
    /// What is logged to standard error, e.g. warn,pejling=debug
    #[arg(long, global = true, env = "PEJLING_LOG", default_value = telemetry::DEFAULT_FILTER, hide_default_value = true)]
    log: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Checks instruments
    #[command(subcommand)]
    Instrument(instrument::Verb),
    /// Scores a file of answers collected anywhere
    Score(score::Arguments),
    /// Writes the draft report from a file of answers
    Report(report::Arguments),
}

/// The program was used wrongly: exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Misuse(String);

/// Parses the command line and runs its verb; the program's exit code.
pub fn run() -> ExitCode {
    // Wrong use ends here, with exit code 2 and help.
    let line = CommandLine::parse();
    if let Err(mend) = telemetry::start(&line.log) {
        eprintln!("pejling: {mend}");
        return ExitCode::from(2);
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

fn dispatch(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Instrument(verb) => instrument::run(&verb),
        Command::Score(arguments) => score::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
    }
}

/// Whether the reader of our output has gone.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
