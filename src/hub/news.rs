//! What has changed in a meeting, for pages that show more than one room: each part of it has a number that grows with every change. Who
//! listens is told which parts are new and asks for them; so a page that was away for a while needs nothing but the numbers.

use crate::journal::Stream;
use dashmap::DashMap;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;

/// The programme, the rooms as they are planned, and the links.
pub const PLAN: &str = "plan";
/// What everybody in a room is told: an announcement, a countdown.
pub const COURSE: &str = "course";
/// What happens in the rooms.
pub const ROOMS: &str = "rooms";
/// What the rooms put on the closing plenary's board, while others than organisers see it.
pub const POINTS: &str = "points";

/// Parts and their numbers.
pub type Numbers = BTreeMap<&'static str, u64>;

/// The news of all meetings.
#[derive(Default)]
pub struct News {
    meetings: DashMap<String, Voice>,
    ended: AtomicBool,
}

/// Tells the news of one meeting. Cheap to clone.
#[derive(Clone, Default)]
pub struct Voice(Arc<Mutex<Option<watch::Sender<Numbers>>>>);

impl News {
    /// The voice of a meeting.
    pub fn of(&self, meeting: &str) -> Voice {
        if let Some(voice) = self.meetings.get(meeting) {
            return voice.clone();
        }
        let voice = self.meetings.entry(meeting.to_owned()).or_default().clone();
        if self.ended.load(Ordering::Acquire) {
            voice.end();
        }
        voice
    }

    /// The voice of the meeting that a room's stream belongs to.
    pub fn of_room(&self, stream: &Stream) -> Voice {
        let meeting = stream.as_str().split('/').next().unwrap_or_default();
        self.of(meeting)
    }

    /// Nothing more is told: who listens hears the end.
    pub fn end(&self) {
        self.ended.store(true, Ordering::Release);
        self.meetings.iter().for_each(|voice| voice.end());
    }
}

impl Voice {
    /// Hears what is new from now on; none where nothing more is told.
    pub fn listen(&self, is_ended: bool) -> Option<watch::Receiver<Numbers>> {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if is_ended {
            return None;
        }
        Some(told.get_or_insert_with(|| watch::Sender::new(Numbers::new())).subscribe())
    }

    /// A part has changed. Costs next to nothing where nobody listens.
    pub fn tell(&self, part: &'static str) {
        let told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(told) = told.as_ref().filter(|told| told.receiver_count() > 0) {
            told.send_modify(|numbers| *numbers.entry(part).or_default() += 1);
        }
    }

    fn listeners(&self) -> usize {
        let told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.as_ref().map_or(0, watch::Sender::receiver_count)
    }

    fn end(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl super::Hub {
    /// Hears what is new in a meeting; none where the server stops.
    pub fn listen(&self, meeting: &str) -> Option<watch::Receiver<Numbers>> {
        let news = &self.services.news;
        news.of(meeting).listen(news.ended.load(Ordering::Acquire))
    }

    /// How many hear it.
    pub fn listeners(&self, meeting: &str) -> usize {
        self.services.news.of(meeting).listeners()
    }

    /// Tells that a part of a meeting has changed.
    pub fn tell(&self, meeting: &str, part: &'static str) {
        self.services.news.of(meeting).tell(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_listens_hears_which_parts_are_new_and_the_end() {
        let news = News::default();
        news.of("m").tell(ROOMS);
        let mut heard = news.of("m").listen(false).unwrap();
        news.of_room(&Stream::new("m/r")).tell(ROOMS);
        news.of("m").tell(PLAN);
        news.of("other").tell(PLAN);
        heard.changed().await.unwrap();
        assert_eq!(*heard.borrow_and_update(), Numbers::from([(ROOMS, 1), (PLAN, 1)]));
        news.end();
        assert!(heard.changed().await.is_err());
    }
}
