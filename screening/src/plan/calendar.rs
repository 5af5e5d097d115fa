//! Milestones and follow-ups as a calendar file (iCalendar, RFC 5545): whole days, so that no time zone is needed.

use super::{Goal, later};
use crate::language::Language;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use std::fmt::Write as _;

/// Most bytes of a line (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// Everything that is still to come of these goals (with their ids), as it stands at `now` (UTC).
pub fn calendar(
    organisation: &str,
    goals: &[(String, Goal)],
    now: DateTime,
    language: &'static dyn Language,
) -> String {
    let mut file = String::new();
    let name = format!("{}: {organisation}", language.plan().title);
    line(&mut file, "BEGIN:VCALENDAR");
    line(&mut file, "VERSION:2.0");
    line(&mut file, "PRODID:-//Pejling//Pejling//DA");
    line(&mut file, "CALSCALE:GREGORIAN");
    line(&mut file, &format!("X-WR-CALNAME:{}", escaped(&name)));
    let stamp = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    for (id, goal) in goals.iter().filter(|(_, goal)| goal.is_open()) {
        for milestone in goal.milestones.iter().filter(|one| one.done.is_none()) {
            let uid = format!("{id}-milestone-{}@pejling", milestone.number);
            let summary = language.calendar_milestone(&milestone.text);
            event(&mut file, &stamp, &uid, milestone.due, &summary, &goal.statement);
        }
        for (place, date) in super::coming_follow_ups(goal).into_iter().enumerate() {
            let uid = format!("{id}-follow-up-{}@pejling", goal.follow_ups.len() + place + 1);
            let summary = language.calendar_follow_up(&goal.statement);
            event(&mut file, &stamp, &uid, date, &summary, &goal.activity);
        }
    }
    line(&mut file, "END:VCALENDAR");
    file
}

fn event(file: &mut String, stamp: &str, uid: &str, day: Date, summary: &str, description: &str) {
    let date = |day: Date| day.strftime("%Y%m%d").to_string();
    line(file, "BEGIN:VEVENT");
    line(file, &format!("UID:{uid}"));
    line(file, &format!("DTSTAMP:{stamp}"));
    line(file, &format!("DTSTART;VALUE=DATE:{}", date(day)));
    line(file, &format!("DTEND;VALUE=DATE:{}", date(later(day, 1.day()))));
    line(file, &format!("SUMMARY:{}", escaped(summary)));
    if !description.is_empty() {
        line(file, &format!("DESCRIPTION:{}", escaped(description)));
    }
    line(file, "TRANSP:TRANSPARENT");
    line(file, "END:VEVENT");
}

/// Text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            _ if letter.is_control() => value.push(' '),
            _ => value.push(letter),
        }
    }
    value
}

/// A content line, folded where it is longer than a line may be, never inside a letter.
fn line(file: &mut String, content: &str) {
    let mut used = 0;
    for letter in content.chars() {
        if used + letter.len_utf8() > LONGEST_LINE {
            file.push_str("\r\n ");
            used = 1;
        }
        used += letter.len_utf8();
        // Writing to a String cannot fail.
        let _ = write!(file, "{letter}");
    }
    file.push_str("\r\n");
}
