//! What a use case refuses, in words for whoever runs the program.

use anyhow::{Error, anyhow};
use screening::answers::import::{MappingFault, letters};
use workflow::Problem;

/// The error of a use case as one line.
pub(super) fn in_words(error: workflow::Error) -> Error {
    match error {
        workflow::Error::NotFound => anyhow!("there is no such thing: see the list verbs for what there is"),
        workflow::Error::NotSignedIn | workflow::Error::Forbidden => anyhow!("not allowed"),
        workflow::Error::Invalid(fields) => {
            let faults: Vec<String> = fields
                .iter()
                .map(|field| {
                    let (name, problem) = (&field.field, problem(&field.problem));
                    if name.is_empty() { problem } else { format!("{name}: {problem}") }
                })
                .collect();
            anyhow!("{}", faults.join("; "))
        }
        workflow::Error::Refused(refused) => anyhow!("{}", problem(&refused)),
        workflow::Error::Unavailable(error) => anyhow!("{error}"),
    }
}

/// What is wrong and the mend.
fn problem(problem: &Problem) -> String {
    let text = match problem {
        Problem::Empty => "is empty: write something",
        Problem::TooLong(most) => return format!("is too long: at most {most}"),
        Problem::TooShort(least) => return format!("is too short: at least {least} characters"),
        Problem::NotAnEmail => "is not an e-mail address",
        Problem::NotANumber(low, high) => return format!("must be a whole number from {low} to {high}"),
        Problem::NotAnAddress => "is not an address that begins with https://",
        Problem::NotADate => "is not a day that can be meant: write it as 2026-10-07",
        Problem::TooEarly(day) => return format!("must be {day} or later"),
        Problem::NotAChoice => "is not one that there is",
        Problem::Repeated => "is there already: choose another",
        Problem::WrongSignIn => "e-mail and password do not belong together",
        Problem::WrongSignInCode => "the code is wrong, or was used",
        Problem::WrongPassword => "the password is wrong",
        Problem::NotTheAccounts => "is not the account's e-mail",
        Problem::LastAdministrator => "no other administrator would be left: make one first",
        Problem::NoAccountHere => "there is no account of that e-mail",
        Problem::ProviderFails => "the provider of sign-ons does not answer as it should",
        Problem::SignOnRefused => "the provider of sign-ons did not let you in",
        Problem::SignOnLost => "the sign-on was begun elsewhere, or too long ago",
        Problem::TooCommon => "is what everybody tries first: choose another",
        Problem::OwnName => "is the account's own name, e-mail or place: choose another",
        Problem::OwnStepFirst => "set up a second step for your own account first",
        Problem::NotTheSame => "the two are not the same: type it twice",
        Problem::TooManyTries(seconds) => return format!("too many tries: wait {seconds} seconds"),
        Problem::CodeMistyped => "the code has a typing mistake",
        Problem::CodeUnknown => "there is no such code",
        Problem::WrongWords => "the three words are not the code's",
        Problem::WordsLocked => "too many wrong words: the questionnaire can only be begun again",
        Problem::CodeElsewhere => "the code is of another screening",
        Problem::CodeSpent => "a questionnaire was sent with the code",
        Problem::OnPaper | Problem::NoBooklet => "a booklet is typed on the web",
        Problem::BookletBegun => "something was begun with the code: its three words go on",
        Problem::TypedBefore => "somebody else types it again",
        Problem::LeaderTypes => "leaders don't type booklets",
        Problem::NotOpenYet => "the screening has not opened: open it first",
        Problem::Closing => "the screening is closing",
        Problem::Closed => "the screening is closed",
        Problem::Stopped(_) => "the screening is stopped, for good",
        Problem::OutsideScale => "an answer is outside the scale",
        Problem::NotInQuestionnaire => "an item is not in this questionnaire",
        Problem::GroupTooSmall => "the smallest group shown must be at least 5",
        Problem::NobodyInvited => "nobody is invited: name groups and numbers",
        Problem::LegalFactsMissing => "the legal facts are not all there: fill them in on the web",
        Problem::CodesMadeBefore => "the codes were made before and are shown once",
        Problem::WrongState => {
            "the screening is not in the state that this needs: see pejling screening list"
        }
        Problem::NothingWritten => "nothing is written about the indicator: write first, rate after",
        Problem::NotAgreed => "deletes something for good, and nobody has said yes to that",
        Problem::NotAssessor => "two others are named to rate",
        Problem::BothRated => "both have rated, and their first ratings stay: settle the rating",
        Problem::RatedAlone => "one rated alone before two were named, and that stands",
        Problem::MayTellWho(found) => return format!("may tell who somebody is: {}", found.join(", ")),
        Problem::SameWords(words) => return format!("keeps the writer's own words: {words}"),
        Problem::OtherReader => "the first reader decides, and the second says yes or no",
        Problem::CommentsWaiting => "comments wait to be decided first",
        Problem::NothingBegun => "nothing half written lies under the code",
        Problem::SentenceChanged => "was changed by somebody else meanwhile: look at both texts",
        Problem::TooManyPages(pages) => {
            return format!("the report would be {pages} pages: take something out until it is four");
        }
        Problem::TooManyLines(most) => return format!("is more than {most} printed lines: write it shorter"),
        Problem::LeaderAnswered => "the leader has answered: only the leader changes that",
        Problem::LineChanged => "was changed by somebody else meanwhile",
        Problem::LinesUnread(_) => "has lines without a name or a known role",
        Problem::TooMany(_) => "has too many",
        Problem::TooFew(_) => "has too few",
        Problem::TooFewPlaces(least) => return format!("has fewer than {least} places behind every figure"),
        Problem::EvidenceDeleted => {
            "documents and observations are deleted: there are no new versions after that"
        }
        Problem::NoFile => "is no file",
        Problem::File(fault) => return fault.to_string(),
        Problem::FileGone => "the file is not in memory any more: choose it again",
        Problem::Mapping(fault) => return mapping(fault),
        Problem::CellsRefused(count) => {
            return format!(
                "{count} cells can't be taken, so nothing was: mend them, or give their words a meaning"
            );
        }
        Problem::Attachment(_) => "the file can't be attached",
        Problem::NothingToImport => "there is no row with an answer in the file",
        Problem::ImportedBefore => {
            "this file was taken in before: with --again its answers would count twice"
        }
        Problem::Changed => "something else was changed meanwhile: look again",
        Problem::Plan(_) => "a rule of the development plan does not hold",
        Problem::Edit(_) => "a rule of editing instruments does not hold",
        Problem::InstrumentFile(_) => "the file holds no whole instrument",
    };
    text.to_owned()
}

/// Why a mapping can't be used; columns are counted from 1.
fn mapping(fault: &MappingFault) -> String {
    match fault {
        MappingFault::OtherColumns => "the mapping is of a file with other columns".to_owned(),
        MappingFault::Twice(first, second) => {
            format!("columns {} and {} are mapped to the same", letters(first + 1), letters(second + 1))
        }
        MappingFault::Unknown(column) => {
            format!("column {} is mapped to an indicator that the instrument has not", letters(column + 1))
        }
        MappingFault::NoGroup => "the mapping says no group: name one, or the column that does".to_owned(),
        MappingFault::GroupTwice(column) => {
            format!("the mapping names a group, and column {} does too: keep one", letters(column + 1))
        }
        MappingFault::NoAnswers => "the mapping has no column of answers".to_owned(),
        MappingFault::OffScale(_) => "a word is mapped to a step that the scale has not".to_owned(),
    }
}
