//! The figures' data package, judged by the program that its users have: `frictionless validate`.

use crate::shell::{command, finish, root, step, target};
use crate::{install, verbs};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The Python that has frictionless.
pub(crate) fn python() -> Result<PathBuf> {
    let requirements = root().join("xtask/src/data_package/requirements.txt");
    install::python("data-package-python", &requirements, "the check of the data package")
}

/// Every closed screening of the demonstration gives a sound package; a figure that is none is noticed.
pub(crate) fn check() -> Result<()> {
    let python = python()?;
    step("validating the data packages", || {
        let folder = target().join("data-package");
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let database = format!("sqlite://{}", folder.join("demo.db").display());
        let pejling = |arguments: &[&str]| {
            let mut command = command(verbs::program("debug"), arguments);
            command.args(["--database", &database]).stdout(Stdio::piped());
            command
        };
        finish(pejling(&["demo"]))?;
        let list = pejling(&["screening", "list"]).output()?;
        let list = String::from_utf8_lossy(&list.stdout).into_owned();
        let closed: Vec<&str> = list
            .lines()
            .filter(|line| line.split('\t').nth(1) == Some("closed"))
            .filter_map(|line| line.split('\t').next())
            .collect();
        if closed.is_empty() {
            bail!("the demonstration has no closed screening");
        }
        for id in closed {
            let file = folder.join(format!("{id}.zip"));
            let package = folder.join(id);
            let out = file.to_string_lossy();
            finish(pejling(&["screening", "export", id, "--format", "package", "--out", &out]))?;
            let mut unpack = command(&python, &["-m", "zipfile", "-e"]);
            unpack.args([&file, &package]);
            finish(unpack)?;
            if !valid(&python, &package)? {
                bail!("frictionless refuses {}", package.display());
            }
            spoil(&package.join("figures.csv"))?;
            if valid(&python, &package)? {
                bail!("frictionless takes a figure that is none in {}", package.display());
            }
        }
        Ok(())
    })
}

fn valid(python: &Path, package: &Path) -> Result<bool> {
    let mut validate = command(python, &["-m", "frictionless", "validate", "datapackage.json"]);
    let done = validate.current_dir(package).output().context("cannot start frictionless")?;
    let said = String::from_utf8_lossy(&done.stdout);
    if !done.status.success() && !said.contains("INVALID") {
        bail!("frictionless: {said}{}", String::from_utf8_lossy(&done.stderr));
    }
    Ok(done.status.success())
}

/// A group that nobody has described, in the first row.
fn spoil(figures: &Path) -> Result<()> {
    let text = fs::read_to_string(figures)?;
    let mut lines: Vec<&str> = text.lines().collect();
    let first = lines.get(1).context("figures.csv has no rows")?.replacen("group,,", "group,,nobody-", 1);
    lines[1] = &first;
    fs::write(figures, lines.join("\n") + "\n")?;
    Ok(())
}
