//! Two devices at the same moment, and drafts that somebody changed on the disk.

use super::network::Browser;
use super::pile::{Pile, pile, tireless};
use super::server::Server;
use super::someone::Someone;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use workflow::Actor;

const SEND: &str = "/api/answer/send";
const RECEIPT: Option<&str> = Some("/svar/kvittering");

/// How many have been submitted, as a facilitator reads it.
async fn submitted(server: &Server, pile: &Pile) -> u64 {
    let counts = server.workflow.counts(&Actor::CommandLine, &pile.screening).await.expect("counts");
    counts.iter().map(|count| count.submitted).sum()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_devices_at_once_send_once() {
    let server = tireless().await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", 6).await;
    for (number, code) in (1..).zip(&pile.codes) {
        let someone = Someone::begins(&server, code).await;
        let words = server.workflow.pause(&someone.token, None).await.expect("three words");
        let mut phone = someone.browser;
        let mut copy =
            Browser::new(server.address).with_cookie("answer", phone.cookie("answer").expect("a token"));
        let mut computer = Browser::new(server.address);
        let words = [("code", code.as_str()), ("words", words.as_str())];
        let (sent, moved) = if number % 2 == 0 {
            // The same questionnaire sent twice at once.
            let (sent, again) = tokio::join!(phone.post(SEND, &[]), copy.post(SEND, &[]));
            assert_eq!((sent.header("location"), again.header("location")), (RECEIPT, RECEIPT));
            (sent, computer.post("/api/answer/resume", &words).await)
        } else {
            // Sent here while it is opened there.
            tokio::join!(phone.post(SEND, &[]), computer.post("/api/answer/resume", &words))
        };
        let is_here = sent.header("location") == RECEIPT;
        let is_there = moved.header("location") == Some("/svar");
        assert_ne!(is_here, is_there, "sent where it was, or moved: {:?}", sent.header("location"));
        if is_there {
            assert_eq!(computer.post(SEND, &[]).await.header("location"), RECEIPT);
            assert_eq!(phone.get("/svar").await.status, 410, "the phone is told that it moved");
        }
        assert_eq!(submitted(&server, &pile).await, number);
        // The slip gives the same receipt, wherever it is typed.
        let mut third = Browser::new(server.address);
        assert_eq!(third.post("/api/answer/begin", &[("code", code)]).await.header("location"), RECEIPT);
        let mut here = if is_there { computer } else { phone };
        let (own, typed) = (here.get("/svar/kvittering").await, third.get("/svar/kvittering").await);
        assert_eq!((own.status, own.body), (typed.status, typed.body));
    }
}

#[tokio::test]
async fn a_draft_changed_on_the_disk_opens_nothing_and_can_be_begun_anew() {
    let server = tireless().await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", 3).await;
    let mut changed = Someone::begins(&server, &pile.codes[0]).await;
    let mut swapped = Someone::begins(&server, &pile.codes[1]).await;
    let whole = Someone::begins(&server, &pile.codes[2]).await;
    let before = whole.kept(&server).await;
    let disk = SqlitePool::connect_with(SqliteConnectOptions::new().filename(&server.file))
        .await
        .expect("the database opens");
    let ids = [draft(&disk, &changed).await, draft(&disk, &swapped).await];
    let pages: Vec<(Vec<u8>, String, Vec<u8>)> =
        sqlx::query_as("SELECT draft_id, page, sealed FROM draft_page")
            .fetch_all(&disk)
            .await
            .expect("pages");
    let of = |id: &[u8]| pages.iter().filter(|(draft, _, _)| draft == id).cloned().collect::<Vec<_>>();
    let (first, second) = (of(&ids[0]), of(&ids[1]));
    assert!(!first.is_empty() && first.len() == second.len(), "the drafts are found");
    // One bit in the first; in the second the pages of the first, as they were.
    for (id, page, mut sealed) in first.clone() {
        *sealed.last_mut().expect("some bytes") ^= 1;
        write(&disk, &id, &page, &sealed).await;
    }
    for ((_, page, sealed), (id, _, _)) in first.iter().zip(&second) {
        write(&disk, id, page, sealed).await;
    }
    disk.close().await;
    for (someone, code) in [(&mut changed, &pile.codes[0]), (&mut swapped, &pile.codes[1])] {
        for path in ["/svar", "/svar/emne/1", "/svar/se-igennem"] {
            let page = someone.browser.get(path).await;
            assert_eq!(page.status, 503, "{path}");
            assert!(page.body.contains("Det virker ikke lige nu") && page.body.contains("/assets/main."));
        }
        someone.browser.post(SEND, &[]).await;
        assert_eq!(submitted(&server, &pile).await, 0, "nothing of it is sent");
        let anew = [("code", code.as_str()), ("restart", "on")];
        let begun = Browser::new(server.address).post("/api/answer/begin", &anew).await;
        assert_eq!(begun.header("location"), Some("/svar"));
    }
    assert_eq!(whole.kept(&server).await, before);
}

/// The key of someone's draft in the database.
async fn draft(disk: &SqlitePool, someone: &Someone) -> Vec<u8> {
    let hash = workflow::sealing::keys::token_hash(&someone.token);
    sqlx::query_scalar(
        "SELECT draft.id FROM draft JOIN access_code ON access_code.lookup_key = draft.lookup_key
         WHERE access_code.token_hash = $1",
    )
    .bind(hash.as_slice())
    .fetch_one(disk)
    .await
    .expect("a draft")
}

async fn write(disk: &SqlitePool, id: &[u8], page: &str, sealed: &[u8]) {
    sqlx::query("UPDATE draft_page SET sealed = $1 WHERE draft_id = $2 AND page = $3")
        .bind(sealed)
        .bind(id)
        .bind(page)
        .execute(disk)
        .await
        .expect("a page is changed");
}
