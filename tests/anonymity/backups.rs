//! The program's own backups: what one gives away, that it is whole while answers come in, and that none is left from
//! before a close.

use crate::files::{Disk, left};
use crate::order::dependence;
use crate::people::{ACCOUNTS, Manner, PASSWORD, SMALL, World};
use crate::rows::{number, texts};
use crate::support::Folder;
use pejling::backups::Schedule;
use pejling::store::SqlStore;
use pejling::store::copying::{back_up, look_through};
use std::path::{Path, PathBuf};
use workflow::ports::Clock;

/// A backup of this world, and every byte of it.
pub(crate) async fn backup(world: &World) -> Vec<u8> {
    let folder = Folder::new();
    let file = folder.path().join("one.backup");
    back_up(&world.store.db, &file, world.clock.now()).await.unwrap();
    folder.bytes()
}

/// A new SQLite database filled with a backup.
async fn restored(file: &Path, folder: &Folder, name: &str) -> SqlStore {
    let address = format!("sqlite://{}", folder.path().join(name).display());
    look_through(file).await.unwrap().restore(&address).await.unwrap();
    SqlStore::open(&address).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_made_while_answers_come_in_has_each_whole_or_not_at_all() {
    for disk in [Disk::sqlite(), Disk::postgres()] {
        let mut world = World::opened(&disk.address(), SMALL).await;
        world.workflow.sign_in(ACCOUNTS[0], PASSWORD).await.unwrap();
        world.unfinished_ones().await;
        let (store, folder) = (world.store.clone(), Folder::new());
        let sending = async {
            for number in 1..=6 {
                world.one_sends("users", "Nord", number, Manner::Talkative).await;
            }
        };
        let backing_up = async {
            let mut files = Vec::new();
            for number in 0..3_i64 {
                let file = folder.path().join(format!("{number}.backup"));
                back_up(&store.db, &file, number).await.unwrap();
                files.push(file);
            }
            files
        };
        let ((), mut files) = tokio::join!(sending, backing_up);
        let last = folder.path().join("last.backup");
        back_up(&world.store.db, &last, 99).await.unwrap();
        files.push(last);
        for (place, file) in files.iter().enumerate() {
            let copy = restored(file, &folder, &format!("{place}.db")).await;
            let [spent, responses, counted] = [
                "SELECT COUNT(*) FROM access_code WHERE state = 'spent'",
                "SELECT COUNT(*) FROM response",
                "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM counter WHERE kind = 'submitted'",
            ];
            let spent = number(&copy, spent).await;
            assert_eq!(number(&copy, responses).await, spent, "{place}");
            assert_eq!(number(&copy, counted).await, spent, "{place}");
            assert_eq!(number(&copy, "SELECT COUNT(*) FROM session").await, 0, "nobody is signed in");
            if place == files.len() - 1 {
                assert_eq!(spent, 6);
                assert_eq!(number(&copy, "SELECT COUNT(*) FROM draft").await, 4);
                let log = "SELECT event FROM audit ORDER BY number";
                assert_eq!(texts(&copy, log).await, texts(&world.store, log).await);
            }
            copy.db.close().await;
        }
        assert_eq!(number(&world.store, "SELECT COUNT(*) FROM session").await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_questionnaire_goes_on_in_a_database_that_was_restored() {
    let (disk, server) = (Disk::sqlite(), Disk::postgres());
    let mut world = World::opened(&disk.address(), SMALL).await;
    world.unfinished_ones().await;
    let folder = Folder::new();
    let file = folder.path().join("one.backup");
    back_up(&world.store.db, &file, 0).await.unwrap();
    world.store.db.close().await;
    look_through(&file).await.unwrap().restore(&server.address()).await.unwrap();
    world.store = SqlStore::open(&server.address()).await.unwrap();
    world.workflow.store = std::sync::Arc::new(world.store.clone());
    let person = &world.unfinished[0];
    world.workflow.send(&person.token).await.unwrap();
    let kept = texts(&world.store, "SELECT answers FROM response").await;
    assert_eq!(kept, [serde_json::to_string(&person.answers).unwrap()]);
    assert!(world.workflow.check_audit(&workflow::Actor::CommandLine).await.unwrap().fault.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn when_a_screening_has_closed_no_backup_is_left_that_was_made_before() {
    let disk = Disk::sqlite();
    let mut world = World::opened(&disk.address(), SMALL).await;
    let folder = Folder::new();
    let schedule = Schedule { folder: folder.path().to_owned(), hour: 3, keep_days: 3 };
    let look = async |world: &World| {
        let looked = schedule.look(&world.store, &world.workflow).await.unwrap();
        looked.map(|(_, deleted)| deleted)
    };
    let files = || -> Vec<PathBuf> {
        let mut found: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        found.sort();
        found
    };
    let day = 24 * 60;
    std::fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    assert_eq!(look(&world).await, Some(0), "the first at once");
    assert_eq!(look(&world).await, None, "and not another the same day");
    world.one_sends("users", "Nord", 1, Manner::Talkative).await;
    world.clock.pass(day);
    assert_eq!(look(&world).await, Some(0), "while it is open they are kept");
    assert_eq!(files().len(), 3);
    world.one_sends("users", "Nord", 2, Manner::Talkative).await;
    world.closes().await;
    assert_eq!(look(&world).await, Some(2), "a new one at once, and the others go");
    let [notes, file] = &files()[..] else { panic!("{:?}", files()) };
    assert!(notes.ends_with("notes.txt"), "what is not ours stays");
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(file).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(look(&world).await, None);

    // From then on one a day, for three days.
    for _ in 0..6 {
        world.clock.pass(day);
        assert!(look(&world).await.is_some());
    }
    assert_eq!(files().len(), 1 + 4, "today's, and three days before it");
    // A pause longer than that keeps the newest until there is another.
    world.clock.pass(60 * day);
    assert_eq!(look(&world).await, Some(4));
    let events = "SELECT event FROM audit WHERE event = 'backup made'";
    assert_eq!(texts(&world.store, events).await.len(), 10);
}

/// As [`crate::copies::one_while_it_is_open`], from either database.
pub(crate) fn gives_no_order(places: &[usize]) {
    assert_eq!(dependence(places), None, "a backup is in the order of its keys");
}

/// No hidden place of an SQLite file holds what it should not.
pub(crate) fn holds_none(bytes: &[u8], secrets: &[(String, Vec<u8>)]) {
    assert_eq!(left(bytes, secrets), [""; 0], "in the backup");
}
