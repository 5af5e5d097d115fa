//! `pejling instrument`: is a folder a whole instrument?

use crate::instruments;
use anyhow::Result;
use clap::Subcommand;
use std::io::{Write, stdout};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Checks an instrument's folder; names file, line and field of every fault, and the mend
    Check {
        /// Folder with instrument.toml and one file a language
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

pub(super) fn run(verb: &Verb) -> Result<()> {
    let Verb::Check { folder } = verb;
    let instrument = instruments::read_folder(folder)?;
    writeln!(
        stdout(),
        "{} version {}: {} focus points, {} indicators, {} groups, languages {}",
        instrument.id,
        instrument.version,
        instrument.focus_points.len(),
        instrument.indicators().count(),
        instrument.groups.len(),
        instrument.languages.join(", "),
    )?;
    Ok(())
}
