//! Who is told apart in the room: the respondent groups, and users of the place in every instrument.

use crate::id::GroupId;
use crate::instrument::Instrument;
use crate::language::Language;

/// Those who use the place, where no group of the instrument does.
const USERS: &str = "service-users";

/// The groups that heads are counted by: the instrument's, and, where nobody who uses the place is asked anything, those
/// who do; half of the room is theirs in every instrument.
pub fn counted_groups(instrument: &Instrument) -> Vec<GroupId> {
    let asked = instrument.groups.iter().map(|group| group.id.clone());
    let users = !instrument.groups.iter().any(|group| group.service_users);
    asked.chain(users.then(|| GroupId::from(USERS))).collect()
}

/// Whether a group that heads are counted by uses the place.
pub fn uses_the_place(group: &GroupId, instrument: &Instrument) -> bool {
    match instrument.group(group) {
        Some(asked) => asked.service_users,
        None => group.as_str() == USERS && counted_groups(instrument).contains(group),
    }
}

/// The name of a group that heads are counted by.
pub fn counted_name<'a>(group: &'a GroupId, instrument: &'a Instrument, language: &dyn Language) -> &'a str {
    match instrument.group(group) {
        None if uses_the_place(group, instrument) => language.users_of_the_place(),
        _ => instrument.texts(language.code()).group(group),
    }
}
