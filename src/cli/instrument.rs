//! `pejling instrument`: is a folder a whole instrument; an instrument as a sheet or a form, and back.

use super::instruments as named;
use super::{MaybeDatabase, Misuse};
use crate::instruments;
use crate::spreadsheet;
use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use screening::answers::import::LONGEST_FILE;
use screening::id::GroupId;
use screening::instrument::sheet::{self, Folder};
use screening::instrument::{Form, Instrument, xlsform};
use std::fs::File;
use std::io::{Read, Write, stdout};
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Checks an instrument's folder; names file, line and field of every fault, and the mend
    Check {
        /// Folder with instrument.toml and one file a language
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Writes an instrument as one sheet for a spreadsheet (a row a text, a column a language), or what a group is asked
    /// as an XLSForm
    Export(Export),
    /// Makes an instrument's folder of such a sheet or form; names row and column of every fault, and the mend
    Import(Import),
    /// Lists the instruments: id, version, title; those of organisations where a database is given, with the organisation
    List {
        #[command(flatten)]
        database: MaybeDatabase,
    },
    /// Prints the JSON Schema of instrument.toml, by which an editor completes and checks while one types
    Schema {
        /// The schema of a language's file instead
        #[arg(long)]
        texts: bool,
    },
}

/// What an editor knows of the files; each is checked against every shipped instrument.
const SCHEMA: &str = include_str!("../../instruments/schema/instrument.schema.json");
const SCHEMA_OF_TEXTS: &str = include_str!("../../instruments/schema/language.schema.json");

#[derive(Args, Debug)]
pub(super) struct Export {
    /// A shipped instrument, a folder, or with --database the id or title of an organisation's own
    #[arg(value_name = "ID-or-DIR")]
    instrument: String,
    #[command(flatten)]
    to: To,
    #[command(flatten)]
    database: MaybeDatabase,
    /// The group that the form asks
    #[arg(long, value_name = "GROUP", requires = "xlsform")]
    group: Option<String>,
    /// The form asks the group's short form only
    #[arg(long, requires = "xlsform")]
    short: bool,
    /// The languages of the form, the default first [default: all]
    #[arg(long, value_name = "LANGUAGES", value_delimiter = ',', requires = "xlsform")]
    language: Vec<String>,
}

/// What is written; a file that is there already is left alone.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
struct To {
    /// The sheet to write: CSV
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// The form to write, for ODK, KoboToolbox and others that read XLSForm
    #[arg(long, value_name = "FILE.xlsx", requires = "group")]
    xlsform: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct Import {
    #[command(flatten)]
    from: From,
    /// The group that the form asks; its answers are protected
    #[arg(long, value_name = "GROUP", requires = "xlsform", default_value = "users")]
    group: String,
    /// The language of a form that names none
    #[arg(long, value_name = "LANGUAGE", requires = "xlsform", default_value = "da")]
    language: String,
    /// Where the folder is made; it bears the instrument's id
    #[arg(long, value_name = "DIR", default_value = ".")]
    into: PathBuf,
}

/// What is read.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
struct From {
    /// The sheet: CSV in UTF-8
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// An XLSForm (XLSX or ODS), of which the select-one questions are taken
    #[arg(long, value_name = "FILE.xlsx")]
    xlsform: Option<PathBuf>,
}

pub(super) fn run(verb: &Verb) -> Result<()> {
    match verb {
        Verb::Check { folder } => said(&instruments::read_folder(folder)?),
        Verb::List { database } => named::list(database),
        Verb::Export(export) => run_export(export),
        Verb::Import(import) => run_import(import),
        Verb::Schema { texts } => {
            stdout().write_all((if *texts { SCHEMA_OF_TEXTS } else { SCHEMA }).as_bytes())?;
            Ok(())
        }
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

fn run_export(export: &Export) -> Result<()> {
    let instrument = named::find(&export.instrument, export.database.given()?.as_ref(), None)?;
    let mut bytes = Vec::new();
    let file = match &export.to {
        To { csv: Some(file), .. } => {
            sheet::write(&instrument, &mut bytes).with_context(|| file.display().to_string())?;
            file
        }
        To { xlsform: Some(file), .. } => {
            bytes = form_of(export, &instrument)?;
            file
        }
        To { .. } => bail!(Misuse("name a file: --csv FILE or --xlsform FILE".to_owned())),
    };
    let named = || file.display().to_string();
    File::create_new(file).and_then(|mut out| out.write_all(&bytes)).with_context(named)?;
    said(&instrument)
}

/// The form of a group, once group, short form and languages are the instrument's.
fn form_of(export: &Export, instrument: &Instrument) -> Result<Vec<u8>> {
    let known = |ids: Vec<&str>| ids.join(", ");
    let group = GroupId::from(export.group.as_deref().unwrap_or_default());
    if instrument.group(&group).is_none() {
        let groups = known(instrument.groups.iter().map(|group| group.id.as_str()).collect());
        bail!(Misuse(format!(
            "--group: {} has no group {:?}: name one of {groups}",
            instrument.id,
            group.as_str()
        )));
    }
    let form = if export.short { Form::Short } else { Form::Long };
    if instrument.questionnaire(&group, form).is_empty() {
        bail!(Misuse(format!("--short: {group} has no short form in {}: leave it out", instrument.id)));
    }
    let mut languages: Vec<&str> = export.language.iter().map(String::as_str).collect();
    if languages.is_empty() {
        languages = instrument.languages.iter().map(String::as_str).collect();
    }
    if let Some(unknown) =
        languages.iter().find(|code| !instrument.languages.iter().any(|known| known == *code))
    {
        let languages = instrument.languages.join(", ");
        bail!(Misuse(format!(
            "--language: {} is not in {unknown:?}: name some of {languages}",
            instrument.id
        )));
    }
    Ok(print::xlsform(&xlsform::tables(instrument, &group, form, &languages))?)
}

fn run_import(import: &Import) -> Result<()> {
    let folder = match &import.from {
        From { csv: Some(file), .. } => {
            sheet::read(&read(file, sheet::LARGEST_SHEET)?).map_err(|faults| told(file, &faults))?
        }
        From { xlsform: Some(file), .. } => drafted(import, file)?,
        From { .. } => bail!(Misuse("name a file: --csv FILE or --xlsform FILE".to_owned())),
    };
    made(folder, &import.into)
}

/// At most so many bytes of a file, and one more where there are more.
fn read(file: &Path, most: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let named = || file.display().to_string();
    File::open(file)
        .with_context(named)?
        .take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .with_context(named)?;
    Ok(bytes)
}

/// Every fault on a line of its own, with the file's name before it.
fn told<Fault: std::fmt::Display>(file: &Path, faults: &[Fault]) -> anyhow::Error {
    let lines: Vec<String> = faults.iter().map(|fault| format!("{}: {fault}", file.display())).collect();
    anyhow::Error::msg(lines.join("\n"))
}

/// A form's draft; what it leaves out is said on standard error.
fn drafted(import: &Import, file: &Path) -> Result<Folder> {
    let bytes = read(file, LONGEST_FILE)?;
    let sheets = spreadsheet::read(&bytes).map_err(|fault| told(file, &[fault]))?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let wanted = xlsform::Wanted { group: &import.group, language: &import.language, file: &stem };
    let draft = xlsform::read(&sheets, wanted).map_err(|faults| told(file, &faults))?;
    for remark in &draft.left_out {
        eprintln!("pejling: note: {}: {remark}", file.display());
    }
    Ok(draft.folder)
}

fn made(read: Folder, into: &Path) -> Result<()> {
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
