//! `pejling screening export`: the figures of a closed screening as a file.

use crate::cli::installation::with_database;
use crate::cli::words::in_words;
use crate::cli::{Database, Misuse};
use crate::export::{FileKind, export_of, written};
use anyhow::{Context, Result, anyhow};
use clap::{Args, ValueEnum};
use std::fs;
use std::io::{IsTerminal, Write, stdout};
use std::path::PathBuf;
use workflow::pictures::PictureView;
use workflow::{Actor, Error, Problem, Workflow};

#[derive(Args, Debug)]
pub(in crate::cli) struct Arguments {
    /// The screening
    id: String,
    /// How they are written
    #[arg(long, env = "PEJLING_FORMAT", default_value = "csv")]
    format: Format,
    /// With csv: for a spreadsheet set up for Danish (byte-order mark, semicolon, decimal comma)
    #[arg(long, env = "PEJLING_EXCEL")]
    excel: bool,
    /// Where they are written; standard output where nothing is said
    #[arg(long, value_name = "FILE", env = "PEJLING_OUT")]
    out: Option<PathBuf>,
    #[command(flatten)]
    database: Database,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One row a figure
    Csv,
    /// A workbook: an overview, a sheet a focus point, the method
    Xlsx,
    /// The same rows as csv, with distributions, invited and equal voice
    Json,
    /// The csv with its codebook as a Frictionless data package (zip)
    Package,
}

impl Arguments {
    pub(super) fn run(&self) -> Result<()> {
        let kind = self.kind()?;
        with_database(&self.database, async |workflow| {
            let view = picture(workflow, &self.id).await.with_context(|| self.id.clone())?;
            let file = written(kind, &export_of(&view, workflow.clock.today()))?;
            match &self.out {
                Some(out) => fs::write(out, file).with_context(|| format!("--out {}", out.display())),
                None => Ok(stdout().lock().write_all(&file)?),
            }
        })
    }

    /// What is written, told before the database is opened where it can't be.
    fn kind(&self) -> Result<FileKind> {
        let kind = match (self.format, self.excel) {
            (Format::Csv, false) => FileKind::Csv,
            (Format::Csv, true) => FileKind::ExcelCsv,
            (Format::Xlsx, false) => FileKind::Workbook,
            (Format::Json, false) => FileKind::Json,
            (Format::Package, false) => FileKind::Package,
            (_, true) => return Err(Misuse("--excel: goes with --format csv only".to_owned()).into()),
        };
        let binary = matches!(kind, FileKind::Workbook | FileKind::Package);
        if binary && self.out.is_none() && stdout().is_terminal() {
            let message = "--format: this is no text for a terminal: name a file with --out";
            return Err(Misuse(message.to_owned()).into());
        }
        Ok(kind)
    }
}

/// The picture; before the close there are no figures for anyone, and it says what to do.
async fn picture(workflow: &Workflow, id: &str) -> Result<PictureView> {
    workflow.picture(&Actor::CommandLine, id).await.map_err(|error| match error {
        Error::Refused(Problem::WrongState) => anyhow!(
            "has no figures before it is closed: close it with `pejling screening close {id} --now`, then export"
        ),
        error => in_words(error),
    })
}
