//! Screenings: settings, instrument and picture as JSON columns, state, counts.

use super::db::{Writing, execute, fetch_all, fetch_optional};
use super::invitations::still;
use super::{SqlStore, from_json, to_json, unreadable};
use async_trait::async_trait;
use screening::id::GroupId;
use screening::instrument::Instrument;
use screening::settings::{Settings, State};
use screening::stopping::Stopped;
use std::collections::BTreeMap;
use workflow::ports::{PortResult, ScreeningStore, StoreError};
use workflow::practising::Practice;
use workflow::screenings::{Organisation, Screening, ScreeningSummary};

/// A screening as its row says.
#[derive(sqlx::FromRow)]
struct ScreeningRow {
    id: String,
    organisation_id: String,
    organisation_name: String,
    name: String,
    state: String,
    instrument: String,
    settings: String,
    codes_made: i64,
    created_at: i64,
    closing_ends_at: Option<i64>,
    picture: Option<String>,
    picture_opened_at: Option<i64>,
    practice_account_id: Option<String>,
    practice_place: Option<String>,
    earlier_id: Option<String>,
    stopped_on: Option<String>,
    stopped_reason: Option<String>,
}

impl TryFrom<ScreeningRow> for Screening {
    type Error = StoreError;
    fn try_from(row: ScreeningRow) -> PortResult<Self> {
        let settings: Settings = from_json("screening.settings", &row.settings)?;
        let instrument: Instrument = from_json("screening.instrument", &row.instrument)?;
        let stopped = row.stopped_on.zip(row.stopped_reason).map(|(on, reason)| {
            let on = on.parse().map_err(|why| unreadable("screening.stopped_on", why))?;
            Ok::<_, StoreError>(Stopped { on, reason, picture: row.picture.is_some() })
        });
        Ok(Self {
            id: row.id,
            organisation: Organisation { id: row.organisation_id, name: row.organisation_name },
            name: row.name,
            state: parse_state(&row.state)?,
            instrument: instrument.as_chosen(&settings),
            settings,
            codes_made: row.codes_made != 0,
            closing_ends_at: row.closing_ends_at,
            picture: row.picture.map(|picture| from_json("screening.picture", &picture)).transpose()?,
            picture_opened: row.picture_opened_at.is_some(),
            practice: row
                .practice_account_id
                .zip(row.practice_place)
                .map(|(account, place)| Practice { account, place }),
            earlier: row.earlier_id,
            stopped: stopped.transpose()?,
            created_at: row.created_at,
        })
    }
}

/// A line of the list as its row says.
#[derive(sqlx::FromRow)]
struct SummaryRow {
    id: String,
    organisation_id: String,
    organisation_name: String,
    name: String,
    state: String,
    released_version: Option<i64>,
    practice_account_id: Option<String>,
    earlier_id: Option<String>,
    stopped_on: Option<String>,
    settings: String,
}

impl TryFrom<SummaryRow> for ScreeningSummary {
    type Error = StoreError;
    fn try_from(row: SummaryRow) -> PortResult<Self> {
        let version =
            |number| u32::try_from(number).map_err(|why| unreadable("released_report.version", why));
        let settings: Settings = from_json("screening.settings", &row.settings)?;
        Ok(Self {
            id: row.id,
            organisation: Organisation { id: row.organisation_id, name: row.organisation_name },
            name: row.name,
            state: parse_state(&row.state)?,
            pilot: settings.pilot,
            released_version: row.released_version.map(version).transpose()?,
            practice: row.practice_account_id,
            earlier: row.earlier_id,
            stopped: row.stopped_on.is_some(),
        })
    }
}

/// A state as its column says it.
pub(crate) fn state_word(state: State) -> &'static str {
    match state {
        State::Prepared => "prepared",
        State::Open => "open",
        State::Closing => "closing",
        State::Closed => "closed",
    }
}

/// A state from its column.
pub(crate) fn parse_state(word: &str) -> PortResult<State> {
    [State::Prepared, State::Open, State::Closing, State::Closed]
        .into_iter()
        .find(|state| state_word(*state) == word)
        .ok_or_else(|| unreadable("screening.state", word))
}

/// Adds a screening within a transaction.
pub(super) async fn insert(writing: &mut Writing, screening: &Screening) -> PortResult<()> {
    let practice = screening.practice.as_ref();
    execute!(
        writing,
        "INSERT INTO screening (id, organisation_id, name, state, instrument, settings, created_at,
                                practice_account_id, practice_place, earlier_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &*screening.id,
        &*screening.organisation.id,
        &*screening.name,
        state_word(screening.state),
        to_json(&screening.instrument)?,
        to_json(&screening.settings)?,
        screening.created_at,
        practice.map(|practice| practice.account.as_str()),
        practice.map(|practice| practice.place.as_str()),
        screening.earlier.as_deref()
    )?;
    Ok(())
}

#[async_trait]
impl ScreeningStore for SqlStore {
    async fn add_screening(&self, screening: &Screening) -> PortResult<()> {
        self.deeds.write(async |writing| insert(writing, screening).await).await
    }

