//! The cryptography of codes, tokens, words and drafts (`scoring.md`, *Anonymity is structural*).

use crate::ports::{PortResult, StoreError};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Argon2 takes memory and time: a bounded number runs at once, off the async threads.
#[derive(Clone, Debug)]
pub struct SlowHash {
    /// Places in the pool.
    pub places: Arc<Semaphore>,
}

impl SlowHash {
    /// A pool with this many places.
    pub fn new(places: usize) -> Self {
        Self { places: Arc::new(Semaphore::new(places)) }
    }

    /// Runs slow work on a thread of its own, once there is a place in the pool.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> PortResult<T> {
        let failed = |error: Box<dyn std::error::Error + Send + Sync>| StoreError(error);
        let _place = self.places.acquire().await.map_err(|error| failed(error.into()))?;
        tokio::task::spawn_blocking(work).await.map_err(|error| failed(error.into()))
    }
}
