//! The cryptography of codes, tokens, words and drafts (`scoring.md`, *Anonymity is structural*).
//!
//! * [`keys`]: from a code, a token or three words to a key. What people hold goes in, what is stored or seals
//!   comes out, and nothing leads back.
//! * [`seal`]: sealing and opening with such a key (XChaCha20-Poly1305), each sealed text bound to its place.
//!
//! Every derivation names its purpose and a number. To change one: raise its number, keep reading the old one
//! until every screening that was open has closed.

pub mod keys;
pub mod seal;

use crate::ports::{PortResult, Randomness, StoreError};
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
        let places = Arc::clone(&self.places);
        let place = places.acquire_owned().await.map_err(|error| failed(error.into()))?;
        // The place goes along: where the caller gives up, the thread still works and still holds its memory.
        let work = move || {
            let result = work();
            drop(place);
            result
        };
        tokio::task::spawn_blocking(work).await.map_err(|error| failed(error.into()))
    }
}

/// Fresh random bytes.
pub(crate) fn random<const N: usize>(random: &dyn Randomness) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}

/// A fault of the cryptography itself, which nobody's input causes, as a port's error.
pub(crate) fn fault(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError(Box::new(error))
}
