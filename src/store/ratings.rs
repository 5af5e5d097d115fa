//! Ratings: as two gave them or one alone, and as they were settled.

use super::db::{Lock, Writing, execute, failed, fetch_all, fetch_optional};
use super::{SqlStore, unreadable};
use async_trait::async_trait;
use screening::evidence::{Assessors, Given, Rating, Ratings, Settlement};
use workflow::ports::{PortResult, RatingStore, StoreError};

/// A rating as its row says.
#[derive(sqlx::FromRow)]
struct RatingRow {
    indicator: String,
    account_id: String,
    rating: String,
    after_picture: i64,
    blind: i64,
}

impl TryFrom<RatingRow> for Given {
    type Error = StoreError;
    fn try_from(row: RatingRow) -> PortResult<Self> {
        Ok(Self {
            rating: parse_rating("rating.rating", &row.rating)?,
            indicator: row.indicator.into(),
            assessor: row.account_id,
            after_picture: row.after_picture != 0,
            blind: row.blind != 0,
        })
    }
}

/// A settled rating as its row says.
#[derive(sqlx::FromRow)]
struct SettlementRow {
    indicator: String,
    rating: String,
    reason: String,
    after_picture: i64,
    revision: i64,
}

impl TryFrom<SettlementRow> for Settlement {
    type Error = StoreError;
    fn try_from(row: SettlementRow) -> PortResult<Self> {
        Ok(Self {
            rating: parse_rating("settlement.rating", &row.rating)?,
            indicator: row.indicator.into(),
            reason: row.reason,
            after_picture: row.after_picture != 0,
            revision: u64::try_from(row.revision).map_err(failed)?,
        })
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

fn parse_rating(column: &'static str, word: &str) -> PortResult<Rating> {
    match word {
        INSUFFICIENT => Ok(Rating::Insufficient),
        step => Ok(Rating::Step(step.parse().map_err(|why| unreadable(column, why))?)),
    }
}

#[async_trait]
impl RatingStore for SqlStore {
    async fn ratings(&self, screening: &str) -> PortResult<Ratings> {
        let mut reading = self.db.read().await?;
        let given = fetch_all!(
            reading,
            RatingRow,
            "SELECT indicator, account_id, rating, after_picture, blind FROM rating WHERE screening_id = $1
             ORDER BY indicator, rated_at DESC, account_id",
            screening
        )?;
        let settlements = fetch_all!(
            reading,
            SettlementRow,
            "SELECT indicator, rating, reason, after_picture, revision FROM settlement WHERE screening_id = $1
             ORDER BY indicator",
            screening
        )?;
        Ok(Ratings {
            given: given.into_iter().map(TryInto::try_into).collect::<PortResult<_>>()?,
            settlements: settlements.into_iter().map(TryInto::try_into).collect::<PortResult<_>>()?,
        })
    }

    async fn rate(&self, screening: &str, given: &Given, now: i64) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                writing.lock_screening(screening, Lock::Exclusive).await?;
                if !may_still_be_given(writing, screening, given).await? {
                    return Ok(false);
                }
                execute!(
                    writing,
                    "INSERT INTO rating (screening_id, indicator, account_id, rating, after_picture, rated_at, blind)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)
                     ON CONFLICT (screening_id, indicator, account_id) DO UPDATE
                     SET rating = excluded.rating, after_picture = excluded.after_picture,
                         rated_at = excluded.rated_at, blind = excluded.blind",
                    screening,
                    given.indicator.as_str(),
                    &*given.assessor,
                    rating_word(given.rating),
                    i64::from(given.after_picture),
                    now,
                    i64::from(given.blind)
                )?;
                Ok(true)
            })
            .await
    }

    async fn settle(&self, screening: &str, settlement: &Settlement) -> PortResult<bool> {
        let revision = i64::try_from(settlement.revision).map_err(failed)?;
        self.deeds
            .write(async |writing| {
                let settled = execute!(
                    writing,
                    "INSERT INTO settlement (screening_id, indicator, rating, reason, after_picture, revision)
                     SELECT $1, $2, $3, $4, $5, $6
                     WHERE $6 = 1 OR EXISTS (SELECT 1 FROM settlement WHERE screening_id = $1 AND indicator = $2)
                     ON CONFLICT (screening_id, indicator) DO UPDATE
                     SET rating = excluded.rating, reason = excluded.reason,
                         after_picture = excluded.after_picture, revision = excluded.revision
                     WHERE settlement.revision = excluded.revision - 1",
                    screening,
                    settlement.indicator.as_str(),
                    rating_word(settlement.rating),
                    &*settlement.reason,
                    i64::from(settlement.after_picture),
                    revision
                )?;
                Ok(settled == 1)
            })
            .await
    }

    async fn assessors(&self, screening: &str) -> PortResult<Option<Assessors>> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (String, String),
            "SELECT first_id, second_id FROM assessors WHERE screening_id = $1",
            screening
        )?;
        Ok(row.map(|(first, second)| Assessors { first, second }))
    }

    async fn name_assessors(&self, screening: &str, assessors: &Assessors) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                writing.lock_screening(screening, Lock::Exclusive).await?;
                let named = execute!(
                    writing,
                    "INSERT INTO assessors (screening_id, first_id, second_id) VALUES ($1, $2, $3)
                     ON CONFLICT (screening_id) DO NOTHING",
                    screening,
                    &*assessors.first,
                    &*assessors.second
                )?;
                Ok(named == 1)
            })
            .await
    }

    async fn end_assessors(&self, screening: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                writing.lock_screening(screening, Lock::Exclusive).await?;
                let ended = execute!(writing, "DELETE FROM assessors WHERE screening_id = $1", screening)?;
                execute!(
                    writing,
                    "UPDATE rating SET blind = 0 WHERE screening_id = $1 AND indicator IN (
                         SELECT indicator FROM rating WHERE screening_id = $1 AND blind = 1
                         GROUP BY indicator HAVING COUNT(*) = 1)",
                    screening
                )?;
                Ok(ended == 1)
            })
            .await
    }
}

/// Whether a rating comes as it must: blind where two are named, and open where not; not beside a rating of one
/// alone, nor once two first ratings are in.
async fn may_still_be_given(writing: &mut Writing, screening: &str, given: &Given) -> PortResult<bool> {
    let named = fetch_optional!(
        writing,
        (i64,),
        "SELECT COUNT(*) FROM assessors WHERE screening_id = $1",
        screening
    )?;
    let (blind, open) = fetch_optional!(
        writing,
        (i64, i64),
        "SELECT COUNT(CASE WHEN blind = 1 THEN 1 END), COUNT(CASE WHEN blind = 0 THEN 1 END) FROM rating
         WHERE screening_id = $1 AND indicator = $2",
        screening,
        given.indicator.as_str()
    )?
    .unwrap_or_default();
    let two = named == Some((1,));
    Ok(two == given.blind && blind < 2 && (!two || open == 0))
}
