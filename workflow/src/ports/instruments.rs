//! The port of an organisation's own instruments.

use super::PortResult;
use crate::instruments::{InstrumentUse, OwnInstrument};
use async_trait::async_trait;
use screening::instrument::Instrument;
use screening::instrument::edit::Draft;

/// Own instruments: drafts and versions.
#[async_trait]
pub trait InstrumentStore {
    /// Those of an organisation, in the order of their ids.
    async fn own_instruments(&self, organisation: &str) -> PortResult<Vec<OwnInstrument>>;
    /// One of them.
    async fn own_instrument(&self, id: &str) -> PortResult<Option<OwnInstrument>>;
    /// Adds one that is a draft, with what it was copied from.
    async fn add_own_instrument(
        &self,
        id: &str,
        organisation: &str,
        draft: &Draft,
        origin: Option<&Instrument>,
    ) -> PortResult<()>;
    /// Keeps a draft that was written as often as `seen` says, a new one where that is 0; false where it was written
    /// meanwhile, or is there already.
    async fn save_instrument_draft(&self, id: &str, seen: i64, draft: &Draft) -> PortResult<bool>;
    /// Makes a version of a draft that was written as often as `seen` says; false, and nothing changed, elsewhere.
    async fn publish_instrument(&self, id: &str, seen: i64, version: &Instrument) -> PortResult<bool>;
    /// Drops a draft that was written as often as `seen` says, and the instrument where it has no version.
    async fn drop_instrument_draft(&self, id: &str, seen: i64) -> PortResult<bool>;
    /// The instrument of each screening of an organisation; practices are none of them.
    async fn instrument_uses(&self, organisation: &str) -> PortResult<Vec<InstrumentUse>>;
}
