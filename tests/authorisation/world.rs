//! Two organisations, each with a closed screening and its released report, and someone in every role.

use crate::Who;
use crate::support::Folder;
use crate::support::fakes::{NoPrinter, Seeded, TestClock};
use crate::support::instrument;
use pejling::store::SqlStore;
use screening::settings::{Invited, Settings};
use std::sync::Arc;
use workflow::sealing::SlowHash;
use workflow::{Account, Actor, Error, Role, Workflow};

/// Where something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The organisation in which the facilitator and the leader have their roles.
    Own,
    /// One in which they have none.
    Other,
    /// None at all.
    Unknown,
}

/// What a use case answered, as far as access goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It was done, or refused for a reason that only those who may are told.
    Allowed,
    /// [`Error::NotSignedIn`].
    NotSignedIn,
    /// [`Error::Forbidden`].
    Forbidden,
}

impl<T> From<Result<T, Error>> for Answer {
    fn from(result: Result<T, Error>) -> Self {
        match result {
            Err(Error::NotSignedIn) => Self::NotSignedIn,
            Err(Error::Forbidden) => Self::Forbidden,
            Err(Error::Unavailable(error)) => panic!("the store failed: {error}"),
            Ok(_) | Err(Error::NotFound | Error::Invalid(_) | Error::Refused(_)) => Self::Allowed,
        }
    }
}

/// An organisation and its screening.
#[derive(Clone)]
pub struct Ids {
    pub organisation: String,
    pub screening: String,
    pub instrument: String,
}

pub struct World {
    pub workflow: Workflow,
    pub own: Ids,
    pub other: Ids,
    facilitator: Account,
    leader: Account,
    administrator: Account,
    _folder: Folder,
}

impl World {
    pub async fn new() -> Self {
        let folder = Folder::new();
        let address = format!("sqlite://{}", folder.path().join("pejling.db").display());
        let workflow = Workflow {
            store: Arc::new(SqlStore::open(&address).await.unwrap()),
            clock: Arc::new(TestClock::new()),
            random: Arc::new(Seeded::new(7)),
            printer: Arc::new(NoPrinter),
            slow_hash: SlowHash::new(2),
        };
        let own = finished(&workflow, "Bostedet Åkanden").await;
        let other = finished(&workflow, "Værestedet Broen").await;
        let account = async |email: &str, administrator| {
            let added =
                workflow.add_account(&Actor::CommandLine, email, email, PASSWORD, administrator).await;
            added.unwrap()
        };
        account("facilitator@kommune.dk", false).await;
        account("leader@kommune.dk", false).await;
        let administrator = account("administrator@kommune.dk", true).await;
        account("nobody@kommune.dk", false).await;
        let signed_in = async |email: &str| {
            let token = workflow.sign_in(email, PASSWORD).await.unwrap();
            let Actor::Account(account) = workflow.actor(Some(&token)).await.unwrap() else {
                panic!("{email} is signed in")
            };
            account
        };
        for (email, role) in
            [("facilitator@kommune.dk", Role::Facilitator), ("leader@kommune.dk", Role::Leader)]
        {
            workflow.add_role(&Actor::CommandLine, email, &own.organisation, role).await.unwrap();
        }
        let facilitator = signed_in("facilitator@kommune.dk").await;
        let leader = signed_in("leader@kommune.dk").await;
        Self { workflow, own, other, facilitator, leader, administrator, _folder: folder }
    }

    pub fn actor(&self, who: Who) -> Actor {
        match who {
            Who::Visitor => Actor::Visitor,
            Who::Facilitator => Actor::Account(self.facilitator.clone()),
            Who::Leader => Actor::Account(self.leader.clone()),
            Who::Administrator => Actor::Account(self.administrator.clone()),
            Who::CommandLine => Actor::CommandLine,
        }
    }

    pub fn ids(&self, place: Place) -> Ids {
        match place {
            Place::Own => self.own.clone(),
            Place::Other => self.other.clone(),
            Place::Unknown => Ids {
                organisation: "unknown".into(),
                screening: "unknown".into(),
                instrument: "unknown".into(),
            },
        }
    }

    /// A prepared screening.
    pub async fn prepare(&self, organisation: &str) -> String {
        prepared(&self.workflow, organisation).await
    }
}

pub const PASSWORD: &str = "et langt kodeord";

/// Settings that hold, with eight users invited.
pub fn settings() -> Settings {
    let invited = [("users".into(), [(String::new(), 8)].into())].into();
    Settings { language: "da".into(), closing_minutes: 30, invited: Invited(invited), ..Settings::default() }
}

async fn prepared(workflow: &Workflow, organisation: &str) -> String {
    workflow
        .create_screening(&Actor::CommandLine, organisation, "Efterår 2026", instrument(), settings())
        .await
        .unwrap()
}

/// An organisation with a screening that is closed and reported.
async fn finished(workflow: &Workflow, name: &str) -> Ids {
    let actor = Actor::CommandLine;
    let organisation = workflow.add_organisation(&actor, name).await.unwrap().id;
    let screening = prepared(workflow, &organisation).await;
    workflow.open_screening(&actor, &screening).await.unwrap();
    workflow.begin_closing(&actor, &screening).await.unwrap();
    workflow.end_closing(&actor, &screening).await.unwrap();
    workflow.release_report(&actor, &screening).await.unwrap();
    let own =
        workflow.copy_instrument(&actor, &organisation, &instrument(), "da", "Vores eget").await.unwrap();
    Ids { organisation, screening, instrument: own }
}
