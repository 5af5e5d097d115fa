//! What a use case may answer instead of its result. Words for people are made in `app` and `src/cli`.

use crate::ports::StoreError;
use jiff::civil::Date;
use screening::answers::import::{FileFault, MappingFault};
use screening::attachment::AttachmentFault;
use screening::instrument::edit::EditProblem;
use screening::instrument::taking_in::InstrumentFault;
use screening::plan::PlanProblem;

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody is signed in, or the session has ended.
    #[error("not signed in")]
    NotSignedIn,
    /// Signed in, but not allowed. Also given for what exists in another organisation.
    #[error("not allowed")]
    Forbidden,
    /// There is no such thing.
    #[error("not found")]
    NotFound,
    /// What was typed does not hold; nothing was kept but what is valid.
    #[error("not valid: {0:?}")]
    Invalid(Vec<FieldProblem>),
    /// It cannot be done as things stand.
    #[error("not now: {0:?}")]
    Refused(Problem),
    /// The store or another port failed; the person may try again.
    #[error(transparent)]
    Unavailable(#[from] StoreError),
}

/// A field and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// Name of the form field.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

impl Error {
    /// One field that does not hold.
    pub fn field(field: impl Into<String>, problem: Problem) -> Self {
        Self::Invalid(vec![FieldProblem { field: field.into(), problem }])
    }
}

/// Everything that can be wrong, as a closed list: each has a sentence in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A required field is empty.
    Empty,
    /// Longer than the limit, in characters.
    TooLong(usize),
    /// Shorter than the limit, in characters.
    TooShort(usize),
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a whole number from the first to the second.
    NotANumber(u64, u64),
    /// Not a day that can be meant.
    NotADate,
    /// A day from this one on is meant.
    TooEarly(Date),
    /// Not an address of a page that begins with `https://`.
    NotAnAddress,
    /// Not one of the choices.
    NotAChoice,
    /// It deletes something for good, and nobody has said yes to that.
    NotAgreed,
    /// The same name twice, or one that is taken.
    Repeated,
    /// E-mail and password do not belong together, or the account is disabled.
    WrongSignIn,
    /// Not the code of the app now, nor a recovery code that is left; or it was used before.
    WrongSignInCode,
    /// Not the password of one's own account.
    WrongPassword,
    /// Not the e-mail of the account that is meant.
    NotTheAccounts,
    /// No other open account would administer.
    LastAdministrator,
    /// A provider of sign-ons named somebody who has no account here.
    NoAccountHere,
    /// A provider of sign-ons does not answer, or what it says does not hold.
    ProviderFails,
    /// A provider of sign-ons did not let them in.
    SignOnRefused,
    /// An answer of a provider that this browser does not wait for, or no longer.
    SignOnLost,
    /// A password that everybody tries first.
    TooCommon,
    /// A password is one's own name, e-mail, or the place's.
    OwnName,
    /// Whoever asks others for a second step has none.
    OwnStepFirst,
    /// A new password and the same again are two.
    NotTheSame,
    /// Too many tries; wait this many seconds.
    TooManyTries(u64),
    /// The code has a typing mistake (its check character says so).
    CodeMistyped,
    /// There is no such code.
    CodeUnknown,
    /// The three words are not the code's.
    WrongWords,
    /// Nothing half written lies under the code: it was never begun with, or it was sent.
    NothingBegun,
    /// Too many wrong words: the questionnaire goes on where it was begun (its pause page opens the words again),
    /// or it is begun anew.
    WordsLocked,
    /// The code is of another screening.
    CodeElsewhere,
    /// A questionnaire was sent with the code.
    CodeSpent,
    /// The code is a booklet's that is being typed: nobody goes on with it on a screen.
    OnPaper,
    /// Something was begun with a booklet's code: its three words go on with it.
    BookletBegun,
    /// Whoever typed a booklet first doesn't type it again.
    TypedBefore,
    /// No booklet is being typed in this browser.
    NoBooklet,
    /// Leaders don't see what is typed.
    LeaderTypes,
    /// The screening has not opened.
    NotOpenYet,
    /// The screening closes; none may be begun.
    Closing,
    /// The screening is closed.
    Closed,
    /// The screening with this id is stopped, for good.
    Stopped(String),
    /// An answer outside the scale.
    OutsideScale,
    /// An item that is not in this questionnaire.
    NotInQuestionnaire,
    /// The smallest group shown must be at least five.
    GroupTooSmall,
    /// Nobody is invited.
    NobodyInvited,
    /// The legal facts are not all there.
    LegalFactsMissing,
    /// The codes were made before; they are shown once.
    CodesMadeBefore,
    /// The screening is not in the state that this needs.
    WrongState,
    /// Writing comes before rating: there is no evidence on this indicator.
    NothingWritten,
    /// Two others are named to rate.
    NotAssessor,
    /// Both first ratings are in, and stay: what is left is to agree.
    BothRated,
    /// One rated alone before two were named, and that stands.
    RatedAlone,
    /// This looks like it tells who somebody is; keep it or write it in another way.
    MayTellWho(Vec<String>),
    /// Only in other words, and these are the writer's own.
    SameWords(String),
    /// The first reader decides, and the second says yes or no: never the same person.
    OtherReader,
    /// Comments wait to be decided before this.
    CommentsWaiting,
    /// Something else was changed meanwhile; look again.
    Changed,
    /// A line of the minutes was changed by somebody else meanwhile; what was typed is still there.
    LineChanged,
    /// A sentence of the report was changed by somebody else meanwhile; what was typed is still there.
    SentenceChanged,
    /// Documents and observations are deleted, and a new version would say that there were none.
    EvidenceDeleted,
    /// The report would be so many pages, and that is too many.
    TooManyPages(usize),
    /// More printed lines than this many.
    TooManyLines(usize),
    /// Management has answered itself; only the leader changes that.
    LeaderAnswered,
    /// Lines of a pasted list without a name or a known role, by their numbers.
    LinesUnread(Vec<usize>),
    /// More than this many.
    TooMany(usize),
    /// Fewer than this many.
    TooFew(usize),
    /// Fewer places than this many said yes to being counted, or have figures of the same.
    TooFewPlaces(usize),
    /// The file can't be attached.
    Attachment(AttachmentFault),
    /// No file was chosen.
    NoFile,
    /// The file can't be read, and where.
    File(FileFault),
    /// The file is not in memory any more: it is chosen again.
    FileGone,
    /// A mapping does not fit.
    Mapping(MappingFault),
    /// Some cells can't be taken, so that nothing is.
    CellsRefused(usize),
    /// There is no row to take in.
    NothingToImport,
    /// The same file was taken in before.
    ImportedBefore,
    /// A rule of the development plan.
    Plan(PlanProblem),
    /// A rule of editing an instrument.
    Edit(EditProblem),
    /// What keeps a file from being taken in as an instrument, and where.
    InstrumentFile(Box<InstrumentFault>),
}
