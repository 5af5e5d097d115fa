//! Preparing beside the settings: a small place with three leaders, fewer than ten users, and dates that are moved.

use super::{Desk, FACILITATOR, problems, refusal};
use crate::support::instrument;
use jiff::civil::date;
use screening::preparation::{Ground, Preparation, SmallWay, Stage, Tie};
use screening::schedule::{Milestone, Schedule};
use screening::settings::{Invited, Settings};
use workflow::{Actor, Problem};

fn settings() -> Settings {
    let numbers = |count| [(String::new(), count)].into();
    let invited =
        [("leaders".into(), numbers(3)), ("staff".into(), numbers(12)), ("users".into(), numbers(7))];
    Settings {
        language: "da".into(),
        invited: Invited(invited.into()),
        closing_minutes: 30,
        joint: ["leaders".into()].into(),
        ..Settings::default()
    }
}

pub async fn a_small_place_gets_ready(desk: &Desk) {
    let flow = &desk.flow;
    let actor = desk.signed_in(FACILITATOR).await;
    let place = flow.facilitated_organisations(&actor).await.unwrap().remove(0);
    let id = flow.create_screening(&actor, &place.id, "Lille", instrument(), settings()).await.unwrap();

    // What was written is kept as it was, without stray blanks; what is too long is told by its field.
    let own = Preparation {
        stage: Some(Stage::UnderWay),
        grounds: [(Ground::Backing, "  Lederen siger ja.\r\n".to_owned())].into(),
        planning_users: Some(2),
        tie: Some(Tie::Works),
        ..Preparation::default()
    };
    flow.save_preparation(&actor, &id, own.clone()).await.unwrap();
    let long = Preparation {
        grounds: [(Ground::Time, "å".repeat(1001))].into(),
        planning_users: Some(101),
        ..Preparation::default()
    };
    let wrong = problems(flow.save_preparation(&actor, &id, long).await);
    let expected =
        [("grounds.time", Problem::TooLong(1000)), ("planning_users", Problem::NotANumber(0, 100))];
    assert_eq!(wrong, expected.map(|(field, problem)| (field.to_owned(), problem)));
    let kept = flow.screening(&actor, &id).await.unwrap().settings.preparation;
    assert_eq!(kept.grounds[&Ground::Backing], "Lederen siger ja.");
    assert_eq!((kept.stage, kept.planning_users, kept.tie), (own.stage, Some(2), own.tie));

    // The way of a small group is recorded, and no other group has one; saving the rest does not undo it.
    let staff = flow.choose_small_way(&actor, &id, &"staff".into(), SmallWay::Cards).await;
    assert_eq!(problems(staff), [("group".to_owned(), Problem::NotAChoice)], "twelve are not few");
    flow.choose_small_way(&actor, &id, &"users".into(), SmallWay::Cards).await.unwrap();
    flow.save_preparation(&actor, &id, own).await.unwrap();
    flow.save_settings(&actor, &id, "Lille", settings()).await.unwrap();
    let settings = flow.screening(&actor, &id).await.unwrap().settings;
    assert_eq!(settings.preparation.ways["users"], SmallWay::Cards);
    assert_eq!(settings.preparation.tie, Some(Tie::Works));
    let cards = flow.conversation_cards(&actor, &id, &"users".into()).await.unwrap();
    let asked = instrument().indicators().filter(|one| one.groups.contains(&"users".into())).count();
    assert_eq!(cards.cards.len(), asked, "a card a statement");

    people_choose_their_words(desk, &actor, &id).await;

    // One code for the management's joint answer, twelve for staff, none for those who talk over cards.
    let codes = flow.make_codes(&actor, &id).await.unwrap();
    let of = |group: &str| codes.iter().filter(|code| code.group == group.into()).count();
    assert_eq!((of("leaders"), of("staff"), of("users")), (1, 12, 0));
    let other = flow.choose_small_way(&actor, &id, &"users".into(), SmallWay::AsItIs).await;
    assert_eq!(problems(other), [("group".to_owned(), Problem::CodesMadeBefore)]);
    let each = Settings { joint: [].into(), ..settings };
    let each = flow.save_settings(&actor, &id, "Lille", each).await;
    assert_eq!(problems(each), [("joint".to_owned(), Problem::CodesMadeBefore)]);

    dates_are_moved(desk, &actor, &id).await;

    flow.open_screening(&Actor::CommandLine, &id).await.unwrap();
    let counts = flow.counts(&actor, &id).await.unwrap();
    let counts: Vec<_> = counts.iter().map(|one| (one.group.as_str(), one.invited)).collect();
    assert_eq!(counts, [("leaders", Some(1)), ("staff", Some(12))]);
    let frozen = flow.screening(&actor, &id).await.unwrap().instrument;
    assert_eq!(frozen.texts("da").group(&"leaders".into()), "Ledelsen");
    assert_eq!(frozen.texts("da").focus_point(&"7".into()), "Indflydelse på bostøtten");
    assert!(frozen.patterns.is_empty(), "what is asked does not change any more");
    let late = flow.save_preparation(&actor, &id, Preparation::default()).await;
    assert_eq!(refusal(late), Problem::WrongState);
    let late = flow.choose_small_way(&actor, &id, &"users".into(), SmallWay::AsItIs).await;
    assert_eq!(refusal(late), Problem::WrongState);
    the_report_says_how(desk, &id).await;
}

