//! `pejling demo`: the demonstration, and what one needs to walk around in it.

use super::Database;
use super::installation::with_database;
use crate::config::PublicUrl;
use crate::demonstration::{self, Demonstration};
use anyhow::Result;
use clap::Args;
use std::io::{self, Write, stdout};

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    database: Database,
    /// Where the program will be found, for the addresses that are printed
    #[arg(long, value_name = "URL", env = "PEJLING_PUBLIC_URL", default_value = "http://127.0.0.1:3000")]
    public_url: PublicUrl,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    with_database(&arguments.database, async |workflow| {
        let demonstration = demonstration::fill(workflow).await?;
        print(&demonstration, arguments.public_url.origin(), stdout().lock())?;
        Ok(())
    })
}

/// Addresses, logins and codes, so that a newcomer can be each person within a minute.
fn print(demonstration: &Demonstration, origin: &str, mut out: impl Write) -> io::Result<()> {
    let Demonstration { municipality, password, accounts, screenings, codes } = demonstration;
    writeln!(out, "The demonstration: {municipality}. Everything in it is invented.\n")?;
    for (organisation, state) in screenings {
        writeln!(out, "  {organisation:<24} {state}")?;
    }
    writeln!(out, "\nSign in at {origin}/log-ind with the password: {password}\n")?;
    for (email, name, role) in accounts {
        writeln!(out, "  {role:<14} {email:<40} {name}")?;
    }
    if !codes.is_empty() {
        writeln!(out, "\nAnswer at {origin}/ with one of these codes, each good for one questionnaire:\n")?;
        for code in codes {
            let group = code.group.as_str();
            writeln!(out, "  {group:<14} {:<40} {}", code.code, code.unit)?;
        }
    }
    Ok(())
}
