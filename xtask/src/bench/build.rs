//! How long whoever works on it waits: `run` and `test` from nothing and with nothing to do, and the program after one more line
//! in each crate. `PEJLING_WARM=1` leaves out what begins from nothing, which takes a quarter of an hour.

use super::measure::{Run, Series, run};
use super::table::Table;
use crate::shell::{self, cargo, root, target};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Each crate by a file that belongs to it alone, in the order in which they build on each other.
const CRATES: [(&str, &str); 6] = [
    ("screening", "screening/src/lib.rs"),
    ("workflow", "workflow/src/lib.rs"),
    ("browser-answer", "browser/answer/src/lib.rs"),
    ("app", "app/src/lib.rs"),
    ("print", "print/src/lib.rs"),
    ("pejling", "src/lib.rs"),
];
/// One more line that is another program to the compiler.
const LINE: &str = "const _: () = assert!(true);\n";
/// What `run` and `test` have Cargo make.
const RUN: [&str; 6] = ["build", "--workspace", "--exclude", "xtask", "--bin", "pejling"];
const TEST: [&str; 5] = ["test", "--workspace", "--exclude", "xtask", "--no-run"];

/// Measures.
pub(super) fn measure() -> Result<Table> {
    let mut table =
        Table::new("build: how long Cargo takes, as `xtask run` and `xtask test` ask it".to_owned());
    let one = |ran: Run| Series::from([ran.seconds]);
    if std::env::var_os("PEJLING_WARM").is_none() {
        let nothing = target().join("bench/nothing");
        // There is mostly nothing to remove.
        let _ = fs::remove_dir_all(&nothing);
        let cold = |arguments: &[&str]| {
            let mut command = cargo(arguments);
            command.env("CARGO_TARGET_DIR", &nothing);
            run(&mut command)
        };
        table.measured("run, from nothing", "s", &one(cold(&RUN)?));
        table.measured("test, after that", "s", &one(cold(&TEST)?));
        fs::remove_dir_all(&nothing).with_context(|| nothing.display().to_string())?;
    }
    let warm = |arguments: &[&str]| run(&mut cargo(arguments));
    warm(&RUN)?;
    table.measured("run, with nothing to do", "s", &one(warm(&RUN)?));
    let mut worst = ("", 0.0);
    for (name, file) in CRATES {
        let mut series = Series::default();
        let changed = Changed::new(&root().join(file))?;
        series.add(warm(&RUN)?.seconds);
        drop(changed);
        // The line taken out again is a change of one line too.
        series.add(warm(&RUN)?.seconds);
        if series.median() > worst.1 {
            worst = (name, series.median());
        }
        table.measured(format!("run, one line more or less in {name}"), "s", &series);
    }
    warm(&TEST)?;
    table.measured("test, with nothing to do", "s", &one(warm(&TEST)?));
    let changed = Changed::new(&root().join("workflow/src/lib.rs"))?;
    table.measured("test, one line more in workflow", "s", &one(warm(&TEST)?));
    drop(changed);
    warm(&TEST)?;
    table.note(format!("One waits longest after a line in {}: {:.1} s.", worst.0, worst.1));
    if let Some(compiler) = shell::output("rustc", &["--version"]) {
        table.note(compiler);
    }
    Ok(table)
}

/// A file with one more line, until this goes.
struct Changed {
    file: PathBuf,
    before: String,
}

impl Changed {
    fn new(file: &Path) -> Result<Self> {
        let before = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        fs::write(file, format!("{before}{LINE}")).with_context(|| file.display().to_string())?;
        Ok(Self { file: file.to_owned(), before })
    }
}

impl Drop for Changed {
    fn drop(&mut self) {
        if let Err(error) = fs::write(&self.file, &self.before) {
            eprintln!("xtask: take the last line out of {}: {error}", self.file.display());
        }
    }
}
