//! A list of participants as it is pasted from a spreadsheet: a name and a role a line.

use super::{Attendance, counted_groups, counted_name};
use crate::id::GroupId;
use crate::instrument::Instrument;
use crate::language::Language;
use serde::{Deserialize, Serialize};

/// How somebody on a list counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonRole {
    /// In a respondent group.
    Group(GroupId),
    /// For the whole: relatives, volunteers.
    Other,
    /// In neither number: interpreters, personal helpers.
    Helper,
}

/// Somebody who is invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Name as typed.
    pub name: String,
    /// How they count.
    pub role: PersonRole,
}

/// A line that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadLine {
    /// Its number, from 1.
    pub line: usize,
}

/// People of a list: cells parted by tabulators (as a spreadsheet copies them), semicolons or, where a line has
/// neither, commas. One cell of a line says the role, the first of the others the name; empty lines and a line of
/// headings above are passed over.
///
/// # Errors
/// Every line without a name, or without a role that is known. Then nobody is read.
pub fn pasted(
    text: &str,
    instrument: &Instrument,
    language: &dyn Language,
) -> Result<Vec<Person>, Vec<UnreadLine>> {
    let (mut people, mut unread) = (Vec::new(), Vec::new());
    let lines = text.lines().enumerate().filter(|(_, line)| !cells(line).is_empty());
    for (order, (place, line)) in lines.enumerate() {
        let cells = cells(line);
        let role = cells.iter().rev().find_map(|cell| Some((*cell, role(cell, instrument, language)?)));
        let name = role.as_ref().and_then(|(said, _)| cells.iter().find(|cell| !std::ptr::eq(**cell, *said)));
        match (name, role) {
            (Some(name), Some((_, role))) => people.push(Person { name: (*name).to_owned(), role }),
            _ if order == 0 && cells.iter().any(|cell| language.is_role_heading(cell)) => {}
            _ => unread.push(UnreadLine { line: place + 1 }),
        }
    }
    if unread.is_empty() { Ok(people) } else { Err(unread) }
}

/// The cells of a line that hold something.
fn cells(line: &str) -> Vec<&str> {
    let sign = ['\t', ';', ','].into_iter().find(|sign| line.contains(*sign)).unwrap_or('\t');
    line.split(sign)
        .map(|cell| cell.trim().trim_matches('"').trim())
        .filter(|cell| !cell.is_empty())
        .collect()
}

/// The role that a cell names, in one or many: *bruger*, *Brugere*.
fn role(cell: &str, instrument: &Instrument, language: &dyn Language) -> Option<PersonRole> {
    let cell = cell.to_lowercase();
    let group = counted_groups(instrument).into_iter().find(|group| {
        let name = counted_name(group, instrument, language).to_lowercase();
        // The shorter of the two is the other's stem, and no mere beginning of it.
        let (short, long) = if name.len() < cell.len() { (&name, &cell) } else { (&cell, &name) };
        long.strip_prefix(short.as_str()).is_some_and(|ending| language.is_plural_ending(ending))
    });
    group
        .map(PersonRole::Group)
        .or_else(|| language.is_other(&cell).then_some(PersonRole::Other))
        .or_else(|| language.is_helper(&cell).then_some(PersonRole::Helper))
}

/// How many of each role a list has.
pub fn attendance(people: &[Person]) -> Attendance {
    let mut counted = Attendance::default();
    for person in people {
        match &person.role {
            PersonRole::Group(group) => *counted.groups.entry(group.clone()).or_default() += 1,
            PersonRole::Other => counted.others += 1,
            PersonRole::Helper => {}
        }
    }
    counted
}
