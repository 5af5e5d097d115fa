//! The second step at sign-in: secrets, recovery codes, sign-ins that wait for a code.

use super::SqlStore;
use super::db::{Writing, execute, fetch_all, fetch_optional};
use async_trait::async_trait;
use workflow::ports::{Bytes32, PortResult, SecondStepStore, StoredStep};

/// Ends an account's sessions but one, if any, and its sign-ins that wait.
async fn end_sessions(writing: &mut Writing, account: &str, but: Option<&Bytes32>) -> PortResult<()> {
    let but = but.map_or(&[][..], <[u8; 32]>::as_slice);
    execute!(writing, "DELETE FROM session WHERE account_id = $1 AND token_hash <> $2", account, but)?;
    execute!(writing, "DELETE FROM sign_in_step WHERE account_id = $1", account)?;
    Ok(())
}

/// Puts these recovery codes in the place of others.
async fn keep_recovery(writing: &mut Writing, account: &str, recovery: &[Bytes32]) -> PortResult<()> {
    execute!(writing, "DELETE FROM recovery_code WHERE account_id = $1", account)?;
    for code in recovery {
        execute!(
            writing,
            "INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, $2)",
            account,
            code.as_slice()
        )?;
    }
    Ok(())
}

#[async_trait]
impl SecondStepStore for SqlStore {
    async fn offer_second_step(&self, account: &str, sealed: &[u8], until: i64) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let kept = execute!(
                    writing,
                    "INSERT INTO second_step (account_id, sealed, pending_until) VALUES ($1, $2, $3)
                     ON CONFLICT (account_id) DO UPDATE
                     SET sealed = excluded.sealed, pending_until = excluded.pending_until
                     WHERE second_step.pending_until IS NOT NULL",
                    account,
                    sealed,
                    until
                )?;
                Ok(kept == 1)
            })
            .await
    }

    async fn second_step(&self, account: &str) -> PortResult<Option<StoredStep>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (Vec<u8>, Option<i64>, i64),
            "SELECT sealed, pending_until,
                    (SELECT COUNT(*) FROM recovery_code WHERE recovery_code.account_id = second_step.account_id)
             FROM second_step WHERE account_id = $1",
            account
        )?;
        let stored =
            |(sealed, pending_until, recovery_left)| StoredStep { sealed, pending_until, recovery_left };
        Ok(row.map(stored))
    }

    async fn begin_second_step(
        &self,
        account: &str,
        now: i64,
        step: i64,
        recovery: &[Bytes32],
        session: &Bytes32,
    ) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let begun = execute!(
                    writing,
                    "UPDATE second_step SET pending_until = NULL, last_step = $3, tries = 0
                     WHERE account_id = $1 AND pending_until > $2",
                    account,
                    now,
                    step
                )?;
                if begun == 1 {
                    keep_recovery(writing, account, recovery).await?;
                    end_sessions(writing, account, Some(session)).await?;
                }
                Ok(begun == 1)
            })
            .await
    }

    async fn replace_recovery_codes(&self, account: &str, recovery: &[Bytes32]) -> PortResult<()> {
        self.deeds.write(async |writing| keep_recovery(writing, account, recovery).await).await
    }

    async fn end_second_step(&self, account: &str, session: Option<&Bytes32>) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let ended = execute!(writing, "DELETE FROM second_step WHERE account_id = $1", account)?;
                keep_recovery(writing, account, &[]).await?;
                end_sessions(writing, account, session).await?;
                Ok(ended == 1)
            })
            .await
    }

    async fn count_step_try(&self, account: &str, now: i64, since: i64) -> PortResult<(i64, i64)> {
        self.db
            .write(async |writing| {
                let counted = fetch_optional!(
                    writing,
                    (i64, i64),
                    "UPDATE second_step SET
                         tries = CASE WHEN tries_since <= $3 THEN 1 ELSE tries + 1 END,
                         tries_since = CASE WHEN tries_since <= $3 THEN $2 ELSE tries_since END
                     WHERE account_id = $1 RETURNING tries, tries_since",
                    account,
                    now,
                    since
                )?;
                Ok(counted.unwrap_or((1, now)))
            })
            .await
    }

    async fn use_step(&self, account: &str, step: i64) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let used = execute!(
                    writing,
                    "UPDATE second_step SET last_step = $2, tries = 0
                     WHERE account_id = $1 AND last_step < $2 AND pending_until IS NULL",
                    account,
                    step
                )?;
                Ok(used == 1)
            })
            .await
    }

    async fn use_recovery_code(&self, account: &str, code_hash: &Bytes32) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let used = execute!(
                    writing,
                    "DELETE FROM recovery_code WHERE account_id = $1 AND code_hash = $2",
                    account,
                    code_hash.as_slice()
                )?;
                if used == 1 {
                    execute!(writing, "UPDATE second_step SET tries = 0 WHERE account_id = $1", account)?;
                }
                Ok(used == 1)
            })
            .await
    }

    async fn start_sign_in_step(
        &self,
        token_hash: &Bytes32,
        account: &str,
        now: i64,
        expires_at: i64,
    ) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(writing, "DELETE FROM sign_in_step WHERE expires_at <= $1", now)?;
                execute!(
                    writing,
                    "INSERT INTO sign_in_step (token_hash, account_id, expires_at) VALUES ($1, $2, $3)",
                    token_hash.as_slice(),
                    account,
                    expires_at
                )?;
                Ok(())
            })
            .await
    }

    async fn sign_in_step(&self, token_hash: &Bytes32, now: i64) -> PortResult<Option<String>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (String,),
            "SELECT account.id FROM sign_in_step JOIN account ON account.id = sign_in_step.account_id
             WHERE sign_in_step.token_hash = $1 AND sign_in_step.expires_at > $2 AND account.disabled = 0",
            token_hash.as_slice(),
            now
        )?;
        Ok(row.map(|(account,)| account))
    }

    async fn end_sign_in_step(&self, token_hash: &Bytes32) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let ended = execute!(
                    writing,
                    "DELETE FROM sign_in_step WHERE token_hash = $1",
                    token_hash.as_slice()
                )?;
                Ok(ended == 1)
            })
            .await
    }

    async fn second_steps(&self) -> PortResult<Vec<String>> {
        let mut reading = self.db.read().await?;
        let rows =
            fetch_all!(reading, (String,), "SELECT account_id FROM second_step WHERE pending_until IS NULL")?;
        Ok(rows.into_iter().map(|(account,)| account).collect())
    }

    async fn second_step_missing(&self, required: &str, account: &str) -> PortResult<Option<Vec<u8>>> {
        let mut reading = self.db.read().await?;
        let missing = fetch_optional!(
            reading,
            (Vec<u8>,),
            "SELECT value FROM installation WHERE name = $1 AND NOT EXISTS
                 (SELECT 1 FROM second_step WHERE account_id = $2 AND pending_until IS NULL)",
            required,
            account
        )?;
        Ok(missing.map(|(since,)| since))
    }
}
