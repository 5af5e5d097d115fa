//! What the program is told: each value is parsed once, so that a wrong one never starts the program.

mod mail;
mod sign_on;

pub use mail::{MailHost, MailPassword, MailSettings};
pub use sign_on::{Issuer, SignOnSettings, protected};

use std::fmt;
use std::net::IpAddr;
use std::path::Path;
use std::str::FromStr;

/// The database's address. Its `Debug` and `Display` hide a password.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// The address itself, password included: for the connection only.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// The file that it names; none where it names a server.
    pub fn file(&self) -> Option<&Path> {
        let file = self.0.strip_prefix("sqlite://")?.split('?').next()?;
        (!file.is_empty()).then_some(Path::new(file))
    }
}

impl FromStr for DatabaseUrl {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        if ["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme)) {
            Ok(Self(text.to_owned()))
        } else {
            Err("write sqlite://FILE or postgres://USER@HOST/NAME".to_owned())
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((scheme, rest)) = self.0.split_once("://") else { return f.write_str(&self.0) };
        // What follows a question mark may hold a password too.
        let rest = rest.split_once('?').map_or(rest, |(address, _)| address);
        let (user, place) = rest.rsplit_once('@').map_or(("", rest), |(user, place)| (user, place));
        let user = user.split(':').next().unwrap_or_default();
        let at = if user.is_empty() { "" } else { "@" };
        write!(f, "{scheme}://{user}{at}{place}")
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Where people find the program: scheme, host and port, as a browser writes an origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// Without a slash at the end, e.g. `https://pejling.example.dk`.
    pub fn origin(&self) -> &str {
        &self.0
    }
    /// Whether it is of this machine alone, so that nothing crosses a network.
    pub fn local(&self) -> bool {
        let authority = self.0.split_once("://").map_or("", |(_, authority)| authority);
        let host = match authority.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or_default(),
            None => authority.split(':').next().unwrap_or_default(),
        };
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
    /// Whether it is https: then cookies are `Secure` and browsers are told to stay with https.
    pub fn secure(&self) -> bool {
        self.0.starts_with("https://")
    }
}

impl FromStr for PublicUrl {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "write scheme and host alone, such as https://pejling.example.dk".to_owned();
        let uri: axum::http::Uri = text.parse().map_err(|_| wrong())?;
        let (scheme, authority) = uri.scheme_str().zip(uri.authority()).ok_or_else(wrong)?;
        let default_port = match scheme {
            "http" => 80,
            "https" => 443,
            _ => return Err(wrong()),
        };
        if uri.path() != "/" || uri.query().is_some() || authority.as_str().contains('@') {
            return Err(wrong());
        }
        let host = authority.host().to_ascii_lowercase();
        Ok(Self(match authority.port_u16() {
            Some(port) if port != default_port => format!("{scheme}://{host}:{port}"),
            _ => format!("{scheme}://{host}"),
        }))
    }
}

/// A range of addresses, such as `10.0.0.0/8`; one address alone is a range of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cidr {
    network: IpAddr,
    bits: u8,
}

impl Cidr {
    /// Whether the range holds this address.
    pub fn contains(&self, address: IpAddr) -> bool {
        let (wide, one, other) = match (self.network, address.to_canonical()) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                (32, u128::from(network.to_bits()), u128::from(address.to_bits()))
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => (128, network.to_bits(), address.to_bits()),
            _ => return false,
        };
        (one ^ other).checked_shr(wide - u32::from(self.bits)).unwrap_or(0) == 0
    }
}

impl FromStr for Cidr {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "write an address or a range, such as 10.0.0.0/8 or ::1".to_owned();
        let (address, bits) =
            text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let network: IpAddr = address.parse().map_err(|_| wrong())?;
        let most = if network.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse::<u8>).map_err(|_| wrong())?;
        if bits > most { Err(wrong()) } else { Ok(Self { network, bits }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_database_never_shows_its_password() {
        let url: DatabaseUrl =
            "postgres://anna:hemmelig@db.example:5432/pejling?password=hemmelig".parse().unwrap();
        assert_eq!(format!("{url}"), "postgres://anna@db.example:5432/pejling");
        assert_eq!(format!("{url:?}"), "postgres://anna@db.example:5432/pejling");
        let file: DatabaseUrl = "sqlite://pejling.db".parse().unwrap();
        assert_eq!(format!("{file}"), "sqlite://pejling.db");
        assert!("mysql://x".parse::<DatabaseUrl>().is_err());
    }

    #[test]
    fn a_public_address_is_written_as_a_browser_writes_an_origin() {
        let origin = |text: &str| text.parse::<PublicUrl>().map(|url| url.origin().to_owned());
        assert_eq!(origin("https://Pejling.Example.dk/").unwrap(), "https://pejling.example.dk");
        assert_eq!(origin("https://pejling.example.dk:443").unwrap(), "https://pejling.example.dk");
        assert_eq!(origin("http://127.0.0.1:3000").unwrap(), "http://127.0.0.1:3000");
        for wrong in ["pejling.example.dk", "ftp://x", "https://x/path", "https://x/?q", "https://a@x"] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_a_name_of_this_machine_is_local() {
        let local = |text: &str| text.parse::<PublicUrl>().unwrap().local();
        for here in
            ["http://localhost:3000", "http://127.0.0.1:3000", "http://127.9.9.9", "http://[::1]:3000"]
        {
            assert!(local(here), "{here}");
        }
        for elsewhere in [
            "http://pejling.example.dk",
            "http://0.0.0.0:3000",
            "http://localhost.example",
            "http://10.0.0.1",
        ] {
            assert!(!local(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn a_range_holds_what_shares_its_first_bits() {
        let holds =
            |range: &str, address: &str| range.parse::<Cidr>().unwrap().contains(address.parse().unwrap());
        assert!(holds("10.0.0.0/8", "10.200.3.4") && !holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("0.0.0.0/0", "203.0.113.9") && !holds("0.0.0.0/0", "2001:db8::1"));
        assert!(holds("127.0.0.1", "127.0.0.1") && !holds("127.0.0.1", "127.0.0.2"));
        assert!(holds("10.0.0.0/8", "::ffff:10.1.1.1"));
        assert!(holds("2001:db8::/32", "2001:db8:1::1") && !holds("2001:db8::/32", "2001:db9::1"));
        for wrong in ["10.0.0.0/33", "10.0.0", "::1/129", "x/8", "10.0.0.0/-1"] {
            assert!(wrong.parse::<Cidr>().is_err(), "{wrong}");
        }
    }
}
