//! The ports of `workflow` that are not the store: clock and random bytes; [`crate::printing`] is the third.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use workflow::ports::{Clock, Randomness};

/// The machine's clock; days are Denmark's.
#[derive(Clone, Debug)]
pub struct SystemClock {
    zone: TimeZone,
}

impl SystemClock {
    /// With the time zone of Denmark, which is inside the program.
    pub fn new() -> Self {
        Self { zone: Self::zone() }
    }

    /// The time zone of Denmark.
    pub fn zone() -> TimeZone {
        TimeZone::get("Europe/Copenhagen").unwrap_or(TimeZone::UTC)
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock for the use cases")]
impl Clock for SystemClock {
    fn now(&self) -> i64 {
        Timestamp::now().as_second()
    }
    fn today(&self) -> (i16, i8, i8) {
        let date = Timestamp::now().to_zoned(self.zone.clone()).date();
        (date.year(), date.month(), date.day())
    }
}

/// The operating system's random bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&self, buffer: &mut [u8]) {
        // Without random bytes no code or key may be made: stopping is the only safe answer.
        getrandom::fill(buffer).expect("the operating system gives random bytes");
    }
}
