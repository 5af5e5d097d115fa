//! The development plan: three goals and no more, two who write at once, three follow-ups, and what is told.

use super::{Desk, LEADER, problems, refusal};
use jiff::civil::{Date, date};
use screening::plan::{
    Aim, Decision, FollowUp, GoalChange, GoalState, MOST_OPEN, People, PlanProblem, Position, Telling, Told,
};
use screening::report::plain_text;
use workflow::{Actor, Error, Problem};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

fn aim(statement: &str) -> GoalChange {
    GoalChange::Aim(Aim { statement: statement.to_owned(), indicators: vec!["1.1".into()], ..Aim::default() })
}

fn people(who: &str, begins: Date, ends: Option<Date>) -> GoalChange {
    let begins = Some(begins);
    GoalChange::People(People { begins, ends, place: 1, who: who.to_owned(), user_along: Some(true) })
}

fn looked(date: Date, now: u8, decision: Decision, reason: &str) -> GoalChange {
    GoalChange::FollowUp(FollowUp {
        date,
        now,
        well: "Tavlen hænger i gangen.".to_owned(),
        differently: "Vi svarer hver mandag.".to_owned(),
        decision,
        reason: reason.to_owned(),
    })
}

impl Desk {
    fn today(&self) -> Date {
        let (year, month, day) = self.flow.clock.today();
        date(year, month, day)
    }
}

/// The plan of a screening whose report is released.
pub async fn three_goals_are_written_and_one_is_followed(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (actor, leader) = (desk.facilitator().await, desk.signed_in(LEADER).await);
    let today = desk.today();
    assert!(!flow.plan_proposals(&actor, id).await.unwrap().is_empty(), "the report's places to begin");
    assert_eq!(flow.plan_progress(&actor, id).await.unwrap().goals, 0);

    // Six write at once: three are kept, whoever they are.
    let mut writing = Vec::new();
    for number in 0..6 {
        let (flow, actor, id) = (flow.clone(), actor.clone(), id.to_owned());
        let goal = aim(&format!("Mål {number}"));
        writing.push(tokio::spawn(async move { flow.write_goal(&actor, &id, None, goal, false).await }));
    }
    let mut kept = Vec::new();
    for task in writing {
        match task.await.unwrap() {
            Ok(goal) => kept.push(goal),
            other => assert_eq!(refusal(other), Problem::Plan(PlanProblem::NoRoom)),
        }
    }
    assert_eq!(kept.len(), MOST_OPEN);
    let goal = kept[0].as_str();

    // Two change the same goal: the second is told, and nothing of the first is lost.
    let first = flow.write_goal(&actor, id, Some((goal, 1)), aim("Et svar på hvert forslag"), false).await;
    assert_eq!(first.unwrap(), goal);
    let second = flow.write_goal(&actor, id, Some((goal, 1)), aim("Noget andet"), false).await;
    assert_eq!(refusal(second), Problem::Changed);

    // What does not hold is told at its field, and a name is asked about before it is kept.
    let endless = flow.write_goal(&actor, id, Some((goal, 2)), people("", today, None), false).await;
    assert_eq!(problems(endless), [("ends".to_owned(), Problem::Plan(PlanProblem::NoEnd))]);
    let ends = today.checked_add(jiff::Span::new().months(5)).unwrap();
    let named = || people("Bente Hansen fra Gårdhuset", today, Some(ends));
    let asked = flow.write_goal(&actor, id, Some((goal, 2)), named(), false).await;
    assert!(matches!(&problems(asked)[..], [(field, Problem::MayTellWho(_))] if field == "who"));
    flow.write_goal(&actor, id, Some((goal, 2)), named(), true).await.unwrap();
    let roles = people("To fra brugerrådet og en aftenvagt", today, Some(ends));
    flow.write_goal(&actor, id, Some((goal, 3)), roles, false).await.unwrap();
    let position = Position { wanted: Some(8), now: Some(4), ..Position::default() };
    flow.write_goal(&actor, id, Some((goal, 4)), GoalChange::Position(position), false).await.unwrap();
    let near = today.checked_add(jiff::Span::new().weeks(2)).unwrap();
    let milestone = GoalChange::AddMilestone { text: "Tavlen hænger".to_owned(), due: Some(near) };
    flow.write_goal(&actor, id, Some((goal, 5)), milestone, false).await.unwrap();

    let calendar = flow.plan_calendar(&leader, id).await.unwrap();
    assert!(calendar.contains(&format!("UID:{goal}-milestone-1@pejling\r\n")), "{calendar}");
    followed_three_times(desk, id, goal).await;

    // The leader reads all of it and writes nothing.
    let plan = flow.plan(&leader, id).await.unwrap();
    assert_eq!(plan.goals.len(), 3);
    let forbidden = flow.write_goal(&leader, id, None, aim("Lederens eget"), false).await;
    assert!(matches!(forbidden, Err(Error::Forbidden)));
    let paper = plain_text(&flow.plan_paper(&leader, id).await.unwrap().report);
    assert!(paper.contains("Et svar på hvert forslag"), "{paper}");

    // One that was never followed up is removed; one that was is not.
    let other = flow.plan(&actor, id).await.unwrap();
    let other = other.goals.iter().find(|stored| stored.id == kept[1]).unwrap().clone();
    flow.remove_goal(&actor, id, &other.id, other.revision).await.unwrap();
    assert_eq!(refusal(flow.remove_goal(&actor, id, goal, 9).await), Problem::WrongState);
    told_after_three_months(desk, id).await;
}

