//! How a browser comes to hold a questionnaire: by a code, by a code and three words, or at an open link.

use super::sealed::{DraftKey, DraftPage, Given};
use super::{CodeState, DraftKeys, Entry, SealedPage, StoredCode, Token};
use crate::code::AccessCode;
use crate::fields::Problems;
use crate::ports::Bytes32;
use crate::screenings::Screening;
use crate::sealing::{self, keys};
use crate::words::Words;
use crate::{Error, Problem, Result, Workflow};
use screening::id::GroupId;
use screening::settings::State;

/// So many wrong words a draft; then no more are taken until the browser that holds it opens its pause page.
///
/// Staff hand out slips, so a code is no secret: five guesses among 2,048³ are nothing. A person who mistypes
/// loses nothing either: words that are not in the list at all don't count, the first device goes on, its pause
/// page opens the words again, and beginning anew is always possible. No time is kept for it.
pub const MOST_WRONG_WORDS: u64 = 5;

impl Workflow {
    /// Types a code. `restart` destroys what was written under it elsewhere; `held` is the browser's own token:
    /// the same browser goes on where it was.
    ///
    /// # Errors
    ///
    /// Field `code`: empty, mistyped or unknown (as every code is once closing has ended: they are purged).
    /// Refused: not open yet, closing (none may be begun any more), closed, stopped.
    pub async fn enter_code(&self, code: &str, restart: bool, held: Option<&Token>) -> Result<Entry> {
        let code = AccessCode::parse(code).map_err(|problem| Error::field("code", problem))?;
        let lookup_key = self.lookup_key(&code).await?;
        loop {
            let (known, screening) = self.known(&lookup_key).await?;
            match screening.state {
                State::Prepared => return Err(Error::Refused(Problem::NotOpenYet)),
                State::Closed => return Err(Error::Refused(Problem::Closed)),
                State::Open | State::Closing if known.spent => {
                    return Ok(Entry::Receipt { screening: known.screening, group: known.group });
                }
                State::Open | State::Closing => {}
            }
            if known.begun && !restart {
                return match held {
                    Some(token) if self.holds(&known, token).await? => Ok(Entry::Begin(token.clone())),
                    _ => Ok(Entry::InUse),
                };
            }
            if screening.state == State::Closing {
                return Err(Error::Refused(Problem::Closing));
            }
            if let Some(token) = self.begin(&code, Given::BySlip, &lookup_key, restart).await? {
                return Ok(Entry::Begin(token));
            }
            // Someone was faster: begun, sent, closing. Each leads forward only, so looking again ends.
        }
    }

    /// Goes on in another browser with code and three words: a new token; the old one ends.
    ///
    /// # Errors
    ///
    /// Field `code` as in [`Workflow::enter_code`]. Field `words`: empty or wrong; [`Problem::WordsLocked`] after
    /// [`MOST_WRONG_WORDS`]. Field `code`: [`Problem::NothingBegun`] where nothing is being written under it (never
    /// begun, or sent): typing the code alone says which.
    pub async fn continue_with_words(&self, code: &str, words: &str) -> Result<Token> {
        let code = AccessCode::parse(code).map_err(|problem| Error::field("code", problem));
        let mut problems = Problems::default();
        if let Err(Error::Invalid(wrong)) = &code {
            wrong.iter().for_each(|wrong| problems.add(wrong.field.clone(), wrong.problem.clone()));
        }
        problems.unless(!words.trim().is_empty(), "words", Problem::Empty);
        problems.none()?;
        let code = code?;
        let nothing_begun = || Error::field("code", Problem::NothingBegun);
        let lookup_key = self.lookup_key(&code).await?;
        let (known, screening) = self.known(&lookup_key).await?;
        if !known.begun || known.spent {
            return Err(nothing_begun());
        }
        let stored = self.store.draft(&lookup_key).await?.ok_or_else(nothing_begun)?;
        let key = self.key_by_words(&code, words, &screening, &stored).await?;
        if key.on_paper(&self.store.pages(&stored.id).await?)? {
            return Err(Error::field("code", Problem::OnPaper));
        }
        let token = Token(sealing::random(&*self.random));
        let under_token = key.under_token(&token, &*self.random)?;
        let hash = keys::token_hash(&token);
        if self.store.continue_with(&lookup_key, &stored.id, &hash, &under_token).await? {
            Ok(token)
        } else {
            Err(nothing_begun())
        }
    }

