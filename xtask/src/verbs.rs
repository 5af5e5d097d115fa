//! What each verb does, step by step.

use crate::shell::{self, cargo, command, finish, root, step, target};
use crate::{bom, browser, data_package, install, instruments, package, policy};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// Styles, fonts and browser code.
pub(crate) fn assets() -> Result<()> {
    step("building styles, fonts and browser code", browser::build_all)
}

/// Builds, fills the demonstration's database and serves it.
pub(crate) fn run() -> Result<()> {
    assets()?;
    server()?;
    let database = target().join("demo.db");
    let program = program("debug");
    let with_database = |verb: &str| {
        let mut command = command(&program, &[verb, "--database"]);
        command.arg(format!("sqlite://{}", database.display()));
        command
    };
    step("filling the demonstration", || finish(with_database("demo")))?;
    eprintln!("xtask: starting; Ctrl-C ends it");
    become_program(with_database("serve"))
}

/// Builds the server. xtask is left out, since `cargo xtask` has built it with its own features.
fn server() -> Result<()> {
    step("building the server", || {
        finish(cargo(&["build", "--workspace", "--exclude", "xtask", "--bin", "pejling"]))
    })
}

/// Hands the process over, so that signals reach the server and its exit code is ours.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).with_context(|| format!("cannot start {:?}", command.get_program()))
}

#[cfg(not(unix))]
fn become_program(command: Command) -> Result<()> {
    finish(command)
}

/// Every test.
pub(crate) fn test() -> Result<()> {
    every_test(cargo)
}

/// Every test, compiled by what `cargo` gives.
fn every_test(cargo: impl Fn(&[&str]) -> Command) -> Result<()> {
    install::postgres()?;
    install::chromium()?;
    install::node()?;
    data_package::python()?;
    instruments::python()?;
    assets()?;
    // The browser tests run after a failure too: one run shows all there is to mend.
    let own = step("testing xtask", || finish(cargo(&["test", "-p", "xtask", "--locked"])));
    let unit = step("testing with cargo", || {
        finish(cargo(&["test", "--workspace", "--exclude", "xtask", "--no-fail-fast", "--locked"]))
    });
    // The program that the tests have just built: `server` would build it again, without the tests' own features.
    let data = data_package::check();
    let formats = instruments::check();
    let debian = package::check();
    let browser = in_browser();
    own.and(unit).and(data).and(formats).and(debian).and(browser)
}

/// The browser tests alone.
pub(crate) fn e2e() -> Result<()> {
    install::chromium()?;
    assets()?;
    server()?;
    in_browser()
}

fn in_browser() -> Result<()> {
    let tests = root().join("tests/browser");
    let chromium = install::chromium()?;
    install::npm(&tests, "the browser tests")?;
    let mut files = shell::files(&tests)?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    if files.is_empty() {
        bail!("no *.test.mjs in tests/browser");
    }
    // A file waits for its browser half of the time: two at a time keep two cores busy, and more wait for each other.
    let mut node = command("node", &["--test", "--test-concurrency=2", "--test-reporter=spec"]);
    node.args(files).env("PEJLING_PROGRAM", program("debug")).env("PEJLING_CHROMIUM", chromium);
    step("testing in the browser", || finish(node))
}

/// Formatting, lints, policy, then every test.
pub(crate) fn ci() -> Result<()> {
    step("formatting", || finish(cargo(&["fmt", "--all", "--check"])))?;
    step("dependency policy", policy::check)?;
    step("lints of the browser's part", || browser::lint("answer"))?;
    every_test(linting)
}

/// Cargo with clippy as the compiler of our own crates: it reads and compiles in one go, where `cargo clippy` would check
/// every crate that we depend on a second time. The variables are those that `cargo clippy` itself sets.
fn linting(arguments: &[&str]) -> Command {
    let mut command = cargo(arguments);
    let clippy = PathBuf::from(command.get_program()).with_file_name("clippy-driver");
    command.env("RUSTC_WORKSPACE_WRAPPER", clippy).env("CLIPPY_ARGS", "-Dwarnings__CLIPPY_HACKERY__");
    command
}

/// The release program.
pub(crate) fn build() -> Result<()> {
    assets()?;
    step("building the program", || finish(cargo(&["build", "--release", "--bin", "pejling"])))?;
    let program = program("release");
    let parts = program.with_extension("cdx.json");
    bom::write(&parts)?;
    eprintln!("xtask: {}", parts.display());
    let size = std::fs::metadata(&program).with_context(|| format!("no {}", program.display()))?.len();
    eprintln!("xtask: {} ({:.1} MB)", program.display(), size as f64 / 1e6);
    Ok(())
}

/// Where Cargo puts the program.
pub(crate) fn program(profile: &str) -> PathBuf {
    target().join(profile).join("pejling")
}
