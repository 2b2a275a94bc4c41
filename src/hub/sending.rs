//! Sending: what waits for one connection alone, then what the ring has since its place. Whoever has news calls it: the room's task for
//! what everybody gets, the connection's own task for answers and once its socket takes bytes again. Both may at once; the
//! order on the wire is kept because they take turns.

use super::connection::{Connection, Kind};
use super::recall::{Behind, News, Position, Recall};
use super::rest::{Rest, Written};
use crate::protocol::wire;
use crate::room::view::Audience;
use bytes::Bytes;
use std::collections::VecDeque;
use std::io::{ErrorKind, IoSlice};

/// Bytes gathered for a socket before it is asked to take them: a stalled reader holds little more than this.
const ROUND_BYTES: usize = 64 * 1_024;
/// Bytes of pongs that wait for a socket: several of the largest, or a hundred that say little.
const PONG_BYTES_MAX: usize = 1_024;

/// Something for this connection alone.
#[derive(Debug)]
pub enum Private {
    /// Go on from this place of the ring; on the live socket the text (a welcome) comes first.
    Start(Position, Option<Bytes>),
    /// A JSON frame.
    Text(Bytes),
    /// A y-protocols message.
    Binary(Bytes),
    /// A frame in its envelope already, because others get the same.
    Shared(Bytes),
}

/// A frame in the outbox, and the weight that is given back when it is taken.
#[derive(Debug)]
pub struct Waiting {
    /// The frame.
    pub frame: Private,
    /// The weight.
    pub gives_back: u32,
}

/// How far the sending came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// There is nothing left to send.
    All,
    /// The socket takes no more for now.
    Stuck,
    /// The ring does not go back as far as this reader's place; it needs a fresh view.
    Behind,
    /// The socket is broken.
    Broken,
}

/// What a connection still has to be sent, and its place in the ring.
#[derive(Debug, Default)]
pub struct Sending {
    position: Option<Position>,
    pub(super) outbox: VecDeque<Waiting>,
    pub(super) page: Option<Bytes>,
    /// Pongs, in the order of what they answer. Of more than a bound the newest alone is kept, and answers for those before it (RFC 6455,
    /// section 5.5.3): whoever floods a socket with pings and takes nothing from it costs no more memory.
    control: Option<Bytes>,
    rest: Rest,
    /// Nothing comes after what is in `rest`: the last frame is there.
    finished: bool,
}

impl Sending {
    /// Whether a reader at this place has everything else, so that what comes next can be written as it is.
    fn has_all_before(&self, news: &News) -> bool {
        let nothing_waits = self.rest.is_empty() && self.outbox.is_empty() && self.page.is_none() && self.control.is_none();
        nothing_waits && !self.finished && self.position == Some(news.before)
    }

    /// Bytes that the socket has not taken. Where there are some, the connection's own task waits to write them.
    pub fn unwritten(&self) -> usize {
        self.rest.len()
    }

    /// Nothing more from the ring until there is a new [`Private::Start`].
    pub(super) fn leave_ring(&mut self) {
        self.position = None;
    }

    /// What still waits for this connection alone, then its last frame, if there is one; nothing after that.
    pub(super) fn finish(&mut self, connection: &Connection, close: Option<Bytes>) {
        if !std::mem::replace(&mut self.finished, true) {
            self.rest.push(self.control.take().unwrap_or_default());
            if let Some(close) = close {
                self.take_privates(connection, usize::MAX);
                self.rest.push(close);
            }
        }
    }

    /// Takes the WebSocket's own answer. After the echo of a goodbye nothing may follow (RFC 6455, section 5.5.1).
    pub(super) fn control(&mut self, frame: Bytes, is_last: bool) {
        if self.finished {
            return;
        }
        if is_last {
            self.finished = true;
            self.rest.push(frame);
        } else {
            self.control = Some(match self.control.take() {
                Some(waiting) if waiting.len() + frame.len() <= PONG_BYTES_MAX => [waiting, frame].concat().into(),
                _ => frame,
            });
        }
    }

    /// Sends what there is, as far as the socket takes it.
    pub(super) fn send(&mut self, connection: &Connection, recall: &Recall) -> Sent {
        loop {
            match self.rest.write(connection.outlet()) {
                Written::Whole => {}
                Written::Stuck => return Sent::Stuck,
                Written::Broken => return Sent::Broken,
            }
            match self.gather(connection, recall) {
                Ok(()) if self.rest.is_empty() => return Sent::All,
                Ok(()) => {}
                Err(Behind) if self.rest.is_empty() => return Sent::Behind,
                Err(Behind) => {}
            }
        }
    }

