//! The program while it serves: that it ends as it is told to, what it tells machines, and a database that goes away.

use super::postgres::Server;
use super::{folder, program, run};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// `pejling serve`, ended with this.
pub(super) struct Serving {
    child: Child,
    lines: Receiver<String>,
    said: Vec<String>,
}

impl Serving {
    pub(super) fn start(flags: &[&str]) -> Self {
        let mut child = program()
            .args(["serve", "--listen", "127.0.0.1:0", "--log-format", "json"])
            .args(flags)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = channel();
        let errors = BufReader::new(child.stderr.take().unwrap());
        std::thread::spawn(move || {
            for line in errors.lines().map_while(Result::ok) {
                // Nobody listens once the test has ended.
                let _ = sender.send(line);
            }
        });
        Self { child, lines, said: Vec::new() }
    }

    /// Waits for a line with this message; its fields.
    pub(super) fn says(&mut self, message: &str) -> Value {
        loop {
            let line = self.lines.recv_timeout(Duration::from_secs(60)).expect(message);
            let fields: Value = serde_json::from_str(&line).expect(&line);
            self.said.push(line);
            if fields["message"] == message {
                return fields;
            }
        }
    }

    pub(super) fn address(&mut self, message: &str) -> SocketAddr {
        self.says(message)["address"].as_str().unwrap().parse().unwrap()
    }

    /// Tells it to end; its exit code.
    fn ends(&mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It has ended already, but where the test failed.
        let _ = self.child.kill();
    }
}

/// Status and body of a page.
pub(super) fn page(address: SocketAddr, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    answer(&mut stream)
}

/// Begins a questionnaire by its code; where that leads, if anywhere.
pub(super) fn begin(address: SocketAddr, code: &str) -> Option<String> {
    let form = format!("code={code}");
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "POST /api/answer/begin HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\nAccept: text/html\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
        form.len()
    )
    .unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text.lines().find_map(|line| line.strip_prefix("location: ")).map(str::to_owned)
}

fn answer(stream: &mut TcpStream) -> (u16, String) {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    let (_, body) = text.split_once("\r\n\r\n").unwrap();
    (status, body.to_owned())
}

#[test]
fn machines_are_told_how_it_goes_and_never_who() {
    let url = format!("sqlite://{}", folder("metrics").join("pejling.db").display());
    let create = ["screening", "create", "--organisation", "Broen", "--instrument", "recovery-orientering"];
    let more = ["--invite", "users=6", "--open", "--database", &url];
    let (_, codes, errors) = run(&[create.as_slice(), &more].concat(), "");
    let id = errors.split_whitespace().nth(2).unwrap().to_owned();
    let code = codes.lines().nth(1).unwrap().rsplit(',').next().unwrap();
    let mut serving = Serving::start(&["--database", &url, "--metrics-listen", "127.0.0.1:0"]);
    let metrics = serving.address("metrics");
    let address = serving.address("listening");
    assert_eq!(page(address, "/health/live").0, 200);
    assert_eq!(page(address, "/health/ready").0, 200);
    assert_eq!(page(address, "/metrics").0, 404, "not where visitors are");
    assert_eq!(page(metrics, "/").0, 404, "and nothing else there");
    assert_eq!(page(address, &format!("/screeninger/{id}/{code}?code={code}")).0, 404);
    assert_eq!(begin(address, code), Some("/svar".to_owned()));

    let (status, text) = page(metrics, "/metrics");
    assert_eq!(status, 200);
    for line in [
        "pejling_requests_total{method=\"GET\",route=\"/health/ready\",status=\"200\"} 1",
        "pejling_requests_total{method=\"POST\",route=\"/api/answer/begin\",status=\"303\"} 1",
        "pejling_request_seconds_count{route=\"/health/live\"} 1",
        "pejling_drafts 1",
        "pejling_sends_total 0",
        "pejling_mails_waiting 0",
        "pejling_database_up 1",
        "# TYPE pejling_database_write_seconds histogram",
        "# TYPE process_resident_memory_bytes gauge",
    ] {
        assert!(text.lines().any(|one| one == line), "{line}:\n{text}");
    }
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (name, value) = line.rsplit_once(' ').unwrap();
        assert!(name.starts_with("pejling_") || name.starts_with("process_"), "{line}");
        assert!(value.parse::<f64>().is_ok(), "{line}");
    }
    assert!(!text.contains(code) && !text.contains(&id), "{text}");
    assert_eq!(serving.ends(), Some(0));
    serving.says("stopping: requests under way are finished first");
    assert!(!serving.said.iter().any(|line| line.contains(code)), "{:?}", serving.said);
}

#[test]
fn a_database_that_goes_away_and_comes_back_needs_no_restart() {
    let server = Server::start();
    let mut serving = Serving::start(&["--database", &server.address()]);
    let address = serving.address("listening");
    assert_eq!(page(address, "/health/ready").0, 200);
    server.stop();
    assert_eq!(page(address, "/health/live").0, 200);
    assert_eq!(page(address, "/health/ready").0, 503);
    server.start_again();
    assert_eq!(page(address, "/health/ready").0, 200);
    assert_eq!(serving.ends(), Some(0));
}
