//! The program as whoever holds the command line meets it: output, exit codes, one line that says the mend.

#![expect(clippy::unwrap_used, reason = "a test stops where its own preparation fails")]

mod backup;
mod database;
mod disk;
mod files;
mod handbook;
mod import;
mod instruments;
mod own_instruments;
mod serve;
mod settings;
#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use support::postgres;

/// A new folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The program, with nothing said in the environment.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pejling"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PEJLING_")) {
        command.env_remove(name);
    }
    command
}

/// Runs the program with this on its standard input.
fn run(arguments: &[&str], input: &str) -> (i32, String, String) {
    run_with(arguments, &[], input)
}

/// The same with this in the environment.
fn run_with(arguments: &[&str], environment: &[(&str, &str)], input: &str) -> (i32, String, String) {
    let mut child = program()
        .args(arguments)
        .envs(environment.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}
