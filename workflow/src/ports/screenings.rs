//! The ports of screenings: settings, dates, invitations.

use super::PortResult;
use crate::screenings::{Screening, ScreeningSummary};
use async_trait::async_trait;
use screening::id::GroupId;
use screening::instrument::Instrument;
use screening::schedule::Schedule;
use screening::settings::{Settings, State};
use std::collections::BTreeMap;

/// Screenings and their settings.
#[async_trait]
pub trait ScreeningStore {
    /// Adds a screening.
    async fn add_screening(&self, screening: &Screening) -> PortResult<()>;
    /// One screening.
    async fn screening(&self, id: &str) -> PortResult<Option<Screening>>;
    /// The screenings of these organisations, newest first; `None`: of all.
    async fn screenings(&self, organisations: Option<&[String]>) -> PortResult<Vec<ScreeningSummary>>;
    /// Replaces name and settings while in this state; false where it is in another.
    async fn save_settings(
        &self,
        id: &str,
        state: State,
        name: &str,
        settings: &Settings,
    ) -> PortResult<bool>;
    /// Opens a prepared screening, with settings and instrument as they hold from now on; false where it is not prepared, or
    /// has other settings than those before.
    async fn open_screening(
        &self,
        id: &str,
        before: &Settings,
        after: &Settings,
        instrument: &Instrument,
    ) -> PortResult<bool>;
    /// Goes from one state to the next; false where it was in another.
    async fn change_state(
        &self,
        id: &str,
        from: State,
        to: State,
        closing_ends_at: Option<i64>,
    ) -> PortResult<bool>;
    /// Deletes a practice with all that belongs to it; false where the screening is none.
    async fn delete_practice(&self, id: &str) -> PortResult<bool>;
    /// Notes that the codes were made; false where they were before.
    async fn note_codes_made(&self, id: &str) -> PortResult<bool>;
    /// Submitted per group (counter tables).
    async fn submitted(&self, id: &str) -> PortResult<BTreeMap<GroupId, u64>>;
    /// Screenings whose closing has ended by now.
    async fn closing_due(&self, now: i64) -> PortResult<Vec<String>>;
    /// Notes the first time anyone opened the picture.
    async fn note_picture_opened(&self, id: &str, now: i64) -> PortResult<()>;
}

/// Dates of screenings.
#[async_trait]
pub trait ScheduleStore {
    /// The dates as somebody changed them.
    async fn schedule(&self, screening: &str) -> PortResult<Option<Schedule>>;
    /// Keeps them.
    async fn save_schedule(&self, screening: &str, schedule: &Schedule) -> PortResult<()>;
    /// Adds a screening and keeps its dates.
    async fn add_dated_screening(&self, screening: &Screening, schedule: &Schedule) -> PortResult<()>;
}

/// What may change of the settings once they are made, and the open links by name.
#[async_trait]
pub trait InvitationStore {
    /// Replaces settings, where the screening is in this state and its settings are those of `before`; the names of
    /// its open links are then found by [`InvitationStore::open_link`]. False, and nothing changed, elsewhere.
    async fn change_settings(
        &self,
        id: &str,
        state: State,
        before: &Settings,
        after: &Settings,
    ) -> PortResult<bool>;
    /// Screening and group of an open link by its name, whether it is on or off.
    async fn open_link(&self, name: &str) -> PortResult<Option<(String, GroupId)>>;
}
