//! A pilot: people answer, write what they thought at a statement, and it ends with the statements.

use super::stopping::on_disk;
use super::{Desk, problems, refusal};
use crate::support::instrument;
use jiff::civil::date;
use screening::settings::{Invited, Settings};
use std::collections::BTreeMap;
use workflow::answering::{Entry, PagePost, Token};
use workflow::piloting::deleted_on;
use workflow::{Actor, Error, Problem};

/// What somebody writes, and what must not be left anywhere.
const WRITTEN: &str = "Smeden ved mosen";

fn settings(pilot: bool) -> Settings {
    let group = |name: &str, people| (name.into(), [(String::new(), people)].into());
    Settings {
        language: "da".into(),
        invited: Invited([group("users", 6), group("staff", 6)].into()),
        closing_minutes: 30,
        pilot,
        ..Settings::default()
    }
}

/// The place of the story.
async fn place(desk: &Desk) -> String {
    let me = desk.facilitator().await;
    desk.flow.facilitated_organisations(&me).await.unwrap().remove(0).id
}

/// One that is open, with the codes of users and of staff.
async fn open(desk: &Desk, place: &str, name: &str, pilot: bool) -> (String, Vec<String>, Vec<String>) {
    let (flow, me) = (&desk.flow, Actor::CommandLine);
    let id = flow.create_screening(&me, place, name, instrument(), settings(pilot)).await.unwrap();
    let codes = flow.make_codes(&me, &id).await.unwrap();
    flow.open_screening(&me, &id).await.unwrap();
    let of = |group: &str| {
        let own = codes.iter().filter(|code| code.group.as_str() == group);
        own.map(|code| code.code.clone()).collect()
    };
    (id, of("users"), of("staff"))
}

async fn begun(desk: &Desk, code: &str) -> Token {
    match desk.flow.enter_code(code, false, None).await.unwrap() {
        Entry::Begin(token) => token,
        _ => panic!("begins"),
    }
}

fn page(note: &str) -> PagePost {
    PagePost {
        answers: [("2.1".to_owned(), "4".to_owned())].into(),
        notes: [("2.1".to_owned(), note.to_owned())].into(),
        ..PagePost::default()
    }
}

pub async fn statements_are_tried_and_nothing_is_told_of_the_place(desk: &Desk) {
    let (flow, me) = (&desk.flow, desk.facilitator().await);
    let (id, users, staff) = open(desk, &place(desk).await, "Prøven", true).await;

    // Every one of six users writes what they thought; four of six of staff do.
    for (number, code) in users.iter().enumerate() {
        let token = begun(desk, code).await;
        desk.flow.save_page(&token, 1, page("for hurtigt")).await.unwrap();
        let note = if number == 0 { WRITTEN.to_owned() } else { format!("note nr. {number}") };
        flow.save_page(&token, 1, page(&note)).await.unwrap();
        let kept = flow.questionnaire(&token).await.unwrap().draft.notes;
        assert_eq!(kept.get("2.1"), Some(&note), "it stands there when one comes back");
        // What is not asked on this page has no note.
        let other = PagePost { notes: [("3.1".to_owned(), "x".to_owned())].into(), ..PagePost::default() };
        let refused = problems(flow.save_page(&token, 1, other).await);
        assert_eq!(refused, [("notes[3.1]".to_owned(), Problem::NotInQuestionnaire)]);
        flow.send(&token).await.unwrap();
    }
    for code in &staff[..4] {
        let token = begun(desk, code).await;
        // Staff meet the focus points as they are listed.
        flow.save_page(&token, 2, page("det forstod jeg ikke")).await.unwrap();
        flow.send(&token).await.unwrap();
    }

    // Nothing before the close.
    assert_eq!(refusal(flow.notes(&me, &id).await), Problem::WrongState);
    assert_eq!(refusal(flow.delete_pilot(&me, &id, true).await), Problem::WrongState);
    flow.begin_closing(&me, &id).await.unwrap();
    flow.end_closing(&me, &id).await.unwrap();

    let groups = flow.notes(&me, &id).await.unwrap();
    let open: BTreeMap<&str, Option<usize>> =
        groups.iter().map(|one| (one.group.as_str(), one.notes.as_ref().map(Vec::len))).collect();
    assert_eq!(open["users"], Some(6));
    assert_eq!(open["staff"], None, "four of staff are fewer than five");
    let users: Vec<_> = groups.iter().filter_map(|one| one.notes.clone()).flatten().collect();
    assert!(users.is_sorted_by_key(|(id, _)| id.clone()), "in the order of their random keys");
    assert!(users.iter().all(|(_, note)| note.indicator.as_str() == "2.1"));

    // One that tells who somebody is goes, out of the files too; one of a group that stays shut is not there.
    assert!(on_disk(desk, WRITTEN).await, "the attack finds what is there");
    let (telling, _) = users.iter().find(|(_, note)| note.text == WRITTEN).unwrap();
    flow.remove_note(&me, &id, telling).await.unwrap();
    assert!(!on_disk(desk, WRITTEN).await);
    assert!(matches!(flow.remove_note(&me, &id, telling).await, Err(Error::NotFound)));
    let stored = flow.store.notes(&id).await.unwrap();
    let (shut, _) = stored.iter().find(|(_, note)| note.group.as_str() == "staff").unwrap();
    assert!(matches!(flow.remove_note(&me, &id, shut).await, Err(Error::NotFound)));
    assert_eq!(flow.store.notes(&id).await.unwrap().len(), 9);

    // Nothing is compared with it, and nothing told of the place.
    let again = flow.start_again(&me, &id, "Næste gang", date(2027, 3, 1), instrument()).await;
    assert_eq!(refusal(again), Problem::WrongState);
    assert_eq!(refusal(flow.release_report(&me, &id).await), Problem::WrongState);
    let listed = flow.screenings(&me).await.unwrap();
    assert!(listed.iter().any(|one| one.id == id && one.pilot));
    assert!(listed.iter().any(|one| !one.pilot));

    // Nobody deletes it by one press; then nothing of it is left.
    let silent = problems(flow.delete_pilot(&me, &id, false).await);
    assert_eq!(silent, [("deletes".to_owned(), Problem::NotAgreed)]);
    flow.delete_pilot(&me, &id, true).await.unwrap();
    assert!(flow.screening(&me, &id).await.is_err());
    assert_eq!(flow.store.notes(&id).await.unwrap(), []);
    assert_eq!(flow.store.responses(&id).await.unwrap().len(), 0);
}

