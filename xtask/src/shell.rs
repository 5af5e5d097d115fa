//! Where things are, and how other programs are run.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let here = PathBuf::from(here);
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Says what is done, does it, and says how long a long step took.
pub(crate) fn step<T>(what: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("xtask: {what}");
    #[expect(clippy::disallowed_methods, reason = "a person waits; no rule of the domain reads it")]
    let begun = Instant::now();
    let done = act().with_context(|| format!("{what} failed"))?;
    let seconds = begun.elapsed().as_secs();
    if seconds > 1 {
        eprintln!("xtask: {what}: {seconds} s");
    }
    Ok(done)
}

/// A program with its arguments, run in the workspace's folder, with nothing to read from.
pub(crate) fn command(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs xtask.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments);
    // Set by `cargo run` for xtask alone; another crate's build would take them for its own.
    for (name, _) in std::env::vars_os() {
        if name
            .to_str()
            .is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"))
        {
            command.env_remove(name);
        }
    }
    command
}

/// Runs to the end; an error names the program and how it ended.
pub(crate) fn finish(mut command: Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {:?}", command.get_program()))?;
    if !status.success() {
        let arguments: Vec<_> = command.get_args().map(|argument| argument.to_string_lossy()).collect();
        bail!("`{} {}` ended with {status}", command.get_program().to_string_lossy(), arguments.join(" "));
    }
    Ok(())
}

/// What a program prints, or nothing when it is not there or fails.
pub(crate) fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let done = command(program, arguments).stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// Where a program is on the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Whether packages may be installed on this machine.
pub(crate) fn is_root() -> bool {
    output("id", &["-u"]).as_deref() == Some("0")
}

/// Files of a folder, sorted; none when it is not there.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        files.push(entry?.path());
    }
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}
