//! The twelve weeks that are proposed at the start, as dates: three to prepare, three to collect, two to the first
//! hearing, two to the second, two to report and hand over. A week that most of the place is away is none of them. A
//! proposal: each date can be moved.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A stretch of the twelve weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// To the opening.
    Prepare,
    /// To the close.
    Collect,
    /// To the first hearing.
    HearingOne,
    /// To the second.
    HearingTwo,
    /// To the report and the meeting where it is handed over.
    Report,
}

impl Stretch {
    /// In order.
    pub const ALL: [Self; 5] =
        [Self::Prepare, Self::Collect, Self::HearingOne, Self::HearingTwo, Self::Report];

    /// How long it lasts.
    pub fn weeks(self) -> u8 {
        match self {
            Self::Prepare | Self::Collect => 3,
            Self::HearingOne | Self::HearingTwo | Self::Report => 2,
        }
    }

    /// Weeks before it.
    pub fn begins(self) -> u8 {
        Self::ALL.into_iter().take_while(|stretch| *stretch != self).map(Self::weeks).sum()
    }
}

/// What is done on a day of the schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Milestone {
    /// The planning group meets for the first time.
    PlanningGroup,
    /// Promise, representatives and data protection are in place.
    Agreements,
    /// The questionnaires are read aloud, the codes made, the invitations sent.
    Invite,
    /// It opens.
    Open,
    /// Everyone is reminded alike.
    Remind,
    /// Invitations to the first hearing.
    InviteHearings,
    /// It closes.
    Close,
    /// The planning group sees the picture; the leader gets a talk with the hearing's own material.
    LeaderTalk,
    /// The first hearing.
    HearingOne,
    /// Its minutes are approved; invitations to the second.
    Minutes,
    /// The second hearing.
    HearingTwo,
    /// The report is released.
    Report,
    /// It is handed over at a meeting.
    HandOver,
    /// Those who took part hear back.
    HearBack,
}

impl Milestone {
    /// In order.
    pub const ALL: [Self; 14] = [
        Self::PlanningGroup,
        Self::Agreements,
        Self::Invite,
        Self::Open,
        Self::Remind,
        Self::InviteHearings,
        Self::Close,
        Self::LeaderTalk,
        Self::HearingOne,
        Self::Minutes,
        Self::HearingTwo,
        Self::Report,
        Self::HandOver,
        Self::HearBack,
    ];

    /// Its name in forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::PlanningGroup => "planning-group",
            Self::Agreements => "agreements",
            Self::Invite => "invite",
            Self::Open => "open",
            Self::Remind => "remind",
            Self::InviteHearings => "invite-hearings",
            Self::Close => "close",
            Self::LeaderTalk => "leader-talk",
            Self::HearingOne => "hearing-one",
            Self::Minutes => "minutes",
            Self::HearingTwo => "hearing-two",
            Self::Report => "report",
            Self::HandOver => "hand-over",
            Self::HearBack => "hear-back",
        }
    }

    /// The stretch it is in.
    pub fn stretch(self) -> Stretch {
        match self {
            Self::PlanningGroup | Self::Agreements | Self::Invite => Stretch::Prepare,
            Self::Open | Self::Remind | Self::InviteHearings | Self::Close => Stretch::Collect,
            Self::LeaderTalk | Self::HearingOne => Stretch::HearingOne,
            Self::Minutes | Self::HearingTwo => Stretch::HearingTwo,
            Self::Report | Self::HandOver | Self::HearBack => Stretch::Report,
        }
    }

    /// Week of its stretch, from 0, and day.
    fn place(self) -> (u8, Weekday) {
        match self {
            Self::PlanningGroup => (0, Weekday::Tuesday),
            Self::Agreements => (1, Weekday::Tuesday),
            Self::Invite => (2, Weekday::Wednesday),
            Self::Open => (0, Weekday::Tuesday),
            Self::Remind => (1, Weekday::Tuesday),
            Self::InviteHearings => (2, Weekday::Tuesday),
            Self::Close => (2, Weekday::Thursday),
            Self::LeaderTalk => (0, Weekday::Wednesday),
            Self::HearingOne => (1, Weekday::Wednesday),
            Self::Minutes => (0, Weekday::Wednesday),
            Self::HearingTwo => (1, Weekday::Wednesday),
            Self::Report => (0, Weekday::Thursday),
            Self::HandOver => (1, Weekday::Tuesday),
            Self::HearBack => (1, Weekday::Thursday),
        }
    }
}

/// A screening's dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The Monday of its first week.
    start: Date,
    /// Dates that somebody chose.
    #[serde(default)]
    moved: BTreeMap<Milestone, Date>,
}

impl Schedule {
    /// Earliest and latest day that a schedule may hold: what lies outside was mistyped.
    pub const DAYS: [Date; 2] = [jiff::civil::date(2000, 1, 1), jiff::civil::date(2099, 12, 31)];

    /// Beginning in the week of this day.
    pub fn of_week(day: Date) -> Self {
        Self { start: monday(day), moved: BTreeMap::new() }
    }

    /// Beginning in the first whole week from this day on.
    pub fn proposed(from: Date) -> Self {
        let start = monday(from);
        let start = if start == from { start } else { later(start, 7.days()) };
        Self { start, moved: BTreeMap::new() }
    }

    /// The Monday of its first week.
    pub fn start(&self) -> Date {
        self.start
    }

