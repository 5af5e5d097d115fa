//! What the use cases need from outside: stores (one trait an aggregate, each method one transaction), clock,
//! random bytes, printing. Absent is `Ok(None)`.

mod attaching;
mod judging;
mod planning;
mod reporting;

pub use attaching::AttachmentStore;
pub use judging::{CommentStore, EvidenceStore, RatingStore};
pub use planning::PlanStore;
pub use reporting::{ReportStore, ReviewStore};

use crate::access::{Account, Role};
use crate::answering::{CodeState, Counted, DraftKeys, NewResponse, SealedPage, Sending, Sent, StoredCode};
use crate::closing::{Closed, Dropped};
use crate::hearings::{Cast, HearingPlan, StoredLine, StoredPlan, StoredVote};
use crate::importing::{Imported, Importing, SavedMapping};
use crate::screenings::{Organisation, Screening, ScreeningSummary};
use async_trait::async_trait;
use screening::answers::Response;
use screening::answers::import::{FileFault, Sheets};
use screening::cards::ConversationCards;
use screening::hearing::{Ballots, HearingNumber, MinuteLine, Paper, Person, Sitting};
use screening::id::GroupId;
use screening::instrument::Instrument;
use screening::invitation::{Poster, SlipSheets};
use screening::picture::Picture;
use screening::report::{Report, Slide};
use screening::schedule::Schedule;
use screening::settings::{Settings, State};
use std::collections::BTreeMap;

/// A store could not do it; the text is for the log, not for people.
#[derive(Debug, thiserror::Error)]
#[error("store: {0}")]
pub struct StoreError(pub Box<dyn std::error::Error + Send + Sync>);

/// Result of a port.
pub type PortResult<T> = Result<T, StoreError>;

/// 32 bytes: a hash, a key, a token.
pub type Bytes32 = [u8; 32];

/// Everything that is stored.
pub trait Store:
    InstallationStore
    + AccountStore
    + ScreeningStore
    + InvitationStore
    + ScheduleStore
    + AnsweringStore
    + ImportStore
    + ClosingStore
    + CommentStore
    + EvidenceStore
    + AttachmentStore
    + RatingStore
    + HearingStore
    + VoteStore
    + ReportStore
    + PlanStore
    + ReviewStore
    + AuditStore
    + Send
    + Sync
{
}

/// The installation itself.
#[async_trait]
pub trait InstallationStore {
    /// The salt of the codes; made from `fresh` the first time.
    async fn salt(&self, fresh: Bytes32) -> PortResult<Bytes32>;
    /// Whether nothing at all is stored yet: no organisation and no account.
    async fn is_empty(&self) -> PortResult<bool>;
    /// A value kept for the installation by name, e.g. `demonstration`.
    async fn mark(&self, name: &str) -> PortResult<Option<Vec<u8>>>;
    /// Keeps such a value.
    async fn set_mark(&self, name: &str, value: &[u8]) -> PortResult<()>;
    /// Answers at all.
    async fn ready(&self) -> PortResult<()>;
}

/// Accounts, sessions, organisations.
#[async_trait]
pub trait AccountStore {
    /// Adds an organisation; false where the name is taken.
    async fn add_organisation(&self, organisation: &Organisation) -> PortResult<bool>;
    /// All organisations by name.
    async fn organisations(&self) -> PortResult<Vec<Organisation>>;
    /// Adds an account with a password hash; false where the e-mail is taken.
    async fn add_account(&self, account: &Account, password_hash: &str) -> PortResult<bool>;
    /// Gives an account a role in an organisation.
    async fn add_role(&self, account: &str, organisation: &str, role: Role) -> PortResult<()>;
    /// Account, password hash and whether it is disabled, by e-mail.
    async fn account_by_email(&self, email: &str) -> PortResult<Option<(Account, String, bool)>>;
    /// All accounts by e-mail, with whether they are disabled.
    async fn accounts(&self) -> PortResult<Vec<(Account, bool)>>;
    /// Disables an account and ends its sessions; false where there is none.
    async fn disable(&self, email: &str) -> PortResult<bool>;
    /// Starts a session.
    async fn start_session(&self, token_hash: &Bytes32, account: &str, now: i64) -> PortResult<()>;
    /// The enabled account of a session started after `not_before` and seen after `seen_after`; notes `now` as seen.
    async fn session(
        &self,
        token_hash: &Bytes32,
        not_before: i64,
        seen_after: i64,
        now: i64,
    ) -> PortResult<Option<Account>>;
    /// Ends a session.
    async fn end_session(&self, token_hash: &Bytes32) -> PortResult<()>;
}

