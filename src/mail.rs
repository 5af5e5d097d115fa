//! The mailer of `workflow` over SMTP.

use crate::config::MailSettings;
use async_trait::async_trait;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::time::Duration;
use tokio::time::timeout;
use workflow::ports::{Delivery, Encryption, Mail, MailServer, Mailer};

/// How long a try may take in all: shorter than a request may, since the trial mail is sent in one.
const PATIENCE: Duration = Duration::from_secs(20);

/// Hands mails to one SMTP server; a connection a mail, since they are few.
#[derive(Clone, Debug)]
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    server: MailServer,
}

impl SmtpMailer {
    /// For these settings; nothing is sent and nobody asked yet.
    ///
    /// # Errors
    ///
    /// The certificates that this machine trusts can't be read, or the host can't have one.
    pub fn new(settings: &MailSettings) -> Result<Self, Error> {
        let host = settings.host.as_str();
        let tls = match settings.encryption {
            Encryption::Tls => Tls::Wrapper(TlsParameters::new(host.to_owned())?),
            Encryption::StartTls => Tls::Required(TlsParameters::new(host.to_owned())?),
            Encryption::None => Tls::None,
        };
        // The domain that the mails are from is a name the server knows; this machine's own may be none.
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(settings.port())
            .tls(tls)
            .timeout(Some(PATIENCE))
            .hello_name(ClientId::Domain(settings.from.email.domain().to_owned()));
        if let Some((user, password)) = &settings.login {
            builder = builder.credentials(Credentials::new(user.clone(), password.secret().to_owned()));
        }
        Ok(Self {
            transport: builder.build(),
            from: settings.from.clone(),
            server: MailServer {
                host: host.to_owned(),
                port: settings.port(),
                encryption: settings.encryption,
                user: settings.login.as_ref().map(|(user, _)| user.clone()),
                from: settings.from.to_string(),
            },
        })
    }

    fn message(&self, mail: &Mail) -> Result<Message, String> {
        let address: Address =
            mail.email.parse().map_err(|_| "not an address that mail is sent to".to_owned())?;
        let id = format!("<{}@{}>", mail.id, self.from.email.domain());
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(mail.name.clone()), address))
            .subject(mail.subject.clone())
            .message_id(Some(id))
            // So that nobody's "out of office" answers a program (RFC 3834).
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text.clone())
            .map_err(|error| error.to_string())
    }
}

#[async_trait]
impl Mailer for SmtpMailer {
    async fn deliver(&self, mail: &Mail) -> Delivery {
        let message = match self.message(mail) {
            Ok(message) => message,
            Err(why) => return Delivery::Refused(why),
        };
        match timeout(PATIENCE, self.transport.send(message)).await {
            Ok(Ok(_)) => Delivery::Taken,
            Ok(Err(error)) if error.is_permanent() => Delivery::Refused(said(&error)),
            Ok(Err(error)) => Delivery::Later(said(&error)),
            Err(_) => Delivery::Later(format!("no answer in {} seconds", PATIENCE.as_secs())),
        }
    }

    fn server(&self) -> MailServer {
        self.server.clone()
    }
}

/// The server's own words with their number, or what kept it from being asked; one line.
fn said(error: &Error) -> String {
    use std::error::Error as _;
    let text = match (error.status(), error.source()) {
        (Some(code), Some(words)) => format!("{code} {words}"),
        _ => error.to_string(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
