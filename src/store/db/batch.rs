//! Deeds that share one commit on SQLite. Reaching the disk is what takes time, and meanwhile others come: those that
//! wait are let into one transaction, each behind a savepoint of its own, and each is told when it is on the disk.
//!
//! A deed is one transaction's worth of writing. It may be given up at any moment, since whoever asked may have gone:
//! so no deed commits, [`Batch`] has a task for that, and what a deed left half done is undone by whoever comes next.

use super::{PATIENCE, failed};
use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqliteConnection, SqlitePool};
use std::sync::Arc;
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot};
use tokio::task::AbortHandle;
use tokio::time::timeout;
use workflow::ports::PortResult;

/// Nobody was done with writing while this waited.
#[derive(Debug, thiserror::Error)]
#[error("others were writing all the while")]
struct StillWriting;

/// The transaction that a deed was part of did not reach the disk.
#[derive(Debug, thiserror::Error)]
#[error("what was written did not reach the disk")]
struct NotKept(#[source] Arc<sqlx::Error>);

/// Who writes in a file, one after the other.
#[derive(Debug)]
pub struct Batch {
    pool: SqlitePool,
    open: Arc<Mutex<Open>>,
    /// A deed is done with the transaction, or has gone.
    left: Arc<Notify>,
    committer: AbortHandle,
}

/// The transaction that deeds share, where one is open.
#[derive(Debug, Default)]
struct Open {
    /// The one connection that writes.
    connection: Option<PoolConnection<Sqlite>>,
    stage: Stage,
    /// Who is told what became of it.
    waiting: Vec<oneshot::Sender<Result<(), Arc<sqlx::Error>>>>,
}

/// How far what was last asked of the connection has come at least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    /// The transaction may have begun.
    #[default]
    Beginning,
    /// It has, and nobody is in it.
    Between,
    /// A deed is in it.
    InDeed,
}

/// One of those that share a transaction; the only one at its turn.
#[derive(Debug)]
pub struct Deed {
    open: OwnedMutexGuard<Open>,
    left: Leaving,
    /// Keeps the committer at work.
    _batch: Arc<Batch>,
}

/// Says that a deed is over, however it ends.
#[derive(Debug)]
struct Leaving(Arc<Notify>);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

impl Batch {
    /// Over the pool whose one connection writes.
    pub(super) fn new(pool: SqlitePool) -> Arc<Self> {
        let open = Arc::new(Mutex::new(Open::default()));
        let left = Arc::new(Notify::new());
        let committer = tokio::spawn(commit_each(Arc::clone(&open), Arc::clone(&left))).abort_handle();
        Arc::new(Self { pool, open, left, committer })
    }

    /// The next deed, when it is its turn.
    pub(super) async fn begin(self: &Arc<Self>) -> PortResult<Deed> {
        let turn = timeout(PATIENCE, Arc::clone(&self.open).lock_owned()).await;
        let open = turn.map_err(|_| failed(StillWriting))?;
        let mut deed = Deed { open, left: Leaving(Arc::clone(&self.left)), _batch: Arc::clone(self) };
        deed.open.let_in(&self.pool).await.map_err(failed)?;
        Ok(deed)
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        self.committer.abort();
    }
}

/// Commits after each deed, when those that waited before it was done have had their turn too: they come first, since
/// whoever asks for the lock gets it in order.
async fn commit_each(open: Arc<Mutex<Open>>, left: Arc<Notify>) {
    loop {
        left.notified().await;
        open.lock().await.commit().await;
    }
}

impl Open {
    /// To a deed's savepoint.
    async fn let_in(&mut self, pool: &SqlitePool) -> sqlx::Result<()> {
        match self.stage {
            _ if self.connection.is_none() => self.connection = Some(pool.acquire().await?),
            Stage::Beginning => undo(self.connection(), "ROLLBACK").await,
            Stage::Between => {}
            Stage::InDeed => self.undo_deed().await,
        }
        if self.stage == Stage::Beginning {
            if let Err(error) = run(self.connection(), "BEGIN IMMEDIATE").await {
                self.connection = None;
                return Err(error);
            }
            self.stage = Stage::Between;
        }
        self.stage = Stage::InDeed;
        run(self.connection(), "SAVEPOINT deed").await
    }

    async fn undo_deed(&mut self) {
        let connection = self.connection();
        undo(connection, "ROLLBACK TO deed").await;
        undo(connection, "RELEASE deed").await;
        self.stage = Stage::Between;
    }

    async fn commit(&mut self) {
        if self.connection.is_none() {
            return;
        }
        if self.stage == Stage::InDeed {
            self.undo_deed().await;
        }
        let begun = std::mem::take(&mut self.stage) == Stage::Between;
        let outcome = match begun {
            true => run(self.connection(), "COMMIT").await.map_err(Arc::new),
            false => Ok(()),
        };
        if !begun || outcome.is_err() {
            undo(self.connection(), "ROLLBACK").await;
        }
        self.connection = None;
        for waiting in self.waiting.drain(..) {
            // Who does not wait any more has gone.
            let _ = waiting.send(outcome.clone());
        }
    }

    #[expect(clippy::expect_used, reason = "whoever has the lock has let itself in")]
    fn connection(&mut self) -> &mut SqliteConnection {
        self.connection.as_mut().expect("a connection")
    }
}

impl Deed {
    /// What its statements run on.
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        self.open.connection()
    }

    /// Keeps what was written; comes back when it is on the disk.
    pub(super) async fn commit(mut self) -> PortResult<()> {
        run(self.connection(), "RELEASE deed").await.map_err(failed)?;
        self.open.stage = Stage::Between;
        let (told, outcome) = oneshot::channel();
        self.open.waiting.push(told);
        let Self { open, left, _batch } = self;
        drop((open, left));
        match outcome.await {
            Ok(outcome) => outcome.map_err(|error| failed(NotKept(error))),
            Err(gone) => Err(failed(gone)),
        }
    }

    /// Forgets it.
    pub(super) async fn rollback(mut self) {
        self.open.undo_deed().await;
    }
}

async fn run(connection: &mut SqliteConnection, sql: &'static str) -> sqlx::Result<()> {
    sqlx::query(sql).execute(connection).await.map(drop)
}

/// Where there may be nothing to undo: SQLite has done so itself, or it was never begun.
async fn undo(connection: &mut SqliteConnection, sql: &'static str) {
    let _ = run(connection, sql).await;
}
