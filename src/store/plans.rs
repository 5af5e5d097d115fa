//! The development plan: its goals, and what is told those who took part.

use super::db::{Lock, Writing, execute, fetch_all, fetch_optional};
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use screening::plan::{Goal, MOST_OPEN, Telling, Told};
use workflow::plans::{Kept, StoredGoal, StoredTold};
use workflow::ports::{PlanStore, PortResult};

/// Whether there is room for one more open goal beside the others.
async fn has_room(writing: &mut Writing, screening: &str, but: &str) -> PortResult<bool> {
    let open = fetch_optional!(
        writing,
        (i64,),
        "SELECT COUNT(*) FROM goal WHERE screening_id = $1 AND id <> $2 AND is_open = 1",
        screening,
        but
    )?;
    let open = open.map_or(0, |(open,)| open);
    Ok(usize::try_from(open).unwrap_or(usize::MAX) < MOST_OPEN)
}

fn kept(rows: u64) -> Kept {
    if rows == 1 { Kept::Kept } else { Kept::Changed }
}

#[async_trait]
impl PlanStore for SqlStore {
    async fn goals(&self, screening: &str) -> PortResult<Vec<StoredGoal>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, i64, String),
            "SELECT id, revision, content FROM goal WHERE screening_id = $1 ORDER BY position, id",
            screening
        )?;
        rows.into_iter()
            .map(|(id, revision, content)| {
                Ok(StoredGoal { id, revision, goal: from_json("goal.content", &content)? })
            })
            .collect()
    }

    async fn add_goal(&self, screening: &str, id: &str, goal: &Goal) -> PortResult<Kept> {
        let content = to_json(goal)?;
        self.deeds
            .write(async |writing| {
                writing.lock_screening(screening, Lock::Exclusive).await?;
                if !has_room(writing, screening, id).await? {
                    return Ok(Kept::NoRoom);
                }
                let added = execute!(
                    writing,
                    "INSERT INTO goal (id, screening_id, position, is_open, content, revision)
                     SELECT $1, $2, COALESCE(MAX(position), 0) + 1, $3, $4, 1 FROM goal WHERE screening_id = $2
                     ON CONFLICT (id) DO NOTHING",
                    id,
                    screening,
                    i64::from(goal.is_open()),
                    content
                )?;
                Ok(kept(added))
            })
            .await
    }

    async fn change_goal(&self, screening: &str, id: &str, seen: i64, goal: &Goal) -> PortResult<Kept> {
        let content = to_json(goal)?;
        self.deeds
            .write(async |writing| {
                writing.lock_screening(screening, Lock::Exclusive).await?;
                if goal.is_open() && !has_room(writing, screening, id).await? {
                    return Ok(Kept::NoRoom);
                }
                let changed = execute!(
                    writing,
                    "UPDATE goal SET content = $4, is_open = $5, revision = revision + 1
                     WHERE screening_id = $1 AND id = $2 AND revision = $3",
                    screening,
                    id,
                    seen,
                    content,
                    i64::from(goal.is_open())
                )?;
                Ok(kept(changed))
            })
            .await
    }

    async fn remove_goal(&self, screening: &str, id: &str, seen: i64) -> PortResult<Kept> {
        self.deeds
            .write(async |writing| {
                let removed = execute!(
                    writing,
                    "DELETE FROM goal WHERE screening_id = $1 AND id = $2 AND revision = $3",
                    screening,
                    id,
                    seen
                )?;
                Ok(kept(removed))
            })
            .await
    }

    async fn told(&self, screening: &str, telling: Telling) -> PortResult<StoredTold> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (i64, String),
            "SELECT revision, content FROM told WHERE screening_id = $1 AND telling = $2",
            screening,
            telling.id()
        )?;
        row.map_or(Ok(StoredTold::default()), |(revision, content)| {
            Ok(StoredTold { revision, told: from_json("told.content", &content)? })
        })
    }

    async fn save_told(
        &self,
        screening: &str,
        telling: Telling,
        seen: i64,
        told: &[Told],
    ) -> PortResult<Kept> {
        let content = to_json(&told)?;
        self.deeds
            .write(async |writing| {
                let saved = if seen == 0 {
                    execute!(
                        writing,
                        "INSERT INTO told (screening_id, telling, content, revision) VALUES ($1, $2, $3, 1)
                         ON CONFLICT (screening_id, telling) DO NOTHING",
                        screening,
                        telling.id(),
                        content
                    )?
                } else {
                    execute!(
                        writing,
                        "UPDATE told SET content = $4, revision = revision + 1
                         WHERE screening_id = $1 AND telling = $2 AND revision = $3",
                        screening,
                        telling.id(),
                        seen,
                        content
                    )?
                };
                Ok(kept(saved))
            })
            .await
    }
}
