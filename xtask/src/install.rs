//! What must be on the machine, and how does it get there?

use crate::shell::{self, command, finish, root};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// Debian packages, installed when one is missing.
pub(crate) fn debian(what_for: &str, packages: &[&str]) -> Result<()> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !shell::is_root() || shell::find("apt-get").is_none() {
        bail!("{what_for} is missing: run `sudo apt-get install {names}`");
    }
    eprintln!("xtask: installing for {what_for}, with apt-get: {names}");
    let apt = |arguments: &[&str]| {
        let mut apt = command("apt-get", &["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]);
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null());
        finish(apt)
    };
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(&missing);
    apt(&["update"])?;
    // Another apt-get at the same time may clear away what this one has fetched.
    apt(&install)
        .or_else(|_| apt(&install))
        .with_context(|| format!("install {names} by hand, then try again"))
}

fn is_installed(package: &str) -> bool {
    shell::output("dpkg-query", &["-W", "-f=${Status}", package]).as_deref() == Some("install ok installed")
}

/// Node and npm, which are expected on the machine.
pub(crate) fn node() -> Result<()> {
    for program in ["node", "npm"] {
        if shell::find(program).is_none() {
            bail!("{program} is missing: install Node 20 or newer");
        }
    }
    Ok(())
}

/// The npm packages of a folder's lock file, installed once for each state of it.
pub(crate) fn npm(folder: &Path, what_for: &str) -> Result<()> {
    node()?;
    let lock = std::fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("no package-lock.json in {}", folder.display()))?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let names = dependencies(&folder.join("package.json"))?.join(" ");
    eprintln!("xtask: installing for {what_for}, with npm: {names}");
    let mut npm = command("npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]);
    npm.current_dir(folder);
    finish(npm)?;
    std::fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

fn dependencies(manifest: &Path) -> Result<Vec<String>> {
    let manifest: serde_json::Value = serde_json::from_slice(&std::fs::read(manifest)?)?;
    let lists = ["dependencies", "devDependencies"].into_iter().filter_map(|list| manifest[list].as_object());
    Ok(lists.flat_map(|list| list.keys().cloned()).collect())
}

/// A Python of its own with these packages, in a folder of `target`, installed once for each state of the list.
pub(crate) fn python(folder: &str, requirements: &Path, what_for: &str) -> Result<PathBuf> {
    let folder = shell::target().join(folder);
    let (python, stamp) = (folder.join("bin/python"), folder.join(".installed-requirements.txt"));
    let list = std::fs::read_to_string(requirements)
        .with_context(|| format!("cannot read {}", requirements.display()))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == list) {
        return Ok(python);
    }
    if shell::output("python3", &["-c", "import ensurepip, venv"]).is_none() {
        debian(what_for, &["python3-venv"])?;
    }
    let names = list.lines().collect::<Vec<_>>().join(" ");
    eprintln!("xtask: installing for {what_for}, with pip into {}: {names}", folder.display());
    let mut environment = command("python3", &["-m", "venv", "--clear"]);
    environment.arg(&folder);
    finish(environment)?;
    let mut pip = command(&python, &["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    pip.arg("--requirement").arg(requirements);
    finish(pip)?;
    std::fs::write(&stamp, list).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(python)
}

/// A Chromium for the browser tests.
pub(crate) fn chromium() -> Result<PathBuf> {
    let known = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(shell::find);
    if let Some(browser) = known() {
        return Ok(browser);
    }
    debian("the browser tests", &["chromium"])?;
    known().context("chromium is installed, but not on the search path")
}

/// PostgreSQL's own programs, with which the tests start a server of theirs.
pub(crate) fn postgres() -> Result<()> {
    if has_initdb() {
        return Ok(());
    }
    debian("the tests on PostgreSQL", &["postgresql"])?;
    // The package starts a server of its own, which nobody asked for.
    for cluster in shell::output("pg_lsclusters", &["-h"]).unwrap_or_default().lines() {
        if let [version, name, ..] = cluster.split_whitespace().collect::<Vec<_>>()[..] {
            finish(command("pg_dropcluster", &["--stop", version, name]))?;
        }
    }
    if !has_initdb() {
        bail!("no initdb in /usr/lib/postgresql/*/bin after installing postgresql");
    }
    Ok(())
}

fn has_initdb() -> bool {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    versions.into_iter().any(|version| version.path().join("bin/initdb").is_file())
        || shell::find("initdb").is_some()
}

/// The compiler of the browser's part.
pub(crate) enum WasmCompiler {
    /// The usual one has the target.
    Usual,
    /// Debian's, which builds the standard library along.
    Debian,
}

/// What Debian's compiler needs; `lld-22` is named because `rust-lld` points at it without asking for it.
const DEBIAN_COMPILER: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// A compiler for wasm32, installed where that is possible without rustup's network.
pub(crate) fn wasm_compiler() -> Result<WasmCompiler> {
    let sysroot = shell::output("rustc", &["--print", "sysroot"]).context("rustc is missing")?;
    if Path::new(&sysroot).join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        return Ok(WasmCompiler::Usual);
    }
    let installed = DEBIAN_COMPILER.iter().all(|package| is_installed(package));
    let installable = || shell::is_root() && shell::output("apt-cache", &["policy", "rustc-web"]).is_some();
    if !installed && !installable() {
        bail!("the browser's part needs the wasm target: run `rustup target add wasm32-unknown-unknown`");
    }
    debian("the browser's part", DEBIAN_COMPILER)
        .context("or run `rustup target add wasm32-unknown-unknown` and try again")?;
    Ok(WasmCompiler::Debian)
}

/// `wasm-opt`, by npm.
pub(crate) fn wasm_opt() -> Result<PathBuf> {
    let folder = root().join("xtask");
    npm(&folder, "a small browser part")?;
    Ok(folder.join("node_modules/binaryen/bin/wasm-opt"))
}
