//! Links to a new password, and sessions as their owner sees them.

use super::db::{Writing, execute, fetch_all, fetch_optional};
use super::{SqlStore, bytes};
use async_trait::async_trait;
use workflow::ports::{Bytes32, PasswordStore, PortResult};

/// Ends everything that another password opened.
async fn end_all(writing: &mut Writing, account: &str) -> PortResult<()> {
    execute!(writing, "DELETE FROM password_link WHERE account_id = $1", account)?;
    execute!(writing, "DELETE FROM session WHERE account_id = $1", account)?;
    execute!(writing, "DELETE FROM sign_in_step WHERE account_id = $1", account)?;
    Ok(())
}

#[async_trait]
impl PasswordStore for SqlStore {
    async fn add_password_link(
        &self,
        token_hash: &Bytes32,
        account: &str,
        now: i64,
        expires_at: i64,
    ) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(writing, "DELETE FROM password_link WHERE expires_at <= $1", now)?;
                execute!(
                    writing,
                    "INSERT INTO password_link (token_hash, account_id, expires_at) VALUES ($1, $2, $3)",
                    token_hash.as_slice(),
                    account,
                    expires_at
                )?;
                Ok(())
            })
            .await
    }

    async fn password_link(&self, token_hash: &Bytes32, now: i64) -> PortResult<Option<String>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (String,),
            "SELECT account.email FROM password_link JOIN account ON account.id = password_link.account_id
             WHERE password_link.token_hash = $1 AND password_link.expires_at > $2 AND account.disabled = 0",
            token_hash.as_slice(),
            now
        )?;
        Ok(row.map(|(email,)| email))
    }

    async fn use_password_link(
        &self,
        token_hash: &Bytes32,
        now: i64,
        password_hash: &str,
    ) -> PortResult<Option<String>> {
        self.deeds
            .write(async |writing| {
                // Whoever deletes it has used it: of two at once, one.
                let row = fetch_optional!(
                    writing,
                    (String,),
                    "DELETE FROM password_link WHERE token_hash = $1 AND expires_at > $2 RETURNING account_id",
                    token_hash.as_slice(),
                    now
                )?;
                let Some((account,)) = row else { return Ok(None) };
                let changed = execute!(
                    writing,
                    "UPDATE account SET password_hash = $2 WHERE id = $1 AND disabled = 0",
                    &*account,
                    password_hash
                )?;
                end_all(writing, &account).await?;
                Ok((changed == 1).then_some(account))
            })
            .await
    }

    async fn change_password(&self, account: &str, old_hash: &str, password_hash: &str) -> PortResult<bool> {
        self.db
            .write(async |writing| {
                let changed = execute!(
                    writing,
                    "UPDATE account SET password_hash = $3
                     WHERE id = $1 AND password_hash = $2 AND disabled = 0",
                    account,
                    old_hash,
                    password_hash
                )?;
                if changed == 1 {
                    end_all(writing, account).await?;
                }
                Ok(changed == 1)
            })
            .await
    }

    async fn sessions(
        &self,
        account: &str,
        not_before: i64,
        seen_after: i64,
    ) -> PortResult<Vec<(Bytes32, i64, i64, String)>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (Vec<u8>, i64, i64, String),
            "SELECT token_hash, started_at, seen_at, device FROM session
             WHERE account_id = $1 AND started_at > $2 AND seen_at > $3 ORDER BY started_at DESC, token_hash",
            account,
            not_before,
            seen_after
        )?;
        rows.into_iter()
            .map(|(hash, started_at, seen_at, device)| {
                Ok((bytes("session.token_hash", &hash)?, started_at, seen_at, device))
            })
            .collect()
    }
}
