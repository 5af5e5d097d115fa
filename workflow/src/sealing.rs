//! The cryptography of codes, tokens, words and drafts (`scoring.md`, *Anonymity is structural*).

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
}
