//! What facilitators are reminded of by mail on the day it is due: a goal is looked at, those who took part hear back.
//! It names the place and nothing else: no figure, no name, no word of a plan.

use crate::plan::{Goal, Telling, next_follow_up};
use crate::schedule::participants_hear_by;
use jiff::ToSpan;
use jiff::civil::Date;

/// Days after its own on which something is still told, where the program or its mail did not run on the day.
const DAYS_LATE: i64 = 7;

/// Something that is due, with its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// A goal is looked at.
    FollowUp {
        /// The goal's id.
        goal: String,
        /// The day.
        date: Date,
    },
    /// *I sagde – vi gør.*
    Told(Telling, Date),
    /// The last day for the page to those who took part.
    Participants(Date),
}

impl Reminder {
    /// Its day.
    pub fn date(&self) -> Date {
        match self {
            Self::FollowUp { date, .. } | Self::Told(_, date) | Self::Participants(date) => *date,
        }
    }

    /// What tells it from every other of the same screening: nobody is reminded of one twice.
    pub fn key(&self) -> String {
        match self {
            Self::FollowUp { goal, date } => format!("follow-up {goal} {date}"),
            Self::Told(telling, date) => format!("told {} {date}", telling.id()),
            Self::Participants(date) => format!("participants {date}"),
        }
    }
}

/// What a screening's reminders rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The day of the report's first version.
    pub released: Date,
    /// The page to those who took part is out.
    pub participants_told: bool,
    /// Goals by their ids.
    pub goals: Vec<(String, Goal)>,
}

/// What is due on a day, or has been for a few.
pub fn due(standing: &Standing, today: Date) -> Vec<Reminder> {
    let follow_ups = standing.goals.iter().filter_map(|(id, goal)| {
        next_follow_up(goal).map(|date| Reminder::FollowUp { goal: id.clone(), date })
    });
    let told = Telling::ALL.map(|telling| Reminder::Told(telling, telling.date(standing.released)));
    let participants = (!standing.participants_told)
        .then(|| Reminder::Participants(participants_hear_by(standing.released)));
    let earliest = today.checked_sub(DAYS_LATE.days()).unwrap_or(today);
    follow_ups
        .chain(told)
        .chain(participants)
        .filter(|reminder| (earliest..=today).contains(&reminder.date()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// A goal that can begin, from Monday 7 September 2026 to the end of February.
    fn goal() -> Goal {
        Goal {
            statement: "Et svar på hvert forslag".into(),
            begins: Some(date(2026, 9, 7)),
            ends: Some(date(2027, 2, 26)),
            user_along: Some(true),
            wanted: Some(8),
            now: Some(4),
            ..Goal::default()
        }
    }

    fn standing() -> Standing {
        Standing { released: date(2026, 6, 10), participants_told: false, goals: vec![("m1".into(), goal())] }
    }

    #[test]
    fn a_goal_is_looked_at_two_weeks_after_it_began() {
        let due_on =
            |day| due(&standing(), day).into_iter().filter(|one| matches!(one, Reminder::FollowUp { .. }));
        assert_eq!(due_on(date(2026, 9, 20)).count(), 0, "the day before");
        let expected = Reminder::FollowUp { goal: "m1".into(), date: date(2026, 9, 21) };
        for day in [date(2026, 9, 21), date(2026, 9, 28)] {
            assert_eq!(due_on(day).collect::<Vec<_>>(), std::slice::from_ref(&expected), "{day}");
        }
        assert_eq!(due_on(date(2026, 9, 29)).count(), 0, "a week late is too late");
    }

    #[test]
    fn those_who_took_part_hear_after_fourteen_days_and_three_and_six_months() {
        let keys = |day| due(&standing(), day).iter().map(Reminder::key).collect::<Vec<_>>();
        assert_eq!(keys(date(2026, 6, 24)), ["participants 2026-06-24"]);
        assert_eq!(keys(date(2026, 9, 10)), ["told tre 2026-09-10"]);
        assert_eq!(keys(date(2026, 12, 10)), ["told seks 2026-12-10"]);
        let out = Standing { participants_told: true, ..standing() };
        assert_eq!(due(&out, date(2026, 6, 24)), []);
    }

    #[test]
    fn another_day_is_another_reminder() {
        let on = |day| Reminder::FollowUp { goal: "m1".into(), date: day }.key();
        assert_ne!(on(date(2026, 9, 21)), on(date(2026, 9, 22)));
    }
}
