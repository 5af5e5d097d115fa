//! Both hearings.

use super::{Desk, problems, refusal};
use screening::hearing::{
    Attendance, Ballots, Below, HearingNumber, LineKind, MinuteLine, Moment, Priorities, Theme, Votes,
};
use workflow::answering::Token;
use workflow::hearings::{Cast, HearingPlan};
use workflow::{Error, Problem};

fn theme(focus_point: &str) -> Theme {
    Theme { focus_point: focus_point.into(), indicator: None, signal: None }
}

fn room(leaders: u32, staff: u32, users: u32) -> Attendance {
    let groups = [("leaders".into(), leaders), ("staff".into(), staff), ("users".into(), users)];
    Attendance { groups: groups.into(), others: 1 }
}

fn line(kind: LineKind, role: Option<&str>, text: &str) -> MinuteLine {
    let role = role.map(Into::into);
    MinuteLine { focus_point: "2".into(), kind, role, text: text.into(), indicator: None, about: None }
}

pub async fn the_first_hearing_is_planned_and_minuted(desk: &Desk, id: &str) {
    let (flow, first) = (&desk.flow, HearingNumber::First);
    let actor = desk.facilitator().await;
    let fresh = flow.hearing(&actor, id, first).await.unwrap();
    assert_eq!(fresh.plan.themes, fresh.proposed, "nothing saved: the proposed agenda");
    assert!((1..=4).contains(&fresh.proposed.len()));

    let wrong = HearingPlan {
        place: "å".repeat(201),
        present: room(501, 0, 0),
        themes: ["1", "2", "3", "4", "1"].map(theme).into(),
        ..HearingPlan::default()
    };
    let found = problems(flow.save_hearing(&actor, id, first, wrong).await);
    for expected in [
        ("place", Problem::TooLong(200)),
        ("present.leaders", Problem::NotANumber(0, 500)),
        ("themes", Problem::TooLong(4)),
        ("themes", Problem::Repeated),
    ] {
        assert!(found.contains(&(expected.0.to_owned(), expected.1.clone())), "{expected:?} in {found:?}");
    }
    let unknown = HearingPlan { themes: vec![theme("99")], ..HearingPlan::default() };
    let found = problems(flow.save_hearing(&actor, id, first, unknown).await);
    assert_eq!(found, [("themes".to_owned(), Problem::NotAChoice)]);

    // One theme that was proposed, posted as its focus point alone, and one of the facilitator's own.
    let proposed = fresh.proposed[0].clone();
    let own =
        ["8", "7"].into_iter().find(|point| *point != proposed.focus_point.as_str()).map(theme).unwrap();
    let own = Theme { indicator: None, ..own };
    let plan = HearingPlan {
        date: "1. december kl. 13".into(),
        place: "Fællesrummet".into(),
        invited: room(1, 4, 8),
        present: room(1, 4, 6),
        themes: vec![own.clone(), theme(proposed.focus_point.as_str())],
        ..HearingPlan::default()
    };
    flow.save_hearing(&actor, id, first, plan.clone()).await.unwrap();
    let saved = flow.hearing(&actor, id, first).await.unwrap().plan;
    assert_eq!(
        (saved.date, saved.place, saved.present),
        (plan.date.clone(), plan.place.clone(), room(1, 4, 6))
    );
    assert_eq!(saved.themes[0].focus_point, own.focus_point);
    assert_eq!(saved.themes[1], proposed, "with the signal that proposed it");

    let second_kind =
        flow.add_minute_line(&actor, id, first, None, line(LineKind::Confirmed, None, "Ja.")).await;
    assert_eq!(problems(second_kind), [("kind".to_owned(), Problem::NotAChoice)]);
    let wrong = MinuteLine { focus_point: "99".into(), ..line(LineKind::New, Some("cats"), " ") };
    let fields = problems(flow.add_minute_line(&actor, id, first, None, wrong).await);
    let fields = fields.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>();
    assert_eq!(fields, ["focus_point", "role", "text"]);
    for (kind, role, text) in [
        (LineKind::Agreed, Some("users"), "Det kan vi kende."),
        (LineKind::Disagreed, Some("leaders"), "Vi ser det lidt anderledes."),
        (LineKind::Proposal, None, "Et fælles ugemøde."),
        (LineKind::New, Some("staff"), "Forkert linje."),
    ] {
        flow.add_minute_line(&actor, id, first, None, line(kind, role, text)).await.unwrap();
    }
    let minutes = flow.hearing(&actor, id, first).await.unwrap().minutes;
    let roles =
        minutes.iter().map(|(_, line)| line.role.as_ref().map(|role| role.as_str())).collect::<Vec<_>>();
    // Only one leader was in the room: a participant.
    assert_eq!(roles, [Some("users"), None, None, Some("staff")]);
    flow.remove_minute_line(&actor, id, first, &minutes[3].0).await.unwrap();
    let other = flow.remove_minute_line(&actor, id, HearingNumber::Second, &minutes[0].0).await;
    assert!(matches!(other, Err(Error::NotFound)), "a line of the other hearing: {other:?}");

    flow.save_hearing(&actor, id, first, HearingPlan { approved: true, ..plan }).await.unwrap();
    let late = flow.add_minute_line(&actor, id, first, None, line(LineKind::New, None, "For sent.")).await;
    assert_eq!(refusal(late), Problem::WrongState);
    assert_eq!(refusal(flow.remove_minute_line(&actor, id, first, &minutes[0].0).await), Problem::WrongState);
    let texts = flow.hearing(&actor, id, first).await.unwrap().minutes;
    let texts = texts.into_iter().map(|(_, line)| line.text).collect::<Vec<_>>();
    assert_eq!(texts, ["Det kan vi kende.", "Vi ser det lidt anderledes.", "Et fælles ugemøde."]);
}

