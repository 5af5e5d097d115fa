//! A hearing's plan: what it holds, how it is stored, and whether it is right.

use crate::fields::{LONGEST_LINE, Problems, one_line};
use crate::{Problem, Result};
use screening::hearing::{
    Attendance, Count, MOST_THEMES, MinuteLine, Moment, Person, Sitting, Theme, counted_groups, half,
};
use screening::instrument::Instrument;
use screening::signals::Signal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Most people of one group that a hearing counts.
pub const MOST_IN_THE_ROOM: u32 = 500;

/// A hearing as planned and held, without its minutes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HearingPlan {
    /// When, as written on the invitation.
    pub date: String,
    /// Where.
    pub place: String,
    /// Invited.
    pub invited: Attendance,
    /// In the room, latest count.
    pub present: Attendance,
    /// The counts that stand, one a moment, in their order.
    #[serde(default)]
    pub counts: Vec<Count>,
    /// Held as *samtale, ikke høring*.
    pub conversation: bool,
    /// The agenda; kept with the first hearing's first sitting, and the same everywhere.
    pub themes: Vec<Theme>,
    /// The minutes are done.
    pub approved: bool,
}

/// Everything a hearing's page shows.
#[derive(Clone, Debug)]
pub struct HearingView {
    /// The plan; the proposed agenda where nothing was saved.
    pub plan: HearingPlan,
    /// Lines with ids.
    pub minutes: Vec<(String, MinuteLine)>,
    /// How often each line was written, by its id: whoever changes it says which they saw.
    pub versions: BTreeMap<String, i64>,
    /// Themes proposed from the signals.
    pub proposed: Vec<Theme>,
    /// Who is invited by name, until the minutes are approved.
    pub people: Vec<Person>,
    /// Every sitting of the hearing, this one among them.
    pub sittings: Vec<SittingLine>,
    /// At the second hearing, what all sittings of the first said.
    pub first: Vec<(String, MinuteLine)>,
    /// At the second hearing, what all its sittings said: what became of a line is the same wherever it is read.
    pub second: Vec<(String, MinuteLine)>,
}

impl HearingView {
    /// The letter of a sitting, where there are several.
    pub fn letter(&self, sitting: Sitting) -> Option<char> {
        (self.sittings.len() > 1).then(|| sitting.letter())
    }
}

/// What all sittings' pages say of one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingLine {
    /// Which.
    pub sitting: Sitting,
    /// When, as written on the invitation.
    pub date: String,
    /// Where.
    pub place: String,
    /// Its minutes are done.
    pub approved: bool,
}

/// A plan as it is stored, with how often it was.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredPlan {
    /// The plan.
    pub plan: HearingPlan,
    /// Times it was written; 0: never.
    pub version: i64,
}

/// A line of the minutes as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredLine {
    /// Random id.
    pub id: String,
    /// Times it was written.
    pub version: i64,
    /// The line.
    pub line: MinuteLine,
}

/// Lines with their ids.
pub(super) fn pairs(lines: Vec<StoredLine>) -> Vec<(String, MinuteLine)> {
    lines.into_iter().map(|line| (line.id, line.line)).collect()
}

/// The plan with what was counted before there were moments as the count at the beginning.
pub(super) fn with_counts(mut plan: HearingPlan) -> HearingPlan {
    if plan.counts.is_empty() && plan.present != Attendance::default() {
        plan.counts = vec![Count { moment: Moment::Start, present: plan.present.clone(), below: None }];
    }
    plan
}

/// The plan with its minutes approved. Below half at any count, it was a conversation.
pub(super) fn approved(plan: HearingPlan, instrument: &Instrument) -> HearingPlan {
    let plan = with_counts(plan);
    let below = |count: &Count| half(&count.present, instrument).calls_for_conversation();
    let conversation = plan.conversation || plan.counts.iter().any(below);
    HearingPlan { approved: true, conversation, ..plan }
}

/// The plan as it is kept, or what is wrong by field: `date`, `place`, `invited`, `invited.<group>`, `present`,
/// `present.<group>`, `themes`.
pub(super) fn checked(plan: HearingPlan, instrument: &Instrument) -> Result<HearingPlan> {
    let plan = HearingPlan { date: one_line(&plan.date), place: one_line(&plan.place), ..plan };
    let mut problems = Problems::default();
    problems.optional("date", &plan.date, LONGEST_LINE);
    problems.optional("place", &plan.place, LONGEST_LINE);
    attendance("invited", &plan.invited, instrument, &mut problems);
    attendance("present", &plan.present, instrument, &mut problems);
    for count in &plan.counts {
        attendance("present", &count.present, instrument, &mut problems);
    }
    problems.unless(plan.themes.len() <= MOST_THEMES, "themes", Problem::TooLong(MOST_THEMES));
    let different = plan.themes.iter().map(|theme| &theme.focus_point).collect::<BTreeSet<_>>();
    problems.unless(different.len() == plan.themes.len(), "themes", Problem::Repeated);
    let known = |theme: &Theme| {
        instrument.focus_point(&theme.focus_point).is_some_and(|point| {
            theme.indicator.as_ref().is_none_or(|id| point.indicators.iter().any(|known| known.id == *id))
        })
    };
    problems.unless(plan.themes.iter().all(known), "themes", Problem::NotAChoice);
    problems.none()?;
    Ok(plan)
}

pub(super) fn attendance(
    field: &str,
    attendance: &Attendance,
    instrument: &Instrument,
    problems: &mut Problems,
) {
    let too_many = Problem::NotANumber(0, u64::from(MOST_IN_THE_ROOM));
    problems.unless(attendance.others <= MOST_IN_THE_ROOM, field, too_many.clone());
    for (group, persons) in &attendance.groups {
        let field = format!("{field}.{group}");
        problems.unless(*persons <= MOST_IN_THE_ROOM, &field, too_many.clone());
        problems.unless(counted_groups(instrument).contains(group), &field, Problem::NotAChoice);
    }
}

/// The theme with a signal that truly spoke about it: the one it names, or, where it names none and leaves the
/// indicator open, the one that proposed it. What the form says of a signal's numbers is never kept.
pub(super) fn grounded(theme: Theme, proposed: &[Theme], signals: &[Signal]) -> Theme {
    match theme.signal {
        None => {
            let same = |other: &&Theme| {
                other.focus_point == theme.focus_point
                    && (theme.indicator.is_none() || theme.indicator == other.indicator)
            };
            proposed.iter().find(same).cloned().unwrap_or(theme)
        }
        Some(named) => {
            let spoke = |signal: &&Signal| {
                signal.kind == named.kind
                    && signal.subject == named.subject
                    && signal.subject.focus_point == theme.focus_point
                    && signal.group == named.group
                    && signal.other_group == named.other_group
            };
            Theme { signal: signals.iter().find(spoke).cloned(), ..theme }
        }
    }
}
