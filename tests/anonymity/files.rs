//! The files as they lie on the disk, byte by byte, freed pages and dead rows with them.

use crate::support::Folder;
use crate::support::postgres::Server;
use pejling::store::{Db, SqlStore};
use std::collections::HashMap;
use std::path::Path;

/// A database of a test's own.
pub(crate) enum Disk {
    /// A file and what lies beside it.
    Sqlite(Folder),
    /// A server's folder.
    Postgres(Server),
}

impl Disk {
    pub(crate) fn sqlite() -> Self {
        Self::Sqlite(Folder::new())
    }

    pub(crate) fn postgres() -> Self {
        Self::Postgres(Server::start())
    }

    pub(crate) fn address(&self) -> String {
        match self {
            Self::Sqlite(folder) => format!("sqlite://{}", folder.path().join("pejling.db").display()),
            Self::Postgres(server) => server.address(),
        }
    }

    /// Every file but PostgreSQL's write-ahead log, which is [`Disk::old_log`], one after the other.
    pub(crate) async fn bytes(&self, store: &SqlStore) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self {
            Self::Sqlite(folder) => read(folder.path(), &mut bytes),
            Self::Postgres(server) => {
                written_out(store).await;
                let data = server.data();
                for entry in std::fs::read_dir(&data).unwrap() {
                    let path = entry.unwrap().path();
                    if path != data.join("pg_wal") {
                        read(&path, &mut bytes);
                    }
                }
            }
        }
        bytes
    }

    /// The file in which a table's rows lie: SQLite has one for all.
    pub(crate) async fn table(&self, store: &SqlStore, table: &'static str) -> Vec<u8> {
        match (self, &store.db) {
            (Self::Sqlite(folder), _) => std::fs::read(folder.path().join("pejling.db")).unwrap(),
            (Self::Postgres(server), Db::Postgres(pool)) => {
                written_out(store).await;
                let (path,): (String,) = sqlx::query_as("SELECT pg_relation_filepath($1::regclass)")
                    .bind(table)
                    .fetch_one(pool)
                    .await
                    .unwrap();
                std::fs::read(server.data().join(path)).unwrap()
            }
            (Self::Postgres(_), Db::Sqlite { .. }) => panic!("another database"),
        }
    }

    /// PostgreSQL's write-ahead log, old segments with it.
    pub(crate) fn old_log(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        if let Self::Postgres(server) = self {
            read(&server.data().join("pg_wal"), &mut bytes);
        }
        bytes
    }
}

/// PostgreSQL writes its memory to its files.
async fn written_out(store: &SqlStore) {
    if let Db::Postgres(pool) = &store.db {
        sqlx::query("CHECKPOINT").execute(pool).await.unwrap();
    }
}

fn read(path: &Path, bytes: &mut Vec<u8>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            read(&entry.unwrap().path(), bytes);
        }
    } else if let Ok(mut file) = std::fs::read(path) {
        bytes.append(&mut file);
    }
}

/// Shortest thing looked for: what is shorter stands in any file by chance.
const SHORTEST: usize = 8;

/// Where each of these begins, all found in one go.
pub(crate) fn places(bytes: &[u8], wanted: &[Vec<u8>]) -> Vec<Vec<usize>> {
    let mut beginnings: HashMap<[u8; SHORTEST], Vec<usize>> = HashMap::new();
    let mut first = [false; 256 * 256];
    for (index, text) in wanted.iter().enumerate() {
        let beginning = *text.first_chunk().expect("long enough to look for");
        beginnings.entry(beginning).or_default().push(index);
        first[usize::from(text[0]) << 8 | usize::from(text[1])] = true;
    }
    let mut found = vec![Vec::new(); wanted.len()];
    for (place, two) in bytes.windows(2).enumerate() {
        if !first[usize::from(two[0]) << 8 | usize::from(two[1])] {
            continue;
        }
        let candidates = bytes[place..].first_chunk().and_then(|beginning| beginnings.get(beginning));
        for index in candidates.into_iter().flatten() {
            if bytes[place..].starts_with(&wanted[*index]) {
                found[*index].push(place);
            }
        }
    }
    found
}

/// Which of these stand anywhere.
pub(crate) fn left<'a>(bytes: &[u8], wanted: &'a [(String, Vec<u8>)]) -> Vec<&'a str> {
    let texts: Vec<Vec<u8>> = wanted.iter().map(|(_, text)| text.clone()).collect();
    let found = places(bytes, &texts);
    wanted.iter().zip(found).filter(|(_, places)| !places.is_empty()).map(|((name, _), _)| &**name).collect()
}
