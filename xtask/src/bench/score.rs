//! `pejling score` beside polars and duckdb, on the same file in the same run.

mod answers;
mod figures;
mod instrument;

use super::measure::{Run, Series, run};
use super::table::Table;
use crate::install;
use crate::shell::{command, root, target};
use anyhow::{Context, Result};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs of each, in turn; one more before them is not counted.
const ROUNDS: usize = 7;

/// Responses in the file that all read.
const ROWS: u64 = 1_000_000;

/// Responses in smaller files, for how time and memory grow.
const FEWER: [u64; 2] = [10_000, 100_000];

/// What runs, and how long it took each time.
struct Contender {
    name: String,
    command: Command,
    /// Where what it prints goes.
    output: PathBuf,
    seconds: Series,
    memory: Series,
}

impl Contender {
    fn new(name: impl Into<String>, command: Command, folder: &Path) -> Self {
        let name = name.into();
        let output = folder.join(name.replace([' ', ','], "-")).with_extension("out");
        Self { name, command, output, seconds: Series::default(), memory: Series::default() }
    }

    fn run(&mut self) -> Result<Run> {
        let file =
            File::create(&self.output).with_context(|| format!("cannot write {}", self.output.display()))?;
        run(self.command.stdout(file))
    }
}

/// Measures.
pub(super) fn measure() -> Result<Table> {
    let folder = target().join("bench/score");
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let scripts = root().join("xtask/src/bench/score");
    let python = install::python(
        "bench/python",
        &scripts.join("requirements.txt"),
        "the programs measured beside ours",
    )?;
    let program = super::program()?;
    let instrument = instrument::read()?;
    let spec = folder.join("instrument.json");
    std::fs::write(&spec, serde_json::to_vec(&instrument)?)
        .with_context(|| format!("cannot write {}", spec.display()))?;
    let file = |rows: u64| folder.join(format!("{rows}.csv"));
    for rows in FEWER.into_iter().chain([ROWS]) {
        answers::write(&file(rows), &instrument, rows)?;
    }

    let ours = |rows: u64| {
        let mut score = command(&program, &["score", "--format", "json"]);
        score.args(["--instrument", instrument::ID, "--responses"]).arg(file(rows));
        Contender::new(format!("pejling score, {rows}"), score, &folder)
    };
    let script = |name: &str| {
        let mut script = command(&python, &[]);
        script.arg(scripts.join(format!("with_{name}.py"))).arg(file(ROWS)).arg(&spec);
        script.env("PYTHONDONTWRITEBYTECODE", "1");
        Contender::new(format!("{name}, {ROWS}"), script, &folder)
    };
    let import = command(&python, &["-c", "import polars"]);
    let mut contenders = vec![ours(ROWS), script("polars"), script("duckdb")];
    contenders.extend(FEWER.map(ours));
    contenders.push(Contender::new("python importing polars", import, &folder));

    let mut table = Table::new(format!(
        "score: {ROWS} responses × {} answers ({:.0} MB of CSV), {ROUNDS} runs in turn, whole processes",
        instrument.indicators.len(),
        std::fs::metadata(file(ROWS))?.len() as f64 / 1e6,
    ));
    for round in 0..=ROUNDS {
        eprintln!("xtask: round {round} of {ROUNDS}");
        for contender in &mut contenders {
            let run = contender.run().with_context(|| contender.name.clone())?;
            if round > 0 {
                contender.seconds.add(run.seconds);
                contender.memory.add(run.memory);
            }
        }
    }
    let [own, polars, duckdb, least, fewer, import] = &contenders[..] else {
        unreachable!("as many as were put there");
    };
    let equal = figures::compare(&own.output, &[&polars.output, &duckdb.output])?;

    for contender in &contenders {
        table.measured(format!("{}: time", contender.name), "s", &contender.seconds);
    }
    for contender in &contenders {
        table.measured(format!("{}: memory", contender.name), "MiB", &contender.memory);
    }
    let seconds = |one: &Contender, other: &Contender| one.seconds.median() / other.seconds.median();
    let memory = |one: &Contender, other: &Contender| one.memory.median() / other.memory.median();
    table.promise("time beside polars", seconds(own, polars), 1.0 / 3.0);
    table.promise("memory beside polars", memory(own, polars), 1.0);
    table.promise("memory beside duckdb", memory(own, duckdb), 1.0);
    table.promise("time, ten times as many: 100,000 to 1,000,000", seconds(own, fewer), 10.5);
    table.promise("time, ten times as many: 10,000 to 100,000", seconds(fewer, least), 10.5);
    table.promise("memory, a hundred times as many (flat)", memory(own, least), 1.1);
    table.note(format!("Beside duckdb the time is {:.3}.", seconds(own, duckdb)));
    table.note(format!(
        "Without its start (python importing it) polars takes {:.2} s; all of ours beside that is {:.3}.",
        polars.seconds.median() - import.seconds.median(),
        own.seconds.median() / (polars.seconds.median() - import.seconds.median()),
    ));
    table.note(format!(
        "{equal} figures by group were the same to 1e-9 in all three: n, mean, sd, persons a step, agreement, DK, NA \
         and blank of indicators; n, mean and sd of focus points and values. Ours alone also checks every cell, \
         reckons focus points by unit, intervals, gaps and alpha, and decides what may be shown."
    ));
    Ok(table)
}
