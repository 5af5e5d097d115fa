//! A tablet goes round: who starts it is signed out, each who begins has a code of their own, and it ends by itself.

use super::{Desk, FACILITATOR, PASSWORD, problems, refusal};
use crate::desk::screenings::settings;
use crate::support::instrument;
use workflow::answering::PagePost;
use workflow::tablets::Setting;
use workflow::{Actor, Error, Problem};

pub async fn a_tablet_goes_round(desk: &Desk) {
    let (flow, me) = (&desk.flow, Actor::CommandLine);
    let facilitator = desk.signed_in(FACILITATOR).await;
    let place = flow.facilitated_organisations(&facilitator).await.unwrap().remove(0);
    let id = flow.create_screening(&me, &place.id, "Med tablet", instrument(), settings()).await.unwrap();
    let right = Setting { group: "users".into(), language: "da".to_owned(), minutes: "2".to_owned() };
    assert_eq!(refusal(flow.start_tablet(&facilitator, None, &id, &right).await), Problem::WrongState);
    flow.open_screening(&me, &id).await.unwrap();
    let wrong = Setting { group: "cats".into(), language: "tlh".to_owned(), minutes: "1".to_owned() };
    let expected = [
        ("group".to_owned(), Problem::NotAChoice),
        ("language".to_owned(), Problem::NotAChoice),
        ("minutes".to_owned(), Problem::NotANumber(2, 10)),
    ];
    assert_eq!(problems(flow.start_tablet(&facilitator, None, &id, &wrong).await), expected);

    let session = flow.sign_in(FACILITATOR, PASSWORD).await.unwrap();
    let (tablet, minutes) = flow.start_tablet(&facilitator, Some(&session), &id, &right).await.unwrap();
    assert_eq!(minutes, 2);
    assert_eq!(flow.actor(Some(&session)).await.unwrap(), Actor::Visitor);
    assert_eq!(flow.tablets(&facilitator, &id).await.unwrap(), ["users".into()]);

    // The first pauses and goes on elsewhere with what the pause page shows; the second sends where they began.
    let first = flow.begin_on_tablet(&tablet).await.unwrap();
    let second = flow.begin_on_tablet(&tablet).await.unwrap();
    let answers = [("2.1".to_owned(), "4".to_owned())].into();
    flow.save_page(&first, 1, PagePost { answers, ..PagePost::default() }).await.unwrap();
    let words = flow.pause(&first, None).await.unwrap();
    let code = flow.questionnaire(&first).await.unwrap().draft.own_code.unwrap();
    let elsewhere = flow.continue_with_words(&code, &words).await.unwrap();
    assert!(matches!(flow.questionnaire(&first).await, Err(Error::NotFound)), "not on the tablet any more");
    assert_eq!(flow.questionnaire(&elsewhere).await.unwrap().draft.answers.len(), 1);
    flow.send(&elsewhere).await.unwrap();
    flow.send_from_tablet(&second, &tablet).await.unwrap();
    flow.send_from_tablet(&second, &tablet).await.unwrap();
    let counts = flow.counts(&me, &id).await.unwrap();
    assert_eq!(counts.iter().map(|count| count.submitted).sum::<u64>(), 2);

    // Signing in ends one; another is ended from elsewhere; the last goes with the close.
    flow.leave_tablet(&tablet).await.unwrap();
    assert!(matches!(flow.begin_on_tablet(&tablet).await, Err(Error::NotFound)));
    let (lost, _) = flow.start_tablet(&facilitator, None, &id, &right).await.unwrap();
    flow.end_tablets(&facilitator, &id).await.unwrap();
    assert!(matches!(flow.tablet(&lost).await, Err(Error::NotFound)));
    let (last, _) = flow.start_tablet(&facilitator, None, &id, &right).await.unwrap();
    flow.begin_closing(&me, &id).await.unwrap();
    assert_eq!(refusal(flow.begin_on_tablet(&last).await), Problem::Closing);
    flow.end_closing(&me, &id).await.unwrap();
    assert!(matches!(flow.tablet(&last).await, Err(Error::NotFound)));
}
