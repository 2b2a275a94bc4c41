//! What one seat may ask of the server, and one address of the door, so that a device that has gone wild or somebody hostile takes
//! nobody else's time. People never come near these bounds; a script that does is slowed where it can wait (on a socket, of which
//! no more is read for a moment, so that nothing is lost) and told to come back where it cannot (a plain request).

mod bucket;

use crate::room::ids::SeatId;
use bucket::{Bucket, Rate};
use metrics::{Counter, counter};
use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A command, or anything else in a text frame.
    Command,
    /// An update of the notes.
    Edit,
    /// Bytes of such updates.
    EditBytes,
    /// What says nothing: a WebSocket's ping or pong, an empty update.
    Nothing,
    /// Where somebody's cursor stands.
    Cursor,
    /// The notes as a whole, or all cursors.
    Sync,
    /// A socket.
    Socket,
    /// A plain request that reads.
    Request,
    /// A document that has to be made.
    Document,
    /// A seat. Counted by address: whoever joins has no seat yet.
    Seat,
    /// A look at what a code opens, or at its QR code. Counted by address, as a seat.
    Invitation,
    /// A seat in one room, so that one address leaves seats for others.
    SeatInRoom,
    /// A wrong join code, by address too. A six-character code is enough because of this: of a billion codes one address tries two a
    /// second. Who is over the bound waits even with the right code, or the bound would tell the right one from the wrong ones;
    /// the people behind one address wait no longer than the guessing goes on.
    Guess,
}

const KINDS: usize = 13;

impl Kind {
    fn rate(self) -> Rate {
        let (burst, per_second) = match self {
            // An imported list and a year of clicking. What follows writes 30 kB a second where commands are short.
            Self::Command => (2_000, 100),
            // An eighth of what a room carries on one core, and a hundred times what fast typing is.
            Self::Edit => (10_000, 5_000),
            // Several large pastes; then four times what five thousand letters a second are.
            Self::EditBytes => (8 * 1_024 * 1_024, 256 * 1_024),
            // One in 25 s from each of a seat's sockets is what there is.
            Self::Nothing => (2_000, 100),
            // Told ten times a second at most, whatever comes.
            Self::Cursor => (500, 50),
            // Each answer may be the whole document. A phone in bad Wi-Fi needs one each time it comes back.
            Self::Sync | Self::Socket => (200, 10),
            Self::Request => (1_000, 50),
            // Each takes a processor for up to a second.
            Self::Document => (300, 2),
            // Ten thousand phones behind one address within a minute.
            Self::Invitation => (6_000, 100),
            // A whole conference behind one address, and no more than fits into one room beside others.
            Self::Seat => (12_000, 50),
            // Of 20,000 the largest hall behind one address; somebody else still gets in after hours of flooding.
            Self::SeatInRoom => (12_000, 1),
            // A whole delegation behind one address mistypes now and then.
            Self::Guess => (300, 2),
        };
        Rate { burst, per_second }
    }

    /// As the metrics call it.
    fn name(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::Edit => "edit",
            Self::EditBytes => "edit-bytes",
            Self::Nothing => "nothing",
            Self::Cursor => "cursor",
            Self::Sync => "sync",
            Self::Socket => "socket",
            Self::Request => "request",
            Self::Document => "document",
            Self::Seat => "seat",
            Self::Invitation => "invitation",
            Self::SeatInRoom => "seat-in-room",
            Self::Guess => "guess",
        }
    }

    fn slowed(self) -> Counter {
        counter!("roundtable_slowed_total", "kind" => self.name())
    }
}

/// What seats and addresses have used of what they may.
#[derive(Debug)]
pub struct Allowances {
    seats: Ledger<SeatId>,
    addresses: Ledger<IpAddr>,
    /// By address, meeting and room.
    doors: Ledger<(IpAddr, String, String)>,
    measure: Measure,
}

