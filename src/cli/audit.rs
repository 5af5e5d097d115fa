//! `pejling audit`: is the audit log whole?

use super::Database;
use super::installation::with_database;
use super::words::in_words;
use anyhow::{Result, bail};
use clap::Subcommand;
use std::io::{Write, stdout};
use workflow::Actor;
use workflow::audit::Fault;

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Goes over the chain: no line changed, taken out or put in; prints the newest line's number and hash
    Check {
        #[command(flatten)]
        database: Database,
    },
}

pub(super) fn run(verb: &Verb) -> Result<()> {
    let Verb::Check { database } = verb;
    with_database(database, async |workflow| {
        let check = workflow.check_audit(&Actor::CommandLine).await.map_err(in_words)?;
        match check.fault {
            Some(Fault::Missing(line)) => bail!("line {line} is missing"),
            Some(Fault::Changed(line)) => {
                bail!("line {line}, or the one before it, is not as it was written")
            }
            Some(Fault::Unchained(lines)) => bail!("{lines} lines were put in beside the chain"),
            None => {}
        }
        let hash: String = check.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        writeln!(
            stdout(),
            "whole: {} lines, {} deleted by age before them\nnewest: {} {hash}",
            check.lines,
            check.gone,
            check.head
        )?;
        Ok(())
    })
}
