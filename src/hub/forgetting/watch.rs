//! Keeping the promise: it is looked at the start of the server, every hour while it runs, at the moment itself where that is sooner, and
//! when an organiser asks.

use super::super::Hub;
use crate::keeping::Keeping;
use crate::room::ids::Millis;
use dashmap::DashMap;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::{Mutex, Notify};

/// How often it is looked whether a day has passed.
const LOOK: Duration = Duration::from_secs(3_600);
/// When it is tried again where something stood in the way.
const AGAIN: Duration = Duration::from_secs(300);

/// What is known of deletions beside their book.
#[derive(Default)]
pub struct Watch {
    /// One deletion at a time.
    pub(super) turn: Mutex<()>,
    /// Why a meeting's people are still there though they are to be forgotten, in a sentence for the organiser.
    troubles: DashMap<String, String>,
    asked: Notify,
}

impl Hub {
    /// As long as the server runs: forgets the people of every meeting when their day has passed.
    pub async fn keep_promises(&self) {
        loop {
            let wait = self.forget_what_is_due().await;
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.watch.asked.notified() => {}
            }
        }
    }

    /// Looks now, without waiting for the hour.
    pub fn look_at_promises(&self) {
        self.watch.asked.notify_one();
    }

    /// Why the people of a meeting are still there though they are to be forgotten.
    pub fn trouble_with_forgetting(&self, meeting: &str) -> Option<String> {
        self.watch.troubles.get(meeting).map(|trouble| trouble.clone())
    }

    /// Forgets the people of every meeting whose day has passed; when to look again.
    pub async fn forget_what_is_due(&self) -> Duration {
        let mut wait = LOOK;
        for meeting in self.registry.meetings() {
            if self.stopping.load(Ordering::Acquire) {
                break;
            }
            let looked = self.book::<Keeping>(&meeting.id);
            let now = self.now();
            let looked = looked.read(|keeping, _| (keeping.is_due(now, &meeting.timezone), keeping.due_at(&meeting.timezone)));
            match looked.await {
                Ok((true, _)) => {
                    if !self.try_to_forget(&meeting.id).await {
                        wait = wait.min(AGAIN);
                    }
                }
                Ok((false, due)) => wait = wait.min(until(now, due)),
                Err(fault) => tracing::error!(meeting.id = %meeting.id, %fault, "it could not be read until when names are kept"),
            }
        }
        wait
    }

    async fn try_to_forget(&self, meeting: &str) -> bool {
        let forgotten = self.forget_people(meeting).await;
        match &forgotten {
            Ok(()) => drop(self.watch.troubles.remove(meeting)),
            Err(reason) => {
                tracing::error!(meeting.id = meeting, %reason, "people of a meeting could not be forgotten yet; it is tried again");
                self.watch.troubles.insert(meeting.to_owned(), reason.to_string());
            }
        }
        self.services.news.of(meeting).tell(<Keeping as crate::book::Book>::NAME);
        forgotten.is_ok()
    }
}

/// How long it is until then; as good as never where there is no such moment or it has passed.
fn until(now: Millis, due: Option<Millis>) -> Duration {
    let left = due.and_then(|due| u64::try_from(due.0.saturating_sub(now.0)).ok());
    left.filter(|left| *left > 0).map_or(LOOK, Duration::from_millis)
}
