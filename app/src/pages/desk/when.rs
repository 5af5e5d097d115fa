//! Times and dates as they are read in Denmark.

use crate::words::Words;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

fn in_denmark(seconds: i64) -> Option<Zoned> {
    // Without the zones of the machine it is the time of the log, which beats none.
    let zone = TimeZone::get("Europe/Copenhagen").unwrap_or(TimeZone::UTC);
    Timestamp::from_second(seconds).ok().map(|at| at.to_zoned(zone))
}

/// The time of day, e.g. `14.05`, of seconds since 1970.
pub fn time_of_day(words: &Words, seconds: i64) -> String {
    let clock = |at: Zoned| {
        let minutes = i32::from(at.hour()) * 60 + i32::from(at.minute());
        words.sentences().clock(u32::try_from(minutes).unwrap_or_default())
    };
    in_denmark(seconds).map(clock).unwrap_or_default()
}

/// The date, e.g. `21. november 2026`, of seconds since 1970.
pub fn date(language: &str, seconds: i64) -> String {
    in_denmark(seconds)
        .map(|at| screening::language::of(language).date(at.year(), at.month(), at.day()))
        .unwrap_or_default()
}
