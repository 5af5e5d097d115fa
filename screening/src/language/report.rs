//! Sentences of the report. They hedge as the numbers do, and a mean never stands without its n.

use super::Mean;
use crate::evidence::Coverage;
use crate::hearing::{Half, HearingNumber, LineKind, Moment};
use crate::instrument::PlaceWords;
use crate::preparation::Circumstance;
use crate::report::SectionKind;
use crate::signals::SignalKind;

/// Who answered, of a group.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    /// The group's name.
    pub group: &'a str,
    /// Questionnaires submitted.
    pub submitted: u64,
    /// Invited, where known.
    pub invited: Option<u64>,
    /// Response rate, whole per cent, where it may be given.
    pub per_cent: Option<u8>,
    /// Answers in role.
    pub in_role: bool,
    /// Could answer through an open link: nobody knows how many were asked, nor that each answered once.
    pub open_link: bool,
}

/// How high users' mean is on involvement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Below *worth talking about*.
    Low,
    /// In between.
    Middle,
    /// At least a strength's.
    High,
}

/// Headings and sentences of the report.
pub trait ReportWords {
    /// Heading of a section.
    fn section(&self, kind: SectionKind) -> &'static str;
    /// Heading of the strengths where nothing meets the rule.
    fn highest_heading(&self) -> &'static str;
    /// Heading of the strengths where there are no figures.
    fn agreed_heading(&self) -> &'static str;
    /// Heading over the words of these groups; `None`: everyone's.
    fn words_heading(&self, users: Option<&str>) -> String;
    /// Heading over so many places to begin.
    fn beginnings_heading(&self, count: usize) -> &'static str;
    /// Heading over the questions, with the date where there is one.
    fn questions_heading(&self, answer_by: &str) -> String;
    /// Label of the management's answer.
    fn management_answer(&self) -> &'static str;
    /// Version and date; no version: a draft.
    fn version(&self, version: Option<u32>, date: &str) -> String;
    /// `side {page} af {pages}`.
    fn page_of(&self) -> &'static str;
    /// The foot of every page.
    fn footer(&self, answered: &[Answered<'_>], protected: &str, smallest: u64) -> String;

    /// What a signal found on a subject.
    fn finding(&self, kind: SignalKind, subject: &str, said: &str) -> String;
    /// Where it lies highest; `after_strengths` where a strength is named before it.
    fn highest(&self, points: &[(String, Mean<'_>)], after_strengths: bool) -> String;
    /// A group's lowest; `high` where that is high too.
    fn lowest(&self, points: &str, mean: Mean<'_>, high: bool) -> String;
    /// No figure can be shown; with hearings the report rests on them.
    fn no_figures(&self, smallest: u64, hearings: bool) -> String;
    /// Nobody of a group answered.
    fn nobody_in_group(&self, group: &str) -> String;
    /// Too few of a group answered for any figure.
    fn few_in_group(&self, group: &str) -> String;
    /// Too few of a group answered for figures on these.
    fn few_on(&self, group: &str, points: &str) -> String;
    /// Where the groups differ most.
    fn differ_most(&self, points: &str) -> String;
    /// Where they lie close.
    fn close(&self, points: &str) -> String;
    /// They see it much alike.
    fn alike(&self) -> &'static str;
    /// No difference is large enough to name.
    fn no_gaps(&self) -> &'static str;
    /// A line of the minutes; with its focus point where a reader would not know it.
    fn minuted(&self, kind: LineKind, point: Option<&str>, text: &str, role: Option<&str>) -> String;
    /// A subject with the means of each group.
    fn means(&self, subject: &str, means: &[Mean<'_>]) -> String;
    /// The means on a subject, and between which groups the difference is clear.
    fn differences(&self, means: &str, clear: &[(&str, &str)]) -> String;
    /// A value with the means of each group.
    fn value_means(&self, value: &str, means: &[Mean<'_>]) -> String;
    /// What users' mean on involvement points to.
    fn involvement(&self, users: &str, level: Level) -> String;
    /// A question to go on with.
    fn go_on(&self, question: &str) -> String;

    /// A place to begin that the hearing proposed; by its place the first steps differ.
    fn begin_with_proposal(&self, place: usize, point: &str, proposal: &str, other: Option<&str>) -> String;
    /// A place to begin that a signal points to.
    fn begin_with_signal(&self, kind: SignalKind, point: &str, said: &str, question: Option<&str>) -> String;
    /// A place to begin: the lowest.
    fn begin_with_lowest(&self, point: &str, question: Option<&str>) -> String;
    /// The first step, in short; `proposed`: by a hearing, in these words where they are short.
    fn first_step(&self, point: &str, proposed: bool, words: Option<&str>) -> String;
    /// The first step where nothing points anywhere.
    fn first_step_is_a_hearing(&self, place: PlaceWords<'_>) -> String;
    /// A question to the management about a place to begin.
    fn ask_about(&self, point: &str) -> String;
    /// How those who took part hear back.
    fn ask_hear_back(&self) -> &'static str;

    /// Who answered.
    fn answered(&self, answered: Answered<'_>) -> String;
    /// How it was prepared, as far as a reader must know; the group's name where it is about one.
    fn prepared(&self, circumstance: &Circumstance, group: &str, place: PlaceWords<'_>) -> String;
    /// What else was looked at.
    fn looked_at(&self, coverage: &Coverage) -> String;
    /// A hearing that was held; with a letter, one of its sittings.
    fn held(
        &self,
        number: HearingNumber,
        letter: Option<char>,
        date: &str,
        half: Half,
        conversation: bool,
    ) -> String;
    /// *Høring 1 blev holdt to gange.*
    fn held_times(&self, number: HearingNumber, times: usize) -> String;
    /// Heads were counted again, with what the count was.
    fn recounted(&self, counts: &[(Moment, Half)]) -> String;
    /// No hearing was held.
    fn no_hearings(&self) -> &'static str;
    /// The first hearing is in the report and the second is not.
    fn second_hearing_missing(&self) -> &'static str;
    /// The leader looked through the draft for facts on a day.
    fn fact_checked(&self, date: &str) -> String;
    /// What a later version changed.
    fn changed(&self, version: u32, date: &str, what: &str) -> String;
    /// How people are protected.
    fn protection(&self, protected: &str, in_role: &str, smallest: u64, full: u64) -> String;
    /// What a mean and n are.
    fn reading_guide(&self, min: u8, max: u8) -> String;
    /// Less than half of a group answered.
    fn low_response(&self, groups: &[&str]) -> String;
    /// What answers can't tell.
    fn what_answers_tell(&self, place: PlaceWords<'_>) -> String;
    /// Comments that were left out.
    fn left_out(&self, comments: usize) -> String;

    /// What a sentence rests on: a rule.
    fn basis_rule(&self, rule: &str) -> String;
    /// A line of the minutes.
    fn basis_minutes(&self, number: HearingNumber, kind: LineKind) -> String;
    /// The figures of a subject.
    fn basis_figures(&self, subject: &str, means: &[Mean<'_>]) -> String;
    /// Counts and settings.
    fn basis_counts(&self) -> &'static str;
    /// Words that may be quoted.
    fn basis_comment(&self) -> &'static str;
}
