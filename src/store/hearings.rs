//! Hearings and their minutes.

use super::closing::note_tidy_due;
use super::db::{Writing, execute, fetch_all, fetch_optional};
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use screening::hearing::{HearingNumber, MinuteLine, Person};
use workflow::hearings::{HearingPlan, StoredLine, StoredPlan};
use workflow::ports::{HearingStore, PortResult};

fn column(number: HearingNumber) -> i64 {
    i64::from(u8::from(number))
}

/// Deletes who is invited by name; wiping the files is due where somebody was.
async fn forget_people(writing: &mut Writing, screening: &str, number: HearingNumber) -> PortResult<()> {
    let gone = execute!(
        writing,
        "DELETE FROM hearing_people WHERE screening_id = $1 AND hearing = $2",
        screening,
        column(number)
    )?;
    if gone > 0 {
        note_tidy_due(writing, &format!("{screening} hearing {}", u8::from(number))).await?;
    }
    Ok(())
}

#[async_trait]
impl HearingStore for SqlStore {
    async fn hearing(&self, screening: &str, number: HearingNumber) -> PortResult<Option<StoredPlan>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(
            reading,
            (String, i64),
            "SELECT plan, version FROM hearing WHERE screening_id = $1 AND number = $2",
            screening,
            column(number)
        )?
        .map(|(plan, version)| Ok(StoredPlan { plan: from_json("hearing.plan", &plan)?, version }))
        .transpose()
    }

    async fn save_hearing(
        &self,
        screening: &str,
        number: HearingNumber,
        seen: i64,
        plan: &HearingPlan,
    ) -> PortResult<bool> {
        let content = to_json(plan)?;
        self.db
            .write(async |writing| {
                let kept = if seen == 0 {
                    execute!(
                        writing,
                        "INSERT INTO hearing (screening_id, number, plan, version) VALUES ($1, $2, $3, 1)
                         ON CONFLICT (screening_id, number) DO NOTHING",
                        screening,
                        column(number),
                        content
                    )?
                } else {
                    execute!(
                        writing,
                        "UPDATE hearing SET plan = $4, version = version + 1
                         WHERE screening_id = $1 AND number = $2 AND version = $3",
                        screening,
                        column(number),
                        seen,
                        content
                    )?
                };
                if kept == 1 && plan.approved {
                    forget_people(writing, screening, number).await?;
                }
                Ok(kept == 1)
            })
            .await
    }

    async fn minutes(&self, screening: &str, number: HearingNumber) -> PortResult<Vec<StoredLine>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, i64, String),
            "SELECT id, version, content FROM minute_line WHERE screening_id = $1 AND hearing = $2
             ORDER BY position, id",
            screening,
            column(number)
        )?;
        rows.into_iter()
            .map(|(id, version, content)| {
                Ok(StoredLine { id, version, line: from_json("minute_line.content", &content)? })
            })
            .collect()
    }

    async fn add_minute_line(
        &self,
        screening: &str,
        number: HearingNumber,
        id: &str,
        line: &MinuteLine,
    ) -> PortResult<bool> {
        let content = to_json(line)?;
        self.db
            .write(async |writing| {
                let added = execute!(
                    writing,
                    "INSERT INTO minute_line (id, screening_id, hearing, position, content)
                     SELECT $1, $2, $3, COALESCE(MAX(position), 0) + 1, $4 FROM minute_line
                     WHERE screening_id = $2 AND hearing = $3
                     ON CONFLICT (id) DO NOTHING",
                    id,
                    screening,
                    column(number),
                    content
                )?;
                Ok(added == 1)
            })
            .await
    }

    async fn change_minute_line(
        &self,
        screening: &str,
        number: HearingNumber,
        id: &str,
        seen: i64,
        line: &MinuteLine,
    ) -> PortResult<bool> {
        let content = to_json(line)?;
        self.db
            .write(async |writing| {
                let changed = execute!(
                    writing,
                    "UPDATE minute_line SET content = $5, version = version + 1
                     WHERE id = $1 AND screening_id = $2 AND hearing = $3 AND version = $4",
                    id,
                    screening,
                    column(number),
                    seen,
                    content
                )?;
                Ok(changed == 1)
            })
            .await
    }

    async fn remove_minute_line(&self, screening: &str, id: &str) -> PortResult<bool> {
        self.db
            .write(async |writing| {
                let removed = execute!(
                    writing,
                    "DELETE FROM minute_line WHERE screening_id = $1 AND id = $2",
                    screening,
                    id
                )?;
                Ok(removed == 1)
            })
            .await
    }

    async fn people(&self, screening: &str, number: HearingNumber) -> PortResult<Vec<Person>> {
        let mut reading = self.db.read().await?;
        let list = fetch_optional!(
            reading,
            (String,),
            "SELECT people FROM hearing_people WHERE screening_id = $1 AND hearing = $2",
            screening,
            column(number)
        )?;
        list.map_or(Ok(Vec::new()), |(people,)| from_json("hearing_people.people", &people))
    }

    async fn save_people(&self, screening: &str, number: HearingNumber, people: &[Person]) -> PortResult<()> {
        let content = to_json(&people)?;
        self.db
            .write(async |writing| {
                if people.is_empty() {
                    return forget_people(writing, screening, number).await;
                }
                execute!(
                    writing,
                    "INSERT INTO hearing_people (screening_id, hearing, people) VALUES ($1, $2, $3)
                     ON CONFLICT (screening_id, hearing) DO UPDATE SET people = excluded.people",
                    screening,
                    column(number),
                    content
                )?;
                Ok(())
            })
            .await
    }
}
