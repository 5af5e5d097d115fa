//! Opening and closing on a day, where the place is; and a screening that never opens.

use super::{Desk, problems, refusal};
use crate::support::instrument;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use screening::by_date::ByDate;
use screening::settings::{Invited, LegalFacts, Settings, State};
use workflow::{Actor, Problem};

const ME: Actor = Actor::CommandLine;

fn settings(there: bool) -> Settings {
    let fact = || if there { "Det er aftalt".to_owned() } else { String::new() };
    Settings {
        language: "da".into(),
        invited: Invited([("users".into(), [(String::new(), 6)].into())].into()),
        closing_minutes: 30,
        legal: LegalFacts {
            controller: fact(),
            data_protection_officer: fact(),
            legal_basis: fact(),
            retention: fact(),
            agreement: fact(),
            impact_assessment: fact(),
        },
        ..Settings::default()
    }
}

async fn prepared(desk: &Desk, place: &str, there: bool) -> String {
    desk.flow.create_screening(&ME, place, "På en dag", instrument(), settings(there)).await.unwrap()
}

async fn state(desk: &Desk, id: &str) -> State {
    desk.flow.screening(&ME, id).await.unwrap().state
}

/// Lets time pass until so many minutes after this day has begun in Denmark.
fn until(desk: &Desk, day: Date, minutes: i64) {
    let begins = day.to_zoned(TimeZone::get("Europe/Copenhagen").unwrap()).unwrap().timestamp().as_second();
    desk.clock.pass((begins - desk.flow.clock.now()) / 60 + minutes);
}

pub async fn it_opens_and_closes_on_its_days_where_it_is(desk: &Desk) {
    let flow = &desk.flow;
    let today = {
        let now = Timestamp::from_second(flow.clock.now()).unwrap();
        now.to_zoned(TimeZone::get("Europe/Copenhagen").unwrap()).date()
    };
    let day = |days: i64| today.saturating_add(days.days());
    let (first, last) = (day(2), day(4));
    let days = ByDate { opens_on: Some(first), closes_on: Some(last) };
    let here = flow.add_organisation(&ME, "Huset i Aalborg").await.unwrap().id;
    let far = flow.add_organisation(&ME, "Huset i Nuuk").await.unwrap().id;
    flow.set_time_zones(&ME, &[(far.clone(), "America/Nuuk".to_owned())].into()).await.unwrap();
    let unknown = flow.set_time_zones(&ME, &[(far.clone(), "Mars/Base".to_owned())].into()).await;
    assert_eq!(problems(unknown), [(format!("zones.{far}"), Problem::NotAChoice)]);

    let (one, other) = (prepared(desk, &here, true).await, prepared(desk, &far, true).await);
    let missing = prepared(desk, &here, false).await;
    let refused = flow.save_by_date(&ME, &missing, days).await;
    assert_eq!(problems(refused), [("opens_on".to_owned(), Problem::LegalFactsMissing)]);
    let now = ByDate { opens_on: Some(today), closes_on: None };
    assert_eq!(
        problems(flow.save_by_date(&ME, &one, now).await),
        [("opens_on".to_owned(), Problem::TooEarly(day(1)))]
    );
    let backwards = ByDate { opens_on: Some(last), closes_on: Some(first) };
    assert_eq!(
        problems(flow.save_by_date(&ME, &one, backwards).await),
        [("closes_on".to_owned(), Problem::TooEarly(last))]
    );
    for id in [&one, &other] {
        flow.save_by_date(&ME, id, days).await.unwrap();
        assert_eq!(flow.by_date(&ME, id).await.unwrap().0, days);
    }

    until(desk, first, -1);
    assert_eq!(flow.do_by_date().await.unwrap(), 0);
    until(desk, first, 0);
    // Two servers look at once; one of them does it.
    let (a, b) = tokio::join!(flow.do_by_date(), flow.do_by_date());
    assert_eq!(a.unwrap() + b.unwrap(), 1);
    assert_eq!((state(desk, &one).await, state(desk, &other).await), (State::Open, State::Prepared));
    until(desk, first, 4 * 60);
    assert_eq!(flow.do_by_date().await.unwrap(), 1, "the day begins later in Nuuk");
    assert_eq!(state(desk, &other).await, State::Open);

    // Longer, while it is open; what was chosen for the opening stays.
    let longer = ByDate { opens_on: None, closes_on: Some(day(5)) };
    flow.save_by_date(&ME, &one, longer).await.unwrap();
    assert_eq!(flow.by_date(&ME, &one).await.unwrap().0.opens_on, Some(first));
    until(desk, day(5), 12 * 60);
    assert_eq!(flow.do_by_date().await.unwrap(), 1);
    assert_eq!((state(desk, &one).await, state(desk, &other).await), (State::Open, State::Closing));
    until(desk, day(6), 0);
    assert_eq!(flow.do_by_date().await.unwrap(), 1, "the last day has ended");
    assert_eq!(state(desk, &one).await, State::Closing);
    assert_eq!(refusal(flow.save_by_date(&ME, &one, longer).await), Problem::WrongState);
    until(desk, day(6), 31);
    flow.end_due_closings().await.unwrap();
    assert_eq!((state(desk, &one).await, state(desk, &other).await), (State::Closed, State::Closed));
}

pub async fn what_never_opened_is_deleted_when_asked_for(desk: &Desk) {
    let flow = &desk.flow;
    let place = flow.add_organisation(&ME, "Stedet der fortrød").await.unwrap().id;
    let id = prepared(desk, &place, true).await;
    let code = flow.make_codes(&ME, &id).await.unwrap().remove(0).code;
    let silent = flow.delete_screening(&ME, &id, false).await;
    assert_eq!(problems(silent), [("deletes".to_owned(), Problem::NotAgreed)]);
    flow.delete_screening(&ME, &id, true).await.unwrap();
    assert!(flow.screening(&ME, &id).await.is_err());
    let typed = flow.enter_code(&code, false, None).await.map(drop);
    assert_eq!(problems(typed), [("code".to_owned(), Problem::CodeUnknown)]);

    let open = prepared(desk, &place, true).await;
    flow.open_screening(&ME, &open).await.unwrap();
    assert_eq!(refusal(flow.delete_screening(&ME, &open, true).await), Problem::WrongState);
}