/// What place and people are called is chosen while it is prepared, and only among the words offered.
async fn people_choose_their_words(desk: &Desk, actor: &Actor, id: &str) {
    let flow = &desk.flow;
    let settings = flow.screening(actor, id).await.unwrap().settings;
    let called =
        |word: &str| Settings { names: [("place".to_owned(), word.to_owned())].into(), ..settings.clone() };
    let wrong = problems(flow.save_settings(actor, id, "Lille", called("kontoret")).await);
    assert_eq!(wrong, [("names.place".to_owned(), Problem::NotAChoice)]);
    flow.save_settings(actor, id, "Lille", called("bostøtten")).await.unwrap();
    let cards = flow.conversation_cards(actor, id, &"staff".into()).await.unwrap();
    assert!(cards.cards.iter().any(|card| card.statement == "Vi kender bostøttens mål for recovery."));
    assert!(cards.how[1].contains("De, der bruger bostøtten, taler først."), "{}", cards.how[1]);
}

/// Made on Saturday 21 November 2026: the Monday after is proposed.
async fn dates_are_moved(desk: &Desk, actor: &Actor, id: &str) {
    let flow = &desk.flow;
    let proposed = flow.schedule(actor, id).await.unwrap();
    assert_eq!(proposed, Schedule::of_week(date(2026, 11, 23)));
    assert_eq!(flow.store.schedule(id).await.unwrap(), None, "a proposal is not kept");
    let typed = [(Milestone::HearingOne, date(2027, 1, 21))].into();
    flow.save_schedule(actor, id, date(2026, 11, 30), &typed).await.unwrap();
    let kept = flow.schedule(actor, id).await.unwrap();
    assert_eq!((kept.start(), kept.date(Milestone::HearingOne)), (date(2026, 11, 30), date(2027, 1, 21)));
    let typed = [(Milestone::Close, date(1927, 1, 20))].into();
    let wrong = problems(flow.save_schedule(actor, id, date(2027, 1, 4), &typed).await);
    assert_eq!(wrong, [("dates.close".to_owned(), Problem::NotADate)]);
    assert_eq!(flow.schedule(actor, id).await.unwrap(), kept, "nothing is kept of what does not hold");
}

async fn the_report_says_how(desk: &Desk, id: &str) {
    let (flow, me) = (&desk.flow, Actor::CommandLine);
    flow.begin_closing(&me, id).await.unwrap();
    flow.end_closing(&me, id).await.unwrap();
    let report = flow.draft_report(&me, id).await.unwrap();
    let said: Vec<_> = report.sentences().map(|sentence| sentence.text.as_str()).collect();
    let said = said.join("\n");
    for expected in [
        "Ledelsen har givet ét fælles svar. Det kommer fra tre personer.",
        "De har ikke svaret på skærm, men talt ud fra udsagnene ved høringen.",
        "arbejder selv i bostøtten",
    ] {
        assert!(said.contains(expected), "{expected} in {said}");
    }
    assert!(!said.contains("Brugere: 0"), "{said}");
}
