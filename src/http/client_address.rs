//! From where a request came: the peer of the connection, or, where the peer is a proxy that the operator trusts, the
//! address that the proxy saw.

use super::App;
use super::error::HttpError;
use crate::network::Network;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

/// What proxies add the address to from which a request reached them.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The address of whoever sent a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

impl ClientAddress {
    /// What stands for whoever is behind it: an IPv6 user owns a whole /64.
    pub fn network(self) -> IpAddr {
        // Over a socket that takes both families an IPv4 address comes as ::ffff:a.b.c.d, and all of those share one /64.
        match self.0.to_canonical() {
            IpAddr::V4(address) => IpAddr::V4(address),
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        }
    }
}

impl FromRequestParts<Arc<App>> for ClientAddress {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, HttpError> {
        let peer = ConnectInfo::<SocketAddr>::from_request_parts(parts, app).await;
        // Every connection has one; without it nobody is told apart, so all share one allowance.
        let peer = peer.map_or(IpAddr::from([0, 0, 0, 0]), |ConnectInfo(peer)| peer.ip());
        Ok(Self(client(peer, &parts.headers, &app.trusted_proxies)))
    }
}

/// Goes back from the peer as long as a trusted proxy vouches for where it got the request from. What stands further left
/// in the header was written by somebody else and may be invented.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let lines = headers.get_all(FORWARDED_FOR).iter().rev();
    let mut hops = lines.flat_map(|line| line.to_str().unwrap_or_default().rsplit(','));
    let mut address = peer.to_canonical();
    while is_trusted(address) {
        match hops.next().and_then(read) {
            Some(earlier) => address = earlier,
            None => break,
        }
    }
    address
}

/// An address as proxies write it, some with the port.
fn read(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let without_port = || hop.parse().map(|address: SocketAddr| address.ip());
    let bare = hop.trim_start_matches('[').trim_end_matches(']');
    let address = bare.parse().or_else(|_| without_port()).ok()?;
    Some(address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client_of(peer: &str, lines: &[&str]) -> String {
        let trusted: Vec<Network> = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"]
            .map(|text| text.parse().unwrap())
            .into();
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED_FOR, line.parse().unwrap());
        }
        client(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn an_ipv6_user_is_known_by_the_network_and_an_ipv4_one_by_the_address() {
        let network = |text: &str| ClientAddress(text.parse().unwrap()).network();
        assert_ne!(network("::ffff:10.0.0.1"), network("::ffff:10.0.0.2"));
        assert_eq!(network("::ffff:10.0.0.1"), network("10.0.0.1"));
        assert_eq!(network("2001:db8::1"), network("2001:db8::2"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
    }

    #[test]
    fn a_peer_that_is_no_trusted_proxy_is_the_client_whatever_it_says() {
        assert_eq!(client_of("198.51.100.7", &["203.0.113.9"]), "198.51.100.7");
    }

    #[test]
    fn over_an_ipv6_socket_an_ipv4_peer_keeps_its_address() {
        assert_eq!(client_of("::ffff:198.51.100.7", &[]), "198.51.100.7");
        assert_eq!(client_of("::ffff:127.0.0.1", &["203.0.113.9"]), "203.0.113.9");
    }

    #[test]
    fn behind_proxies_the_last_address_that_is_none_of_them_counts() {
        for (lines, client) in [
            (&["203.0.113.9"][..], "203.0.113.9"),
            (&["198.51.100.1, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
            (&["198.51.100.1", "203.0.113.9", "10.0.0.2,10.0.0.3"], "203.0.113.9"),
            (&["2001:db8::7, fd00::1"], "2001:db8::7"),
            (&["203.0.113.9:4711"], "203.0.113.9"),
            (&["[2001:db8::7]:4711"], "2001:db8::7"),
            (&["[2001:db8::7]"], "2001:db8::7"),
        ] {
            assert_eq!(client_of("127.0.0.1", lines), client, "{lines:?}");
        }
    }

    #[test]
    fn where_the_header_ends_or_cannot_be_read_the_proxy_that_sent_it_counts() {
        for (lines, client) in [
            (&[][..], "127.0.0.1"),
            (&["10.0.0.2"], "10.0.0.2"),
            (&["203.0.113.9, unknown"], "127.0.0.1"),
            (&["203.0.113.9, unknown, 10.0.0.2"], "10.0.0.2"),
            (&[""], "127.0.0.1"),
        ] {
            assert_eq!(client_of("127.0.0.1", lines), client, "{lines:?}");
        }
    }
}
