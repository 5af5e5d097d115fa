//! The two hearings: who is in the room, the half rule, agenda, material, minutes.

mod agenda;
mod material;
mod timetable;

pub use agenda::{MOST_THEMES, proposed_agenda};
pub use material::{AgendaLine, Chair, Material, MaterialSources, ThemePage, material};
pub use timetable::{Slot, SlotKind, timetable};

use crate::id::{FocusPointId, GroupId, IndicatorId};
use crate::instrument::Instrument;
use crate::signals::Signal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

/// People in the room (or invited), by respondent group, and others who count for the whole (relatives,
/// volunteers). Interpreters and personal helpers count in neither number and are not here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// By respondent group.
    pub groups: BTreeMap<GroupId, u32>,
    /// Everyone else who counts.
    pub others: u32,
}

/// Whether users are at least half of those in the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Half {
    /// Users of the service present.
    pub users: u32,
    /// Everyone who counts.
    pub total: u32,
}

impl Half {
    /// Somebody is there, and users are fewer than half: it is a conversation, not a hearing.
    pub fn calls_for_conversation(self) -> bool {
        self.total > 0 && !self.holds()
    }

    /// At least half are users, and somebody is there.
    pub fn holds(self) -> bool {
        self.total > 0 && u64::from(self.users) * 2 >= u64::from(self.total)
    }
}

/// Who is in the room (or invited): those who use the place, and everyone who counts.
pub fn half(attendance: &Attendance, instrument: &Instrument) -> Half {
    let uses = |id: &GroupId| instrument.group(id).is_some_and(|group| group.service_users);
    let users = attendance.groups.iter().filter(|(id, _)| uses(id)).map(|(_, persons)| persons);
    Half {
        users: users.fold(0, |sum, persons| sum.saturating_add(*persons)),
        total: attendance
            .groups
            .values()
            .fold(attendance.others, |sum, persons| sum.saturating_add(*persons)),
    }
}

/// Fewer than this of a role in the room, and what they say is minuted as *deltager*.
pub const LEAST_OF_A_ROLE: u32 = 3;

/// The role that a line of the minutes may carry: `None` (*deltager*) for a role with fewer than
/// [`LEAST_OF_A_ROLE`] in the room.
pub fn minuted_role(role: Option<GroupId>, present: &Attendance) -> Option<GroupId> {
    role.filter(|group| present.groups.get(group).is_some_and(|persons| *persons >= LEAST_OF_A_ROLE))
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
    /// Held as *samtale, ikke høring*.
    pub conversation: bool,
    /// The agenda.
    pub themes: Vec<Theme>,
    /// The minutes are done.
    pub approved: bool,
    /// The minutes.
    pub minutes: Vec<MinuteLine>,
}
