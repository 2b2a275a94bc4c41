//! The ring of recent frames with their positions. A connection is a position in it, not a queue of its own: a phone that
//! cannot keep up costs nothing, and one that returns gets what it missed or, where that cannot be proved, a fresh view.

use crate::protocol::wire;
use crate::room::ids::Seq;
use crate::room::view::Audience;
use bytes::Bytes;
use std::collections::VecDeque;
use std::sync::{Arc, RwLock, RwLockReadGuard};

/// Frames that the ring keeps: several seconds of a busy room, and a bound on its memory.
pub const FRAMES_MAX: usize = 256;
/// Bytes that the ring keeps; a reader further behind than this is served better by a fresh view.
pub const BYTES_MAX: usize = 1 << 20;

/// What one batch tells the room.
#[derive(Debug, Default)]
pub struct Frame {
    /// The room's position after it.
    pub seq: Seq,
    /// The `change` frame of each audience, by `Audience` as index; none where nothing changed for it.
    pub changes: [Option<Bytes>; 4],
    /// The `notice` frame for everybody, where something was announced.
    pub notice: Option<Bytes>,
    /// The merged notes update, as a y-protocols message.
    pub notes: Option<Bytes>,
    /// Cursors, as a y-protocols message.
    pub awareness: Option<Bytes>,
    /// The `presence` frame of each audience.
    pub presence: [Option<Bytes>; 4],
    /// The `check` frame of each audience, which says what all that came before it amounts to.
    pub checks: [Option<Bytes>; 4],
}

impl Frame {
    /// Whether there is nothing in it to send.
    pub fn is_empty(&self) -> bool {
        let of_audiences = self.changes.iter().chain(&self.presence).chain(&self.checks);
        of_audiences.flatten().next().is_none() && self.notice.is_none() && self.notes.is_none() && self.awareness.is_none()
    }
}

/// A frame as it goes out: put into its envelopes once for everybody.
#[derive(Debug)]
pub struct Told {
    /// The room's position after it.
    pub seq: Seq,
    live: [Bytes; 4],
    notes: Bytes,
    tells_of_the_view: bool,
}

impl Told {
    /// What a live socket of this audience gets, besides the notes.
    pub fn live(&self, audience: Audience) -> &Bytes {
        &self.live[audience as usize]
    }

    /// What everybody gets who reads the notes.
    pub fn notes(&self) -> &Bytes {
        &self.notes
    }

    fn bytes(&self) -> usize {
        self.live.iter().map(Bytes::len).sum::<usize>() + self.notes.len()
    }
}

impl From<Frame> for Told {
    fn from(frame: Frame) -> Self {
        let live = |audience: usize| {
            let parts = [
                &frame.changes[audience],
                &frame.notice,
                &frame.presence[audience],
                &frame.checks[audience],
            ];
            joined(parts.into_iter().flatten().map(|json| wire::text(json)).collect())
        };
        let notes = [&frame.notes, &frame.awareness];
        Self {
            seq: frame.seq,
            live: std::array::from_fn(live),
            notes: joined(notes.into_iter().flatten().map(|message| wire::binary(message)).collect()),
            tells_of_the_view: frame.changes.iter().any(Option::is_some),
        }
    }
}

fn joined(mut frames: Vec<Bytes>) -> Bytes {
    match frames.len() {
        0 => Bytes::new(),
        1 => frames.remove(0),
        _ => frames.concat().into(),
    }
}

/// A place in the ring: the number of frames that were published before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position(u64);

/// How far a reader has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Its place now.
    pub position: Position,
    /// Whether that is behind the newest frame.
    pub is_head: bool,
}

/// What has just been published, and its place.
#[derive(Debug, Clone)]
pub struct News {
    /// The place before it: who stands there has everything but this.
    pub before: Position,
    /// It.
    pub told: Arc<Told>,
}

impl News {
    /// The place behind it.
    pub fn after(&self) -> Position {
        Position(self.before.0 + 1)
    }
}

/// The reader's place is not in the ring any more; it needs a fresh view.
#[derive(Debug, PartialEq, Eq)]
pub struct Behind;

#[derive(Debug, Default)]
struct Ring {
    first: u64,
    /// The position of the last frame that told of the view and has been forgotten.
    forgotten: Seq,
    bytes: usize,
    frames: VecDeque<Arc<Told>>,
}

/// The ring, written by the room's task and read by its connections.
#[derive(Debug, Default)]
pub struct Recall(RwLock<Ring>);

