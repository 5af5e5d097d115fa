//! Codes, drafts, sending. A code and a response never stand in one statement, one row or one log line.
//!
//! Locks are taken in one order everywhere: screening, code, draft; so no two transactions wait for each other.

use super::comments::consent_word;
use super::db::{Lock, Writing, execute, failed, fetch_all, fetch_optional};
use super::{SqlStore, bytes, to_json, unreadable};
use async_trait::async_trait;
use screening::id::GroupId;
use workflow::answering::{
    CodeState, Counted, DraftKeys, NewResponse, SealedPage, Sending, Sent, StoredCode,
};
use workflow::ports::{AnsweringStore, Bytes32, PortResult, StoreError};

/// A code as its row says.
#[derive(sqlx::FromRow)]
struct CodeRow {
    lookup_key: Vec<u8>,
    screening_id: String,
    group_id: String,
    unit: String,
    state: String,
}

impl TryFrom<CodeRow> for CodeState {
    type Error = StoreError;
    fn try_from(row: CodeRow) -> PortResult<Self> {
        Ok(Self {
            lookup_key: bytes("access_code.lookup_key", &row.lookup_key)?,
            screening: row.screening_id,
            group: GroupId::from(row.group_id),
            unit: row.unit,
            begun: row.state == "begun",
            spent: row.state == "spent",
        })
    }
}

/// A draft's keys as their row says.
#[derive(sqlx::FromRow)]
struct DraftRow {
    id: Vec<u8>,
    key_under_token: Vec<u8>,
    key_under_words: Option<Vec<u8>>,
    words_salt: Option<Vec<u8>>,
    saves: i64,
}

impl TryFrom<DraftRow> for DraftKeys {
    type Error = StoreError;
    fn try_from(row: DraftRow) -> PortResult<Self> {
        let salt = row.words_salt.map(|salt| bytes("draft.words_salt", &salt)).transpose()?;
        Ok(Self {
            id: bytes("draft.id", &row.id)?,
            key_under_token: row.key_under_token,
            key_under_words: row.key_under_words,
            words_salt: salt,
            saves: u64::try_from(row.saves).map_err(|why| unreadable("draft.saves", why))?,
        })
    }
}

/// A draft was changed between two statements of its sending: nothing is stored.
#[derive(Debug, thiserror::Error)]
#[error("the draft was changed while it was being sent")]
struct DraftChanged;

#[async_trait]
impl AnsweringStore for SqlStore {
    async fn add_codes(&self, screening: &str, codes: &[StoredCode]) -> PortResult<()> {
        // In key order, which is random: not group by group, as they are made and handed out.
        let mut codes: Vec<&StoredCode> = codes.iter().collect();
        codes.sort_by_key(|code| code.lookup_key);
        self.db
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
        self.db
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
                execute!(
                    writing,
                    "INSERT INTO draft (id, lookup_key, key_under_token) VALUES ($1, $2, $3)",
                    draft.id.as_slice(),
                    lookup_key.as_slice(),
                    &*draft.key_under_token
                )?;
                put_page(writing, &draft.id, first_page).await?;
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
        self.db
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
        self.db
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
        self.db
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
        self.db
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

    async fn save_page(&self, draft: &Bytes32, page: &SealedPage) -> PortResult<bool> {
        self.db
            .write(async |writing| {
                let there =
                    execute!(writing, "UPDATE draft SET saves = saves + 1 WHERE id = $1", draft.as_slice())?;
                if there == 1 {
                    put_page(writing, draft, page).await?;
                }
                Ok(there == 1)
            })
            .await
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
        let saves = i64::try_from(sending.saves).map_err(failed)?;
        let sent = self
            .db
            .write(async |writing| {
                match writing.lock_screening(&sending.screening, Lock::Shared).await?.as_deref() {
                    Some("open" | "closing") => {}
                    _ => return Ok(Sent::Closed),
                }
                let spent = execute!(
                    writing,
                    "UPDATE access_code SET state = 'spent'
                     WHERE lookup_key = $1 AND token_hash = $2 AND state = 'begun'",
                    sending.lookup_key.as_slice(),
                    sending.token_hash.as_slice()
                )?;
                if spent == 0 {
                    return why_not(writing, sending).await;
                }
                let gone = execute!(
                    writing,
                    "DELETE FROM draft WHERE id = $1 AND saves = $2",
                    sending.draft.as_slice(),
                    saves
                )?;
                if gone == 0 {
                    return Err(failed(DraftChanged));
                }
                put_response(writing, &sending.screening, response).await?;
                let kinds = [
                    ("submitted", ""),
                    ("day", &counted.day),
                    ("channel", &counted.channel),
                    ("help", counted.help.as_str()),
                    ("language", &counted.language),
                ];
                for (kind, value) in kinds {
                    count(writing, &sending.screening, &response.group, kind, value).await?;
                }
                Ok(Sent::Stored)
            })
            .await;
        match sent {
            Err(error) if error.0.is::<DraftChanged>() => Ok(Sent::Changed),
            sent => sent,
        }
    }

    async fn import(&self, screening: &str, responses: &[NewResponse]) -> PortResult<()> {
        self.db
            .write(async |writing| {
                for response in responses {
                    put_response(writing, screening, response).await?;
                    count(writing, screening, &response.group, "submitted", "").await?;
                }
                Ok(())
            })
            .await
    }
}

/// Why a code could not be spent with this token.
async fn why_not(writing: &mut Writing, sending: &Sending) -> PortResult<Sent> {
    let spent = fetch_optional!(
        writing,
        (String,),
        "SELECT state FROM access_code WHERE lookup_key = $1 AND token_hash = $2 AND state = 'spent'",
        sending.lookup_key.as_slice(),
        sending.token_hash.as_slice()
    )?;
    Ok(if spent.is_some() { Sent::SpentBefore } else { Sent::Changed })
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

async fn put_response(writing: &mut Writing, screening: &str, response: &NewResponse) -> PortResult<()> {
    let answers = to_json(&response.answers)?;
    execute!(
        writing,
        "INSERT INTO response (key, screening_id, group_id, unit, answers) VALUES ($1, $2, $3, $4, $5)",
        response.key.as_slice(),
        screening,
        response.group.as_str(),
        response.unit.as_deref(),
        &*answers
    )?;
    for comment in &response.comments {
        execute!(
            writing,
            "INSERT INTO comment (key, screening_id, group_id, focus_point, consent, text, decision)
             VALUES ($1, $2, $3, $4, $5, $6, 'waiting')",
            comment.key.as_slice(),
            screening,
            response.group.as_str(),
            comment.focus_point.as_ref().map(|point| point.as_str()),
            consent_word(comment.consent),
            &*comment.text
        )?;
    }
    Ok(())
}

async fn count(
    writing: &mut Writing,
    screening: &str,
    group: &GroupId,
    kind: &str,
    value: &str,
) -> PortResult<()> {
    execute!(
        writing,
        "INSERT INTO counter (screening_id, group_id, kind, value, n) VALUES ($1, $2, $3, $4, 1)
         ON CONFLICT (screening_id, group_id, kind, value) DO UPDATE SET n = counter.n + 1",
        screening,
        group.as_str(),
        kind,
        value
    )?;
    Ok(())
}
