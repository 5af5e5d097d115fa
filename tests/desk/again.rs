//! The next time: what comes along from the last screening and what does not, and what is told of the two.

use super::{Desk, LEADER, problems, refusal};
use crate::support::instrument;
use jiff::civil::date;
use screening::answers::{Answer, Answers};
use screening::comparison::Moved;
use screening::picture::{Figure, Kind};
use screening::report::SectionKind;
use screening::schedule::Milestone;
use screening::settings::{Settings, State};
use workflow::answering::NewResponse;
use workflow::{Actor, Error, Problem};

pub async fn the_next_time_begins_where_this_one_ended(desk: &Desk, id: &str) {
    let (flow, actor) = (&desk.flow, desk.facilitator().await);
    let before = flow.screening(&actor, id).await.unwrap();
    let start = date(2027, 11, 1);
    let again = async |name: &str, start| flow.start_again(&actor, id, name, start, instrument()).await;
    assert_eq!(problems(again("", start).await), [("name".to_owned(), Problem::Empty)]);
    assert_eq!(
        problems(again("Efterår 2127", date(2127, 11, 1)).await),
        [("start".to_owned(), Problem::NotADate)]
    );
    let next = again("Efterår 2027", start).await.unwrap();
    assert_eq!(again("Efterår 2027", start).await.unwrap(), next, "pressed twice there is one");

    // Settings come along; what was promised, planned or considered for that time does not.
    let made = flow.screening(&actor, &next).await.unwrap();
    assert_eq!((made.state, made.earlier.as_deref(), made.codes_made), (State::Prepared, Some(id), false));
    assert_eq!(made.organisation, before.organisation);
    let (now, then) = (&made.settings, &before.settings);
    assert_eq!(
        (&now.units, &now.invited, &now.names, &now.forms, &now.legal.controller),
        (&then.units, &then.invited, &then.names, &then.forms, &then.legal.controller)
    );
    assert_eq!((now.hearings.as_str(), now.hear_back.as_str(), now.leader_promise.as_str()), ("", "", ""));
    assert!(now.open_links.is_empty() && now.legal.impact_assessment.is_empty());
    assert_eq!(flow.schedule(&actor, &next).await.unwrap().start(), start);
    assert!(flow.schedule(&actor, &next).await.unwrap().date(Milestone::HearingOne) > start);
    assert!(flow.store.responses(&next).await.unwrap().is_empty());
    assert!(flow.store.goals(&next).await.unwrap().is_empty());

    // Only from one that is closed, by its own facilitator; before it is closed nothing is told of it.
    let of_open = flow.start_again(&actor, &next, "Igen", start, instrument()).await;
    assert_eq!(refusal(of_open), Problem::WrongState);
    let leader = desk.signed_in(LEADER).await;
    assert!(matches!(flow.since_earlier(&leader, &next).await, Err(Error::Forbidden)));
    assert_eq!(refusal(flow.since_earlier(&actor, &next).await), Problem::WrongState);
    assert!(matches!(flow.since_earlier(&actor, id).await, Err(Error::NotFound)));

    answered(desk, &actor, &next).await;
    let since = flow.since_earlier(&actor, &next).await.unwrap();
    assert_eq!((since.earlier.name.as_str(), since.goals.is_empty()), (before.name.as_str(), false));
    assert_eq!(since.earlier.not_comparable, []);
    let users = since.earlier.changes.iter().filter(|one| one.group.as_str() == "users");
    let points: Vec<_> = users.filter(|one| one.kind == Kind::FocusPoint).collect();
    assert_eq!(points.len(), 8);
    for change in points {
        // Two and one became four and three, by as many persons.
        assert_eq!((change.moved(), change.difference), (Moved::Higher, Some(Figure::Value(2.0))));
    }
    // Four of staff are too few both times.
    let staff = since.earlier.changes.iter().filter(|one| one.group.as_str() == "staff");
    assert!(staff.map(|one| one.moved()).all(|moved| moved == Moved::Few));
    let report = flow.draft_report(&actor, &next).await.unwrap();
    let told = report.sections.iter().find(|section| section.kind == SectionKind::SinceLast);
    let told = told.unwrap().blocks.iter().flat_map(|block| block.sentences());
    let told: Vec<String> = told.map(|sentence| sentence.text.replace('\u{a0}', " ")).collect();
    assert!(told[1].ends_with("ligger højere end sidst: 3,7 (n = 12) nu, 1,7 (n = 12) sidst."), "{told:?}");
    let first = flow.draft_report(&actor, id).await.unwrap();
    assert!(first.sections.iter().all(|section| section.kind != SectionKind::SinceLast));
}

/// The same persons, each two steps higher.
async fn answered(desk: &Desk, actor: &Actor, id: &str) {
    let flow = &desk.flow;
    let mut responses = Vec::new();
    for (group, persons, step) in [("leaders", 1, 5), ("staff", 4, 4), ("users", 12, 4)] {
        for person in 0..persons {
            let step = if person % 3 == 0 { step - 1 } else { step };
            let asked = instrument();
            let asked = asked.indicators().filter(|one| one.groups.contains(&group.into()));
            responses.push(NewResponse {
                key: [200 + u8::try_from(responses.len()).unwrap(); 16],
                group: group.into(),
                unit: None,
                answers: Answers(asked.map(|one| (one.id.clone(), Answer::Step(step))).collect()),
                comments: Vec::new(),
                notes: Vec::new(),
            });
        }
    }
    let settings = flow.screening(actor, id).await.unwrap().settings;
    flow.save_settings(actor, id, "Efterår 2027", Settings { closing_minutes: 30, ..settings })
        .await
        .unwrap();
    flow.open_screening(&Actor::CommandLine, id).await.unwrap();
    flow.store.import(id, &responses).await.unwrap();
    flow.begin_closing(actor, id).await.unwrap();
    flow.end_closing(actor, id).await.unwrap();
}
