//! How fast, how big, beside what? `cargo xtask bench`: what `pejling` is promised to do is measured beside programs
//! that do the same, in the same run.
//!
//! To add a part: a file in `bench/` with a function that gives a [`Table`], and a line in [`PARTS`].

mod build;
mod measure;
mod report;
mod score;
mod table;

use crate::shell::target;
use crate::verbs;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use table::Table;

/// Measures one part.
type Part = fn() -> Result<Table>;

/// Each part's name and what measures it.
const PARTS: &[(&str, Part)] =
    &[("build", build::measure), ("report", report::measure), ("score", score::measure)];

/// Takes its time, and is measured where it is named alone.
const NAMED_ALONE: &str = "build";

/// Measures the parts named, or all of them; prints a table each, and writes it as JSON beside.
pub(crate) fn run(names: &[String]) -> Result<()> {
    let known = || PARTS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    if let Some(name) = names.iter().find(|name| PARTS.iter().all(|(known, _)| known != name)) {
        bail!("bench has no part {name}; it has {}", known());
    }
    let mut broken = 0;
    let wanted = |known: &str| match names {
        [] => known != NAMED_ALONE,
        names => names.iter().any(|name| name == known),
    };
    for (name, part) in PARTS.iter().filter(|(known, _)| wanted(known)) {
        let table = part().with_context(|| format!("bench {name}"))?;
        println!("{table}");
        let folder = target().join("bench");
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let path = folder.join(format!("{name}.json"));
        std::fs::write(&path, serde_json::to_vec_pretty(&table)?)
            .with_context(|| format!("cannot write {}", path.display()))?;
        eprintln!("xtask: the same as JSON: {}", path.display());
        broken += table.broken();
    }
    if broken > 0 {
        bail!("{broken} not as promised");
    }
    Ok(())
}

/// The release program: built, unless `PEJLING_PROGRAM` names one that is.
fn program() -> Result<PathBuf> {
    if let Some(program) = std::env::var_os("PEJLING_PROGRAM") {
        return std::path::absolute(program).context("PEJLING_PROGRAM");
    }
    verbs::build()?;
    Ok(verbs::program("release"))
}
