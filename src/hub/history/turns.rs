//! Turns to read a history. Some are read at the same time, and of those one for each seat: whoever asks for many at once waits behind
//! themselves, and takes no turn from anybody else. Whoever waits too long is told to come back.

use crate::hub::fault::Fault;
use crate::room::ids::SeatId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Histories that are read at the same time.
const READERS_MAX: usize = 2;
/// How long a request waits for its turn.
const TURN_MAX: Duration = Duration::from_secs(5);

/// The turns of everybody.
#[derive(Debug)]
pub struct Turns {
    all: Arc<Semaphore>,
    of_seats: Mutex<HashMap<SeatId, Arc<Semaphore>>>,
}

/// The right to read a history now.
#[derive(Debug)]
pub struct Turn {
    _of_all: OwnedSemaphorePermit,
    _of_seat: OwnedSemaphorePermit,
}

impl Default for Turns {
    fn default() -> Self {
        Self {
            all: Arc::new(Semaphore::new(READERS_MAX)),
            of_seats: Mutex::default(),
        }
    }
}

impl Turns {
    /// Waits for the seat's turn.
    pub async fn take(&self, seat: &SeatId) -> Result<Turn, Fault> {
        let of_seat = self.of(seat);
        let both = async {
            let of_seat = of_seat.acquire_owned().await.ok()?;
            let of_all = self.all.clone().acquire_owned().await.ok()?;
            Some(Turn {
                _of_all: of_all,
                _of_seat: of_seat,
            })
        };
        let turn = tokio::time::timeout(TURN_MAX, both).await;
        turn.ok().flatten().ok_or(Fault::Unavailable)
    }

    /// The one turn of a seat. Those of seats that neither have it nor wait for it are forgotten.
    fn of(&self, seat: &SeatId) -> Arc<Semaphore> {
        let mut of_seats = self.of_seats.lock().unwrap_or_else(PoisonError::into_inner);
        of_seats.retain(|_, turn| Arc::strong_count(turn) > 1);
        of_seats
            .entry(seat.clone())
            .or_insert_with(|| Arc::new(Semaphore::new(1)))
            .clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The seat's turn, where it need not wait for it.
    async fn now(turns: &Turns, seat: &str) -> Option<Turn> {
        let seat = SeatId::new(seat).unwrap();
        let turn = tokio::time::timeout(Duration::ZERO, turns.take(&seat)).await;
        turn.ok()?.ok()
    }

    #[tokio::test]
    async fn who_asks_for_many_histories_at_once_leaves_a_turn_for_the_others() {
        let turns = Turns::default();
        let first = now(&turns, "ana").await.unwrap();
        assert!(now(&turns, "ana").await.is_none(), "one at a time");
        let other = now(&turns, "ben").await.unwrap();
        assert!(now(&turns, "cleo").await.is_none(), "and not more than two in all");
        drop(first);
        let (again, next) = (now(&turns, "ana").await, other);
        assert!(again.is_some());
        drop((again, next));
        let _last = now(&turns, "cleo").await.unwrap();
        assert_eq!(
            turns.of_seats.lock().unwrap().len(),
            1,
            "nobody is remembered for having asked"
        );
    }
}
