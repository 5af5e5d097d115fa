//! From each earlier step of the tables, with data in them, to the newest; and what keeps a program from a database.
//!
//! A database of an earlier step is made by the steps' own statements, and filled with what the program itself writes, as
//! far as its tables had places for it then; the later steps then meet those rows.

use crate::support::Folder;
use crate::support::fakes::{NoPrinter, Seeded, TestClock};
use crate::support::instrument;
use crate::support::postgres::Server;
use pejling::store::{Db, SqlStore};
use screening::settings::{Invited, Settings};
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::task::JoinSet;
use workflow::answering::{Entry, LastPost, PagePost};
use workflow::sealing::SlowHash;
use workflow::{Actor, Role, Workflow};

const ME: Actor = Actor::CommandLine;

/// Rows of a table as SQLite writes them in statements.
struct Rows {
    table: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn workflow(store: &SqlStore, seed: u64) -> Workflow {
    Workflow {
        store: Arc::new(store.clone()),
        clock: Arc::new(TestClock::new()),
        random: Arc::new(Seeded::new(seed)),
        printer: Arc::new(NoPrinter),
        slow_hash: SlowHash::new(2),
    }
}

async fn sqlite(folder: &Folder, name: &str, step: Option<i64>) -> Db {
    let address = format!("sqlite://{}", folder.path().join(name).display());
    Db::open_to(&address, step).await.unwrap()
}

async fn texts(db: &Db, sql: impl Into<String>) -> Vec<String> {
    let sql = AssertSqlSafe(sql.into());
    let rows: Vec<(String,)> = match db {
        Db::Sqlite { read, .. } => sqlx::query_as(sql).fetch_all(read).await,
        Db::Postgres(pool) => sqlx::query_as(sql).fetch_all(pool).await,
    }
    .unwrap();
    rows.into_iter().map(|(text,)| text).collect()
}

async fn execute(db: &Db, sql: impl Into<String>) {
    let sql = AssertSqlSafe(sql.into());
    match db {
        Db::Sqlite { write, .. } => sqlx::raw_sql(sql).execute(write).await.map(drop),
        Db::Postgres(pool) => sqlx::raw_sql(sql).execute(pool).await.map(drop),
    }
    .unwrap();
}

/// A place in the midst of a screening: one has sent, one is interrupted. Gives a code that nobody has used.
async fn live(store: &SqlStore) -> String {
    let flow = workflow(store, 1);
    let place = flow.add_organisation(&ME, "Bostedet Åkanden").await.unwrap().id;
    flow.add_account(&ME, "maja@kommune.example", "Maja", "et langt kodeord", false).await.unwrap();
    flow.add_role(&ME, "maja@kommune.example", &place, Role::Facilitator).await.unwrap();
    flow.sign_in("maja@kommune.example", "et langt kodeord").await.unwrap();
    let invited = Invited(BTreeMap::from([("users".into(), BTreeMap::from([(String::new(), 8)]))]));
    let settings =
        Settings { language: "da".to_owned(), invited, closing_minutes: 30, ..Settings::default() };
    let screening = flow.create_screening(&ME, &place, "Forår 2027", instrument(), settings).await.unwrap();
    let codes = flow.make_codes(&ME, &screening).await.unwrap();
    flow.open_screening(&ME, &screening).await.unwrap();
    for (number, code) in codes.iter().take(2).enumerate() {
        let Entry::Begin(token) = flow.enter_code(&code.code, false, None).await.unwrap() else {
            panic!("the code was used before")
        };
        let mut post =
            PagePost { comment: Some("Her er godt, og ' skal med.".to_owned()), ..PagePost::default() };
        let questionnaire = flow.questionnaire(&token).await.unwrap();
        let pages = questionnaire.instrument.questionnaire(&questionnaire.group, questionnaire.form);
        post.answers = pages[0].1.iter().map(|one| (one.id.to_string(), "4".to_owned())).collect();
        flow.save_page(&token, 1, post).await.unwrap();
        if number == 0 {
            let last = LastPost { consent: "verbatim".into(), help: "alone".into(), ..LastPost::default() };
            flow.save_last(&token, last).await.unwrap();
            flow.send(&token).await.unwrap();
        }
    }
    codes[2].code.clone()
}

/// Every row of the tables that stand in a database.
async fn rows(from: &Db, like: &Db) -> Vec<Rows> {
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
                  AND name <> '_sqlx_migrations' ORDER BY name";
    let mut all = Vec::new();
    for table in texts(like, tables).await {
        let columns = texts(like, format!("SELECT name FROM pragma_table_info('{table}')")).await;
        let quoted =
            columns.iter().map(|name| format!("quote({name})")).collect::<Vec<_>>().join(" || x'1f' || ");
        let found = texts(from, format!("SELECT CAST({quoted} AS TEXT) FROM {table} ORDER BY 1")).await;
        let rows = found.iter().map(|row| row.split('\u{1f}').map(str::to_owned).collect()).collect();
        all.push(Rows { table, columns, rows });
    }
    all
}

/// The statements that put them in.
fn inserts(all: &[Rows], server: bool) -> String {
    let mut sql = String::from(if server {
        "SET session_replication_role = replica;"
    } else {
        "PRAGMA foreign_keys = OFF; BEGIN;"
    });
    for Rows { table, columns, rows } in all.iter().filter(|one| !one.rows.is_empty()) {
        sql.push_str(&format!("DELETE FROM {table};"));
        for row in rows {
            // A server writes bytes in another way.
            let value = |value: &String| match value.strip_prefix("X'") {
                Some(hex) if server => format!("'\\x{hex}"),
                _ => value.clone(),
            };
            let values = row.iter().map(value).collect::<Vec<_>>().join(", ");
            sql.push_str(&format!("INSERT INTO {table} ({}) VALUES ({values});", columns.join(", ")));
        }
    }
    sql + if server { "SET session_replication_role = DEFAULT;" } else { "COMMIT; PRAGMA foreign_keys = ON;" }
}

/// The same rows as they stand after, by their old columns.
async fn found(db: &Db, old: &Rows) -> Vec<String> {
    let cell = |name: &String| match db {
        Db::Sqlite { .. } => format!("quote({name})"),
        Db::Postgres(_) => format!(
            "CASE WHEN {name} IS NULL THEN 'NULL' WHEN pg_typeof({name}) = 'bigint'::regtype THEN {name}::text
             WHEN pg_typeof({name}) = 'bytea'::regtype THEN 'X''' || upper(substr({name}::text, 3)) || ''''
             ELSE '''' || replace({name}::text, '''', '''''') || '''' END"
        ),
    };
    let cells = old.columns.iter().map(cell).collect::<Vec<_>>().join(" || '|' || ");
    let mut found = texts(db, format!("SELECT CAST({cells} AS TEXT) FROM {}", old.table)).await;
    found.sort();
    found
}

async fn upgraded(store: &SqlStore, before: &[Rows], code: &str, step: i64) {
    for old in before {
        // The chain's ends move when its first lines are put in it.
        if old.table == "audit_ends" {
            continue;
        }
        let mut expected: Vec<String> = old.rows.iter().map(|row| row.join("|")).collect();
        expected.sort();
        assert_eq!(found(&store.db, old).await, expected, "{} after step {step}", old.table);
    }
    let flow = workflow(store, 2);
    let check = flow.check_audit(&ME).await.unwrap();
    assert!(check.fault.is_none() && check.lines > 5, "step {step}: {check:?}");
    assert_eq!(flow.screenings(&ME).await.unwrap().len(), 1);
    flow.sign_in("maja@kommune.example", "et langt kodeord").await.unwrap();
    let begun = flow.enter_code(code, false, None).await.unwrap();
    assert!(matches!(begun, Entry::Begin(_)), "a slip from before step {step} is good");
}

/// Every step but the newest.
fn earlier() -> Vec<i64> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
    let number = |name: std::ffi::OsString| name.to_string_lossy()[..4].parse::<i64>().unwrap();
    let mut steps: Vec<i64> =
        std::fs::read_dir(folder).unwrap().map(|entry| number(entry.unwrap().file_name())).collect();
    steps.sort_unstable();
    steps.pop();
    steps
}

