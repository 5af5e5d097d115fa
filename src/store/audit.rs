//! The audit log: who did what, never what anyone answered. Lines are added at the end of a chain and never changed; the
//! database itself refuses it.

use super::db::{Db, Writing, execute, fetch_all, fetch_optional};
use super::noting::Deeds;
use super::{SqlStore, bytes, unreadable};
use async_trait::async_trait;
use workflow::audit::line_hash;
use workflow::ports::{
    AuditEntry, AuditStore, Bytes32, LogEnds, LogFilter, LogLine, PortResult, Store, StoreError,
};

/// A line as its row says.
#[derive(sqlx::FromRow)]
struct LineRow {
    number: Option<i64>,
    hash: Option<Vec<u8>>,
    id: String,
    at: i64,
    actor: String,
    organisation_id: Option<String>,
    screening_id: Option<String>,
    event: String,
    detail: String,
}

impl From<LineRow> for AuditEntry {
    fn from(row: LineRow) -> Self {
        Self {
            id: row.id,
            at: row.at,
            actor: row.actor,
            organisation: row.organisation_id,
            screening: row.screening_id,
            event: row.event,
            detail: row.detail,
        }
    }
}

impl TryFrom<LineRow> for LogLine {
    type Error = StoreError;
    fn try_from(row: LineRow) -> PortResult<Self> {
        let number = row.number.ok_or_else(|| unreadable("audit.number", "none"))?;
        let hash = bytes("audit.hash", row.hash.as_deref().unwrap_or_default())?;
        Ok(Self { number, hash, entry: row.into() })
    }
}

/// A line's place in the chain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sealed {
    number: i64,
    hash: Bytes32,
}

/// Takes the next place at the end of the chain for an entry; others who write wait until this transaction ends.
async fn next(writing: &mut Writing, entry: &AuditEntry) -> PortResult<Sealed> {
    let end = fetch_optional!(
        writing,
        (i64, Vec<u8>),
        "UPDATE audit_ends SET head_number = head_number + 1 RETURNING head_number, head_hash"
    )?;
    let (number, before) = end.ok_or_else(|| unreadable("audit_ends", "no row"))?;
    let hash = line_hash(number, &bytes("audit_ends.head_hash", &before)?, entry);
    execute!(writing, "UPDATE audit_ends SET head_hash = $1", hash.as_slice())?;
    Ok(Sealed { number, hash })
}

/// Adds an entry within a transaction; [`told`] is for after it.
pub(super) async fn insert(writing: &mut Writing, entry: &AuditEntry) -> PortResult<Sealed> {
    let sealed = next(writing, entry).await?;
    execute!(
        writing,
        "INSERT INTO audit (id, at, actor, organisation_id, screening_id, event, detail, number, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &*entry.id,
        entry.at,
        &*entry.actor,
        entry.organisation.as_deref(),
        entry.screening.as_deref(),
        &*entry.event,
        &*entry.detail,
        sealed.number,
        sealed.hash.as_slice()
    )?;
    Ok(sealed)
}

/// Tells the program's log of a line that is stored: a machine can send that on to where a burglar is not. Ids alone.
pub(super) fn told(entry: &AuditEntry, sealed: Sealed) {
    let hash: String = sealed.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    tracing::info!(
        target: "pejling::audit",
        number = sealed.number,
        actor = entry.actor,
        organisation = entry.organisation,
        screening = entry.screening,
        event = entry.event,
        detail = entry.detail,
        hash,
        "audit"
    );
}

/// Chains the lines from before there was a chain, by their time; once.
pub(super) async fn chain_earlier_lines(db: &Db) -> PortResult<()> {
    const EARLIER: &str = "SELECT number, hash, id, at, actor, organisation_id, screening_id, event, detail
                           FROM audit WHERE number IS NULL ORDER BY at, id";
    const ANY: &str = "SELECT at FROM audit WHERE number IS NULL LIMIT 1";
    let mut reading = db.read().await?;
    // Where there is a chain, what stands beside it is nothing that this program wrote.
    let head = fetch_optional!(reading, (i64,), "SELECT head_number FROM audit_ends")?;
    if head != Some((0,)) || fetch_optional!(reading, (i64,), ANY)?.is_none() {
        return Ok(());
    }
    drop(reading);
    db.write(async |writing| {
        for row in fetch_all!(writing, LineRow, EARLIER)? {
            let entry = AuditEntry::from(row);
            let sealed = next(writing, &entry).await?;
            execute!(
                writing,
                "UPDATE audit SET number = $2, hash = $3 WHERE id = $1",
                &*entry.id,
                sealed.number,
                sealed.hash.as_slice()
            )?;
        }
        Ok(())
    })
    .await
}

