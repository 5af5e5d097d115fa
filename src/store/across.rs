//! Figures across a municipality: who said yes to being counted, and what was counted.

use super::db::{Lock, Writing, execute, fetch_all, fetch_optional};
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use workflow::across::{Leave, StoredTally};
use workflow::ports::{AcrossStore, PortResult};

fn leave(counted: i64) -> Leave {
    if counted == 0 { Leave::Given } else { Leave::Counted }
}

/// How many of these may be counted now.
async fn countable(writing: &mut Writing, screenings: &[&str]) -> PortResult<usize> {
    let mut found = 0;
    for id in screenings {
        let row = fetch_optional!(
            writing,
            (i64,),
            "SELECT counted FROM across_leave WHERE screening_id = $1 AND counted = 0",
            *id
        )?;
        found += usize::from(row.is_some());
    }
    Ok(found)
}

#[async_trait]
impl AcrossStore for SqlStore {
    async fn leave(&self, screening: &str) -> PortResult<Leave> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (i64,),
            "SELECT counted FROM across_leave WHERE screening_id = $1",
            screening
        )?;
        Ok(row.map_or(Leave::None, |(counted,)| leave(counted)))
    }

    async fn leaves(&self) -> PortResult<Vec<(String, Leave)>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, i64),
            "SELECT screening_id, counted FROM across_leave ORDER BY screening_id"
        )?;
        Ok(rows.into_iter().map(|(id, counted)| (id, leave(counted))).collect())
    }

    async fn give_leave(&self, screening: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let given = execute!(
                    writing,
                    "INSERT INTO across_leave (screening_id, counted) VALUES ($1, 0)
                     ON CONFLICT (screening_id) DO NOTHING",
                    screening
                )?;
                Ok(given == 1)
            })
            .await
    }

    async fn take_leave_back(&self, screening: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                // Not while it is being counted.
                writing.lock_screening(screening, Lock::Exclusive).await?;
                let gone = execute!(
                    writing,
                    "DELETE FROM across_leave WHERE screening_id = $1 AND counted = 0",
                    screening
                )?;
                Ok(gone == 1)
            })
            .await
    }

    async fn keep_tally(&self, tally: &StoredTally, screenings: &[&str]) -> PortResult<bool> {
        let content = to_json(&tally.tally)?;
        self.deeds
            .write(async |writing| {
                // Locked one by one in a fixed order: whoever comes meanwhile waits, and then finds them counted.
                let mut ordered = screenings.to_vec();
                ordered.sort_unstable();
                for id in &ordered {
                    writing.lock_screening(id, Lock::Exclusive).await?;
                }
                if countable(writing, &ordered).await? < ordered.len() {
                    return Ok(false);
                }
                for id in &ordered {
                    execute!(writing, "UPDATE across_leave SET counted = 1 WHERE screening_id = $1", *id)?;
                }
                execute!(
                    writing,
                    "INSERT INTO tally (id, instrument_id, made_at, content) VALUES ($1, $2, $3, $4)",
                    &*tally.id,
                    &*tally.instrument,
                    tally.made_at,
                    content
                )?;
                Ok(true)
            })
            .await
    }

    async fn tallies(&self) -> PortResult<Vec<StoredTally>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, String, i64, String),
            "SELECT id, instrument_id, made_at, content FROM tally ORDER BY made_at DESC, id"
        )?;
        rows.into_iter()
            .map(|(id, instrument, made_at, content)| {
                Ok(StoredTally { id, instrument, made_at, tally: from_json("tally.content", &content)? })
            })
            .collect()
    }
}
