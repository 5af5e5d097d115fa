//! The mail server that is written to, where there is one.

use lettre::message::Mailbox;
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;
use workflow::ports::Encryption;

/// Everything there is to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSettings {
    /// Its name or address.
    pub host: MailHost,
    /// Its port; the usual one of the encryption where none is said.
    pub port: Option<u16>,
    /// How the way there is closed to others.
    pub encryption: Encryption,
    /// Whom the program signs in as, where the server asks.
    pub login: Option<(String, MailPassword)>,
    /// Who the mails are from.
    pub from: Mailbox,
}

impl MailSettings {
    /// The port that is used.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.encryption {
            Encryption::Tls => 465,
            Encryption::StartTls => 587,
            Encryption::None => 25,
        })
    }
}

/// A host as it is asked for: a name or an address, without a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailHost(String);

impl MailHost {
    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is this machine: nothing goes over a network.
    pub fn is_here(&self) -> bool {
        self.0 == "localhost" || self.0.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

impl FromStr for MailHost {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        let holds = text.parse::<IpAddr>().is_ok() || (!text.is_empty() && text.chars().all(plain));
        if holds {
            Ok(Self(text.to_owned()))
        } else {
            Err("write its name alone, such as smtp.example.dk".to_owned())
        }
    }
}

/// A password that is shown nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct MailPassword(String);

impl MailPassword {
    /// From what was read.
    pub fn new(password: String) -> Self {
        Self(password)
    }

    /// The password itself: for signing in only.
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for MailPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailPassword")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(host: &str) -> MailSettings {
        MailSettings {
            host: host.parse().unwrap(),
            port: None,
            encryption: Encryption::StartTls,
            login: Some(("pejling".into(), MailPassword::new("hemmelig".into()))),
            from: "Pejling <pejling@kommune.example>".parse().unwrap(),
        }
    }

    #[test]
    fn the_password_is_shown_nowhere() {
        assert!(!format!("{:?}", settings("smtp.kommune.example")).contains("hemmelig"));
    }

    #[test]
    fn each_encryption_has_its_usual_port() {
        let port = |encryption| MailSettings { encryption, ..settings("smtp.kommune.example") }.port();
        assert_eq!([Encryption::Tls, Encryption::StartTls, Encryption::None].map(port), [465, 587, 25]);
        assert_eq!(MailSettings { port: Some(2525), ..settings("localhost") }.port(), 2525);
    }

    #[test]
    fn a_host_is_a_name_or_an_address() {
        for wrong in ["", "smtp.kommune.example:587", "smtp://kommune.example", "a b", "anna@kommune.example"]
        {
            assert!(wrong.parse::<MailHost>().is_err(), "{wrong}");
        }
        let here = |host: &str| host.parse::<MailHost>().unwrap().is_here();
        assert!(here("localhost") && here("127.0.0.1") && here("::1"));
        assert!(!here("smtp.kommune.example") && !here("10.0.0.1"));
    }
}
