//! The two hearings: who is in the room, the half rule, agenda, material, minutes.

mod agenda;
mod agenda_change;
mod counted;
mod fate;
mod material;
mod paper;
mod people;
mod priorities;
mod room;
mod shorthand;
mod sitting;
mod speaker;
mod timetable;

pub use agenda::{MOST_THEMES, proposed_agenda};
pub use agenda_change::{AgendaChange, changed_agenda};
pub use counted::{counted_groups, counted_name, uses_the_place};
pub use fate::{Fate, fate, settled};
pub use material::{AgendaLine, Chair, Material, MaterialSources, ThemePage, material};
pub use paper::{Paper, card_paper, invitation_paper, material_paper};
pub use people::{Person, PersonRole, UnreadLine, attendance, pasted};
pub use priorities::{Ballots, MOST_CHOICES, MOST_OPTIONS, Priorities, Votes, priorities, summed};
pub use room::{
    Attendance, Below, Count, Half, LEAST_OF_A_ROLE, Moment, counted, decided, half, minuted_role,
};
pub use shorthand::{Typed, line_kinds, sign, typed};
pub use sitting::{MOST_SITTINGS, Sitting};
pub use speaker::speaker;
pub use timetable::{Slot, SlotKind, timetable};

use crate::id::{FocusPointId, GroupId, IndicatorId};
use crate::signals::Signal;
use serde::{Deserialize, Serialize};

/// The first or the second hearing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum HearingNumber {
    /// From data to a conversation.
    First,
    /// Is this what you said?
    Second,
}

impl TryFrom<u8> for HearingNumber {
    type Error = &'static str;
    fn try_from(number: u8) -> Result<Self, Self::Error> {
        match number {
            1 => Ok(Self::First),
            2 => Ok(Self::Second),
            _ => Err("a screening has two hearings"),
        }
    }
}

impl From<HearingNumber> for u8 {
    fn from(number: HearingNumber) -> u8 {
        match number {
            HearingNumber::First => 1,
            HearingNumber::Second => 2,
        }
    }
}

/// One theme of an agenda: a focus point with the indicator that speaks loudest in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Theme {
    /// The focus point.
    pub focus_point: FocusPointId,
    /// The indicator that speaks loudest, if one does.
    pub indicator: Option<IndicatorId>,
    /// The signal that put it there; `None` where the facilitator added it.
    pub signal: Option<Signal>,
}

/// What a line of the minutes says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// Hearing 1: agreed.
    Agreed,
    /// Hearing 1: disagreed.
    Disagreed,
    /// Hearing 1: new.
    New,
    /// Hearing 1: a proposal.
    Proposal,
    /// Hearing 2: yes, this is what we said.
    Confirmed,
    /// Hearing 2: not quite.
    Corrected,
    /// Hearing 2: something is missing.
    Added,
}

/// A line of the minutes: by role, never by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MinuteLine {
    /// The theme it was said under.
    pub focus_point: FocusPointId,
    /// Agreed, disagreed, …
    pub kind: LineKind,
    /// The group of whoever said it; `None`: *deltager*.
    pub role: Option<GroupId>,
    /// What was said, in other words.
    pub text: String,
    /// The indicator that it is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorId>,
    /// In the second hearing: the line of the first that it is about, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

/// One hearing as it was planned and held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Hearing {
    /// When and where, as written on the invitation.
    pub date: String,
    /// Place.
    pub place: String,
    /// Invited.
    pub invited: Attendance,
    /// In the room, latest count.
    pub present: Attendance,
    /// The counts that stand, one a moment.
    pub counts: Vec<Count>,
    /// Held as *samtale, ikke høring*.
    pub conversation: bool,
    /// The agenda.
    pub themes: Vec<Theme>,
    /// The minutes are done.
    pub approved: bool,
    /// The minutes.
    pub minutes: Vec<MinuteLine>,
    /// The ids of the minutes' lines, in their order; empty where nobody follows them.
    pub line_ids: Vec<String>,
    /// Its letter, where the hearing is held several times.
    #[serde(default)]
    pub letter: Option<char>,
    /// The same hearing's other sittings, in their order.
    #[serde(default)]
    pub again: Vec<Hearing>,
}

impl Hearing {
    /// Every sitting, this one first.
    pub fn sittings(&self) -> impl Iterator<Item = &Hearing> {
        std::iter::once(self).chain(&self.again)
    }

    /// Somebody was in the room.
    pub fn was_held(&self) -> bool {
        self.present.others > 0 || self.present.groups.values().any(|persons| *persons > 0)
    }

    /// The lines with their ids; an id is empty where there is none.
    pub fn lines(&self) -> impl Iterator<Item = (&str, &MinuteLine)> {
        let ids = self.line_ids.iter().map(String::as_str).chain(std::iter::repeat(""));
        ids.zip(&self.minutes)
    }
}
