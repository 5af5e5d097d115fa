//! Settings from three places: a flag wins over the environment, the environment over the file that `--config` names.
//!
//! What the file says is put onto the command line where neither of the others says it, so that one parser checks all
//! three; where a value is wrong, the place that it came from is told. A key is a flag's name without its dashes. To add a
//! setting: a flag of `serve` with its `env`; `docs/operations/settings.md` is made of them.

use super::CommandLine;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// The flag that names the file, and the same in the environment.
const FLAG: &str = "--config";
const VARIABLE: &str = "PEJLING_CONFIG";

/// Two ways to say one thing: whichever comes from the higher place silences the other of the file.
const EITHER: [[&str; 2]; 1] = [["database", "database-file"]];

/// A file of settings.
struct File {
    path: PathBuf,
    text: String,
    table: Table,
}

impl File {
    fn read(path: &Path) -> Result<Self, String> {
        let at = |why: String| format!("{FLAG} {}: {why}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| at(error.to_string()))?;
        let table = text.parse().map_err(|error: toml::de::Error| {
            let line = error.span().map_or(1, |span| 1 + text[..span.start].matches('\n').count());
            at(format!("line {line}: {}", error.message().trim().replace('\n', " ")))
        })?;
        Ok(Self { path: path.to_owned(), text, table })
    }

    /// Where a key stands.
    fn place(&self, key: &str) -> String {
        let is_it =
            |line: &str| line.split('=').next().is_some_and(|name| name.trim().trim_matches('"') == key);
        let line = self.text.lines().position(is_it).unwrap_or_default() + 1;
        format!("line {line} of {}", self.path.display())
    }
}

/// What is parsed, and what an error is explained by.
pub(super) struct Line {
    /// The program's name, what was typed, and what the file adds.
    pub(super) arguments: Vec<OsString>,
    typed: Vec<OsString>,
    file: Option<File>,
}

/// The command line with what its file adds.
///
/// # Errors
///
/// A file that cannot be read or says what is no setting, in one line.
pub(super) fn with_file(typed: Vec<OsString>) -> Result<Line, String> {
    let Some(path) = given(&typed, FLAG).or_else(|| env::var_os(VARIABLE)) else {
        return Ok(Line { arguments: typed.clone(), typed, file: None });
    };
    let file = File::read(Path::new(&path))?;
    let settings = settings();
    let verb = verb(&typed);
    let mut arguments = typed.clone();
    for (key, value) in &file.table {
        let Some(setting) = settings.iter().find(|setting| setting.get_long() == Some(key)) else {
            let known: Vec<&str> = settings.iter().filter_map(Arg::get_long).collect();
            let place = file.place(key);
            return Err(format!("{place}: {key}: there is no such setting; there are {}", known.join(", ")));
        };
        let spelled = spelled(setting, value).map_err(|why| format!("{}: {key}: {why}", file.place(key)))?;
        let said_above = |name: &str| {
            let there = settings.iter().find(|setting| setting.get_long() == Some(name));
            is_typed(&typed, name) || there.and_then(|setting| setting.get_env()).is_some_and(is_set)
        };
        let others = EITHER.iter().find(|pair| pair.contains(&key.as_str()));
        let silenced =
            others.map_or_else(|| said_above(key), |pair| pair.iter().any(|name| said_above(name)));
        if takes(&verb, key) && !silenced {
            arguments.extend(spelled);
        }
    }
    Ok(Line { arguments, typed, file: Some(file) })
}

impl Line {
    /// What is wrong with a value, in one line: which setting, what it said, what is allowed, where it came from. `None`
    /// where it is no value that is wrong.
    pub(super) fn explain(&self, error: &clap::Error) -> Option<String> {
        let wrong_value = matches!(error.kind(), ErrorKind::ValueValidation | ErrorKind::InvalidValue);
        let text = |kind| match error.get(kind) {
            Some(ContextValue::String(text)) => Some(text.clone()),
            Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
            _ => None,
        };
        let argument = text(ContextKind::InvalidArg).filter(|_| wrong_value)?;
        let name = argument.strip_prefix("--")?.split([' ', '=']).next()?;
        let verb = verb(&self.typed);
        let setting = verb
            .get_arguments()
            .chain(top().get_arguments())
            .find(|one| one.get_long() == Some(name))
            .cloned()?;
        let value = text(ContextKind::InvalidValue).unwrap_or_default();
        let value =
            if setting.is_hide_env_values_set() { "its value".to_owned() } else { format!("{value:?}") };
        let reason = std::error::Error::source(error).map(|why| format!(": {why}")).unwrap_or_default();
        let allowed = text(ContextKind::ValidValue).unwrap_or_else(|| meaning(&setting));
        let variable = setting.get_env().filter(|variable| is_set(variable));
        let place = match (variable, &self.file) {
            _ if is_typed(&self.typed, name) => "on the command line".to_owned(),
            (Some(variable), _) => format!("in the environment, as {}", variable.to_string_lossy()),
            (None, Some(file)) => file.place(name),
            (None, None) => "by itself".to_owned(),
        };
        Some(format!("--{name}: {value} is not allowed{reason}; it takes: {allowed}; it was said {place}"))
    }
}

/// A setting as it stands on a command line.
fn spelled(setting: &Arg, value: &Value) -> Result<Option<OsString>, String> {
    let name = setting.get_long().unwrap_or_default();
    let switch = matches!(setting.get_action(), ArgAction::SetTrue);
    let of = |text: String| Ok(Some(OsString::from(format!("--{name}={text}"))));
    match value {
        Value::Boolean(on) if switch => Ok(on.then(|| OsString::from(format!("--{name}")))),
        _ if switch => Err("write true or false".to_owned()),
        Value::String(text) => of(text.clone()),
        Value::Integer(number) => of(number.to_string()),
        Value::Array(all) => {
            let texts: Option<Vec<&str>> = all.iter().map(Value::as_str).collect();
            texts.map_or_else(|| Err("write a list of texts".to_owned()), |texts| of(texts.join(",")))
        }
        _ => Err("write a text in quotation marks, or a number".to_owned()),
    }
}

/// Every setting that a file may hold: the flags of `serve`, and those of every verb.
fn settings() -> Vec<Arg> {
    let top = top();
    let serve = top.find_subcommand("serve");
    let flags = serve.into_iter().flat_map(Command::get_arguments).chain(top.get_arguments());
    flags.filter(|flag| flag.get_env().is_some() && flag.get_long() != Some("config")).cloned().collect()
}

fn top() -> Command {
    CommandLine::command()
}

/// The verb that was typed; the program itself where none was.
fn verb(typed: &[OsString]) -> Command {
    let mut command = top();
    for word in typed.iter().skip(1) {
        if let Some(next) = command.find_subcommand(word) {
            command = next.clone();
        }
    }
    command
}

fn takes(verb: &Command, name: &str) -> bool {
    let flag = |command: &Command| command.get_arguments().any(|one| one.get_long() == Some(name));
    flag(verb) || flag(&top())
}

fn is_set(variable: &OsStr) -> bool {
    env::var_os(variable).is_some()
}

fn is_typed(typed: &[OsString], name: &str) -> bool {
    typed.iter().any(|word| {
        let rest = word.to_str().and_then(|word| word.strip_prefix("--")?.strip_prefix(name));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
    })
}

/// The value of a flag as it was typed.
fn given(typed: &[OsString], flag: &str) -> Option<OsString> {
    let mut words = typed.iter();
    while let Some(word) = words.next() {
        if word == flag {
            return words.next().cloned();
        }
        if let Some(value) = word.to_str().and_then(|word| word.strip_prefix(flag)?.strip_prefix('=')) {
            return Some(value.into());
        }
    }
    None
}

fn meaning(setting: &Arg) -> String {
    setting.get_help().map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "docs/operations/settings.md";

    /// The table of the page.
    fn table() -> String {
        let mut table =
            "| key in the file | flag | in the environment | unless said | what |\n|---|---|---|---|---|\n"
                .to_owned();
        for setting in settings() {
            let name = setting.get_long().unwrap();
            let variable = setting.get_env().unwrap().to_string_lossy();
            let defaults: Vec<_> =
                setting.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
            let unless = match defaults.join(", ") {
                default if default.is_empty() || default == "false" => String::new(),
                default => format!("`{default}`"),
            };
            let what = meaning(&setting).replace('|', "\\|");
            table.push_str(&format!("| `{name}` | `--{name}` | `{variable}` | {unless} | {what} |\n"));
        }
        table
    }

    /// `PEJLING_SETTINGS=write` writes the table anew.
    #[test]
    fn the_page_of_settings_tells_every_one_as_it_is() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
        let page = std::fs::read_to_string(&path).unwrap();
        let (before, rest) = page.split_once("<!-- settings -->\n").unwrap();
        let (written, after) = rest.split_once("<!-- end -->").unwrap();
        if env::var_os("PEJLING_SETTINGS").is_some_and(|how| how == "write") {
            let page = format!("{before}<!-- settings -->\n{}<!-- end -->{after}", table());
            std::fs::write(&path, page).unwrap();
        } else {
            assert_eq!(written, table(), "{PAGE}: PEJLING_SETTINGS=write writes it");
        }
    }

    #[test]
    fn a_variable_is_named_after_its_flag() {
        for setting in settings() {
            let name = setting.get_long().unwrap().to_uppercase().replace('-', "_");
            assert_eq!(setting.get_env().unwrap().to_string_lossy(), format!("PEJLING_{name}"));
        }
    }
}
