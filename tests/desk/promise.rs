//! Each line that someone who uses the place reads before they start, and what the program does about it. A line
//! that is worded anew fails here until somebody has looked at what backs it.

use super::{Desk, FACILITATOR, LEADER, refusal};
use crate::support::instrument;
use screening::instrument::{Form, Indicator};
use screening::language;
use screening::picture::Shown;
use screening::promise::Promise;
use screening::settings::{Invited, Settings};
use std::collections::BTreeMap;
use workflow::answering::{Entry, LastPost, PagePost, Questionnaire, Token};
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

pub async fn so_it_is_for_staff_and_for_a_leader_alone(desk: &Desk) {
    let (flow, me) = (&desk.flow, Actor::CommandLine);
    let facilitator = desk.signed_in(FACILITATOR).await;
    let leader = desk.signed_in(LEADER).await;
    let place = flow.facilitated_organisations(&facilitator).await.unwrap().remove(0);
    let invited = [("leaders", 1), ("staff", 5), ("users", 4)];
    let invited = invited.map(|(group, many)| (group.into(), [(String::new(), many)].into()));
    let own = Settings { invited: Invited(invited.into()), ..settings() };
    let id = flow.create_screening(&me, &place.id, "Løftet til resten", instrument(), own).await.unwrap();
    let codes = flow.make_codes(&me, &id).await.unwrap();
    flow.open_screening(&me, &id).await.unwrap();
    let mut tokens: Vec<(String, Token)> = Vec::new();
    for code in &codes {
        let Entry::Begin(token) = flow.enter_code(&code.code, false, None).await.unwrap() else {
            panic!("begins")
        };
        tokens.push((code.group.to_string(), token));
    }
    let first = |group: &str| tokens.iter().position(|(own, _)| own == group).unwrap();
    let led = flow.questionnaire(&tokens[first("leaders")].1).await.unwrap();
    let works = flow.questionnaire(&tokens[first("staff")].1).await.unwrap();
    let to_leader = promise(&led, |promise| promise.before_you_start());
    let to_staff = promise(&works, |promise| promise.before_you_start());
    let (mut by_leader, mut by_staff) = (Vec::new(), Vec::new());

    // How many statements there are; skipping is sending with one of them answered.
    for (own, lines, backed, skip) in [
        (&led, &to_leader, &mut by_leader, "Du kan springe over."),
        (&works, &to_staff, &mut by_staff, "springe over og holde"),
    ] {
        let pages = own.instrument.questionnaire(&own.group, own.form);
        let asked: usize = pages.iter().map(|(_, indicators)| indicators.len()).sum();
        backed.push(line(lines, &format!("Der er {asked} udsagn.")));
        line(lines, skip);
        line(lines, "Du bestemmer selv, om du vil svare.");
    }
    // Everyone answers 2.1, or 2.2 where the short form asks that; four of staff answer 2.2 too.
    for (at, (group, token)) in tokens.iter().enumerate() {
        let asked = if group == "users" { "2.2" } else { "2.1" };
        answer_page_of(desk, token, asked, "3").await;
        if group == "staff" && at != first("staff") {
            answer_page_of(desk, token, "2.2", "3").await;
        }
        let text = if group == "users" { "" } else { "Der er ro om morgenen." };
        let last = LastPost { open_answer: Some(text.into()), ..LastPost::default() };
        flow.save_last(token, last).await.unwrap();
        flow.send(token).await.unwrap();
        // Neither found again nor corrected.
        let sent = flow.questionnaire(token).await.unwrap();
        assert!(sent.sent && sent.draft.answers.is_empty() && sent.draft.open_answer.is_empty());
        let answers = [(asked.to_owned(), "1".to_owned())].into();
        let late = flow.save_page(token, 1, PagePost { answers, ..PagePost::default() }).await;
        assert_eq!(refusal(late), Problem::Changed);
    }
    by_leader.push(line(&to_leader, "hverken findes frem, rettes eller slettes"));
    by_staff.push(line(&to_staff, "kan ingen finde dit svar igen"));
    by_staff.push(line(&to_staff, "Hverken leder eller kolleger kan se, hvad du har svaret."));
    assert!(matches!(flow.counts(&leader, &id).await, Err(Error::Forbidden)));
    flow.begin_closing(&me, &id).await.unwrap();
    flow.end_closing(&me, &id).await.unwrap();
    let picture = flow.store.screening(&id).await.unwrap().unwrap().picture.unwrap();
    let row = |group: &str, code: &str| {
        let found = picture.rows.iter().find(|row| row.group == group.into() && row.code == code);
        found.map(|row| (row.shown, row.n, row.mean)).unwrap_or_else(|| panic!("{group} {code}"))
    };

    // The leader is one, and everyone reads it. Five of staff are shown, four are not, and four who use the place neither.
    by_leader.push(line(&to_leader, "Du svarer som leder. I er 1 leder på stedet."));
    by_leader.push(line(&to_leader, "Alle, der læser rapporten, kan se, hvad du har svaret."));
    assert_eq!(row("leaders", "2.1"), (Shown::Mean, Some(1), Some(3.0)));
    by_leader.push(line(&to_leader, "Vi viser kun deres tal, når mindst fem har svaret."));
    by_staff.push(line(&to_staff, "Vi viser kun tal for jeres gruppe, når mindst fem har svaret."));
    assert_eq!(row("staff", "2.1"), (Shown::Mean, Some(5), Some(3.0)));
    for few in [row("staff", "2.2"), row("users", "2.2")] {
        assert_eq!(few, (Shown::Few, None, None));
    }

    // What is written: the leader's is opened as the management's, staff's by the one who is named, users' stay shut.
    by_leader.push(line(&to_leader, "Det, du skriver med egne ord, bliver vist som ledelsens."));
    by_staff.push(line(&to_staff, "Mette Holm læser det, du skriver med egne ord, og tager navne ud."));
    let opened: BTreeMap<String, Option<usize>> = flow
        .comments(&facilitator, &id)
        .await
        .unwrap()
        .into_iter()
        .map(|one| (one.group.to_string(), one.comments.map(|comments| comments.len())))
        .collect();
    assert_eq!((opened["leaders"], opened["staff"], opened["users"]), (Some(1), Some(5), None));
    assert!(matches!(flow.comments(&leader, &id).await, Err(Error::Forbidden)));

    // No name is asked for: a response is answers, and a group and a unit.
    by_leader.push(line(&to_leader, "Du skal ikke skrive dit navn."));
    by_staff.push(line(&to_staff, "Du svarer uden navn."));
    // What it is about, that one decides, how to write, and what comes of it is said by the place.
    by_leader.extend(
        ["Det handler om", "Du bestemmer selv", "den 15. januar 2027"].map(|said| line(&to_leader, said)),
    );
    by_staff.extend(
        ["Det handler om", "Du bestemmer selv", "Skriv aldrig om et bestemt menneske", "den 15. januar 2027"]
            .map(|said| line(&to_staff, said)),
    );
    for (mut backed, lines) in [(by_leader, to_leader), (by_staff, to_staff)] {
        backed.sort_unstable();
        assert_eq!(backed, (0..10).collect::<Vec<_>>(), "every line is backed, once: {lines:?}");
    }
}

/// One statement of whichever page asks it.
async fn answer_page_of(desk: &Desk, token: &Token, indicator: &str, value: &str) {
    let own = desk.flow.questionnaire(token).await.unwrap();
    let pages = own.instrument.questionnaire(&own.group, own.form);
    let asks = |indicators: &[&Indicator]| indicators.iter().any(|one| one.id.as_str() == indicator);
    let page = 1 + pages.iter().position(|(_, indicators)| asks(indicators)).unwrap();
    let answers = [(indicator.to_owned(), value.to_owned())].into();
    desk.flow.save_page(token, page, PagePost { answers, ..PagePost::default() }).await.unwrap();
}

/// One statement answered, the rest skipped, a text perhaps.
async fn answer(desk: &Desk, token: &Token, statement: &str, open_answer: &str) {
    let answers = [(statement.to_owned(), "3".to_owned())].into();
    desk.flow.save_page(token, 1, PagePost { answers, ..PagePost::default() }).await.unwrap();
    let last = LastPost { open_answer: Some(open_answer.into()), ..LastPost::default() };
    desk.flow.save_last(token, last).await.unwrap();
}
