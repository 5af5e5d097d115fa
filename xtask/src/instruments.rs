//! Instruments as others read them: forms judged by pyxform, files by their JSON Schema, sheets by a spreadsheet that
//! opens and saves them.

use crate::shell::{command, files, find, finish, root, step, target};
use crate::{install, verbs};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The Python that has pyxform and jsonschema.
pub(crate) fn python() -> Result<PathBuf> {
    let requirements = root().join("xtask/src/instruments/requirements.txt");
    install::python("instruments-python", &requirements, "the check of forms and schemas")
}

/// Every shipped instrument in every form that leaves the house.
pub(crate) fn check() -> Result<()> {
    let python = python()?;
    let folder = target().join("instruments");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    step("judging forms by pyxform", || forms(&python, &folder.join("forms")))?;
    step("judging instruments by their schema", || schemas(&python, &folder.join("schemas")))?;
    if find("soffice").is_none() {
        eprintln!("xtask: no LibreOffice on this machine: sheets are not opened in it");
        return Ok(());
    }
    step("opening sheets in LibreOffice", || sheets(&folder.join("sheets")))
}

fn pejling(arguments: &[&str]) -> Command {
    let mut command = command(verbs::program("debug"), arguments);
    command.stdout(Stdio::null());
    command
}

/// The shipped instruments' ids.
fn shipped() -> Result<Vec<String>> {
    let all = root().join("instruments");
    let mut ids = Vec::new();
    for entry in fs::read_dir(&all).with_context(|| format!("cannot read {}", all.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.join("instrument.toml").is_file() {
            ids.push(name);
        }
    }
    ids.sort();
    if ids.is_empty() {
        bail!("no instruments in {}", all.display());
    }
    Ok(ids)
}

/// The ids of an instrument's groups, in its own words.
fn groups(id: &str) -> Result<Vec<String>> {
    let text = fs::read_to_string(root().join("instruments").join(id).join("instrument.toml"))?;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let after = lines.windows(2).filter(|pair| pair[0] == "[[groups]]");
    let ids = after.filter_map(|pair| pair[1].strip_prefix("id = \"")?.strip_suffix('"'));
    Ok(ids.map(str::to_owned).collect())
}

fn forms(python: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for id in shipped()? {
        let groups = groups(&id)?;
        if groups.is_empty() {
            bail!("no groups found in {id}");
        }
        for group in groups {
            let file = folder.join(format!("{id}-{group}.xlsx"));
            let file = file.to_string_lossy();
            finish(pejling(&["instrument", "export", &id, "--xlsform", &file, "--group", &group]))?;
        }
    }
    let short = folder.join("recovery-orientering-short.xlsx");
    let short = short.to_string_lossy();
    let of_users = ["instrument", "export", "recovery-orientering", "--xlsform", &short, "--group", "users"];
    finish(pejling(&[&of_users[..], &["--short", "--language", "nb"]].concat()))?;
    let mut judge = command(python, &["xtask/src/instruments/forms.py"]);
    judge.arg(folder);
    finish(judge)
}

fn schemas(python: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let printed = |arguments: &[&str], name: &str| -> Result<PathBuf> {
        let file = folder.join(name);
        let mut command = pejling(arguments);
        command.stdout(fs::File::create(&file)?);
        finish(command)?;
        Ok(file)
    };
    let structure = printed(&["instrument", "schema"], "instrument.schema.json")?;
    let texts = printed(&["instrument", "schema", "--texts"], "language.schema.json")?;
    let mut judge = command(python, &["xtask/src/instruments/schema.py", "instruments"]);
    judge.args([structure, texts]);
    finish(judge)
}

/// What a spreadsheet likes to change, as a Danish one reads it.
const TEMPTING: &str = "\"=1+1\", \"-1\", \"1/2\", \"maj 5\", \"Sand\", \"TRUE\", \"kr 5\", \"5 %\", \"@alle\", \"  5 \", \
                        \"to\\nlinjer; \\\"og\\\" mere\"";

/// A sheet opened and saved by a Danish spreadsheet makes the same instrument.
fn sheets(folder: &Path) -> Result<()> {
    let (saved, opened) = (folder.join("saved"), folder.join("opened"));
    for folder in [&saved, &opened] {
        fs::create_dir_all(folder)?;
    }
    let odd = folder.join("tempting");
    fs::create_dir_all(&odd)?;
    for file in files(&root().join("tests/instruments/odd"))? {
        let text = fs::read_to_string(&file)?;
        let text = match text.find("labels = [") {
            Some(start) if file.ends_with("da.toml") => {
                let end = start + text[start..].find(']').context("no end of labels")?;
                format!("{}labels = [{TEMPTING}{}", &text[..start], &text[end..])
            }
            _ => text,
        };
        fs::write(odd.join(file.file_name().unwrap_or_default()), text)?;
    }
    let mut instruments = shipped()?;
    instruments.push(odd.to_string_lossy().into_owned());
    let mut written = Vec::new();
    for (number, id) in instruments.iter().enumerate() {
        let sheet = saved.join(format!("{number}.csv"));
        finish(pejling(&["instrument", "export", id, "--csv", &sheet.to_string_lossy()]))?;
        written.push(sheet);
    }
    // UTF-8 (76), semicolons (59), quotes (34), Danish (1030), numbers and dates looked for also in quotes.
    let mut office = command("soffice", &["--headless", "--infilter=CSV:59,34,76,1,,1030,false,true"]);
    office.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    office.args(["--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,1030,false,true,false"]);
    office.arg("--outdir").arg(&opened).args(&written).stdout(Stdio::null());
    finish(office)?;
    for sheet in written {
        let name = sheet.file_name().unwrap_or_default();
        let into = folder.join("folders").join(name);
        let (opened, again) = (opened.join(name), opened.join(name).with_extension("again"));
        let csv = opened.to_string_lossy();
        finish(pejling(&["instrument", "import", "--csv", &csv, "--into", &into.to_string_lossy()]))?;
        let made = fs::read_dir(&into)?.next().context("nothing was made")??.path();
        let (made, out) = (made.to_string_lossy().into_owned(), again.to_string_lossy().into_owned());
        finish(pejling(&["instrument", "export", &made, "--csv", &out]))?;
        if fs::read(&again)? != fs::read(&sheet)? {
            bail!("{} is another after LibreOffice: compare {out}", sheet.display());
        }
    }
    Ok(())
}
