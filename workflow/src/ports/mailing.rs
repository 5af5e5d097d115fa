//! The ports of mail: what waits to be sent, and the server that takes it. A waiting mail is an account and what it is
//! about; its words are made when it is sent, so that none are stored.

use super::{AuditEntry, PortResult};
use crate::mailing::{QueuedMail, UnsentMail};
use async_trait::async_trait;

/// What came of a try to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is sent, or nobody needs it any more.
    Done,
    /// It is tried again at this time, in seconds since 1970.
    Later(i64),
    /// It is not tried again.
    GivenUp,
}

/// When tries to send ended, seconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MailEnds {
    /// The last that went well.
    pub sent: Option<i64>,
    /// The last that did not.
    pub failed: Option<i64>,
}

/// Mails that wait, and who wants none.
#[async_trait]
pub trait MailStore {
    /// Lets a mail wait from `now` on; false, and nothing done, where the account was ever sent one about the same.
    async fn queue_mail(&self, id: &str, account: &str, about: &str, now: i64) -> PortResult<bool>;
    /// The same for the enabled account with this e-mail, and nothing where there is none; adds the entry to the audit
    /// log in either case, in the same transaction, so that both take as long.
    async fn queue_mail_to(
        &self,
        email: &str,
        id: &str,
        about: &str,
        now: i64,
        entry: &AuditEntry,
    ) -> PortResult<()>;
    /// Takes one that is due and counts the try; nobody else takes it before `until`.
    async fn claim_mail(&self, now: i64, until: i64) -> PortResult<Option<QueuedMail>>;
    /// Notes what came of the try, with what the server said and when, unless somebody else took it meanwhile.
    async fn settle_mail(
        &self,
        mail: &QueuedMail,
        outcome: &Outcome,
        answer: &str,
        now: i64,
    ) -> PortResult<()>;
    /// When a try last went well, and when one last did not.
    async fn mail_ends(&self) -> PortResult<MailEnds>;
    /// What waits or was given up, oldest first.
    async fn unsent_mail(&self) -> PortResult<Vec<UnsentMail>>;
    /// Forgets what was sent or given up and had waited since before this time.
    async fn forget_mail(&self, before: i64) -> PortResult<()>;
    /// Whether an account is reminded by mail.
    async fn reminded(&self, account: &str) -> PortResult<bool>;
    /// Switches that on or off.
    async fn set_reminded(&self, account: &str, on: bool) -> PortResult<()>;
}

/// A mail as it is handed to a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Random id, the same at every try: a server that has it knows it again.
    pub id: String,
    /// Whom it is to, by name.
    pub name: String,
    /// And e-mail.
    pub email: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// What a server said to a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It has it.
    Taken,
    /// Not now, and why in its own words; or it did not answer.
    Later(String),
    /// Never, and why in its own words.
    Refused(String),
}

/// How the way to a server is closed to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    /// TLS from the first byte.
    Tls,
    /// TLS after a word in the clear; without it nothing is sent.
    StartTls,
    /// Not at all.
    None,
}

/// A mail server as it is set up; without the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailServer {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way there is closed.
    pub encryption: Encryption,
    /// Whom the program signs in as.
    pub user: Option<String>,
    /// Who its mails are from.
    pub from: String,
}

/// Sending of mails.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Hands a mail to the server, and waits for its word.
    async fn deliver(&self, mail: &Mail) -> Delivery;
    /// How it is set up.
    fn server(&self) -> MailServer;
}