/// Screenings and their settings.
#[async_trait]
pub trait ScreeningStore {
    /// Adds a screening.
    async fn add_screening(&self, screening: &Screening) -> PortResult<()>;
    /// One screening.
    async fn screening(&self, id: &str) -> PortResult<Option<Screening>>;
    /// The screenings of these organisations, newest first; `None`: of all.
    async fn screenings(&self, organisations: Option<&[String]>) -> PortResult<Vec<ScreeningSummary>>;
    /// Replaces name and settings while in this state; false where it is in another.
    async fn save_settings(
        &self,
        id: &str,
        state: State,
        name: &str,
        settings: &Settings,
    ) -> PortResult<bool>;
    /// Opens a prepared screening, with the instrument as it is asked from now on; false where it is not prepared, or has
    /// other settings than these.
    async fn open_screening(
        &self,
        id: &str,
        settings: &Settings,
        instrument: &Instrument,
    ) -> PortResult<bool>;
    /// Goes from one state to the next; false where it was in another.
    async fn change_state(
        &self,
        id: &str,
        from: State,
        to: State,
        closing_ends_at: Option<i64>,
    ) -> PortResult<bool>;
    /// Deletes a practice with all that belongs to it; false where the screening is none.
    async fn delete_practice(&self, id: &str) -> PortResult<bool>;
    /// Notes that the codes were made; false where they were before.
    async fn note_codes_made(&self, id: &str) -> PortResult<bool>;
    /// Submitted per group (counter tables).
    async fn submitted(&self, id: &str) -> PortResult<BTreeMap<GroupId, u64>>;
    /// Screenings whose closing has ended by now.
    async fn closing_due(&self, now: i64) -> PortResult<Vec<String>>;
    /// Notes the first time anyone opened the picture.
    async fn note_picture_opened(&self, id: &str, now: i64) -> PortResult<()>;
}

/// Dates of screenings.
#[async_trait]
pub trait ScheduleStore {
    /// The dates as somebody changed them.
    async fn schedule(&self, screening: &str) -> PortResult<Option<Schedule>>;
    /// Keeps them.
    async fn save_schedule(&self, screening: &str, schedule: &Schedule) -> PortResult<()>;
}

/// What may change of the settings once they are made, and the open links by name.
#[async_trait]
pub trait InvitationStore {
    /// Replaces settings, where the screening is in this state and its settings are those of `before`; the names of
    /// its open links are then found by [`InvitationStore::open_link`]. False, and nothing changed, elsewhere.
    async fn change_settings(
        &self,
        id: &str,
        state: State,
        before: &Settings,
        after: &Settings,
    ) -> PortResult<bool>;
    /// Screening and group of an open link by its name, whether it is on or off.
    async fn open_link(&self, name: &str) -> PortResult<Option<(String, GroupId)>>;
}

/// Codes, drafts, sending. No method lists which codes are spent.
#[async_trait]
pub trait AnsweringStore {
    /// Keeps the lookup keys of codes.
    async fn add_codes(&self, screening: &str, codes: &[StoredCode]) -> PortResult<()>;
    /// What a code is, by its lookup key.
    async fn code(&self, lookup_key: &Bytes32) -> PortResult<Option<CodeState>>;
    /// What a code is, by the hash of the token that its questionnaire was begun with.
    async fn code_by_token(&self, token_hash: &Bytes32) -> PortResult<Option<CodeState>>;
    /// Starts a draft with its first page under a code; with `restart`, instead of an earlier one, which is
    /// destroyed. False, and nothing changed, where there is an earlier one and no `restart`, where the code is
    /// spent, or where the screening is not open.
    async fn begin(
        &self,
        lookup_key: &Bytes32,
        token_hash: &Bytes32,
        draft: &DraftKeys,
        first_page: &SealedPage,
        restart: bool,
    ) -> PortResult<bool>;
    /// Keeps a new code and starts a draft with its first page under it; false, and nothing kept, where the
    /// screening is not open.
    async fn begin_with_code(
        &self,
        screening: &str,
        code: &StoredCode,
        token_hash: &Bytes32,
        draft: &DraftKeys,
        first_page: &SealedPage,
    ) -> PortResult<bool>;
    /// The draft under a code.
    async fn draft(&self, lookup_key: &Bytes32) -> PortResult<Option<DraftKeys>>;
    /// Moves a draft to another browser: new token, key wrapped under it, tries of words forgotten. False where
    /// the draft is gone.
    async fn continue_with(
        &self,
        lookup_key: &Bytes32,
        draft: &Bytes32,
        token_hash: &Bytes32,
        key_under_token: &[u8],
    ) -> PortResult<bool>;
    /// Keeps the draft key under the words, and the page that shows them: first words only; false where there
    /// were words already or the draft is gone.
    async fn set_words(
        &self,
        draft: &Bytes32,
        salt: &Bytes32,
        key_under_words: &[u8],
        page: &SealedPage,
    ) -> PortResult<bool>;
    /// Counts a try of words before it is made; false, and not counted, where `most` were made.
    async fn count_words_try(&self, draft: &Bytes32, most: u64) -> PortResult<bool>;
    /// Forgets the tries of words.
    async fn forget_words_tries(&self, draft: &Bytes32) -> PortResult<()>;
    /// Replaces one sealed page of a draft; false where the draft is gone, or more was kept in it than `saves`.
    async fn save_page(&self, draft: &Bytes32, saves: u64, page: &SealedPage) -> PortResult<bool>;
    /// All sealed pages of a draft.
    async fn pages(&self, draft: &Bytes32) -> PortResult<Vec<SealedPage>>;
    /// In one transaction: code spent, draft gone, response and comments in, counters up; or nothing at all, with
    /// the reason.
    async fn send(&self, sending: &Sending, response: &NewResponse, counted: &Counted) -> PortResult<Sent>;
    /// Stores responses and comments made elsewhere than on the web (demonstration); counts them as submitted.
    async fn import(&self, screening: &str, responses: &[NewResponse]) -> PortResult<()>;
}