impl Recall {
    /// Adds a frame and forgets the oldest ones beyond the bounds.
    pub fn publish(&self, frame: Frame) -> News {
        let told = Arc::new(Told::from(frame));
        let mut ring = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        let before = Position(ring.first + ring.frames.len() as u64);
        ring.bytes += told.bytes();
        ring.frames.push_back(told.clone());
        while ring.frames.len() > FRAMES_MAX || (ring.bytes > BYTES_MAX && ring.frames.len() > 1) {
            if let Some(oldest) = ring.frames.pop_front() {
                ring.bytes -= oldest.bytes();
                if oldest.tells_of_the_view {
                    ring.forgotten = oldest.seq;
                }
                ring.first += 1;
            }
        }
        News { before, told }
    }

    /// The place behind the newest frame.
    pub fn head(&self) -> Position {
        let ring = self.read();
        Position(ring.first + ring.frames.len() as u64)
    }

    /// Hands out the frames from a place on, as long as more are wanted, and says how far that went.
    pub fn since(&self, position: Position, mut wants_more: impl FnMut(&Told) -> bool) -> Result<Reached, Behind> {
        let ring = self.read();
        let skip = position.0.checked_sub(ring.first).ok_or(Behind)?;
        let skip = usize::try_from(skip).map_err(|_| Behind)?;
        let mut reached = position.0;
        for told in ring.frames.iter().skip(skip) {
            reached += 1;
            if !wants_more(told) {
                break;
            }
        }
        Ok(Reached {
            position: Position(reached),
            is_head: reached == ring.first + ring.frames.len() as u64,
        })
    }

    /// The place from which a reader that has seen the view of `seq` misses nothing of it; none where that can't be proved.
    /// A view is what a welcome or a `change` made it: between two of those, ballots may be on disk that nobody has been told of,
    /// and no frame that tells of one's own page gives out their position.
    /// Frames that told of the notes alone may be gone: a reader asks for the notes anew.
    pub fn resume(&self, seq: Seq, head_seq: Seq) -> Option<Position> {
        let ring = self.read();
        if seq > head_seq || seq < ring.forgotten {
            return None;
        }
        let seen = ring.frames.iter().take_while(|frame| frame.seq <= seq).count();
        Some(Position(ring.first + seen as u64))
    }

    fn read(&self) -> RwLockReadGuard<'_, Ring> {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(seq: u64) -> Frame {
        let changes = [const { Some(Bytes::from_static(b"x")) }; 4];
        Frame {
            seq: Seq(seq),
            changes,
            ..Frame::default()
        }
    }

    fn frame_of_notes(seq: u64) -> Frame {
        Frame {
            seq: Seq(seq),
            notes: Some(Bytes::from_static(b"x")),
            ..Frame::default()
        }
    }

    #[test]
    fn a_reader_gets_each_frame_once_and_in_order() {
        let recall = Recall::default();
        let start = recall.head();
        let news = recall.publish(frame(2));
        recall.publish(frame(3));
        assert_eq!((news.before, news.told.seq), (start, Seq(2)));
        let mut seen = Vec::new();
        let mut take = |from, most: usize| {
            let reached = recall.since(from, |told| {
                seen.push(told.seq.0);
                seen.len() < most
            });
            (reached.unwrap(), std::mem::take(&mut seen))
        };
        let (first, told) = take(start, 1);
        assert_eq!((told, first.is_head), (vec![2], false));
        let (second, told) = take(first.position, 9);
        assert_eq!((told, second.is_head), (vec![3], true));
        assert_eq!(take(second.position, 9), (second, vec![]));
    }

    #[test]
    fn a_reader_too_far_behind_is_told_so() {
        let recall = Recall::default();
        let start = recall.head();
        for seq in 0..=FRAMES_MAX as u64 {
            recall.publish(frame(seq + 1));
        }
        assert_eq!(recall.since(start, |_| true), Err(Behind));
    }

    #[test]
    fn resuming_is_granted_only_where_nothing_can_be_missing() {
        let recall = Recall::default();
        for seq in 10..10 + FRAMES_MAX as u64 + 5 {
            recall.publish(frame(seq + 1));
        }
        let head = Seq(10 + FRAMES_MAX as u64 + 5);
        assert_eq!(recall.resume(head, head), Some(recall.head()));
        assert!(recall.resume(Seq(15), head).is_some(), "all after 15 is in the ring");
        assert_eq!(recall.resume(Seq(14), head), None);
        assert_eq!(
            recall.resume(Seq(head.0 + 1), head),
            None,
            "a position of the future was never given out"
        );
    }

    #[test]
    fn busy_notes_do_not_keep_a_reader_from_resuming() {
        let recall = Recall::default();
        recall.publish(frame(1));
        for seq in 1..=2 * FRAMES_MAX as u64 {
            recall.publish(frame_of_notes(seq + 1));
        }
        let head = Seq(2 * FRAMES_MAX as u64 + 1);
        assert!(recall.resume(Seq(1), head).is_some());
        assert_eq!(recall.resume(Seq(0), head), None, "it has not seen the view of 1");
    }
}
