//! What the minutes-taker may type before a line instead of choosing: a sign for the kind, a letter for the role.

use super::{HearingNumber, LineKind};
use crate::id::GroupId;

/// The sign of a kind at the beginning of a line.
pub fn sign(kind: LineKind) -> char {
    match kind {
        LineKind::Agreed | LineKind::Confirmed => '+',
        LineKind::Disagreed | LineKind::Corrected => '-',
        LineKind::New | LineKind::Added => '*',
        LineKind::Proposal => '>',
    }
}

/// The kinds that a hearing's minutes have.
pub fn line_kinds(number: HearingNumber) -> &'static [LineKind] {
    match number {
        HearingNumber::First => &[LineKind::Agreed, LineKind::Disagreed, LineKind::New, LineKind::Proposal],
        HearingNumber::Second => &[LineKind::Confirmed, LineKind::Corrected, LineKind::Added],
    }
}

/// A line as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed<'a> {
    /// The kind that a sign named.
    pub kind: Option<LineKind>,
    /// The role that a letter named.
    pub role: Option<GroupId>,
    /// What was said.
    pub text: &'a str,
}

/// Reads a sign and a letter off the beginning of a line: `>b En fast tur` is a proposal by users. A letter counts
/// only right after a sign and before a space, and only where one group alone has it; names are the groups' as the
/// language says them.
pub fn typed<'a>(line: &'a str, number: HearingNumber, groups: &[(GroupId, &str)]) -> Typed<'a> {
    let line = line.trim();
    let plain = Typed { kind: None, role: None, text: line };
    let mut letters = line.chars();
    let Some(kind) =
        letters.next().and_then(|first| line_kinds(number).iter().copied().find(|kind| sign(*kind) == first))
    else {
        return plain;
    };
    let rest = letters.as_str();
    let (letter, after) = match rest.split_once(char::is_whitespace) {
        Some((letter, after)) => (letter, after),
        None => (rest, ""),
    };
    let initial = |name: &str| name.to_lowercase().chars().next();
    let mut named = groups.iter().filter(|(_, name)| {
        let letter = letter.to_lowercase();
        letter.chars().count() == 1 && initial(name) == letter.chars().next()
    });
    match (named.next(), named.next()) {
        (Some((group, _)), None) if !after.trim().is_empty() => {
            Typed { kind: Some(kind), role: Some(group.clone()), text: after.trim() }
        }
        // A sign alone says nothing yet.
        _ if rest.trim().is_empty() => plain,
        _ => Typed { kind: Some(kind), role: None, text: rest.trim() },
    }
}
