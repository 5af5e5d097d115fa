//! Time deletes: what is due goes on its day, out of the files too, and nothing else does.

use super::audit::past_the_program;
use super::stopping::on_disk;
use super::{Desk, LEADER, problems, refusal};
use crate::support::instrument;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use pejling::store::Db;
use screening::evidence::{Evidence, EvidenceKind};
use screening::hearing::{HearingNumber, Person, PersonRole, Sitting};
use screening::retention::{Due, Kept};
use std::collections::BTreeMap;
use workflow::{Actor, Error, Problem};

const CLI: Actor = Actor::CommandLine;
/// What somebody saw, and what somebody who answered wrote that is quoted in the report.
const SEEN: &str = "Kobberkedlen i gangen er altid varm.";
const QUOTED: &str = "Morgenkaffen er det bedste";
/// A unit beside responses, and a name at a hearing.
const UNIT: &str = "Kobberstuen";
const NAME: &str = "Ragnhild Kobbersmed";

fn today(desk: &Desk) -> Date {
    let (year, month, day) = desk.flow.clock.today();
    date(year, month, day)
}

/// Time goes to this day, and the program's own run comes by, as it did the day before: it believes no leap of the clock.
async fn on(desk: &Desk, day: Date) {
    for day in [day.yesterday().unwrap(), day] {
        let days = today(desk).until(day).unwrap().get_days();
        desk.clock.pass(1440 * i64::from(days));
        desk.flow.delete_what_is_due().await.unwrap();
    }
    assert_eq!(today(desk), day);
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
    // A response's unit, and a name at a hearing whose minutes nobody approved.
    past_the_program(desk, &format!("UPDATE response SET unit = '{UNIT}' WHERE screening_id = '{id}'")).await;
    let named = Person { name: NAME.into(), role: PersonRole::Helper };
    let unapproved = Sitting::new(HearingNumber::Second, 1).unwrap();
    flow.store.save_people(id, unapproved, &[named]).await.unwrap();
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
    for text in [UNIT, NAME] {
        assert!(on_disk(desk, text).await, "the attack finds {text}");
    }
    assert!(!flow.store.responses(id).await.unwrap().is_empty(), "nothing goes early");
    on(desk, months(2)).await;
    assert!(flow.store.responses(id).await.unwrap().is_empty(), "nothing stays late");
    for text in [UNIT, NAME] {
        assert!(!on_disk(desk, text).await, "{text} is left");
    }
    assert_eq!(due(desk, id, Kept::Answers).await, Due::Gone(months(2)));
    assert_eq!(flow.delete_what_is_due().await.unwrap(), 0, "one run a day, of however many servers");
    // What the report and the next screening rest on is there.
    flow.picture(&CLI, id).await.unwrap();
    assert!(!flow.quotes(&CLI, id).await.unwrap().is_empty());
    assert!(!flow.evidence(&CLI, id).await.unwrap().is_empty());

    let made_before = flow.store.entries(1000).await.unwrap();
    let oldest = made_before.last().unwrap().id.clone();
    assert!(on_disk(desk, &oldest).await);
    let made_before = made_before.len();
    assert!(on_disk(desk, SEEN).await, "the attack finds what is there");
    on(desk, months(12).yesterday().unwrap()).await;
    assert!(!flow.evidence(&CLI, id).await.unwrap().is_empty());
    let ratings = flow.ratings(&CLI, id).await.unwrap();
    on(desk, months(12)).await;
    assert_eq!(flow.evidence(&CLI, id).await.unwrap(), []);
    assert_eq!(flow.attachments(&CLI, id).await.unwrap().files.len(), 0);
    assert!(!on_disk(desk, SEEN).await);
    assert_eq!(flow.ratings(&CLI, id).await.unwrap(), ratings);
    let again = flow.release_again(&CLI, id, "Nyt", 0).await;
    assert_eq!(refusal(again), Problem::EvidenceDeleted, "no new version says that nothing was read");
    // The log forgets a year after; what was done this year it tells.
    on(desk, months(13)).await;
    let entries = flow.store.entries(1000).await.unwrap();
    assert!(entries.len() < made_before, "{} of {made_before}", entries.len());
    assert!(entries.iter().any(|one| one.event == "deleted by time" && one.detail == "evidence"));
    // The log's rows are left to PostgreSQL's own vacuuming.
    assert!(matches!(desk.store.db, Db::Postgres(_)) || !on_disk(desk, &oldest).await);
    // Fewer months may be chosen, more not.
    let longer = problems(flow.save_log_months(&CLI, 13).await);
    assert_eq!(longer, [("log".to_owned(), Problem::NotANumber(1, 12))]);
    flow.save_log_months(&CLI, 1).await.unwrap();
    assert_eq!(flow.log_months().await.unwrap(), 1);
    on(desk, months(15)).await;
    let month_ago = flow.clock.now() - 32 * 86_400;
    assert!(flow.store.entries(1000).await.unwrap().iter().all(|one| one.at > month_ago));
    flow.save_log_months(&CLI, 12).await.unwrap();

    // Report and plan stay until they are filed, and then until the next screening is done with them.
    let plan = flow.plan(&CLI, id).await.unwrap();
    let minutes = flow.hearing(&CLI, id, HearingNumber::First).await.unwrap().minutes;
    let mut texts: Vec<String> = plan.goals.into_iter().map(|one| one.goal.statement).collect();
    texts.extend(minutes.into_iter().map(|(_, line)| line.text));
    texts.push(QUOTED.to_owned());
    // A leap of the clock is not believed at once.
    desk.clock.pass(1440 * 60);
    assert_eq!(flow.delete_what_is_due().await.unwrap(), 0);
    on(desk, months(80)).await;
    assert!(flow.released_report(&CLI, id).await.is_ok());
    let view = flow.retention(&CLI, id).await.unwrap();
    let filed = today(desk);
    flow.save_retention(&CLI, id, view.seen, BTreeMap::from([(Kept::Report, 12)]), Some(filed))
        .await
        .unwrap();
    let last = filed.checked_add(12.months()).unwrap();
    assert_eq!(due(desk, id, Kept::Report).await, Due::AfterNext(last));
    let mut found = Vec::new();
    for text in texts.iter().filter(|text| text.len() > 12) {
        // PostgreSQL packs what is long, so that not every text is found in its own letters.
        if on_disk(desk, text).await {
            found.push(text);
        }
    }
    assert!(
        found.len() > 2 && found.iter().any(|text| *text == QUOTED),
        "the attack finds what is there: {found:?}"
    );
    on(desk, last).await;
    assert!(flow.screening(&CLI, id).await.is_ok());
    let next = flow.screenings(&CLI).await.unwrap();
    let next = next.into_iter().find(|one| one.earlier.as_deref() == Some(id)).unwrap().id;
    flow.stop_screening(&CLI, &next, "ny begyndelse", true, true).await.unwrap();
    on(desk, last.tomorrow().unwrap()).await;
    assert!(matches!(flow.screening(&CLI, id).await, Err(Error::NotFound)));
    for text in found {
        assert!(!on_disk(desk, text).await, "{text} is left");
    }
    let leader = desk.signed_in(LEADER).await;
    assert!(flow.released_reports(&leader).await.unwrap().iter().all(|one| one.screening != id));
    assert!(flow.retentions(&CLI).await.unwrap().iter().all(|one| one.id != id));
    let other =
        flow.create_screening(&CLI, &place, "Senere", instrument(), super::screenings::settings()).await;
    other.unwrap()
}
