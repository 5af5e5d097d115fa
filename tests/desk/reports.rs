//! The report, drafted, edited, released, read.

use super::{Desk, LEADER, problems};
use screening::comment::Decision;
use screening::report::{Report, plain_text};
use sha2::{Digest, Sha256};
use workflow::reports::Released;
use workflow::{Actor, Error, Problem};

fn sentence<'a>(report: &'a Report, key: &str) -> Option<&'a screening::report::Sentence> {
    report.sentences().find(|sentence| sentence.key == key)
}

/// The report as its readers get it, with nothing of the desk behind it.
fn assert_frozen(released: &Released) {
    for sentence in released.report.sentences() {
        assert!(sentence.original.is_none() && sentence.basis.is_empty(), "{sentence:?}");
        assert!(!sentence.text.is_empty(), "{sentence:?}");
    }
    let json = serde_json::to_vec(&released.report).unwrap();
    let digest = Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert_eq!(released.checksum, digest);
}

pub async fn the_report_is_edited_and_released(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (actor, leader) = (desk.facilitator().await, desk.signed_in(LEADER).await);
    let draft = flow.draft_report(&actor, id).await.unwrap();
    assert_eq!(draft.title, "Bostedet Åkanden");
    assert!(draft.kicker.contains("Efterår 2026"), "{}", draft.kicker);
    let text = plain_text(&draft);
    assert!(text.contains("Morgenkaffen er det bedste på ugen."), "{text}");
    for hidden in ["Lise", "Det her er kun til jer", "Vi mangler tid", "Vi er på vej"] {
        assert!(!text.contains(hidden), "{hidden}");
    }

    let keys = draft.sentences().map(|sentence| sentence.key.clone()).collect::<Vec<_>>();
    let (changed, gone, kept) = (&keys[0], &keys[1], &keys[2]);
    let unknown = flow.edit_sentence(&actor, id, "ukendt", Some("Nyt.")).await;
    assert_eq!(problems(unknown), [("sentence".to_owned(), Problem::NotAChoice)]);
    let long = flow.edit_sentence(&actor, id, changed, Some(&"å".repeat(2001))).await;
    assert_eq!(problems(long), [("text".to_owned(), Problem::TooLong(2000))]);
    flow.edit_sentence(&actor, id, changed, Some(" Der er meget at bygge videre på. ")).await.unwrap();
    flow.edit_sentence(&actor, id, gone, Some("  ")).await.unwrap();
    flow.edit_sentence(&actor, id, kept, Some("Noget andet.")).await.unwrap();
    let own = sentence(&draft, kept).unwrap().text.clone();
    flow.edit_sentence(&actor, id, kept, Some(&own)).await.unwrap();
    let edited = flow.draft_report(&actor, id).await.unwrap();
    assert_eq!(sentence(&edited, changed).unwrap().text, "Der er meget at bygge videre på.");
    assert_eq!(
        sentence(&edited, changed).unwrap().original,
        sentence(&draft, changed).map(|s| s.text.clone())
    );
    assert_eq!(sentence(&edited, gone).unwrap().text, "");
    assert_eq!(sentence(&edited, kept), sentence(&draft, kept), "the draft's own text goes back to it");

    assert!(matches!(flow.released_report(&leader, id).await, Err(Error::Forbidden)));
    assert!(matches!(flow.released_report(&actor, id).await, Err(Error::NotFound)));
    assert!(flow.released_reports(&leader).await.unwrap().is_empty());
    assert_eq!(flow.release_report(&actor, id).await.unwrap(), 1);
    let released = flow.released_report(&leader, id).await.unwrap();
    assert_eq!((released.version, &released.pdf), (1, &Vec::new()));
    assert!(released.report.version.contains("Version 1"), "{}", released.report.version);
    assert_frozen(&released);
    assert!(sentence(&released.report, gone).is_none(), "what was taken out is not there");
    assert!(plain_text(&released.report).contains("Der er meget at bygge videre på."));

    // The originals are gone, but what is quoted stays.
    let comments = flow.store.comments(id).await.unwrap();
    let left = comments.iter().map(|(_, one)| one.text.as_str()).filter(|text| !text.is_empty());
    assert_eq!(left.collect::<Vec<_>>(), ["Morgenkaffen er det bedste på ugen."]);
    assert!(comments.iter().all(|(_, one)| one.decision != Decision::Waiting));
    assert_eq!(flow.quotes(&actor, id).await.unwrap().len(), 2);
}

pub async fn a_second_release_is_a_second_version(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (actor, leader) = (desk.facilitator().await, desk.signed_in(LEADER).await);
    let first = flow.released_report(&leader, id).await.unwrap();
    let key = first.report.sentences().map(|sentence| sentence.key.clone()).next().unwrap();
    flow.edit_sentence(&actor, id, &key, None).await.unwrap();
    desk.clock.pass(60);
    assert_eq!(flow.release_report(&actor, id).await.unwrap(), 2);
    let second = flow.released_report(&leader, id).await.unwrap();
    assert_eq!(second.version, 2);
    assert_ne!(second.checksum, first.checksum);
    assert_frozen(&second);
    let list = flow.released_reports(&leader).await.unwrap();
    assert_eq!(list.len(), 1);
    assert_eq!((list[0].screening.as_str(), list[0].version), (id, 2));
    assert_eq!(list[0].organisation.name, "Bostedet Åkanden");
    let summaries = flow.screenings(&actor).await.unwrap();
    assert_eq!(summaries.iter().map(|one| one.released_version).collect::<Vec<_>>(), [Some(2)]);

    // Two at once: one is the next version, the other is told that something changed.
    let stale = Released { version: 2, ..second };
    assert!(!flow.store.release(id, &stale).await.unwrap());
    assert!(matches!(flow.release_report(&Actor::Visitor, id).await, Err(Error::NotSignedIn)));
}
