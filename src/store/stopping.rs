//! A screening is stopped: everything in one transaction; the files are wiped as after a close.

use super::SqlStore;
use super::closing::{note_tidy_due, write_anew};
use super::db::{Lock, Writing, execute, fetch_all, fetch_optional};
use async_trait::async_trait;
use jiff::civil::Date;
use sqlx::AssertSqlSafe;
use workflow::ports::{PortResult, StoppingStore};
use workflow::stopping::{Mark, mark};

/// What goes: drafts go with their codes.
const GONE: [&str; 12] = [
    "access_code",
    "response",
    "comment",
    "pilot_note",
    "imported_file",
    "second_reader",
    "typist",
    "hearing_people",
    "vote",
    "vote_phone",
    "vote_count",
    "tablet",
];

#[async_trait]
impl StoppingStore for SqlStore {
    async fn stop(&self, screening: &str, on: Date, reason: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                // Whoever sends meanwhile is stored before, and goes with the others; or waits, and is told.
                writing.lock_screening(screening, Lock::Exclusive).await?;
                let stopped = execute!(
                    writing,
                    "UPDATE screening SET state = 'closed', closing_ends_at = NULL, stopped_on = $2, stopped_reason = $3
                     WHERE id = $1 AND state <> 'prepared' AND stopped_on IS NULL AND practice_account_id IS NULL
                     AND NOT EXISTS (SELECT 1 FROM released_report WHERE screening_id = $1)",
                    screening,
                    on.to_string(),
                    reason
                )?;
                if stopped == 0 {
                    return Ok(false);
                }
                keep_marks(writing, screening).await?;
                for table in GONE {
                    let delete = format!("DELETE FROM {table} WHERE screening_id = $1");
                    execute!(writing, AssertSqlSafe(delete), screening)?;
                }
                execute!(
                    writing,
                    "DELETE FROM counter WHERE screening_id = $1 AND kind <> 'submitted'",
                    screening
                )?;
                write_anew(writing, "counter", "group_id, kind, value", screening).await?;
                note_tidy_due(writing, &format!("{screening} stopped")).await?;
                Ok(true)
            })
            .await
    }

    async fn stopped_by(&self, mark: &Mark) -> PortResult<Option<String>> {
        let mut reading = self.db.read().await?;
        let found = fetch_optional!(
            reading,
            (String,),
            "SELECT screening_id FROM stopped_mark WHERE mark = $1",
            mark.as_slice()
        )?;
        Ok(found.map(|(screening,)| screening))
    }
}

/// A mark of each code and of each browser, in the order of the marks: nothing tells which of them belong together,
/// which is of a code, or what was done with it.
async fn keep_marks(writing: &mut Writing, screening: &str) -> PortResult<()> {
    let known = fetch_all!(
        writing,
        (Vec<u8>, Option<Vec<u8>>),
        "SELECT lookup_key, token_hash FROM access_code WHERE screening_id = $1",
        screening
    )?;
    let mut marks: Vec<Mark> = known
        .into_iter()
        .flat_map(|(code, browser)| [Some(code), browser])
        .flatten()
        .map(|one| mark(&one))
        .collect();
    marks.sort_unstable();
    for mark in marks {
        execute!(
            writing,
            "INSERT INTO stopped_mark (mark, screening_id) VALUES ($1, $2) ON CONFLICT (mark) DO NOTHING",
            mark.as_slice(),
            screening
        )?;
    }
    Ok(())
}
