//! What lies in the files, which no port shows: read past the program, as someone with a copy of them would.

use super::World;
use crate::support::Folder;
use pejling::store::Db;
use sqlx::AssertSqlSafe;

/// Where to look.
pub(crate) enum Files<'a> {
    /// Every byte of the folder.
    Sqlite(&'a Folder),
    /// The rows in the order of the files, with their transaction numbers.
    Postgres,
}

impl World {
    /// Runs a statement past the program.
    pub(super) async fn statement(&self, sql: &'static str) {
        match &self.store.db {
            Db::Sqlite { write, .. } => sqlx::query(sql).execute(write).await.map(|_| ()),
            Db::Postgres(pool) => sqlx::query(sql).execute(pool).await.map(|_| ()),
        }
        .unwrap();
    }

    /// The one column of a query.
    async fn column(&self, sql: String) -> Vec<Vec<u8>> {
        let sql = AssertSqlSafe(sql);
        let rows: Vec<(Vec<u8>,)> = match &self.store.db {
            Db::Sqlite { read, .. } => sqlx::query_as(sql).fetch_all(read).await,
            Db::Postgres(pool) => sqlx::query_as(sql).fetch_all(pool).await,
        }
        .unwrap();
        rows.into_iter().map(|(value,)| value).collect()
    }
}

impl Files<'_> {
    /// Notes what must be gone after the close, and that it is there before.
    pub(super) async fn remember(&self, world: &mut World) {
        let places = [
            "SELECT lookup_key FROM access_code",
            "SELECT token_hash FROM access_code WHERE token_hash IS NOT NULL",
            "SELECT id FROM draft",
            "SELECT key_under_token FROM draft",
            "SELECT key_under_words FROM draft WHERE key_under_words IS NOT NULL",
            "SELECT sealed FROM draft_page",
        ];
        let mut secrets = Vec::new();
        for place in places {
            let found = world.column(place.to_owned()).await;
            assert!(!found.is_empty(), "{place}");
            secrets.extend(found);
        }
        if let Self::Sqlite(folder) = self {
            let bytes = folder.bytes();
            assert!(secrets.iter().all(|secret| holds(&bytes, secret)));
        }
        world.secrets = secrets;
    }

    pub(super) async fn hold_nothing_that_pairs_or_opens(&self, world: &World) {
        for table in ["access_code", "draft", "draft_page"] {
            let column = if table == "draft_page" { "sealed" } else { "lookup_key" };
            assert!(world.column(format!("SELECT {column} FROM {table}")).await.is_empty(), "{table}");
        }
        match self {
            Self::Sqlite(folder) => {
                let bytes = folder.bytes();
                let left = world.secrets.iter().filter(|secret| holds(&bytes, secret)).count();
                assert_eq!(left, 0);
            }
            Self::Postgres => {
                for table in ["response", "comment"] {
                    let stored = world.column(format!("SELECT key FROM {table} ORDER BY ctid")).await;
                    assert!(stored.len() > 1, "{table}");
                    assert!(stored.is_sorted(), "{table} lies in key order");
                    let numbers = format!("SELECT DISTINCT xmin::text::bytea FROM {table}");
                    assert_eq!(world.column(numbers).await.len(), 1, "{table} has one transaction number");
                }
            }
        }
    }
}

fn holds(bytes: &[u8], secret: &[u8]) -> bool {
    // Long values are spread over pages; their beginning is as telling.
    let secret = &secret[..secret.len().min(32)];
    bytes.windows(secret.len()).any(|window| window == secret)
}