/// Answers that were collected elsewhere, and the mappings they were read by.
#[async_trait]
pub trait ImportStore {
    /// The mappings of an organisation by name.
    async fn mappings(&self, organisation: &str) -> PortResult<Vec<SavedMapping>>;
    /// Keeps a mapping, instead of an earlier one of that name.
    async fn save_mapping(&self, organisation: &str, mapping: &SavedMapping) -> PortResult<()>;
    /// Forgets a mapping; false where there is none.
    async fn forget_mapping(&self, organisation: &str, name: &str) -> PortResult<bool>;
    /// The digests of the files that a screening has taken in; none once it is closed.
    async fn imported_files(&self, screening: &str) -> PortResult<Vec<Bytes32>>;
    /// In one transaction, and only while the screening is open: every response and comment in, counters up, the
    /// file's digest noted; or nothing at all, with the reason. Rows are put in the order of their random keys, so
    /// that their places tell nothing of the file's.
    async fn import_file(&self, screening: &str, importing: &Importing) -> PortResult<Imported>;
}

/// The end of closing.
#[async_trait]
pub trait ClosingStore {
    /// Every response of a screening, for scoring, in key order (memory is bounded by the number of persons).
    async fn responses(&self, screening: &str) -> PortResult<Vec<Response>>;
    /// In one transaction: state to closed, picture stored, units in `dropped` removed from responses, responses
    /// and comments written anew in key order, drafts and codes purged; [`ClosingStore::tidy`] is due. Nothing
    /// where it was closed before, or where there are not `responses` responses any more.
    async fn close(
        &self,
        screening: &str,
        picture: &Picture,
        dropped: &[Dropped],
        responses: usize,
    ) -> PortResult<Closed>;
    /// Wipes deleted rows out of the database's files, if it is due since a close.
    async fn tidy(&self) -> PortResult<()>;
}

/// Hearings and their minutes.
#[async_trait]
pub trait HearingStore {
    /// The sittings of a hearing that something was kept of, in their order.
    async fn sittings(&self, screening: &str, number: HearingNumber) -> PortResult<Vec<Sitting>>;
    /// Removes a sitting with its vote and whoever is invited by name, where its plan was written as often as `seen`
    /// says and nothing was minuted; false, and nothing removed, elsewhere.
    async fn remove_sitting(&self, screening: &str, sitting: Sitting, seen: i64) -> PortResult<bool>;
    /// The plan of a sitting.
    async fn hearing(&self, screening: &str, sitting: Sitting) -> PortResult<Option<StoredPlan>>;
    /// Keeps the plan, where it was written as often as `seen` says (0: never); false, and nothing kept, elsewhere.
    /// With approved minutes the people invited by name go in the same transaction, and [`ClosingStore::tidy`] is due.
    async fn save_hearing(
        &self,
        screening: &str,
        sitting: Sitting,
        seen: i64,
        plan: &HearingPlan,
    ) -> PortResult<bool>;
    /// Lines of the minutes in order.
    async fn minutes(&self, screening: &str, sitting: Sitting) -> PortResult<Vec<StoredLine>>;
    /// Adds a line at the end; false where the id is taken.
    async fn add_minute_line(
        &self,
        screening: &str,
        sitting: Sitting,
        id: &str,
        line: &MinuteLine,
    ) -> PortResult<bool>;
    /// Changes a line that was written as often as `seen` says; false, and nothing changed, elsewhere.
    async fn change_minute_line(
        &self,
        screening: &str,
        sitting: Sitting,
        id: &str,
        seen: i64,
        line: &MinuteLine,
    ) -> PortResult<bool>;
    /// Who is invited by name.
    async fn people(&self, screening: &str, sitting: Sitting) -> PortResult<Vec<Person>>;
    /// Keeps who is invited by name, instead of an earlier list; with none, the list goes and
    /// [`ClosingStore::tidy`] is due.
    async fn save_people(&self, screening: &str, sitting: Sitting, people: &[Person]) -> PortResult<()>;
    /// Removes a line.
    async fn remove_minute_line(&self, screening: &str, id: &str) -> PortResult<bool>;
}

