//! The files after the close; and, so that it is seen that the attacker can read them, what they give before it.

use crate::copies;
use crate::files::{Disk, left, places};
use crate::order::dependence;
use crate::people::{Manner, ON_PAPER, PLACE, SMALL, World};
use crate::rows::{columns, number, statement, texts};
use pejling::store::Db;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use workflow::Actor;
use workflow::ports::InstallationStore;

#[tokio::test(flavor = "multi_thread")]
async fn sqlites_files_tell_nobody_apart_after_the_close() {
    attack(&Disk::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_files_tell_nobody_apart_after_the_close() {
    attack(&Disk::postgres()).await;
}

/// A backup that began before the close, say, may still look at the old rows: they stay as long, and go then.
#[tokio::test(flavor = "multi_thread")]
async fn postgres_old_rows_go_when_the_last_reader_has_gone() {
    let disk = Disk::postgres();
    let mut world = World::opened(&disk.address(), SMALL).await;
    world.one_sends("users", "Nord", 1, Manner::Talkative).await;
    let secrets = Secrets::of(&world);
    let Db::Postgres(pool) = &world.store.db else { panic!("another database") };
    let mut reader = pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ").await.unwrap();
    sqlx::query("SELECT id FROM organisation").execute(&mut *reader).await.unwrap();

    world.closes().await;
    let bytes = disk.bytes(&world.store).await;
    assert!(!left(&bytes, &secrets.until_the_close).is_empty(), "the reader may still look at them");
    assert!(world.store.mark("tidy-due").await.unwrap().is_some(), "it is known that it is not done");

    reader.rollback().await.unwrap();
    world.workflow.end_due_closings().await.unwrap();
    assert_eq!(left(&disk.bytes(&world.store).await, &secrets.until_the_close), [""; 0]);
    assert!(world.store.mark("tidy-due").await.unwrap().is_none());
}

async fn attack(disk: &Disk) {
    let world = World::collected(&disk.address(), PLACE, Manner::Talkative).await;
    let secrets = Secrets::of(&world);
    sampled(&world).await;
    while_it_is_open(disk, &world, &secrets).await;
    copies::one_while_it_is_open(disk, &world).await;
    world.closes().await;
    sampled(&world).await;
    nothing_pairs_or_opens(disk, &world, &secrets).await;
    every_order_is_chance(disk, &world).await;
    rows_have_one_version(&world).await;
    no_time_is_left(&world).await;
    a_small_unit_is_gone(disk, &world).await;
    copies::one_after_the_close(disk, &world, &secrets).await;
    the_log_is_silent(disk, &secrets);
    originals_go_with_the_report(disk, &world).await;
}

/// What the attacker looks for, by name.
pub(crate) struct Secrets {
    /// What must lie in no file at any time.
    pub(crate) never: Vec<(String, Vec<u8>)>,
    /// What may lie there until closing ends.
    pub(crate) until_the_close: Vec<(String, Vec<u8>)>,
}

impl Secrets {
    fn of(world: &World) -> Self {
        let (mut never, mut until) = (Vec::new(), Vec::new());
        for slip in &world.codes {
            let bare = slip.code.replace('-', "");
            never.push((format!("code {}", slip.code), slip.code.clone().into_bytes()));
            // Without the check character, which is how it is hashed; it is part of the whole code too.
            never.push((format!("code {}", slip.code), bare.as_bytes()[..12].to_vec()));
        }
        for person in world.senders.iter().chain(&world.unfinished) {
            never.push((format!("token of {}", person.code), person.token.0.to_vec()));
            let hex = person.token.0.iter().fold(String::new(), |mut text, byte| {
                write!(text, "{byte:02x}").unwrap();
                text
            });
            never.push((format!("token of {}", person.code), hex.into_bytes()));
            let sealed = person.sealed.iter().enumerate();
            until.extend(sealed.map(|(n, value)| (format!("sealed {n} of {}", person.code), value.clone())));
        }
        for person in &world.unfinished {
            if let Some(words) = &person.words {
                let plain = words.replace('å', "aa").replace('æ', "ae").replace('ø', "oe");
                never.extend([words.clone(), plain].map(|text| (text.clone(), text.into_bytes())));
            }
            never.extend(person.comments.iter().map(|text| (text.clone(), text.clone().into_bytes())));
        }
        Self { never, until_the_close: until }
    }
}

/// PostgreSQL looks at samples of every table from time to time, and keeps them; here at the worst time.
async fn sampled(world: &World) {
    if let Db::Postgres(_) = &world.store.db {
        statement(&world.store, "ANALYZE").await;
    }
}

/// Codes, tokens, words and what is being written are in no file even now. What lies there pairs codes with
/// responses on PostgreSQL: the attack is a real one.
async fn while_it_is_open(disk: &Disk, world: &World, secrets: &Secrets) {
    let bytes = disk.bytes(&world.store).await;
    assert_eq!(left(&bytes, &secrets.never), [""; 0], "in the files while it is open");
    assert_eq!(left(&disk.old_log(), &secrets.never), [""; 0], "in the log while it is open");
    // Every way of answering is there, and counted by itself.
    let on_paper = "SELECT CAST(SUM(n) AS BIGINT) FROM counter WHERE kind = 'channel' AND value = 'paper'";
    assert_eq!(number(&world.store, on_paper).await, (world.senders.len() / ON_PAPER) as i64);
    let kept = world.unfinished.last().unwrap().code.clone();
    let found = left(&bytes, &secrets.until_the_close);
    assert!(found.iter().any(|name| name.ends_with(&kept)), "the attacker finds what is there");
    if let Db::Postgres(_) = &world.store.db {
        let pairs = "SELECT COUNT(*) FROM access_code AS code JOIN response ON code.xmin = response.xmin";
        assert_eq!(number(&world.store, pairs).await, world.senders.len() as i64);
        assert!(dependence(&response_places(disk, world).await).is_some(), "rows lie as they came");
    }
}

/// Where each response stands in its table's file, in the order in which they were sent; each once.
async fn response_places(disk: &Disk, world: &World) -> Vec<usize> {
    let stored: Vec<Vec<u8>> =
        world.senders.iter().map(|person| serde_json::to_vec(&person.answers).unwrap()).collect();
    once(places(&disk.table(&world.store, "response").await, &stored), "response")
}

/// As [`response_places`], of each person's first and last comment.
async fn comment_places(disk: &Disk, world: &World) -> (Vec<usize>, Vec<usize>) {
    let bytes = disk.table(&world.store, "comment").await;
    let of = |number: usize| -> Vec<Vec<u8>> {
        world.senders.iter().map(|person| person.comments[number].clone().into_bytes()).collect()
    };
    (once(places(&bytes, &of(0)), "comment"), once(places(&bytes, &of(1)), "last comment"))
}

fn once(found: Vec<Vec<usize>>, what: &str) -> Vec<usize> {
    let counts: BTreeMap<usize, usize> = found.iter().fold(BTreeMap::new(), |mut counts, places| {
        *counts.entry(places.len()).or_default() += 1;
        counts
    });
    assert_eq!(counts, [(1, found.len())].into(), "times that a {what} stands in the file, of how many");
    found.into_iter().map(|places| places[0]).collect()
}

async fn nothing_pairs_or_opens(disk: &Disk, world: &World, secrets: &Secrets) {
    for table in ["access_code", "draft", "draft_page"] {
        assert_eq!(number(&world.store, format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
    }
    let bytes = disk.bytes(&world.store).await;
    assert_eq!(left(&bytes, &secrets.never), [""; 0], "in the files");
    assert_eq!(left(&bytes, &secrets.until_the_close), [""; 0], "in the files");
    // Not ours to empty: PostgreSQL's log keeps what was, until its segments are used again.
    if let Db::Postgres(_) = &world.store.db {
        assert!(
            !left(&disk.old_log(), &secrets.until_the_close).is_empty(),
            "the log is as docs/security.md says"
        );
    }
}

/// In the files: by sending, by the order of the slips, comments by responses, comments of one person.
async fn every_order_is_chance(disk: &Disk, world: &World) {
    let responses = response_places(disk, world).await;
    let (comments, last_comments) = comment_places(disk, world).await;
    let by_slip = |places: &[usize]| -> Vec<usize> {
        let slips = world.codes.iter();
        let of = |code: &str| world.senders.iter().position(|person| person.code == code);
        slips.filter_map(|slip| of(&slip.code)).map(|sender| places[sender]).collect()
    };
    let beside = |places: &[usize], others: &[usize]| -> Vec<usize> {
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by_key(|sender| places[*sender]);
        order.into_iter().map(|sender| others[sender]).collect()
    };
    let orders = [
        ("responses as sent", responses.clone()),
        ("comments as sent", comments.clone()),
        ("last comments as sent", last_comments.clone()),
        ("responses by slip", by_slip(&responses)),
        ("comments by slip", by_slip(&comments)),
        ("comments beside responses", beside(&responses, &comments)),
        ("a person's comments", beside(&comments, &last_comments)),
    ];
    for (name, order) in orders {
        assert_eq!(dependence(&order), None, "{name}");
    }
    // And as the tables give their rows, unasked for an order.
    for table in ["response", "comment"] {
        let place = if let Db::Postgres(_) = &world.store.db { " ORDER BY ctid" } else { "" };
        let keys = crate::rows::blobs(&world.store, format!("SELECT key FROM {table}{place}")).await;
        assert!(keys.is_sorted(), "{table} lies in key order");
    }
}

/// PostgreSQL numbers transactions and, in them, statements: everyone's row must have the same two.
async fn rows_have_one_version(world: &World) {
    let Db::Postgres(_) = &world.store.db else { return };
    for table in ["response", "comment", "counter"] {
        let versions =
            format!("SELECT DISTINCT xmin::text || ' ' || cmin::text || ' ' || xmax::text FROM {table}");
        let found = texts(&world.store, versions).await;
        assert_eq!(found.len(), 1, "{table}: {found:?}");
        assert!(found[0].ends_with(" 0"), "{table} is locked by nobody: {found:?}");
    }
}

/// Nowhere in any table does a second stand in which somebody sent; counts stand under a day where many are
/// invited, else under a Monday; and the audit log has no line for a sending.
async fn no_time_is_left(world: &World) {
    let times: Vec<String> = world.senders.iter().map(|person| person.sent_at.unwrap().to_string()).collect();
    for column in columns(&world.store).await {
        let (table, name) = column.split_once('.').unwrap();
        let cell = match &world.store.db {
            Db::Sqlite { .. } => {
                format!("IIF(typeof(\"{name}\") = 'blob', hex(\"{name}\"), \"{name}\" || '')")
            }
            Db::Postgres(_) => format!("CAST(\"{name}\" AS TEXT)"),
        };
        let values = texts(&world.store, format!("SELECT COALESCE({cell}, '') FROM {table}")).await;
        let found = values.iter().filter(|value| times.iter().any(|time| value.contains(time))).count();
        assert_eq!(found, 0, "{column}");
    }
    let days = "SELECT DISTINCT group_id || ' ' || value FROM counter WHERE kind = 'day' ORDER BY 1";
    // Saturday 21 November 2026; its week began on the 16th.
    let expected = ["leaders 2026-11-16", "staff 2026-11-16", "users 2026-11-21"];
    assert_eq!(texts(&world.store, days).await, expected);
    let events = format!("SELECT event FROM audit WHERE screening_id = '{}' ORDER BY event", world.screening);
    // However many booklets two people type, there is one line each.
    let typed = ["booklets typed"; 2];
    let expected = ["closed", "closing begun", "codes made", "screening created", "screening opened"];
    assert_eq!(texts(&world.store, events).await, [typed.as_slice(), &expected].concat());
}

/// Nord stays beside the users, Syd (four) stands beside nobody, in no row and no freed byte.
async fn a_small_unit_is_gone(disk: &Disk, world: &World) {
    let bytes = disk.bytes(&world.store).await;
    // As SQLite writes two texts that follow each other, and as PostgreSQL does (length in front).
    let beside = |unit: &str| {
        let length = u8::try_from(2 * unit.len() + 3).unwrap();
        [format!("users{unit}").into_bytes(), [b"users", [length].as_slice(), unit.as_bytes()].concat()]
    };
    let count = |unit: &str| places(&bytes, &beside(unit)).iter().map(Vec::len).sum::<usize>();
    assert_eq!((count("Nord"), count("Syd")), (42, 0));
}

/// PostgreSQL's own log, as it ships.
fn the_log_is_silent(disk: &Disk, secrets: &Secrets) {
    let Disk::Postgres(server) = disk else { return };
    let log = std::fs::read(server.log()).unwrap();
    assert!(!log.is_empty());
    assert_eq!(left(&log, &secrets.never), [""; 0], "in the server's own log");
    assert_eq!(left(&log, &secrets.until_the_close), [""; 0], "in the server's own log");
}

/// What is not quoted is in no file when the report is out.
async fn originals_go_with_the_report(disk: &Disk, world: &World) {
    let me = Actor::CommandLine;
    let groups = world.workflow.comments(&me, &world.screening).await.unwrap();
    let of_users = groups.into_iter().find(|group| group.group.as_str() == "users").unwrap();
    let comments = of_users.comments.unwrap();
    let (quoted, kept) = &comments[0];
    let approved = screening::comment::Decision::Approved;
    world.workflow.decide_comment(&me, &world.screening, quoted, approved).await.unwrap();
    let (rewritten, _) = &comments[1];
    let other_words = screening::comment::Decision::Rewritten("Med andre ord.".into());
    world.workflow.decide_comment(&me, &world.screening, rewritten, other_words).await.unwrap();
    sampled(world).await;
    world.workflow.release_again(&me, &world.screening, "", usize::MAX).await.unwrap();
    sampled(world).await;

    let all = world.senders.iter().flat_map(|person| &person.comments);
    let originals: Vec<(String, Vec<u8>)> =
        all.map(|text| (text.clone(), text.clone().into_bytes())).collect();
    assert_eq!(left(&disk.bytes(&world.store).await, &originals), [&*kept.text]);
}
