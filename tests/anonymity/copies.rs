//! What one takes away: copies of the database made by SQLite, and dumps made by PostgreSQL.

use crate::backups;
use crate::disk::Secrets;
use crate::files::{Disk, left, places};
use crate::order::dependence;
use crate::people::{Manner, SMALL, World};
use crate::rows::{blobs, statement};
use std::collections::BTreeSet;
use workflow::code::AccessCode;
use workflow::ports::InstallationStore;
use workflow::sealing::keys::lookup_key;

/// A copy as the database's own program makes it: `VACUUM INTO`, `pg_dump`.
async fn copy(disk: &Disk, world: &World) -> Vec<u8> {
    match disk {
        Disk::Sqlite(folder) => {
            let path = folder.path().join("copy.db");
            statement(&world.store, format!("VACUUM INTO '{}'", path.display())).await;
            let copy = std::fs::read(&path).unwrap();
            std::fs::remove_file(path).unwrap();
            copy
        }
        Disk::Postgres(server) => {
            let dump = server.program("pg_dump").arg(server.address()).current_dir("/").output().unwrap();
            assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
            dump.stdout
        }
    }
}

/// Where everyone's answers stand in a copy, in the order in which they sent.
fn responses_in(copy: &[u8], world: &World) -> Vec<usize> {
    let stored: Vec<Vec<u8>> =
        world.senders.iter().map(|person| serde_json::to_vec(&person.answers).unwrap()).collect();
    each_once(&places(copy, &stored))
}

fn each_once(found: &[Vec<usize>]) -> Vec<usize> {
    assert!(found.iter().all(|places| places.len() == 1), "each stands there once: {found:?}");
    found.iter().map(|places| places[0]).collect()
}

/// One copy taken while it is open: SQLite's gives no order away, PostgreSQL's does.
pub(crate) async fn one_while_it_is_open(disk: &Disk, world: &World) {
    let order = dependence(&responses_in(&copy(disk, world).await, world));
    match disk {
        Disk::Sqlite(_) => assert_eq!(order, None),
        Disk::Postgres(_) => assert!(order.is_some(), "a dump is as docs/security.md says"),
    }
    backups::gives_no_order(&responses_in(&backups::backup(world).await, world));
}

/// One taken after the close.
pub(crate) async fn one_after_the_close(disk: &Disk, world: &World, secrets: &Secrets) {
    let own = backups::backup(world).await;
    backups::holds_none(&own, &secrets.never);
    backups::holds_none(&own, &secrets.until_the_close);
    backups::gives_no_order(&responses_in(&own, world));
    let copy = copy(disk, world).await;
    assert_eq!(left(&copy, &secrets.never), [""; 0], "in the copy");
    assert_eq!(left(&copy, &secrets.until_the_close), [""; 0], "in the copy");
    assert_eq!(dependence(&responses_in(&copy, world)), None, "responses in the copy");
    let said: Vec<Vec<u8>> =
        world.senders.iter().map(|person| person.comments[0].clone().into_bytes()).collect();
    assert_eq!(dependence(&each_once(&places(&copy, &said))), None, "comments in the copy");
}

/// What nobody can help: two copies with one sending in between give that one away. Said in `docs/security.md`.
#[tokio::test(flavor = "multi_thread")]
async fn two_copies_pair_while_it_is_open() {
    let disk = Disk::sqlite();
    let mut world = World::opened(&disk.address(), SMALL).await;
    let mut seen = Vec::new();
    for number in 1..=3 {
        if number > 1 {
            world.one_sends("users", "Nord", number, Manner::Talkative).await;
        }
        let spent = blobs(&world.store, "SELECT lookup_key FROM access_code WHERE state = 'spent'").await;
        let stored = blobs(&world.store, "SELECT CAST(answers AS BLOB) FROM response").await;
        seen.push((spent.into_iter().collect::<BTreeSet<_>>(), stored.into_iter().collect::<BTreeSet<_>>()));
    }
    let salt = world.store.salt([0; 32]).await.unwrap();
    for (person, copies) in world.senders.iter().zip(seen.windows(2)) {
        let code = AccessCode::parse(&person.code).unwrap();
        let new: Vec<_> = copies[1].0.difference(&copies[0].0).collect();
        assert_eq!(new, [&lookup_key(&code, &salt).unwrap().to_vec()]);
        let response: Vec<_> = copies[1].1.difference(&copies[0].1).collect();
        assert_eq!(response, [&serde_json::to_vec(&person.answers).unwrap()]);
    }
}
