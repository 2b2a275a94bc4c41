//! Bounds how often wrong join codes can be tried from one address, so that a six-character code is enough: of a billion
//! codes one address tries two a second. Who is over the bound waits even with the right code, or the bound would tell the
//! right one from the wrong ones; the people behind one address wait no longer than the guessing goes on.

use crate::room::ids::Millis;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

/// Wrong codes that one address may try at once: a whole delegation behind one address mistypes now and then.
const BURST: i64 = 300;
/// One more wrong code is allowed after this many milliseconds.
const REFILL_MS: i64 = 500;
/// Addresses that are remembered; beyond, the memory starts anew.
const ADDRESSES_MAX: usize = 10_000;

/// Wrong codes by address, as the time until which the allowance is used up (a leaky bucket).
#[derive(Debug, Default)]
pub struct Guesses(Mutex<HashMap<IpAddr, i64>>);

impl Guesses {
    /// Whether the address may try another code.
    pub fn may_try(&self, address: IpAddr, now: Millis) -> bool {
        let used_until = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&network(address))
            .copied();
        used_until.is_none_or(|until| until - now.0 < BURST * REFILL_MS)
    }

    /// The address tried a code that opens nothing.
    pub fn was_wrong(&self, address: IpAddr, now: Millis) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= ADDRESSES_MAX {
            all.retain(|_, until| *until > now.0);
            if all.len() >= ADDRESSES_MAX {
                all.clear();
            }
        }
        let until = all.entry(network(address)).or_insert(now.0);
        *until = (*until).max(now.0) + REFILL_MS;
    }
}

/// An IPv6 user owns a whole /64.
fn network(address: IpAddr) -> IpAddr {
    // Over a socket that takes both families an IPv4 address comes as ::ffff:a.b.c.d, and all of those share one /64.
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_many_wrong_codes_an_address_waits_and_others_do_not() {
        let guesses = Guesses::default();
        let (guesser, other) = (IpAddr::from([10, 0, 0, 1]), IpAddr::from([10, 0, 0, 2]));
        for _ in 0..BURST {
            assert!(guesses.may_try(guesser, Millis(0)));
            guesses.was_wrong(guesser, Millis(0));
        }
        assert!(!guesses.may_try(guesser, Millis(0)));
        assert!(guesses.may_try(other, Millis(0)));
        assert!(guesses.may_try(guesser, Millis(REFILL_MS)));
    }

    #[test]
    fn ipv4_addresses_on_an_ipv6_socket_are_told_apart() {
        let guesses = Guesses::default();
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        for _ in 0..BURST {
            guesses.was_wrong(address("::ffff:10.0.0.1"), Millis(0));
            guesses.was_wrong(address("2001:db8::1"), Millis(0));
        }
        assert!(!guesses.may_try(address("10.0.0.1"), Millis(0)));
        assert!(guesses.may_try(address("::ffff:10.0.0.2"), Millis(0)));
        assert!(
            !guesses.may_try(address("2001:db8::2"), Millis(0)),
            "one user has the whole /64"
        );
        assert!(guesses.may_try(address("2001:db8:0:1::1"), Millis(0)));
    }
}
