//! The tables past the program: as someone with the database's password reads them.

use pejling::store::{Db, SqlStore};
use sqlx::AssertSqlSafe;

/// The one column of a query, as text.
pub(crate) async fn texts(store: &SqlStore, sql: impl Into<String>) -> Vec<String> {
    let sql = AssertSqlSafe(sql.into());
    let rows: Vec<(String,)> = match &store.db {
        Db::Sqlite { read, .. } => sqlx::query_as(sql).fetch_all(read).await,
        Db::Postgres(pool) => sqlx::query_as(sql).fetch_all(pool).await,
    }
    .unwrap();
    rows.into_iter().map(|(value,)| value).collect()
}

/// The one column of a query, as bytes.
pub(crate) async fn blobs(store: &SqlStore, sql: impl Into<String>) -> Vec<Vec<u8>> {
    let sql = AssertSqlSafe(sql.into());
    let rows: Vec<(Vec<u8>,)> = match &store.db {
        Db::Sqlite { read, .. } => sqlx::query_as(sql).fetch_all(read).await,
        Db::Postgres(pool) => sqlx::query_as(sql).fetch_all(pool).await,
    }
    .unwrap();
    rows.into_iter().map(|(value,)| value).collect()
}

/// The one number of a query.
pub(crate) async fn number(store: &SqlStore, sql: impl Into<String>) -> i64 {
    let sql = AssertSqlSafe(sql.into());
    let row: (i64,) = match &store.db {
        Db::Sqlite { read, .. } => sqlx::query_as(sql).fetch_one(read).await,
        Db::Postgres(pool) => sqlx::query_as(sql).fetch_one(pool).await,
    }
    .unwrap();
    row.0
}

/// Runs a statement.
pub(crate) async fn statement(store: &SqlStore, sql: impl Into<String>) {
    let sql = AssertSqlSafe(sql.into());
    match &store.db {
        Db::Sqlite { write, .. } => sqlx::raw_sql(sql).execute(write).await.map(|_| ()),
        Db::Postgres(pool) => sqlx::raw_sql(sql).execute(pool).await.map(|_| ()),
    }
    .unwrap();
}

/// Every table with its columns, as `table.column`.
pub(crate) async fn columns(store: &SqlStore) -> Vec<String> {
    let sql = match &store.db {
        Db::Sqlite { .. } => {
            "SELECT master.name || '.' || info.name FROM sqlite_master AS master
             JOIN pragma_table_info(master.name) AS info WHERE master.type = 'table'
             ORDER BY master.name, info.cid"
        }
        Db::Postgres(_) => {
            "SELECT table_name::text || '.' || column_name::text FROM information_schema.columns
             WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"
        }
    };
    texts(store, sql).await
}
