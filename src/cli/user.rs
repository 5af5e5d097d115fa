//! `pejling user`: accounts and their roles. A password is typed unseen or piped, never a flag: flags stand in the
//! shell's history and in the list of processes.

use super::Database;
use super::installation::with_database;
use super::organisation::by_name;
use super::words::in_words;
use crate::config::PublicUrl;
use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, Subcommand, ValueEnum};
use std::io::{IsTerminal, Write, stdin, stdout};
use workflow::password_links::link_address;
use workflow::{Actor, Role, Workflow};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Adds an account; its password is asked for, or read as one line from standard input
    Add(Add),
    /// Gives an account a role in one more organisation
    Role {
        /// The account's e-mail
        email: String,
        #[command(flatten)]
        role: Place,
        #[command(flatten)]
        database: Database,
    },
    /// Prints a link with which the person chooses a new password, once, within a day
    Link {
        /// The account's e-mail
        email: String,
        /// Where people find the program, as pejling serve is told
        #[arg(long, value_name = "URL", env = "PEJLING_PUBLIC_URL", default_value = "http://127.0.0.1:3000")]
        public_url: PublicUrl,
        #[command(flatten)]
        database: Database,
    },
    /// Takes the second step off an account whose owner has lost app and recovery codes, and ends its sessions
    SecondStepOff {
        /// The account's e-mail
        email: String,
        #[command(flatten)]
        database: Database,
    },
    /// Says whether administrators and facilitators must have a second step to go on, or are only advised to
    SecondStep {
        /// What holds from now on
        demand: Demand,
        #[command(flatten)]
        database: Database,
    },
    /// Lists the accounts with their roles
    List {
        #[command(flatten)]
        database: Database,
    },
    /// Forgets whose an account is at the provider of sign-ons: the next sign-on ties it anew, by its e-mail
    Unlink {
        /// The account's e-mail
        email: String,
        #[command(flatten)]
        database: Database,
    },
    /// Takes a role back
    TakeRole {
        /// The account's e-mail
        email: String,
        #[command(flatten)]
        role: Place,
        #[command(flatten)]
        database: Database,
    },
    /// Opens a disabled account again
    Enable {
        /// The account's e-mail
        email: String,
        #[command(flatten)]
        database: Database,
    },
    /// Writes what is kept about an account, as JSON
    Export {
        /// The account's e-mail
        email: String,
        #[command(flatten)]
        database: Database,
    },
    /// Erases an account for good; what it did stays under an id that says nothing
    Erase {
        /// The account's e-mail
        email: String,
        #[command(flatten)]
        database: Database,
    },
    /// Disables an account and ends its sessions
    Disable {
        /// The account's e-mail
        email: String,
        #[command(flatten)]
        database: Database,
    },
}

/// What the installation asks of administrators and facilitators at sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Demand {
    /// Who has no second step sets one up before anything else
    Required,
    /// Who has none is advised to
    Recommended,
}

#[derive(Args, Debug)]
pub(super) struct Add {
    /// E-mail, with which the person signs in
    email: String,
    /// The person's name
    #[arg(long, env = "PEJLING_NAME")]
    name: String,
    /// Runs the installation: organisations and accounts, but no screening
    #[arg(long, env = "PEJLING_ADMINISTRATOR")]
    administrator: bool,
    /// Organisation in which the person has a role
    #[arg(long, value_name = "NAME", env = "PEJLING_ORGANISATION", requires = "role")]
    organisation: Option<String>,
    /// The role there
    #[arg(long, env = "PEJLING_ROLE", requires = "organisation")]
    role: Option<RoleName>,
    #[command(flatten)]
    database: Database,
}

#[derive(Args, Debug)]
pub(super) struct Place {
    /// The organisation
    #[arg(long, value_name = "NAME", env = "PEJLING_ORGANISATION")]
    organisation: String,
    /// The role there
    #[arg(long, env = "PEJLING_ROLE")]
    role: RoleName,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RoleName {
    /// Prepares, runs, minutes and reports
    Facilitator,
    /// Reads the released report
    Leader,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Facilitator => Self::Facilitator,
            RoleName::Leader => Self::Leader,
        }
    }
}

