//! Shared tablets: for whom one begins there, and nothing of anybody who did.

use super::SqlStore;
use super::db::{Lock, execute, fetch_all, fetch_optional};
use async_trait::async_trait;
use screening::id::GroupId;
use workflow::ports::{Bytes32, PortResult, TabletStore};

#[async_trait]
impl TabletStore for SqlStore {
    async fn start_tablet(&self, screening: &str, token_hash: &Bytes32, group: &GroupId) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                if writing.lock_screening(screening, Lock::Shared).await?.as_deref() != Some("open") {
                    return Ok(false);
                }
                execute!(
                    writing,
                    "INSERT INTO tablet (token_hash, screening_id, group_id) VALUES ($1, $2, $3)",
                    token_hash.as_slice(),
                    screening,
                    group.as_str()
                )?;
                Ok(true)
            })
            .await
    }

    async fn tablet(&self, token_hash: &Bytes32) -> PortResult<Option<(String, GroupId)>> {
        let mut reading = self.db.read().await?;
        let found = fetch_optional!(
            reading,
            (String, String),
            "SELECT screening_id, group_id FROM tablet WHERE token_hash = $1",
            token_hash.as_slice()
        )?;
        Ok(found.map(|(screening, group)| (screening, GroupId::from(group))))
    }

    async fn tablets(&self, screening: &str) -> PortResult<Vec<GroupId>> {
        let mut reading = self.db.read().await?;
        let groups = fetch_all!(
            reading,
            (String,),
            "SELECT group_id FROM tablet WHERE screening_id = $1 ORDER BY group_id",
            screening
        )?;
        Ok(groups.into_iter().map(|(group,)| GroupId::from(group)).collect())
    }

    async fn end_tablet(&self, token_hash: &Bytes32) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let ended =
                    execute!(writing, "DELETE FROM tablet WHERE token_hash = $1", token_hash.as_slice())?;
                Ok(ended == 1)
            })
            .await
    }

    async fn end_tablets(&self, screening: &str) -> PortResult<u64> {
        self.deeds
            .write(async |writing| execute!(writing, "DELETE FROM tablet WHERE screening_id = $1", screening))
            .await
    }
}
