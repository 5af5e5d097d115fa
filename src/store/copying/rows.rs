//! Rows from one database into another, counted and summed up on the way.

use super::fault::CopyFault;
use super::tables::{Column, Kind, Table};
use crate::store::db::{On, Writing, failed};
use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Row};
use workflow::ports::PortResult;

/// How many rows a table has, and the SHA-256 over all of them in the order of their keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The table.
    pub table: String,
    /// Its rows.
    pub rows: u64,
    /// The checksum, in hexadecimal digits.
    pub sum: String,
}

/// What stands in a column of a row.
enum Value {
    Number(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

impl Value {
    /// Into a checksum: its kind, its length, itself; nothing is another kind.
    fn add_to(&self, sum: &mut Sha256) {
        let (kind, bytes): (u8, &[u8]) = match self {
            Self::Number(Some(number)) => (1, &number.to_be_bytes()),
            Self::Text(Some(text)) => (2, text.as_bytes()),
            Self::Bytes(Some(bytes)) => (3, bytes),
            Self::Number(None) | Self::Text(None) | Self::Bytes(None) => (0, &[]),
        };
        sum.update([kind]);
        sum.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        sum.update(bytes);
    }
}

/// A row's values, of either database.
macro_rules! values {
    ($row:expr, $table:expr) => {{
        let mut values = Vec::with_capacity($table.columns.len());
        for (at, column) in $table.columns.iter().enumerate() {
            values.push(match column.kind {
                Kind::Number => Value::Number($row.try_get(at).map_err(failed)?),
                Kind::Text => Value::Text($row.try_get(at).map_err(failed)?),
                Kind::Bytes => Value::Bytes($row.try_get(at).map_err(failed)?),
            });
        }
        values
    }};
}

/// Runs a statement with values.
macro_rules! run {
    ($connection:expr, $sql:expr, $values:expr) => {{
        let mut query = sqlx::query(AssertSqlSafe($sql));
        for value in $values {
            query = match value {
                Value::Number(number) => query.bind(number),
                Value::Text(text) => query.bind(text),
                Value::Bytes(bytes) => query.bind(bytes),
            };
        }
        query.execute($connection).await.map(drop).map_err(failed)
    }};
}

async fn run(to: &mut Writing, sql: &str, values: Vec<Value>) -> PortResult<()> {
    match to.on() {
        On::Sqlite(connection) => run!(connection, sql.to_owned(), values),
        On::Postgres(connection) => run!(connection, sql.to_owned(), values),
    }
}

/// Reads a table in the order of its keys, and writes each row where there is somewhere to. What refers to another row of
/// the same table is for [`join`].
pub(super) async fn read(
    from: &mut Writing,
    to: Option<&mut Writing>,
    table: &Table,
) -> Result<Tally, CopyFault> {
    let at_table = |why| CopyFault::Table { table: table.name.clone(), why };
    read_rows(from, to, table).await.map_err(at_table)
}

async fn read_rows(from: &mut Writing, mut to: Option<&mut Writing>, table: &Table) -> PortResult<Tally> {
    let select = select(from, table, "");
    let insert = insert(table);
    let (mut rows, mut sum) = (0, Sha256::new());
    macro_rules! each {
        ($connection:expr) => {{
            let mut stream = sqlx::query(AssertSqlSafe(select)).fetch($connection);
            while let Some(row) = stream.try_next().await.map_err(failed)? {
                let mut values = values!(row, table);
                values.iter().for_each(|value| value.add_to(&mut sum));
                rows += 1;
                if let Some(to) = to.as_deref_mut() {
                    table.own.iter().for_each(|at| values[*at] = Value::Text(None));
                    run(to, &insert, values).await?;
                }
            }
        }};
    }
    match from.on() {
        On::Sqlite(connection) => each!(connection),
        On::Postgres(connection) => each!(connection),
    }
    let sum = sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Tally { table: table.name.clone(), rows, sum })
}

/// Ties rows of a table to each other, when all are there.
pub(super) async fn join(from: &mut Writing, to: &mut Writing, table: &Table) -> Result<(), CopyFault> {
    if table.own.is_empty() {
        return Ok(());
    }
    let at_table = |why| CopyFault::Table { table: table.name.clone(), why };
    join_rows(from, to, table).await.map_err(at_table)
}

async fn join_rows(from: &mut Writing, to: &mut Writing, table: &Table) -> PortResult<()> {
    let name = |at: &usize| table.columns[*at].quoted();
    let places = table.own.iter().chain(&table.key);
    let mut number = 0;
    let mut assigned = |at: &usize| {
        number += 1;
        format!("{} = ${number}", name(at))
    };
    let set: Vec<String> = table.own.iter().map(&mut assigned).collect();
    let key: Vec<String> = table.key.iter().map(&mut assigned).collect();
    let update = format!("UPDATE {} SET {} WHERE {}", table.name, set.join(", "), key.join(" AND "));
    let any: Vec<String> = table.own.iter().map(|at| format!("{} IS NOT NULL", name(at))).collect();
    let select = select(from, table, &format!(" WHERE {}", any.join(" OR ")));
    macro_rules! each {
        ($connection:expr) => {{
            let mut stream = sqlx::query(AssertSqlSafe(select)).fetch($connection);
            while let Some(row) = stream.try_next().await.map_err(failed)? {
                let mut values: Vec<Option<Value>> = values!(row, table).into_iter().map(Some).collect();
                let bound = places.clone().filter_map(|at| values[*at].take()).collect();
                run(to, &update, bound).await?;
            }
        }};
    }
    match from.on() {
        On::Sqlite(connection) => each!(connection),
        On::Postgres(connection) => each!(connection),
    }
    Ok(())
}

/// Every row in the order of its key, byte by byte: a server may sort texts as a language does.
fn select(from: &Writing, table: &Table, condition: &str) -> String {
    let columns: Vec<String> = table.columns.iter().map(Column::quoted).collect();
    let order: Vec<String> = table
        .key
        .iter()
        .map(|at| {
            let column = &table.columns[*at];
            let bytewise = matches!((from, column.kind), (Writing::Postgres(_), Kind::Text));
            format!("{}{}", column.quoted(), if bytewise { " COLLATE \"C\"" } else { "" })
        })
        .collect();
    let condition = if condition.is_empty() { table.condition() } else { condition };
    format!("SELECT {} FROM {}{condition} ORDER BY {}", columns.join(", "), table.name, order.join(", "))
}

fn insert(table: &Table) -> String {
    let columns: Vec<String> = table.columns.iter().map(Column::quoted).collect();
    let places: Vec<String> = (1..=columns.len()).map(|place| format!("${place}")).collect();
    format!("INSERT INTO {} ({}) VALUES ({})", table.name, columns.join(", "), places.join(", "))
}
