//! Who types booklets; the rows go at the close, or when it is stopped.

use super::SqlStore;
use super::db::{execute, fetch_all};
use async_trait::async_trait;
use workflow::ports::{PortResult, TypistStore};

#[async_trait]
impl TypistStore for SqlStore {
    async fn typists(&self, screening: &str) -> PortResult<Vec<(String, String)>> {
        let mut reading = self.db.read().await?;
        fetch_all!(
            reading,
            (String, String),
            "SELECT account.id, account.name FROM typist JOIN account ON account.id = typist.account_id
             WHERE typist.screening_id = $1 ORDER BY account.id",
            screening
        )
    }

    async fn add_typist(&self, screening: &str, account: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let added = execute!(
                    writing,
                    "INSERT INTO typist (screening_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                    screening,
                    account
                )?;
                Ok(added == 1)
            })
            .await
    }
}
