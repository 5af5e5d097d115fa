//! Time deletes: what is due goes on its day, out of the files too, and nothing else does.

use super::stopping::on_disk;
use super::{Desk, LEADER, problems, refusal};
use crate::support::instrument;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use screening::evidence::{Evidence, EvidenceKind};
use screening::retention::{Due, Kept};
use std::collections::BTreeMap;
use workflow::{Actor, Error, Problem};

const CLI: Actor = Actor::CommandLine;
/// What somebody saw, and what somebody who answered wrote that is quoted in the report.
const SEEN: &str = "Kobberkedlen i gangen er altid varm.";
const QUOTED: &str = "Morgenkaffen er det bedste";

fn today(desk: &Desk) -> Date {
    let (year, month, day) = desk.flow.clock.today();
    date(year, month, day)
}

/// Time goes to this day, and the program's own run comes by.
async fn on(desk: &Desk, day: Date) {
    let days = today(desk).until(day).unwrap().get_days();
    desk.clock.pass(1440 * i64::from(days));
    assert_eq!(today(desk), day);
    desk.flow.delete_what_is_due().await.unwrap();
}

async fn due(desk: &Desk, id: &str, kept: Kept) -> Due {
    let view = desk.flow.retention(&CLI, id).await.unwrap();
    view.due.into_iter().find(|(one, _)| *one == kept).unwrap().1
}

/// Gives a screening that is still there afterwards.
pub async fn everything_goes_on_its_day(desk: &Desk, id: &str) -> String {
    let flow = &desk.flow;
    let place = flow.screening(&CLI, id).await.unwrap().organisation.id;
    let evidence = Evidence {
        kind: EvidenceKind::Observation,
        title: "Gangen".into(),
        document_kind: String::new(),
        date: String::new(),
        text: SEEN.into(),
        indicators: vec!["1.1".into()],
    };
    flow.add_evidence(&CLI, id, evidence).await.unwrap();
    let first = flow.store.released_versions(id).await.unwrap().remove(0);
    let released = jiff::Timestamp::from_second(first.released_at).unwrap();
    let released = released.in_tz("Europe/Copenhagen").unwrap().date();
    let months = |months: i32| released.checked_add(months.months()).unwrap();
    assert_eq!(due(desk, id, Kept::Answers).await, Due::On(months(3)));
    assert_eq!(due(desk, id, Kept::Evidence).await, Due::On(months(12)));
    assert_eq!(due(desk, id, Kept::Report).await, Due::AfterFiling);

    // Shorter may be chosen, longer not; two who choose at once see each other.
    let choose = async |seen, kept, months, filed| {
        flow.save_retention(&CLI, id, seen, BTreeMap::from([(kept, months)]), filed).await
    };
    let longer = problems(choose(0, Kept::Answers, 4, None).await);
    assert_eq!(longer, [("months.answers".to_owned(), Problem::NotANumber(1, 3))]);
    let early = problems(choose(0, Kept::Answers, 2, Some(released.yesterday().unwrap())).await);
    assert_eq!(early, [("filed".to_owned(), Problem::NotADate)]);
    choose(0, Kept::Answers, 2, None).await.unwrap();
    assert_eq!(refusal(choose(0, Kept::Answers, 1, None).await), Problem::Changed);
    assert_eq!(due(desk, id, Kept::Answers).await, Due::On(months(2)));

    on(desk, months(2).yesterday().unwrap()).await;
    assert!(!flow.store.responses(id).await.unwrap().is_empty(), "nothing goes early");
    on(desk, months(2)).await;
    assert!(flow.store.responses(id).await.unwrap().is_empty(), "nothing stays late");
    assert_eq!(due(desk, id, Kept::Answers).await, Due::Gone(months(2)));
    assert_eq!(flow.delete_what_is_due().await.unwrap(), 0, "one run a day, of however many servers");
    // What the report and the next screening rest on is there.
    flow.picture(&CLI, id).await.unwrap();
    assert!(!flow.quotes(&CLI, id).await.unwrap().is_empty());
    assert!(!flow.evidence(&CLI, id).await.unwrap().is_empty());

    let made_before = flow.store.entries(1000).await.unwrap().len();
    assert_ne!(on_disk(desk, SEEN).await, Some(false), "the attack finds what is there");
    on(desk, months(12).yesterday().unwrap()).await;
    assert!(!flow.evidence(&CLI, id).await.unwrap().is_empty());
    let ratings = flow.ratings(&CLI, id).await.unwrap();
    on(desk, months(12)).await;
    assert_eq!(flow.evidence(&CLI, id).await.unwrap(), []);
    assert_eq!(flow.attachments(&CLI, id).await.unwrap().files.len(), 0);
    assert_ne!(on_disk(desk, SEEN).await, Some(true));
    assert_eq!(flow.ratings(&CLI, id).await.unwrap(), ratings);
    let again = flow.release_again(&CLI, id, "Nyt", 0).await;
    assert_eq!(refusal(again), Problem::EvidenceDeleted, "no new version says that nothing was read");
    // The log forgets a year after; what was done this year it tells.
    on(desk, months(13)).await;
    let entries = flow.store.entries(1000).await.unwrap();
    assert!(entries.len() < made_before, "{} of {made_before}", entries.len());
    assert!(entries.iter().any(|one| one.event == "deleted by time" && one.detail == "evidence"));

    // Report and plan stay until they are filed, and then until the next screening is done with them.
    on(desk, months(80)).await;
    assert!(flow.released_report(&CLI, id).await.is_ok());
    let view = flow.retention(&CLI, id).await.unwrap();
    let filed = today(desk);
    flow.save_retention(&CLI, id, view.seen, BTreeMap::from([(Kept::Report, 12)]), Some(filed))
        .await
        .unwrap();
    let last = filed.checked_add(12.months()).unwrap();
    assert_eq!(due(desk, id, Kept::Report).await, Due::AfterNext(last));
    assert_ne!(on_disk(desk, QUOTED).await, Some(false), "the attack finds what is there");
    on(desk, last).await;
    assert!(flow.screening(&CLI, id).await.is_ok());
    let next = flow.screenings(&CLI).await.unwrap();
    let next = next.into_iter().find(|one| one.earlier.as_deref() == Some(id)).unwrap().id;
    flow.stop_screening(&CLI, &next, "ny begyndelse", true, true).await.unwrap();
    on(desk, last.tomorrow().unwrap()).await;
    assert!(matches!(flow.screening(&CLI, id).await, Err(Error::NotFound)));
    assert_ne!(on_disk(desk, QUOTED).await, Some(true));
    let leader = desk.signed_in(LEADER).await;
    assert!(flow.released_reports(&leader).await.unwrap().iter().all(|one| one.screening != id));
    assert!(flow.retentions(&CLI).await.unwrap().iter().all(|one| one.id != id));
    let other =
        flow.create_screening(&CLI, &place, "Senere", instrument(), super::screenings::settings()).await;
    other.unwrap()
}
