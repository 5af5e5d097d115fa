//! Deletion by time: nothing goes early, nothing stays late, nothing goes that something else still needs.

#![expect(clippy::unwrap_used, reason = "a test says where it fails")]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use screening::retention::{Due, Ended, Kept, Retention, clock_jumped, log_due, log_from};

fn released(day: Date) -> Ended {
    Ended { released: Some(day), ..Ended::default() }
}

#[test]
fn the_defaults_are_three_months_twelve_months_and_five_years_after_filing() {
    let (end, filed) = (date(2027, 1, 31), date(2027, 2, 15));
    let mut retention = Retention::default();
    let due = |retention: &Retention, kept| retention.due(kept, released(end));
    assert_eq!(due(&retention, Kept::Answers), Due::On(date(2027, 4, 30)), "the last day of a shorter month");
    assert_eq!(due(&retention, Kept::Evidence), Due::On(date(2028, 1, 31)));
    assert_eq!(due(&retention, Kept::Report), Due::AfterFiling);
    retention.filed = Some(filed);
    assert_eq!(due(&retention, Kept::Report), Due::On(date(2032, 2, 15)));
    assert_eq!(retention.due(Kept::Answers, Ended::default()), Due::AfterRelease);
    assert_eq!(log_due(date(2027, 2, 28), 12), date(2028, 2, 28));
}

#[test]
fn a_clock_that_goes_on_by_years_deletes_nothing_on_its_first_day() {
    let last = date(2026, 11, 22);
    assert!(!clock_jumped(None, last), "a new installation");
    assert!(!clock_jumped(Some(last), date(2026, 12, 31)), "off over Christmas");
    assert!(clock_jumped(Some(last), date(2099, 1, 1)));
    assert!(!clock_jumped(Some(last), date(1970, 1, 1)), "backwards nothing is due that was not before");
}

#[test]
fn a_stopped_one_has_no_answers_and_nothing_to_file() {
    let ended = Ended { stopped: Some(date(2026, 11, 22)), ..Ended::default() };
    let retention = Retention::default();
    assert_eq!(retention.due(Kept::Answers, ended), Due::Gone(date(2026, 11, 22)));
    assert_eq!(retention.due(Kept::Evidence, ended), Due::On(date(2027, 11, 22)));
    assert_eq!(retention.due(Kept::Report, ended), Due::On(date(2031, 11, 22)));
}

fn days() -> impl Strategy<Value = Date> {
    (0_i64..20_000).prop_map(|days| date(2000, 1, 1).checked_add(days.days()).unwrap())
}

fn retentions() -> impl Strategy<Value = Retention> {
    (
        prop::collection::btree_map(prop::sample::select(Kept::ALL.to_vec()), 0_u32..200, 0..4),
        prop::option::of(days()),
    )
        .prop_map(|(months, filed)| Retention { months, filed, ..Retention::default() })
}

fn endings() -> impl Strategy<Value = Ended> {
    (prop::option::of(days()), prop::option::of(days()), any::<bool>())
        .prop_map(|(released, stopped, needed_by_next)| Ended { released, stopped, needed_by_next })
}

proptest! {
    #[test]
    fn the_log_keeps_a_day_until_it_is_due(today in days(), months in 1_u32..=12) {
        let first = log_from(today, months);
        prop_assert!(log_due(first, months) > today, "nothing goes early");
        prop_assert!(log_due(first.yesterday().unwrap(), months) <= today, "nothing stays late");
    }

    #[test]
    fn nothing_goes_early_and_nothing_stays_late(retention in retentions(), ended in endings(), today in days()) {
        let going = retention.due_by(today, ended);
        for kept in Kept::ALL {
            let months = i64::from(retention.months(kept));
            prop_assert!(retention.months(kept) <= kept.most(), "never longer than the default");
            // The day that the clock runs from: the end, and for the report its filing.
            let end = ended.released.or(ended.stopped);
            let from = match (kept, ended.released) {
                (Kept::Answers, None) => None,
                (Kept::Report, Some(_)) => retention.filed.filter(|_| end.is_some()),
                (Kept::Report, None) => end.map(|end| retention.filed.unwrap_or(end)),
                _ => end,
            };
            let over = from.map(|from| from.checked_add(months.months()).unwrap());
            let needed = kept == Kept::Report && ended.needed_by_next;
            prop_assert_eq!(going.contains(&kept), over.is_some_and(|over| over <= today) && !needed, "{:?}", kept);
        }
    }

    #[test]
    fn what_has_gone_does_not_go_again(mut retention in retentions(), ended in endings(), today in days()) {
        for kept in retention.due_by(today, ended) {
            retention.gone.insert(kept, today);
        }
        prop_assert_eq!(retention.due_by(today, ended), []);
    }

    #[test]
    fn shorter_is_never_later(retention in retentions(), ended in endings(), today in days()) {
        let longest = Retention { months: [].into(), ..retention.clone() };
        let shorter = retention.due_by(today, ended);
        prop_assert!(longest.due_by(today, ended).iter().all(|kept| shorter.contains(kept)));
    }
}
