//! The port of the development plan.

use super::PortResult;
use crate::plans::{Kept, StoredGoal, StoredTold};
use async_trait::async_trait;
use screening::plan::{Goal, Telling, Told};

/// Goals, and what is told those who took part.
#[async_trait]
pub trait PlanStore {
    /// The goals of a screening, in the order in which they were written.
    async fn goals(&self, screening: &str) -> PortResult<Vec<StoredGoal>>;
    /// Adds a goal; [`Kept::NoRoom`] where [`screening::plan::MOST_OPEN`] are open.
    async fn add_goal(&self, screening: &str, id: &str, goal: &Goal) -> PortResult<Kept>;
    /// Changes a goal that was written as often as `seen` says; where this opens it anew, as [`PlanStore::add_goal`].
    async fn change_goal(&self, screening: &str, id: &str, seen: i64, goal: &Goal) -> PortResult<Kept>;
    /// Removes a goal that was written as often as `seen` says.
    async fn remove_goal(&self, screening: &str, id: &str, seen: i64) -> PortResult<Kept>;
    /// What is told; nothing, written 0 times, where nobody wrote it.
    async fn told(&self, screening: &str, telling: Telling) -> PortResult<StoredTold>;
    /// Keeps it, where it was written as often as `seen` says; [`Kept::Changed`] elsewhere.
    async fn save_told(
        &self,
        screening: &str,
        telling: Telling,
        seen: i64,
        told: &[Told],
    ) -> PortResult<Kept>;
}
