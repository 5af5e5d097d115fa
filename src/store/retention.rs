//! What time deletes: parts of a screening, a whole one, entries of the log.

use super::closing::note_tidy_due;
use super::db::{execute, fetch_optional};
use super::{SqlStore, from_json, to_json};
use async_trait::async_trait;
use jiff::civil::Date;
use screening::retention::{Kept, Retention};
use workflow::ports::{InstallationStore, PortResult, RetentionStore};

/// The installation's mark of the day on which deletion last ran.
const RUN: &str = "retention-run";

#[async_trait]
impl RetentionStore for SqlStore {
    async fn retention(&self, screening: &str) -> PortResult<(Retention, i64)> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (String, i64),
            "SELECT content, version FROM retention WHERE screening_id = $1",
            screening
        )?;
        match row {
            Some((content, version)) => Ok((from_json("retention.content", &content)?, version)),
            None => Ok((Retention::default(), 0)),
        }
    }

    async fn save_retention(&self, screening: &str, seen: i64, retention: &Retention) -> PortResult<bool> {
        let content = to_json(retention)?;
        self.deeds.write(async |writing| save(writing, screening, seen, &content).await).await
    }

    async fn delete_kept(
        &self,
        screening: &str,
        seen: i64,
        gone: &[Kept],
        retention: &Retention,
    ) -> PortResult<bool> {
        let content = to_json(retention)?;
        self.deeds
            .write(async |writing| {
                if !save(writing, screening, seen, &content).await? {
                    return Ok(false);
                }
                for kept in gone {
                    let statements: &[&str] = match kept {
                        // Names of those invited to a hearing whose minutes were never approved go with them.
                        Kept::Answers => &[
                            "DELETE FROM response WHERE screening_id = $1",
                            "DELETE FROM hearing_people WHERE screening_id = $1",
                        ],
                        // Files go with what they are attached to.
                        Kept::Evidence => &[
                            "DELETE FROM evidence WHERE screening_id = $1",
                            "DELETE FROM attachments_on WHERE screening_id = $1",
                        ],
                        // Everything of a screening goes with it.
                        Kept::Report => &["DELETE FROM screening WHERE id = $1"],
                    };
                    for statement in statements {
                        execute!(writing, *statement, screening)?;
                    }
                }
                note_tidy_due(writing, &format!("{screening} kept long enough, {seen}")).await?;
                Ok(true)
            })
            .await
    }

    async fn delete_log(&self, before: i64) -> PortResult<u64> {
        self.deeds
            .write(async |writing| {
                let gone = super::audit::delete_oldest(writing, before).await?;
                if gone > 0 {
                    note_tidy_due(writing, &format!("log before {before}")).await?;
                }
                Ok(gone)
            })
            .await
    }

    async fn last_run(&self) -> PortResult<Option<Date>> {
        let day = self.mark(RUN).await?;
        Ok(day.and_then(|day| String::from_utf8(day).ok()?.parse().ok()))
    }

    async fn claim_run(&self, day: Option<Date>) -> PortResult<bool> {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        self.deeds
            .write(async |writing| {
                let claimed = execute!(
                    writing,
                    "INSERT INTO installation (name, value) VALUES ($1, $2)
                     ON CONFLICT (name) DO UPDATE SET value = excluded.value
                     WHERE installation.value <> excluded.value",
                    RUN,
                    day.as_bytes()
                )?;
                Ok(claimed == 1)
            })
            .await
    }
}

/// Keeps it where it was written so often.
async fn save(
    writing: &mut super::db::Writing,
    screening: &str,
    seen: i64,
    content: &str,
) -> PortResult<bool> {
    let touched = if seen == 0 {
        execute!(
            writing,
            "INSERT INTO retention (screening_id, content, version) VALUES ($1, $2, 1)
             ON CONFLICT (screening_id) DO NOTHING",
            screening,
            content
        )?
    } else {
        execute!(
            writing,
            "UPDATE retention SET content = $3, version = version + 1 WHERE screening_id = $1 AND version = $2",
            screening,
            seen,
            content
        )?
    };
    Ok(touched == 1)
}
