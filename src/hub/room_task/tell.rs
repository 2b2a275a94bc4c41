//! Telling: one frame for all that a batch changed, encoded once and shared by all connections; and to those whose own page
//! changed, that page.
//!
//! Ballots are told a moment later than the rest, so that a large room that votes within a second gets a few frames and not one
//! for each batch. The answer to a ballot and the voter's own page do not wait; whatever else is told takes waiting ballots along,
//! and nobody is shown a view before they are told (`serve.rs`), so that a position names one view whoever has it.

use super::RoomTask;
use crate::hub::connection::{Connection, Kind};
use crate::hub::encode;
use crate::hub::news;
use crate::hub::recall::{Frame, News};
use crate::protocol::notes;
use crate::protocol::server::ServerFrame;
use crate::room::ids::Seq;
use crate::room::touched::{Section, Touched};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::Instant;

/// Time between two frames that tell of ballots alone, for each connection of the room: in a small one they come as they are
/// cast.
const BALLOTS_PER_CONNECTION: Duration = Duration::from_micros(250);
/// The longest such time, from some thousand phones on: a turnout that grows three times a second looks alive, and a vote of
/// any size is a handful of frames, each of which takes a large room's core for a tenth of a second.
const BALLOTS_MAX: Duration = Duration::from_millis(350);

/// Presence and cursors are told this often at most.
const LIGHT_NEWS_LEAST: Duration = Duration::from_millis(100);
/// In a large room, in which somebody is always coming or going, they are told less often: this much for each connection, so that it is
/// a thirtieth of a core that tells them.
const LIGHT_NEWS_PER_CONNECTION: Duration = Duration::from_micros(250);
/// The longest such time.
const LIGHT_NEWS_MOST: Duration = Duration::from_millis(2_500);

/// Connections written to before others of the server have a turn: about a millisecond's work.
const WRITES_AT_ONCE: usize = 256;

/// What is to be written to whom.
#[must_use]
pub(super) enum Delivery {
    /// This, to everybody in the room, and to some their page.
    ToAll(News),
    /// Nothing but the pages of those whose page was turned.
    OfPages(Vec<Arc<Connection>>),
}

impl RoomTask {
    /// Publishes what has changed since the last time; [`RoomTask::deliver`] is to follow.
    pub(super) fn tell(&mut self, update: Option<Vec<u8>>) -> Delivery {
        let touched = if self.ballots_wait().is_zero() {
            self.room.take_touched()
        } else {
            self.room.take_urgent()
        };
        self.publish(&touched, update)
    }

    /// Tells of ballots that still wait, because somebody is about to look.
    pub(super) async fn tell_waiting_ballots(&mut self) {
        if self.room.has_ballots_to_tell() {
            let touched = self.room.take_touched();
            let delivery = self.publish(&touched, None);
            self.deliver(delivery).await;
        }
    }

    /// How long ballots may still wait: not at all once everybody has voted, which is what the room waits for.
    pub(super) fn ballots_wait(&self) -> Duration {
        if self.room.has_last_ballot_to_tell() {
            return Duration::ZERO;
        }
        let gap = (BALLOTS_PER_CONNECTION * u32::try_from(self.connections.len()).unwrap_or(u32::MAX)).min(BALLOTS_MAX);
        gap.saturating_sub(self.ballots_told_at.elapsed())
    }

    /// How long presence and cursors may still wait.
    pub(super) fn light_news_wait(&self) -> Duration {
        light_news_gap(self.connections.len()).saturating_sub(self.ticked_at.elapsed())
    }

    /// Writes to everybody. Who takes nothing now is left to its own task.
    pub(super) async fn deliver(&mut self, delivery: Delivery) {
        let recall = &self.shared.recall;
        match delivery {
            Delivery::ToAll(news) => in_turns(self.connections.iter(), |connection| connection.tell(&news, recall)).await,
            Delivery::OfPages(turned) => in_turns(turned.iter(), |connection| connection.tell_page(recall)).await,
        }
    }