pub async fn the_second_goes_back_over_the_first(desk: &Desk, id: &str) {
    let (flow, second) = (&desk.flow, HearingNumber::Second);
    let actor = desk.facilitator().await;
    let themes = flow.hearing(&actor, id, HearingNumber::First).await.unwrap().plan.themes;
    assert_eq!(flow.hearing(&actor, id, second).await.unwrap().plan.themes, themes);
    let plan = HearingPlan { present: room(1, 2, 5), themes: vec![theme("5")], ..HearingPlan::default() };
    flow.save_hearing(&actor, id, second, plan).await.unwrap();
    let kept = flow.hearing(&actor, id, second).await.unwrap();
    assert_eq!((kept.plan.themes, kept.plan.present), (themes, room(1, 2, 5)));
    let first_kind =
        flow.add_minute_line(&actor, id, second, None, line(LineKind::Agreed, None, "Ja.")).await;
    assert_eq!(problems(first_kind), [("kind".to_owned(), Problem::NotAChoice)]);
    flow.add_minute_line(
        &actor,
        id,
        second,
        None,
        line(LineKind::Confirmed, Some("users"), "Ja, det sagde vi."),
    )
    .await
    .unwrap();
    assert_eq!(flow.hearing(&actor, id, second).await.unwrap().minutes.len(), 1);
    assert_eq!(flow.hearing(&actor, id, HearingNumber::First).await.unwrap().minutes.len(), 3);
}

/// Ids as a browser chooses them.
const KEYS: [&str; 2] = ["00000000000000000000000000000001", "00000000000000000000000000000002"];

