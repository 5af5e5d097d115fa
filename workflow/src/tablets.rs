//! A shared tablet: a facilitator starts it for one group, is signed out by that, and hands it over. Whoever begins there
//! needs no slip; the code that is made for them stands on their pause page, as at an open link.
//!
//! What the tablet's browser holds lets it begin questionnaires, and nothing else: it opens none that was begun.

use crate::answering::Token;
use crate::fields::Problems;
use crate::screenings::Screening;
use crate::sealing::{self, keys};
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::id::GroupId;
use screening::instrument::Instrument;
use screening::settings::{Settings, State};
use screening::stopping::Stopped;

/// Fewest minutes without a touch until a tablet asks whether anybody is there.
pub const FEWEST_MINUTES: u8 = 2;
/// Most.
pub const MOST_MINUTES: u8 = 10;
/// Where nothing else is chosen.
pub const USUAL_MINUTES: u8 = 5;

/// How a tablet is set up.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The group that answers on it.
    pub group: GroupId,
    /// The language it speaks.
    pub language: String,
    /// Minutes without a touch, as typed.
    pub minutes: String,
}

/// What a tablet shows between two people.
#[derive(Clone, Debug)]
pub struct TabletView {
    /// The organisation's name.
    pub organisation: String,
    /// State of the screening: only where it is open may one begin.
    pub state: State,
    /// The instrument.
    pub instrument: Instrument,
    /// The settings.
    pub settings: Settings,
    /// The group that answers here.
    pub group: GroupId,
    /// Where it was stopped.
    pub stopped: Option<Stopped>,
}

impl Workflow {
    /// Starts a tablet in the browser that holds `session`, which is ended by it. Gives what the browser holds
    /// instead, and the minutes.
    ///
    /// # Errors
    ///
    /// Fields `group`, `language`, `minutes`. [`Problem::WrongState`] where the screening is not open.
    pub async fn start_tablet(
        &self,
        actor: &Actor,
        session: Option<&Token>,
        id: &str,
        setting: &Setting,
    ) -> Result<(Token, u8)> {
        let screening = self.going(actor, id).await?;
        if screening.state != State::Open {
            return Err(Error::Refused(Problem::WrongState));
        }
        let minutes = setting.minutes.trim().parse().ok();
        let minutes = minutes.filter(|minutes| (FEWEST_MINUTES..=MOST_MINUTES).contains(minutes));
        let instrument = &screening.instrument;
        let mut problems = Problems::default();
        problems.unless(instrument.group(&setting.group).is_some(), "group", Problem::NotAChoice);
        problems.unless(instrument.languages.contains(&setting.language), "language", Problem::NotAChoice);
        let bounds = Problem::NotANumber(FEWEST_MINUTES.into(), MOST_MINUTES.into());
        problems.unless(minutes.is_some(), "minutes", bounds);
        problems.none()?;
        let token = Token(sealing::random(&*self.random));
        let noting = self.noting(actor, &screening, "tablet started", setting.group.to_string());
        if !noting.start_tablet(id, &keys::token_hash(&token), &setting.group).await? {
            return Err(Error::Refused(Problem::WrongState));
        }
        if let Some(session) = session {
            self.sign_out(session).await?;
        }
        Ok((token, minutes.unwrap_or(USUAL_MINUTES)))
    }

    /// The group of each tablet of a screening.
    pub async fn tablets(&self, actor: &Actor, id: &str) -> Result<Vec<GroupId>> {
        let screening = self.facilitated(actor, id).await?;
        Ok(self.store.tablets(&screening.id).await?)
    }

    /// Ends every tablet of a screening: none begins a questionnaire any more. One that was begun may be sent.
    pub async fn end_tablets(&self, actor: &Actor, id: &str) -> Result<()> {
        let screening = self.facilitated(actor, id).await?;
        self.noting(actor, &screening, "tablets ended", "").end_tablets(id).await?;
        Ok(())
    }

    /// What a tablet shows.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it was ended.
    pub async fn tablet(&self, tablet: &Token) -> Result<TabletView> {
        let (screening, group) = self.on_tablet(tablet).await?;
        Ok(TabletView {
            organisation: screening.organisation.name,
            state: screening.state,
            instrument: screening.instrument,
            settings: screening.settings,
            group,
            stopped: screening.stopped,
        })
    }

    /// Begins a questionnaire on a tablet.
    ///
    /// # Errors
    ///
    /// As [`Workflow::tablet`]. Refused: closing, closed, stopped.
    pub async fn begin_on_tablet(&self, tablet: &Token) -> Result<Token> {
        let (screening, group) = self.on_tablet(tablet).await?;
        if screening.stopped.is_some() {
            return Err(Error::Refused(Problem::Stopped(screening.id)));
        }
        match self.begin_without_slip(&screening.id, group).await? {
            Some(token) => Ok(token),
            None if screening.state == State::Closed => Err(Error::Refused(Problem::Closed)),
            None => Err(Error::Refused(Problem::Closing)),
        }
    }

    /// Ends a tablet, because somebody signed in on it.
    pub async fn leave_tablet(&self, tablet: &Token) -> Result<()> {
        self.store.end_tablet(&keys::token_hash(tablet)).await?;
        Ok(())
    }

    /// Whether this is a tablet of the screening.
    pub(crate) async fn is_tablet_of(&self, tablet: &Token, screening: &str) -> Result<bool> {
        let known = self.store.tablet(&keys::token_hash(tablet)).await?;
        Ok(known.is_some_and(|(of, _)| of == screening))
    }

    async fn on_tablet(&self, tablet: &Token) -> Result<(Screening, GroupId)> {
        let known = self.store.tablet(&keys::token_hash(tablet)).await?;
        let (screening, group) = known.ok_or(Error::NotFound)?;
        Ok((self.store.screening(&screening).await?.ok_or(Error::NotFound)?, group))
    }
}