    /// A draft's key by code and words.
    ///
    /// # Errors
    ///
    /// Field `words`: wrong, or tried too often.
    pub(super) async fn key_by_words(
        &self,
        code: &AccessCode,
        words: &str,
        screening: &Screening,
        stored: &DraftKeys,
    ) -> Result<DraftKey> {
        let wrong = || Error::field("words", Problem::WrongWords);
        let words = Words::parse(&screening.settings.language, words).ok_or_else(wrong)?;
        let (Some(salt), Some(under_words)) = (stored.words_salt, &stored.key_under_words) else {
            return Err(wrong());
        };
        // Counted before it is made, so that many tries at once are no more than as many one by one.
        if !self.store.count_words_try(&stored.id, MOST_WRONG_WORDS).await? {
            return Err(Error::field("words", Problem::WordsLocked));
        }
        let code = code.clone();
        let outer = self.slow_hash.run(move || keys::words_key(&code, &words.canonical(), &salt)).await?;
        let outer = outer.map_err(sealing::fault)?;
        DraftKey::with_words(stored.id, &outer, under_words).ok_or_else(wrong)
    }

    /// A new draft under a code; `None` where the code or its screening changed meanwhile.
    pub(super) async fn begin(
        &self,
        code: &AccessCode,
        given: Given,
        lookup_key: &Bytes32,
        restart: bool,
    ) -> Result<Option<Token>> {
        let (token, draft, page) = self.new_draft(code, given)?;
        let hash = keys::token_hash(&token);
        let begun = self.store.begin(lookup_key, &hash, &draft, &page, restart).await?;
        Ok(begun.then_some(token))
    }

    /// A new code of a group, and a draft under it, for a browser that came without a slip; `None` where the
    /// screening is not open any more.
    pub(crate) async fn begin_without_slip(&self, screening: &str, group: GroupId) -> Result<Option<Token>> {
        let code = AccessCode::random(&*self.random);
        let stored = StoredCode { lookup_key: self.lookup_key(&code).await?, group, unit: String::new() };
        let (token, draft, page) = self.new_draft(&code, Given::Here)?;
        let hash = keys::token_hash(&token);
        let begun = self.store.begin_with_code(screening, &stored, &hash, &draft, &page).await?;
        Ok(begun.then_some(token))
    }

    /// Token, keys and first page of a new draft.
    fn new_draft(&self, code: &AccessCode, given: Given) -> Result<(Token, DraftKeys, SealedPage)> {
        let token = Token(sealing::random(&*self.random));
        let key = DraftKey::random(&*self.random);
        let draft = DraftKeys {
            id: key.id,
            key_under_token: key.under_token(&token, &*self.random)?,
            key_under_words: None,
            words_salt: None,
            saves: 0,
        };
        let page = key.seal(&DraftPage::Code(code.canonical(), given), &*self.random)?;
        Ok((token, draft, page))
    }

    /// What a code is, and its screening.
    pub(super) async fn known(&self, lookup_key: &Bytes32) -> Result<(CodeState, Screening)> {
        let unknown = || Error::field("code", Problem::CodeUnknown);
        let Some(code) = self.store.code(lookup_key).await? else {
            return Err(self.was_stopped(lookup_key).await?.unwrap_or_else(unknown));
        };
        let screening = self.store.screening(&code.screening).await?.ok_or_else(unknown)?;
        Ok((code, screening))
    }

    /// What the database knows a code by. Slow on purpose.
    pub(super) async fn lookup_key(&self, code: &AccessCode) -> Result<Bytes32> {
        let salt = self.store.salt(sealing::random(&*self.random)).await?;
        let code = code.clone();
        let key = self.slow_hash.run(move || keys::lookup_key(&code, &salt)).await?;
        Ok(key.map_err(sealing::fault)?)
    }
}
