//! The real program is killed in the middle of sends, again and again: every receipt has its response, once.
//!
//! A prepared database is copied for each campaign, since codes are slow on purpose: a hundred kills need some
//! hundreds of questionnaires, and forty are begun.

use super::chance::{Chance, count};
use super::network::{Browser, By};
use super::pile::pile;
use super::server::{Server, exchange, new_database};
use screening::answers::Answers;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};
use workflow::answering::{Entry, PagePost};

/// So many kills; more by `PEJLING_KILLS`.
const KILLS: usize = 100;
/// Questionnaires begun in the prepared database.
const BEGUN: usize = 40;
/// So many send at the same time.
const SENDERS: usize = 6;
/// After the last answer that a program is let give, it lives so many milliseconds at most.
const LIFE_MS: usize = 25;

/// A questionnaire that waits to be sent.
#[derive(Clone)]
struct Waiting {
    /// The browser's cookie.
    token: String,
    /// What is in it, as it must be stored.
    answers: BTreeMap<String, String>,
    /// What is written on its last page before it is sent.
    text: String,
    /// The program has answered with the receipt.
    sent: bool,
}

/// A program that a test started, and may kill.
struct Running {
    child: Child,
    address: SocketAddr,
}

impl Running {
    async fn start(database: &Path) -> Self {
        let free = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr());
        let address = free.expect("a free port");
        let mut command = Command::new(env!("CARGO_BIN_EXE_pejling"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PEJLING_")) {
            command.env_remove(name);
        }
        let child = command
            .args(["serve", "--requests-a-second", "1000000", "--listen", &address.to_string(), "--database"])
            .arg(format!("sqlite://{}", database.display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("the program starts");
        let mut running = Self { child, address };
        let ready = Browser::new(address).page("/health/ready");
        loop {
            let reply = exchange(address, &ready).await;
            if reply.is_some_and(|reply| reply.status == 200) {
                return running;
            }
            let ended = running.child.try_wait().expect("a child");
            assert!(ended.is_none(), "the program ended by itself: {ended:?}");
            sleep(Duration::from_millis(5)).await;
        }
    }

    /// `kill -9`.
    async fn kill(mut self) {
        self.child.kill().await.expect("it is killed");
    }
}

/// A database with questionnaires that wait to be sent; each has answers that no other has.
async fn prepared() -> (PathBuf, Vec<Waiting>) {
    let database = new_database();
    let mut waiting = Vec::new();
    let server = Server::with(|_| {}).await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", BEGUN).await;
    for (number, code) in pile.codes.iter().enumerate() {
        let entry = server.workflow.enter_code(code, false, None).await.expect("it begins");
        let Entry::Begin(token) = entry else { panic!("the code was used before") };
        let questionnaire = server.workflow.questionnaire(&token).await.expect("a questionnaire");
        let pages = questionnaire.instrument.questionnaire(&questionnaire.group, questionnaire.form);
        let mut rest = number;
        let mut answers = BTreeMap::new();
        for (place, (_, asked)) in pages.iter().enumerate() {
            let page: BTreeMap<String, String> = asked
                .iter()
                .map(|indicator| {
                    let digit = rest % 5;
                    rest /= 5;
                    (indicator.id.to_string(), (1 + digit).to_string())
                })
                .collect();
            answers.extend(page.clone());
            let post = PagePost { answers: page, ..PagePost::default() };
            server.workflow.save_page(&token, place + 1, post).await.expect("it is saved");
        }
        waiting.push(Waiting {
            token: app::session::encode(&token.0),
            answers,
            text: format!("Jeg er nummer {number}."),
            sent: false,
        });
    }
    let copy = format!("VACUUM INTO '{}'", database.display());
    let mut reading = open(&server.file).await.acquire().await.expect("a connection");
    sqlx::query(sqlx::AssertSqlSafe(copy)).execute(&mut *reading).await.expect("a copy");
    (database, waiting)
}

async fn open(file: &Path) -> SqlitePool {
    let options = SqliteConnectOptions::new().filename(file);
    SqlitePool::connect_with(options).await.expect("the database opens")
}

/// Writes the last page and sends, as long as the program answers; tells of each answer.
async fn send(address: SocketAddr, mut waiting: Waiting, answers: UnboundedSender<()>) -> Waiting {
    let mut browser = Browser::new(address).with_cookie("answer", &waiting.token);
    let text = waiting.text.clone();
    let last = [("open_answer", text.as_str()), ("consent", "verbatim"), ("help", "staff")];
    for (path, fields) in [("/api/answer/last", &last[..]), ("/api/answer/send", &[])] {
        let request = browser.form(path, fields.iter().copied(), By::Button);
        let Some(reply) = browser.ask(&request).await else { return waiting };
        assert_eq!(reply.status, 303, "{path}: {}", reply.body);
        // Sent before, and the reply was lost: the last page leads to the receipt by way of its own page.
        let to = reply.header("location");
        let known = ["/svar/se-igennem", "/svar/sidste", "/svar/kvittering"];
        assert!(to.is_some_and(|to| known.contains(&to)), "{path} led to {to:?}");
        waiting.sent = to == Some("/svar/kvittering");
        // Nobody counts any more once the program is about to be killed.
        let _ = answers.send(());
    }
    waiting
}

/// What a database holds after a kill, beside what was said to have been sent; gives how many responses there are.
async fn assert_whole(file: &Path, all: &[Waiting]) -> usize {
    let database = open(file).await;
    let (sound,): (String,) =
        sqlx::query_as("PRAGMA integrity_check").fetch_one(&database).await.expect("a check");
    assert_eq!(sound, "ok");
    let dangling = sqlx::query("PRAGMA foreign_key_check").fetch_all(&database).await.expect("a check");
    assert!(dangling.is_empty(), "{} rows refer to nothing", dangling.len());
    let responses: Vec<(String,)> =
        sqlx::query_as("SELECT answers FROM response").fetch_all(&database).await.expect("responses");
    let comments: Vec<(String,)> =
        sqlx::query_as("SELECT text FROM comment").fetch_all(&database).await.expect("comments");
    for waiting in all {
        let stored = responses.iter().filter(|(stored,)| answers(stored) == waiting.answers).count();
        let written = comments.iter().filter(|(text,)| *text == waiting.text).count();
        assert!(stored <= 1, "{} is there {stored} times", waiting.text);
        assert_eq!(stored, written, "{}: half a response", waiting.text);
        assert!(stored == 1 || !waiting.sent, "{} has a receipt and no response", waiting.text);
    }
    let (spent, begun, drafts, counted): (i64, i64, i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM access_code WHERE state = 'spent'),
                (SELECT count(*) FROM access_code WHERE state = 'begun'),
                (SELECT count(*) FROM draft),
                (SELECT coalesce(sum(n), 0) FROM counter WHERE kind = 'submitted')",
    )
    .fetch_one(&database)
    .await
    .expect("counts");
    let there = i64::try_from(responses.len()).expect("a few");
    assert_eq!((spent, counted, begun), (there, there, drafts));
    database.close().await;
    responses.len()
}

/// How many have their receipt.
fn receipts_of(campaign: &[Waiting]) -> usize {
    campaign.iter().filter(|waiting| waiting.sent).count()
}

/// Stored answers by indicator, as they were posted.
fn answers(stored: &str) -> BTreeMap<String, String> {
    let stored: Answers = serde_json::from_str(stored).expect("answers");
    stored.0.iter().map(|(id, answer)| (id.to_string(), answer.to_string())).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_receipt_has_its_response_once_however_often_the_program_is_killed() {
    let begun = Instant::now();
    let (kills, seed) = (count("PEJLING_KILLS", KILLS), count("PEJLING_SEED", 1) as u64);
    let mut chance = Chance::new(seed, 0);
    let (template, all) = prepared().await;
    let (mut killed, mut receipts, mut untold) = (0, 0, 0);
    while killed < kills {
        let file = new_database();
        std::fs::copy(&template, &file).expect("a copy");
        let mut campaign = all.clone();
        while killed < kills && campaign.iter().any(|waiting| !waiting.sent) {
            let running = Running::start(&file).await;
            let (answers, mut heard) = unbounded_channel();
            let mut senders = JoinSet::new();
            for (at, waiting) in campaign.iter().enumerate().filter(|(_, w)| !w.sent).take(SENDERS) {
                let (address, waiting, answers) = (running.address, waiting.clone(), answers.clone());
                senders.spawn(async move { (at, send(address, waiting, answers).await) });
            }
            drop(answers);
            for _ in 0..chance.below(2 * SENDERS) {
                heard.recv().await;
            }
            sleep(Duration::from_millis(chance.below(LIFE_MS) as u64)).await;
            running.kill().await;
            killed += 1;
            for (at, waiting) in senders.join_all().await {
                campaign[at] = waiting;
            }
            // Every other time it is the program itself that finds the file as the kill left it.
            if killed % 2 == 0 {
                untold += assert_whole(&file, &campaign).await - receipts_of(&campaign);
            }
        }
        assert_whole(&file, &campaign).await;
        receipts += receipts_of(&campaign);
    }
    assert!(receipts > 0, "nothing was ever sent");
    eprintln!(
        "{killed} kills, {receipts} receipts, {untold} responses stored just before a kill and told later, {:.1} s",
        begun.elapsed().as_secs_f64()
    );
}
