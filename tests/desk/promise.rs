//! Each line that someone who uses the place reads before they start, and what the program does about it. A line
//! that is worded anew fails here until somebody has looked at what backs it.

use super::{Desk, FACILITATOR, LEADER, refusal};
use crate::support::instrument;
use screening::instrument::Form;
use screening::language;
use screening::picture::Shown;
use screening::promise::Promise;
use screening::settings::{Invited, Settings};
use workflow::answering::{LastPost, PagePost, Questionnaire, Token};
use workflow::{Actor, Error, Problem};

fn settings() -> Settings {
    let invited = [("users".into(), [(String::new(), 6)].into())].into();
    Settings {
        language: "da".into(),
        invited: Invited(invited),
        closing_minutes: 30,
        forms: [("users".into(), Form::Short)].into(),
        comment_reader: "Mette Holm".into(),
        hear_back: "15. januar 2027".into(),
        hearings: "den 1. og den 15. december".into(),
        leader_promise: "Ingen får mindre hjælp, fordi de har svaret.".into(),
        contact: "Anne Holm, 12 34 56 78".into(),
        ..Settings::default()
    }
}

fn promise<T>(own: &Questionnaire, say: impl Fn(Promise<'_>) -> T) -> T {
    say(Promise::new(&own.settings, &own.instrument, &own.group, language::of("da")))
}

/// The number of the line that says this.
fn line(lines: &[String], said: &str) -> usize {
    lines.iter().position(|line| line.contains(said)).unwrap_or_else(|| panic!("{said} in {lines:?}"))
}

pub async fn what_was_promised_is_what_happens(desk: &Desk) {
    let (flow, me) = (&desk.flow, Actor::CommandLine);
    let facilitator = desk.signed_in(FACILITATOR).await;
    let leader = desk.signed_in(LEADER).await;
    let place = flow.facilitated_organisations(&facilitator).await.unwrap().remove(0);
    let id = flow.create_screening(&me, &place.id, "Løftet", instrument(), settings()).await.unwrap();
    let codes = flow.make_codes(&me, &id).await.unwrap();
    flow.open_screening(&me, &id).await.unwrap();
    let mut tokens = Vec::new();
    for code in &codes {
        let workflow::answering::Entry::Begin(token) =
            flow.enter_code(&code.code, false, None).await.unwrap()
        else {
            panic!("begins")
        };
        tokens.push(token);
    }
    let own = flow.questionnaire(&tokens[0]).await.unwrap();
    let lines = promise(&own, |promise| promise.before_you_start());
    assert_eq!(lines.len(), 10);
    let mut backed = vec![
        line(&lines, "Det handler om stedet."),
        // Said by the place, and kept by nobody knowing who has answered: see the counts below.
        line(&lines, "om du vil svare"),
    ];

    // So many statements; skipping is sending without; pausing is going on later.
    let pages = own.instrument.questionnaire(&own.group, own.form);
    let asked: usize = pages.iter().map(|(_, indicators)| indicators.len()).sum();
    backed.push(line(&lines, &format!("Der er {asked} udsagn.")));
    backed.push(line(&lines, "uden navn"));
    let statement = pages[0].1[0].id.to_string();
    for (number, token) in tokens.iter().enumerate().take(4) {
        answer(desk, token, &statement, if number == 0 { "Kaffen er god." } else { "" }).await;
        flow.send(token).await.unwrap();
    }

    // Neither staff nor leader, nor the facilitator: while it is open there are counts and nothing else.
    backed.push(line(&lines, "Det kan lederen heller ikke."));
    assert_eq!(refusal(flow.picture(&facilitator, &id).await), Problem::WrongState);
    assert_eq!(refusal(flow.comments(&facilitator, &id).await), Problem::WrongState);
    for answer in [flow.screening(&leader, &id).await.map(drop), flow.counts(&leader, &id).await.map(drop)] {
        assert!(matches!(answer, Err(Error::Forbidden)), "{answer:?}");
    }
    let counts = flow.counts(&facilitator, &id).await.unwrap();
    assert_eq!(counts.iter().map(|count| count.submitted).sum::<u64>(), 4);

    // Once sent, nothing is found again and nothing corrected: neither by the browser nor by the code.
    backed.push(line(&lines, "ingen finde dine svar igen"));
    let sent = flow.questionnaire(&tokens[0]).await.unwrap();
    assert!(sent.sent && sent.draft.answers.is_empty() && sent.draft.open_answer.is_empty());
    let late = PagePost { answers: [(statement.clone(), "1".to_owned())].into(), ..PagePost::default() };
    assert_eq!(refusal(flow.save_page(&tokens[0], 1, late).await), Problem::Changed);

    // Who helps is counted, and stands on no response.
    backed.push(line(&lines, "må gerne hjælpe"));
    let helped = LastPost { help: "relative".into(), ..LastPost::default() };
    flow.save_last(&tokens[4], helped).await.unwrap();
    let responses = flow.store.responses(&id).await.unwrap();
    assert!(!format!("{responses:?}").contains("relative"));

    // Four of users: no figure, and what they wrote stays shut.
    backed.push(line(&lines, "når mindst fem har svaret"));
    backed.push(line(&lines, "Mette Holm læser det, du skriver, og tager navne ud."));
    flow.begin_closing(&me, &id).await.unwrap();
    flow.end_closing(&me, &id).await.unwrap();
    let picture = flow.store.screening(&id).await.unwrap().unwrap().picture.unwrap();
    let of_users = picture.rows.iter().filter(|row| row.group == "users".into() && !row.code.is_empty());
    for row in of_users {
        assert_eq!((row.shown, row.n, row.mean), (Shown::Few, None, None), "{row:?}");
    }
    let comments = flow.comments(&facilitator, &id).await.unwrap();
    assert!(comments.iter().all(|group| group.comments.is_none() || group.group != "users".into()));
    assert!(matches!(flow.comments(&leader, &id).await, Err(Error::Forbidden)));

    // Two meetings, a report, and when one hears back: said here, on the receipt and by the settings alone.
    backed.push(line(&lines, "Du hører fra os senest den 15. januar 2027."));
    let receipt = promise(&sent, |promise| promise.receipt()).join("\n");
    for said in
        ["den 1. og den 15. december", "senest den 15. januar 2027", "Ingen får mindre hjælp", "12 34 56 78"]
    {
        assert!(receipt.contains(said), "{said} in {receipt}");
    }

    backed.sort_unstable();
    assert_eq!(backed, (0..10).collect::<Vec<_>>(), "every line is backed, once: {lines:?}");
}

/// One statement answered, the rest skipped, a text perhaps.
async fn answer(desk: &Desk, token: &Token, statement: &str, open_answer: &str) {
    let answers = [(statement.to_owned(), "3".to_owned())].into();
    desk.flow.save_page(token, 1, PagePost { answers, ..PagePost::default() }).await.unwrap();
    let last = LastPost { open_answer: Some(open_answer.into()), ..LastPost::default() };
    desk.flow.save_last(token, last).await.unwrap();
}