/// By what amounts are measured: the moment from which time is counted, and how many times the usual is allowed.
#[derive(Debug, Clone, Copy)]
struct Measure {
    started: Instant,
    times: u32,
}

impl Measure {
    fn now(self) -> u64 {
        u64::try_from(self.started.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    fn rate(self, kind: Kind) -> Rate {
        let Rate { burst, per_second } = kind.rate();
        let times = u64::from(self.times);
        Rate {
            burst: burst * times,
            per_second: per_second * times,
        }
    }
}

impl Allowances {
    /// With so many times the usual amounts.
    pub fn new(times: u32) -> Self {
        let started = Instant::now();
        Self {
            seats: Ledger::default(),
            addresses: Ledger::default(),
            doors: Ledger::default(),
            measure: Measure { started, times },
        }
    }

    /// That of a seat.
    pub fn of_seat(&self, seat: &SeatId) -> Allowance {
        Allowance {
            buckets: self.seats.of(seat, self.measure.now()),
            measure: self.measure,
        }
    }

    /// That of an address.
    pub fn of_address(&self, address: IpAddr) -> Allowance {
        Allowance {
            buckets: self.addresses.of(&address, self.measure.now()),
            measure: self.measure,
        }
    }
}

impl Allowances {
    /// That of an address at the door of one room.
    pub fn of_address_in(&self, address: IpAddr, meeting: &str, room: &str) -> Allowance {
        let door = (address, meeting.to_owned(), room.to_owned());
        Allowance {
            buckets: self.doors.of(&door, self.measure.now()),
            measure: self.measure,
        }
    }
}

/// One seat's or address's.
#[derive(Debug, Clone)]
pub struct Allowance {
    buckets: Arc<Buckets>,
    measure: Measure,
}

type Buckets = [Bucket; KINDS];

impl Allowance {
    /// Waits until so much more may be taken. Whoever waits has it already, so that nothing is lost on the way.
    pub async fn wait(&self, kind: Kind, amount: usize) {
        let amount = u64::try_from(amount).unwrap_or(u64::MAX);
        let wait = self.buckets[kind as usize].take(amount, self.measure.now(), self.measure.rate(kind));
        if !wait.is_zero() {
            kind.slowed().increment(1);
            // Elsewhere than in the task of every phone, of which hardly any ever waits.
            Box::pin(tokio::time::sleep(wait)).await;
        }
    }

    /// Whether one of these would be allowed.
    pub fn has(&self, kind: Kind) -> bool {
        self.buckets[kind as usize].has_one(self.measure.now(), self.measure.rate(kind))
    }

    /// Takes one of these if it is allowed; if not, says after what time it will be.
    pub fn take(&self, kind: Kind) -> Result<(), Duration> {
        let taken = self.buckets[kind as usize].try_take(1, self.measure.now(), self.measure.rate(kind));
        taken.inspect_err(|_| kind.slowed().increment(1))
    }
}

/// Entries that are kept without looking whether they are of use.
const KEPT_MIN: usize = 1_024;
/// Entries that are kept at most, besides those of whoever is connected: who has many addresses must not fill the memory with them.
const KEPT_MAX: usize = 100_000;

/// Buckets by whose they are. Those that are full and that nobody holds are forgotten now and then.
#[derive(Debug)]
struct Ledger<Key>(Mutex<Pages<Key>>);

#[derive(Debug)]
struct Pages<Key> {
    buckets: HashMap<Key, Arc<Buckets>>,
    tidied_at_len: usize,
}

impl<Key> Default for Ledger<Key> {
    fn default() -> Self {
        Self(Mutex::new(Pages {
            buckets: HashMap::new(),
            tidied_at_len: KEPT_MIN,
        }))
    }
}

impl<Key: Eq + Hash + Clone> Ledger<Key> {
    fn of(&self, key: &Key, now: u64) -> Arc<Buckets> {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = pages.buckets.get(key) {
            return known.clone();
        }
        if pages.buckets.len() >= pages.tidied_at_len {
            pages.buckets.retain(|_, buckets| is_of_use(buckets, now));
            if pages.buckets.len() >= KEPT_MAX {
                pages.buckets.retain(|_, buckets| Arc::strong_count(buckets) > 1);
            }
            // Each tidying goes through all of them, so it comes as often as their number doubles.
            pages.tidied_at_len = (2 * pages.buckets.len()).clamp(KEPT_MIN, KEPT_MAX);
        }
        pages.buckets.entry(key.clone()).or_default().clone()
    }
}

fn is_of_use(buckets: &Arc<Buckets>, now: u64) -> bool {
    Arc::strong_count(buckets) > 1 || buckets.iter().any(|bucket| !bucket.is_full(now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::limits::SEATS_MAX;

    fn seat(name: &str) -> SeatId {
        SeatId::new(name).unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn a_seat_that_floods_waits_and_others_do_not() {
        let allowances = Allowances::new(1);
        let (wild, calm) = (allowances.of_seat(&seat("wild")), allowances.of_seat(&seat("calm")));
        let started = Instant::now();
        for _ in 0..2_100 {
            wild.wait(Kind::Command, 1).await;
        }
        let took = started.elapsed();
        assert!(
            (Duration::from_millis(990)..Duration::from_millis(1_200)).contains(&took),
            "{took:?}"
        );
        calm.wait(Kind::Command, 1).await;
        assert_eq!(started.elapsed(), took);
        assert!(wild.take(Kind::Socket).is_ok(), "another kind is counted for itself");
    }

    #[tokio::test(start_paused = true)]
    async fn a_seats_sockets_share_what_it_may() {
        let allowances = Allowances::new(1);
        let (phone, laptop) = (allowances.of_seat(&seat("ana")), allowances.of_seat(&seat("ana")));
        assert!((0..100).all(|_| phone.take(Kind::Sync).is_ok() && laptop.take(Kind::Sync).is_ok()));
        assert!(phone.take(Kind::Sync).is_err() && laptop.take(Kind::Sync).is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn one_address_leaves_seats_of_a_room_for_others_and_comes_into_other_rooms() {
        let allowances = Allowances::new(1);
        let (flood, other) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        let takes = |address, room| allowances.of_address_in(address, "m", room).take(Kind::SeatInRoom).is_ok();
        let taken = (0..SEATS_MAX).filter(|_| takes(flood, "a")).count();
        assert!(taken >= 10_000, "a hall behind one address gets in: {taken}");
        tokio::time::advance(Duration::from_secs(3_600)).await;
        let taken = taken + (0..SEATS_MAX).filter(|_| takes(flood, "a")).count();
        assert!(taken < SEATS_MAX - 2_000, "after an hour it has {taken}");
        assert!(takes(other, "a") && takes(flood, "b"));
    }

    #[tokio::test(start_paused = true)]
    async fn seats_that_ask_for_nothing_are_forgotten() {
        let allowances = Allowances::new(1);
        let held = allowances.of_seat(&seat("held"));
        allowances.of_seat(&seat("used")).take(Kind::Document).unwrap();
        for number in 0..10 * KEPT_MIN {
            allowances.of_seat(&seat(&format!("s{number}")));
        }
        let pages = allowances.seats.0.lock().unwrap();
        assert!(pages.buckets.len() <= KEPT_MIN, "{}", pages.buckets.len());
        assert!(pages.buckets.contains_key(&seat("held")) && pages.buckets.contains_key(&seat("used")));
        drop(held);
    }

    #[tokio::test(start_paused = true)]
    async fn a_load_test_may_have_more() {
        let more = Allowances::new(100).of_seat(&seat("a"));
        assert!((0..20_000).all(|_| more.take(Kind::Sync).is_ok()));
        assert!(more.take(Kind::Sync).is_err());
    }
}
