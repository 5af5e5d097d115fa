//! Answers from another program come in: all of a file or nothing, once, and no trace of where a row stood.

use super::{Desk, problems, refusal};
use crate::support::instrument;
use pejling::spreadsheet::SpreadsheetReader;
use pejling::store::Db;
use screening::answers::import::{FileProblem, Meaning, Role, Table};
use screening::instrument::Form;
use screening::settings::{Invited, Settings};
use std::collections::BTreeMap;
use workflow::importing::{Offered, ReadFile};
use workflow::{Actor, Problem};

/// Two people who use the place, one of them with a word to explain, as another program writes them.
const FILE: &str = "Id;Navn;1.3 Lederen taler om os med respekt.;1.4;Hvor bor du?;Andet\n\
                    7;Bente Holm;I høj grad;5;Nord;Kaffen er god\n\
                    8;Åge Sø;Super;Ved ikke;;\n\
                    9;Ib;;;;\n";

/// The contract's own form, with the counters that it may carry.
fn own_form() -> String {
    let ids: Vec<String> = instrument().indicators().map(|indicator| indicator.id.to_string()).collect();
    let row = |id: &str, answer: &str| {
        let cells: Vec<&str> = ids.iter().map(|id| if id == "2.1" { answer } else { "" }).collect();
        format!("{id},staff,,paper,helped,{}\n", cells.join(","))
    };
    format!("response_id,group,unit,channel,helped,{}\n{}{}", ids.join(","), row("a", "4"), row("b", "DK"))
}

async fn read(desk: &Desk, actor: &Actor, id: &str, file: &str) -> ReadFile {
    let reader = SpreadsheetReader::new(1);
    desk.flow.read_import(actor, id, &reader, file.as_bytes().to_vec()).await.unwrap()
}

async fn submitted(desk: &Desk, id: &str) -> BTreeMap<String, u64> {
    let counts = desk.flow.counts(&Actor::CommandLine, id).await.unwrap();
    counts
        .into_iter()
        .filter(|count| count.submitted > 0)
        .map(|count| (count.group.to_string(), count.submitted))
        .collect()
}

pub async fn answers_come_from_elsewhere(desk: &Desk) {
    let (flow, actor) = (&desk.flow, desk.facilitator().await);
    let place = flow.facilitated_organisations(&actor).await.unwrap().remove(0).id;
    let settings = Settings {
        language: "da".into(),
        units: vec!["Nord".into()],
        invited: Invited(BTreeMap::from([("users".into(), [(String::new(), 1)].into())])),
        forms: BTreeMap::from([("users".into(), Form::Short)]),
        closing_minutes: 30,
        ..Settings::default()
    };
    let id = flow.create_screening(&actor, &place, "Fra SurveyXact", instrument(), settings).await.unwrap();
    let reader = SpreadsheetReader::new(1);
    let early = flow.read_import(&actor, &id, &reader, FILE.as_bytes().to_vec()).await;
    assert_eq!(refusal(early), Problem::WrongState, "only into an open screening");
    flow.open_screening(&Actor::CommandLine, &id).await.unwrap();
    let empty = problems(flow.read_import(&actor, &id, &reader, b"Id;1.3\n".to_vec()).await);
    assert!(
        matches!(&empty[..], [(field, Problem::File(fault))] if field == "file" && fault.why == FileProblem::OnlyHead)
    );

    let file = read(desk, &actor, &id, FILE).await;
    let table = &file.tables[0];
    let users = "users".into();
    let offered = flow.offer_mapping(&actor, &id, table, Some(&users)).await.unwrap();
    assert!(matches!(offered, Offered::Guessed(_)));
    let mut mapping = offered.mapping().clone();
    mapping.roles[4] = Role::Unit;
    mapping.roles[5] = Role::OpenQuestion;

    // Nothing comes in while a single cell can't be taken.
    let preview = flow.preview_import(&actor, &id, table, &mapping, &file.digest).await.unwrap();
    assert_eq!((preview.checked.refused_count, preview.checked.blank, preview.before), (1, 1, false));
    let refused = flow.import_answers(&actor, &id, table, &mapping, &file.digest, false).await;
    assert_eq!(refusal(refused), Problem::CellsRefused(1));
    assert_eq!(submitted(desk, &id).await, BTreeMap::new());

    mapping.answers.insert("super".into(), Meaning::try_from("5".to_owned()).unwrap());
    flow.save_mapping(&actor, &id, table, " SurveyXact ", &mapping).await.unwrap();
    let preview = flow.preview_import(&actor, &id, table, &mapping, &file.digest).await.unwrap();
    assert_eq!(preview.groups.len(), 1);
    assert!(preview.groups[0].exceeds(), "two come, one is invited");
    let taken = flow.import_answers(&actor, &id, table, &mapping, &file.digest, false).await.unwrap();
    assert_eq!(taken, [("users".into(), 2)]);
    assert_eq!(submitted(desk, &id).await, [("users".to_owned(), 2)].into());

    the_same_file_is_noticed(desk, &actor, &id, table, &mapping, &file).await;
    own_form_needs_no_mapping(desk, &actor, &id).await;
    a_mapping_is_offered_again(desk, &actor, &id, &mapping).await;
    nothing_tells_where_a_row_stood(desk, &id).await;

    flow.begin_closing(&actor, &id).await.unwrap();
    let late = flow.import_answers(&actor, &id, table, &mapping, &file.digest, true).await;
    assert_eq!(refusal(late), Problem::WrongState, "not into one that closes");
    flow.end_closing(&actor, &id).await.unwrap();
    let digests = desk.flow.store.imported_files(&id).await.unwrap();
    assert_eq!(digests, Vec::<[u8; 32]>::new(), "gone at the close");
    assert!(!everything(desk).await.contains("Bente Holm"), "a name was never stored");
}

