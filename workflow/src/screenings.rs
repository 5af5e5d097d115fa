//! Screenings: create, set up, make codes, open, count.

use crate::{Actor, Result, Workflow};
use screening::id::GroupId;
use screening::instrument::Instrument;
use screening::settings::{Settings, State};

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Random id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// One run of an instrument in one organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Screening {
    /// Random id.
    pub id: String,
    /// The organisation.
    pub organisation: Organisation,
    /// Name, e.g. *Efterår 2026*.
    pub name: String,
    /// Its state.
    pub state: State,
    /// Its own copy of the instrument.
    pub instrument: Instrument,
    /// Its settings.
    pub settings: Settings,
    /// Whether codes were made.
    pub codes_made: bool,
    /// When closing ends, seconds since 1970.
    pub closing_ends_at: Option<i64>,
    /// The stored picture, once closed.
    pub picture: Option<screening::picture::Picture>,
    /// Whether anyone opened the picture.
    pub picture_opened: bool,
    /// When it was made, seconds since 1970.
    pub created_at: i64,
}

/// A line of the list of screenings.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreeningSummary {
    /// Random id.
    pub id: String,
    /// The organisation.
    pub organisation: Organisation,
    /// Name.
    pub name: String,
    /// Its state.
    pub state: State,
    /// Newest released version of its report.
    pub released_version: Option<u32>,
}

/// A code as made, shown once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedCode {
    /// The respondent group.
    pub group: GroupId,
    /// The unit; empty: none.
    pub unit: String,
    /// The code, shown 4-4-5.
    pub code: String,
}

/// Submitted of invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The group.
    pub group: GroupId,
    /// Questionnaires submitted.
    pub submitted: u64,
    /// Number invited, where known.
    pub invited: Option<u64>,
}

impl Workflow {
    /// Organisations in which the actor is a facilitator (all, for the command line).
    pub async fn facilitated_organisations(&self, actor: &Actor) -> Result<Vec<Organisation>> {
        todo!()
    }
    /// Creates a prepared screening; the settings must name only groups and units that make sense.
    pub async fn create_screening(
        &self,
        actor: &Actor,
        organisation: &str,
        name: &str,
        instrument: Instrument,
        settings: Settings,
    ) -> Result<String> {
        todo!()
    }
    /// The screenings the actor facilitates, newest first.
    pub async fn screenings(&self, actor: &Actor) -> Result<Vec<ScreeningSummary>> {
        todo!()
    }
    /// One screening, for its facilitator. Its `picture` is `None` here: see [`Workflow::picture`].
    pub async fn screening(&self, actor: &Actor, id: &str) -> Result<Screening> {
        todo!()
    }
    /// Replaces name and settings of a prepared screening.
    pub async fn save_settings(&self, actor: &Actor, id: &str, name: &str, settings: Settings) -> Result<()> {
        todo!()
    }
    /// Makes one code for each person invited, once.
    pub async fn make_codes(&self, actor: &Actor, id: &str) -> Result<Vec<IssuedCode>> {
        todo!()
    }
    /// Opens a prepared screening. From the web the legal facts must be there; the command line answers for them.
    pub async fn open_screening(&self, actor: &Actor, id: &str) -> Result<()> {
        todo!()
    }
    /// Submitted of invited per group, at any time.
    pub async fn counts(&self, actor: &Actor, id: &str) -> Result<Vec<Count>> {
        todo!()
    }
}
