//! Days on which something happens, and where they begin; a screening that was never opened is deleted.

use super::closing::note_tidy_due;
use super::db::{execute, fetch_all, fetch_optional};
use super::screenings::parse_state;
use super::{SqlStore, unreadable};
use async_trait::async_trait;
use jiff::civil::Date;
use screening::by_date::ByDate;
use workflow::ports::{ByDateStore, Dated, PortResult};

/// Days as their columns say them.
type Columns = (Option<String>, Option<String>);

fn days((opens_on, closes_on): Columns) -> PortResult<ByDate> {
    let day = |column, text: Option<String>| -> PortResult<Option<Date>> {
        text.map(|text| text.parse().map_err(|why| unreadable(column, why))).transpose()
    };
    Ok(ByDate {
        opens_on: day("screening.opens_on", opens_on)?,
        closes_on: day("screening.closes_on", closes_on)?,
    })
}

#[async_trait]
impl ByDateStore for SqlStore {
    async fn by_date(&self, screening: &str) -> PortResult<(ByDate, String)> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (Option<String>, Option<String>, String),
            "SELECT opens_on, closes_on, time_zone FROM screening
             JOIN organisation ON organisation.id = organisation_id WHERE screening.id = $1",
            screening
        )?;
        let (opens_on, closes_on, zone) = row.unwrap_or_default();
        Ok((days((opens_on, closes_on))?, zone))
    }

    async fn save_by_date(&self, screening: &str, days: ByDate) -> PortResult<bool> {
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        self.deeds
            .write(async |writing| {
                let saved = execute!(
                    writing,
                    "UPDATE screening SET opens_on = $2, closes_on = $3
                     WHERE id = $1 AND state IN ('prepared', 'open')",
                    screening,
                    text(days.opens_on),
                    text(days.closes_on)
                )?;
                Ok(saved == 1)
            })
            .await
    }

    async fn dated(&self) -> PortResult<Vec<Dated>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, String, Option<String>, Option<String>, String),
            "SELECT screening.id, state, opens_on, closes_on, time_zone FROM screening
             JOIN organisation ON organisation.id = organisation_id
             WHERE state IN ('prepared', 'open') AND COALESCE(opens_on, closes_on) IS NOT NULL
             ORDER BY screening.id"
        )?;
        rows.into_iter()
            .map(|(id, state, opens_on, closes_on, zone)| {
                Ok(Dated { id, state: parse_state(&state)?, days: days((opens_on, closes_on))?, zone })
            })
            .collect()
    }

    async fn time_zones(&self) -> PortResult<Vec<(String, String)>> {
        let mut reading = self.db.read().await?;
        fetch_all!(reading, (String, String), "SELECT id, time_zone FROM organisation ORDER BY id")
    }

    async fn set_time_zone(&self, organisation: &str, zone: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let chosen = execute!(
                    writing,
                    "UPDATE organisation SET time_zone = $2 WHERE id = $1",
                    organisation,
                    zone
                )?;
                Ok(chosen == 1)
            })
            .await
    }

    async fn delete_prepared(&self, screening: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let gone = execute!(
                    writing,
                    "DELETE FROM screening WHERE id = $1 AND state = 'prepared' AND practice_account_id IS NULL",
                    screening
                )?;
                if gone == 1 {
                    note_tidy_due(writing, &format!("{screening} never opened")).await?;
                }
                Ok(gone == 1)
            })
            .await
    }
}