    /// Sends what everybody gets. The way that nearly every frame goes: written as it is, without a copy.
    pub(super) fn tell(&mut self, connection: &Connection, news: &News, recall: &Recall) -> Sent {
        if !self.has_all_before(news) {
            return self.send(connection, recall);
        }
        self.position = Some(news.after());
        let pieces = pieces(connection, news);
        let bytes = pieces[0].len() + pieces[1].len();
        if bytes == 0 {
            return Sent::All;
        }
        let taken = match connection.outlet().take(&pieces.map(|piece| IoSlice::new(piece))) {
            Ok(taken) if taken == bytes => return Sent::All,
            Ok(taken) => taken,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => 0,
            Err(_) => return Sent::Broken,
        };
        let first = taken.min(pieces[0].len());
        self.rest.push(pieces[0].slice(first..));
        self.rest.push(pieces[1].slice(taken - first..));
        Sent::Stuck
    }

    /// Puts what comes next before the socket.
    fn gather(&mut self, connection: &Connection, recall: &Recall) -> Result<(), Behind> {
        if self.finished {
            return Ok(());
        }
        self.rest.push(self.control.take().unwrap_or_default());
        self.take_privates(connection, ROUND_BYTES);
        let Some(position) = self.position.filter(|_| self.outbox.is_empty()) else {
            return Ok(());
        };
        // Taken before the ring is read, so that the change that it belongs to is sent before it.
        let page = self.page.take();
        let (kind, audience, reads_notes) = (connection.kind, Audience::from(connection.role), connection.reads_notes());
        let rest = &mut self.rest;
        let reached = recall.since(position, |told| {
            if kind == Kind::Live {
                rest.push(told.live(audience).clone());
            }
            if reads_notes {
                rest.push(told.notes().clone());
            }
            rest.len() < ROUND_BYTES
        });
        // Of a reader that fell behind, the fresh view tells of the page too.
        let reached = reached?;
        self.position = Some(reached.position);
        if reached.is_head {
            self.rest.push(page.map(|json| wire::text(&json)).unwrap_or_default());
        } else {
            self.page = page;
        }
        Ok(())
    }

    /// Takes from the outbox until there are so many bytes to write.
    fn take_privates(&mut self, connection: &Connection, bytes_max: usize) {
        while self.rest.len() < bytes_max
            && let Some(waiting) = self.outbox.pop_front()
        {
            connection.give_back(waiting.gives_back);
            self.take_private(waiting.frame);
        }
        if self.outbox.is_empty() && self.outbox.capacity() > 8 {
            // An idle connection holds no memory for a burst that is over.
            self.outbox = VecDeque::new();
        }
    }

    fn take_private(&mut self, frame: Private) {
        match frame {
            Private::Start(position, welcome) => {
                self.position = Some(position);
                self.rest.push(welcome.map(|json| wire::text(&json)).unwrap_or_default());
            }
            Private::Text(json) => self.rest.push(wire::text(&json)),
            Private::Binary(message) => self.rest.push(wire::binary(&message)),
            Private::Shared(frame) => self.rest.push(frame),
        }
    }
}

