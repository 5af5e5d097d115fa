//! The provider of sign-ons, where there is one.

use super::MailPassword as Secret;
use axum::http::Uri;
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// Everything there is to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOnSettings {
    /// Its address, by which it names itself.
    pub issuer: Issuer,
    /// What it calls this program.
    pub client: String,
    /// With what this program proves that.
    pub secret: Secret,
    /// What people call it.
    pub label: String,
    /// Where browsers come back to: the public address with [`app::pages::sign_on::BACK`].
    pub back: String,
}

/// A provider's address as it writes it itself: compared letter by letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer(String);

impl Issuer {
    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Issuer {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let plain = !text.contains(['?', '#']) && protected(text);
        if plain {
            Ok(Self(text.to_owned()))
        } else {
            Err("write its address as it does itself, such as https://login.example.dk/tenant; http is taken for this \
                 machine alone"
                .to_owned())
        }
    }
}

/// Whether nobody on the way reads what is sent to an address: https, or this machine.
pub fn protected(address: &str) -> bool {
    let Ok(uri) = address.parse::<Uri>() else { return false };
    let Some(authority) = uri.authority().filter(|authority| !authority.as_str().contains('@')) else {
        return false;
    };
    match uri.scheme_str() {
        Some("https") => true,
        Some("http") => {
            let host = authority.host().trim_matches(['[', ']']);
            host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_is_https_or_on_this_machine() {
        for right in [
            "https://login.example.dk",
            "https://login.example.dk/a/v2.0",
            "http://127.0.0.1:3001",
            "http://localhost:1",
        ] {
            assert_eq!(right.parse::<Issuer>().unwrap().as_str(), right);
        }
        for wrong in
            ["http://login.example.dk", "login.example.dk", "https://a@b", "https://x/?q=1", "file:///x", ""]
        {
            assert!(wrong.parse::<Issuer>().is_err(), "{wrong}");
        }
    }
}
