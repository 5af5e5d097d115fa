//! Codes, drafts, sending. A code and a response never stand in one statement, one row or one log line.
//!
//! Locks are taken in one order everywhere: screening, code, draft; so no two transactions wait for each other.

mod rows;
pub(super) mod sending;

use super::SqlStore;
use super::db::{Lock, Writing, execute, failed, fetch_all, fetch_optional};
use crate::metrics;
use async_trait::async_trait;
use rows::{CodeRow, DraftRow};
use workflow::answering::{
    CodeState, Counted, DraftKeys, NewResponse, SealedPage, Sending, Sent, StoredCode,
};
use workflow::ports::{AnsweringStore, Bytes32, PortResult};

#[async_trait]
impl AnsweringStore for SqlStore {
    async fn add_codes(&self, screening: &str, codes: &[StoredCode]) -> PortResult<()> {
        // In key order, which is random: not group by group, as they are made and handed out.
        let mut codes: Vec<&StoredCode> = codes.iter().collect();
        codes.sort_by_key(|code| code.lookup_key);
        self.deeds
            .write(async |writing| {
                for code in codes {
                    execute!(
                        writing,
                        "INSERT INTO access_code (lookup_key, screening_id, group_id, unit, state)
                         VALUES ($1, $2, $3, $4, 'new')",
                        code.lookup_key.as_slice(),
                        screening,
                        code.group.as_str(),
                        &*code.unit
                    )?;
                }
                Ok(())
            })
            .await
    }