fn pieces<'a>(connection: &Connection, news: &'a News) -> [&'a Bytes; 2] {
    static NOTHING: Bytes = Bytes::new();
    let live = match connection.kind {
        Kind::Live => news.told.live(Audience::from(connection.role)),
        Kind::Notes => &NOTHING,
    };
    let notes = if connection.reads_notes() {
        news.told.notes()
    } else {
        &NOTHING
    };
    [live, notes]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::outlet::tests::Tray;
    use crate::hub::recall::{FRAMES_MAX, Frame};
    use crate::room::ids::{SeatId, Seq};
    use crate::room::seat::Role;
    use std::sync::Arc;

    struct Scene {
        tray: Tray,
        connection: Connection,
        recall: Recall,
    }

    /// A connection that has had its welcome.
    fn scene() -> Scene {
        let tray = Tray::default();
        tray.allow(usize::MAX);
        let seat = SeatId::new("a").unwrap();
        let connection = Connection::new(1, seat, Role::Participant, Kind::Live, Arc::new(tray.clone()));
        let recall = Recall::default();
        connection.put([Private::Start(recall.head(), Some(Bytes::from_static(b"w")))], 0);
        assert_eq!(connection.send(&recall), Sent::All);
        assert_eq!(tray.taken(), frames(&["w"]));
        Scene {
            tray,
            connection,
            recall,
        }
    }

    impl Scene {
        fn publish(&self, text: &'static str) -> News {
            let change = Some(Bytes::from_static(text.as_bytes()));
            self.recall.publish(Frame {
                seq: Seq(1),
                changes: std::array::from_fn(|_| change.clone()),
                ..Frame::default()
            })
        }

        fn tell(&self, text: &'static str) {
            self.connection.tell(&self.publish(text), &self.recall);
        }
    }

    fn frames(texts: &[&str]) -> Vec<u8> {
        texts.iter().flat_map(|text| wire::text(text.as_bytes())).collect()
    }

    #[test]
    fn news_are_written_as_they_come() {
        let scene = scene();
        scene.tell("one");
        scene.tell("two");
        assert_eq!(scene.tray.taken(), frames(&["one", "two"]));
    }

    #[test]
    fn a_reader_that_got_half_a_frame_gets_the_other_half_and_then_the_rest_in_order() {
        let scene = scene();
        scene.tray.allow(2);
        scene.tell("one");
        scene.tell("two");
        scene.connection.put([Private::Text(Bytes::from_static(b"answer"))], 0);
        scene.tell("three");
        assert_eq!(scene.connection.send(&scene.recall), Sent::Stuck);
        let mut seen = scene.tray.taken();
        scene.tray.allow(usize::MAX);
        assert_eq!(scene.connection.send(&scene.recall), Sent::All);
        seen.extend(scene.tray.taken());
        assert_eq!(seen, frames(&["one", "answer", "two", "three"]));
    }

    #[test]
    fn the_page_comes_after_the_change_that_it_belongs_to() {
        let scene = scene();
        scene.connection.turn_page(Some(Bytes::from_static(b"you")));
        scene.tell("change");
        assert_eq!(scene.tray.taken(), frames(&["change", "you"]));
    }

    #[test]
    fn a_reader_that_fell_behind_waits_for_a_fresh_view() {
        let scene = scene();
        scene.tray.allow(0);
        for _ in 0..FRAMES_MAX + 2 {
            scene.tell("x");
        }
        scene.tray.allow(usize::MAX);
        assert_eq!(scene.connection.send(&scene.recall), Sent::Behind);
        assert_eq!(scene.tray.taken(), frames(&["x"]), "what was begun is finished");
        scene.connection.leave_ring();
        scene.tell("lost");
        let fresh = Private::Start(scene.recall.head(), Some(Bytes::from_static(b"fresh")));
        scene.connection.put([fresh], 0);
        scene.tell("next");
        assert_eq!(scene.tray.taken(), frames(&["fresh", "next"]));
    }

    #[test]
    fn pings_that_come_at_once_are_all_answered_in_their_order() {
        let scene = scene();
        for answer in ["one", "two", "three"] {
            scene.connection.control(wire::text(answer.as_bytes()));
        }
        assert_eq!(scene.connection.send(&scene.recall), Sent::All);
        assert_eq!(scene.tray.taken(), frames(&["one", "two", "three"]));
    }

    #[test]
    fn a_flood_of_pings_is_answered_by_the_newest_and_costs_no_memory() {
        let scene = scene();
        scene.tray.allow(0);
        for number in 0..10_000 {
            scene.connection.control(wire::text(format!("{number:0>120}").as_bytes()));
        }
        scene.tray.allow(usize::MAX);
        assert_eq!(scene.connection.send(&scene.recall), Sent::All);
        let taken = scene.tray.taken();
        assert!(taken.len() <= PONG_BYTES_MAX, "{} bytes of them waited", taken.len());
        assert!(
            taken.ends_with(&wire::text(format!("{:0>120}", 9_999).as_bytes())),
            "the newest is answered"
        );
    }

    #[test]
    fn nothing_follows_the_goodbye() {
        let scene = scene();
        scene.connection.put([Private::Text(Bytes::from_static(b"answer"))], 0);
        scene.connection.finish(Some(wire::close(1012, "restart")));
        scene.tell("too late");
        scene.connection.put([Private::Text(Bytes::from_static(b"too late"))], 0);
        assert_eq!(scene.connection.send(&scene.recall), Sent::All);
        let expected = [frames(&["answer"]), wire::close(1012, "restart").to_vec()].concat();
        assert_eq!(scene.tray.taken(), expected);
    }
}
