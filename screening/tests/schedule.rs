//! The twelve weeks: what a person with a calendar would say.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use screening::schedule::{Milestone, Schedule, Stretch, is_free};
use std::collections::BTreeMap;

fn any_day() -> impl Strategy<Value = Date> {
    (0_i64..36_500).prop_map(|days| date(2000, 1, 1).checked_add(days.days()).expect("a day"))
}

#[test]
fn twelve_weeks_in_five_stretches() {
    let weeks: Vec<u8> = Stretch::ALL.into_iter().map(Stretch::weeks).collect();
    assert_eq!(weeks, [3, 3, 2, 2, 2]);
    let schedule = Schedule::proposed(date(2026, 8, 17));
    assert_eq!(schedule.stretch(Stretch::Prepare), (date(2026, 8, 17), date(2026, 9, 4)));
    assert_eq!(schedule.stretch(Stretch::Collect), (date(2026, 9, 7), date(2026, 9, 25)));
    assert_eq!(schedule.stretch(Stretch::HearingOne), (date(2026, 9, 28), date(2026, 10, 9)));
    assert_eq!(schedule.stretch(Stretch::HearingTwo), (date(2026, 10, 12), date(2026, 10, 23)));
    assert_eq!(schedule.stretch(Stretch::Report), (date(2026, 10, 26), date(2026, 11, 6)));
}

#[test]
fn an_autumn_by_the_calendar() {
    // Created on a Wednesday: the first whole week begins the Monday after.
    let schedule = Schedule::proposed(date(2026, 8, 12));
    let day = |milestone| schedule.date(milestone);
    assert_eq!(schedule.start(), date(2026, 8, 17));
    assert_eq!(day(Milestone::PlanningGroup), date(2026, 8, 18));
    assert_eq!(day(Milestone::Open), date(2026, 9, 8));
    assert_eq!(day(Milestone::Close), date(2026, 9, 24));
    assert_eq!(day(Milestone::HearingOne), date(2026, 10, 7));
    assert_eq!(day(Milestone::HearingTwo), date(2026, 10, 21));
    assert_eq!(day(Milestone::HandOver), date(2026, 11, 3));
    assert_eq!(schedule.next(date(2026, 9, 25)), Some(Milestone::LeaderTalk));
    assert_eq!(schedule.next(date(2026, 10, 7)), Some(Milestone::HearingOne), "on the day itself");
    assert_eq!(schedule.next(date(2027, 1, 1)), None);
    // A report that is released before the second hearing was to be: what comes next is handing it over.
    let next = |least| schedule.next_from(least, date(2026, 10, 20));
    assert_eq!(next(Milestone::HandOver), Some(Milestone::HandOver));
    assert_eq!(next(Milestone::LeaderTalk), Some(Milestone::HearingTwo));
}

#[test]
fn danish_holidays_of_2026_and_2027() {
    for (month, day) in [(1, 1), (4, 2), (4, 3), (4, 6), (5, 14), (5, 25), (6, 5), (12, 24), (12, 25)] {
        assert!(is_free(date(2026, month, day)), "{day}.{month}.");
    }
    // Easter Sunday is 28 March 2027; store bededag (23 April) is an ordinary Friday.
    assert!(is_free(date(2027, 3, 25)) && is_free(date(2027, 3, 29)) && is_free(date(2027, 5, 17)));
    assert!(!is_free(date(2027, 4, 23)) && !is_free(date(2026, 4, 1)) && !is_free(date(2026, 12, 23)));
}

#[test]
fn a_hearing_never_falls_on_easter() {
    // The Wednesday of week eight is 1 April 2026; a day later it would be Maundy Thursday.
    let schedule = Schedule::of_week(date(2026, 2, 9));
    assert_eq!(schedule.date(Milestone::HearingOne), date(2026, 4, 1));
    // The report's Thursday is Ascension Day, and the Friday after an ordinary one.
    let schedule = Schedule::of_week(date(2026, 3, 2));
    assert_eq!(schedule.date(Milestone::Report), date(2026, 5, 15));
}

#[test]
fn nobody_is_asked_between_christmas_and_new_year() {
    // Monday 28 December 2026 to Friday 1 January 2027 are all free: the sixth week is the one after.
    let schedule = Schedule::of_week(date(2026, 11, 23));
    assert_eq!(schedule.date(Milestone::Remind), date(2026, 12, 22));
    assert_eq!(schedule.date(Milestone::InviteHearings), date(2027, 1, 5));
    assert_eq!(schedule.date(Milestone::Close), date(2027, 1, 7));
    assert_eq!(schedule.date(Milestone::HandOver), date(2027, 2, 16));
    assert_eq!(schedule.stretch(Stretch::Collect), (date(2026, 12, 14), date(2027, 1, 8)));
}

#[test]
fn a_date_is_moved_and_moved_back() {
    let proposed = Schedule::of_week(date(2026, 8, 17));
    let mut typed: BTreeMap<_, _> = proposed.dates().collect();
    assert_eq!(proposed.changed(date(2026, 8, 17), &typed), proposed, "nothing was changed");
    typed.insert(Milestone::HearingOne, date(2026, 10, 8));
    let moved = proposed.changed(date(2026, 8, 19), &typed);
    assert_eq!(moved.date(Milestone::HearingOne), date(2026, 10, 8));
    assert_eq!(moved.start(), date(2026, 8, 17), "any day of the week");
    typed.insert(Milestone::HearingOne, date(2026, 10, 7));
    assert_eq!(moved.changed(date(2026, 8, 17), &typed), proposed);
}

