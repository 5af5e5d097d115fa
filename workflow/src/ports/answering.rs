//! The ports of answers: on their way in, from elsewhere, at the close.

use super::{Bytes32, PortResult};
use crate::answering::{CodeState, Counted, DraftKeys, NewResponse, SealedPage, Sending, Sent, StoredCode};
use crate::closing::{Closed, Dropped};
use crate::importing::{Imported, Importing, SavedMapping};
use async_trait::async_trait;
use screening::answers::Response;
use screening::picture::Picture;

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
