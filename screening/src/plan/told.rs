//! *I sagde – vi gør*: what those who took part said, and what is done about it.

use super::later;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Most pairs on one poster.
pub const MOST_TOLD: usize = 6;

/// When they hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Telling {
    /// After three months.
    ThreeMonths,
    /// After six.
    SixMonths,
}

impl Telling {
    /// In order.
    pub const ALL: [Self; 2] = [Self::ThreeMonths, Self::SixMonths];

    /// Its name in addresses and forms.
    pub fn id(self) -> &'static str {
        match self {
            Self::ThreeMonths => "tre",
            Self::SixMonths => "seks",
        }
    }

    /// The one with this name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// Months after the report.
    pub fn months(self) -> u8 {
        match self {
            Self::ThreeMonths => 3,
            Self::SixMonths => 6,
        }
    }

    /// Its day, counted from the report's.
    pub fn date(self, released: Date) -> Date {
        later(released, i64::from(self.months()).months())
    }
}

/// One thing that was said, and what is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What was said.
    pub said: String,
    /// What is done.
    pub done: String,
}
