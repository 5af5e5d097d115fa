//! When a goal is looked at: after two weeks, then monthly, the last time when it ends. No two of them are nearer to each
//! other at the end than two weeks.

use super::{Goal, MOST_FOLLOW_UPS, later};
use crate::schedule::is_free;
use jiff::ToSpan;
use jiff::civil::Date;

/// The day after which the first follow-up comes.
const FIRST: i64 = 14;
/// Days between a monthly follow-up and the goal's end; a nearer one waits for the end.
const BEFORE_THE_END: i64 = 14;

/// The next follow-up of an open goal that has begun.
pub fn next_follow_up(goal: &Goal) -> Option<Date> {
    coming_follow_ups(goal).first().copied()
}

/// Every follow-up that is left of an open goal that has begun, as things stand.
pub fn coming_follow_ups(goal: &Goal) -> Vec<Date> {
    let (Some(begins), Some(ends)) = (goal.begins, goal.ends) else { return Vec::new() };
    if !goal.is_open() || !goal.lacks().is_empty() {
        return Vec::new();
    }
    let mut last = goal.follow_ups.last().map(|last| last.date);
    let mut dates = Vec::new();
    for _ in goal.follow_ups.len()..MOST_FOLLOW_UPS {
        let date = after(last, begins, ends);
        dates.push(date);
        last = Some(date);
        if date >= ends {
            break;
        }
    }
    dates
}

/// The follow-up after this one, on a day when people are at work; one step never leaps over the goal's end.
fn after(last: Option<Date>, begins: Date, ends: Date) -> Date {
    let planned = match last {
        None => later(begins, FIRST.days()),
        Some(last) => {
            let month = later(last, 1.month());
            if later(month, BEFORE_THE_END.days()) > ends { month.max(ends) } else { month }
        }
    };
    let before_the_end = last.is_none_or(|last| last < ends);
    let mut day = if before_the_end { planned.min(ends) } else { planned };
    while is_free(day) {
        let next = later(day, 1.day());
        if next == day {
            break;
        }
        day = next;
    }
    day
}
