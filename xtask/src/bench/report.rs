//! The report as PDF beside headless Chromium printing the same report's page, in turn.

use super::measure::Series;
use super::table::Table;
use crate::install;
use crate::shell::{command, root};
use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// Reports of each, in turn; one more before them is not counted.
const ROUNDS: usize = 15;

/// What the script found, in milliseconds.
#[derive(Deserialize)]
struct Found {
    ours: Vec<f64>,
    /// A new Chromium for each.
    chromium: Vec<f64>,
    /// One that is open and has drawn the page.
    open: Vec<f64>,
    pages: [usize; 2],
}

/// Measures.
pub(super) fn measure() -> Result<Table> {
    install::npm(&root().join("tests/browser"), "the browser beside ours")?;
    let chromium = install::chromium()?;
    let program = super::program()?;
    let mut script = command("node", &[]);
    script.arg(root().join("xtask/src/bench/report/print.mjs")).arg(ROUNDS.to_string());
    script.env("PEJLING_PROGRAM", program).env("PEJLING_CHROMIUM", chromium);
    let output = script.stderr(std::process::Stdio::inherit()).output().context("cannot start node")?;
    if !output.status.success() {
        bail!("printing ended with {}", output.status);
    }
    let found: Found = serde_json::from_slice(&output.stdout).context("what the script printed")?;
    let series = |samples: &[f64]| {
        samples.iter().fold(Series::default(), |mut series, sample| {
            series.add(*sample);
            series
        })
    };
    let (ours, chromium, open) = (series(&found.ours), series(&found.chromium), series(&found.open));
    let mut table = Table::new(format!(
        "report: the demonstration's report as PDF, {} pages of ours and {} of Chromium's, {ROUNDS} in turn",
        found.pages[0], found.pages[1]
    ));
    table.measured("pejling, warm, over HTTP, drafted and set anew", "ms", &ours);
    table.measured("a new headless Chromium prints the page", "ms", &chromium);
    table.measured("an open Chromium prints the page", "ms", &open);
    table.promise("milliseconds", ours.median(), 100.0);
    table.promise("time beside headless Chromium", ours.median() / chromium.median(), 0.1);
    table.note(format!(
        "Beside a Chromium that is open and has drawn the page already the time is {:.2}.",
        ours.median() / open.median()
    ));
    Ok(table)
}
