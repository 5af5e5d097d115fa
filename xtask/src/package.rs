//! The Debian package: the program, its unit, its settings, its papers. Plain `dpkg-deb`, so that nothing stands between
//! `packaging/` and what is installed.
//!
//! To add a file: a line in [`FILES`].

use crate::install;
use crate::shell::{self, command, finish, output, root, step, target};
use crate::verbs::{self, program};
use anyhow::{Context, Result, bail};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// From the workspace, to the machine.
const FILES: &[(&str, &str)] = &[
    ("packaging/pejling.service", "usr/lib/systemd/system/pejling.service"),
    ("packaging/pejling.toml", "etc/pejling/pejling.toml"),
    ("LICENSE", "usr/share/doc/pejling/copyright"),
];
/// Pages that come along, so that who installs it has them.
const PAGES: &str = "docs/operations";
/// What runs as it comes and goes.
const SCRIPTS: [&str; 3] = ["postinst", "prerm", "postrm"];

/// The release program as a package; `PEJLING_PROGRAM` names another to pack instead of building one.
pub(crate) fn package() -> Result<()> {
    let named = std::env::var_os("PEJLING_PROGRAM").map(PathBuf::from);
    let packed = match named {
        Some(program) => program,
        None => {
            verbs::build()?;
            program("release")
        }
    };
    let made = step("making the Debian package", || make(&packed, "xz"))?;
    let size = fs::metadata(&made)?.len();
    eprintln!("xtask: {} ({:.1} MB)", made.display(), size as f64 / 1e6);
    Ok(())
}

/// Installs, starts and removes a package of the development program, on a copy of this machine that is thrown away.
pub(crate) fn check() -> Result<()> {
    if !shell::is_root() || shell::find("dpkg-deb").is_none() {
        eprintln!("xtask: the Debian package is not tried: that takes root on a Debian");
        return Ok(());
    }
    install::debian("trying the package", &["systemd", "curl"])?;
    let made = step("making the Debian package", || make(&program("debug"), "none"))?;
    let mut check = command(root().join("packaging/check"), &[]);
    check.arg(made);
    step("trying the Debian package", || finish(check))
}

/// Makes it under `target/debian`; `packing` is how `dpkg-deb` makes it small.
fn make(program: &Path, packing: &str) -> Result<PathBuf> {
    let folder = target().join("debian");
    let tree = folder.join("tree");
    if tree.exists() {
        fs::remove_dir_all(&tree).with_context(|| tree.display().to_string())?;
    }
    put(program, &tree.join("usr/bin/pejling"), 0o755)?;
    for (from, to) in FILES {
        put(&root().join(from), &tree.join(to), 0o644)?;
    }
    for page in shell::files(&root().join(PAGES))? {
        if let Some(name) = page.file_name() {
            put(&page, &tree.join("usr/share/doc/pejling/operations").join(name), 0o644)?;
        }
    }
    let parts = program.with_extension("cdx.json");
    if parts.exists() {
        put(&parts, &tree.join("usr/share/doc/pejling/pejling.cdx.json"), 0o644)?;
    }
    for script in SCRIPTS {
        put(&root().join("packaging/debian").join(script), &tree.join("DEBIAN").join(script), 0o755)?;
    }
    let architecture = output("dpkg", &["--print-architecture"]).context("dpkg says no architecture")?;
    let version = output(&program.to_string_lossy(), &["--version"]);
    let version = version.as_deref().and_then(|said| said.strip_prefix("pejling ")).context("no version")?;
    write(&tree.join("DEBIAN/conffiles"), "/etc/pejling/pejling.toml\n")?;
    write(&tree.join("DEBIAN/control"), &control(version, &architecture, &libraries(program)?))?;
    let made = folder.join(format!("pejling_{version}_{architecture}.deb"));
    let mut pack = command("dpkg-deb", &["--root-owner-group", "--build"]);
    pack.arg(format!("-Z{packing}")).arg(&tree).arg(&made).stdout(std::process::Stdio::null());
    // The same package from the same sources, whenever it is made.
    if let Some(time) = output("git", &["log", "-1", "--format=%ct"]) {
        pack.env("SOURCE_DATE_EPOCH", time);
    }
    finish(pack)?;
    Ok(made)
}

fn control(version: &str, architecture: &str, libraries: &str) -> String {
    format!(
        "Package: pejling\nVersion: {version}\nArchitecture: {architecture}\nSection: web\nPriority: optional\n\
         Maintainer: Pejling <pejling@localhost>\nDepends: {libraries}, passwd\nRecommends: ca-certificates\n\
         Suggests: postgresql, caddy | nginx | haproxy\nDescription: organisational recovery screenings\n \
         Hosts the whole course of a screening of how recovery-oriented a social-psychiatric\n \
         organisation works: linked questionnaires, documents and observations, two hearings,\n \
         a short report and a development plan. Those who answer do so without a name.\n"
    )
}

/// The C library that the program was linked with, as a dependency: what it asks for stands in it as `GLIBC_2.34`.
fn libraries(program: &Path) -> Result<String> {
    const MARK: &[u8] = b"GLIBC_2.";
    let bytes = fs::read(program).with_context(|| program.display().to_string())?;
    let minor = |at: usize| {
        let digits: String = bytes[at + MARK.len()..]
            .iter()
            .map(|byte| char::from(*byte))
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse::<u32>().ok()
    };
    let found = bytes.windows(MARK.len()).enumerate().filter(|(_, window)| *window == MARK);
    match found.filter_map(|(at, _)| minor(at)).max() {
        Some(minor) => Ok(format!("libc6 (>= 2.{minor}), libgcc-s1")),
        None => bail!("{} is linked with no C library known here", program.display()),
    }
}

fn put(from: &Path, to: &Path, mode: u32) -> Result<()> {
    let folder = to.parent().unwrap_or(to);
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    fs::copy(from, to).with_context(|| from.display().to_string())?;
    fs::set_permissions(to, fs::Permissions::from_mode(mode)).with_context(|| to.display().to_string())
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| file.display().to_string())
}
