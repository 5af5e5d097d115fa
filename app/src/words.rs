//! The interface's words: `locales/<language>.json` in types, so that a missing or unknown key fails at once and
//! a page cannot name a word that is not there. Sentences of the domain are in `screening::language`.
//!
//! To add a word: its field here, its text in every file of `locales`. Places in a text are written `{name}` and
//! filled by [`fill`].

mod answering;
mod common;
mod desk;

pub use answering::*;
pub use common::*;
pub use desk::*;

pub use screening::language::unbroken;

use screening::plan::PlanProblem;
use serde::Deserialize;
use std::sync::LazyLock;
use workflow::Problem;

/// Declares a section of words: one `String` a key, no key missing, none unknown.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($key:ident),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(missing_docs, reason = "the text in locales/da.json says what each word is")]
        pub struct $name { $(pub $key: String),* }
    )*};
}
pub(crate) use words;

/// Every word of one language. Each section stands apart: together they are more than the stack of a thread that is
/// given a page to draw.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What stands on every page.
    pub common: Box<Common>,
    /// Errors.
    pub errors: Box<Errors>,
    /// What can be wrong with what was typed.
    pub problems: Box<Problems>,
    /// Signing in.
    pub sign_in: Box<SignIn>,
    /// Pages of those who answer.
    pub answer: Box<Answer>,
    /// Pages of the desk.
    pub desk: Box<Desk>,
}

static DANISH: LazyLock<Words> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the file is part of the program and read by a test")]
    serde_json::from_str(include_str!("../locales/da.json")).expect("locales/da.json matches words.rs")
});

/// The words of a language; Danish where there are none.
pub fn of(_language: &str) -> &'static Words {
    &DANISH
}

/// Puts values in the places of a text.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// So many minutes, in words.
pub fn minutes(words: &Words, count: impl Into<u64>) -> String {
    match count.into() {
        1 => words.common.one_minute.clone(),
        count => fill(&words.common.minutes, &[("count", &count.to_string())]),
    }
}

/// Whether the sentence of a problem says by itself which field is meant.
pub fn names_its_field(problem: &Problem) -> bool {
    use Problem::{
        Empty, NotAChoice, NotANumber, NotAnEmail, NotInQuestionnaire, OutsideScale, TooLong, TooShort,
    };
    !matches!(
        problem,
        Empty
            | TooLong(_)
            | TooShort(_)
            | NotAnEmail
            | NotANumber(..)
            | NotAChoice
            | OutsideScale
            | NotInQuestionnaire
    )
}

/// A whole number with a point between thousands.
fn whole(number: usize) -> String {
    let digits = number.to_string();
    let (first, rest) = digits.split_at((digits.len() - 1) % 3 + 1);
    rest.as_bytes().chunks(3).fold(first.to_owned(), |whole, three| {
        format!("{whole}.{}", three.iter().map(|&digit| char::from(digit)).collect::<String>())
    })
}