pub async fn two_people_minute_at_once(desk: &Desk, id: &str) {
    let (flow, second) = (&desk.flow, HearingNumber::Second);
    let actor = desk.facilitator().await;
    let before = flow.hearing(&actor, id, second).await.unwrap();
    let said = |text: &str| line(LineKind::Added, None, text);
    let texts = async || -> Vec<String> {
        let minutes = flow.hearing(&actor, id, second).await.unwrap().minutes;
        minutes.into_iter().skip(before.minutes.len()).map(|(_, line)| line.text).collect()
    };

    // The reply was lost and the line is sent again: it is there once. Other words under the same id are not lost.
    for _ in 0..2 {
        flow.add_minute_line(&actor, id, second, Some(KEYS[0]), said("Én gang.")).await.unwrap();
    }
    assert_eq!(texts().await, ["Én gang."]);
    flow.add_minute_line(&actor, id, second, Some(KEYS[0]), said("Noget andet.")).await.unwrap();
    flow.add_minute_line(&actor, id, second, Some("no id"), said("Uden nøgle.")).await.unwrap();
    assert_eq!(texts().await, ["Én gang.", "Noget andet.", "Uden nøgle."]);

    // Two change one line: the second is told, and may then write over it.
    let seen = flow.hearing(&actor, id, second).await.unwrap().versions[KEYS[0]];
    let change =
        async |seen, text: &str| flow.change_minute_line(&actor, id, second, KEYS[0], seen, said(text)).await;
    change(seen, "Maja retter.").await.unwrap();
    assert_eq!(problems(change(seen, "Henning retter.").await), [("text".to_owned(), Problem::LineChanged)]);
    assert_eq!(texts().await[0], "Maja retter.");
    change(seen, "Maja retter.").await.unwrap();
    change(seen + 1, "Begge retter.").await.unwrap();
    // One is removed while the other corrects it: the correction stays.
    flow.remove_minute_line(&actor, id, second, KEYS[0]).await.unwrap();
    change(seen + 1, "Fjernet og rettet.").await.unwrap();
    assert_eq!(texts().await.last().unwrap(), "Fjernet og rettet.");
    let foreign = flow.change_minute_line(&actor, id, second, "linje", 1, said("Nej.")).await;
    assert!(matches!(foreign, Err(Error::NotFound)), "{foreign:?}");

    // Ten lines at the same moment, and a plan and a count beside them.
    let each = async |who: &str| {
        for number in 0..5 {
            flow.add_minute_line(&actor, id, second, None, said(&format!("{who} {number}"))).await.unwrap();
        }
    };
    let planned = HearingPlan { place: "Kælderen".into(), ..before.plan.clone() };
    let (_, _, plan, count) = tokio::join!(
        each("Maja"),
        each("Henning"),
        flow.plan_hearing(&actor, id, second, planned),
        flow.count_room(&actor, id, second, Moment::FirstBreak, room(1, 4, 3)),
    );
    plan.unwrap();
    count.unwrap();
    let now = flow.hearing(&actor, id, second).await.unwrap();
    assert_eq!(texts().await.len(), 13);
    assert_eq!(now.plan.place, "Kælderen");
    assert_eq!(now.plan.present, room(1, 4, 3));
    assert_eq!(now.plan.counts.len(), 2, "the count at the beginning stands");

    for (line, _) in now.minutes.iter().skip(before.minutes.len()) {
        flow.remove_minute_line(&actor, id, second, line).await.unwrap();
    }
}

pub async fn a_statement_is_put_back_and_names_are_forgotten(desk: &Desk, id: &str) {
    let (flow, second) = (&desk.flow, HearingNumber::Second);
    let actor = desk.facilitator().await;
    let first = flow.hearing(&actor, id, HearingNumber::First).await.unwrap().minutes;
    let (about, earlier) = first.last().unwrap().clone();
    let back = |about: &str, text: &str| MinuteLine {
        focus_point: "1".into(),
        about: Some(about.into()),
        ..line(LineKind::Confirmed, None, text)
    };
    let unknown = flow.add_minute_line(&actor, id, second, None, back("nothing", "Ja.")).await;
    assert_eq!(problems(unknown), [("about".to_owned(), Problem::NotAChoice)]);
    flow.add_minute_line(&actor, id, second, Some(KEYS[1]), back(&about, "")).await.unwrap();
    let view = flow.hearing(&actor, id, second).await.unwrap();
    let (_, kept) = view.minutes.iter().find(|(line, _)| line == KEYS[1]).unwrap();
    assert_eq!((&kept.focus_point, &kept.text), (&earlier.focus_point, &earlier.text));
    assert_eq!(kept.about.as_ref(), Some(&about));
    let wrong = MinuteLine { indicator: Some("1.1".into()), ..line(LineKind::Added, None, "Nyt.") };
    let wrong = flow.add_minute_line(&actor, id, second, None, wrong).await;
    assert_eq!(problems(wrong), [("indicator".to_owned(), Problem::NotAChoice)], "1.1 is not of 2");
    flow.remove_minute_line(&actor, id, second, KEYS[1]).await.unwrap();

    let unread = flow.invite_people(&actor, id, second, "Bente; bruger\nKarim; nabo").await;
    assert_eq!(problems(unread), [("people".to_owned(), Problem::LinesUnread(vec![2]))]);
    flow.invite_people(&actor, id, second, "Bente\tbruger\nKarim\tmedarbejder\nTove\ttolk").await.unwrap();
    let view = flow.hearing(&actor, id, second).await.unwrap();
    assert_eq!(view.people.len(), 3);
    assert_eq!((view.plan.invited.groups.values().sum::<u32>(), view.plan.invited.others), (2, 0));

    // Three of nine was the last count, and nobody ticked anything: approved, it was a conversation.
    assert!(!view.plan.conversation);
    flow.approve_minutes(&actor, id, second, true).await.unwrap();
    let view = flow.hearing(&actor, id, second).await.unwrap();
    assert!(view.plan.approved && view.plan.conversation);
    assert_eq!(view.people, []);
    let late = flow.invite_people(&actor, id, second, "Bente; bruger").await;
    assert_eq!(refusal(late), Problem::WrongState);
    let late = flow.count_room(&actor, id, second, Moment::Start, room(1, 1, 5)).await;
    assert_eq!(refusal(late), Problem::WrongState);

    // Opened again, counted again, decided again.
    flow.approve_minutes(&actor, id, second, false).await.unwrap();
    flow.decide_below(&actor, id, second, Moment::FirstBreak, Below::Seats).await.unwrap();
    flow.count_room(&actor, id, second, Moment::FirstBreak, room(1, 2, 5)).await.unwrap();
    let plan = flow.hearing(&actor, id, second).await.unwrap().plan;
    assert_eq!(plan.counts[1].below, Some(Below::Seats));
    assert!(!plan.conversation);
}

