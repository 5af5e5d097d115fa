//! What every verb with a database starts from: the store opened and migrated, and the use cases over it.

use super::Database;
use crate::adapters::{SystemClock, SystemRandomness};
use crate::config::DatabaseUrl;
use crate::printing::PdfPrinter;
use crate::store::SqlStore;
use anyhow::{Context, Result, anyhow};
use std::sync::Arc;
use std::thread::available_parallelism;
use tokio::runtime::Runtime;
use workflow::Workflow;
use workflow::sealing::SlowHash;

/// Runs `work` with the use cases over this database, and closes it after.
pub(super) fn with_database<T>(
    database: &Database,
    work: impl AsyncFnOnce(&Workflow) -> Result<T>,
) -> Result<T> {
    with_store(database, async |_, workflow| work(workflow).await)
}

/// The same with the store itself, for what is done to all of it.
pub(super) fn with_store<T>(
    database: &Database,
    work: impl AsyncFnOnce(&SqlStore, &Workflow) -> Result<T>,
) -> Result<T> {
    let address = database.address()?;
    runtime()?.block_on(async {
        let (store, workflow) = opened(&address).await.with_context(|| format!("--database {address}"))?;
        let result = work(&store, &workflow).await;
        store.db.close().await;
        result
    })
}

/// What runs everything that waits.
pub(super) fn runtime() -> Result<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}

/// The store at an address, and the use cases over it.
pub(super) async fn opened(address: &DatabaseUrl) -> Result<(SqlStore, Workflow)> {
    let store = SqlStore::open(address.secret()).await.map_err(|error| anyhow!("{error}"))?;
    let processors = available_parallelism().context("the number of processors")?.get();
    let workflow = Workflow {
        store: Arc::new(store.clone()),
        clock: Arc::new(SystemClock::new()),
        random: Arc::new(SystemRandomness),
        printer: Arc::new(PdfPrinter::new(processors)),
        slow_hash: SlowHash::new(processors),
    };
    Ok((store, workflow))
}
