//! The report in English: headings, and where each room's sentences are.

use super::English;
use super::findings::{self, all_means};
use super::method;
use super::numbers::owner;
use super::onward;
use crate::evidence::Coverage;
use crate::hearing::{Half, HearingNumber, LineKind, Moment};
use crate::instrument::PlaceWords;
use crate::language::sentence::{capital, full_stop, is_date, own_date};
use crate::language::{Answered, HearingWords, Level, Mean, Numbers, ReportWords};
use crate::preparation::Circumstance;
use crate::report::SectionKind;
use crate::signals::SignalKind;

impl ReportWords for English {
    fn section(&self, kind: SectionKind) -> &'static str {
        match kind {
            SectionKind::InShort => "In short",
            SectionKind::SinceLast => "Since last time",
            SectionKind::Strengths => "What stands strong",
            SectionKind::Picture => "The picture",
            SectionKind::SeenDifferently => "Seen differently",
            SectionKind::Words => "The users’ words",
            SectionKind::Involvement => "The potential of user involvement",
            SectionKind::Beginnings => "Three places to begin",
            SectionKind::Questions => "What we ask management to answer",
            SectionKind::Method => "How we did it",
            SectionKind::Participants => "To you who took part",
            SectionKind::Appendix => "Appendix",
        }
    }

    fn highest_heading(&self) -> &'static str {
        "Where the answers are highest"
    }

    fn agreed_heading(&self) -> &'static str {
        "What was agreed on"
    }

    fn words_heading(&self, users: Option<&str>) -> String {
        match users {
            None => "In their own words".to_owned(),
            Some(users) => format!("{} words", capital(&owner(&self.definite(users)))),
        }
    }

    fn beginnings_heading(&self, count: usize) -> &'static str {
        match count {
            1 => "A place to begin",
            2 => "Two places to begin",
            _ => self.section(SectionKind::Beginnings),
        }
    }

    fn questions_heading(&self, answer_by: &str) -> String {
        let heading = self.section(SectionKind::Questions);
        match answer_by.trim() {
            "" => heading.to_owned(),
            date if is_date(date) => format!("{heading} by {}", own_date(date, self)),
            words => format!("{heading} {words}"),
        }
    }

    fn management_answer(&self) -> &'static str {
        "Management’s answer"
    }

    fn version(&self, version: Option<u32>, date: &str) -> String {
        let version = version.map_or_else(|| "Draft".to_owned(), |version| format!("Version {version}"));
        if date.is_empty() { version } else { format!("{version} · {date}") }
    }

    fn page_of(&self) -> &'static str {
        "page {page} of {pages}"
    }

    fn footer(&self, answered: &[Answered<'_>], protected: &str, smallest: u64) -> String {
        let parts: Vec<String> = answered
            .iter()
            .map(|one| {
                let role = if one.in_role { ", answering as management" } else { "" };
                format!("{} {}{role}", self.inside(one.group), self.counted(one.submitted, one.invited))
            })
            .collect();
        let shown = match protected {
            "" => String::new(),
            protected => format!(
                " {} are shown only when at least {} have answered.",
                capital(protected),
                self.number_word(smallest)
            ),
        };
        match parts.as_slice() {
            [] => shown.trim_start().to_owned(),
            parts => format!("{}.{shown}", capital(&parts.join(" · "))),
        }
    }

    fn finding(&self, kind: SignalKind, subject: &str, said: &str) -> String {
        findings::finding(kind, subject, said)
    }

    fn highest(&self, points: &[(String, Mean<'_>)], after_strengths: bool) -> String {
        findings::highest(points, after_strengths)
    }

    fn lowest(&self, points: &str, mean: Mean<'_>, high: bool) -> String {
        findings::lowest(points, mean, high)
    }

    fn no_figures(&self, smallest: u64, hearings: bool) -> String {
        findings::no_figures(smallest, hearings)
    }

    fn nobody_in_group(&self, group: &str) -> String {
        format!("None of {} answered.", self.definite(group))
    }

    fn few_in_group(&self, group: &str) -> String {
        format!("There are too few answers from {} to show their figures.", self.definite(group))
    }

    fn few_on(&self, group: &str, points: &str) -> String {
        format!("There are too few answers from {} to show figures on {points}.", self.definite(group))
    }

    fn differ_most(&self, points: &str) -> String {
        format!("The groups differ most on {points}.")
    }

    fn close(&self, points: &str) -> String {
        format!("On {points} they are close.")
    }

    fn alike(&self) -> &'static str {
        "The groups see it in much the same way."
    }

    fn no_gaps(&self) -> &'static str {
        "No difference between the groups is large enough for us to point out."
    }

    fn minuted(&self, kind: LineKind, point: Option<&str>, text: &str, role: Option<&str>) -> String {
        findings::minuted(kind, point, text, role)
    }

    fn means(&self, subject: &str, means: &[Mean<'_>]) -> String {
        format!("{subject}: {}.", all_means(means))
    }

    fn differences(&self, means: &str, clear: &[(&str, &str)]) -> String {
        findings::differences(means, clear)
    }

    fn value_means(&self, value: &str, means: &[Mean<'_>]) -> String {
        format!("The value {value}, which runs across the focus points: {}.", all_means(means))
    }

    fn involvement(&self, users: &str, level: Level) -> String {
        findings::involvement(users, level)
    }

    fn go_on(&self, question: &str) -> String {
        format!("A question to go on talking about: {}", self.quoted(question))
    }

    fn begin_with_proposal(&self, place: usize, point: &str, proposal: &str, other: Option<&str>) -> String {
        onward::begin_with_proposal(place, point, proposal, other)
    }

    fn begin_with_signal(&self, kind: SignalKind, point: &str, said: &str, question: Option<&str>) -> String {
        onward::begin_with_signal(kind, point, said, question)
    }

    fn begin_with_lowest(&self, point: &str, question: Option<&str>) -> String {
        onward::begin_with_lowest(point, question)
    }

    fn first_step(&self, point: &str, proposed: bool, words: Option<&str>) -> String {
        onward::first_step(point, proposed, words)
    }

    fn first_step_is_a_hearing(&self, place: PlaceWords<'_>) -> String {
        format!("A first step is to hold a hearing where at least half {}.", place.uses)
    }

    fn ask_about(&self, point: &str) -> String {
        format!("{point}: What will you do, who will do it, and when will you begin?")
    }

    fn ask_hear_back(&self) -> &'static str {
        "How will those who took part hear what happens now?"
    }

    fn answered(&self, answered: Answered<'_>) -> String {
        method::answered(answered)
    }

    fn prepared(&self, circumstance: &Circumstance, group: &str, place: PlaceWords<'_>) -> String {
        method::prepared(circumstance, group, place)
    }

    fn looked_at(&self, coverage: &Coverage) -> String {
        method::looked_at(coverage)
    }

    fn held(
        &self,
        number: HearingNumber,
        letter: Option<char>,
        date: &str,
        half: Half,
        conversation: bool,
    ) -> String {
        method::held(&self.sitting_name(number, letter), date, half, conversation)
    }

    fn held_times(&self, number: HearingNumber, times: usize) -> String {
        let times = self.number_word(u64::try_from(times).unwrap_or(u64::MAX));
        format!("{} was held {times} times.", self.hearing_name(number))
    }

    fn recounted(&self, counts: &[(Moment, Half)]) -> String {
        method::recounted(counts)
    }

    fn no_hearings(&self) -> &'static str {
        "No hearing about the answers has been held yet."
    }

    fn second_hearing_missing(&self) -> &'static str {
        "Hearing 2 is not in the report."
    }

    fn fact_checked(&self, date: &str) -> String {
        format!("Management looked through the draft on {date} to correct what did not fit.")
    }

    fn changed(&self, version: u32, date: &str, what: &str) -> String {
        format!("Changed in version {version} ({date}): {}", full_stop(what))
    }

    fn protection(&self, protected: &str, in_role: &str, smallest: u64, full: u64) -> String {
        method::protection(protected, in_role, smallest, full)
    }

    fn reading_guide(&self, min: u8, max: u8) -> String {
        format!(
            "A mean lies between {min} and {max}, and n is how many people it rests on. Groups are never added together."
        )
    }

    fn low_response(&self, groups: &[&str]) -> String {
        let halves = groups.iter().map(|group| format!("under half of {}", self.definite(group)));
        let halves = capital(&self.list(&halves.collect::<Vec<_>>()));
        format!("{halves} have answered. The others may see it differently.")
    }

    fn what_answers_tell(&self, place: PlaceWords<'_>) -> String {
        format!("The answers show how those who answered see {} now. They do not say why.", place.word)
    }

    fn left_out(&self, comments: usize) -> String {
        match comments {
            1 => "One comment was left out, for a reason that was written down beforehand.".to_owned(),
            many => format!("{many} comments were left out, for reasons that were written down beforehand."),
        }
    }

    fn basis_rule(&self, rule: &str) -> String {
        format!("Rule – {rule}")
    }

    fn basis_minutes(&self, number: HearingNumber, kind: LineKind) -> String {
        format!("Minutes, {}: {}", self.inside(self.hearing_name(number)), self.inside(self.line_kind(kind)))
    }

    fn basis_figures(&self, subject: &str, means: &[Mean<'_>]) -> String {
        if means.is_empty() { subject.to_owned() } else { format!("{subject}: {}", all_means(means)) }
    }

    fn basis_counts(&self) -> &'static str {
        "Numbers of answers and the screening’s choices"
    }

    fn basis_comment(&self) -> &'static str {
        "A comment that may be used"
    }
}
