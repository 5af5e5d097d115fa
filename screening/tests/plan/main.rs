//! The development plan: what a person with a calendar and the plan's own rules would say.

mod printed;
mod properties;
#[path = "../support/mod.rs"]
mod support;

use jiff::civil::{Date, date};
use screening::instrument::Instrument;
use screening::plan::{
    Aim, Decision, FollowUp, Goal, GoalChange, GoalState, Lack, People, PlanProblem, Position,
    coming_follow_ups, goal_about, has_room, in_order, next_follow_up,
};
use std::sync::LazyLock;
use support::recovery;

/// Read once: it is the same for every goal.
static INSTRUMENT: LazyLock<Instrument> = LazyLock::new(recovery);

const TODAY: Date = date(2026, 11, 25);

/// A goal that has begun on Monday 30 November 2026 and ends on Wednesday 31 March 2027.
fn under_way() -> Goal {
    let people = People {
        begins: Some(date(2026, 11, 30)),
        ends: Some(date(2027, 3, 31)),
        place: 1,
        who: "To brugere og lederen".to_owned(),
        user_along: Some(true),
    };
    let position = Position { wanted: Some(8), now: Some(4), ..Position::default() };
    let aim = Aim { statement: "Et svar på hvert forslag".to_owned(), ..Aim::default() };
    let changes = [GoalChange::Aim(aim), GoalChange::People(people), GoalChange::Position(position)];
    changes.into_iter().fold(Goal::default(), |goal, change| {
        goal.changed(change, &INSTRUMENT, TODAY).expect("every part holds")
    })
}

fn looked(date: Date, now: u8, decision: Decision, reason: &str) -> FollowUp {
    FollowUp {
        date,
        now,
        well: "Tavlen hænger der.".to_owned(),
        differently: String::new(),
        decision,
        reason: reason.to_owned(),
    }
}

fn wrong(goal: &Goal, change: GoalChange, today: Date) -> Vec<(&'static str, PlanProblem)> {
    let findings = goal.changed(change, &INSTRUMENT, today).expect_err("it does not hold");
    findings.into_iter().map(|finding| (finding.field, finding.problem)).collect()
}

#[test]
fn two_weeks_then_monthly_and_the_last_day() {
    // 14 February 2027 is a Sunday, so the Monday after, and from there.
    let expected =
        [date(2026, 12, 14), date(2027, 1, 14), date(2027, 2, 15), date(2027, 3, 15), date(2027, 3, 31)];
    assert_eq!(coming_follow_ups(&under_way()), expected);
}

#[test]
fn a_monthly_follow_up_just_before_the_end_waits_for_it() {
    // 15 March is nine days before the end.
    let goal = Goal { ends: Some(date(2027, 3, 24)), ..under_way() };
    let expected = [date(2026, 12, 14), date(2027, 1, 14), date(2027, 2, 15), date(2027, 3, 24)];
    assert_eq!(coming_follow_ups(&goal), expected);
}

#[test]
fn nobody_is_asked_to_look_between_christmas_and_new_year() {
    // Two weeks after 11 December is Christmas Day; Monday 4 January is the first day at work.
    let goal = Goal { begins: Some(date(2026, 12, 11)), ..under_way() };
    assert_eq!(next_follow_up(&goal), Some(date(2027, 1, 4)));
}

#[test]
fn a_short_goal_is_looked_at_when_it_ends() {
    let goal = Goal { ends: Some(date(2026, 12, 4)), ..under_way() };
    assert_eq!(coming_follow_ups(&goal), [date(2026, 12, 4)]);
}

#[test]
fn the_next_is_a_month_after_the_latest_whenever_that_was() {
    let today = date(2027, 1, 5);
    let late = looked(date(2027, 1, 5), 5, Decision::GoOn, "");
    let goal = under_way().changed(GoalChange::FollowUp(late), &INSTRUMENT, today).expect("a follow-up");
    assert_eq!(next_follow_up(&goal), Some(date(2027, 2, 5)));
}

#[test]
fn a_goal_without_end_or_with_one_in_the_past_is_refused_at_its_field() {
    let goal = Goal::default();
    let people = People { begins: Some(TODAY), place: 1, ..People::default() };
    assert_eq!(wrong(&goal, GoalChange::People(people.clone()), TODAY), [("ends", PlanProblem::NoEnd)]);
    let begins = Some(date(2026, 10, 1));
    let ended = People { begins, ends: Some(date(2026, 11, 24)), ..people.clone() };
    assert_eq!(wrong(&goal, GoalChange::People(ended), TODAY), [("ends", PlanProblem::Past)]);
    let backwards = People { ends: Some(date(2026, 11, 24)), ..people };
    assert_eq!(wrong(&goal, GoalChange::People(backwards), TODAY), [("ends", PlanProblem::EndsFirst)]);
    // One that has run out meanwhile can still be put right in other ways.
    let later = date(2027, 5, 1);
    let goal = under_way();
    let people = People {
        begins: goal.begins,
        ends: goal.ends,
        place: 2,
        who: "Alle".to_owned(),
        user_along: Some(true),
    };
    assert!(goal.changed(GoalChange::People(people), &INSTRUMENT, later).is_ok());
}