/// Votes on what should come first. That a phone voted and what was voted are never in one row.
#[async_trait]
pub trait VoteStore {
    /// Opens a vote under a code, instead of an earlier one of the sitting; false where another has the code.
    async fn open_vote(
        &self,
        screening: &str,
        sitting: Sitting,
        code: &str,
        options: &[String],
    ) -> PortResult<bool>;
    /// Closes it and forgets which phones voted; [`ClosingStore::tidy`] is due.
    async fn close_vote(&self, screening: &str, sitting: Sitting) -> PortResult<()>;
    /// Keeps dots counted by hand as a closed vote without a code, instead of an earlier one.
    async fn count_dots(
        &self,
        screening: &str,
        sitting: Sitting,
        options: &[String],
        ballots: &Ballots,
    ) -> PortResult<()>;
    /// The vote of a sitting.
    async fn vote(&self, screening: &str, sitting: Sitting) -> PortResult<Option<StoredVote>>;
    /// Screening and sitting of a code.
    async fn vote_by_code(&self, code: &str) -> PortResult<Option<(String, Sitting)>>;
    /// Whether a phone voted.
    async fn phone_voted(&self, screening: &str, sitting: Sitting, phone: &Bytes32) -> PortResult<bool>;
    /// In one transaction: the phone has voted and the sums are up by its choices; or nothing, with the reason.
    async fn cast_vote(
        &self,
        screening: &str,
        sitting: Sitting,
        phone: &Bytes32,
        uses_the_place: bool,
        choices: &[usize],
    ) -> PortResult<Cast>;
}

/// The audit log: who did what, never what anyone answered.
#[async_trait]
pub trait AuditStore {
    /// Adds an entry.
    async fn log(&self, entry: &AuditEntry) -> PortResult<()>;
    /// Entries, newest first, at most `limit`.
    async fn entries(&self, limit: u32) -> PortResult<Vec<AuditEntry>>;
}

/// An entry of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Random id.
    pub id: String,
    /// Seconds since 1970.
    pub at: i64,
    /// [`crate::Actor::audit_name`].
    pub actor: String,
    /// Organisation, if any.
    pub organisation: Option<String>,
    /// Screening, if any.
    pub screening: Option<String>,
    /// What was done, e.g. `screening opened`.
    pub event: String,
    /// Details; never a code, an answer or what anyone wrote.
    pub detail: String,
}

/// The clock.
pub trait Clock: Send + Sync {
    /// Seconds since 1970, UTC.
    fn now(&self) -> i64;
    /// Today's date in Denmark as year, month, day.
    fn today(&self) -> (i16, i8, i8);
}

/// Random bytes fit for keys.
pub trait Randomness: Send + Sync {
    /// Fills the buffer.
    fn fill(&self, buffer: &mut [u8]);
}

/// Reading of files of answers, whatever their kind.
#[async_trait]
pub trait Spreadsheets: Send + Sync {
    /// The sheets of a file, or why it can't be read; in bounded memory whatever the file claims.
    async fn read(&self, file: Vec<u8>) -> PortResult<Result<Sheets, FileFault>>;
}

/// Printing of a report, of slips, posters and conversation cards.
#[async_trait]
pub trait Printer: Send + Sync {
    /// The PDF of a report; PDF/UA-1.
    async fn report_pdf(&self, report: &Report, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// A report as a Word document.
    async fn report_docx(&self, report: &Report, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of a slide; PDF/UA-1.
    async fn slide_pdf(&self, slide: &Slide, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of what a hearing hands out; PDF/UA-1.
    async fn paper_pdf(&self, paper: &Paper, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of slips to cut out; PDF/UA-1.
    async fn slips_pdf(&self, slips: &SlipSheets, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of a poster; PDF/UA-1.
    async fn poster_pdf(&self, poster: &Poster, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
    /// The PDF of conversation cards; PDF/UA-1.
    async fn cards_pdf(&self, cards: &ConversationCards, date: (i16, i8, i8)) -> PortResult<Vec<u8>>;
}
