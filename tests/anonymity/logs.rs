//! A real server at its most talkative, while someone answers: what it says of itself says nothing of them.

use crate::people::PASSWORD;
use crate::server::{Reply, Server};
use crate::support::Folder;
use crate::support::fakes::{NoPrinter, TestClock};
use pejling::adapters::SystemRandomness;
use pejling::store::SqlStore;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use workflow::Workflow;
use workflow::answering::Token;
use workflow::sealing::SlowHash;

const CALM: &str = "Hemmelig+ytring+om+kaffen";
const EMAIL: &str = "maja@kommune.example";

/// `pejling serve`, ended with this.
struct Running {
    child: Child,
    lines: Receiver<String>,
    said: String,
}

impl Running {
    fn start(database: &str) -> Self {
        let mut child = program(database)
            .args(["serve", "--listen", "127.0.0.1:0", "--log", "trace"])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = channel();
        let errors = BufReader::new(child.stderr.take().unwrap());
        std::thread::spawn(move || {
            // Ends with the program.
            for line in errors.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Self { child, lines, said: String::new() }
    }

    /// Where it listens, as it says itself.
    fn address(&mut self) -> std::net::SocketAddr {
        loop {
            let line = self.lines.recv().expect("the program says where it listens");
            self.said.push_str(&line);
            self.said.push('\n');
            if let Some((_, rest)) = line.split_once("address=").filter(|_| line.contains("listening")) {
                return rest.split(' ').next().unwrap().parse().unwrap();
            }
        }
    }

    /// Everything it said until it was ended.
    fn all(mut self) -> String {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let mut said = std::mem::take(&mut self.said);
        for line in &self.lines {
            said.push_str(&line);
            said.push('\n');
        }
        said
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already, but where the test failed.
        let _ = self.child.kill();
    }
}

fn program(database: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pejling"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PEJLING_")) {
        command.env_remove(name);
    }
    command.env("PEJLING_DATABASE", database).stdin(Stdio::piped()).stdout(Stdio::piped());
    command
}

/// Codes of two users, and a facilitator's account.
fn prepared(database: &str) -> Vec<String> {
    let create = program(database)
        .args(["screening", "create", "--organisation", "Bostedet", "--instrument", "recovery-orientering"])
        .args(["--invite", "users=2", "--open"])
        .output()
        .unwrap();
    let mut add = program(database)
        .args(["user", "add", EMAIL, "--name", "Maja", "--organisation", "Bostedet", "--role", "facilitator"])
        .spawn()
        .unwrap();
    add.stdin.take().unwrap().write_all(format!("{PASSWORD}\n").as_bytes()).unwrap();
    assert!(add.wait().unwrap().success());
    let table = String::from_utf8(create.stdout).unwrap();
    table.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().to_owned()).collect()
}

