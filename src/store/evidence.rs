//! Documents, observations and ratings.

use super::db::{execute, fetch_all};
use super::{SqlStore, from_json, to_json, unreadable};
use async_trait::async_trait;
use screening::evidence::{Evidence, IndicatorRating, Rating};
use screening::id::IndicatorId;
use workflow::ports::{EvidenceStore, PortResult, StoreError};

/// A rating as its row says.
#[derive(sqlx::FromRow)]
struct RatingRow {
    indicator: String,
    rating: String,
    after_picture: i64,
}

impl TryFrom<RatingRow> for IndicatorRating {
    type Error = StoreError;
    fn try_from(row: RatingRow) -> PortResult<Self> {
        let rating = match row.rating.as_str() {
            INSUFFICIENT => Rating::Insufficient,
            step => Rating::Step(step.parse().map_err(|why| unreadable("rating.rating", why))?),
        };
        Ok(Self { indicator: row.indicator.into(), rating, after_picture: row.after_picture != 0 })
    }
}

/// *For lidt viden* as its column says it; a step is its number.
const INSUFFICIENT: &str = "insufficient";

fn rating_word(rating: Rating) -> String {
    match rating {
        Rating::Step(step) => step.to_string(),
        Rating::Insufficient => INSUFFICIENT.to_owned(),
    }
}

#[async_trait]
impl EvidenceStore for SqlStore {
    async fn add_evidence(&self, screening: &str, id: &str, now: i64, evidence: &Evidence) -> PortResult<()> {
        let content = to_json(evidence)?;
        self.db
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO evidence (id, screening_id, written_at, content) VALUES ($1, $2, $3, $4)",
                    id,
                    screening,
                    now,
                    content
                )?;
                Ok(())
            })
            .await
    }

    async fn evidence(&self, screening: &str) -> PortResult<Vec<(String, Evidence)>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String, String),
            "SELECT id, content FROM evidence WHERE screening_id = $1 ORDER BY written_at, id",
            screening
        )?;
        rows.into_iter().map(|(id, content)| Ok((id, from_json("evidence.content", &content)?))).collect()
    }

    async fn remove_evidence(&self, screening: &str, id: &str, unrated: &[IndicatorId]) -> PortResult<bool> {
        self.db
            .write(async |writing| {
                let removed = execute!(
                    writing,
                    "DELETE FROM evidence WHERE screening_id = $1 AND id = $2",
                    screening,
                    id
                )?;
                if removed == 0 {
                    return Ok(false);
                }
                for indicator in unrated {
                    execute!(
                        writing,
                        "DELETE FROM rating WHERE screening_id = $1 AND indicator = $2",
                        screening,
                        indicator.as_str()
                    )?;
                }
                Ok(true)
            })
            .await
    }

    async fn rate(
        &self,
        screening: &str,
        indicator: &IndicatorId,
        account: &str,
        rating: Rating,
        after_picture: bool,
        now: i64,
    ) -> PortResult<()> {
        self.db
            .write(async |writing| {
                execute!(
                    writing,
                    "INSERT INTO rating (screening_id, indicator, account_id, rating, after_picture, rated_at)
                     VALUES ($1, $2, $3, $4, $5, $6)
                     ON CONFLICT (screening_id, indicator, account_id) DO UPDATE
                     SET rating = excluded.rating, after_picture = excluded.after_picture,
                         rated_at = excluded.rated_at",
                    screening,
                    indicator.as_str(),
                    account,
                    rating_word(rating),
                    i64::from(after_picture),
                    now
                )?;
                Ok(())
            })
            .await
    }

    async fn ratings(&self, screening: &str) -> PortResult<Vec<IndicatorRating>> {
        let mut reading = self.db.read().await?;
        let mut rows = fetch_all!(
            reading,
            RatingRow,
            "SELECT indicator, rating, after_picture FROM rating WHERE screening_id = $1
             ORDER BY indicator, rated_at DESC, account_id",
            screening
        )?;
        rows.dedup_by(|later, first| later.indicator == first.indicator);
        rows.into_iter().map(TryInto::try_into).collect()
    }
}
