//! An account after it was made: roles taken back, opened again, taken along, erased.

use super::SqlStore;
use super::closing::note_tidy_due;
use super::db::{execute, fetch_all, fetch_optional};
use async_trait::async_trait;
use workflow::Role;
use workflow::ports::{AccountRecord, KeepingStore, PortResult};

/// What a row of an account holds of itself.
type Row = (String, String, i64, i64, i64);

#[async_trait]
impl KeepingStore for SqlStore {
    async fn take_role(&self, account: &str, organisation: &str, role: Role) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let taken = execute!(
                    writing,
                    "DELETE FROM membership WHERE account_id = $1 AND organisation_id = $2 AND role = $3",
                    account,
                    organisation,
                    role.as_str()
                )?;
                Ok(taken == 1)
            })
            .await
    }

    async fn replace_hash(&self, account: &str, old: &str, new: &str) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                // Whoever chose another password meanwhile keeps that.
                execute!(
                    writing,
                    "UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2",
                    account,
                    old,
                    new
                )?;
                Ok(())
            })
            .await
    }

    async fn set_administrator(&self, account: &str, on: bool) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                let on = i64::from(on);
                execute!(writing, "UPDATE account SET administrator = $2 WHERE id = $1", account, on)?;
                Ok(())
            })
            .await
    }

    async fn enable(&self, account: &str) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(writing, "UPDATE account SET disabled = 0 WHERE id = $1", account)?;
                Ok(())
            })
            .await
    }

    async fn account_notes(&self, nobodys_hash: &str) -> PortResult<Vec<(String, bool, Option<i64>)>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, i64, Option<i64>),
            "SELECT id, CAST(CASE WHEN password_hash = $1 THEN 1 ELSE 0 END AS BIGINT),
                    (SELECT MAX(at) FROM audit WHERE audit.actor = account.id AND event = 'signed in')
             FROM account ORDER BY id",
            nobodys_hash
        )?;
        Ok(rows.into_iter().map(|(id, nobodys, last)| (id, nobodys != 0, last)).collect())
    }

    async fn end_account_sessions(&self, account: &str) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(writing, "DELETE FROM session WHERE account_id = $1", account)?;
                execute!(writing, "DELETE FROM sign_in_step WHERE account_id = $1", account)?;
                Ok(())
            })
            .await
    }

    async fn account_record(&self, account: &str) -> PortResult<Option<AccountRecord>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            Row,
            "SELECT email, name, administrator, disabled, reminded FROM account WHERE id = $1",
            account
        )?;
        let Some((email, name, administrator, disabled, reminded)) = row else { return Ok(None) };
        let recovery_left = fetch_optional!(
            reading,
            (i64,),
            "SELECT (SELECT COUNT(*) FROM recovery_code WHERE recovery_code.account_id = second_step.account_id)
             FROM second_step WHERE account_id = $1 AND pending_until IS NULL",
            account
        )?;
        let only = |rows: Vec<(String,)>| rows.into_iter().map(|(value,)| value).collect();
        Ok(Some(AccountRecord {
            id: account.to_owned(),
            email,
            name,
            administrator: administrator != 0,
            closed: disabled != 0,
            reminded: reminded != 0,
            second_step: recovery_left.map(|(left,)| left),
            roles: fetch_all!(
                reading,
                (String, String),
                "SELECT organisation.name, role FROM membership
                 JOIN organisation ON organisation.id = membership.organisation_id
                 WHERE account_id = $1 ORDER BY organisation.name, role",
                account
            )?,
            sessions: fetch_all!(
                reading,
                (i64, i64, String),
                "SELECT started_at, seen_at, device FROM session WHERE account_id = $1 ORDER BY started_at",
                account
            )?,
            mails: fetch_all!(
                reading,
                (String, i64, String),
                "SELECT about, queued_at, state FROM mail WHERE account_id = $1 ORDER BY queued_at, about",
                account
            )?,
            ratings: fetch_all!(
                reading,
                (String, String, i64),
                "SELECT screening_id, indicator, rated_at FROM rating WHERE account_id = $1
                 ORDER BY screening_id, indicator",
                account
            )?,
            assessor_in: only(fetch_all!(
                reading,
                (String,),
                "SELECT screening_id FROM assessors WHERE first_id = $1 OR second_id = $1 ORDER BY screening_id",
                account
            )?),
            reader_in: only(fetch_all!(
                reading,
                (String,),
                "SELECT screening_id FROM second_reader WHERE account_id = $1 ORDER BY screening_id",
                account
            )?),
            typist_in: only(fetch_all!(
                reading,
                (String,),
                "SELECT screening_id FROM typist WHERE account_id = $1 ORDER BY screening_id",
                account
            )?),
            sentences: fetch_all!(
                reading,
                (String, String),
                "SELECT screening_id, sentence FROM report_edit WHERE account_id = $1
                 ORDER BY screening_id, sentence",
                account
            )?,
            notes: fetch_all!(
                reading,
                (String, String),
                "SELECT screening_id, text FROM review_note WHERE account_id = $1 ORDER BY screening_id, position",
                account
            )?,
            practices: only(fetch_all!(
                reading,
                (String,),
                "SELECT id FROM screening WHERE practice_account_id = $1 ORDER BY id",
                account
            )?),
            log: fetch_all!(
                reading,
                (i64, String, String),
                "SELECT at, event, detail FROM audit WHERE actor = $1 ORDER BY number",
                account
            )?,
        }))
    }

    async fn erase_account(&self, account: &str, nobodys_hash: &str) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "UPDATE account SET email = id, name = '–', password_hash = $2, administrator = 0, disabled = 1,
                                        reminded = 0
                     WHERE id = $1",
                    account,
                    nobodys_hash
                )?;
                for statement in [
                    "DELETE FROM membership WHERE account_id = $1",
                    "DELETE FROM session WHERE account_id = $1",
                    "DELETE FROM sign_in_step WHERE account_id = $1",
                    "DELETE FROM password_link WHERE account_id = $1",
                    "DELETE FROM second_step WHERE account_id = $1",
                    "DELETE FROM recovery_code WHERE account_id = $1",
                    "DELETE FROM mail WHERE account_id = $1",
                    "DELETE FROM typist WHERE account_id = $1",
                    "DELETE FROM screening WHERE practice_account_id = $1",
                ] {
                    execute!(writing, statement, account)?;
                }
                note_tidy_due(writing, &format!("{account} erased")).await
            })
            .await
    }
}
