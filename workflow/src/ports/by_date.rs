//! The port of what happens on a day: where a day begins, when a screening opens and closes by itself; and of one that never
//! opened.

use super::PortResult;
use async_trait::async_trait;
use screening::by_date::ByDate;
use screening::settings::State;

/// A screening with a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Its id.
    pub id: String,
    /// Its state: prepared or open.
    pub state: State,
    /// Its days.
    pub days: ByDate,
    /// Where they begin.
    pub zone: String,
}

/// Days of screenings.
#[async_trait]
pub trait ByDateStore {
    /// A screening's days, and the name of the time zone in which they begin.
    async fn by_date(&self, screening: &str) -> PortResult<(ByDate, String)>;
    /// Keeps them; false where the screening is neither prepared nor open.
    async fn save_by_date(&self, screening: &str, days: ByDate) -> PortResult<bool>;
    /// Every screening that is prepared or open and has a day.
    async fn dated(&self) -> PortResult<Vec<Dated>>;
    /// Every organisation's time zone by its id.
    async fn time_zones(&self) -> PortResult<Vec<(String, String)>>;
    /// Chooses an organisation's; false where there is none.
    async fn set_time_zone(&self, organisation: &str, zone: &str) -> PortResult<bool>;
    /// Deletes a screening that was never opened, with all that belongs to it; false where it is another, or a practice.
    /// [`super::ClosingStore::tidy`] is due.
    async fn delete_prepared(&self, screening: &str) -> PortResult<bool>;
}
