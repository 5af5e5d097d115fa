//! Codes and drafts as their rows say.

use crate::store::{bytes, unreadable};
use screening::id::GroupId;
use workflow::answering::{CodeState, DraftKeys};
use workflow::ports::{PortResult, StoreError};

/// A code as its row says.
#[derive(sqlx::FromRow)]
pub(super) struct CodeRow {
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
pub(super) struct DraftRow {
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
