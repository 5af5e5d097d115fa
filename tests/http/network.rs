//! The network between a browser and the program: requests as text, cookies, and a carrier that loses, repeats and
//! delays.

use super::chance::Chance;
use super::server::{Reply, exchange};
use std::collections::BTreeMap;
use std::net::SocketAddr;

/// A browser's cookies at one address.
pub(crate) struct Browser {
    address: SocketAddr,
    cookies: BTreeMap<String, String>,
}

/// Who asks: a form's button, or the page's script.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Button,
    Script,
}

impl Browser {
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self { address, cookies: BTreeMap::new() }
    }

    /// With a cookie that it got before.
    pub(crate) fn with_cookie(mut self, name: &str, value: &str) -> Self {
        self.cookies.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The value of a cookie.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// A request for a page, as text.
    pub(crate) fn page(&self, path: &str) -> String {
        let Self { address, .. } = self;
        format!(
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\n{}Connection: close\r\n\r\n",
            self.cookie_line()
        )
    }

    /// A form, as text.
    pub(crate) fn form<'a>(
        &self,
        path: &str,
        fields: impl IntoIterator<Item = (&'a str, &'a str)>,
        by: By,
    ) -> String {
        let fields: Vec<String> =
            fields.into_iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        let accept = if by == By::Script { "application/json" } else { "text/html" };
        self.raw_form(path, &fields.join("&"), accept)
    }

    /// A form whose body is given as it is.
    pub(crate) fn raw_form(&self, path: &str, body: &str, accept: &str) -> String {
        let Self { address, .. } = self;
        format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nAccept: {accept}\r\nSec-Fetch-Site: same-origin\r\n{}\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.cookie_line(),
            body.len()
        )
    }

    fn cookie_line(&self) -> String {
        if self.cookies.is_empty() {
            return String::new();
        }
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        format!("Cookie: {}\r\n", pairs.join("; "))
    }

    /// Keeps the cookies of an answer.
    pub(crate) fn keep(&mut self, reply: &Reply) {
        for cookie in reply.headers("set-cookie") {
            let pair = cookie.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Asks over a network without faults.
    pub(crate) async fn ask(&mut self, request: &str) -> Option<Reply> {
        let reply = exchange(self.address, request).await?;
        self.keep(&reply);
        Some(reply)
    }

    /// A page over a network without faults.
    pub(crate) async fn get(&mut self, path: &str) -> Reply {
        let request = self.page(path);
        self.ask(&request).await.expect("an answer")
    }

    /// A form over a network without faults.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let request = self.form(path, fields.iter().copied(), By::Button);
        self.ask(&request).await.expect("an answer")
    }
}

/// Percent-encoded, for a form's body.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}

/// How patient a request is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Late {
    /// It may arrive after its sender has given it up.
    May,
    /// It arrives in time or never.
    Never,
}

/// What happens to requests on their way.
pub(crate) struct Network {
    address: SocketAddr,
    chance: Chance,
    /// Given up by their senders, not yet arrived.
    on_their_way: Vec<String>,
    /// How many requests met a fault.
    pub(crate) faults: usize,
}

impl Network {
    pub(crate) fn new(address: SocketAddr, chance: Chance) -> Self {
        Self { address, chance, on_their_way: Vec::new(), faults: 0 }
    }

    /// Carries a request; `None` where its sender hears nothing.
    pub(crate) async fn carry(&mut self, request: &str, late: Late) -> Option<Reply> {
        if self.chance.once_in(2) {
            self.deliver_late().await;
        }
        let fault = self.chance.below(8);
        self.faults += usize::from(fault < 4);
        match fault {
            0 => None,
            1 => {
                exchange(self.address, request).await?;
                None
            }
            2 => {
                let (first, second) =
                    tokio::join!(exchange(self.address, request), exchange(self.address, request));
                if self.chance.once_in(2) { first } else { second }
            }
            3 if late == Late::May => {
                self.on_their_way.push(request.to_owned());
                None
            }
            _ => exchange(self.address, request).await,
        }
    }

    /// One of those given up arrives now. Nobody hears the answer.
    pub(crate) async fn deliver_late(&mut self) {
        if !self.on_their_way.is_empty() {
            let at = self.chance.below(self.on_their_way.len());
            exchange(self.address, &self.on_their_way.swap_remove(at)).await;
        }
    }

    /// Everything given up arrives.
    pub(crate) async fn deliver_all(&mut self) {
        while !self.on_their_way.is_empty() {
            self.deliver_late().await;
        }
    }
}
