//! A pilot: an instrument's wording is tried with some people before a place is screened by it. What they answer says how
//! each statement did and nothing of the place; at each statement they may write what they thought of it, in a note.
//!
//! A note is kept as a comment is: no unit, no time, no link to answers or to the person's other notes (`scoring.md`,
//! rule 5; `docs/decisions/0016`). Nobody quotes it.

use crate::data_protection::ProtectionPart;
use crate::id::{GroupId, IndicatorId};
use crate::language::{PilotProtection, PilotWords};
use crate::promise::Passage;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use std::collections::BTreeMap;

/// What somebody thought at a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The writer's group.
    pub group: GroupId,
    /// The statement's indicator.
    pub indicator: IndicatorId,
    /// What was written.
    pub text: String,
}

/// Notes that may be shown, by group and statement, in the order of their random keys.
pub type Notes = BTreeMap<(GroupId, IndicatorId), Vec<String>>;

/// Months after it was made that a pilot is deleted, where nobody did so before.
pub const KEPT_MONTHS: i32 = 12;

/// The day from which on a pilot made on this day is deleted.
pub fn deleted_from(made: Date) -> Date {
    let months: Span = KEPT_MONTHS.months();
    made.saturating_add(months)
}

/// Where the lines of a promise stand that a pilot says otherwise; in the order of `PromiseWords::before_you_start`.
mod line {
    pub(super) const ABOUT: usize = 0;
    pub(super) const SEEN: usize = 1;
    pub(super) const DISAGREE: usize = 3;
    pub(super) const USED: usize = 9;
}

/// The lines before one starts, of a pilot. `in_role`: they are shown as management's; `joint`: they answer together.
pub(crate) fn before_you_start(
    mut lines: Vec<String>,
    words: &PilotWords,
    in_role: bool,
    joint: bool,
) -> Vec<String> {
    let mut say = |place: usize, text: &str| {
        if let Some(line) = lines.get_mut(place) {
            text.clone_into(line);
        }
    };
    say(line::USED, words.used);
    if in_role {
        say(line::SEEN, if joint { words.seen_together } else { words.seen });
        if joint {
            say(line::DISAGREE, words.disagree);
        }
    } else {
        say(line::ABOUT, words.trying);
    }
    let last = lines.len().saturating_sub(1);
    let notes = if joint { words.notes_together } else { words.notes };
    lines.insert(last, notes.to_owned());
    if in_role {
        lines.insert(0, words.trying.to_owned());
    }
    lines
}

/// The receipt of a pilot: no meetings and no report, so nothing to hear back of.
pub(crate) fn receipt(mut lines: Vec<String>, words: &PilotWords) -> Vec<String> {
    // That it is sent, then the meetings, that one is welcome, and when one hears back.
    let after = lines.split_off(lines.len().min(4));
    lines.truncate(1);
    lines.extend([words.thanks.to_owned(), words.nothing_more.to_owned()]);
    lines.extend(after);
    lines
}

/// A slip of a pilot.
pub(crate) fn slip([_, voluntary]: [String; 2], words: &PilotWords) -> [String; 2] {
    [words.slip.to_owned(), voluntary]
}

/// The lines of a poster of a pilot: the first says what it is about, the last what it is used for.
pub(crate) fn poster(mut lines: Vec<String>, words: &PilotWords) -> Vec<String> {
    if let [about, .., used] = lines.as_mut_slice() {
        words.trying.clone_into(about);
        words.used.clone_into(used);
    }
    lines
}

/// The rights in a pilot: what it is used for, who sees it, when it is deleted; there is no meeting to come to.
pub(crate) fn rights(mut passages: Vec<Passage>, words: &PilotWords) -> Vec<Passage> {
    const PURPOSE: usize = 0;
    const SEES: usize = 4;
    const MEETING: usize = 5;
    const DELETED: usize = 7;
    say(&mut passages, PURPOSE, 0, words.purpose);
    say(&mut passages, SEES, 0, words.sees);
    say(&mut passages, DELETED, 1, words.deleted);
    if MEETING < passages.len() {
        passages.remove(MEETING);
    }
    passages
}

/// How it works, in a pilot: nothing that is written is quoted, and management's figures are in no report.
pub(crate) fn how_it_works(mut passages: Vec<Passage>, words: &PilotWords, in_role: bool) -> Vec<Passage> {
    const SHOWN: usize = 4;
    const WRITTEN: usize = 5;
    say(&mut passages, WRITTEN, 1, words.not_quoted);
    if in_role {
        say(&mut passages, SHOWN, 0, words.as_management);
    }
    passages
}

/// The drafts for whoever answers for data protection, of a pilot: `who` answer, and the log is kept for `log`.
pub(crate) fn record(parts: &mut [ProtectionPart], words: &PilotProtection, who: &str, log: &str) {
    // Why; who and what; who receives it; how long. Among who and what: the categories, those who answer, those who are
    // spoken of, those who are invited.
    const INVITED: usize = 3;
    set(parts, 1, 0, words.purpose.to_owned());
    set(parts, 2, 0, words.people.replace("{}", who));
    if let Some(text) = cell(parts, 2, 1) {
        text.push_str(words.notes);
    }
    if let Some((_, rows)) =
        parts.get_mut(2).and_then(|part| part.table.as_mut()).filter(|(_, rows)| rows.len() > INVITED)
    {
        rows.remove(INVITED);
    }
    set(parts, 3, 0, words.recipients.to_owned());
    set(parts, 4, 1, words.deleted.replace("{}", log));
}

/// The assessment of a pilot: what is done, in which `who` answer.
pub(crate) fn processing(parts: &mut [ProtectionPart], words: &PilotProtection, who: &str) {
    set(parts, 0, 0, words.processing.replace("{}", who));
}

/// The risk that a pilot brings, beside the others of an assessment.
pub(crate) fn risk(parts: &mut [ProtectionPart], words: &PilotProtection, smallest: &str) {
    if let Some((_, rows)) = parts.get_mut(1).and_then(|part| part.table.as_mut()) {
        let judged = rows.last().and_then(|row| row.last()).cloned().unwrap_or_default();
        rows.push(vec![words.risk.to_owned(), words.done.replace("{}", smallest), judged]);
    }
}

fn set(parts: &mut [ProtectionPart], part: usize, row: usize, text: String) {
    if let Some(there) = cell(parts, part, row) {
        *there = text;
    }
}

fn cell(parts: &mut [ProtectionPart], part: usize, row: usize) -> Option<&mut String> {
    let (_, rows) = parts.get_mut(part)?.table.as_mut()?;
    rows.get_mut(row)?.get_mut(1)
}

fn say(passages: &mut [Passage], passage: usize, paragraph: usize, text: &str) {
    if let Some(there) = passages.get_mut(passage).and_then(|one| one.paragraphs.get_mut(paragraph)) {
        text.clone_into(there);
    }
}
