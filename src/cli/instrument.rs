//! `pejling instrument`: is a folder a whole instrument; an instrument as a sheet, and back.

use crate::instruments;
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use screening::instrument::{Instrument, sheet};
use std::fs::File;
use std::io::{BufWriter, Read, Write, stdout};
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Checks an instrument's folder; names file, line and field of every fault, and the mend
    Check {
        /// Folder with instrument.toml and one file a language
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Writes an instrument as one sheet for a spreadsheet: a row a text, a column a language
    Export {
        /// A shipped instrument, or a folder
        #[arg(value_name = "ID-or-DIR")]
        instrument: String,
        /// The sheet to write; one that is there already is left alone
        #[arg(long, value_name = "FILE")]
        csv: PathBuf,
    },
    /// Makes an instrument's folder of such a sheet; names row and column of every fault, and the mend
    Import {
        /// The sheet: CSV in UTF-8
        #[arg(long, value_name = "FILE")]
        csv: PathBuf,
        /// Where the folder is made; it bears the instrument's id
        #[arg(long, value_name = "DIR", default_value = ".")]
        into: PathBuf,
    },
}

pub(super) fn run(verb: &Verb) -> Result<()> {
    match verb {
        Verb::Check { folder } => said(&instruments::read_folder(folder)?),
        Verb::Export { instrument, csv } => export(instrument, csv),
        Verb::Import { csv, into } => import(csv, into),
    }
}

fn said(instrument: &Instrument) -> Result<()> {
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

fn export(instrument: &str, file: &Path) -> Result<()> {
    let instrument = instruments::find(instrument)?;
    let named = || file.display().to_string();
    let mut out = BufWriter::new(File::create_new(file).with_context(named)?);
    sheet::write(&instrument, &mut out).and_then(|()| out.flush()).with_context(named)?;
    said(&instrument)
}

fn import(file: &Path, into: &Path) -> Result<()> {
    let named = || file.display().to_string();
    let mut bytes = Vec::new();
    let most = sheet::LARGEST_SHEET as u64 + 1;
    File::open(file).with_context(named)?.take(most).read_to_end(&mut bytes).with_context(named)?;
    let read = sheet::read(&bytes).map_err(|faults| {
        let told: Vec<String> = faults.iter().map(|fault| format!("{}: {fault}", file.display())).collect();
        anyhow::Error::msg(told.join("\n"))
    })?;
    let folder = into.join(&read.instrument.id);
    if folder.exists() {
        bail!("{}: is there already: move it away, or choose another place with --into", folder.display());
    }
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    for (name, text) in read.files {
        let path = folder.join(name);
        std::fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    said(&read.instrument)
}