#[test]
fn a_milestone_is_small_and_near() {
    let add = |due| GoalChange::AddMilestone { text: " En tavle\ni gangen ".to_owned(), due: Some(due) };
    let goal = under_way();
    assert_eq!(wrong(&goal, add(date(2026, 11, 24)), TODAY), [("due", PlanProblem::Past)]);
    let goal = goal.changed(add(TODAY), &INSTRUMENT, TODAY).expect("today is no past");
    assert_eq!(goal.milestones[0].text, "En tavle i gangen");
    // Six weeks after 25 November 2026 is 6 January 2027.
    let goal = goal.changed(add(date(2027, 1, 7)), &INSTRUMENT, TODAY).expect("far is no fault");
    let goal = goal.changed(add(date(2027, 1, 6)), &INSTRUMENT, TODAY).expect("near");
    let days: Vec<(Date, bool)> = goal.milestones.iter().map(|one| (one.due, one.is_far(TODAY))).collect();
    assert_eq!(days, [(TODAY, false), (date(2027, 1, 6), false), (date(2027, 1, 7), true)]);
    assert!(goal.milestones[0].is_late(date(2026, 11, 26)));
    let done = goal.changed(GoalChange::TickMilestone(1, true), &INSTRUMENT, TODAY).expect("it is there");
    assert_eq!(done.milestones[0].done, Some(TODAY));
    assert!(!done.milestones[0].is_late(date(2026, 12, 26)));
    assert_eq!(wrong(&goal, GoalChange::RemoveMilestone(9), TODAY), [("milestone", PlanProblem::NotAChoice)]);
}

#[test]
fn a_goal_begins_with_a_user_in_its_group() {
    let alone = Goal { user_along: Some(false), ..under_way() };
    assert_eq!((alone.state(), alone.lacks()), (GoalState::Written, vec![Lack::User]));
    assert_eq!(next_follow_up(&alone), None);
    let today = date(2026, 12, 14);
    let look = GoalChange::FollowUp(looked(today, 4, Decision::GoOn, ""));
    assert_eq!(wrong(&alone, look, today), [("decision", PlanProblem::NotBegun)]);
    assert_eq!(under_way().state(), GoalState::UnderWay);
}

#[test]
fn a_follow_up_is_made_on_a_day_that_was_and_a_stop_says_why() {
    let (goal, today) = (under_way(), date(2026, 12, 14));
    let made = |date, now, decision, reason: &str| GoalChange::FollowUp(looked(date, now, decision, reason));
    let refused = |change| wrong(&goal, change, today);
    let tomorrow = date(2026, 12, 15);
    assert_eq!(refused(made(tomorrow, 4, Decision::GoOn, "")), [("date", PlanProblem::Ahead)]);
    let before = date(2026, 11, 29);
    assert_eq!(refused(made(before, 4, Decision::GoOn, "")), [("date", PlanProblem::BeforeLast)]);
    assert_eq!(refused(made(today, 11, Decision::GoOn, "")), [("now", PlanProblem::NotOnScale)]);
    assert_eq!(refused(made(today, 0, Decision::GoOn, "")), [("now", PlanProblem::NotOnScale)]);
    assert_eq!(refused(made(today, 4, Decision::Stop, " ")), [("reason", PlanProblem::NoReason)]);
    let stopped = goal.changed(made(today, 3, Decision::Stop, "Ingen har tid."), &INSTRUMENT, today);
    let stopped = stopped.expect("a reason is there");
    assert_eq!((stopped.state(), stopped.latest()), (GoalState::Stopped, Some(3)));
    assert_eq!(next_follow_up(&stopped), None);
    assert_eq!(
        wrong(&stopped, made(today, 3, Decision::GoOn, ""), today),
        [("decision", PlanProblem::Ended)]
    );
    let again = stopped.changed(GoalChange::TakeBackFollowUp, &INSTRUMENT, today).expect("a mistake");
    assert_eq!(again, goal);
}

#[test]
fn a_focus_point_is_under_way_where_an_open_goal_is_about_it() {
    let about = |id: &str, place| Goal { indicators: vec![id.into()], place, ..under_way() };
    let mut reached = about("7.1", 1);
    reached.follow_ups.push(looked(date(2026, 12, 14), 8, Decision::Reached, ""));
    let goals = [reached, about("3.2", 2)];
    let place = |ids: &[&str]| {
        let ids: Vec<_> = ids.iter().map(|id| (*id).into()).collect();
        goal_about(&goals, &ids).map(|goal| goal.place)
    };
    assert_eq!((place(&["3.1", "3.2"]), place(&["7.1"]), place(&[])), (Some(2), None, None));
}

#[test]
fn three_goals_are_open_and_no_more() {
    let open = [under_way(), under_way(), under_way()];
    assert!(has_room(&open[..2]) && !has_room(&open));
    let mut reached = under_way();
    reached.follow_ups.push(looked(date(2026, 12, 14), 8, Decision::Reached, ""));
    let mut goals = [reached.clone(), Goal { place: 2, ..under_way() }, under_way(), reached];
    assert!(has_room(&goals), "what is reached takes no room");
    in_order(&mut goals, |goal| goal);
    let order: Vec<(bool, u8)> = goals.iter().map(|goal| (goal.is_open(), goal.place)).collect();
    assert_eq!(order, [(true, 1), (true, 2), (false, 1), (false, 1)]);
}