#[tokio::test(flavor = "multi_thread")]
async fn every_earlier_step_comes_up_with_its_rows() {
    let (folder, server) = (Folder::new(), Server::start());
    let newest = {
        let address = format!("sqlite://{}", folder.path().join("newest.db").display());
        SqlStore::open(&address).await.unwrap()
    };
    let code = live(&newest).await;
    let first = Db::open(&server.address()).await.unwrap();
    // No database outlives the test.
    execute(&first, "ALTER SYSTEM SET fsync = off").await;
    execute(&first, "SELECT pg_reload_conf()").await;
    for (place, step) in earlier().into_iter().enumerate() {
        let name = format!("at_{step}");
        let old = sqlite(&folder, &name, Some(step)).await;
        let before = rows(&newest.db, &old).await;
        execute(&old, inserts(&before, false)).await;
        old.close().await;
        let file = format!("sqlite://{}", folder.path().join(&name).display());
        let store = SqlStore::open(&file).await.unwrap();
        upgraded(&store, &before, &code, step).await;
        store.db.close().await;

        // The steps have the same numbers there, and a database takes long to make: every fourth.
        if place % 4 != 0 {
            continue;
        }
        execute(&first, format!("CREATE DATABASE {name}")).await;
        let address = server.address().replace("/postgres", &format!("/{name}"));
        let old = Db::open_to(&address, Some(step)).await.unwrap();
        execute(&old, inserts(&before, true)).await;
        old.close().await;
        let store = SqlStore::open(&address).await.unwrap();
        upgraded(&store, &before, &code, step).await;
        store.db.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn several_that_start_on_an_empty_database_at_once_all_start() {
    let (folder, server) = (Folder::new(), Server::start());
    for address in [format!("sqlite://{}", folder.path().join("new.db").display()), server.address()] {
        let mut starts = JoinSet::new();
        for _ in 0..6 {
            let address = address.clone();
            starts.spawn(async move { SqlStore::open(&address).await });
        }
        for started in starts.join_all().await {
            started.unwrap().db.close().await;
        }
        let db = Db::open(&address).await.unwrap();
        let steps = "SELECT CAST(COUNT(*) AS TEXT) FROM _sqlx_migrations";
        assert_eq!(texts(&db, steps).await, [(earlier().len() + 1).to_string()]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_that_are_not_this_programs_are_named() {
    let (folder, server) = (Folder::new(), Server::start());
    let first = Db::open(&server.address()).await.unwrap();
    for (number, (spoil, said)) in [
        (
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (9000, 'later', TRUE, '', 0)",
            "newer release (step 9000",
        ),
        (
            "UPDATE _sqlx_migrations SET success = FALSE WHERE version = 24",
            "step 0024 (audit chain) of its tables was begun and never finished",
        ),
        (
            "DELETE FROM _sqlx_migrations WHERE version >= 24",
            "step 0024 (audit chain) of its tables failed and was undone",
        ),
        (
            "UPDATE _sqlx_migrations SET checksum = '' WHERE version = 9",
            "step 0009 of its tables is not the one",
        ),
        ("UPDATE _sqlx_migrations SET checksum = '' WHERE version = 1", "another program's tables"),
        ("DROP TABLE _sqlx_migrations", "another program's tables"),
    ]
    .into_iter()
    .enumerate()
    {
        execute(&first, format!("CREATE DATABASE spoiled_{number}")).await;
        let file = format!("sqlite://{}", folder.path().join(format!("{number}.db")).display());
        let address = server.address().replace("/postgres", &format!("/spoiled_{number}"));
        for address in [file, address] {
            let db = Db::open(&address).await.unwrap();
            execute(&db, spoil).await;
            db.close().await;
            let error = SqlStore::open(&address).await.unwrap_err().to_string();
            assert!(error.contains(said), "{spoil}: {error}");
        }
    }
}
