//! The real router on a free port, over a new SQLite file, and a client that shows exactly what was answered.

use pejling::adapters::{SystemClock, SystemRandomness};
use pejling::http::{LONGEST_HEADERS, Limits, Program, serve};
use pejling::machine::Process;
use pejling::printing::PdfPrinter;
use pejling::store::SqlStore;
use pejling::{instruments, router};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use workflow::Workflow;
use workflow::sealing::SlowHash;

/// A new place for a database file; what an earlier run left there is gone.
pub(crate) fn new_database() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    // There is mostly nothing to remove.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the database");
    folder.join("pejling.db")
}

/// A running program.
pub(crate) struct Server {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// Its database's file.
    pub(crate) file: PathBuf,
    /// Its store.
    pub(crate) store: SqlStore,
    /// Its use cases, for what is there before a test begins.
    pub(crate) workflow: Workflow,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Reply {
    /// Status.
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    /// The body; what is not UTF-8 is replaced.
    pub(crate) body: String,
    /// The body, byte by byte.
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    /// Every header of this name.
    pub(crate) fn headers(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All of them, each with its name.
    pub(crate) fn every_header(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The first header of this name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers(name).next()
    }
}

impl Server {
    /// As it stands.
    pub(crate) async fn start() -> Self {
        Self::with(|_| {}).await
    }

    /// With something changed.
    pub(crate) async fn with(change: impl FnOnce(&mut Program)) -> Self {
        Self::over(new_database(), change).await
    }

    /// Over a database that may be there already.
    pub(crate) async fn over(file: PathBuf, change: impl FnOnce(&mut Program)) -> Self {
        let database = format!("sqlite://{}", file.display());
        let store = SqlStore::open(&database).await.expect("a new database");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let mut program = Program {
            workflow: Workflow {
                store: Arc::new(store.clone()),
                clock: Arc::new(SystemClock::new()),
                random: Arc::new(SystemRandomness),
                printer: Arc::new(PdfPrinter::new(1)),
                slow_hash: SlowHash::new(2),
            },
            instruments: Arc::new(instruments::shipped().expect("instruments")),
            public_url: format!("http://{address}").parse().expect("an address"),
            trusted_proxies: Arc::default(),
            limits: Limits::default(),
            machine: Arc::new(Process::new(database.parse().expect("an address"), None)),
            mailer: None,
            provider: None,
        };
        change(&mut program);
        let workflow = program.workflow.clone();
        tokio::spawn(serve(listener, router(program), LONGEST_HEADERS, std::future::pending()));
        Self { address, file, store, workflow }
    }

    /// As a browser writes it.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Asks for a page.
    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)).await
    }

    /// Asks for a page with one more header, or several with line breaks between.
    pub(crate) async fn get_with(&self, path: &str, headers: &str) -> Reply {
        let host = self.address;
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\nConnection: close\r\n\r\n"))
            .await
    }

    /// Posts a form as a browser without scripts does.
    pub(crate) async fn post(&self, path: &str, form: &str, headers: &str) -> Reply {
        let (host, length) = (self.address, form.len());
        let accept = if headers.contains("Accept:") { "" } else { "Accept: text/html\r\n" };
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\n{accept}{headers}\r\nContent-Length: {length}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n{form}"
        ))
        .await
    }

    async fn ask(&self, request: &str) -> Reply {
        exchange(self.address, request).await.expect("an answer")
    }
}

/// Asks, and hears what comes; `None` where nobody listens, or the answer breaks off before its headers end.
pub(crate) async fn exchange(address: SocketAddr, request: &str) -> Option<Reply> {
    let stream = TcpStream::connect(address).await.ok()?;
    let (mut reader, mut writer) = stream.into_split();
    // A refusal may come, and the connection close, before a long request is written.
    let request = request.to_owned();
    let writing = tokio::spawn(async move {
        let _ = writer.write_all(request.as_bytes()).await;
        writer
    });
    let mut bytes = Vec::new();
    // What came before a reset is the answer.
    let _ = reader.read_to_end(&mut bytes).await;
    drop(writing.await);
    parse(&bytes)
}

fn parse(bytes: &[u8]) -> Option<Reply> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]);
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
    let headers = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let bytes = bytes[end + 4..].to_vec();
    Some(Reply { status, headers, body: String::from_utf8_lossy(&bytes).into_owned(), bytes })
}
