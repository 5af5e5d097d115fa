//! The demonstration: one invented municipality with three screenings, one collecting, one closed, one with its
//! report released. Everything comes from `demo/texts.toml` and a generator with a fixed seed, so that it is the
//! same every time, and goes through the use cases of `workflow` like anybody's.
//!
//! To change it: the texts and numbers in `demo/texts.toml`. To add a step of a screening's course: [`course`].

mod answers;
mod course;
mod dice;
mod earlier;
mod plan;
mod practice;
mod report;
mod texts;

pub use practice::PracticeInventor;

use crate::instruments::{self, InstrumentError};
use dice::Dice;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use texts::{Account, AccountRole, Texts};
use workflow::ports::{Clock, StoreError};
use workflow::screenings::IssuedCode;
use workflow::{Actor, Role, Workflow};

/// The name under which the installation notes that it is a demonstration.
const MARK: &str = workflow::retaining::DEMONSTRATION;
const FILLING: &[u8] = b"filling";
const FILLED: &[u8] = b"filled";

/// What the demonstration's keys, codes and answers are drawn with.
const SEED: u64 = 0x0050_656A_6C69_6E67;

/// Why there is no demonstration.
#[derive(Debug, thiserror::Error)]
pub enum DemonstrationError {
    /// The database holds something else.
    #[error("the database holds something else: give an empty one with --database")]
    SomethingElse,
    /// A demonstration was begun here and not finished.
    #[error("a demonstration was begun here and not finished: delete the database and start again")]
    Unfinished,
    /// The program was built with texts that do not hold together.
    #[error("demo/texts.toml: {0}")]
    Texts(String),
    /// The instrument cannot be had.
    #[error(transparent)]
    Instrument(#[from] InstrumentError),
    /// A use case refused.
    #[error("a step of the demonstration was refused: {0}")]
    Refused(#[from] workflow::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a newcomer needs in order to be each person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demonstration {
    /// The invented municipality.
    pub municipality: String,
    /// Everyone's password.
    pub password: String,
    /// E-mail, name and role of those who sign in.
    pub accounts: Vec<(String, String, String)>,
    /// Organisations with what state their screening is in.
    pub screenings: Vec<(String, String)>,
    /// A few codes, the same at every filling; where the database was a demonstration before, some may be used.
    pub codes: Vec<IssuedCode>,
}

/// Fills an empty database, leaves a demonstration as it is, and refuses any other.
///
/// # Errors
/// Where the database holds something else, or a step fails.
pub async fn fill(workflow: &Workflow) -> Result<Demonstration, DemonstrationError> {
    let texts = Texts::read()?;
    let mut demonstration = texts.demonstration();
    let instrument = instruments::find(&texts.instrument)?;
    match workflow.store.mark(MARK).await?.as_deref() {
        Some(FILLED) => {
            let places = texts.organisations.iter();
            demonstration.codes = places.flat_map(|place| course::codes_again(&instrument, place)).collect();
            return Ok(demonstration);
        }
        Some(_) => return Err(DemonstrationError::Unfinished),
        None => {}
    }
    if !workflow.store.is_empty().await? {
        return Err(DemonstrationError::SomethingElse);
    }
    workflow.store.set_mark(MARK, FILLING).await?;
    let clock = Arc::new(SetClock::new(workflow.clock.today()));
    let scene = Scene {
        workflow: Workflow { clock: clock.clone(), random: Arc::new(Dice::new(SEED)), ..workflow.clone() },
        clock,
        instrument,
        texts,
    };
    scene.add_accounts().await?;
    for organisation in &scene.texts.organisations {
        demonstration.codes.extend(course::run(&scene, organisation).await?);
    }
    workflow.store.set_mark(MARK, FILLED).await?;
    Ok(demonstration)
}

/// What every step of the demonstration works with.
struct Scene {
    workflow: Workflow,
    clock: Arc<SetClock>,
    instrument: screening::instrument::Instrument,
    texts: Texts,
}

impl Scene {
    /// Organisations, then accounts with their roles.
    async fn add_accounts(&self) -> Result<(), DemonstrationError> {
        let mut organisations = Vec::new();
        if let Some(first) = self.texts.organisations.first() {
            self.clock.set(&first.created)?;
        }
        for organisation in &self.texts.organisations {
            organisations
                .push(self.workflow.add_organisation(&Actor::CommandLine, &organisation.name).await?);
        }
        for account in &self.texts.accounts {
            let Account { email, name, role, organisation } = account;
            let administrator = *role == AccountRole::Administrator;
            self.workflow
                .add_account(&Actor::CommandLine, email, name, &self.texts.password, administrator)
                .await?;
            let role = match role {
                AccountRole::Facilitator => Role::Facilitator,
                AccountRole::Leader => Role::Leader,
                AccountRole::Administrator => continue,
            };
            for place in &organisations {
                if organisation.as_ref().is_none_or(|only| *only == place.name) {
                    self.workflow.add_role(&Actor::CommandLine, email, &place.id, role).await?;
                }
            }
        }
        Ok(())
    }

    /// The one who runs the screenings, with the roles as stored.
    async fn facilitator(&self) -> Result<Actor, DemonstrationError> {
        let email = self.texts.facilitator()?;
        let accounts = self.workflow.accounts(&Actor::CommandLine).await?;
        let account = accounts.into_iter().find(|(account, _)| account.email == email);
        account
            .map(|(account, _)| Actor::Account(account))
            .ok_or_else(|| DemonstrationError::Texts(format!("{email} was not kept")))
    }
}

/// A clock that stands at ten in the morning of the day it is set to.
struct SetClock {
    now: AtomicI64,
}

impl SetClock {
    fn new((year, month, day): (i16, i8, i8)) -> Self {
        let now = jiff::civil::Date::new(year, month, day).map_or(0, morning);
        Self { now: AtomicI64::new(now) }
    }

    /// Sets it to a day.
    fn set(&self, day: &str) -> Result<(), DemonstrationError> {
        self.now.store(morning(self::day(day)?), Ordering::Relaxed);
        Ok(())
    }
}

/// A day, written `2026-11-18`.
fn day(day: &str) -> Result<jiff::civil::Date, DemonstrationError> {
    day.parse().map_err(|error| DemonstrationError::Texts(format!("{day:?} is no day: {error}")))
}

/// Ten o'clock, near enough to Danish time that the day is the same.
fn morning(date: jiff::civil::Date) -> i64 {
    date.at(9, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).map_or(0, |time| time.timestamp().as_second())
}

impl Clock for SetClock {
    fn now(&self) -> i64 {
        self.now.load(Ordering::Relaxed)
    }
    fn today(&self) -> (i16, i8, i8) {
        let time = jiff::Timestamp::from_second(self.now()).unwrap_or_default();
        let date = time.to_zoned(jiff::tz::TimeZone::UTC).date();
        (date.year(), date.month(), date.day())
    }
}
