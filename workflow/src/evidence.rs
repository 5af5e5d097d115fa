//! The log of documents and observations, and the ratings.

use crate::{Actor, Result, Workflow};
use screening::evidence::{Evidence, IndicatorRating, Rating};
use screening::id::IndicatorId;

impl Workflow {
    /// Adds a document or an observation; at least one indicator, a title and a text.
    pub async fn add_evidence(&self, actor: &Actor, screening: &str, evidence: Evidence) -> Result<()> {
        todo!()
    }
    /// Evidence with ids, oldest first.
    pub async fn evidence(&self, actor: &Actor, screening: &str) -> Result<Vec<(String, Evidence)>> {
        todo!()
    }
    /// Removes one.
    pub async fn remove_evidence(&self, actor: &Actor, screening: &str, id: &str) -> Result<()> {
        todo!()
    }
    /// Rates an indicator; refused ([`crate::Problem::NothingWritten`]) where nothing is written about it.
    pub async fn rate(
        &self,
        actor: &Actor,
        screening: &str,
        indicator: &IndicatorId,
        rating: Rating,
    ) -> Result<()> {
        todo!()
    }
    /// The ratings.
    pub async fn ratings(&self, actor: &Actor, screening: &str) -> Result<Vec<IndicatorRating>> {
        todo!()
    }
}