    async fn screening(&self, id: &str) -> PortResult<Option<Screening>> {
        let mut reading = self.db.read().await?;
        fetch_optional!(
            reading,
            ScreeningRow,
            "SELECT screening.id, organisation_id, COALESCE(practice_place, organisation.name) AS organisation_name,
                    screening.name, state, instrument, settings, codes_made, created_at, closing_ends_at, picture,
                    picture_opened_at, practice_account_id, practice_place, earlier_id, stopped_on, stopped_reason
             FROM screening JOIN organisation ON organisation.id = organisation_id WHERE screening.id = $1",
            id
        )?
        .map(TryInto::try_into)
        .transpose()
    }

    async fn screenings(&self, organisations: Option<&[String]>) -> PortResult<Vec<ScreeningSummary>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            SummaryRow,
            "SELECT screening.id, organisation_id, COALESCE(practice_place, organisation.name) AS organisation_name,
                    screening.name, state, settings, practice_account_id, earlier_id, stopped_on,
                    (SELECT MAX(version) FROM released_report WHERE screening_id = screening.id)
                        AS released_version
             FROM screening JOIN organisation ON organisation.id = organisation_id
             ORDER BY created_at DESC, screening.id"
        )?;
        // Filtered here: SQLite binds no lists, and an installation holds screenings by the hundred.
        rows.into_iter()
            .filter(|row| organisations.is_none_or(|wanted| wanted.contains(&row.organisation_id)))
            .map(TryInto::try_into)
            .collect()
    }

    async fn save_settings(
        &self,
        id: &str,
        state: State,
        name: &str,
        settings: &Settings,
    ) -> PortResult<bool> {
        let settings = to_json(settings)?;
        self.deeds
            .write(async |writing| {
                let saved = execute!(
                    writing,
                    "UPDATE screening SET name = $3, settings = $4 WHERE id = $1 AND state = $2",
                    id,
                    state_word(state),
                    name,
                    settings
                )?;
                Ok(saved == 1)
            })
            .await
    }

    async fn open_screening(
        &self,
        id: &str,
        before: &Settings,
        after: &Settings,
        instrument: &Instrument,
    ) -> PortResult<bool> {
        let (settings, instrument) = (to_json(after)?, to_json(instrument)?);
        self.deeds
            .write(async |writing| {
                if !still(writing, id, State::Prepared, before).await? {
                    return Ok(false);
                }
                let opened = execute!(
                    writing,
                    "UPDATE screening SET state = $2, instrument = $3, settings = $4 WHERE id = $1",
                    id,
                    state_word(State::Open),
                    &*instrument,
                    &*settings
                )?;
                Ok(opened == 1)
            })
            .await
    }

    async fn change_state(
        &self,
        id: &str,
        from: State,
        to: State,
        closing_ends_at: Option<i64>,
    ) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let changed = execute!(
                    writing,
                    "UPDATE screening SET state = $3, closing_ends_at = $4 WHERE id = $1 AND state = $2",
                    id,
                    state_word(from),
                    state_word(to),
                    closing_ends_at
                )?;
                Ok(changed == 1)
            })
            .await
    }

    async fn delete_practice(&self, id: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let gone = execute!(
                    writing,
                    "DELETE FROM screening WHERE id = $1 AND practice_account_id IS NOT NULL",
                    id
                )?;
                Ok(gone == 1)
            })
            .await
    }

    async fn note_codes_made(&self, id: &str) -> PortResult<bool> {
        self.deeds
            .write(async |writing| {
                let noted = execute!(
                    writing,
                    "UPDATE screening SET codes_made = 1 WHERE id = $1 AND codes_made = 0",
                    id
                )?;
                Ok(noted == 1)
            })
            .await
    }

    async fn submitted(&self, id: &str) -> PortResult<BTreeMap<GroupId, u64>> {
        let mut reading = self.db.read().await?;
        fetch_all!(
            reading,
            (String, i64),
            "SELECT group_id, CAST(SUM(n) AS BIGINT) FROM counter
             WHERE screening_id = $1 AND kind = 'submitted' GROUP BY group_id",
            id
        )?
        .into_iter()
        .map(|(group, n)| Ok((group.into(), u64::try_from(n).map_err(|why| unreadable("counter.n", why))?)))
        .collect()
    }

    async fn closing_due(&self, now: i64) -> PortResult<Vec<String>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            (String,),
            "SELECT id FROM screening WHERE state = 'closing' AND closing_ends_at <= $1
             ORDER BY closing_ends_at, id",
            now
        )?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    async fn note_picture_opened(&self, id: &str, now: i64) -> PortResult<()> {
        self.deeds
            .write(async |writing| {
                execute!(
                    writing,
                    "UPDATE screening SET picture_opened_at = $2 WHERE id = $1 AND picture_opened_at IS NULL",
                    id,
                    now
                )?;
                Ok(())
            })
            .await
    }
}