pub async fn only_a_pilot_takes_notes_and_stays_one(desk: &Desk) {
    let (flow, me) = (&desk.flow, desk.facilitator().await);
    let (id, users, _) = open(desk, &place(desk).await, "Ingen prøve", false).await;
    let token = begun(desk, &users[0]).await;
    let refused = problems(flow.save_page(&token, 1, page("en note")).await);
    assert_eq!(refused, [("notes[2.1]".to_owned(), Problem::NotInQuestionnaire)]);
    let kept = flow.questionnaire(&token).await.unwrap().draft;
    assert_eq!((kept.answers.len(), kept.notes.len()), (1, 0), "the answer is kept");
    flow.stop_screening(&me, &id, "at stedet flytter", true, true).await.unwrap();
    assert_eq!(refusal(flow.notes(&me, &id).await), Problem::WrongState);
    assert_eq!(refusal(flow.delete_pilot(&me, &id, true).await), Problem::WrongState);

    // Chosen once: saving the settings neither makes one nor ends one.
    let place = place(desk).await;
    let id = flow.create_screening(&me, &place, "Til sidst", instrument(), settings(true)).await.unwrap();
    flow.save_settings(&me, &id, "Til sidst", settings(false)).await.unwrap();
    assert!(flow.screening(&me, &id).await.unwrap().settings.pilot);
    flow.delete_pilot(&me, &id, true).await.unwrap();
}

/// One that nobody deleted goes a year after it was made, and not before; a stopped one keeps no note.
pub async fn a_forgotten_one_goes_after_a_year(desk: &Desk) {
    let (flow, me) = (&desk.flow, Actor::CommandLine);
    let place = flow.add_organisation(&me, "Et glemsomt sted").await.unwrap().id;
    let (id, users, _) = open(desk, &place, "Den glemte", true).await;
    let token = begun(desk, &users[0]).await;
    flow.save_page(&token, 1, page(WRITTEN)).await.unwrap();
    flow.send(&token).await.unwrap();
    flow.stop_screening(&me, &id, "at stedet flytter", true, true).await.unwrap();
    assert_eq!(flow.store.notes(&id).await.unwrap(), []);
    assert!(!on_disk(desk, WRITTEN).await);

    // Made on 21 November 2026.
    assert_eq!(deleted_on(&flow.screening(&me, &id).await.unwrap()), date(2027, 11, 21));
    desk.clock.pass(1440 * 364);
    flow.delete_what_is_due().await.unwrap();
    assert!(flow.screening(&me, &id).await.is_ok());
    desk.clock.pass(1440);
    flow.delete_what_is_due().await.unwrap();
    assert!(matches!(flow.screening(&me, &id).await, Err(Error::NotFound)));
}
