//! Screenings: create, set up, open, count.

pub use crate::codes::IssuedCode;
use crate::practising::Practice;
use crate::settings::{checked, legal_facts_are_there};
use crate::{Actor, Error, Permission, Problem, Result, Role, Workflow};
use screening::id::GroupId;
use screening::instrument::Instrument;
use screening::settings::{Settings, State};
use screening::stopping::Stopped;
use std::collections::BTreeMap;

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
    /// Where somebody only trains on it.
    pub practice: Option<Practice>,
    /// The screening that it was started from: the last time at the same place.
    pub earlier: Option<String>,
    /// Where it was stopped before its report.
    pub stopped: Option<Stopped>,
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
    /// The account that trains on it; `None`: it is a real one.
    pub practice: Option<String>,
    /// The screening that it was started from.
    pub earlier: Option<String>,
    /// It was stopped before its report.
    pub stopped: bool,
    /// It tries the instrument's wording.
    pub pilot: bool,
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

/// Those that nobody only trains on.
fn real(mut summaries: Vec<ScreeningSummary>) -> Vec<ScreeningSummary> {
    summaries.retain(|summary| summary.practice.is_none());
    summaries
}

impl Workflow {
    /// Organisations in which the actor is a facilitator (all, for the command line).
    pub async fn facilitated_organisations(&self, actor: &Actor) -> Result<Vec<Organisation>> {
        let mut organisations = match actor {
            Actor::Visitor => return Err(Error::NotSignedIn),
            Actor::Account(_) | Actor::CommandLine => self.store.organisations().await?,
        };
        organisations.retain(|organisation| actor.may(Permission::Facilitate, &organisation.id).is_ok());
        Ok(organisations)
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
        actor.may(Permission::Facilitate, organisation)?;
        let organisation = self
            .store
            .organisations()
            .await?
            .into_iter()
            .find(|known| known.id == organisation)
            .ok_or(Error::NotFound)?;
        let (name, settings) = checked(name, settings, &instrument)?;
        // Links are made one by one, so that each is found by its name.
        let legal = settings.legal.beside(&self.controller_facts().await?);
        let settings = Settings { open_links: BTreeMap::new(), legal, ..settings };
        let screening = Screening {
            id: self.fresh_id(),
            organisation,
            name,
            state: State::Prepared,
            instrument,
            settings,
            codes_made: false,
            closing_ends_at: None,
            picture: None,
            picture_opened: false,
            practice: None,
            earlier: None,
            stopped: None,
            created_at: self.clock.now(),
        };
        let pilot = if screening.settings.pilot { ", a pilot" } else { "" };
        let detail = format!("{} version {}{pilot}", screening.instrument.id, screening.instrument.version);
        self.noting(actor, &screening, "screening created", detail).add_screening(&screening).await?;
        Ok(screening.id)
    }

    /// The screenings the actor facilitates, newest first; practices are none of them.
    pub async fn screenings(&self, actor: &Actor) -> Result<Vec<ScreeningSummary>> {
        match actor {
            Actor::Visitor => Err(Error::NotSignedIn),
            Actor::CommandLine => Ok(real(self.store.screenings(None).await?)),
            Actor::Account(account) => {
                let own = account
                    .roles
                    .iter()
                    .filter(|(_, role)| *role == Role::Facilitator)
                    .map(|(organisation, _)| organisation.clone())
                    .collect::<Vec<_>>();
                Ok(real(self.store.screenings(Some(&own)).await?))
            }
        }
    }

    /// One screening, for its facilitator; prepared, it has the installation's facts where it says none. Its `picture` is `None` here: see [`Workflow::picture`].
    pub async fn screening(&self, actor: &Actor, id: &str) -> Result<Screening> {
        self.inheriting(Screening { picture: None, ..self.facilitated(actor, id).await? }).await
    }

    /// Replaces name and settings of a prepared screening. Once the codes are made, the units stay as they are:
    /// each code is for one.
    pub async fn save_settings(&self, actor: &Actor, id: &str, name: &str, settings: Settings) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        if screening.state != State::Prepared {
            return Err(Error::Refused(Problem::WrongState));
        }
        let (name, settings) = checked(name, settings, &screening.instrument)?;
        // Links are made and ended one by one, whatever the form was drawn with.
        let before = &screening.settings;
        let settings = Settings {
            open_links: before.open_links.clone(),
            preparation: before.preparation.clone(),
            pilot: before.pilot,
            // What is said as the installation says it goes on being the installation's.
            legal: settings.legal.beside(&self.controller_facts().await?),
            ..settings
        };
        if screening.codes_made && settings.units != before.units {
            return Err(Error::field("units", Problem::CodesMadeBefore));
        }
        // A code is for one questionnaire: whether there is one for each leader was settled when they were made.
        if screening.codes_made && settings.joint != before.joint {
            return Err(Error::field("joint", Problem::CodesMadeBefore));
        }
        let noting = self.noting(actor, &screening, "settings saved", "");
        if !noting.save_settings(id, State::Prepared, &name, &settings).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// Opens a prepared screening. From the web the legal facts must be there; the command line answers for them.
    pub async fn open_screening(&self, actor: &Actor, id: &str) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        if screening.state != State::Prepared {
            return Err(Error::Refused(Problem::WrongState));
        }
        let before = screening.settings.clone();
        let screening = self.inheriting(screening).await?;
        let there = legal_facts_are_there(&screening.settings.legal);
        if !there && *actor != Actor::CommandLine {
            return Err(Error::Refused(Problem::LegalFactsMissing));
        }
        // What is asked is frozen in the words chosen, as they were read here.
        let frozen = screening.instrument.clone().frozen();
        let detail = if there { "" } else { "legal facts answered for at the command line" };
        let noting = self.noting(actor, &screening, "screening opened", detail);
        if !noting.open_screening(id, &before, &screening.settings, &frozen).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// Submitted of invited per group, at any time: every group that is invited, has an open link or has submitted.
    pub async fn counts(&self, actor: &Actor, id: &str) -> Result<Vec<Count>> {
        let screening = self.facilitated(actor, id).await?;
        let submitted = self.store.submitted(id).await?;
        let known = screening.settings.known_invited();
        let count = |group: &GroupId| Count {
            group: group.clone(),
            submitted: submitted.get(group).copied().unwrap_or_default(),
            invited: known.group(group),
        };
        Ok(screening
            .instrument
            .groups
            .iter()
            .map(|group| count(&group.id))
            .filter(|count| {
                let invited = screening.settings.to_invite().group(&count.group).unwrap_or_default() > 0;
                invited || count.submitted > 0 || screening.settings.open_links.contains_key(&count.group)
            })
            .collect())
    }
}
