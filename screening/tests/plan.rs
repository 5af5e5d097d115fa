//! The development plan: what a person with a calendar and the plan's own rules would say.

mod support;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use screening::chart::Chart;
use screening::instrument::Instrument;
use screening::language;
use screening::plan::{
    Aim, Decision, DevelopmentPlan, FollowUp, Goal, GoalChange, GoalState, Lack, LifeArea, People,
    PlanProblem, Position, Question, Telling, Told, calendar, coming_follow_ups, has_room, in_order,
    next_follow_up, plan_paper, progress, told_paper,
};
use screening::report::{Block, plain_text};
use screening::schedule::is_free;
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

#[test]
fn progress_is_drawn_with_the_same_values_in_words() {
    let mut goal = under_way();
    goal.follow_ups.push(looked(date(2026, 12, 14), 5, Decision::GoOn, ""));
    goal.follow_ups.push(looked(date(2027, 1, 14), 7, Decision::Change, ""));
    let Chart { svg, narrow, description, table, .. } =
        progress(&goal, "p", language::of("da")).expect("it says where it is");
    let values: Vec<&str> = table.rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(values, ["4", "5", "7"]);
    assert_eq!(table.rows[1][0], "14. december 2026");
    assert_eq!(table.rows[2][2], "Vi ændrer noget");
    assert!(description.contains("Her vil vi hen: 8."), "{description}");
    for drawing in [&svg, &narrow] {
        assert_eq!(drawing.matches("<circle").count(), 3);
        assert!(drawing.contains("30. nov.") && drawing.contains("31. mar."), "{drawing}");
    }
    assert!(progress(&Goal { now: None, ..goal }, "p", language::of("da")).is_none());
}

#[test]
fn the_paper_begins_with_what_works() {
    let reached = Goal {
        follow_ups: vec![looked(date(2026, 12, 14), 8, Decision::Reached, "")],
        statement: "Åbent om lørdagen".to_owned(),
        ..under_way()
    };
    let strengths = ["Her bliver man hilst på.".to_owned()];
    let (goals, instrument) = ([under_way(), reached], &*INSTRUMENT);
    let plan = DevelopmentPlan {
        organisation: "Bostedet Åkanden",
        strengths: &strengths,
        goals: &goals,
        instrument,
        today: TODAY,
    };
    let paper = plan_paper(&plan, language::of("da"));
    let headings: Vec<&str> = paper.report.sections.iter().map(|one| one.heading.as_str()).collect();
    assert_eq!(
        headings,
        ["Det virker allerede", "Mål 1: Et svar på hvert forslag", "Nået: Åbent om lørdagen"]
    );
    let said = plain_text(&paper.report);
    for expected in
        ["Her bliver man hilst på.", "Her vil vi hen: 8", "Fra 30. november 2026 til 31. marts 2027"]
    {
        assert!(said.contains(expected), "{expected} in {said}");
    }
    assert!(paper.report.sections[2].blocks.iter().any(|block| matches!(block, Block::Chart(_))));
}

#[test]
fn the_poster_says_what_was_said_and_what_is_done() {
    let told = [Told { said: "Vi vil have svar".to_owned(), done: "Der hænger en tavle.".to_owned() }];
    let paper = told_paper("Bostedet Åkanden", Telling::ThreeMonths, &told, TODAY, language::of("da"));
    assert_eq!(paper.report.title, "I sagde – vi gør");
    assert_eq!(paper.report.kicker, "Bostedet Åkanden · Efter tre måneder");
    assert_eq!(paper.report.sections[0].heading, "I sagde: Vi vil have svar.");
    assert!(plain_text(&paper.report).contains("Vi gør: Der hænger en tavle."));
    assert_eq!(Telling::ThreeMonths.date(date(2026, 11, 30)), date(2027, 2, 28));
}

/// The lines of a calendar file put together again (RFC 5545, 3.1).
fn unfolded(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_calendar_holds_what_is_to_come() {
    let goal = Goal { statement: "Svar, til alle; altid".to_owned(), ..under_way() };
    let add = |text: &str| GoalChange::AddMilestone { text: text.to_owned(), due: Some(date(2026, 12, 31)) };
    let goal = goal.changed(add("Tavlen"), &INSTRUMENT, TODAY).expect("a milestone");
    let goal = goal.changed(add("Gjort er gjort"), &INSTRUMENT, TODAY).expect("a milestone");
    let goal = goal.changed(GoalChange::TickMilestone(2, true), &INSTRUMENT, TODAY).expect("done");
    let now = date(2026, 11, 25).at(8, 5, 0, 0);
    let file = calendar("Bostedet Åkanden", &[("abc".to_owned(), goal)], now, language::of("da"));
    let lines = unfolded(&file);
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 6);
    assert!(lines.contains(&"UID:abc-milestone-1@pejling".to_owned()));
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20261231".to_owned()));
    assert!(lines.contains(&"DTEND;VALUE=DATE:20270101".to_owned()), "a whole day ends the day after");
    assert!(lines.contains(&"DTSTAMP:20261125T080500Z".to_owned()));
    assert!(lines.contains(&"SUMMARY:Opfølgning: Svar\\, til alle\\; altid".to_owned()));
    assert!(!file.contains("Gjort er gjort"));
}

fn any_day() -> impl Strategy<Value = Date> {
    (0_i64..30_000).prop_map(|days| date(2000, 1, 1).checked_add(days.days()).expect("a day"))
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("æ".repeat(1001)), "[ a-zæøå,;\\\\\r\n\u{1}]{0,300}"]
}

