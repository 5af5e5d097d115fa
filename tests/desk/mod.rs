//! The chapters of the story, and what they share.

pub mod accounts;
pub mod across;
pub mod again;
pub mod assessing;
pub mod attachments;
pub mod audit;
pub mod by_date;
pub mod comments;
pub mod every_instrument;
pub mod evidence;
pub mod hearings;
pub mod importing;
pub mod instrument_files;
pub mod instruments;
pub mod invitations;
pub mod keeping;
pub mod mailing;
pub mod passwords;
pub mod piloting;
pub mod plans;
pub mod practising;
pub mod preparing;
pub mod promise;
pub mod proposals;
pub mod protection;
pub mod reports;
pub mod retaining;
pub mod rounds;
pub mod screenings;
pub mod second_step;
pub mod sittings;
pub mod stopping;
pub mod tablets;
pub mod typing;

use crate::support::fakes::{NoPrinter, Seeded, TestClock};
use pejling::store::SqlStore;
use std::sync::Arc;
use workflow::sealing::SlowHash;
use workflow::{Actor, Error, Problem, Workflow};

pub const PASSWORD: &str = "et langt kodeord";
pub const FACILITATOR: &str = "maja@kommune.dk";
pub const LEADER: &str = "jens@kommune.dk";

/// The program without its pages.
pub struct Desk {
    pub flow: Workflow,
    pub store: SqlStore,
    pub clock: Arc<TestClock>,
}

impl Desk {
    pub async fn new(address: &str) -> Self {
        let store = SqlStore::open(address).await.unwrap();
        let clock = Arc::new(TestClock::new());
        let flow = Workflow {
            store: Arc::new(store.clone()),
            clock: clock.clone(),
            random: Arc::new(Seeded::new(3)),
            printer: Arc::new(NoPrinter),
            slow_hash: SlowHash::new(2),
        };
        Self { flow, store, clock }
    }

    /// Someone, signed in anew.
    pub async fn signed_in(&self, email: &str) -> Actor {
        let token = self.flow.sign_in(email, PASSWORD).await.unwrap();
        self.flow.actor(Some(&token)).await.unwrap()
    }

    pub async fn facilitator(&self) -> Actor {
        self.signed_in(FACILITATOR).await
    }
}

/// The fields that do not hold, with why.
pub fn problems<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<(String, Problem)> {
    match result {
        Err(Error::Invalid(problems)) => problems.into_iter().map(|one| (one.field, one.problem)).collect(),
        other => panic!("fields that do not hold, not {other:?}"),
    }
}

/// Why it can't be done now.
pub fn refusal<T: std::fmt::Debug>(result: Result<T, Error>) -> Problem {
    match result {
        Err(Error::Refused(problem)) => problem,
        other => panic!("a refusal, not {other:?}"),
    }
}
