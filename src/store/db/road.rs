//! The way to a PostgreSQL server on another machine: it carries every answer and comment, so nobody on it may read along.

use sqlx::postgres::{PgConnectOptions, PgSslMode};
use std::net::IpAddr;

/// A server on another machine, and nothing said of the way there.
#[derive(Debug, thiserror::Error)]
#[error(
    "the server is on another machine: add ?sslmode=verify-full to the address (and &sslrootcert=FILE for an authority \
     that this machine does not trust by itself), or ?sslmode=disable where nobody else is on the way there"
)]
pub(super) struct OpenRoad;

/// Lets through what stays on this machine, what is encrypted for a server that proves its name, and what whoever set it
/// up has said is a way of their own.
pub(super) fn checked(options: PgConnectOptions) -> Result<PgConnectOptions, OpenRoad> {
    let host = options.get_host();
    let here = options.get_socket().is_some()
        || host.starts_with('/')
        || host == "localhost"
        || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    match options.get_ssl_mode() {
        _ if here => Ok(options),
        PgSslMode::VerifyFull => Ok(options),
        PgSslMode::Disable => {
            tracing::warn!(
                "the database is on another machine and spoken to in the clear, as its address says"
            );
            Ok(options)
        }
        _ => Err(OpenRoad),
    }
}
