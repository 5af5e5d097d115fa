//! Opening and closing by themselves, on days that somebody chose.

use crate::settings::State;
use jiff::civil::Date;

/// Where a day can begin, by the names of the time zones: where the instruments' languages are spoken.
pub const ZONES: [&str; 4] = ["Europe/Copenhagen", "Europe/Oslo", "Atlantic/Faroe", "America/Nuuk"];

/// The days; what has none is done by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByDate {
    /// It opens when this day begins.
    pub opens_on: Option<Date>,
    /// It closes when this day has ended.
    pub closes_on: Option<Date>,
}

/// What is done by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It opens.
    Open,
    /// Closing begins.
    Close,
}

impl ByDate {
    /// What is due on this day. Where the last day went by before it could open, it does not: nobody could answer.
    pub fn due(self, state: State, today: Date) -> Option<Step> {
        let over = self.closes_on.is_some_and(|day| day < today);
        match state {
            State::Prepared => (self.opens_on.is_some_and(|day| day <= today) && !over).then_some(Step::Open),
            State::Open => over.then_some(Step::Close),
            State::Closing | State::Closed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    const OPENS: Date = date(2027, 1, 12);
    const CLOSES: Date = date(2027, 1, 29);

    #[test]
    fn it_opens_as_its_day_begins_and_closes_as_the_last_has_ended() {
        let days = ByDate { opens_on: Some(OPENS), closes_on: Some(CLOSES) };
        for (state, day, due) in [
            (State::Prepared, date(2027, 1, 11), None),
            (State::Prepared, OPENS, Some(Step::Open)),
            (State::Prepared, CLOSES, Some(Step::Open)),
            (State::Prepared, date(2027, 1, 30), None),
            (State::Open, OPENS, None),
            (State::Open, CLOSES, None),
            (State::Open, date(2027, 1, 30), Some(Step::Close)),
            (State::Closing, date(2027, 1, 30), None),
            (State::Closed, date(2027, 1, 30), None),
        ] {
            assert_eq!(days.due(state, day), due, "{state:?} {day}");
        }
    }

    #[test]
    fn what_nobody_chose_is_done_by_hand() {
        for day in (0..400).map(|days| OPENS.saturating_add(days.days())) {
            assert_eq!(ByDate::default().due(State::Prepared, day), None);
            assert_eq!(ByDate::default().due(State::Open, day), None);
            let closes = ByDate { closes_on: Some(CLOSES), ..ByDate::default() };
            assert_eq!(closes.due(State::Prepared, day), None);
        }
    }

    #[test]
    fn every_zone_is_one() {
        for zone in ZONES {
            assert!(TimeZone::get(zone).is_ok(), "{zone}");
        }
    }
}
