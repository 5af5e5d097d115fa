//! Practising: a facilitator trains on a screening of an invented place. It is theirs alone, says that it is practice
//! wherever it is shown, counts nowhere, and goes when they want it to.

use crate::answering::{NewComment, NewResponse};
use crate::ports::PortResult;
use crate::screenings::{Organisation, Screening, ScreeningSummary};
use crate::sealing::random;
use crate::settings::checked;
use crate::{Actor, Error, Permission, Problem, Result, Workflow};
use screening::evidence::{Evidence, Rating};
use screening::instrument::Instrument;
use screening::settings::{Settings, State};
use std::collections::BTreeMap;

/// What makes a screening a practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// The account that practises; nobody else sees it.
    pub account: String,
    /// The invented place, with a word that says that it is practice.
    pub place: String,
}

/// What a practice is filled with. Nothing in it is of anybody.
#[derive(Clone, Debug)]
pub struct Invented {
    /// The invented place, with a word that says that it is practice.
    pub place: String,
    /// The screening's name.
    pub name: String,
    /// What is asked.
    pub instrument: Instrument,
    /// The settings.
    pub settings: Settings,
    /// What was answered; keys are given anew.
    pub responses: Vec<NewResponse>,
    /// Documents and observations, each with how far the place is by it.
    pub evidence: Vec<(Evidence, Rating)>,
}

/// Invents what a practice is filled with.
pub trait Inventor: Send + Sync {
    /// The same every time, so that what is said about it holds.
    fn practice(&self) -> PortResult<Invented>;
}

impl Workflow {
    /// Makes a practice: answered, closed, with its picture. Who has one already is given that.
    ///
    /// # Errors
    ///
    /// Whatever a use case on the way refuses.
    pub async fn start_practice(
        &self,
        actor: &Actor,
        organisation: &str,
        invented: Invented,
    ) -> Result<String> {
        actor.may(Permission::Facilitate, organisation)?;
        let account = actor.account()?.id.clone();
        if let Some(practice) = self.practices(actor).await?.into_iter().next() {
            return Ok(practice.id);
        }
        let Invented { place, name, instrument, settings, responses, evidence } = invented;
        let (name, settings) = checked(&name, settings, &instrument)?;
        let screening = Screening {
            id: self.fresh_id(),
            organisation: Organisation { id: organisation.to_owned(), name: place.clone() },
            name,
            state: State::Prepared,
            instrument,
            settings,
            codes_made: false,
            closing_ends_at: None,
            picture: None,
            picture_opened: false,
            practice: Some(Practice { account, place }),
            earlier: None,
            stopped: None,
            created_at: self.clock.now(),
        };
        let id = screening.id.as_str();
        self.store.add_screening(&screening).await?;
        let frozen = screening.instrument.clone().as_chosen(&screening.settings).frozen();
        if !self.store.open_screening(id, &screening.settings, &screening.settings, &frozen).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        self.store.import(id, &self.keyed_anew(responses)).await?;
        self.log(actor, id, evidence).await?;
        self.store.change_state(id, State::Open, State::Closing, Some(self.clock.now())).await?;
        self.close(actor, &screening).await?;
        self.audit(actor, &screening, "practice started", "").await?;
        Ok(screening.id)
    }

    /// The actor's own practices, newest first.
    pub async fn practices(&self, actor: &Actor) -> Result<Vec<ScreeningSummary>> {
        match actor {
            Actor::Visitor => Err(Error::NotSignedIn),
            // Whoever holds the command line practises nothing.
            Actor::CommandLine => Ok(Vec::new()),
            Actor::Account(account) => {
                let all = self.store.screenings(None).await?;
                let own = |one: &ScreeningSummary| one.practice.as_ref() == Some(&account.id);
                Ok(all.into_iter().filter(own).collect())
            }
        }
    }

    /// Deletes a practice and all that was written in it.
    ///
    /// # Errors
    ///
    /// [`Problem::WrongState`] where the screening is none.
    pub async fn end_practice(&self, actor: &Actor, id: &str) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        let noting = self.noting(actor, &screening, "practice deleted", "");
        if screening.practice.is_none() || !noting.delete_practice(id).await? {
            return Err(Error::Refused(Problem::WrongState));
        }
        Ok(())
    }

    /// Two practices must not have a key in common.
    fn keyed_anew(&self, responses: Vec<NewResponse>) -> Vec<NewResponse> {
        let comment = |comment: NewComment| NewComment { key: random(&*self.random), ..comment };
        let mut responses: Vec<NewResponse> = responses
            .into_iter()
            .map(|response| NewResponse {
                key: random(&*self.random),
                comments: response.comments.into_iter().map(comment).collect(),
                ..response
            })
            .collect();
        responses.sort_by_key(|response| response.key);
        responses
    }

    /// Writes documents and observations, then rates each indicator as the last of them says.
    async fn log(&self, actor: &Actor, id: &str, evidence: Vec<(Evidence, Rating)>) -> Result<()> {
        let mut ratings = BTreeMap::new();
        for (evidence, rating) in evidence {
            ratings.extend(evidence.indicators.iter().map(|indicator| (indicator.clone(), rating)));
            self.add_evidence(actor, id, evidence).await?;
        }
        for (indicator, rating) in ratings {
            self.rate(actor, id, &indicator, rating).await?;
        }
        Ok(())
    }
}
