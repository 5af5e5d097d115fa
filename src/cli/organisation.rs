//! `pejling organisation`: the organisations of the installation.

use super::Database;
use super::installation::with_database;
use super::words::in_words;
use anyhow::Result;
use clap::Subcommand;
use std::io::{Write, stdout};
use workflow::screenings::Organisation;
use workflow::{Actor, Workflow};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Adds an organisation
    Add {
        /// Its name, as people know the place
        name: String,
        #[command(flatten)]
        database: Database,
    },
    /// Lists the organisations
    List {
        #[command(flatten)]
        database: Database,
    },
}

pub(super) fn run(verb: &Verb) -> Result<()> {
    match verb {
        Verb::Add { name, database } => with_database(database, async |workflow| {
            workflow.add_organisation(&Actor::CommandLine, name).await.map_err(in_words)?;
            Ok(())
        }),
        Verb::List { database } => with_database(database, async |workflow| {
            for organisation in workflow.organisations(&Actor::CommandLine).await.map_err(in_words)? {
                writeln!(stdout(), "{}", organisation.name)?;
            }
            Ok(())
        }),
    }
}

/// The organisation with this name, if there is one.
pub(super) async fn by_name(workflow: &Workflow, name: &str) -> Result<Option<Organisation>> {
    let organisations = workflow.organisations(&Actor::CommandLine).await.map_err(in_words)?;
    Ok(organisations.into_iter().find(|organisation| organisation.name == name.trim()))
}
