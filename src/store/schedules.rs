//! Dates of screenings, where somebody changed what was proposed.

use super::db::{execute, fetch_optional};
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use screening::schedule::Schedule;
use workflow::ports::{PortResult, ScheduleStore};

#[async_trait]
impl ScheduleStore for SqlStore {
    async fn schedule(&self, screening: &str) -> PortResult<Option<Schedule>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(reading, (String,), "SELECT dates FROM schedule WHERE screening_id = $1", screening)?
            .map(|(dates,)| from_json("schedule.dates", &dates))
            .transpose()
    }

    async fn save_schedule(&self, screening: &str, schedule: &Schedule) -> PortResult<()> {
        let dates = to_json(schedule)?;
        self.db
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO schedule (screening_id, dates) VALUES ($1, $2)
                     ON CONFLICT (screening_id) DO UPDATE SET dates = excluded.dates",
                    screening,
                    dates
                )?;
                Ok(())
            })
            .await
    }
}
