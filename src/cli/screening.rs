//! `pejling screening`: create, open, close, list and export without the web.

mod export;

use super::answers::{Numbers, group_size, invited, known_group};
use super::import::Import;
use super::installation::with_database;
use super::instruments::find;
use super::organisation::by_name;
use super::words::in_words;
use super::{Database, Misuse};
use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use screening::settings::{GroupSize, Invited, Settings, State};
use std::io::{Write, stdout};
use workflow::{Actor, Workflow};

/// Minutes that closing lasts where nothing else is set.
const CLOSING_MINUTES: u32 = 30;

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Creates a screening and prints its codes as CSV, once: group,unit,code
    Create(Create),
    /// Lists the screenings: id, state, organisation, name
    List {
        #[command(flatten)]
        database: Database,
    },
    /// Opens a prepared screening; whoever does it here answers for the facts that the web asks for first
    Open {
        /// The screening
        id: String,
        #[command(flatten)]
        database: Database,
    },
    /// Starts closing: begun questionnaires may be sent, none begun
    Close {
        /// The screening
        id: String,
        /// Ends closing at once and makes the picture
        #[arg(long, env = "PEJLING_NOW")]
        now: bool,
        #[command(flatten)]
        database: Database,
    },
    /// Takes answers collected elsewhere into an open screening, all of a file or nothing; prints how many per group
    Import(Import),
    /// Writes the figures of a closed screening as they are published
    Export(export::Arguments),
}

#[derive(Args, Debug)]
pub(super) struct Create {
    /// The organisation; made where there is none of that name
    #[arg(long, value_name = "NAME", env = "PEJLING_ORGANISATION")]
    organisation: String,
    /// What the screening is called; the season where nothing is said
    #[arg(long, env = "PEJLING_NAME")]
    name: Option<String>,
    /// A shipped instrument's id, a folder, or the id or title of one of the organisation's own
    #[arg(long, value_name = "ID-or-DIR", env = "PEJLING_INSTRUMENT")]
    instrument: String,
    /// The language it speaks, one of the instrument's [default: the instrument's first]
    #[arg(long, value_name = "LANGUAGE", env = "PEJLING_LANGUAGE")]
    language: Option<String>,
    /// How many are invited in each unit, e.g. leaders=3,staff=20,users=40
    #[arg(long, value_name = "GROUP=N,…", env = "PEJLING_INVITE", value_parser = invited)]
    invite: Numbers,
    /// A unit; may be given several times
    #[arg(long = "unit", value_name = "NAME", env = "PEJLING_UNIT")]
    units: Vec<String>,
    /// The smallest group whose figures are shown, at least 5
    #[arg(long, value_name = "N", env = "PEJLING_MIN_GROUP_SIZE", default_value = "5", value_parser = group_size)]
    min_group_size: GroupSize,
    /// Tries the wording: a note field at each statement, no report, and nothing compared with it
    #[arg(long, env = "PEJLING_PILOT")]
    pilot: bool,
    /// Opens it at once
    #[arg(long, env = "PEJLING_OPEN")]
    open: bool,
    #[command(flatten)]
    database: Database,
}

pub(super) fn run(verb: &Verb) -> Result<()> {
    match verb {
        Verb::Create(create) => create.run(),
        Verb::Import(import) => {
            with_database(&import.database, async |workflow| super::import::run(import, workflow).await)
        }
        Verb::List { database } => with_database(database, list),
        Verb::Open { id, database } => with_database(database, async |workflow| {
            workflow
                .open_screening(&Actor::CommandLine, id)
                .await
                .map_err(in_words)
                .with_context(|| id.clone())
        }),
        Verb::Close { id, now, database } => with_database(database, async |workflow| {
            close(workflow, id, *now).await.map_err(in_words).with_context(|| id.clone())
        }),
        Verb::Export(arguments) => arguments.run(),
    }
}

impl Create {
    fn run(&self) -> Result<()> {
        let instrument = find(&self.instrument, Some(&self.database), Some(&self.organisation))?;
        let units = if self.units.is_empty() { vec![String::new()] } else { self.units.clone() };
        let mut numbers = Invited::default();
        for (group, number) in &self.invite.0 {
            known_group(&instrument, "--invite", group)?;
            let each = units.iter().map(|unit| (unit.trim().to_owned(), *number)).collect();
            numbers.0.insert(group.clone(), each);
        }
        let Some(language) = self.language.clone().or_else(|| instrument.languages.first().cloned()) else {
            return Err(Misuse(format!("--instrument {}: has no language", self.instrument)).into());
        };
        if !instrument.languages.contains(&language) {
            let known = instrument.languages.join(", ");
            return Err(Misuse(format!("--language {language}: write one of {known}")).into());
        }
        let settings = Settings {
            language,
            units: self.units.clone(),
            invited: numbers,
            min_group_size: self.min_group_size,
            forms: instrument.default_forms(),
            closing_minutes: CLOSING_MINUTES,
            pilot: self.pilot,
            ..Settings::default()
        };
        with_database(&self.database, async |workflow| {
            let organisation = match by_name(workflow, &self.organisation).await? {
                Some(organisation) => organisation,
                None => workflow
                    .add_organisation(&Actor::CommandLine, &self.organisation)
                    .await
                    .map_err(in_words)
                    .context("--organisation")?,
            };
            let name = self.name.clone().unwrap_or_else(|| season(workflow.clock.today()));
            let actor = Actor::CommandLine;
            let id = workflow
                .create_screening(&actor, &organisation.id, &name, instrument, settings)
                .await
                .map_err(in_words)?;
            let codes = workflow.make_codes(&actor, &id).await.map_err(in_words)?;
            if self.open {
                workflow.open_screening(&actor, &id).await.map_err(in_words)?;
            }
            let mut out = csv::Writer::from_writer(stdout().lock());
            out.write_record(["group", "unit", "code"])?;
            for code in &codes {
                out.write_record([code.group.as_str(), &code.unit, &code.code])?;
            }
            out.flush()?;
            eprintln!("pejling: screening {id} is {}", if self.open { "open" } else { "prepared" });
            Ok(())
        })
    }
}

async fn list(workflow: &Workflow) -> Result<()> {
    for screening in workflow.screenings(&Actor::CommandLine).await.map_err(in_words)? {
        let state = match screening.state {
            _ if screening.stopped => "stopped",
            State::Prepared => "prepared",
            State::Open => "open",
            State::Closing => "closing",
            State::Closed => "closed",
        };
        writeln!(stdout(), "{}\t{state}\t{}\t{}", screening.id, screening.organisation.name, screening.name)?;
    }
    Ok(())
}

async fn close(workflow: &Workflow, id: &str, now: bool) -> workflow::Result<()> {
    let state = workflow.screening(&Actor::CommandLine, id).await?.state;
    // Already closing: `--now` ends it.
    if !(now && state == State::Closing) {
        workflow.begin_closing(&Actor::CommandLine, id).await?;
    }
    if now {
        workflow.end_closing(&Actor::CommandLine, id).await?;
        eprintln!("pejling: screening {id} is closed");
    } else {
        eprintln!("pejling: screening {id} is closing: begun questionnaires may be sent; --now ends it");
    }
    Ok(())
}

/// The season of a day, as a Danish screening is called after it.
fn season((year, month, _): (i16, i8, i8)) -> String {
    let season = match month {
        3..=5 => "Forår",
        6..=8 => "Sommer",
        9..=11 => "Efterår",
        _ => "Vinter",
    };
    format!("{season} {year}")
}