fn cookie(reply: &Reply, name: &str) -> String {
    let set = reply.header("set-cookie").expect("a cookie");
    assert!(set.starts_with(name), "{set}");
    set.split([';', '=']).nth(1).unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_says_everything_says_nothing_of_who_answers() {
    let folder = Folder::new();
    let file = folder.path().join("pejling.db");
    let database = format!("sqlite://{}", file.display());
    let codes = prepared(&database);
    assert_eq!(codes.len(), 2);
    let mut running = Running::start(&database);
    let store = SqlStore::open(&database).await.unwrap();
    let workflow = Workflow {
        store: Arc::new(store.clone()),
        clock: Arc::new(TestClock::new()),
        random: Arc::new(SystemRandomness),
        printer: Arc::new(NoPrinter),
        slow_hash: SlowHash::new(2),
    };
    let server = Server { address: running.address(), file, store, workflow: workflow.clone() };

    // Begins, answers, writes, writes too much, pauses; goes on elsewhere after wrong words; sends; looks again.
    let origin = format!("Origin: {}", server.origin());
    let begun = server.post("/api/answer/begin", &format!("code={}", codes[0]), &origin).await;
    let token = cookie(&begun, "answer");
    let held = format!("{origin}\r\nCookie: answer={token}");
    let page = format!("page=1&answers[item-2.1]=4&answers[item-2.2]=77&comment={CALM}&go=next");
    assert_eq!(server.post("/api/answer/page", &page, &held).await.status, 303);
    let long = format!("page=1&comment={}{CALM}", "å".repeat(2001));
    assert_eq!(server.post("/api/answer/page", &long, &held).await.status, 303);
    assert_eq!(server.post("/api/answer/pause", "", &held).await.status, 303);
    assert_eq!(server.get_with("/svar/pause", &held).await.status, 200);
    let words = workflow.questionnaire(&token_of(&token)).await.unwrap().draft.words.unwrap();
    let wrong = format!("code={}&words=bord+fugl+regn", codes[0]);
    server.post("/api/answer/resume", &wrong, &origin).await;
    let right = format!("code={}&words={}", codes[0], words.replace(' ', "+"));
    let moved = cookie(&server.post("/api/answer/resume", &right, &origin).await, "answer");
    let held = format!("{origin}\r\nCookie: answer={moved}");
    let last = format!("open_answer={CALM}&consent=verbatim&help=relative");
    server.post("/api/answer/last", &last, &held).await;
    assert_eq!(server.post("/api/answer/send", "", &held).await.status, 303);
    assert_eq!(server.get_with("/svar/kvittering", &held).await.status, 200);
    // A code where none belongs, an account with the right password and a wrong one.
    server.get(&format!("/{}", codes[1])).await;
    server.get(&format!("/?code={}", codes[1])).await;
    let sign_in = format!("email={EMAIL}&password={}", PASSWORD.replace(' ', "+"));
    let session = cookie(&server.post("/api/sign-in", &sign_in, &origin).await, "session");
    server.post("/api/sign-in", &format!("email={EMAIL}&password=forkert+kodeord"), &origin).await;
    // What the other answered on paper is typed, with slips of the finger.
    let at_desk = format!("{origin}\r\nCookie: session={session}");
    let screening = workflow.store.screenings(None).await.unwrap().remove(0).id;
    let of = format!("screening={screening}");
    server.post("/api/begin-typing", &format!("{of}&elsewhere=on"), &at_desk).await;
    let booklet = format!("{of}&code={}", codes[1]);
    let typing = cookie(&server.post("/api/open-booklet", &booklet, &at_desk).await, "typing");
    let typist = workflow.actor(Some(&token_of(&session))).await.unwrap();
    let typed = workflow.booklet(&typist, &screening, Some(&token_of(&typing))).await.unwrap();
    let on_booklet = typed.words.unwrap();
    server.post("/api/open-booklet", &format!("{booklet}&words=bord+fugl+regn"), &at_desk).await;
    let at_desk = format!("{at_desk}; typing={typing}");
    let page = format!("{of}&page=1&answers[item-2.1]=4&answers[item-2.2]=77&comment={CALM}&go=next");
    assert_eq!(server.post("/api/type-page", &page, &at_desk).await.status, 303);
    let side = format!("/screeninger/{screening}/haefter/side/1");
    assert_eq!(server.get_with(&side, &at_desk).await.status, 200);
    let last = format!("{of}&page=9&open_answer={CALM}&consent=verbatim&help=relative&go=next");
    assert_eq!(server.post("/api/type-last", &last, &at_desk).await.status, 303);
    let counts =
        workflow.store.submitted(&workflow.store.screenings(None).await.unwrap()[0].id).await.unwrap();
    assert_eq!(counts.values().sum::<u64>(), 1, "it was sent");

    let said = running.all();
    assert!(said.contains("TRACE") && said.contains("route=\"/api/answer/send\""), "it says everything");
    let mut secrets =
        vec![token, moved, session, words, typing, on_booklet, PASSWORD.to_owned(), "forkert".to_owned()];
    secrets.extend(["bord fugl regn", "bord+fugl+regn", "kaffen", "åååå", "relative"].map(str::to_owned));
    secrets.extend(["%C3%A5", "item-2.1"].map(str::to_owned));
    for code in codes {
        secrets.push(code.replace('-', ""));
        secrets.push(code);
    }
    for secret in secrets {
        let line = said.lines().find(|line| line.to_lowercase().contains(&secret.to_lowercase()));
        assert!(line.is_none(), "{secret} in the log: {}", line.unwrap_or_default());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_is_a_line_with_its_time_and_nothing_of_what_was_typed() {
    let folder = Folder::new();
    let file = folder.path().join("pejling.db");
    let database = format!("sqlite://{}", file.display());
    prepared(&database);
    let mut running = Running::start(&database);
    let store = SqlStore::open(&database).await.unwrap();
    let workflow = Workflow {
        store: Arc::new(store.clone()),
        clock: Arc::new(TestClock::new()),
        random: Arc::new(SystemRandomness),
        printer: Arc::new(NoPrinter),
        slow_hash: SlowHash::new(2),
    };
    let server = Server { address: running.address(), file, store, workflow };
    // Whoever holds the database breaks it: nobody can sign in or answer any more.
    let pejling::store::Db::Sqlite { write, .. } = &server.store.db else { panic!("a file") };
    for table in ["account", "access_code"] {
        let statement = format!("ALTER TABLE {table} RENAME TO {table}_gone");
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(write).await.unwrap();
    }
    let origin = format!("Origin: {}", server.origin());
    let sign_in = format!("email={EMAIL}&password=forkert+kodeord");
    let code = "0000-0000-016JD";
    for (path, form) in
        [("/api/sign-in", sign_in), ("/api/answer/begin", format!("code={code}&restart={CALM}"))]
    {
        let reply = server.post(path, &form, &origin).await;
        let told = reply.status >= 500 || reply.header("location") == Some("/fejl");
        assert!(told, "{path}: {}", reply.status);
        for told in ["no such table", "SELECT", EMAIL, code] {
            assert!(!reply.body.contains(told), "{path} tells {told}");
        }
    }
    let said = running.all();
    let faults: Vec<&str> = said.lines().filter(|line| line.contains(" ERROR ")).collect();
    assert!(faults.len() >= 2, "each fault has its line: {said}");
    for secret in [EMAIL, "forkert", "kaffen", code] {
        assert!(!faults.iter().any(|line| line.contains(secret)), "{secret} in {faults:?}");
    }
    // Every line begins with its time, in universal time, and says what it says by name.
    let lines: Vec<&str> = said.lines().filter(|line| line.contains(" pejling")).collect();
    for line in &lines {
        let time = line.split_whitespace().next().unwrap();
        assert!(time.ends_with('Z') && time.parse::<jiff::Timestamp>().is_ok(), "{line}");
    }
    let request = lines.iter().find(|line| line.contains("route=\"/api/sign-in\"")).unwrap();
    for named in ["method=POST", "status=", "milliseconds="] {
        assert!(request.contains(named), "{named} in {request}");
    }
}

fn token_of(hex: &str) -> Token {
    let byte = |place: usize| u8::from_str_radix(&hex[2 * place..2 * place + 2], 16).unwrap();
    Token(std::array::from_fn(byte))
}
