//! Which themes a hearing is offered, and in what order; the facilitator changes it freely.

use super::Theme;
use crate::id::IndicatorId;
use crate::instrument::Instrument;
use crate::signals::{Signal, SignalKind, furthest};
use std::cmp::Reverse;

/// A hearing takes at most this many themes.
pub const MOST_THEMES: usize = 4;

/// Where a signal stands in the order of kinds; `None`: it makes no theme of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Strength,
    UsersLow,
    GapWithUsers,
    UnknownAmongUsers,
    WordAndDeed,
    OtherGap,
}

fn turn(signal: &Signal, instrument: &Instrument) -> Option<Turn> {
    let uses = |id| instrument.group(id).is_some_and(|group| group.service_users);
    let users = uses(&signal.group) || signal.other_group.as_ref().is_some_and(uses);
    match signal.kind {
        SignalKind::Strength => Some(Turn::Strength),
        SignalKind::Talk => Some(Turn::UsersLow),
        SignalKind::SeenDifferently if users => Some(Turn::GapWithUsers),
        SignalKind::SeenDifferently => Some(Turn::OtherGap),
        SignalKind::Unknown => users.then_some(Turn::UnknownAmongUsers),
        SignalKind::WordAndDeed => Some(Turn::WordAndDeed),
    }
}

/// The proposed agenda: the best strength, then users' low, gaps with users, unknown among users, word and deed,
/// other gaps; within each the one furthest past its threshold, then the instrument's order; at most four
/// themes, one a focus point.
pub fn proposed_agenda(signals: &[Signal], instrument: &Instrument) -> Vec<Theme> {
    let ranked = ranked(signals, instrument);
    let mut themes: Vec<Theme> = Vec::new();
    for (turn, signal) in &ranked {
        let point = &signal.subject.focus_point;
        let best_strength_is_in = *turn == Turn::Strength && !themes.is_empty();
        if best_strength_is_in || themes.iter().any(|theme| theme.focus_point == *point) {
            continue;
        }
        themes.push(Theme {
            focus_point: point.clone(),
            indicator: loudest(&ranked, *turn, signal),
            signal: Some((*signal).clone()),
        });
        if themes.len() == MOST_THEMES {
            break;
        }
    }
    themes
}

/// Every signal that can make a theme, first to last.
fn ranked<'a>(signals: &'a [Signal], instrument: &Instrument) -> Vec<(Turn, &'a Signal)> {
    let position = |signal: &Signal| {
        let at = instrument.focus_points.iter().position(|point| point.id == signal.subject.focus_point);
        let within = signal
            .subject
            .indicator
            .as_ref()
            .and_then(|id| instrument.indicators().position(|indicator| indicator.id == *id));
        (at, within)
    };
    let mut ranked: Vec<_> = signals.iter().filter_map(|s| Some((turn(s, instrument)?, s))).collect();
    ranked.sort_by_key(|(turn, signal)| (*turn, Reverse(furthest(signal)), position(signal)));
    ranked
}

/// The indicator that speaks loudest in a theme, chosen the same way. What speaks as the theme itself does comes
/// before other kinds: a theme that users find low is not shown by an indicator that stands strong.
fn loudest(ranked: &[(Turn, &Signal)], turn: Turn, signal: &Signal) -> Option<IndicatorId> {
    let within = || {
        ranked.iter().filter(|(_, other)| {
            other.subject.focus_point == signal.subject.focus_point && other.subject.indicator.is_some()
        })
    };
    within()
        .find(|(other, _)| *other == turn)
        .or_else(|| within().next())
        .and_then(|(_, other)| other.subject.indicator.clone())
}
