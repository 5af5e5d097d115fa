//! The story, chapter by chapter. Each chapter is what one kind of person goes through.

mod answering;
mod closing;
mod files;

pub(crate) use files::Files;

use crate::support::fakes::{NoPrinter, Seeded, TestClock};
use crate::support::instrument;
use pejling::store::SqlStore;
use screening::id::GroupId;
use screening::instrument::Form;
use screening::settings::{Invited, LegalFacts, Settings};
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow::answering::{Entry, PagePost, Token};
use workflow::screenings::IssuedCode;
use workflow::sealing::SlowHash;
use workflow::{Actor, Error, FieldProblem, Problem, Workflow};

/// The program without its web, over one database.
pub(crate) struct World {
    workflow: Workflow,
    clock: Arc<TestClock>,
    store: SqlStore,
    /// The screening.
    screening: String,
    /// Codes not yet used.
    codes: Vec<IssuedCode>,
    /// Keys, hashes and sealed pages that lay in the files before the close.
    secrets: Vec<Vec<u8>>,
}

/// Everything, in order.
pub(crate) async fn story(address: &str, files: &Files<'_>) {
    let mut world = World::begin(address, 1).await;
    world.nobody_answers_before_the_opening().await;
    world.someone_answers_and_is_interrupted().await;
    world.words_are_guessed_in_vain().await;
    world.someone_begins_anew().await;
    world.sending_counts_once().await;
    world.sending_fails_and_nothing_is_lost().await;
    world.everyone_else_answers().await;
    world.closing_lets_the_begun_finish(files).await;
    world.nothing_is_left_of_codes_and_drafts(files).await;
    world.it_is_all_there_after_a_restart(address).await;
}

fn group(id: &str) -> GroupId {
    GroupId::from(id)
}

/// Eight users in Nord and three in Syd, six staff in Nord, one leader; k = 5; users have the short form.
fn settings() -> Settings {
    let units = |units: &[(&str, u64)]| units.iter().map(|(unit, n)| ((*unit).to_owned(), *n)).collect();
    Settings {
        language: "da".to_owned(),
        units: vec!["Nord".to_owned(), "Syd".to_owned()],
        invited: Invited(BTreeMap::from([
            (group("users"), units(&[("Nord", 8), ("Syd", 3)])),
            (group("staff"), units(&[("Nord", 6)])),
            (group("leaders"), units(&[("", 1)])),
        ])),
        forms: BTreeMap::from([(group("users"), Form::Short)]),
        closing_minutes: 30,
        legal: LegalFacts::default(),
        ..Settings::default()
    }
}

/// What is wrong, where a form was refused.
fn problems<T>(result: workflow::Result<T>) -> Vec<FieldProblem> {
    match result {
        Err(Error::Invalid(problems)) => problems,
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it was accepted"),
    }
}

/// Why it cannot be done now.
fn refusal<T>(result: workflow::Result<T>) -> Problem {
    match result {
        Err(Error::Refused(problem)) => problem,
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it was accepted"),
    }
}

fn one(field: &str, problem: Problem) -> Vec<FieldProblem> {
    vec![FieldProblem { field: field.to_owned(), problem }]
}

impl World {
    async fn open(address: &str, seed: u64) -> (Workflow, Arc<TestClock>, SqlStore) {
        let store = SqlStore::open(address).await.unwrap();
        let clock = Arc::new(TestClock::new());
        let workflow = Workflow {
            store: Arc::new(store.clone()),
            clock: clock.clone(),
            random: Arc::new(Seeded::new(seed)),
            printer: Arc::new(NoPrinter),
            slow_hash: SlowHash::new(2),
        };
        (workflow, clock, store)
    }

    async fn begin(address: &str, seed: u64) -> Self {
        let (workflow, clock, store) = Self::open(address, seed).await;
        let me = Actor::CommandLine;
        assert!(workflow.store.is_empty().await.unwrap());
        let organisation = workflow.add_organisation(&me, "Bostedet Åkanden").await.unwrap();
        assert!(!workflow.store.is_empty().await.unwrap());
        let screening = workflow
            .create_screening(&me, &organisation.id, "Efterår 2026", instrument(), settings())
            .await
            .unwrap();
        let codes = workflow.make_codes(&me, &screening).await.unwrap();
        assert_eq!(codes.len(), 18);
        Self { workflow, clock, store, screening, codes, secrets: Vec::new() }
    }

    /// Draws a slip from the pile of a group and unit.
    fn slip(&mut self, of: &str, unit: &str) -> String {
        let place = self.codes.iter().position(|code| code.group == group(of) && code.unit == unit);
        self.codes.remove(place.expect("a slip is left")).code
    }

    /// Types a code that was not used before.
    async fn starts(&self, code: &str) -> Token {
        match self.workflow.enter_code(code, false, None).await.unwrap() {
            Entry::Begin(token) => token,
            _ => panic!("the code was used before"),
        }
    }

    /// Gives the same answer to everything on a page.
    async fn answers(&self, token: &Token, page: usize, value: &str) {
        let post = self.filled(token, page, value).await;
        self.workflow.save_page(token, page, post).await.unwrap();
    }

    /// A page's form with the same answer to everything.
    async fn filled(&self, token: &Token, page: usize, value: &str) -> PagePost {
        let it = self.workflow.questionnaire(token).await.unwrap();
        let pages = it.instrument.questionnaire(&it.group, it.form);
        let answers =
            pages[page - 1].1.iter().map(|indicator| (indicator.id.to_string(), value.to_owned())).collect();
        PagePost { answers, ..PagePost::default() }
    }

    /// Submitted questionnaires of a group, as the facilitator sees them.
    async fn submitted(&self, of: &str) -> u64 {
        let counts = self.workflow.counts(&Actor::CommandLine, &self.screening).await.unwrap();
        counts.into_iter().find(|count| count.group == group(of)).map_or(0, |count| count.submitted)
    }
}