pub(super) fn run(verb: &Verb) -> Result<()> {
    match verb {
        Verb::Add(account) => with_database(&account.database, async |workflow| add(workflow, account).await),
        Verb::Role { email, role, database } => with_database(database, async |workflow| {
            give(workflow, email, &role.organisation, role.role).await
        }),
        Verb::Link { email, public_url, database } => with_database(database, async |workflow| {
            let made = workflow.make_password_link(&Actor::CommandLine, email).await;
            let token = made.map_err(in_words).with_context(|| email.clone())?;
            Ok(writeln!(stdout(), "{}", link_address(public_url.origin(), &token))?)
        }),
        Verb::SecondStepOff { email, database } => with_database(database, async |workflow| {
            let taken = workflow.take_off_second_step(&Actor::CommandLine, email).await;
            taken.map_err(in_words).with_context(|| email.clone())
        }),
        Verb::SecondStep { demand, database } => with_database(database, async |workflow| {
            let required = *demand == Demand::Required;
            workflow.require_second_step(&Actor::CommandLine, required).await.map_err(in_words)
        }),
        Verb::List { database } => with_database(database, list),
        Verb::TakeRole { email, role, database } => with_database(database, async |workflow| {
            let (id, place) = (id_of(workflow, email).await?, known(workflow, &role.organisation).await?);
            let taken = workflow.take_role(&Actor::CommandLine, &id, &place, role.role.into()).await;
            taken.map_err(in_words).with_context(|| email.clone())
        }),
        Verb::Enable { email, database } => with_database(database, async |workflow| {
            let id = id_of(workflow, email).await?;
            workflow.close_account(&Actor::CommandLine, &id, false).await.map_err(in_words)
        }),
        Verb::Export { email, database } => with_database(database, async |workflow| {
            let id = id_of(workflow, email).await?;
            let record = workflow.account_record(&Actor::CommandLine, &id).await.map_err(in_words)?;
            Ok(writeln!(stdout(), "{}", serde_json::to_string_pretty(&record)?)?)
        }),
        Verb::Erase { email, database } => with_database(database, async |workflow| {
            let id = id_of(workflow, email).await?;
            workflow.erase_account(&Actor::CommandLine, &id, email).await.map_err(in_words)
        }),
        Verb::Unlink { email, database } => with_database(database, async |workflow| {
            workflow
                .unlink_sign_on(&Actor::CommandLine, email)
                .await
                .map_err(in_words)
                .with_context(|| email.clone())
        }),
        Verb::Disable { email, database } => with_database(database, async |workflow| {
            workflow
                .disable_account(&Actor::CommandLine, email)
                .await
                .map_err(in_words)
                .with_context(|| email.clone())
        }),
    }
}

async fn add(workflow: &Workflow, account: &Add) -> Result<()> {
    // A wrong organisation is told before anybody types a password.
    if let Some(name) = &account.organisation {
        known(workflow, name).await?;
    }
    let password = read_password()?;
    workflow
        .add_account(&Actor::CommandLine, &account.email, &account.name, &password, account.administrator)
        .await
        .map_err(in_words)?;
    if let Some((organisation, role)) = account.organisation.as_ref().zip(account.role) {
        give(workflow, &account.email, organisation, role).await?;
    }
    Ok(())
}

async fn give(workflow: &Workflow, email: &str, organisation: &str, role: RoleName) -> Result<()> {
    let id = known(workflow, organisation).await?;
    workflow
        .add_role(&Actor::CommandLine, email, &id, role.into())
        .await
        .map_err(in_words)
        .with_context(|| email.to_owned())
}

/// The id of an account that there is.
async fn id_of(workflow: &Workflow, email: &str) -> Result<String> {
    let typed = email.trim().to_lowercase();
    let all = workflow.accounts(&Actor::CommandLine).await.map_err(in_words)?;
    let found = all.into_iter().find(|(account, _)| account.email == typed && !account.erased());
    found.map(|(account, _)| account.id).ok_or_else(|| anyhow!("{email}: there is no such account"))
}

/// The id of an organisation that there is.
async fn known(workflow: &Workflow, name: &str) -> Result<String> {
    let organisation = by_name(workflow, name).await?;
    let organisation = organisation.ok_or_else(|| {
        anyhow!("--organisation: there is no {name:?}: add it with pejling organisation add")
    })?;
    Ok(organisation.id)
}

async fn list(workflow: &Workflow) -> Result<()> {
    let organisations = workflow.organisations(&Actor::CommandLine).await.map_err(in_words)?;
    let steps = workflow.second_steps(&Actor::CommandLine).await.map_err(in_words)?;
    for (account, disabled) in workflow.accounts(&Actor::CommandLine).await.map_err(in_words)? {
        if account.erased() {
            continue;
        }
        let mut parts = vec![account.email.clone(), account.name.clone()];
        if disabled {
            parts.push("disabled".to_owned());
        }
        if account.administrator {
            parts.push("administrator".to_owned());
        }
        if steps.contains(&account.id) {
            parts.push("two steps".to_owned());
        }
        for (id, role) in &account.roles {
            let name = organisations.iter().find(|known| known.id == *id).map_or(id, |known| &known.name);
            parts.push(format!("{}: {name}", role.as_str()));
        }
        writeln!(stdout(), "{}", parts.join("\t"))?;
    }
    Ok(())
}

/// A password, typed twice unseen, or one line of standard input.
fn read_password() -> Result<String> {
    if stdin().is_terminal() {
        let password = rpassword::prompt_password("Password: ")?;
        if password != rpassword::prompt_password("The same again: ")? {
            bail!("the two passwords differ: try again");
        }
        return Ok(password);
    }
    let mut line = String::new();
    stdin().read_line(&mut line).context("the password on standard input")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
