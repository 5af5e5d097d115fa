//! The verbs that build, run and test Pejling: `cargo xtask`.
//!
//! To add a verb: a line in [`HELP`], an arm in [`verb`], a function in [`verbs`].

use anyhow::Result;
use std::process::ExitCode;

mod assets;
mod bench;
mod bom;
mod browser;
mod data_package;
mod install;
mod instruments;
mod package;
mod policy;
mod shell;
mod styles;
mod verbs;

const HELP: &str = "\
cargo xtask <verb>

  run      build everything and start on the embedded SQLite with the demonstration
  test     every test: unit, both databases, HTTP, browser with JavaScript on and off
  e2e      the browser tests alone
  ci       formatting, lints for server and browser, dependency policy, then test
  build    the release program, one file: target/release/pejling; beside it what it is made of, pejling.cdx.json
  package  the same as a Debian package, in target/debian
  bench    what quality promises, measured beside others in the same run; bench score for one part of it;
           bench build for how long building takes
  assets   styles, fonts and browser code alone, into target/site/assets

What is missing on the machine is installed (Debian packages, npm packages, Python packages under target), and said before it is.
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        ["bench", ..] => Some(bench::run(&words[1..])),
        [name] => verb(name),
        _ => None,
    };
    match done {
        None => {
            eprint!("{HELP}");
            ExitCode::from(2)
        }
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(error)) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn verb(name: &str) -> Option<Result<()>> {
    let verb: fn() -> Result<()> = match name {
        "run" => verbs::run,
        "test" => verbs::test,
        "e2e" => verbs::e2e,
        "ci" => verbs::ci,
        "build" => verbs::build,
        "assets" => verbs::assets,
        "package" => package::package,
        _ => return None,
    };
    Some(verb())
}
