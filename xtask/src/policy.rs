//! May we use what we depend on? cargo-deny reads `deny.toml`: licences, sources, banned crates.

use crate::shell::{cargo, command, finish, target};
use anyhow::Result;

/// The release of cargo-deny that is installed.
const RELEASE: &str = "0.20.2";

/// Fails with every breach. Known vulnerabilities are looked up by those who have a network for it
/// (docs/decisions/0006-cargo-deny.md).
pub(crate) fn check() -> Result<()> {
    let folder = target().join("cargo-deny").join(RELEASE);
    let program = folder.join("bin/cargo-deny");
    if !program.exists() {
        eprintln!(
            "xtask: installing for the dependency policy, with cargo into {}: cargo-deny",
            folder.display()
        );
        // Compiled in a minute where an optimised one takes five; it runs for some seconds.
        let mut install = cargo(&[
            "install",
            "cargo-deny",
            "--version",
            RELEASE,
            "--locked",
            "--debug",
            "--quiet",
            "--root",
        ]);
        install
            .arg(&folder)
            .env("CARGO_TARGET_DIR", folder.join("build"))
            .env("CARGO_PROFILE_DEV_DEBUG", "none");
        finish(install)?;
        std::fs::remove_dir_all(folder.join("build"))?;
    }
    finish(command(
        program,
        &["--workspace", "--locked", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"],
    ))
}
