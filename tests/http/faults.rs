//! Requests are dropped, delayed and repeated at random: what is stored is what was given, nothing lost, nothing twice.

use super::chance::count;
use super::pile::{pile, tireless};
use super::respondent::Respondent;
use screening::comment::Consent;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::Instant;
use workflow::Actor;
use workflow::ports::{ClosingStore, CommentStore};

/// So many questionnaires; more by `PEJLING_FAULTS`.
const QUESTIONNAIRES: usize = 500;

/// So many answer at the same time.
const AT_ONCE: usize = 16;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_stored_is_what_was_given_over_a_bad_network() {
    let begun = Instant::now();
    let (many, seed) = (count("PEJLING_FAULTS", QUESTIONNAIRES), count("PEJLING_SEED", 1) as u64);
    let server = tireless().await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", many).await;
    let room = Arc::new(Semaphore::new(AT_ONCE));
    let mut people = JoinSet::new();
    for (number, code) in (0..).zip(pile.codes) {
        let (room, address) = (Arc::clone(&room), server.address);
        people.spawn(async move {
            let _place = room.acquire().await.expect("room");
            let mut person = Respondent::new(address, seed, number);
            person.answer(&code).await;
            (person.expected(), person.network.faults)
        });
    }
    let people = people.join_all().await;
    let faults: usize = people.iter().map(|(_, faults)| faults).sum();

    let me = Actor::CommandLine;
    let counts = server.workflow.counts(&me, &pile.screening).await.expect("counts");
    assert_eq!(counts.iter().map(|count| count.submitted).sum::<u64>(), many as u64);
    server.workflow.begin_closing(&me, &pile.screening).await.expect("it closes");
    server.workflow.end_closing(&me, &pile.screening).await.expect("it is closed");

    let responses = server.store.responses(&pile.screening).await.expect("responses");
    let mut stored: Vec<BTreeMap<String, String>> = responses
        .into_iter()
        .map(|response| {
            response.answers.0.iter().map(|(id, answer)| (id.to_string(), answer.to_string())).collect()
        })
        .collect();
    let mut given: Vec<BTreeMap<String, String>> =
        people.iter().map(|((answers, _), _)| answers.clone()).collect();
    stored.sort();
    given.sort();
    assert_eq!(stored.len(), many, "seed {seed}");
    for (stored, given) in stored.iter().zip(&given) {
        assert_eq!(stored, given, "seed {seed}");
    }

    let comments = server.store.comments(&pile.screening).await.expect("comments");
    let mut stored: Vec<(String, String)> = comments
        .into_iter()
        .map(|(_, comment)| {
            let consent = match comment.consent {
                Consent::Verbatim => "verbatim",
                Consent::Paraphrase => "paraphrase",
                Consent::NotToBeUsed => "not-to-be-used",
            };
            (comment.text, consent.to_owned())
        })
        .collect();
    let mut given: Vec<(String, String)> = people.into_iter().map(|((_, written), _)| written).collect();
    stored.sort();
    given.sort();
    assert_eq!(stored, given, "seed {seed}");
    eprintln!("{many} questionnaires, {faults} requests met a fault, {:.1} s", begun.elapsed().as_secs_f64());
}
