//! A row of internet addresses, as settings name it: `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`.

use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

/// Addresses that begin with the same bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    first: IpAddr,
    bits: u32,
}

impl Network {
    /// Whether the address is one of them. An IPv4 address that came over an IPv6 socket counts as IPv4.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.first, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => (own.to_bits() ^ other.to_bits()).leading_zeros() >= self.bits,
            (IpAddr::V6(own), IpAddr::V6(other)) => (own.to_bits() ^ other.to_bits()).leading_zeros() >= self.bits,
            _ => false,
        }
    }

    /// The network of so many bits that an address lies in.
    fn around(address: IpAddr, bits: u32) -> Self {
        match address {
            IpAddr::V6(v6) if v6.to_ipv4_mapped().is_some() && bits >= 96 => Self {
                first: address.to_canonical(),
                bits: bits - 96,
            },
            _ => Self { first: address, bits },
        }
    }
}

impl From<IpAddr> for Network {
    fn from(address: IpAddr) -> Self {
        let bits = if address.is_ipv4() { 32 } else { Ipv6Addr::BITS };
        Self::around(address, bits)
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (address, bits) = text
            .split_once('/')
            .map_or((text, None), |(address, bits)| (address, Some(bits)));
        let read = || {
            let whole = Self::from(address.parse::<IpAddr>().ok()?);
            let Some(bits) = bits else { return Some(whole) };
            let most = if address.contains(':') { 128 } else { 32 };
            let bits = bits.parse().ok().filter(|bits| *bits <= most)?;
            Some(Self::around(address.parse().ok()?, bits))
        };
        read().ok_or_else(|| "it is an address or a network, as in 10.0.0.7, 10.0.0.0/8 or fd00::/8".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contains(network: &str, address: &str) -> bool {
        network.parse::<Network>().unwrap().contains(address.parse().unwrap())
    }

    #[test]
    fn an_address_alone_is_a_network_of_one() {
        assert!(contains("127.0.0.1", "127.0.0.1") && !contains("127.0.0.1", "127.0.0.2"));
        assert!(contains(" ::1 ", "::1") && !contains("::1", "::2"));
    }

    #[test]
    fn a_network_holds_what_begins_with_its_bits() {
        for (network, inside, outside) in [
            ("10.0.0.0/8", "10.255.1.2", "11.0.0.0"),
            ("192.168.1.77/24", "192.168.1.0", "192.168.2.0"),
            ("10.0.0.4/30", "10.0.0.7", "10.0.0.8"),
            ("fd00::/8", "fdff::1", "fe00::1"),
            ("2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1"),
            ("0.0.0.0/0", "255.255.255.255", "::1"),
            ("::/0", "ffff::", "10.0.0.1"),
        ] {
            assert!(contains(network, inside), "{inside} is in {network}");
            assert!(!contains(network, outside), "{outside} is not in {network}");
        }
    }

    #[test]
    fn an_ipv4_address_is_the_same_over_an_ipv6_socket() {
        assert!(contains("10.0.0.0/8", "::ffff:10.1.2.3"));
        assert!(contains("::ffff:10.0.0.0/104", "10.1.2.3"));
        assert!(!contains("::ffff:10.0.0.0/104", "11.1.2.3"));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for text in [
            "",
            "proxy",
            "10.0.0.0/33",
            "::/129",
            "10.0.0.0/",
            "10.0.0.0/-1",
            "10.0.0.0/8/8",
            "/8",
            "10.0.0.7:80",
        ] {
            assert!(text.parse::<Network>().is_err(), "{text}");
        }
    }
}