/// What is wrong, and the mend.
pub fn problem(words: &Words, problem: &Problem) -> String {
    let p = &words.problems;
    match problem {
        Problem::Empty => p.empty.clone(),
        Problem::TooLong(most) => fill(&p.too_long, &[("most", &whole(*most))]),
        Problem::TooShort(least) => fill(&p.too_short, &[("least", &least.to_string())]),
        Problem::NotAnEmail => p.not_an_email.clone(),
        Problem::NotANumber(low, high) => {
            fill(&p.not_a_number, &[("low", &low.to_string()), ("high", &high.to_string())])
        }
        Problem::NotADate => p.not_a_date.clone(),
        Problem::NotAChoice => p.not_a_choice.clone(),
        Problem::Repeated => p.repeated.clone(),
        Problem::WrongSignIn => p.wrong_sign_in.clone(),
        Problem::TooCommon => p.too_common.clone(),
        Problem::NotTheSame => p.not_the_same.clone(),
        Problem::TooManyTries(seconds) => {
            fill(&p.too_many_tries, &[("minutes", &minutes(words, seconds.div_ceil(60).max(1)))])
        }
        Problem::CodeMistyped => p.code_mistyped.clone(),
        Problem::CodeUnknown => p.code_unknown.clone(),
        Problem::WrongWords => p.wrong_words.clone(),
        Problem::NothingBegun => p.nothing_begun.clone(),
        Problem::WordsLocked => p.words_locked.clone(),
        Problem::NotOpenYet => p.not_open_yet.clone(),
        Problem::Closing => p.closing.clone(),
        Problem::Closed => p.closed.clone(),
        Problem::Stopped(_) => p.stopped.clone(),
        Problem::OutsideScale => p.outside_scale.clone(),
        Problem::NotInQuestionnaire => p.not_in_questionnaire.clone(),
        Problem::GroupTooSmall => p.group_too_small.clone(),
        Problem::NobodyInvited => p.nobody_invited.clone(),
        Problem::LegalFactsMissing => p.legal_facts_missing.clone(),
        Problem::CodesMadeBefore => p.codes_made_before.clone(),
        Problem::WrongState => p.wrong_state.clone(),
        Problem::NothingWritten => p.nothing_written.clone(),
        Problem::NotAssessor => p.not_assessor.clone(),
        Problem::BothRated => p.both_rated.clone(),
        Problem::RatedAlone => p.rated_alone.clone(),
        Problem::MayTellWho(found) => {
            let found: Vec<String> = found.iter().map(|one| format!("»{one}«")).collect();
            fill(&p.may_tell_who, &[("found", &found.join(", "))])
        }
        Problem::SameWords(kept) => fill(&p.same_words, &[("words", kept)]),
        Problem::OtherReader => p.other_reader.clone(),
        Problem::CommentsWaiting => p.comments_waiting.clone(),
        Problem::Changed => p.changed.clone(),
        Problem::LineChanged => p.line_changed.clone(),
        Problem::SentenceChanged => p.sentence_changed.clone(),
        Problem::EvidenceDeleted => p.evidence_deleted.clone(),
        Problem::TooManyPages(pages) => fill(&p.too_many_pages, &[("pages", &pages.to_string())]),
        Problem::TooManyLines(most) => fill(
            &p.too_many_lines,
            &[("most", screening::language::of("da").number_word(*most as u64).as_str())],
        ),
        Problem::LeaderAnswered => p.leader_answered.clone(),
        Problem::LinesUnread(lines) => {
            let lines = lines.iter().map(ToString::to_string).collect::<Vec<_>>();
            let lines = screening::language::of("da").list(&lines);
            fill(&p.lines_unread, &[("lines", &lines)])
        }
        Problem::TooFew(least) => fill(&p.too_few, &[("least", &least.to_string())]),
        Problem::TooMany(most) => fill(&p.too_many, &[("most", &most.to_string())]),
        Problem::TooFewPlaces(least) => fill(
            &p.too_few_places,
            &[("least", screening::language::of("da").number_word(*least as u64).as_str())],
        ),
        Problem::NoFile => p.no_file.clone(),
        Problem::File(fault) => file_fault(&words.desk.import, fault),
        Problem::FileGone => p.file_gone.clone(),
        Problem::Attachment(fault) => attachment_fault(&words.desk.attachments, *fault),
        Problem::Mapping(fault) => mapping_fault(&words.desk.import, fault),
        Problem::CellsRefused(number) => fill(&p.cells_refused, &[("number", &number.to_string())]),
        Problem::NothingToImport => p.nothing_to_import.clone(),
        Problem::ImportedBefore => p.imported_before.clone(),
        Problem::Plan(found) => plan_problem(words, *found),
    }
}

/// A rule of the plan that does not hold.
fn plan_problem(words: &Words, problem: PlanProblem) -> String {
    let (p, goal) = (&words.problems, &words.desk.goal);
    match problem {
        PlanProblem::Empty => p.empty.clone(),
        PlanProblem::TooLong(most) => fill(&p.too_long, &[("most", &whole(most))]),
        PlanProblem::TooMany(most) => fill(&p.too_many, &[("most", &most.to_string())]),
        PlanProblem::NotAChoice | PlanProblem::NotOnScale => p.not_a_choice.clone(),
        PlanProblem::NotADate => p.not_a_date.clone(),
        PlanProblem::NoEnd => goal.no_end.clone(),
        PlanProblem::EndsFirst => goal.ends_first.clone(),
        PlanProblem::Past => goal.past.clone(),
        PlanProblem::Ahead => goal.ahead.clone(),
        PlanProblem::BeforeLast => goal.before_last.clone(),
        PlanProblem::NoRoom => goal.no_room.clone(),
        PlanProblem::NoReason => goal.no_reason.clone(),
        PlanProblem::NotBegun => goal.not_begun.clone(),
        PlanProblem::Ended => goal.ended.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{unbroken, whole};

    #[test]
    fn a_whole_number_has_a_point_between_thousands() {
        for (number, written) in
            [(0, "0"), (13, "13"), (300, "300"), (2000, "2.000"), (1_234_567, "1.234.567")]
        {
            assert_eq!(whole(number), written);
        }
    }

    #[test]
    fn a_number_to_call_and_a_day_are_not_broken() {
        assert_eq!(
            unbroken("Ring 70 201 201 den 19. februar kl. 14 på vej 3. Farvel 5 gange."),
            "Ring 70\u{a0}201\u{a0}201 den 19.\u{a0}februar kl. 14 på vej 3. Farvel 5 gange."
        );
        assert_eq!(unbroken(" 1 "), " 1 ");
    }
}
