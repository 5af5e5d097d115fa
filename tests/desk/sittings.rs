//! A hearing held several times: two rooms at once, each with its people, minutes and vote.

use super::{Desk, problems, refusal};
use screening::hearing::{
    AgendaChange, Attendance, Ballots, HearingNumber, LineKind, MinuteLine, Moment, Priorities, Sitting,
    Votes,
};
use workflow::hearings::HearingPlan;
use workflow::{Error, Problem};

fn room(users: u32, staff: u32) -> Attendance {
    Attendance { groups: [("users".into(), users), ("staff".into(), staff)].into(), others: 0 }
}

fn line(kind: LineKind, text: &str) -> MinuteLine {
    MinuteLine {
        focus_point: "2".into(),
        kind,
        role: Some("users".into()),
        text: text.into(),
        indicator: None,
        about: None,
    }
}

pub async fn a_hearing_is_held_in_two_houses(desk: &Desk, id: &str) {
    let (flow, actor) = (&desk.flow, desk.facilitator().await);
    let first = HearingNumber::First;
    let other: Sitting = "1b".parse().unwrap();
    let before = flow.hearing(&actor, id, first).await.unwrap();
    assert_eq!((before.sittings.len(), before.letter(first.into())), (1, None), "one sitting has no letter");
    for result in [
        flow.hearing(&actor, id, other).await.map(drop),
        flow.add_minute_line(&actor, id, other, None, line(LineKind::New, "Nej.")).await,
        flow.plan_hearing(&actor, id, other, HearingPlan::default()).await,
        flow.remove_sitting(&actor, id, other).await,
    ] {
        assert!(matches!(result, Err(Error::NotFound)), "there is none yet: {result:?}");
    }

    // A double click adds one; so does asking for the one that is always there.
    for sitting in [other, other, first.into()] {
        flow.add_sitting(&actor, id, sitting).await.unwrap();
    }
    let view = flow.hearing(&actor, id, other).await.unwrap();
    let names: Vec<String> = view.sittings.iter().map(|line| line.sitting.to_string()).collect();
    assert_eq!((names, view.letter(other)), (vec!["1".to_owned(), "1b".to_owned()], Some('B')));
    assert_eq!(view.plan.themes, before.plan.themes, "one agenda");
    assert_eq!(flow.hearing(&actor, id, first).await.unwrap().plan, before.plan, "the first is as it was");

    // The agenda is changed from one sitting for both.
    let dropped = before.plan.themes[0].focus_point.clone();
    flow.change_agenda(&actor, id, other, AgendaChange::Drop, &dropped).await.unwrap();
    let now = flow.hearing(&actor, id, first).await.unwrap().plan.themes;
    assert_eq!(now.len() + 1, before.plan.themes.len());
    flow.change_agenda(&actor, id, other, AgendaChange::Add, &dropped).await.unwrap();

    // One that was not held goes again, whoever was invited to it too; then it is planned anew.
    flow.invite_people(&actor, id, other, "Bente\tbruger").await.unwrap();
    flow.remove_sitting(&actor, id, other).await.unwrap();
    flow.add_sitting(&actor, id, other).await.unwrap();
    assert_eq!(flow.hearing(&actor, id, other).await.unwrap().people, []);

    // Both rooms count and write at the same moment; each role by its own room.
    flow.approve_minutes(&actor, id, first, false).await.unwrap();
    let kept = flow.hearing(&actor, id, first).await.unwrap().minutes.len();
    flow.count_room(&actor, id, first, Moment::Start, room(4, 4)).await.unwrap();
    flow.count_room(&actor, id, other, Moment::Start, room(2, 3)).await.unwrap();
    let write = async |sitting: Sitting, who: &str| {
        for number in 0..4 {
            let said = line(LineKind::Proposal, &format!("{who} {number}"));
            flow.add_minute_line(&actor, id, sitting, None, said).await.unwrap();
        }
    };
    tokio::join!(write(first.into(), "Her"), write(other, "Der"), write(other, "Også der"));
    let here = flow.hearing(&actor, id, first).await.unwrap();
    let there = flow.hearing(&actor, id, other).await.unwrap();
    assert_eq!((here.minutes.len(), there.minutes.len()), (kept + 4, 8));
    assert!(there.minutes.iter().all(|(_, line)| line.role.is_none()), "two users there: a participant");
    assert_eq!(here.minutes.last().unwrap().1.role, Some("users".into()), "four here");
    let foreign = flow.remove_minute_line(&actor, id, first, &there.minutes[0].0).await;
    assert!(matches!(foreign, Err(Error::NotFound)), "a line of the other room: {foreign:?}");
    assert_eq!(refusal(flow.remove_sitting(&actor, id, other).await), Problem::WrongState, "it was held");
    assert_eq!(refusal(flow.remove_sitting(&actor, id, first).await), Problem::WrongState);

    // The report has a sitting once its own minutes are approved.
    let report = async || screening::report::plain_text(&flow.draft_report(&actor, id).await.unwrap());
    flow.approve_minutes(&actor, id, first, true).await.unwrap();
    let one = report().await;
    assert!(one.contains("samling A") && !one.contains("samling B"), "{one}");
    flow.approve_minutes(&actor, id, other, true).await.unwrap();
    let both = report().await;
    assert!(both.contains("Høring 1 blev holdt to gange."), "{both}");
    assert!(both.contains("4 af 8 i rummet brugte stedet, altså mindst halvdelen."), "{both}");
    assert!(
        both.contains(
            "2 af 5 i rummet brugte stedet. Det er under halvdelen, og den er derfor holdt som samtale"
        ),
        "{both}"
    );

    // The second hearing takes up what either said.
    let second = flow.hearing(&actor, id, HearingNumber::Second).await.unwrap();
    assert_eq!(second.first.len(), kept + 12);
    let about = MinuteLine {
        about: Some(there.minutes[0].0.clone()),
        ..line(LineKind::Corrected, "Rettet på høring 2.")
    };
    if second.plan.approved {
        flow.approve_minutes(&actor, id, HearingNumber::Second, false).await.unwrap();
    }
    flow.add_minute_line(&actor, id, HearingNumber::Second, None, about).await.unwrap();
    let unknown = MinuteLine { about: Some("1b".into()), ..line(LineKind::Confirmed, "") };
    let unknown = flow.add_minute_line(&actor, id, HearingNumber::Second, None, unknown).await;
    assert_eq!(problems(unknown), [("about".to_owned(), Problem::NotAChoice)]);
}