    fn publish(&mut self, touched: &Touched, update: Option<Vec<u8>>) -> Delivery {
        let mut frame = Frame {
            seq: self.seq,
            ..Frame::default()
        };
        self.publisher.changes(&self.room, touched, &mut frame);
        if update.is_some() {
            self.handouts.clear();
        }
        frame.notes = update.map(|update| notes::update(&update).into());
        self.add_light_news(&mut frame);
        self.shared.people.store(self.present.count(), Ordering::Relaxed);
        if !self.room.has_ballots_to_tell() {
            self.shared.seq.store(self.seq.0, Ordering::Release);
        }
        if touched.sections.contains(&Section::Session) {
            self.services.say_extended(&self.shared.stream, &self.room.session.extended);
        }
        if touched.ballots {
            self.ballots_told_at = Instant::now();
        }
        self.owe_check(&frame);
        let news = (!frame.is_empty()).then(|| {
            self.told_at = Instant::now();
            self.services.metrics.told(self.connections.len());
            self.news.tell(news::ROOMS);
            if touched.sections.contains(&Section::Session) {
                self.news.tell(news::COURSE);
            }
            self.shared.recall.publish(frame)
        });
        let turned = self.turn_pages(touched);
        news.map_or(Delivery::OfPages(turned), Delivery::ToAll)
    }

    fn add_light_news(&mut self, frame: &mut Frame) {
        if self.has_light_news() && self.light_news_wait().is_zero() {
            self.ticked_at = Instant::now();
            if self.present.changed() {
                frame.presence = self.present.take_frames();
            }
            frame.awareness = self.cursors.take_frame();
        }
    }

    /// Puts the new page before the connections of those seats whose own page changed, encoded once for each seat.
    fn turn_pages(&self, touched: &Touched) -> Vec<Arc<Connection>> {
        let mut turned = Vec::new();
        if touched.everyone {
            let all = self.connections.by_seat();
            all.for_each(|of_seat| self.turn_page(of_seat, &mut turned));
        } else {
            let concerned = touched.seats.iter().map(|seat| self.connections.of_seat(seat));
            concerned.for_each(|of_seat| self.turn_page(of_seat, &mut turned));
        }
        turned
    }

    fn turn_page(&self, of_seat: &[Arc<Connection>], turned: &mut Vec<Arc<Connection>>) {
        let mut live = of_seat.iter().filter(|connection| connection.kind == Kind::Live).peekable();
        let Some(first) = live.peek() else { return };
        let you = self.room.you(&first.seat, first.role);
        // The position that the view has, not that of a ballot of which it has not been told.
        let seq = Seq(self.shared.seq.load(Ordering::Acquire));
        let Some(page) = encode(&ServerFrame::You { seq, you }) else {
            return;
        };
        for connection in live {
            connection.turn_page(Some(page.clone()));
            turned.push(connection.clone());
        }
    }
}

/// Writes to one after the other, with a turn for others of the server in between.
async fn in_turns<'a>(connections: impl Iterator<Item = &'a Arc<Connection>>, write: impl Fn(&Connection)) {
    for (index, connection) in connections.enumerate() {
        write(connection);
        if index % WRITES_AT_ONCE == WRITES_AT_ONCE - 1 {
            tokio::task::yield_now().await;
        }
    }
}

/// Time between two frames of presence and cursors in a room of so many connections.
fn light_news_gap(connections: usize) -> Duration {
    let gap = LIGHT_NEWS_PER_CONNECTION * u32::try_from(connections).unwrap_or(u32::MAX);
    gap.clamp(LIGHT_NEWS_LEAST, LIGHT_NEWS_MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_larger_the_room_the_less_often_it_is_told_who_comes_and_goes() {
        let gaps = [1, 400, 2_000, 10_000, usize::MAX].map(light_news_gap);
        assert_eq!(gaps, [100, 100, 500, 2_500, 2_500].map(Duration::from_millis));
    }
}
