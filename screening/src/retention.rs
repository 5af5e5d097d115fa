//! What is deleted when, of a screening: one rule, asked by the page that tells it and by the run that does it.
//!
//! What the close, the release and the approval of minutes delete is theirs: codes and drafts, originals of comments,
//! names. Here is what time alone deletes.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What goes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// Responses. The picture, and what the report quotes, stay.
    Answers,
    /// Documents and observations, with their files. Their ratings stay.
    Evidence,
    /// The screening with all that is left of it: picture, minutes, report, plan.
    Report,
}

impl Kept {
    /// In the order in which they go.
    pub const ALL: [Self; 3] = [Self::Answers, Self::Evidence, Self::Report];

    /// Its name in forms and the audit log.
    pub fn id(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Evidence => "evidence",
            Self::Report => "report",
        }
    }

    /// Months that it is kept where nobody chose fewer, and at most.
    pub fn most(self) -> u32 {
        match self {
            Self::Answers => 3,
            Self::Evidence => 12,
            Self::Report => 60,
        }
    }
}

/// Months that the audit log keeps an entry where nobody chose fewer, and at most.
pub const LOG_MONTHS: u32 = 12;

/// Months that things are kept, as people are told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// Responses, after the release.
    pub answers: u32,
    /// Documents and observations, after the release.
    pub evidence: u32,
    /// Report, plan and the rest, after the filing.
    pub report: u32,
    /// The audit log.
    pub log: u32,
}

impl Default for Times {
    fn default() -> Self {
        Retention::default().times(LOG_MONTHS)
    }
}

/// How long a screening's parts are kept, when it was filed, and what has gone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Retention {
    /// Months, where fewer than the default are chosen.
    pub months: BTreeMap<Kept, u32>,
    /// The day on which report and plan were filed in the municipality's own archive.
    pub filed: Option<Date>,
    /// What has gone, and when.
    pub gone: BTreeMap<Kept, Date>,
}

/// How far a screening has come, as far as its deletion goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// The day its report was first released.
    pub released: Option<Date>,
    /// The day it was stopped.
    pub stopped: Option<Date>,
    /// A later screening was started from it and is neither released nor stopped: it is compared with this one's picture.
    pub needed_by_next: bool,
}

/// When a part goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// From this day on.
    On(Date),
    /// It has gone, on this day.
    Gone(Date),
    /// Not before the report is released.
    AfterRelease,
    /// Not before report and plan are filed.
    AfterFiling,
    /// From this day on, but not before the next screening is done: it is compared with this one.
    AfterNext(Date),
}

impl Retention {
    /// Months that a part is kept: never more than the default.
    pub fn months(&self, kept: Kept) -> u32 {
        self.months.get(&kept).copied().unwrap_or_else(|| kept.most()).min(kept.most())
    }

    /// The same in one, with the months of the log.
    pub fn times(&self, log: u32) -> Times {
        let [answers, evidence, report] = Kept::ALL.map(|kept| self.months(kept));
        Times { answers, evidence, report, log }
    }

    /// When a part goes.
    pub fn due(&self, kept: Kept, ended: Ended) -> Due {
        if let Some(day) = self.gone.get(&kept) {
            return Due::Gone(*day);
        }
        let over = |day: Date| later(day, i64::from(self.months(kept)).months());
        let end = ended.released.or(ended.stopped);
        match (kept, end) {
            // They went when it was stopped.
            (Kept::Answers, Some(end)) if ended.released.is_none() => Due::Gone(end),
            (Kept::Answers | Kept::Evidence, Some(end)) => Due::On(over(end)),
            (Kept::Report, Some(end)) => match (self.filed, ended.released) {
                (None, Some(_)) => Due::AfterFiling,
                // A screening that was stopped has no report to file.
                (filed, _) => {
                    let day = over(filed.unwrap_or(end));
                    if ended.needed_by_next { Due::AfterNext(day) } else { Due::On(day) }
                }
            },
            (_, None) => Due::AfterRelease,
        }
    }

    /// What goes on this day or should have gone before.
    pub fn due_by(&self, today: Date, ended: Ended) -> Vec<Kept> {
        let due = |kept: &Kept| matches!(self.due(*kept, ended), Due::On(day) if day <= today);
        Kept::ALL.into_iter().filter(due).collect()
    }
}

/// Days after the last deletion from which on a new day is not believed at once: a clock that was set wrong would delete what
/// is not due, and nothing brings it back. What is due goes a day later.
pub const CLOCK_JUMP: i32 = 40;

/// Whether deletion waits a day, since the clock went on so far since it last ran.
pub fn clock_jumped(last: Option<Date>, today: Date) -> bool {
    last.is_some_and(|last| today.since(last).is_ok_and(|gone| gone.get_days() > CLOCK_JUMP))
}

/// The day from which on an entry of the audit log that was made on this day is deleted, where they are kept so many months.
pub fn log_due(made: Date, months: u32) -> Date {
    later(made, i64::from(months).months())
}

/// The first day whose entries the audit log still keeps, where they are kept so many months.
pub fn log_from(today: Date, months: u32) -> Date {
    // Months differ in length: from a few days too late back to the first that is not due.
    let mut first = later(today, -i64::from(months).months()).saturating_add(4.days());
    while let Ok(before) = first.yesterday()
        && log_due(before, months) > today
    {
        first = before;
    }
    first
}

/// A day so long after another; the last day of a month that has none of that number.
fn later(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap_or(Date::MAX)
}
