//! A mail server on this machine that speaks enough SMTP to be sent to, and says what it is told to say.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A mail as it came in.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// Whom the envelope is to.
    pub(crate) to: String,
    /// Headers and body as sent.
    pub(crate) message: String,
}

impl Received {
    /// A header's value with its lines joined; empty where there is none.
    pub(crate) fn header(&self, name: &str) -> String {
        let head = self.message.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
        let value = head.split("\r\n").find_map(|line| line.strip_prefix(&format!("{name}: ")));
        value.unwrap_or_default().to_owned()
    }

    /// The text, read from quoted-printable.
    pub(crate) fn text(&self) -> String {
        let body = self.message.split_once("\r\n\r\n").map_or("", |(_, body)| body).replace("=\r\n", "");
        let mut bytes = Vec::new();
        let mut rest = body.as_bytes();
        while let Some((&byte, after)) = rest.split_first() {
            let hex = (byte == b'=').then(|| after.get(..2)).flatten();
            match hex.and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok()) {
                Some(read) => {
                    bytes.push(read);
                    rest = &after[2..];
                }
                None => {
                    bytes.push(byte);
                    rest = after;
                }
            }
        }
        String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
    }
}

/// The server.
pub(crate) struct MailPeer {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
    answers: Arc<Mutex<VecDeque<&'static str>>>,
}

impl MailPeer {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let peer = Self {
            address: listener.local_addr().expect("an address"),
            received: Arc::default(),
            answers: Arc::default(),
        };
        let (received, answers) = (peer.received.clone(), peer.answers.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, received.clone(), answers.clone()));
            }
        });
        peer
    }

    /// What the next recipients are answered, instead of yes.
    pub(crate) fn say(&self, answers: &[&'static str]) {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).extend(answers);
    }

    /// What came in since this was last asked.
    pub(crate) fn take(&self) -> Vec<Received> {
        std::mem::take(&mut *self.received.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A mailer that sends to it.
    pub(crate) fn mailer(&self) -> pejling::mail::SmtpMailer {
        pejling::mail::SmtpMailer::new(&pejling::config::MailSettings {
            host: "127.0.0.1".parse().expect("a host"),
            port: Some(self.address.port()),
            encryption: workflow::ports::Encryption::None,
            login: None,
            from: "Pejling <pejling@kommune.example>".parse().expect("an address"),
        })
        .expect("a mailer")
    }
}

async fn converse(
    stream: TcpStream,
    received: Arc<Mutex<Vec<Received>>>,
    answers: Arc<Mutex<VecDeque<&'static str>>>,
) -> Option<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut to = String::new();
    writer.write_all(b"220 peer\r\n").await.ok()?;
    while let Ok(Some(line)) = lines.next_line().await {
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer = match verb.as_str() {
            "RCPT" => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                answers.lock().unwrap_or_else(PoisonError::into_inner).pop_front().unwrap_or("250 yes")
            }
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await.ok()?;
                let mut message = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    message.push_str(line.strip_prefix('.').unwrap_or(&line));
                    message.push_str("\r\n");
                }
                let mail = Received { to: to.clone(), message };
                received.lock().unwrap_or_else(PoisonError::into_inner).push(mail);
                "250 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 yes",
        };
        writer.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
    Some(())
}
