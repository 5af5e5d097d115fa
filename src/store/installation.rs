//! The installation itself: its salt, its marks, whether it answers.

use super::db::{execute, fetch_optional};
use super::{SqlStore, bytes};
use async_trait::async_trait;
use workflow::ports::{Bytes32, InstallationStore, PortResult};

#[async_trait]
impl InstallationStore for SqlStore {
    async fn salt(&self, fresh: Bytes32) -> PortResult<Bytes32> {
        if let Some(salt) = self.mark("salt").await? {
            return bytes("salt", &salt);
        }
        self.db
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO installation (name, value) VALUES ('salt', $1) ON CONFLICT (name) DO NOTHING",
                    fresh.as_slice()
                )?;
                let kept = fetch_optional!(
                    writing,
                    (Vec<u8>,),
                    "SELECT value FROM installation WHERE name = 'salt'"
                )?;
                bytes("salt", &kept.unwrap_or_default().0)
            })
            .await
    }

    async fn is_empty(&self) -> PortResult<bool> {
        let mut reading = self.db.read().await?;
        let anything = fetch_optional!(
            reading,
            (i64,),
            "SELECT CAST(1 AS BIGINT) WHERE EXISTS (SELECT 1 FROM organisation) OR EXISTS (SELECT 1 FROM account)"
        )?;
        Ok(anything.is_none())
    }

    async fn mark(&self, name: &str) -> PortResult<Option<Vec<u8>>> {
        let mut reading = self.db.read().await?;
        let row =
            fetch_optional!(reading, (Vec<u8>,), "SELECT value FROM installation WHERE name = $1", name)?;
        Ok(row.map(|(value,)| value))
    }

    async fn set_mark(&self, name: &str, value: &[u8]) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO installation (name, value) VALUES ($1, $2)
                     ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    name,
                    value
                )?;
                Ok(())
            })
            .await
    }

    async fn take_mark(&self, name: &str, value: &[u8]) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let taken = execute!(
                    writing,
                    "DELETE FROM installation WHERE name = $1 AND value = $2",
                    name,
                    value
                )?;
                Ok(taken == 1)
            })
            .await
    }

    async fn size(&self) -> PortResult<u64> {
        self.db.size().await
    }

    async fn ready(&self) -> PortResult<()> {
        let mut reading = self.db.read().await?;
        fetch_optional!(reading, (i64,), "SELECT CAST(1 AS BIGINT)")?;
        Ok(())
    }
}
