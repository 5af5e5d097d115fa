//! `pejling score`: figures from a file of answers, with the engine and the disclosure rules of the web.

use super::answers::AnswersFile;
use anyhow::Result;
use clap::{Args, ValueEnum};
use std::io::{BufWriter, Write, stdout};

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    answers: AnswersFile,
    /// How the figures are written
    #[arg(long, env = "PEJLING_FORMAT", default_value = "csv")]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One row a figure
    Csv,
    /// The same rows, with distributions, invited and equal voice
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let scored = arguments.answers.score()?;
    let mut out = BufWriter::new(stdout().lock());
    match arguments.format {
        Format::Csv => scored.picture.write_csv(&mut out)?,
        Format::Json => scored.picture.write_json(&mut out)?,
    }
    out.flush()?;
    Ok(())
}
