//! Dates of screenings, where somebody changed what was proposed.

use super::db::{Writing, execute, fetch_optional};
use super::screenings::insert;
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use screening::schedule::Schedule;
use workflow::ports::{PortResult, ScheduleStore};
use workflow::screenings::Screening;

#[async_trait]
impl ScheduleStore for SqlStore {
    async fn schedule(&self, screening: &str) -> PortResult<Option<Schedule>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(reading, (String,), "SELECT dates FROM schedule WHERE screening_id = $1", screening)?
            .map(|(dates,)| from_json("schedule.dates", &dates))
            .transpose()
    }

    async fn save_schedule(&self, screening: &str, schedule: &Schedule) -> PortResult<()> {
        self.deeds.write(async |writing| save(writing, screening, schedule).await).await
    }

    async fn add_dated_screening(&self, screening: &Screening, schedule: &Schedule) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                insert(writing, screening).await?;
                save(writing, &screening.id, schedule).await
            })
            .await
    }
}

async fn save(writing: &mut Writing, screening: &str, schedule: &Schedule) -> PortResult<()> {
    execute!(
        writing,
        "INSERT INTO schedule (screening_id, dates) VALUES ($1, $2)
         ON CONFLICT (screening_id) DO UPDATE SET dates = excluded.dates",
        screening,
        to_json(schedule)?
    )?;
    Ok(())
}
