//! Making documents for those who download them: apart from everything else, on threads that may take their time, and few at once. A long
//! report as PDF takes a processor for a second, and everything of a large meeting for half a minute; the rooms go on meanwhile.

use super::error::HttpError;
use super::outcome::failed_rendering;
use crate::hub::fault::Fault;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Downloads that are made at the same time.
const RENDERINGS_MAX: usize = 2;
/// How long a request waits for its turn before it is told to come back.
const TURN_MAX: Duration = Duration::from_secs(30);

/// Turns to make something.
pub struct Renderings(Arc<Semaphore>);

impl Default for Renderings {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(RENDERINGS_MAX)))
    }
}

impl Renderings {
    /// Waits for a turn.
    pub async fn turn(&self) -> Result<Turn, HttpError> {
        let turn = tokio::time::timeout(TURN_MAX, self.0.clone().acquire_owned()).await;
        let permit = turn.ok().and_then(Result::ok).ok_or(Fault::Unavailable)?;
        Ok(Turn { _held: permit })
    }
}

/// The right to make something now.
pub struct Turn {
    _held: OwnedSemaphorePermit,
}

impl Turn {
    /// Makes it. The turn ends with the work, also where whoever asked has gone away before.
    pub async fn make<T: Send + 'static>(
        self,
        work: impl FnOnce() -> Result<T, HttpError> + Send + 'static,
    ) -> Result<T, HttpError> {
        let making = tokio::task::spawn_blocking(move || {
            let _turn = self;
            work()
        });
        making.await.unwrap_or_else(|_panicked| Err(failed_rendering()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[tokio::test(flavor = "multi_thread")]
    async fn two_are_made_at_once_and_a_turn_lasts_as_long_as_the_work_though_nobody_waits_for_it() {
        let renderings = Renderings::default();
        let mut endings = Vec::new();
        for _ in 0..RENDERINGS_MAX {
            let turn = renderings.turn().await.unwrap();
            let (end, ended) = mpsc::channel::<()>();
            let (begin, begun) = tokio::sync::oneshot::channel();
            let work = tokio::spawn(turn.make(move || {
                begin.send(()).unwrap();
                let _ = ended.recv();
                Ok(())
            }));
            begun.await.unwrap();
            work.abort();
            endings.push(end);
        }
        assert_eq!(renderings.0.available_permits(), 0);
        drop(endings);
        renderings.turn().await.unwrap();
    }

    #[tokio::test]
    async fn a_panic_is_an_answer_and_ends_the_turn() {
        let renderings = Renderings::default();
        for _ in 0..3 {
            let made = renderings
                .turn()
                .await
                .unwrap()
                .make(|| -> Result<(), HttpError> { panic!("a fault") });
            assert!(made.await.is_err());
        }
    }
}
