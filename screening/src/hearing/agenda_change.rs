//! How the facilitator changes an agenda.

use super::{MOST_THEMES, Theme};
use crate::id::FocusPointId;
use serde::{Deserialize, Serialize};

/// A change of the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgendaChange {
    /// A focus point comes in last; nothing where it is there or the agenda is full.
    Add,
    /// A theme goes.
    Drop,
    /// A theme changes places with the one before.
    Up,
    /// A theme changes places with the one after.
    Down,
    /// Back to what was proposed.
    Proposed,
}

/// The agenda after the change; `None` where there is no such theme to move, so that somebody else changed it
/// meanwhile.
pub fn changed_agenda(
    themes: &[Theme],
    change: AgendaChange,
    point: &FocusPointId,
    proposed: &[Theme],
) -> Option<Vec<Theme>> {
    let mut themes = themes.to_vec();
    let place = themes.iter().position(|theme| theme.focus_point == *point);
    match (change, place) {
        (AgendaChange::Proposed, _) => themes = proposed.to_vec(),
        (AgendaChange::Add, Some(_)) => {}
        (AgendaChange::Add, None) => {
            if themes.len() < MOST_THEMES {
                let known = proposed.iter().find(|theme| theme.focus_point == *point).cloned();
                let own = || Theme { focus_point: point.clone(), indicator: None, signal: None };
                themes.push(known.unwrap_or_else(own));
            }
        }
        (AgendaChange::Drop, Some(place)) => {
            themes.remove(place);
        }
        (AgendaChange::Up, Some(place)) if place > 0 => themes.swap(place, place - 1),
        (AgendaChange::Down, Some(place)) if place + 1 < themes.len() => themes.swap(place, place + 1),
        (AgendaChange::Drop | AgendaChange::Up | AgendaChange::Down, _) => return None,
    }
    Some(themes)
}
