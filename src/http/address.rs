//! Whose request it is, for limits alone: never logged, never stored.

use crate::config::Cidr;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Once};

/// The address that a request is counted under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Address(pub(super) IpAddr);

/// Once is enough: the log says that something is to be mended, not how often.
static TOLD: Once = Once::new();

/// Notes the address of each request.
pub(super) async fn note(
    State(trusted): State<Arc<Vec<Cidr>>>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    // Without connect information (a test that calls the router itself) everything counts as one address.
    let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    if is_forwarded_unheard(peer, request.headers(), &trusted) {
        TOLD.call_once(|| {
            tracing::warn!(
                "a proxy that is not trusted forwards requests, so that all of its visitors count as one address: \
                 name it with --trusted-proxy, or keep it from sending X-Forwarded-For"
            );
        });
    }
    let address = network(behind(peer, request.headers(), &trusted));
    request.extensions_mut().insert(Address(address));
    next.run(request).await
}

/// Whether somebody forwards a request for another and is not believed.
fn is_forwarded_unheard(peer: IpAddr, headers: &HeaderMap, trusted: &[Cidr]) -> bool {
    let peer = peer.to_canonical();
    headers.contains_key("x-forwarded-for") && !trusted.iter().any(|range| range.contains(peer))
}

/// The nearest address that no trusted proxy has: `X-Forwarded-For` is read from the right, where our own proxies
/// write, since anybody may write on the left.
fn behind(peer: IpAddr, headers: &HeaderMap, trusted: &[Cidr]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|range| range.contains(address));
    let mut nearest = peer.to_canonical();
    if !is_trusted(nearest) {
        return nearest;
    }
    let lines: Vec<&str> =
        headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
    for hop in lines.iter().flat_map(|line| line.split(',')).rev() {
        let Ok(address) = hop.trim().parse::<IpAddr>() else { break };
        nearest = address.to_canonical();
        if !is_trusted(nearest) {
            break;
        }
    }
    nearest
}

/// A household has a whole IPv6 network of 64 bits: it counts as one address.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(peer: &str, forwarded: &[&str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let trusted: Vec<Cidr> = trusted.iter().map(|range| range.parse().unwrap()).collect();
        behind(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn nobody_but_a_trusted_proxy_may_say_whose_request_it_is() {
        assert_eq!(address("203.0.113.5", &["198.51.100.1"], &[]), "203.0.113.5");
        assert_eq!(address("203.0.113.5", &["198.51.100.1"], &["10.0.0.0/8"]), "203.0.113.5");
    }

    #[test]
    fn a_proxy_that_is_not_named_is_told_of() {
        let forwarded = |peer: &str, forwarded: bool, trusted: &[&str]| {
            let mut headers = HeaderMap::new();
            if forwarded {
                headers.append("x-forwarded-for", "198.51.100.1".parse().unwrap());
            }
            let trusted: Vec<Cidr> = trusted.iter().map(|range| range.parse().unwrap()).collect();
            is_forwarded_unheard(peer.parse().unwrap(), &headers, &trusted)
        };
        assert!(forwarded("10.0.0.1", true, &[]) && forwarded("10.0.0.1", true, &["10.0.0.2"]));
        assert!(!forwarded("10.0.0.1", false, &[]) && !forwarded("::ffff:10.0.0.1", true, &["10.0.0.1"]));
    }

    #[test]
    fn the_last_address_before_the_trusted_proxies_counts() {
        let proxies = ["10.0.0.0/8"];
        assert_eq!(address("10.0.0.1", &["198.51.100.1"], &proxies), "198.51.100.1");
        assert_eq!(address("10.0.0.1", &["192.0.2.66, 198.51.100.1, 10.0.0.2"], &proxies), "198.51.100.1");
        assert_eq!(address("10.0.0.1", &["192.0.2.66", "198.51.100.1"], &proxies), "198.51.100.1");
        assert_eq!(address("10.0.0.1", &["not an address"], &proxies), "10.0.0.1");
        assert_eq!(address("10.0.0.1", &[], &proxies), "10.0.0.1");
    }

    #[test]
    fn addresses_of_one_network_of_64_bits_are_one() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:aaaa::1"), of("2001:db8:1:2:bbbb::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }
}