    /// First and last day, Monday and Friday, of a stretch.
    pub fn stretch(&self, stretch: Stretch) -> (Date, Date) {
        let first = self.week(stretch.begins());
        let last = self.week(stretch.begins() + stretch.weeks() - 1);
        (first, later(last, 4.days()))
    }

    /// The Monday of one of the twelve weeks, from 0; weeks of holidays are not counted.
    fn week(&self, number: u8) -> Date {
        let mut week = self.start;
        let mut before = number;
        loop {
            if !is_away(week) {
                if before == 0 {
                    return week;
                }
                before -= 1;
            }
            let next = later(week, 1.weeks());
            if next == week {
                return week;
            }
            week = next;
        }
    }

    /// The day of a milestone.
    pub fn date(&self, milestone: Milestone) -> Date {
        self.moved.get(&milestone).copied().unwrap_or_else(|| self.proposal(milestone))
    }

    /// Every milestone with its day, in their order.
    pub fn dates(&self) -> impl Iterator<Item = (Milestone, Date)> + '_ {
        Milestone::ALL.into_iter().map(|milestone| (milestone, self.date(milestone)))
    }

    /// The first milestone that is not before this day.
    pub fn next(&self, today: Date) -> Option<Milestone> {
        self.next_from(Milestone::PlanningGroup, today)
    }

    /// The same of those from `least` in the order on: what lies before it is over, whatever was planned.
    pub fn next_from(&self, least: Milestone, today: Date) -> Option<Milestone> {
        self.dates().find(|(one, date)| *one >= least && *date >= today).map(|(milestone, _)| milestone)
    }

    /// The first milestone that would come before the one ahead of it in the order.
    pub fn out_of_order(&self) -> Option<Milestone> {
        let dates: Vec<_> = self.dates().collect();
        dates.windows(2).find(|pair| pair[1].1 < pair[0].1).map(|pair| pair[1].0)
    }

    /// The schedule from a form that was drawn with this one: another first week takes every date along that was not
    /// typed anew; a date as proposed is not a chosen one.
    pub fn changed(&self, start: Date, typed: &BTreeMap<Milestone, Date>) -> Self {
        let mut schedule = Self::of_week(start);
        let elsewhere = schedule.start != self.start;
        for (milestone, date) in typed {
            let untouched = elsewhere && *date == self.date(*milestone);
            if !untouched && *date != schedule.proposal(*milestone) {
                schedule.moved.insert(*milestone, *date);
            }
        }
        schedule
    }

    /// The same twelve weeks in another year: what somebody chose stays as far from the first week as it was; where that
    /// is a free day, it is proposed anew.
    pub fn moved_to(&self, start: Date) -> Self {
        let mut schedule = Self::of_week(start);
        let days = self.start.until(schedule.start).map_or(0, |span| i64::from(span.get_days()));
        for (milestone, date) in &self.moved {
            let date = later(*date, days.days());
            if !is_free(date) && date != schedule.proposal(*milestone) {
                schedule.moved.insert(*milestone, date);
            }
        }
        schedule
    }

    /// The first week of the screening after this one: a year after this one's, and never before this day.
    pub fn again(&self, today: Date) -> Date {
        Self::proposed(later(self.start, 12.months()).max(today)).start
    }

    /// Where nobody chose otherwise: never a weekend or a holiday.
    fn proposal(&self, milestone: Milestone) -> Date {
        let (week, day) = milestone.place();
        let monday = self.week(milestone.stretch().begins() + week);
        working_day(monday, day.to_monday_zero_offset())
    }
}

/// The last day for the page to those who took part: fourteen days after the report was released, whether management
/// has answered or not.
pub fn participants_hear_by(released: Date) -> Date {
    later(released, 14.days())
}

/// The Monday of a day's week.
fn monday(day: Date) -> Date {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(back.days()).unwrap_or(day)
}

/// A later day; at the calendar's own end the day itself.
fn later(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap_or(day)
}

/// The day of a week, from 0 for Monday, or where that is free the first working day after it in the same week, or else
/// the last before it.
fn working_day(monday: Date, day: i8) -> Date {
    let days = (day..5).chain((0..day).rev()).map(|day| later(monday, i64::from(day).days()));
    let mut days = days.skip_while(|day| is_free(*day));
    days.next().unwrap_or_else(|| later(monday, i64::from(day).days()))
}

/// Whether at least three of a week's five days are free: between Christmas and New Year nobody answers.
fn is_away(monday: Date) -> bool {
    (0..5_i64).filter(|days| is_free(later(monday, days.days()))).count() >= 3
}

/// Weekends, Danish public holidays, and the days on which most places hold still: 1 May, 5 June, and from 24
/// December to New Year's Day. (*Store bededag* was abolished from 2024.)
pub fn is_free(day: Date) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let fixed = matches!((day.month(), day.day()), (12, 24..=31) | (1 | 5, 1) | (6, 5));
    // From Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday.
    let moving = easter_sunday(day.year())
        .is_some_and(|easter| [-3, -2, 1, 39, 50].into_iter().any(|days| later(easter, days.days()) == day));
    weekend || fixed || moving
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher, *Astronomical Algorithms*, 1991).
fn easter_sunday(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let golden = year_number % 19;
    let (century, of_century) = (year_number / 100, year_number % 100);
    let shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - shift + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let correction = (golden + 11 * epact + 22 * weekday) / 451;
    let from_march = epact + weekday - 7 * correction + 114;
    let (month, day) = (i8::try_from(from_march / 31).ok()?, i8::try_from(from_march % 31 + 1).ok()?);
    Date::new(year, month, day).ok()
}
