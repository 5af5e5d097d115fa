//! What every verb with a database starts from: the store opened and migrated, and the use cases over it.

use super::Database;
use crate::adapters::{SystemClock, SystemRandomness};
use crate::printing::PdfPrinter;
use crate::store::SqlStore;
use anyhow::{Context, Result, anyhow};
use std::sync::Arc;
use std::thread::available_parallelism;
use workflow::Workflow;
use workflow::sealing::SlowHash;

/// Runs `work` with the use cases over this database, and closes it after.
pub(super) fn with_database<T>(
    database: &Database,
    work: impl AsyncFnOnce(&Workflow) -> Result<T>,
) -> Result<T> {
    let address = database.address()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = SqlStore::open(address.secret())
            .await
            .map_err(|error| anyhow!("--database {address}: {error}"))?;
        let processors = available_parallelism().context("the number of processors")?.get();
        let workflow = Workflow {
            store: Arc::new(store.clone()),
            clock: Arc::new(SystemClock::new()),
            random: Arc::new(SystemRandomness),
            printer: Arc::new(PdfPrinter::new(processors)),
            slow_hash: SlowHash::new(processors),
        };
        let result = work(&workflow).await;
        store.db.close().await;
        result
    })
}
