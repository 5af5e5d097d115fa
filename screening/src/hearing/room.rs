//! Who is in the room: counts, the half rule, and what is done below half.

use super::uses_the_place;
use crate::id::GroupId;
use crate::instrument::Instrument;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

    /// How many more users would make it half; so many of the others leaving would too, where a user is there to
    /// stay. 0 where it holds, and where nobody is there.
    pub fn missing(self) -> u32 {
        let missing = u64::from(self.total).saturating_sub(u64::from(self.users) * 2);
        u32::try_from(missing).unwrap_or(u32::MAX)
    }
}

/// Who is in the room (or invited): those who use the place, and everyone who counts.
pub fn half(attendance: &Attendance, instrument: &Instrument) -> Half {
    let users = attendance.groups.iter().filter(|(id, _)| uses_the_place(id, instrument));
    let users = users.map(|(_, persons)| persons);
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

/// When in a hearing heads are counted: at the beginning, and anew after each break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// At the beginning.
    Start,
    /// After the first break.
    FirstBreak,
    /// After the second break.
    SecondBreak,
}

impl Moment {
    /// In their order.
    pub const ALL: [Self; 3] = [Self::Start, Self::FirstBreak, Self::SecondBreak];
}

/// What was done about a count below half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Below {
    /// Waited for more users.
    Waited,
    /// Others were asked to give up their seats.
    Seats,
    /// Held as *samtale, ikke høring*.
    Conversation,
}

impl Below {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Waited, Self::Seats, Self::Conversation];
}

/// One count of heads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// When.
    pub moment: Moment,
    /// Who was there.
    pub present: Attendance,
    /// What was done, where it was below half at first.
    pub below: Option<Below>,
}

/// The counts with this one among them, in the order of their moments. A moment has one count, its latest; what was
/// done about an earlier one is remembered, but for a conversation that became a hearing after all.
pub fn counted(counts: &[Count], moment: Moment, present: Attendance, instrument: &Instrument) -> Vec<Count> {
    let earlier = counts.iter().find(|count| count.moment == moment).and_then(|count| count.below);
    let holds = !half(&present, instrument).calls_for_conversation();
    let below = earlier.filter(|below| !(holds && *below == Below::Conversation));
    let mut all: Vec<Count> = counts.iter().filter(|count| count.moment != moment).cloned().collect();
    all.push(Count { moment, present, below });
    all.sort_by_key(|count| count.moment);
    all
}

/// The counts with what is done about the one at this moment; unchanged where there is none.
pub fn decided(counts: &[Count], moment: Moment, below: Below) -> Vec<Count> {
    let mut all = counts.to_vec();
    for count in all.iter_mut().filter(|count| count.moment == moment) {
        count.below = Some(below);
    }
    all
}