    async fn code(&self, lookup_key: &Bytes32) -> PortResult<Option<CodeState>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(
            reading,
            CodeRow,
            "SELECT lookup_key, screening_id, group_id, unit, state FROM access_code WHERE lookup_key = $1",
            lookup_key.as_slice()
        )?
        .map(TryInto::try_into)
        .transpose()
    }

    async fn code_by_token(&self, token_hash: &Bytes32) -> PortResult<Option<CodeState>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(
            reading,
            CodeRow,
            "SELECT lookup_key, screening_id, group_id, unit, state FROM access_code WHERE token_hash = $1",
            token_hash.as_slice()
        )?
        .map(TryInto::try_into)
        .transpose()
    }

    async fn begin(
        &self,
        lookup_key: &Bytes32,
        token_hash: &Bytes32,
        draft: &DraftKeys,
        first_page: &SealedPage,
        restart: bool,
    ) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let found = fetch_optional!(
                    writing,
                    (String,),
                    "SELECT screening_id FROM access_code WHERE lookup_key = $1",
                    lookup_key.as_slice()
                )?;
                let Some((screening,)) = found else { return Ok(false) };
                if writing.lock_screening(&screening, Lock::Shared).await?.as_deref() != Some("open") {
                    return Ok(false);
                }
                let begun = execute!(
                    writing,
                    "UPDATE access_code SET state = 'begun', token_hash = $2
                     WHERE lookup_key = $1 AND (state = 'new' OR (state = 'begun' AND $3 = 1))",
                    lookup_key.as_slice(),
                    token_hash.as_slice(),
                    i64::from(restart)
                )?;
                if begun == 0 {
                    return Ok(false);
                }
                execute!(writing, "DELETE FROM draft WHERE lookup_key = $1", lookup_key.as_slice())?;
                put_draft(writing, lookup_key, draft, first_page).await?;
                Ok(true)
            })
            .await
    }

    async fn begin_with_code(
        &self,
        screening: &str,
        code: &StoredCode,
        token_hash: &Bytes32,
        draft: &DraftKeys,
        first_page: &SealedPage,
    ) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                if writing.lock_screening(screening, Lock::Shared).await?.as_deref() != Some("open") {
                    return Ok(false);
                }
                execute!(
                    writing,
                    "INSERT INTO access_code (lookup_key, screening_id, group_id, unit, state, token_hash)
                     VALUES ($1, $2, $3, $4, 'begun', $5)",
                    code.lookup_key.as_slice(),
                    screening,
                    code.group.as_str(),
                    &*code.unit,
                    token_hash.as_slice()
                )?;
                put_draft(writing, &code.lookup_key, draft, first_page).await?;
                Ok(true)
            })
            .await
    }

    async fn draft(&self, lookup_key: &Bytes32) -> PortResult<Option<DraftKeys>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(
            reading,
            DraftRow,
            "SELECT id, key_under_token, key_under_words, words_salt, saves FROM draft WHERE lookup_key = $1",
            lookup_key.as_slice()
        )?
        .map(TryInto::try_into)
        .transpose()
    }

    async fn continue_with(
        &self,
        lookup_key: &Bytes32,
        draft: &Bytes32,
        token_hash: &Bytes32,
        key_under_token: &[u8],
    ) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let moved = execute!(
                    writing,
                    "UPDATE access_code SET token_hash = $2 WHERE lookup_key = $1 AND state = 'begun'
                     AND EXISTS (SELECT 1 FROM draft WHERE id = $3 AND lookup_key = $1)",
                    lookup_key.as_slice(),
                    token_hash.as_slice(),
                    draft.as_slice()
                )?;
                if moved == 0 {
                    return Ok(false);
                }
                execute!(
                    writing,
                    "UPDATE draft SET key_under_token = $2, wrong_words = 0, saves = saves + 1 WHERE id = $1",
                    draft.as_slice(),
                    key_under_token
                )?;
                Ok(true)
            })
            .await
    }

    async fn set_words(
        &self,
        draft: &Bytes32,
        salt: &Bytes32,
        key_under_words: &[u8],
        page: &SealedPage,
    ) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let set = execute!(
                    writing,
                    "UPDATE draft SET words_salt = $2, key_under_words = $3, wrong_words = 0, saves = saves + 1
                     WHERE id = $1 AND key_under_words IS NULL",
                    draft.as_slice(),
                    salt.as_slice(),
                    key_under_words
                )?;
                if set == 1 {
                    put_page(writing, draft, page).await?;
                }
                Ok(set == 1)
            })
            .await
    }

    async fn count_words_try(&self, draft: &Bytes32, most: u64) -> PortResult<bool> {
        let most = i64::try_from(most).map_err(failed)?;
        self.deeds
            .write(async |writing| {
                let counted = execute!(
                    writing,
                    "UPDATE draft SET wrong_words = wrong_words + 1 WHERE id = $1 AND wrong_words < $2",
                    draft.as_slice(),
                    most
                )?;
                Ok(counted == 1)
            })
            .await
    }

    async fn forget_words_tries(&self, draft: &Bytes32) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "UPDATE draft SET wrong_words = 0 WHERE id = $1 AND wrong_words > 0",
                    draft.as_slice()
                )?;
                Ok(())
            })
            .await
    }

    async fn save_page(&self, draft: &Bytes32, saves: u64, page: &SealedPage) -> PortResult<bool> {
        let saves = i64::try_from(saves).map_err(failed)?;
        let saved = self
            .deeds
            .write(async |writing| {
                let there = execute!(
                    writing,
                    "UPDATE draft SET saves = saves + 1 WHERE id = $1 AND saves = $2",
                    draft.as_slice(),
                    saves
                )?;
                if there == 1 {
                    put_page(writing, draft, page).await?;
                }
                Ok(there == 1)
            })
            .await;
        if matches!(saved, Ok(true)) {
            metrics::saved();
        }
        saved
    }

    async fn pages(&self, draft: &Bytes32) -> PortResult<Vec<SealedPage>> {
        let mut reading = self.db.read().await?;
        fetch_all!(
            reading,
            SealedPage,
            "SELECT page, sealed FROM draft_page WHERE draft_id = $1 ORDER BY page",
            draft.as_slice()
        )
    }

    async fn send(&self, sending: &Sending, response: &NewResponse, counted: &Counted) -> PortResult<Sent> {
        sending::send(&self.db, sending, response, counted).await
    }

    async fn import(&self, screening: &str, responses: &[NewResponse]) -> PortResult<()> {
        sending::import(&self.db, screening, responses).await
    }
}

/// A new draft with its first page.
async fn put_draft(
    writing: &mut Writing,
    lookup_key: &Bytes32,
    draft: &DraftKeys,
    first_page: &SealedPage,
) -> PortResult<()> {
    execute!(
        writing,
        "INSERT INTO draft (id, lookup_key, key_under_token) VALUES ($1, $2, $3)",
        draft.id.as_slice(),
        lookup_key.as_slice(),
        &*draft.key_under_token
    )?;
    put_page(writing, &draft.id, first_page).await
}

async fn put_page(writing: &mut Writing, draft: &Bytes32, (page, sealed): &SealedPage) -> PortResult<()> {
    execute!(
        writing,
        "INSERT INTO draft_page (draft_id, page, sealed) VALUES ($1, $2, $3)
         ON CONFLICT (draft_id, page) DO UPDATE SET sealed = excluded.sealed",
        draft.as_slice(),
        &**page,
        &**sealed
    )?;
    Ok(())
}
