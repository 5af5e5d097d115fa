//! Pejling: hosts an organisational recovery screening.

use std::process::ExitCode;

fn main() -> ExitCode {
    pejling::cli::run()
}
