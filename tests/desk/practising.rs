//! Practising: a screening of an invented place, for one person, that counts nowhere.

use super::{Desk, FACILITATOR, LEADER, PASSWORD, refusal};
use pejling::demonstration::PracticeInventor;
use screening::evidence::Rating;
use screening::hearing::HearingNumber;
use screening::picture::Shown;
use workflow::practising::Inventor;
use workflow::{Actor, Error, Problem, Role};

const COLLEAGUE: &str = "kollega-i-oevelse@kommune.dk";

pub async fn somebody_trains_and_nobody_else_sees_it(desk: &Desk) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    let maja = desk.facilitator().await;
    let place = flow.facilitated_organisations(&maja).await.unwrap().remove(0);
    let before = (flow.screenings(&maja).await.unwrap(), flow.screenings(cli).await.unwrap());
    let start = async |actor: &Actor| {
        flow.start_practice(actor, &place.id, PracticeInventor.practice().unwrap()).await
    };
    let id = start(&maja).await.unwrap();
    assert_eq!(start(&maja).await.unwrap(), id, "pressed twice there is one");
    assert_eq!(flow.practices(&maja).await.unwrap().len(), 1);

    // It says what it is wherever its place is named, and is closed with a picture to hold a hearing on.
    let screening = flow.screening(&maja, &id).await.unwrap();
    assert_eq!(screening.organisation.name, "Bostedet Granhøj (øvelse)");
    assert_eq!(screening.instrument.texts("da").group(&"users".into()), "Beboere");
    let picture = flow.picture(&maja, &id).await.unwrap();
    assert!(
        picture.published.rows.iter().any(|row| row.group.as_str() == "users" && row.shown == Shown::Yes)
    );
    let hearing = flow.hearing(&maja, &id, HearingNumber::First).await.unwrap();
    assert!((2..=4).contains(&hearing.proposed.len()), "{:?}", hearing.proposed);
    let material = flow.hearing_material(&maja, &id, HearingNumber::First, None).await.unwrap();
    assert!(material.title.contains("(øvelse)"), "{}", material.title);
    let report = flow.draft_report(&maja, &id).await.unwrap();
    assert!(report.kicker.contains("(øvelse)") || report.title.contains("(øvelse)"), "{}", report.title);
    assert!(!flow.evidence(&maja, &id).await.unwrap().is_empty());
    flow.rate(&maja, &id, &"7.3".into(), Rating::Step(2)).await.unwrap();

    // Nobody else's, and in no list; not even where its report is released.
    flow.add_account(cli, COLLEAGUE, "Kim Kollega", PASSWORD, false).await.unwrap();
    flow.add_role(cli, COLLEAGUE, &place.id, Role::Facilitator).await.unwrap();
    for other in [COLLEAGUE, LEADER] {
        let other = desk.signed_in(other).await;
        assert!(matches!(flow.screening(&other, &id).await, Err(Error::Forbidden)));
        assert!(matches!(flow.end_practice(&other, &id).await, Err(Error::Forbidden)));
        assert_eq!(flow.practices(&other).await.unwrap(), []);
    }
    flow.release_again(&maja, &id, "", usize::MAX).await.unwrap();
    for reader in [FACILITATOR, LEADER] {
        let reader = desk.signed_in(reader).await;
        let listed = flow.released_reports(&reader).await.unwrap();
        assert!(listed.iter().all(|report| report.screening != id));
    }
    let leader = desk.signed_in(LEADER).await;
    assert!(matches!(flow.released_report(&leader, &id).await, Err(Error::Forbidden)));
    assert_eq!((flow.screenings(&maja).await.unwrap(), flow.screenings(cli).await.unwrap()), before);

    // It goes when its owner wants; a real one never goes this way.
    flow.end_practice(&maja, &id).await.unwrap();
    assert!(matches!(flow.screening(&maja, &id).await, Err(Error::Forbidden)));
    assert_eq!(flow.practices(&maja).await.unwrap(), []);
    assert!(flow.store.responses(&id).await.unwrap().is_empty(), "its answers are gone with it");
    let real = &before.0[0].id;
    assert_eq!(refusal(flow.end_practice(&maja, real).await), Problem::WrongState);
    let again = start(&maja).await.unwrap();
    assert_ne!(again, id);
    flow.end_practice(&maja, &again).await.unwrap();
    flow.disable_account(cli, COLLEAGUE).await.unwrap();
}
