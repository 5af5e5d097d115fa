//! `pejling doctor`: does what the program needs hold together?

use super::Database;
use super::installation::with_database;
use super::words::in_words;
use crate::http::assets;
use crate::instruments;
use anyhow::{Result, bail};
use clap::Args;
use jiff::tz::TimeZone;
use std::io::{Write, stdout};
use workflow::Actor;

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let checks = [
        (
            "instruments",
            instruments::shipped().map(|all| format!("{} shipped", all.len())).map_err(Into::into),
        ),
        ("styles and browser code", assets::check().map(|()| "inside".to_owned()).map_err(Into::into)),
        (
            "time zone",
            TimeZone::get("Europe/Copenhagen").map(|_| "Europe/Copenhagen".to_owned()).map_err(Into::into),
        ),
        ("database", database(&arguments.database)),
    ];
    let mut failed = 0;
    for (what, check) in checks {
        match check {
            Ok(found) => writeln!(stdout(), "ok      {what}: {found}")?,
            Err(error) => {
                failed += 1;
                writeln!(stdout(), "FAILED  {what}: {error:#}")?;
            }
        }
    }
    if failed > 0 { bail!("checks that failed: {failed}; see above") } else { Ok(()) }
}

/// Opening the database brings its migrations up to date, or says which does not fit.
fn database(database: &Database) -> Result<String> {
    let address = database.existing()?;
    with_database(database, async |workflow| {
        workflow.store.ready().await?;
        let screenings = workflow.screenings(&Actor::CommandLine).await.map_err(in_words)?.len();
        let accounts = workflow.accounts(&Actor::CommandLine).await.map_err(in_words)?.len();
        Ok(format!("{address}, migrated, {screenings} screenings, {accounts} accounts"))
    })
}
