//! What a line of the minutes calls whoever said it.

use super::{counted_groups, counted_name};
use crate::id::GroupId;
use crate::instrument::Instrument;
use crate::language::Language;

/// The group's name, or *deltager*. Where a group of the instrument bears that very name, *en i rummet*: else nobody
/// could tell one of that group from somebody whose role is not minuted.
pub fn speaker<'a>(
    role: Option<&'a GroupId>,
    instrument: &'a Instrument,
    language: &'static dyn Language,
) -> &'a str {
    let groups = counted_groups(instrument);
    let participant = language.participant();
    let taken = || {
        groups
            .iter()
            .map(|group| counted_name(group, instrument, language).to_lowercase())
            .any(|name| name.strip_prefix(participant).is_some_and(|end| language.is_plural_ending(end)))
    };
    match role {
        Some(group) => counted_name(group, instrument, language),
        None if taken() => language.one_in_the_room(),
        None => participant,
    }
}
