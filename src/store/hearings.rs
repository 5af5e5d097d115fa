//! Hearings and their minutes.

use super::db::{execute, fetch_all, fetch_optional};
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use screening::hearing::{HearingNumber, MinuteLine};
use workflow::hearings::HearingPlan;
use workflow::ports::{HearingStore, PortResult};

fn column(number: HearingNumber) -> i64 {
    i64::from(u8::from(number))
}

#[async_trait]
impl HearingStore for SqlStore {
    async fn hearing(&self, screening: &str, number: HearingNumber) -> PortResult<Option<HearingPlan>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(
            reading,
            (String,),
            "SELECT plan FROM hearing WHERE screening_id = $1 AND number = $2",
            screening,
            column(number)
        )?
        .map(|(plan,)| from_json("hearing.plan", &plan))
        .transpose()
    }

    async fn save_hearing(
        &self,
        screening: &str,
        number: HearingNumber,
        plan: &HearingPlan,
    ) -> PortResult<()> {
        let plan = to_json(plan)?;
        self.db
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO hearing (screening_id, number, plan) VALUES ($1, $2, $3)
                     ON CONFLICT (screening_id, number) DO UPDATE SET plan = excluded.plan",
                    screening,
                    column(number),
                    plan
                )?;
                Ok(())
            })
            .await
    }

    async fn minutes(&self, screening: &str, number: HearingNumber) -> PortResult<Vec<(String, MinuteLine)>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, String),
            "SELECT id, content FROM minute_line WHERE screening_id = $1 AND hearing = $2
             ORDER BY position, id",
            screening,
            column(number)
        )?;
        rows.into_iter().map(|(id, content)| Ok((id, from_json("minute_line.content", &content)?))).collect()
    }

    async fn add_minute_line(
        &self,
        screening: &str,
        number: HearingNumber,
        id: &str,
        line: &MinuteLine,
    ) -> PortResult<()> {
        let content = to_json(line)?;
        self.db
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO minute_line (id, screening_id, hearing, position, content)
                     SELECT $1, $2, $3, COALESCE(MAX(position), 0) + 1, $4 FROM minute_line
                     WHERE screening_id = $2 AND hearing = $3",
                    id,
                    screening,
                    column(number),
                    content
                )?;
                Ok(())
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
}
