//! Mails that wait, and who wants none.

use super::SqlStore;
use super::db::{execute, fetch_all, fetch_optional};
use async_trait::async_trait;
use workflow::mailing::{QueuedMail, UnsentMail};
use workflow::ports::{AuditEntry, MailEnds, MailStore, Outcome, PortResult};

/// A mail that is not sent as its row says.
#[derive(sqlx::FromRow)]
struct UnsentRow {
    email: String,
    about: String,
    queued_at: i64,
    tries: i64,
    state: String,
    answer: String,
}

#[async_trait]
impl MailStore for SqlStore {
    async fn queue_mail(&self, id: &str, account: &str, about: &str, now: i64) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let queued = execute!(
                    writing,
                    "INSERT INTO mail (id, account_id, about, state, queued_at, next_at, tries, answer)
                     VALUES ($1, $2, $3, 'waiting', $4, $4, 0, '') ON CONFLICT (account_id, about) DO NOTHING",
                    id,
                    account,
                    about,
                    now
                )?;
                Ok(queued == 1)
            })
            .await
    }

    async fn queue_mail_to(
        &self,
        email: &str,
        id: &str,
        about: &str,
        now: i64,
        entry: &AuditEntry,
    ) -> PortResult<()> {
        let sealed = self
            .db
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO mail (id, account_id, about, state, queued_at, next_at, tries, answer)
                     SELECT $1, id, $3, 'waiting', $4, $4, 0, '' FROM account WHERE email = $2 AND disabled = 0
                     ON CONFLICT (account_id, about) DO NOTHING",
                    id,
                    email,
                    about,
                    now
                )?;
                super::audit::insert(writing, entry).await
            })
            .await?;
        super::audit::told(entry, sealed);
        Ok(())
    }

    async fn claim_mail(&self, now: i64, until: i64) -> PortResult<Option<QueuedMail>> {
        // Mostly nothing is due, and nobody who writes should wait for that.
        let mut reading = self.db.read().await?;
        let due = "SELECT next_at FROM mail WHERE state = 'waiting' AND next_at <= $1 LIMIT 1";
        if fetch_optional!(reading, (i64,), due, now)?.is_none() {
            return Ok(None);
        }
        drop(reading);
        self.deeds
            .write(async |writing| {
                // The outer conditions hold for a row that another program took while this one waited for it.
                let row = fetch_optional!(
                    writing,
                    (String, String, String, i64),
                    "UPDATE mail SET next_at = $2, tries = tries + 1
                     WHERE state = 'waiting' AND next_at <= $1 AND id = (
                         SELECT id FROM mail WHERE state = 'waiting' AND next_at <= $1
                         ORDER BY next_at, id LIMIT 1
                     )
                     RETURNING id, account_id, about, tries",
                    now,
                    until
                )?;
                Ok(row.map(|(id, account, about, tries)| QueuedMail { id, account, about, tries }))
            })
            .await
    }

    async fn settle_mail(
        &self,
        mail: &QueuedMail,
        outcome: &Outcome,
        answer: &str,
        now: i64,
    ) -> PortResult<()> {
        let (state, next_at) = match outcome {
            Outcome::Done => ("done", None),
            Outcome::Later(at) => ("waiting", Some(*at)),
            Outcome::GivenUp => ("given-up", None),
        };
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "UPDATE mail SET state = $3, next_at = COALESCE($4, next_at), answer = $5, settled_at = $6
                     WHERE id = $1 AND tries = $2 AND state = 'waiting'",
                    &*mail.id,
                    mail.tries,
                    state,
                    next_at,
                    answer,
                    now
                )?;
                Ok(())
            })
            .await
    }

    async fn mail_ends(&self) -> PortResult<MailEnds> {
        let mut reading = self.db.read().await?;
        let ends = fetch_optional!(
            reading,
            (Option<i64>, Option<i64>),
            "SELECT MAX(CASE WHEN state = 'done' THEN settled_at END),
                    MAX(CASE WHEN answer <> '' THEN settled_at END) FROM mail"
        )?;
        Ok(ends.map(|(sent, failed)| MailEnds { sent, failed }).unwrap_or_default())
    }

    async fn unsent_mail(&self) -> PortResult<Vec<UnsentMail>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            UnsentRow,
            "SELECT account.email, mail.about, mail.queued_at, mail.tries, mail.state, mail.answer FROM mail
             JOIN account ON account.id = mail.account_id WHERE mail.state <> 'done'
             ORDER BY mail.queued_at, mail.id"
        )?;
        let unsent = |row: UnsentRow| UnsentMail {
            email: row.email,
            about: row.about,
            queued_at: row.queued_at,
            tries: row.tries,
            given_up: row.state == "given-up",
            answer: row.answer,
        };
        Ok(rows.into_iter().map(unsent).collect())
    }

    async fn forget_mail(&self, before: i64) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(writing, "DELETE FROM mail WHERE state <> 'waiting' AND queued_at < $1", before)?;
                Ok(())
            })
            .await
    }

    async fn reminded(&self, account: &str) -> PortResult<bool> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(reading, (i64,), "SELECT reminded FROM account WHERE id = $1", account)?;
        Ok(row.is_some_and(|(on,)| on != 0))
    }

    async fn set_reminded(&self, account: &str, on: bool) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(writing, "UPDATE account SET reminded = $2 WHERE id = $1", account, i64::from(on))?;
                Ok(())
            })
            .await
    }
}
