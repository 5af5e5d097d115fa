//! How a hearing's two and a half hours are spent.

use serde::{Deserialize, Serialize};

/// What a stretch of a hearing is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    /// Welcome, the card for everyone, who is in the room.
    Welcome,
    /// A theme, by its place in the agenda.
    Theme(usize),
    /// A break; recount after it.
    Break,
    /// What was said, what happens next.
    Closing,
}

/// A stretch of a hearing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// What for.
    pub kind: SlotKind,
    /// Minutes from the beginning of the hearing.
    pub start: u32,
    /// How long, minutes.
    pub minutes: u32,
}

/// Minutes that a hearing lasts.
const HEARING: u32 = 150;
const WELCOME: u32 = 10;
const BREAK: u32 = 10;
const CLOSING: u32 = 15;

/// Two and a half hours: welcome, the themes with two breaks among them, closing. Themes get equal time in whole
/// five minutes; what is left over goes to the closing. Empty without themes.
pub fn timetable(themes: usize) -> Vec<Slot> {
    let Ok(count @ 1..) = u32::try_from(themes) else {
        return Vec::new();
    };
    let each = ((HEARING - WELCOME - 2 * BREAK - CLOSING) / count / 5 * 5).max(5);
    // The first break comes after the first theme and the second before the last, so that nobody sits for an hour;
    // one theme has a break on either side.
    let first = if themes == 1 { 0 } else { 1 };
    let second = if themes < 3 { themes } else { themes - 1 };
    let mut kinds = vec![SlotKind::Welcome];
    for theme in 0..themes {
        kinds.extend((theme == first || theme == second).then_some(SlotKind::Break));
        kinds.push(SlotKind::Theme(theme));
    }
    kinds.extend((second == themes).then_some(SlotKind::Break));
    kinds.push(SlotKind::Closing);

    let mut start = 0;
    kinds
        .into_iter()
        .map(|kind| {
            let minutes = match kind {
                SlotKind::Welcome => WELCOME,
                SlotKind::Theme(_) => each,
                SlotKind::Break => BREAK,
                SlotKind::Closing => HEARING.saturating_sub(start).max(CLOSING),
            };
            let slot = Slot { kind, start, minutes };
            start += minutes;
            slot
        })
        .collect()
}
