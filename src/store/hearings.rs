//! Hearings and their minutes.

use super::closing::note_tidy_due;
use super::db::{Writing, execute, fetch_all, fetch_optional};
use super::votes::forget_vote;
use super::{SqlStore, from_json, to_json, unreadable};
use async_trait::async_trait;
use screening::hearing::{HearingNumber, MinuteLine, Person, Sitting};
use workflow::hearings::{HearingPlan, StoredLine, StoredPlan};
use workflow::ports::{HearingStore, PortResult};

/// A sitting as the column that names it: ones the hearing, tens the place among its sittings. 1 and 2 are the first of
/// each hearing.
pub(super) fn column(sitting: Sitting) -> i64 {
    i64::from(sitting.place()) * 10 + i64::from(u8::from(sitting.number))
}

/// The sitting that a column names.
pub(super) fn sitting_of(column: i64) -> PortResult<Sitting> {
    let named = || {
        let column = u8::try_from(column).ok()?;
        Sitting::new(HearingNumber::try_from(column % 10).ok()?, column / 10)
    };
    named().ok_or_else(|| unreadable("hearing", "no sitting"))
}

/// Deletes who is invited by name; wiping the files is due where somebody was.
async fn forget_people(writing: &mut Writing, screening: &str, sitting: Sitting) -> PortResult<()> {
    let gone = execute!(
        writing,
        "DELETE FROM hearing_people WHERE screening_id = $1 AND hearing = $2",
        screening,
        column(sitting)
    )?;
    if gone > 0 {
        note_tidy_due(writing, &format!("{screening} hearing {sitting}")).await?;
    }
    Ok(())
}

#[async_trait]
impl HearingStore for SqlStore {
    async fn sittings(&self, screening: &str, number: HearingNumber) -> PortResult<Vec<Sitting>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (i64,),
            "SELECT number FROM hearing WHERE screening_id = $1 AND number % 10 = $2 ORDER BY number",
            screening,
            i64::from(u8::from(number))
        )?;
        rows.into_iter().map(|(number,)| sitting_of(number)).collect()
    }

    async fn remove_sitting(&self, screening: &str, sitting: Sitting, seen: i64) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let removed = execute!(
                    writing,
                    "DELETE FROM hearing WHERE screening_id = $1 AND number = $2 AND version = $3
                     AND NOT EXISTS (SELECT 1 FROM minute_line WHERE screening_id = $1 AND hearing = $2)",
                    screening,
                    column(sitting),
                    seen
                )?;
                if removed == 1 {
                    forget_people(writing, screening, sitting).await?;
                    forget_vote(writing, screening, sitting).await?;
                }
                Ok(removed == 1)
            })
            .await
    }

    async fn hearing(&self, screening: &str, sitting: Sitting) -> PortResult<Option<StoredPlan>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(
            reading,
            (String, i64),
            "SELECT plan, version FROM hearing WHERE screening_id = $1 AND number = $2",
            screening,
            column(sitting)
        )?
        .map(|(plan, version)| Ok(StoredPlan { plan: from_json("hearing.plan", &plan)?, version }))
        .transpose()
    }

    async fn save_hearing(
        &self,
        screening: &str,
        sitting: Sitting,
        seen: i64,
        plan: &HearingPlan,
    ) -> PortResult<bool> {
        let content = to_json(plan)?;
        self.deeds
            .write(async |writing| {
                let kept = if seen == 0 {
                    execute!(
                        writing,
                        "INSERT INTO hearing (screening_id, number, plan, version) VALUES ($1, $2, $3, 1)
                         ON CONFLICT (screening_id, number) DO NOTHING",
                        screening,
                        column(sitting),
                        content
                    )?
                } else {
                    execute!(
                        writing,
                        "UPDATE hearing SET plan = $4, version = version + 1
                         WHERE screening_id = $1 AND number = $2 AND version = $3",
                        screening,
                        column(sitting),
                        seen,
                        content
                    )?
                };
                if kept == 1 && plan.approved {
                    forget_people(writing, screening, sitting).await?;
                }
                Ok(kept == 1)
            })
            .await
    }

    async fn minutes(&self, screening: &str, sitting: Sitting) -> PortResult<Vec<StoredLine>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, i64, String),
            "SELECT id, version, content FROM minute_line WHERE screening_id = $1 AND hearing = $2
             ORDER BY position, id",
            screening,
            column(sitting)
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
        sitting: Sitting,
        id: &str,
        line: &MinuteLine,
    ) -> PortResult<bool> {
        let content = to_json(line)?;
        self.deeds
            .write(async |writing| {
                let added = execute!(
                    writing,
                    "INSERT INTO minute_line (id, screening_id, hearing, position, content)
                     SELECT $1, $2, $3, COALESCE(MAX(position), 0) + 1, $4 FROM minute_line
                     WHERE screening_id = $2 AND hearing = $3
                     ON CONFLICT (id) DO NOTHING",
                    id,
                    screening,
                    column(sitting),
                    content
                )?;
                Ok(added == 1)
            })
            .await
    }

    async fn change_minute_line(
        &self,
        screening: &str,
        sitting: Sitting,
        id: &str,
        seen: i64,
        line: &MinuteLine,
    ) -> PortResult<bool> {
        let content = to_json(line)?;
        self.deeds
            .write(async |writing| {
                let changed = execute!(
                    writing,
                    "UPDATE minute_line SET content = $5, version = version + 1
                     WHERE id = $1 AND screening_id = $2 AND hearing = $3 AND version = $4",
                    id,
                    screening,
                    column(sitting),
                    seen,
                    content
                )?;
                Ok(changed == 1)
            })
            .await
    }

    async fn remove_minute_line(&self, screening: &str, id: &str) -> PortResult<bool> {
        self.deeds
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

    async fn people(&self, screening: &str, sitting: Sitting) -> PortResult<Vec<Person>> {
        let mut reading = self.db.read().await?;
        let list = fetch_optional!(
            reading,
            (String,),
            "SELECT people FROM hearing_people WHERE screening_id = $1 AND hearing = $2",
            screening,
            column(sitting)
        )?;
        list.map_or(Ok(Vec::new()), |(people,)| from_json("hearing_people.people", &people))
    }

    async fn save_people(&self, screening: &str, sitting: Sitting, people: &[Person]) -> PortResult<()> {
        let content = to_json(&people)?;
        self.deeds
            .write(async |writing| {
                if people.is_empty() {
                    return forget_people(writing, screening, sitting).await;
                }
                execute!(
                    writing,
                    "INSERT INTO hearing_people (screening_id, hearing, people) VALUES ($1, $2, $3)
                     ON CONFLICT (screening_id, hearing) DO UPDATE SET people = excluded.people",
                    screening,
                    column(sitting),
                    content
                )?;
                Ok(())
            })
            .await
    }
}
