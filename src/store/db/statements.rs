//! The same statement on either database.

/// Runs a statement on a [`Reading`] or [`Writing`]: `execute!(writing, "… $1", value, …)`; gives the number of
/// rows it touched.
macro_rules! execute {
    ($on:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        match $on.on() {
            $crate::store::db::On::Sqlite(connection) => sqlx::query($sql)
                $(.bind($value))*
                .execute(connection)
                .await
                .map(|done| done.rows_affected()),
            $crate::store::db::On::Postgres(connection) => sqlx::query($sql)
                $(.bind($value))*
                .execute(connection)
                .await
                .map(|done| done.rows_affected()),
        }
        .map_err($crate::store::db::failed)
    };
}

/// Every row of a query as `$row`: a tuple, or a struct with `#[derive(sqlx::FromRow)]`:
/// `fetch_all!(reading, (String, i64), "SELECT … $1", value, …)`.
macro_rules! fetch_all {
    ($on:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        match $on.on() {
            $crate::store::db::On::Sqlite(connection) => sqlx::query_as::<_, $row>($sql)
                $(.bind($value))*
                .fetch_all(connection)
                .await,
            $crate::store::db::On::Postgres(connection) => sqlx::query_as::<_, $row>($sql)
                $(.bind($value))*
                .fetch_all(connection)
                .await,
        }
        .map_err($crate::store::db::failed)
    };
}

/// The only row of a query, or `None`; otherwise as [`fetch_all!`].
macro_rules! fetch_optional {
    ($on:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        match $on.on() {
            $crate::store::db::On::Sqlite(connection) => sqlx::query_as::<_, $row>($sql)
                $(.bind($value))*
                .fetch_optional(connection)
                .await,
            $crate::store::db::On::Postgres(connection) => sqlx::query_as::<_, $row>($sql)
                $(.bind($value))*
                .fetch_optional(connection)
                .await,
        }
        .map_err($crate::store::db::failed)
    };
}

pub(crate) use {execute, fetch_all, fetch_optional};