#[test]
fn another_first_week_takes_the_dates_along() {
    let before = Schedule::of_week(date(2026, 8, 17));
    let mut typed: BTreeMap<_, _> = before.dates().collect();
    typed.insert(Milestone::HandOver, date(2026, 11, 20));
    let after = before.changed(date(2026, 8, 24), &typed);
    assert_eq!(after.date(Milestone::HearingOne), date(2026, 10, 14));
    assert_eq!(after.date(Milestone::HandOver), date(2026, 11, 20), "typed anew");
}

#[test]
fn what_comes_too_early_is_found() {
    let schedule = Schedule::of_week(date(2026, 8, 17));
    assert_eq!(schedule.out_of_order(), None);
    let typed = BTreeMap::from([(Milestone::HearingTwo, date(2026, 10, 1))]);
    assert_eq!(schedule.changed(date(2026, 8, 17), &typed).out_of_order(), Some(Milestone::HearingTwo));
}

proptest! {
    #[test]
    fn no_proposal_is_on_a_weekend_and_none_before_the_one_ahead(from in any_day()) {
        let schedule = Schedule::proposed(from);
        prop_assert!(schedule.start() >= from && schedule.start().weekday() == Weekday::Monday);
        for (milestone, day) in schedule.dates() {
            prop_assert!(!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday), "{milestone:?} {day}");
            prop_assert!(!is_free(day), "{milestone:?} {day}");
        }
        prop_assert_eq!(schedule.out_of_order(), None);
    }

    #[test]
    fn the_stretches_add_up_to_twelve_weeks_without_a_hole(from in any_day()) {
        let schedule = Schedule::proposed(from);
        let stretches: Vec<_> = Stretch::ALL.into_iter().map(|one| schedule.stretch(one)).collect();
        let free = |monday: Date| {
            (0..5_i64).filter(|days| is_free(monday.checked_add(days.days()).unwrap())).count() >= 3
        };
        let mut monday = schedule.start();
        let mut weeks = 0;
        for (stretch, (first, last)) in Stretch::ALL.into_iter().zip(stretches) {
            while free(monday) {
                monday = monday.checked_add(1.weeks()).unwrap();
            }
            prop_assert_eq!(first, monday, "after a Friday comes the Monday of the next week that counts");
            while monday < last {
                weeks += i32::from(!free(monday));
                monday = monday.checked_add(1.weeks()).unwrap();
            }
            prop_assert!(stretch.weeks() > 0 && last.weekday() == Weekday::Friday);
        }
        prop_assert_eq!(weeks, 12);
    }

    #[test]
    fn a_milestone_lies_in_its_stretch(from in any_day()) {
        let schedule = Schedule::proposed(from);
        for (milestone, day) in schedule.dates() {
            let (first, last) = schedule.stretch(milestone.stretch());
            prop_assert!(day >= first && day <= last, "{milestone:?} {day}");
        }
    }

    #[test]
    fn it_is_read_back_as_it_was_kept(from in any_day()) {
        let schedule = Schedule::proposed(from);
        let kept = serde_json::to_string(&schedule).unwrap();
        prop_assert_eq!(serde_json::from_str::<Schedule>(&kept).unwrap(), schedule);
    }
}

#[test]
fn the_next_time_keeps_what_was_chosen_as_far_from_its_first_week() {
    let first = Schedule::of_week(date(2026, 8, 17));
    // The first hearing a day earlier than proposed; the second on a Thursday.
    let chosen = [(Milestone::HearingOne, date(2026, 10, 6)), (Milestone::HearingTwo, date(2026, 10, 29))];
    let chosen = first.changed(first.start(), &chosen.into());
    // 54 weeks later: the second falls on Thursday 11 November.
    let next = chosen.moved_to(date(2027, 8, 30));
    assert_eq!(next.start(), date(2027, 8, 30));
    assert_eq!(next.date(Milestone::HearingOne), date(2027, 10, 19));
    assert_eq!(next.date(Milestone::HearingTwo), date(2027, 11, 11));
    assert_eq!(next.date(Milestone::Open), Schedule::of_week(date(2027, 8, 30)).date(Milestone::Open));
    // On a holiday it is proposed anew: Ascension Day is 6 May 2027.
    let spring = Schedule::of_week(date(2027, 1, 11));
    let thursday = spring.changed(spring.start(), &[(Milestone::Close, date(2027, 2, 18))].into());
    let start = date(2027, 3, 29);
    assert_eq!(
        thursday.moved_to(start).date(Milestone::Close),
        Schedule::of_week(start).date(Milestone::Close)
    );
    assert!(!is_free(thursday.moved_to(start).date(Milestone::Close)));
}

#[test]
fn the_next_time_begins_a_year_later_and_never_before_today() {
    let first = Schedule::of_week(date(2026, 8, 17));
    assert_eq!(first.again(date(2026, 12, 1)), date(2027, 8, 23));
    assert_eq!(first.again(date(2028, 2, 1)), date(2028, 2, 7));
}