pub async fn phones_vote_once_and_nobody_is_told_before_it_is_closed(desk: &Desk, id: &str) {
    let (flow, second) = (&desk.flow, HearingNumber::Second);
    let actor = desk.facilitator().await;
    let options = ["En fast tur", "Et fælles ugemøde", "En fast tur", " "].map(str::to_owned);
    let one = flow.open_vote(&actor, id, second, &options[..1]).await;
    assert_eq!(problems(one), [("options".to_owned(), Problem::TooFew(2))]);
    flow.open_vote(&actor, id, second, &options).await.unwrap();
    let vote = flow.hearing_vote(&actor, id, second).await.unwrap().unwrap();
    assert_eq!((vote.options.len(), vote.voters, vote.result), (2, 0, None), "each option once");
    let code = vote.code.to_lowercase();
    let phone = |number: u8| Token([number; 32]);
    assert!(matches!(flow.phone_vote("BDFG", None).await, Err(Error::NotFound)));
    let none = flow.cast_vote(&code, &phone(1), true, &[]).await;
    assert_eq!(problems(none), [("choices".to_owned(), Problem::Empty)]);
    let unknown = flow.cast_vote(&code, &phone(1), true, &[2]).await;
    assert_eq!(problems(unknown), [("choices".to_owned(), Problem::NotAChoice)]);

    // Six who use the place and two others, all at once; the first phone tries twice.
    let cast = async |number: u8| flow.cast_vote(&code, &phone(number), number <= 6, &[1, 1]).await.unwrap();
    let all = tokio::join!(cast(1), cast(2), cast(3), cast(4), cast(5), cast(6), cast(7), cast(8));
    assert_eq!([all.0, all.1, all.2, all.3, all.4, all.5, all.6, all.7], [Cast::Counted; 8]);
    assert_eq!(cast(1).await, Cast::Before);
    let vote = flow.hearing_vote(&actor, id, second).await.unwrap().unwrap();
    assert_eq!((vote.voters, vote.result), (8, None), "with each new vote the sums would tell it");
    assert!(flow.phone_vote(&code, Some(&phone(1))).await.unwrap().voted);
    assert!(!flow.phone_vote(&code, Some(&phone(9))).await.unwrap().voted);

    flow.close_vote(&actor, id, second).await.unwrap();
    assert_eq!(cast(9).await, Cast::Closed, "who comes late");
    let result = flow.hearing_vote(&actor, id, second).await.unwrap().unwrap().result.unwrap();
    // Two others are fewer than five: nobody is told apart.
    assert_eq!(result, Priorities::Together(Votes { voters: 8, options: vec![0, 8] }));
    assert!(!flow.phone_vote(&code, Some(&phone(1))).await.unwrap().voted, "which phones voted is forgotten");

    let ballots = Ballots {
        users: Votes { voters: 6, options: vec![2, 5] },
        others: Votes { voters: 5, options: vec![5, 0] },
    };
    let more = Ballots { users: Votes { voters: 1, options: vec![2, 0] }, ..ballots.clone() };
    let more = flow.count_dots(&actor, id, second, &options, &more).await;
    assert_eq!(problems(more), [("users".to_owned(), Problem::NotANumber(0, 1))]);
    flow.count_dots(&actor, id, second, &options, &ballots).await.unwrap();
    let vote = flow.hearing_vote(&actor, id, second).await.unwrap().unwrap();
    let everyone = Votes { voters: 11, options: vec![7, 5] };
    assert_eq!(vote.result, Some(Priorities::Apart { users: ballots.users, everyone }));
    assert_eq!(vote.code, "");
}
