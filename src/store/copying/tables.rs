//! The tables there are, as the program's own steps make them: columns, keys, and which refers to which.

use crate::store::db::{failed, migrating};
use sqlx::{Connection, SqliteConnection};
use std::collections::BTreeSet;
use workflow::ports::PortResult;

/// What stays behind: who is signed in just now, links that are about to end, and tablets. They would open the copy too.
pub(super) const LEFT_OUT: [&str; 4] = ["session", "sign_in_step", "password_link", "tablet"];

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// Its name.
    pub(super) name: String,
    /// Its columns, in SQLite's order.
    pub(super) columns: Vec<Column>,
    /// Places of the columns that are its key.
    pub(super) key: Vec<usize>,
    /// Places of the columns that refer to another row of the same table.
    pub(super) own: Vec<usize>,
    /// Tables it refers to.
    after: BTreeSet<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Its name.
    pub(super) name: String,
    /// What stands in it.
    pub(super) kind: Kind,
}

/// What a column holds: there are three kinds on both databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Text,
    Bytes,
}

impl Column {
    /// As it stands in a statement.
    pub(super) fn quoted(&self) -> String {
        format!("\"{}\"", self.name)
    }
}

impl Table {
    /// Which of its rows are copied.
    pub(super) fn condition(&self) -> &'static str {
        match self.name.as_str() {
            // A backup's own note; a link that ends; a copy has no deleted rows to wipe.
            "installation" => " WHERE name NOT IN ('backup', 'set-up link', 'tidy-due')",
            _ => "",
        }
    }
}

/// Every table that is copied, at a step or the newest: each after those it refers to.
pub(super) async fn tables(step: Option<i64>) -> PortResult<Vec<Table>> {
    let mut connection = SqliteConnection::connect("sqlite::memory:").await.map_err(failed)?;
    migrating::bring_sqlite(&mut connection, step).await?;
    let names: Vec<(String,)> = sqlx::query_as(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations'
         ORDER BY name",
    )
    .fetch_all(&mut connection)
    .await
    .map_err(failed)?;
    let mut waiting = Vec::new();
    for (name,) in names {
        if !LEFT_OUT.contains(&name.as_str()) {
            waiting.push(table(&mut connection, name).await?);
        }
    }
    connection.close().await.map_err(failed)?;
    let mut sorted: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let there = |name: &String| sorted.iter().any(|table| table.name == *name);
        let next = waiting.iter().position(|table| table.after.iter().all(there));
        // In a ring the first goes first, and the database says what it lacks.
        sorted.push(waiting.remove(next.unwrap_or_default()));
    }
    Ok(sorted)
}

async fn table(connection: &mut SqliteConnection, name: String) -> PortResult<Table> {
    let columns: Vec<(String, String, i64)> =
        sqlx::query_as("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid")
            .bind(&name)
            .fetch_all(&mut *connection)
            .await
            .map_err(failed)?;
    let references: Vec<(String, String)> =
        sqlx::query_as("SELECT \"table\", \"from\" FROM pragma_foreign_key_list($1)")
            .bind(&name)
            .fetch_all(&mut *connection)
            .await
            .map_err(failed)?;
    let mut key: Vec<(i64, usize)> = columns
        .iter()
        .enumerate()
        .filter(|(_, (_, _, pk))| *pk > 0)
        .map(|(at, (_, _, pk))| (*pk, at))
        .collect();
    key.sort_unstable();
    let to_itself = |column: &str| references.iter().any(|(to, from)| *to == name && from == column);
    let own =
        columns.iter().enumerate().filter(|(_, (column, ..))| to_itself(column)).map(|(at, _)| at).collect();
    let after = references.iter().map(|(to, _)| to.clone()).filter(|to| *to != name).collect();
    let columns = columns
        .into_iter()
        .map(|(name, kind, _)| Column {
            name,
            kind: match kind.as_str() {
                "BIGINT" => Kind::Number,
                "BLOB" => Kind::Bytes,
                _ => Kind::Text,
            },
        })
        .collect();
    Ok(Table { columns, key: key.into_iter().map(|(_, at)| at).collect(), own, after, name })
}