pub async fn votes_of_two_sittings_are_summed_as_they_are_told(desk: &Desk, id: &str) {
    let (flow, actor) = (&desk.flow, desk.facilitator().await);
    let (one, other): (Sitting, Sitting) = ("1".parse().unwrap(), "1b".parse().unwrap());
    for sitting in [one, other] {
        flow.approve_minutes(&actor, id, sitting, false).await.unwrap();
    }
    let options = ["En fast tur", "En have"].map(str::to_owned);
    let votes = |voters: u32, options: [u32; 2]| Votes { voters, options: options.to_vec() };
    let ballots = |users, others| Ballots { users, others };
    let together = async |sitting| flow.hearing_vote(&actor, id, sitting).await.unwrap().unwrap().together;
    flow.count_dots(&actor, id, one, &options, &ballots(votes(6, [4, 2]), votes(5, [1, 5]))).await.unwrap();
    assert_eq!(together(one).await, None, "one alone is no sum");
    // Four who voted are too few to be told of, alone or as what is left of a sum.
    flow.count_dots(&actor, id, other, &options, &ballots(votes(4, [4, 0]), votes(0, [0, 0]))).await.unwrap();
    assert_eq!(together(one).await, Some(Priorities::Few));
    // Seven who can't be told apart: neither can those of the sum.
    flow.count_dots(&actor, id, other, &options, &ballots(votes(4, [4, 0]), votes(3, [0, 3]))).await.unwrap();
    assert_eq!(together(other).await, Some(Priorities::Together(votes(18, [9, 10]))));
    flow.count_dots(&actor, id, other, &options, &ballots(votes(5, [4, 1]), votes(0, [0, 0]))).await.unwrap();
    let apart = Priorities::Apart { users: votes(11, [8, 3]), everyone: votes(16, [9, 8]) };
    assert_eq!(together(one).await, Some(apart));
    // Other things to choose between are another vote; an open one is told of by nobody.
    let others = ["En have", "En fast tur"].map(str::to_owned);
    flow.count_dots(&actor, id, other, &others, &ballots(votes(5, [4, 1]), votes(0, [0, 0]))).await.unwrap();
    assert_eq!(together(one).await, None);
    flow.open_vote(&actor, id, other, &options).await.unwrap();
    assert_eq!(together(one).await, None);
    assert_eq!(together(other).await, None);
    flow.close_vote(&actor, id, other).await.unwrap();
    for sitting in [one, other] {
        flow.approve_minutes(&actor, id, sitting, true).await.unwrap();
    }
}
