//! Both hearings.

use super::{Desk, problems, refusal};
use screening::hearing::{Attendance, HearingNumber, LineKind, MinuteLine, Theme};
use workflow::hearings::HearingPlan;
use workflow::{Error, Problem};

fn theme(focus_point: &str) -> Theme {
    Theme { focus_point: focus_point.into(), indicator: None, signal: None }
}

fn room(leaders: u32, staff: u32, users: u32) -> Attendance {
    let groups = [("leaders".into(), leaders), ("staff".into(), staff), ("users".into(), users)];
    Attendance { groups: groups.into(), others: 1 }
}

fn line(kind: LineKind, role: Option<&str>, text: &str) -> MinuteLine {
    MinuteLine { focus_point: "2".into(), kind, role: role.map(Into::into), text: text.into() }
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

    let second_kind = flow.add_minute_line(&actor, id, first, line(LineKind::Confirmed, None, "Ja.")).await;
    assert_eq!(problems(second_kind), [("kind".to_owned(), Problem::NotAChoice)]);
    let wrong = MinuteLine { focus_point: "99".into(), ..line(LineKind::New, Some("cats"), " ") };
    let fields = problems(flow.add_minute_line(&actor, id, first, wrong).await);
    let fields = fields.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>();
    assert_eq!(fields, ["focus_point", "role", "text"]);
    for (kind, role, text) in [
        (LineKind::Agreed, Some("users"), "Det kan vi kende."),
        (LineKind::Disagreed, Some("leaders"), "Vi ser det lidt anderledes."),
        (LineKind::Proposal, None, "Et fælles ugemøde."),
        (LineKind::New, Some("staff"), "Forkert linje."),
    ] {
        flow.add_minute_line(&actor, id, first, line(kind, role, text)).await.unwrap();
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
    let late = flow.add_minute_line(&actor, id, first, line(LineKind::New, None, "For sent.")).await;
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
    let first_kind = flow.add_minute_line(&actor, id, second, line(LineKind::Agreed, None, "Ja.")).await;
    assert_eq!(problems(first_kind), [("kind".to_owned(), Problem::NotAChoice)]);
    flow.add_minute_line(&actor, id, second, line(LineKind::Confirmed, Some("users"), "Ja, det sagde vi."))
        .await
        .unwrap();
    assert_eq!(flow.hearing(&actor, id, second).await.unwrap().minutes.len(), 1);
    assert_eq!(flow.hearing(&actor, id, HearingNumber::First).await.unwrap().minutes.len(), 3);
}
