//! What holds of every goal, however it is written.

use super::printed::unfolded;
use super::{INSTRUMENT, TODAY, under_way};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use screening::language;
use screening::plan::{
    Aim, Decision, FollowUp, Goal, GoalChange, LifeArea, People, Position, Question, calendar,
    coming_follow_ups,
};
use screening::schedule::is_free;

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
            let month = pair[0].checked_add(1.month()).expect("a day");
            let near = month.checked_add(14.days()).expect("a day") > ends;
            let month = if near { ends } else { month };
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
