//! The way in for many at once: first all take their seats, then all connect, so many at the same moment and no more; whoever is in
//! hears what comes until all are.

use super::site::{Guest, Site};
use crate::fault::Fault;
use crate::phone::{Phone, Seat};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

/// Who came in, and how long it took.
#[derive(Debug, Default)]
pub struct Entered {
    /// Everybody, with what they were let in as.
    pub phones: Vec<(Guest, Phone)>,
    /// Until the last had a seat.
    pub seated: Duration,
    /// The server's memory then, where its process is known.
    pub memory_seated: Option<u64>,
    /// From then until the last connection was open.
    pub connected: Duration,
    /// From then until the last was welcomed and had the notes.
    pub welcomed: Duration,
}

/// Shared by all who connect.
#[derive(Debug)]
struct Entrance {
    gate: Semaphore,
    missing: AtomicUsize,
    all_in: watch::Sender<bool>,
    started: Instant,
    /// When the last connection so far was open, and the last phone so far was in, in nanoseconds after the start.
    open_at: AtomicU64,
    in_at: AtomicU64,
}

/// Lets everybody in.
pub async fn let_in(site: &Arc<Site>, guests: Vec<Guest>, at_once: usize) -> Result<Entered, Fault> {
    let started = Instant::now();
    let seats = take_seats(site, guests, at_once).await?;
    let (seated, memory_seated) = (started.elapsed(), site.memory());
    let entrance = Arc::new(Entrance {
        gate: Semaphore::new(at_once),
        missing: AtomicUsize::new(seats.len()),
        all_in: watch::Sender::new(false),
        started: Instant::now(),
        open_at: AtomicU64::new(0),
        in_at: AtomicU64::new(0),
    });
    let mut entering = JoinSet::new();
    for (guest, seat) in seats {
        let entrance = Arc::clone(&entrance);
        entering.spawn(async move { entrance.let_in(seat).await.map(|phone| (guest, phone)) });
    }
    let phones = all_of(entering).await?;
    let at = |moment: &AtomicU64| Duration::from_nanos(moment.load(Ordering::Acquire));
    Ok(Entered {
        phones,
        seated,
        memory_seated,
        connected: at(&entrance.open_at),
        welcomed: at(&entrance.in_at),
    })
}

/// The seats are taken over a few connections that stay open.
async fn take_seats(site: &Arc<Site>, guests: Vec<Guest>, at_once: usize) -> Result<Vec<(Guest, Seat)>, Fault> {
    let gate = Arc::new(Semaphore::new(at_once));
    let mut seating = JoinSet::new();
    for guest in guests {
        let (site, gate) = (Arc::clone(site), Arc::clone(&gate));
        seating.spawn(async move {
            let _turn = gate.acquire().await;
            site.seat(guest).await.map(|seat| (guest, seat))
        });
    }
    all_of(seating).await
}

async fn all_of<T: 'static>(mut tasks: JoinSet<Result<T, Fault>>) -> Result<Vec<T>, Fault> {
    let mut done = Vec::with_capacity(tasks.len());
    while let Some(ended) = tasks.join_next().await {
        let ended = ended.map_err(|error| Fault::Connection {
            what: "a phone".into(),
            why: error.to_string(),
        })?;
        done.push(ended?);
    }
    Ok(done)
}

impl Entrance {
    /// Lets one in, and back when all have come.
    async fn let_in(&self, seat: Seat) -> Result<Phone, Fault> {
        let turn = self.gate.acquire().await;
        let socket = seat.connect(None).await?;
        self.note(&self.open_at);
        let entered = Phone::begin(seat, socket).await?;
        self.note(&self.in_at);
        drop(turn);
        if self.missing.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.all_in.send_replace(true);
        }
        Ok(entered.rest(self.all_in.subscribe()).await)
    }

    fn note(&self, moment: &AtomicU64) {
        let nanos = u64::try_from(self.started.elapsed().as_nanos()).unwrap_or(u64::MAX);
        moment.fetch_max(nanos, Ordering::AcqRel);
    }
}
