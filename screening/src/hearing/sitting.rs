//! A hearing held more than once: in two houses, or in two rooms at the same time. Each sitting has its own room, counts,
//! minutes and vote; the agenda is the hearing's, so that what was said in one can be laid beside what was said in
//! another.

use super::HearingNumber;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A hearing is held at most so many times.
pub const MOST_SITTINGS: u8 = 6;

/// One sitting of a hearing: `1` is the first hearing's first, `1b` its second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sitting {
    /// First or second hearing.
    pub number: HearingNumber,
    place: u8,
}

impl Sitting {
    /// The sitting of a hearing at a place, counted from 0; `None` past the last.
    pub fn new(number: HearingNumber, place: u8) -> Option<Self> {
        (place < MOST_SITTINGS).then_some(Self { number, place })
    }

    /// Its place among those of its hearing, from 0.
    pub fn place(self) -> u8 {
        self.place
    }

    /// Whether it is the one that every hearing has.
    pub fn is_first(self) -> bool {
        self.place == 0
    }

    /// *A* for the first. It is shown only where a hearing has several.
    pub fn letter(self) -> char {
        char::from(b'A' + self.place)
    }
}

impl From<HearingNumber> for Sitting {
    /// The first sitting, which is the only one of most hearings.
    fn from(number: HearingNumber) -> Self {
        Self { number, place: 0 }
    }
}

impl fmt::Display for Sitting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", u8::from(self.number))?;
        if self.is_first() { Ok(()) } else { write!(f, "{}", self.letter().to_ascii_lowercase()) }
    }
}

impl FromStr for Sitting {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const NONE: &str = "no sitting of a hearing";
        let (number, letter) = text.split_at_checked(1).ok_or(NONE)?;
        let number = HearingNumber::try_from(number.parse::<u8>().map_err(|_| NONE)?)?;
        let place = match letter.as_bytes() {
            [] => 0,
            [letter @ b'b'..=b'z'] => letter - b'a',
            _ => return Err(NONE),
        };
        Self::new(number, place).ok_or(NONE)
    }
}

impl TryFrom<String> for Sitting {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Sitting> for String {
    fn from(sitting: Sitting) -> Self {
        sitting.to_string()
    }
}
