//! The flags of mail. All or none: without a host no mail is sent, and everything else works.

use super::Misuse;
use crate::config::{MailHost, MailPassword, MailSettings};
use anyhow::Context;
use clap::{Args, ValueEnum};
use lettre::message::Mailbox;
use std::path::PathBuf;
use workflow::ports::Encryption;

/// Where the password may stand instead of in a file.
const PASSWORD: &str = "PEJLING_MAIL_PASSWORD";

#[derive(Args, Debug)]
#[command(next_help_heading = "Mail: reminders and new passwords; without a host none is sent")]
pub(super) struct MailArguments {
    /// Mail server, e.g. smtp.example.dk
    #[arg(long, value_name = "HOST", env = "PEJLING_MAIL_HOST", requires = "mail_from")]
    mail_host: Option<MailHost>,
    /// Its port; 465 with tls, 587 with starttls, 25 with none
    #[arg(long, value_name = "PORT", env = "PEJLING_MAIL_PORT", requires = "mail_host")]
    mail_port: Option<u16>,
    /// How the way there is encrypted
    #[arg(long, value_name = "HOW", env = "PEJLING_MAIL_TLS", default_value = "starttls")]
    mail_tls: MailTls,
    /// Whom to sign in as; the password comes from --mail-password-file or PEJLING_MAIL_PASSWORD
    #[arg(long, value_name = "NAME", env = "PEJLING_MAIL_USER", requires = "mail_host")]
    mail_user: Option<String>,
    /// File that holds the password alone
    #[arg(long, value_name = "FILE", env = "PEJLING_MAIL_PASSWORD_FILE", requires = "mail_user")]
    mail_password_file: Option<PathBuf>,
    /// Who mails are from, e.g. "Pejling <pejling@example.dk>"
    #[arg(long, value_name = "ADDRESS", env = "PEJLING_MAIL_FROM", requires = "mail_host", value_parser = sender)]
    mail_from: Option<Mailbox>,
}

fn sender(text: &str) -> Result<Mailbox, String> {
    text.parse().map_err(|_| "write an address, such as \"Pejling <pejling@example.dk>\"".to_owned())
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum MailTls {
    /// From the first byte
    Tls,
    /// After a word in the clear; without it nothing is sent
    Starttls,
    /// Not at all: for a server on this machine, or one that asks for no password
    None,
}

impl From<MailTls> for Encryption {
    fn from(tls: MailTls) -> Self {
        match tls {
            MailTls::Tls => Self::Tls,
            MailTls::Starttls => Self::StartTls,
            MailTls::None => Self::None,
        }
    }
}

impl MailArguments {
    /// The settings; none where no host is given.
    pub(super) fn settings(&self) -> anyhow::Result<Option<MailSettings>> {
        let Some((host, from)) = self.mail_host.clone().zip(self.mail_from.clone()) else { return Ok(None) };
        let encryption = Encryption::from(self.mail_tls);
        let login = match &self.mail_user {
            Some(_) if encryption == Encryption::None && !host.is_here() => {
                let mend = "--mail-tls (PEJLING_MAIL_TLS) none: a password would go over the network for all to read: \
                            use tls or starttls, or leave --mail-user out";
                return Err(Misuse(mend.to_owned()).into());
            }
            Some(user) => Some((user.clone(), self.password()?)),
            None => None,
        };
        Ok(Some(MailSettings { host, port: self.mail_port, encryption, login, from }))
    }

    fn password(&self) -> anyhow::Result<MailPassword> {
        let password = match (&self.mail_password_file, std::env::var(PASSWORD).ok()) {
            (Some(file), None) => std::fs::read_to_string(file)
                .with_context(|| format!("--mail-password-file {}", file.display()))?
                .trim_end_matches(['\r', '\n'])
                .to_owned(),
            (None, Some(password)) => password,
            (Some(_), Some(_)) => {
                let mend = format!("--mail-password-file and {PASSWORD} are both given: keep one of them");
                return Err(Misuse(mend).into());
            }
            (None, None) => String::new(),
        };
        if password.is_empty() {
            let mend = format!(
                "--mail-user (PEJLING_MAIL_USER) has no password: give --mail-password-file, or {PASSWORD} in the environment"
            );
            return Err(Misuse(mend).into());
        }
        Ok(MailPassword::new(password))
    }
}
