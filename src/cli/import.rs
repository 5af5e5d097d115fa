//! `pejling screening import`: answers collected elsewhere, in the contract's own form or by a mapping.

use super::words::in_words;
use crate::spreadsheet::SpreadsheetReader;
use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use screening::answers::import::{Checked, Expected, LONGEST_FILE, Mapping, Table, own_form};
use screening::answers::read_rows;
use std::fs::File;
use std::io::{Read, Write, stdout};
use std::path::{Path, PathBuf};
use workflow::screenings::Screening;
use workflow::{Actor, Workflow};

#[derive(Args, Debug)]
pub(super) struct Import {
    /// The screening; it must be open
    pub(super) id: String,
    /// The answers: CSV, XLSX or ODS, one row a response
    #[arg(long, value_name = "FILE", env = "PEJLING_RESPONSES")]
    responses: PathBuf,
    /// What the columns and words are; without it the file must have the form of `pejling score`
    #[arg(long, value_name = "FILE.toml", env = "PEJLING_MAPPING")]
    mapping: Option<PathBuf>,
    /// Takes the file in even if it was before; its answers then count twice
    #[arg(long, env = "PEJLING_AGAIN")]
    again: bool,
    #[command(flatten)]
    pub(super) database: super::Database,
}

/// Takes in the whole file, or nothing of it.
pub(super) async fn run(import: &Import, workflow: &Workflow) -> Result<()> {
    let (actor, id, name) = (Actor::CommandLine, import.id.as_str(), import.responses.display());
    let screening = workflow.importable(&actor, id).await.map_err(in_words).context(import.id.clone())?;
    let file = bytes(&import.responses)?;
    if import.mapping.is_none() && !file.starts_with(b"PK") {
        // The contract's own reader says what is wrong in the contract's words.
        let checked = read_rows(&*file, &screening.instrument, &screening.settings.forms, |_| {});
        checked.map_err(|fault| anyhow!("{name}: {fault}"))?;
    }
    let read = workflow.read_import(&actor, id, &SpreadsheetReader::new(1), file).await;
    let read = read.map_err(in_words).with_context(|| name.to_string())?;
    let Some(table) = read.tables.first() else { bail!("{name}: has no sheet with a table") };
    let mapping = match &import.mapping {
        Some(path) => mapping(path)?,
        None => own_form(table, &screening.instrument).ok_or_else(|| {
            anyhow!("{name}: has other columns than `pejling score` reads: name a --mapping")
        })?,
    };
    let preview = workflow.preview_import(&actor, id, table, &mapping, &read.digest).await;
    let preview = preview.map_err(in_words).with_context(|| name.to_string())?;
    first_refusal(&preview.checked, table, &screening).map_err(|told| anyhow!("{name}: {told}"))?;
    for group in preview.groups.iter().filter(|group| group.exceeds()) {
        eprintln!(
            "pejling: warning: {}: more submitted than invited; the response rate is left out",
            group.group
        );
    }
    let taken = workflow.import_answers(&actor, id, table, &mapping, &read.digest, import.again).await;
    for (group, number) in taken.map_err(in_words).with_context(|| name.to_string())? {
        writeln!(stdout(), "{group}\t{number}")?;
    }
    Ok(())
}

/// The file; of one that is too long no more than shows that it is.
fn bytes(path: &Path) -> Result<Vec<u8>> {
    let cannot = |error| anyhow!("{}: cannot be read: {error}", path.display());
    let mut bytes = Vec::new();
    let longest = LONGEST_FILE as u64 + 1;
    File::open(path).map_err(cannot)?.take(longest).read_to_end(&mut bytes).map_err(cannot)?;
    Ok(bytes)
}

fn mapping(path: &Path) -> Result<Mapping> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| anyhow!("{}: cannot be read: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| 1 + text[..span.start].matches('\n').count());
        anyhow!("{}: line {line}: {}", path.display(), error.message())
    })
}

/// The first cell that can't be taken, with its place and the mend, and how many there are.
fn first_refusal(checked: &Checked, table: &Table, screening: &Screening) -> Result<(), String> {
    let Some(cell) = checked.refused.first() else { return Ok(()) };
    let scale = screening.instrument.scale;
    let expected = match &cell.expected {
        Expected::Answer => format!("{} to {}, DK, NA, an empty cell or a mapped word", scale.min, scale.max),
        Expected::NotAsked(group) => format!("an empty cell, since {group} is not asked this"),
        Expected::Group => "a group, or a word mapped to one".to_owned(),
        Expected::Unit => format!("one of the units {:?} or an empty cell", screening.settings.units),
        Expected::Channel => "web, tablet, paper or an empty cell".to_owned(),
        Expected::Helped => "alone, helped or an empty cell".to_owned(),
        Expected::Id => "an id".to_owned(),
        Expected::OtherId(line) => format!("another id than line {line} has"),
        Expected::Shorter(most) => format!("at most {most} characters"),
    };
    let more = match checked.refused_count - 1 {
        0 => String::new(),
        more => format!(" (and {more} more cells)"),
    };
    let found: String = cell.found.chars().take(40).flat_map(char::escape_debug).collect();
    let column = table.column(cell.column);
    Err(format!("line {}, column {column}: expected {expected}, found \"{found}\"{more}", cell.line))
}
