//! The interface's words: `locales/<language>.json` in types, so that a missing or unknown key fails at once and
//! a page cannot name a word that is not there. Sentences of the domain are in `screening::language`.
//!
//! To add a word: its field here, its text in every file of `locales`. Places in a text are written `{name}` and
//! filled by [`fill`]. To add a language: its file, and its line in `FILES`.

mod answering;
mod common;
mod desk;
mod sign_on;

pub use answering::*;
pub use common::*;
pub use desk::*;
pub use sign_on::*;

pub use screening::language::unbroken;

use screening::instrument::edit::EditProblem;
use screening::language::Language;
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
    /// Language code.
    #[serde(skip)]
    pub language: &'static str,
    /// What stands on every page.
    pub common: Box<Common>,
    /// Errors.
    pub errors: Box<Errors>,
    /// What can be wrong with what was typed.
    pub problems: Box<Problems>,
    /// Signing in.
    pub sign_in: Box<SignIn>,
    /// Signing in with another's account.
    pub sign_on: Box<SignOn>,
    /// Pages of those who answer.
    pub answer: Box<Answer>,
    /// Pages of the desk.
    pub desk: Box<Desk>,
}

/// Language codes with their files; the first is spoken where no other is chosen.
const FILES: [(&str, &str); 3] = [
    ("da", include_str!("../locales/da.json")),
    ("nb", include_str!("../locales/nb.json")),
    ("en", include_str!("../locales/en.json")),
];

static ALL: LazyLock<[Words; FILES.len()]> = LazyLock::new(|| {
    FILES.map(|(language, text)| {
        #[expect(clippy::panic, reason = "the files are part of the program and read by a test")]
        let words: Words =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("locales/{language}.json: {error}"));
        Words { language, ..words }
    })
});

/// The words of every language; the first is spoken where no other is chosen.
pub fn all() -> &'static [Words] {
    &*ALL
}

/// The words of a language; Danish where there are none.
pub fn of(language: &str) -> &'static Words {
    let [danish, ..] = &*ALL;
    all().iter().find(|words| words.language == language).unwrap_or(danish)
}

impl Words {
    /// Sentences, numbers and dates in the same language.
    pub fn sentences(&self) -> &'static dyn Language {
        screening::language::of(self.language)
    }

    /// One or several: the text with its number.
    pub fn counted(&self, number: u64, one: &str, several: &str) -> String {
        fill(if number == 1 { one } else { several }, &[("number", &self.sentences().count(number))])
    }
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
    use PlanProblem::{NotAChoice as NoChoice, NotADate as NoDay, NotOnScale};
    use Problem::{
        Edit, Empty, NotAChoice, NotADate, NotANumber, NotAgreed, NotAnEmail, NotInQuestionnaire,
        OutsideScale, Plan, TooEarly, TooLong, TooShort,
    };
    !matches!(
        problem,
        Plan(PlanProblem::Empty | PlanProblem::TooLong(_) | NoDay | NoChoice | NotOnScale)
            | Edit(EditProblem::NotAShare | EditProblem::NoWords)
            | Empty
            | NotADate
            | TooEarly(_)
            | NotAgreed
            | TooLong(_)
            | TooShort(_)
            | NotAnEmail
            | NotANumber(..)
            | NotAChoice
            | OutsideScale
            | NotInQuestionnaire
    )
}