async fn the_same_file_is_noticed(
    desk: &Desk,
    actor: &Actor,
    id: &str,
    table: &Table,
    mapping: &screening::answers::import::Mapping,
    file: &ReadFile,
) {
    let flow = &desk.flow;
    assert!(flow.preview_import(actor, id, table, mapping, &file.digest).await.unwrap().before);
    let again = flow.import_answers(actor, id, table, mapping, &file.digest, false).await;
    assert_eq!(problems(again), [("again".to_owned(), Problem::ImportedBefore)]);
    assert_eq!(submitted(desk, id).await, [("users".to_owned(), 2)].into());
    flow.import_answers(actor, id, table, mapping, &file.digest, true).await.unwrap();
    assert_eq!(submitted(desk, id).await, [("users".to_owned(), 4)].into());
}

async fn own_form_needs_no_mapping(desk: &Desk, actor: &Actor, id: &str) {
    let flow = &desk.flow;
    let file = read(desk, actor, id, &own_form()).await;
    let offered = flow.offer_mapping(actor, id, &file.tables[0], None).await.unwrap();
    assert!(matches!(offered, Offered::OwnForm(_)));
    flow.import_answers(actor, id, &file.tables[0], offered.mapping(), &file.digest, false).await.unwrap();
    assert_eq!(submitted(desk, id).await, [("staff".to_owned(), 2), ("users".to_owned(), 4)].into());
    let sql = "SELECT kind || ' ' || value || ' ' || CAST(n AS TEXT) FROM counter WHERE group_id = 'staff' ORDER BY 1";
    let counters = texts(desk, sql, id).await;
    assert_eq!(counters, ["channel paper 2", "help helped 2", "submitted  2"]);
}

async fn a_mapping_is_offered_again(
    desk: &Desk,
    actor: &Actor,
    id: &str,
    mapping: &screening::answers::import::Mapping,
) {
    let flow = &desk.flow;
    let more = FILE.lines().next().unwrap().to_owned() + "\n10;Ida;Super;2;Nord;\n";
    let file = read(desk, actor, id, &more).await;
    let users = "users".into();
    let Offered::Saved(saved) = flow.offer_mapping(actor, id, &file.tables[0], Some(&users)).await.unwrap()
    else {
        panic!("the columns are the same")
    };
    assert_eq!((saved.name.as_str(), &saved.mapping), ("SurveyXact", mapping));
    flow.forget_mapping(actor, id, "SurveyXact").await.unwrap();
    assert_eq!(flow.saved_mappings(actor, id).await.unwrap(), []);
    let gone = flow.forget_mapping(actor, id, "SurveyXact").await;
    assert!(matches!(gone, Err(workflow::Error::NotFound)));
}

/// Rows came in by their random keys, and no counter has a day or a language of theirs.
async fn nothing_tells_where_a_row_stood(desk: &Desk, id: &str) {
    let kinds = texts(desk, "SELECT DISTINCT kind FROM counter WHERE screening_id = $1 ORDER BY 1", id).await;
    assert_eq!(kinds, ["channel", "help", "submitted"]);
    let Db::Postgres(pool) = &desk.store.db else { return };
    for table in ["response", "comment"] {
        // One file after the other, and within each the keys rise with the place on the disk.
        let sql = format!(
            "SELECT encode(key, 'hex'), xmin::text FROM {table} WHERE screening_id = $1 ORDER BY ctid"
        );
        let rows: Vec<(String, String)> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_all(pool).await.unwrap();
        for pair in rows.windows(2).filter(|pair| pair[0].1 == pair[1].1) {
            assert!(pair[0].0 < pair[1].0, "{table}");
        }
    }
}

/// The rows of a query for one screening, one text each.
async fn texts(desk: &Desk, sql: &'static str, id: &str) -> Vec<String> {
    let sql =
        if sql.contains("$1") { sql.to_owned() } else { sql.replace("WHERE", "WHERE screening_id = $1 AND") };
    let rows: Vec<(String,)> = match &desk.store.db {
        Db::Sqlite { read, .. } => {
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_all(read).await.unwrap()
        }
        Db::Postgres(pool) => {
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_all(pool).await.unwrap()
        }
    };
    rows.into_iter().map(|(text,)| text).collect()
}

/// Every text that an import could have left.
async fn everything(desk: &Desk) -> String {
    let sql = "SELECT answers || COALESCE(unit, '') FROM response UNION ALL SELECT text FROM comment
               UNION ALL SELECT content FROM import_mapping UNION ALL SELECT detail FROM audit";
    let rows: Vec<(String,)> = match &desk.store.db {
        Db::Sqlite { read, .. } => sqlx::query_as(sql).fetch_all(read).await.unwrap(),
        Db::Postgres(pool) => sqlx::query_as(sql).fetch_all(pool).await.unwrap(),
    };
    rows.into_iter().map(|(text,)| text).collect::<Vec<_>>().join("\n")
}
