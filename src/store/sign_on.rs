//! Which account here is whose at a provider of sign-ons.

use super::SqlStore;
use super::db::{execute, fetch_optional};
use async_trait::async_trait;
use workflow::Account;
use workflow::ports::{AccountStore, PortResult, SignOnStore};

#[async_trait]
impl SignOnStore for SqlStore {
    async fn account_by_subject(&self, issuer: &str, subject: &str) -> PortResult<Option<(Account, bool)>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (String,),
            "SELECT account.email FROM sign_on JOIN account ON account.id = sign_on.account_id
             WHERE sign_on.issuer = $1 AND sign_on.subject = $2",
            issuer,
            subject
        )?;
        let Some((email,)) = row else { return Ok(None) };
        drop(reading);
        Ok(self.account_by_email(&email).await?.map(|(account, _, disabled)| (account, disabled)))
    }

    async fn link_subject(&self, account: &str, issuer: &str, subject: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let added = execute!(
                    writing,
                    "INSERT INTO sign_on (issuer, subject, account_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                    issuer,
                    subject,
                    account
                )?;
                Ok(added == 1)
            })
            .await
    }

    async fn unlink(&self, account: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                Ok(execute!(writing, "DELETE FROM sign_on WHERE account_id = $1", account)? > 0)
            })
            .await
    }
}