/// Deletes the oldest end of the chain: every line before the first of this time or later. Keeps its last hash; how many.
pub(super) async fn delete_oldest(writing: &mut Writing, before: i64) -> PortResult<u64> {
    let last = fetch_optional!(
        writing,
        (i64, Vec<u8>),
        "SELECT number, hash FROM audit
         WHERE number < COALESCE((SELECT MIN(number) FROM audit WHERE at >= $1), $2)
         ORDER BY number DESC LIMIT 1",
        before,
        i64::MAX
    )?;
    let Some((number, hash)) = last else { return Ok(0) };
    execute!(writing, "UPDATE audit_ends SET anchor_number = $1, anchor_hash = $2", number, hash)?;
    execute!(writing, "DELETE FROM audit WHERE number <= $1", number)
}

#[async_trait]
impl AuditStore for SqlStore {
    fn noting(&self, entry: AuditEntry) -> Box<dyn Store> {
        Box::new(Self { db: self.db.clone(), deeds: Deeds::noting(self.db.clone(), entry) })
    }

    async fn log(&self, entry: &AuditEntry) -> PortResult<()> {
        let sealed = self.db.write(async |writing| insert(writing, entry).await).await?;
        told(entry, sealed);
        Ok(())
    }

    async fn entries(&self, limit: u32) -> PortResult<Vec<AuditEntry>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            LineRow,
            "SELECT number, hash, id, at, actor, organisation_id, screening_id, event, detail FROM audit
             ORDER BY at DESC, id LIMIT $1",
            i64::from(limit)
        )?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    async fn log_lines(&self, filter: &LogFilter, below: i64, limit: u32) -> PortResult<Vec<LogLine>> {
        let events = filter.events.join(",");
        let of = |asked: &Option<String>| asked.clone().unwrap_or_default();
        let (organisation, screening, account) =
            (of(&filter.organisation), of(&filter.screening), of(&filter.account));
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            LineRow,
            "SELECT number, hash, id, at, actor, organisation_id, screening_id, event, detail FROM audit
             WHERE number < $1 AND ($2 = '' OR organisation_id = $2)
               AND ($3 = '' OR ',' || $3 || ',' LIKE '%,' || event || ',%')
               AND ($4 = '' OR screening_id = $4) AND ($5 = '' OR actor = $5) AND at >= $6 AND at < $7
             ORDER BY number DESC LIMIT $8",
            below,
            &*organisation,
            &*events,
            &*screening,
            &*account,
            filter.from.unwrap_or(i64::MIN),
            filter.before.unwrap_or(i64::MAX),
            i64::from(limit)
        )?;
        rows.into_iter().map(TryInto::try_into).collect()
    }

    async fn log_chain(&self, above: i64, limit: u32) -> PortResult<Vec<LogLine>> {
        let mut reading = self.db.read().await?;
        let rows = fetch_all!(
            reading,
            LineRow,
            "SELECT number, hash, id, at, actor, organisation_id, screening_id, event, detail FROM audit
             WHERE number > $1 ORDER BY number LIMIT $2",
            above,
            i64::from(limit)
        )?;
        rows.into_iter().map(TryInto::try_into).collect()
    }

    async fn log_ends(&self) -> PortResult<LogEnds> {
        let mut reading = self.db.read().await?;
        let row = fetch_optional!(
            reading,
            (i64, Vec<u8>, i64, Vec<u8>),
            "SELECT head_number, head_hash, anchor_number, anchor_hash FROM audit_ends"
        )?;
        let (head, head_hash, anchor, anchor_hash) = row.ok_or_else(|| unreadable("audit_ends", "no row"))?;
        Ok(LogEnds {
            head: (head, bytes("audit_ends.head_hash", &head_hash)?),
            anchor: (anchor, bytes("audit_ends.anchor_hash", &anchor_hash)?),
        })
    }

    async fn unchained(&self) -> PortResult<i64> {
        let mut reading = self.db.read().await?;
        let count = fetch_optional!(reading, (i64,), "SELECT COUNT(*) FROM audit WHERE number IS NULL")?;
        Ok(count.map_or(0, |(count,)| count))
    }
}
