//! Places of a municipality: they say yes and take it back, five of them are counted once, and nobody is named.

use super::{Desk, LEADER, refusal};
use crate::support::instrument;
use screening::across::Told;
use screening::answers::{Answer, Answers};
use screening::picture::Figure;
use screening::settings::{Invited, Settings};
use workflow::across::{Leave, StoredTally};
use workflow::answering::NewResponse;
use workflow::{Actor, Error, Problem};

const ALL: Actor = Actor::CommandLine;

pub async fn five_places_are_counted_once(desk: &Desk, own: &str) {
    let flow = &desk.flow;
    assert!(flow.across(&ALL).await.unwrap().is_empty(), "nobody said yes");
    assert_eq!(refusal(flow.make_tally(&ALL, &instrument()).await), Problem::TooFewPlaces(5));

    // The leader says yes, takes it back, and says it again; pressed twice it is said once.
    let leader = desk.signed_in(LEADER).await;
    assert_eq!(flow.leave(&leader, own).await.unwrap(), Leave::None);
    flow.give_leave(&leader, own).await.unwrap();
    flow.give_leave(&leader, own).await.unwrap();
    flow.take_leave_back(&leader, own).await.unwrap();
    flow.take_leave_back(&leader, own).await.unwrap();
    assert!(flow.across(&ALL).await.unwrap().is_empty());

    // Two, three, three, four and five, and each place a group of staff of four.
    let mut places = Vec::new();
    for (at, step) in [2, 3, 3, 4, 5].into_iter().enumerate() {
        let name = format!("Sted {}", at + 1);
        places.push(released(desk, &name, u8::try_from(at).unwrap(), step).await);
    }
    let unreleased = flow.leave(&leader, &places[0]).await;
    assert!(matches!(unreleased, Err(Error::Forbidden)), "another place's is nobody else's");
    for place in &places[..4] {
        flow.give_leave(&ALL, place).await.unwrap();
    }
    let stands = flow.across(&ALL).await.unwrap();
    let stands = &stands["recovery-orientering"];
    assert_eq!((stands.waiting, stands.enough, stands.tallies.len()), (4, false, 0));
    assert_eq!(refusal(flow.make_tally(&ALL, &instrument()).await), Problem::TooFewPlaces(5));
    assert_eq!(
        flow.leave(&ALL, &places[0]).await.unwrap(),
        Leave::Given,
        "a tally that is not made counts nobody"
    );

    flow.give_leave(&ALL, &places[4]).await.unwrap();
    flow.make_tally(&ALL, &instrument()).await.unwrap();
    let stands = flow.across(&ALL).await.unwrap().remove("recovery-orientering").unwrap();
    assert_eq!((stands.waiting, stands.enough), (0, false));
    let made = &stands.tallies[0].tally;
    // 17 of 5.
    let mean = Told::Mean { mean: Figure::Value(3.4), places: 5 };
    assert_eq!(made.told(&"2".into(), &"users".into()), mean);
    assert_eq!(made.told(&"2".into(), &"staff".into()), Told::Few);
    let kept = format!("{made:?}");
    assert!(places.iter().all(|place| !kept.contains(place.as_str())) && !kept.contains("Sted"), "{kept}");

    // What is counted is not taken out, nor counted again.
    assert_eq!(refusal(flow.take_leave_back(&ALL, &places[0]).await), Problem::Changed);
    flow.give_leave(&leader, own).await.unwrap();
    assert_eq!(flow.across(&ALL).await.unwrap()["recovery-orientering"].waiting, 1);
    assert_eq!(refusal(flow.make_tally(&ALL, &instrument()).await), Problem::TooFewPlaces(5));
    // Somebody takes it back while it is counted: nothing is.
    let late = StoredTally { id: "0".repeat(32), ..stands.tallies[0].clone() };
    flow.take_leave_back(&leader, own).await.unwrap();
    assert!(!flow.store.keep_tally(&late, &[own]).await.unwrap());
    assert_eq!(flow.store.tallies().await.unwrap(), stands.tallies);
    let told = flow.store.entries(1000).await.unwrap();
    let of = |event: &str| told.iter().filter(|entry| entry.event == event).count();
    assert_eq!((of("leave to count across given"), of("leave to count across taken back")), (7, 2));
    assert_eq!(of("tally made"), 1);
}

/// A place whose twelve users all gave one step, closed, with its report released.
async fn released(desk: &Desk, name: &str, place: u8, step: u8) -> String {
    let flow = &desk.flow;
    let organisation = flow.add_organisation(&ALL, name).await.unwrap().id;
    let invited = [("users".into(), [(String::new(), 12)].into())].into();
    let settings = Settings {
        language: "da".into(),
        closing_minutes: 30,
        invited: Invited(invited),
        ..Settings::default()
    };
    let id =
        flow.create_screening(&ALL, &organisation, "Efterår 2026", instrument(), settings).await.unwrap();
    let mut responses = Vec::new();
    for (group, persons) in [("users", 12), ("staff", 4)] {
        for _ in 0..persons {
            let asked = instrument();
            let asked = asked.indicators().filter(|one| one.groups.contains(&group.into()));
            let mut key = [90 + place; 16];
            key[0] = u8::try_from(responses.len()).unwrap();
            responses.push(NewResponse {
                key,
                group: group.into(),
                unit: None,
                answers: Answers(asked.map(|one| (one.id.clone(), Answer::Step(step))).collect()),
                comments: Vec::new(),
                notes: Vec::new(),
            });
        }
    }
    flow.open_screening(&ALL, &id).await.unwrap();
    flow.store.import(&id, &responses).await.unwrap();
    flow.begin_closing(&ALL, &id).await.unwrap();
    flow.end_closing(&ALL, &id).await.unwrap();
    flow.release_report(&ALL, &id).await.unwrap();
    id
}