/// What is wrong, and the mend.
pub fn problem(words: &Words, problem: &Problem) -> String {
    let p = &words.problems;
    let language = words.sentences();
    match problem {
        Problem::Empty => p.empty.clone(),
        Problem::TooLong(most) => fill(&p.too_long, &[("most", &language.count(*most as u64))]),
        Problem::TooShort(least) => fill(&p.too_short, &[("least", &least.to_string())]),
        Problem::NotAnEmail => p.not_an_email.clone(),
        Problem::NotANumber(low, high) => {
            fill(&p.not_a_number, &[("low", &low.to_string()), ("high", &high.to_string())])
        }
        Problem::NotADate => p.not_a_date.clone(),
        Problem::TooEarly(day) => {
            fill(&p.too_early, &[("day", &language.date(day.year(), day.month(), day.day()))])
        }
        Problem::NotAnAddress => p.not_an_address.clone(),
        Problem::NotAChoice => p.not_a_choice.clone(),
        Problem::NotAgreed => p.not_agreed.clone(),
        Problem::Repeated => p.repeated.clone(),
        Problem::WrongSignIn => p.wrong_sign_in.clone(),
        Problem::WrongSignInCode => p.wrong_sign_in_code.clone(),
        Problem::WrongPassword => p.wrong_password.clone(),
        Problem::NotTheAccounts => p.not_the_accounts.clone(),
        Problem::LastAdministrator => p.last_administrator.clone(),
        Problem::NoAccountHere => words.sign_on.no_account.clone(),
        Problem::ProviderFails => words.sign_on.fails.clone(),
        Problem::SignOnRefused => words.sign_on.refused.clone(),
        Problem::SignOnLost => words.sign_on.lost.clone(),
        Problem::TooCommon => p.too_common.clone(),
        Problem::OwnName => p.own_name.clone(),
        Problem::OwnStepFirst => p.own_step_first.clone(),
        Problem::NotTheSame => p.not_the_same.clone(),
        Problem::TooManyTries(seconds) => {
            fill(&p.too_many_tries, &[("minutes", &minutes(words, seconds.div_ceil(60).max(1)))])
        }
        Problem::CodeMistyped => p.code_mistyped.clone(),
        Problem::CodeUnknown => p.code_unknown.clone(),
        Problem::WrongWords => p.wrong_words.clone(),
        Problem::NothingBegun => p.nothing_begun.clone(),
        Problem::WordsLocked => p.words_locked.clone(),
        Problem::CodeElsewhere => words.desk.typing.code_elsewhere.clone(),
        Problem::CodeSpent => words.desk.typing.code_spent.clone(),
        Problem::OnPaper => p.on_paper.clone(),
        Problem::BookletBegun => words.desk.typing.begun.clone(),
        Problem::TypedBefore => words.desk.typing.typed_before.clone(),
        Problem::NoBooklet => words.desk.typing.no_booklet.clone(),
        Problem::LeaderTypes => words.desk.typing.leader_types.clone(),
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
            let found: Vec<String> = found.iter().map(|one| language.quoted(one)).collect();
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
        Problem::TooManyLines(most) => {
            fill(&p.too_many_lines, &[("most", &language.number_word(*most as u64))])
        }
        Problem::LeaderAnswered => p.leader_answered.clone(),
        Problem::LinesUnread(lines) => {
            let lines = lines.iter().map(ToString::to_string).collect::<Vec<_>>();
            fill(&p.lines_unread, &[("lines", &language.list(&lines))])
        }
        Problem::TooFew(least) => fill(&p.too_few, &[("least", &least.to_string())]),
        Problem::TooMany(most) => fill(&p.too_many, &[("most", &most.to_string())]),
        Problem::TooFewPlaces(least) => {
            fill(&p.too_few_places, &[("least", &language.number_word(*least as u64))])
        }
        Problem::NoFile => p.no_file.clone(),
        Problem::File(fault) => file_fault(words, fault),
        Problem::FileGone => p.file_gone.clone(),
        Problem::Attachment(fault) => attachment_fault(words, *fault),
        Problem::Mapping(fault) => mapping_fault(&words.desk.import, fault),
        Problem::CellsRefused(number) => fill(&p.cells_refused, &[("number", &number.to_string())]),
        Problem::NothingToImport => p.nothing_to_import.clone(),
        Problem::ImportedBefore => p.imported_before.clone(),
        Problem::Plan(found) => plan_problem(words, *found),
        Problem::Edit(found) => desk::edit_problem(words, found),
        Problem::InstrumentFile(fault) => instrument_fault(words, fault),
    }
}

/// A rule of the plan that does not hold.
fn plan_problem(words: &Words, problem: PlanProblem) -> String {
    let (p, goal) = (&words.problems, &words.desk.goal);
    match problem {
        PlanProblem::Empty => p.empty.clone(),
        PlanProblem::TooLong(most) => fill(&p.too_long, &[("most", &words.sentences().count(most as u64))]),
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
    use super::{FILES, all, minutes, of, unbroken};
    use serde_json::Value;
    use std::collections::BTreeMap;

    /// Every text of a file by its key, with the places in it, in order of their names.
    fn places(text: &str) -> BTreeMap<String, Vec<String>> {
        fn gather(key: &str, value: &Value, into: &mut BTreeMap<String, Vec<String>>) {
            match value {
                Value::Object(section) => {
                    section.iter().for_each(|(name, value)| gather(&format!("{key}.{name}"), value, into));
                }
                text => {
                    let text = text.as_str().unwrap();
                    assert!(!text.trim().is_empty(), "{key}");
                    let mut places: Vec<_> = text
                        .split('{')
                        .skip(1)
                        .map(|rest| rest.split_once('}').unwrap().0.to_owned())
                        .collect();
                    places.sort();
                    places.dedup();
                    into.insert(key.to_owned(), places);
                }
            }
        }
        let mut into = BTreeMap::new();
        gather("", &serde_json::from_str(text).unwrap(), &mut into);
        into
    }

    #[test]
    fn every_language_has_the_same_words_with_the_same_places() {
        assert!(all().iter().all(|words| words.sentences().code() == words.language));
        let [(_, danish), others @ ..] = FILES;
        let danish = places(danish);
        for (language, text) in others {
            let theirs = places(text);
            for (key, places) in &danish {
                assert_eq!(theirs.get(key), Some(places), "{language}{key}");
            }
            assert_eq!(theirs.len(), danish.len(), "{language}");
        }
    }

    #[test]
    fn a_language_quotes_as_it_is_written() {
        for (language, text) in FILES {
            let (opens, foreign) = match language {
                "da" => ('»', ['“', '”', '‘']),
                "nb" => ('«', ['“', '”', '\'']),
                _ => ('“', ['«', '»', '\'']),
            };
            let texts: Value = serde_json::from_str(text).unwrap();
            let mut left = vec![&texts];
            while let Some(value) = left.pop() {
                match value {
                    Value::Object(section) => left.extend(section.values()),
                    text => {
                        let text = text.as_str().unwrap();
                        let first = text.chars().find(|sign| "»«“”".contains(*sign));
                        assert!(first.is_none_or(|sign| sign == opens), "{language}: {text}");
                        assert!(!text.contains(foreign), "{language}: {text}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_unknown_language_is_danish() {
        assert_eq!(
            ["da", "nb", "en", "sv", ""].map(|code| of(code).language),
            ["da", "nb", "en", "da", "da"]
        );
        let two = ["da", "nb", "en"].map(|code| minutes(of(code), 2_u64));
        assert_eq!(two, ["2 minutter", "2 minutter", "2 minutes"]);
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