fn any_change() -> impl Strategy<Value = GoalChange> {
    let day = || prop::option::of(any_day());
    let step = || prop::option::of(0_u8..14);
    prop_oneof![
        (any_text(), any_text(), any_text(), prop::option::of(Just(LifeArea::Work)), any::<bool>()).prop_map(
            |(statement, why, activity, life_area, known)| {
                let indicators = vec![if known { "1.1".into() } else { "unknown".into() }];
                GoalChange::Aim(Aim { statement, why, activity, indicators, life_area })
            }
        ),
        (day(), day(), 0_u8..6, any_text(), prop::option::of(any::<bool>())).prop_map(
            |(begins, ends, place, who, user_along)| {
                GoalChange::People(People { begins, ends, place, who, user_along })
            }
        ),
        prop::collection::btree_map(prop::sample::select(Question::ALL.to_vec()), any_text(), 0..5)
            .prop_map(GoalChange::Questions),
        (step(), step(), any_text(), any_text()).prop_map(|(wanted, now, holds, success)| {
            GoalChange::Position(Position { wanted, now, holds, success, ..Position::default() })
        }),
        (any_text(), day()).prop_map(|(text, due)| GoalChange::AddMilestone { text, due }),
        (0_u32..4, any::<bool>()).prop_map(|(number, done)| GoalChange::TickMilestone(number, done)),
        (0_u32..4).prop_map(GoalChange::RemoveMilestone),
        (any_day(), 0_u8..14, any_text(), prop::sample::select(Decision::ALL.to_vec()), any_text()).prop_map(
            |(date, now, well, decision, reason)| {
                let differently = String::new();
                GoalChange::FollowUp(FollowUp { date, now, well, differently, decision, reason })
            }
        ),
        Just(GoalChange::TakeBackFollowUp),
    ]
}

/// The fields of the form behind a change.
fn fields(change: &GoalChange) -> &'static [&'static str] {
    match change {
        GoalChange::Aim(_) => &["statement", "why", "activity", "indicators"],
        GoalChange::People(_) => &["begins", "ends", "place", "who"],
        GoalChange::Questions(_) => &["what", "noticed", "agreed", "managed", "when"],
        GoalChange::Position(_) => {
            &["wanted", "now", "holds", "next_step", "success", "no_success", "cost", "gain"]
        }
        GoalChange::AddMilestone { .. } => &["text", "due"],
        GoalChange::TickMilestone(..) | GoalChange::RemoveMilestone(_) => &["milestone"],
        GoalChange::FollowUp(_) => &["date", "now", "well", "differently", "decision", "reason"],
        GoalChange::TakeBackFollowUp => &["follow_up"],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn follow_ups_go_on_to_the_end_on_days_at_work(begins in any_day(), length in 1_i64..700) {
        let ends = begins.checked_add(length.days()).expect("a day");
        let goal = Goal { begins: Some(begins), ends: Some(ends), ..under_way() };
        let dates = coming_follow_ups(&goal);
        prop_assert!(dates.iter().all(|day| !is_free(*day)));
        prop_assert!(dates.windows(2).all(|pair| pair[0] < pair[1]));
        let (last, before) = dates.split_last().expect("one at least");
        prop_assert!(*last >= ends && before.iter().all(|day| *day < ends));
        // From 24 December to the Monday after New Year's Day are 12 days at most.
        let first = begins.checked_add(14.days()).expect("a day").min(ends);
        let apart = first.until(dates[0]).expect("days").get_days();
        prop_assert!((0..=12).contains(&apart), "{apart}");
        for pair in dates.windows(2) {
            let month = pair[0].checked_add(1.month()).expect("a day").min(ends);
            let apart = month.until(pair[1]).expect("days").get_days();
            prop_assert!((0..=12).contains(&apart), "{apart}");
        }
    }

    #[test]
    fn every_problem_names_a_field_of_its_form(changes in prop::collection::vec(any_change(), 1..8)) {
        let instrument = &*INSTRUMENT;
        let mut goal = under_way();
        for change in changes {
            let form = fields(&change);
            match goal.changed(change, instrument, TODAY) {
                Ok(changed) => goal = changed,
                Err(findings) => {
                    prop_assert!(!findings.is_empty());
                    prop_assert!(findings.iter().all(|one| form.contains(&one.field)), "{findings:?}");
                }
            }
            prop_assert!(goal.begins < goal.ends);
            prop_assert!(goal.statement.chars().count() <= 200 && !goal.statement.contains('\n'));
            prop_assert!(goal.follow_ups.iter().all(|one| one.date <= TODAY && (1..=10).contains(&one.now)));
            prop_assert!(goal.milestones.is_sorted_by_key(|one| one.due));
        }
    }

    #[test]
    fn no_text_breaks_a_calendar(statement in any_text(), activity in any_text()) {
        let goal = Goal { statement, activity, ..under_way() };
        let now = TODAY.at(8, 0, 0, 0);
        let file = calendar("Bostedet", &[("a".to_owned(), goal)], now, language::of("da"));
        prop_assert!(file.ends_with("\r\n"));
        for line in file.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n', '\u{1}']), "{line:?}");
        }
        let names = unfolded(&file);
        prop_assert!(names.iter().all(|line| line.contains(':')), "{names:?}");
    }
}