/// After two weeks, a month later, and a month after that, when it is reached.
async fn followed_three_times(desk: &Desk, id: &str, goal: &str) {
    let (flow, actor) = (&desk.flow, desk.facilitator().await);
    let mut seen = 6;
    for (now, decision) in [(4, Decision::GoOn), (6, Decision::Change), (8, Decision::Reached)] {
        let next = flow.plan_progress(&actor, id).await.unwrap().next.expect("somebody looks again");
        assert_eq!((next.goal.as_str(), next.statement.as_str()), (goal, "Et svar på hvert forslag"));
        let early =
            flow.write_goal(&actor, id, Some((goal, seen)), looked(next.date, now, decision, ""), false);
        assert_eq!(problems(early.await), [("date".to_owned(), Problem::Plan(PlanProblem::Ahead))]);
        let days = i64::from(desk.today().until(next.date).unwrap().get_days());
        desk.clock.pass(days * DAY);
        // A session does not last that long.
        let actor = desk.facilitator().await;
        let change = looked(next.date, now, decision, "");
        flow.write_goal(&actor, id, Some((goal, seen)), change, false).await.unwrap();
        seen += 1;
    }
    let plan = flow.plan(&Actor::CommandLine, id).await.unwrap();
    let stored = plan.goals.iter().find(|stored| stored.id == goal).unwrap();
    assert_eq!((stored.goal.state(), stored.goal.latest()), (GoalState::Reached, Some(8)));
    assert_eq!(stored.goal.follow_ups.len(), 3);
    assert_eq!(flow.plan_progress(&Actor::CommandLine, id).await.unwrap().next, None);

    // The fourth goal takes its place; then it can't be opened again by taking the last follow-up back.
    let fourth = flow.write_goal(&Actor::CommandLine, id, None, aim("Det fjerde"), false).await.unwrap();
    let back =
        || flow.write_goal(&Actor::CommandLine, id, Some((goal, seen)), GoalChange::TakeBackFollowUp, false);
    assert_eq!(refusal(back().await), Problem::Plan(PlanProblem::NoRoom));
    flow.remove_goal(&Actor::CommandLine, id, &fourth, 1).await.unwrap();
}

async fn told_after_three_months(desk: &Desk, id: &str) {
    let (flow, actor) = (&desk.flow, desk.facilitator().await);
    let pair = |said: &str, done: &str| Told { said: said.to_owned(), done: done.to_owned() };
    let three = Telling::ThreeMonths;
    assert!(matches!(flow.told_poster(&actor, id, three).await, Err(Error::NotFound)));
    let unsaid = flow.save_told(&actor, id, three, 0, vec![pair("", "Vi gør noget.")]).await;
    assert_eq!(problems(unsaid), [("said.0".to_owned(), Problem::Empty)]);
    let told =
        vec![pair("Vi vil have svar", "Der hænger en tavle."), pair("Åbn om lørdagen", ""), pair("", " ")];
    flow.save_told(&actor, id, three, 0, told.clone()).await.unwrap();
    assert_eq!(refusal(flow.save_told(&actor, id, three, 0, told).await), Problem::Changed);
    let poster = flow.told_poster(&actor, id, three).await.unwrap().report;
    assert_eq!(poster.sections.len(), 1, "what waits for an answer is not told");
    let plan = flow.plan(&actor, id).await.unwrap();
    assert_eq!(plan.told.iter().map(|(.., stored)| stored.told.len()).collect::<Vec<_>>(), [2, 0]);
}
